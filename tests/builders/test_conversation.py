"""Chats: what is said, what is refused, and on which side each speaker stands."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos.builders.conversation import EXAMPLES, ChatTemplate, Conversation, Message, SpeakerNames
from infograficos.chapter import Chapter
from infograficos.figure import Figure
from infograficos.report import check
from infograficos.scene.items import Box, Ellipse, Frame, Path, Visit, walk, words


def figure(content: Conversation, number: int = 1) -> Figure:
    return Figure(number, f"conversa-{number}", "Conversa", "O que o exemplo ensina", content)


def hello(*speakers: str) -> list[Message]:
    return [Message(speaker, f"Oi {number}!") for number, speaker in enumerate(speakers, 1)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["contexto"].describe() == (
        "Conversa. Usuário: “Qual é a capital da França?” Assistente: “Paris.” Usuário: “E quantos "
        "moram lá?” Assistente: “Cerca de 2,1 milhões.”"
    )
    assert EXAMPLES["tokens especiais"].describe() == (
        "Conversa. Sistema: “Seja breve.” Usuário: “O que é um token?” Assistente: “Parte do texto.” Cada "
        "mensagem fica entre marcadores como <|assistant|> e <|end|>."
    )


def test_a_message_without_a_full_stop_gets_one_after_it():
    said = Conversation([Message("user", "2 + 2"), Message("assistant", "4")]).describe()
    assert said == "Conversa. Usuário: “2 + 2”. Assistente: “4”."


def test_a_long_conversation_is_described_shortly():
    long = "Uma frase bastante comprida sobre redes neurais e gradientes. "
    chat = Conversation([Message(who, long) for who in ("user", "assistant") * 3], ChatTemplate())
    assert len(figure(chat).alt) <= 250
    assert "Usuário: “Uma…”" in chat.describe()


def test_the_examples_pass_every_rule_on_every_sheet():
    figures = [figure(content, number) for number, content in enumerate(EXAMPLES.values(), 1)]
    report = check(Chapter(number=1, title="Conversas", figures=figures))
    assert [each.finding.message for one in report.figures for each in one.findings] == []


def test_six_messages_pass_too():
    chat = Conversation(hello("system", "user", "assistant", "user", "assistant", "user"))
    assert figure(chat).draw().findings == ()


def balloons(frame: Frame) -> list[Visit]:
    visits = [visit for visit in walk(frame) if isinstance(visit.item, Frame)]
    return [visit for visit in visits if visit.item.name.startswith("mensagem")]


@pytest.mark.parametrize("width", [700, 360])
def test_a_flow_leads_to_a_follow_up_from_the_message_before(width):
    visits = list(walk(figure(EXAMPLES["contexto"]).draw(width=width).frame))
    flows = {v.item.joins for v in visits if isinstance(v.item, Path) and v.item.joins}
    assert flows == {("mensagem 2", "mensagem 3")}


@pytest.mark.parametrize("width", [700, 360])
def test_the_person_is_left_of_the_words_and_the_model_right(width):
    frame = figure(EXAMPLES["contexto"]).draw(width=width).frame
    said = [visit.rect for visit in balloons(frame)]
    margin = 36 if width == 700 else 20
    assert said[0].x == said[2].x > margin
    assert said[1].right == said[3].right < width - margin
    heads = [visit.rect for visit in walk(frame) if isinstance(visit.item, Ellipse)]
    assert all(margin <= head.x < head.right < said[0].x for head in heads)
    assert len(heads) == 2


@pytest.mark.parametrize(
    ("speakers", "text", "fill"),
    [
        (("user", "assistant"), "Paris.", "response.solid"),
        (("user", "assistant"), "Paris, que também é a maior cidade.", "response.soft"),
        (("assistant", "user"), "E o Peru?", "instruction.soft"),
    ],
)
def test_a_short_answer_at_the_end_is_the_solid_one(speakers, text, fill):
    first, last = speakers
    frame = figure(Conversation([Message(first, "Oi!"), Message(last, text)])).draw().frame
    (*_, outline) = (v.item for v in walk(balloons(frame)[-1].item) if isinstance(v.item, Path))
    assert outline.fill.role == fill


@pytest.mark.parametrize("width", [700, 360])
def test_the_special_tokens_are_on_key_caps_and_those_of_the_answer_are_solid(width):
    frame = figure(EXAMPLES["tokens especiais"]).draw(width=width).frame
    faces = [
        [v.item.fill.role for v in walk(each.item) if isinstance(v.item, Box) and v.item.purpose == "surface"]
        for each in balloons(frame)
    ]
    fills = ("masked.mid", "instruction.mid", "response.solid")
    assert [each[1:] for each in faces] == [[fill, fill] for fill in fills]


def test_the_special_tokens_are_on_the_line_of_a_short_message_on_a_wide_sheet():
    chat = Conversation([Message("user", "Oi!"), Message("assistant", "Olá!")], ChatTemplate())
    plain = Conversation(chat.messages)
    wide, bare = (balloons(figure(each).draw().frame)[0].rect.height for each in (chat, plain))
    assert bare < wide < 1.5 * bare


def test_the_systems_message_is_on_a_band_as_wide_as_the_sheet_and_slim_on_a_wide_one():
    chat = Conversation(hello("system", "user", "assistant"))
    wide, narrow = (balloons(figure(chat).draw(width=width).frame)[0].rect for width in (700, 360))
    assert (wide.width, narrow.width) == (628, 320)
    assert wide.height < narrow.height < 100


def test_each_speaker_is_named_once():
    said = words(figure(EXAMPLES["contexto"]).draw().frame)
    assert (said.count("Usuário"), said.count("Assistente")) == (1, 1)


def test_speakers_may_have_other_names():
    chat = Conversation(hello("user", "assistant"), names=SpeakerNames(user="Aluna", assistant="Tutor"))
    assert chat.describe() == "Conversa. Aluna: “Oi 1!” Tutor: “Oi 2!”"


def test_the_tokens_of_other_templates_are_shown_as_they_are():
    template = ChatTemplate("<|im_start|>{speaker}", "<|im_end|>")
    said = words(figure(Conversation(hello("user", "assistant"), template)).draw().frame)
    assert "<|im_start|>user" in said
    assert "<|im_start|>assistant" in said
    assert said.count("<|im_end|>") == 2


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Conversation([Message("user", "Oi!", follow_up=True), Message("assistant", "Olá!")]),
            "Conversation: antes da 1ª mensagem não há outra, e follow_up=True liga a mensagem à anterior",
        ),
        (
            lambda: Conversation([]),
            "Conversation.messages: esperada uma lista de ao menos 2 itens, veio uma lista vazia",
        ),
        (
            lambda: Conversation(hello(*["user", "assistant"] * 4)),
            "Conversation.messages: esperada uma lista de no máximo 6 itens, veio uma lista com 8 itens",
        ),
        (
            lambda: Conversation(hello("user", "system", "assistant")),
            "Conversation: a mensagem de sistema é a 2ª; esperada só no começo da conversa",
        ),
        (
            lambda: Conversation(hello("system", "user")),
            "Conversation: esperada ao menos uma mensagem de “assistant”, não veio nenhuma",
        ),
        (
            lambda: Message("bot", "Oi!"),
            'Message.speaker: esperado "system", "user" ou "assistant", veio "bot"',
        ),
        (lambda: Message("user", 7), "Message.text: esperado um texto, veio 7"),
        (
            lambda: Message("user", " "),
            "Message.text: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (
            lambda: Message("user", "a" * 161),
            "Message.text: esperado um texto de no máximo 160 caracteres, veio um de 161",
        ),
        (
            lambda: ChatTemplate("<|user|>"),
            "ChatTemplate: esperado um marcador de abertura com {speaker}, veio “<|user|>”",
        ),
        (lambda: ChatTemplate("`{speaker}`"), "ChatTemplate: os marcadores não podem ter crases"),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_word_too_long_for_its_balloon_is_found_by_the_check():
    chat = Conversation([Message("user", "a" * 100), Message("assistant", "Oi!")])
    findings = figure(chat).draw().findings
    assert any(f.rule == "fit" and "encurte o texto" in f.advice for f in findings)
