"""Who says what to whom, in order: what is said, what is refused, where things go."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.sequence import (
    EXAMPLES,
    HEADLINES,
    Actor,
    Alternative,
    Call,
    Loop,
    Note,
    Option,
    Parallel,
    Return,
    Sequence,
)
from infograficos.content.descriptions import DESCRIPTION_ROOM
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Frame, Path, TextBlock, Visit, walk

ASK, ANSWER = Call("Ana", "Bia", "pede"), Return("Bia", "Ana", "dá")


def figure(content: Sequence, headline: str = "O que o exemplo ensina") -> Figure:
    return Figure(1, "sequencia", "Uma sequência", headline, content)


def visits(content: Sequence, width: int = 700) -> list[Visit]:
    return walk(figure(content).draw(width=width).frame)


def named(content: Sequence, width: int = 700) -> dict[str, Rect]:
    """Where the named elements are."""
    found = visits(content, width)
    return {v.item.name: v.rect for v in found if isinstance(v.item, Frame) and v.item.name}


def texts(content: Sequence, width: int = 700) -> dict[str, Rect]:
    """Where each text is."""
    return {v.item.text: v.rect for v in visits(content, width) if isinstance(v.item, TextBlock)}


def arrows(content: Sequence, width: int = 700) -> list[tuple[Path, Rect]]:
    """The lines and the heads of the messages."""
    found = visits(content, width)
    return [(v.item, v.rect) for v in found if isinstance(v.item, Path) and v.item.purpose == "connector"]


def heights(content: Sequence) -> list[float]:
    """The height of each arrow."""
    return [rect.y for line, rect in arrows(content) if line.stroke]


def bars(content: Sequence, role: str) -> list[Rect]:
    """The pieces of a lifeline in which its actor works, from top to bottom."""
    found = [
        v.rect
        for v in visits(content)
        if isinstance(v.item, Box) and v.item.fill.role == f"{role}.body" and v.rect.width == 10.0
    ]
    return sorted(found, key=lambda rect: rect.y)


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["RAG"].describe() == (
        "Em ordem: Pessoa → App: pergunta; App → Índice: vetor da pergunta; Índice → App: 5 trechos; "
        "App → LLM: pergunta + trechos; repete até o fim (LLM → App: um token; App → Pessoa: mostra)."
    )
    assert EXAMPLES["chave de idempotência"].describe() == (
        "Em ordem: Loja → Pagamentos: cobra R$ 80, chave 7f3; Pagamentos → Banco: cobra R$ 80; "
        "Banco → Pagamentos: pago; Pagamentos → Loja: pago (não chega). E mais 3 passos. "
        "Em destaque: Pagamentos → Loja: pago."
    )


def test_notes_choices_and_what_one_does_alone_are_described():
    content = Sequence(
        [
            Call("A", "A", "pensa"),
            Note(["A", "B"], "juntos"),
            Parallel({"x": [Call("A", "B", "um"), Call("A", "B", "dois")], "y": [Call("B", "A", "três")]}),
            Option("der", [Return("A", "B", "quatro")]),
        ]
    )
    assert content.describe() == (
        "Em ordem: A: pensa; nota em A e B: juntos; ao mesmo tempo: x (A → B: um, dois); "
        "e também: y (B → A: três); opcional: der (A → B: quatro)."
    )


def test_what_has_no_room_in_the_description_is_counted_and_keeps_its_condition():
    content = EXAMPLES["commit em duas fases"]
    assert content.describe().endswith(
        "se os dois votam sim (Coordenador → Banco A: commit). E mais 3 passos."
    )
    assert len(content.describe()) <= DESCRIPTION_ROOM


def calls(count: int) -> list[Call]:
    return [Call("Ana", "Bia", f"pedido {number}") for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Call("Ana", "", "oi"),
            "Call.receiver: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (
            lambda: Sequence([ASK, Call("Ana", "bia", "de novo")]),
            "Sequence: o ator “bia” não existe; você quis dizer “Bia”? Se são dois, liste os dois em actors",
        ),
        (
            lambda: Sequence([Call("Clinte", "API", "oi")], actors=[Actor("Cliente"), Actor("API")]),
            "Sequence: o ator “Clinte” não existe; você quis dizer “Cliente”? Se são dois, liste os dois em "
            "actors",
        ),
        (
            lambda: Sequence([Call("A", each, "oi") for each in "BCDEFG"]),
            "Sequence: são 7 atores, e uma sequência mostra até 6; junte dois em um (A, B, C, D, E, F e G)",
        ),
        (
            lambda: Sequence([Call("Ana", "Ana", "pensa")]),
            "Sequence: esperados ao menos dois atores; veio só “Ana”",
        ),
        (
            lambda: Sequence([ASK], actors=[Actor("Ana"), Actor("Bia"), Actor("Caio")]),
            "Sequence: nenhuma mensagem vai a “Caio”, nem vem dele; tire-o de actors",
        ),
        (
            lambda: Sequence([*calls(7), Loop("sempre", calls(6)), *calls(3)]),
            "Sequence: são 16 mensagens, e uma sequência mostra até 14; divida a figura em duas, depois de "
            "“pedido 7”",
        ),
        (lambda: Sequence([]), "Sequence.steps: esperado ao menos um passo, veio uma lista vazia"),
        (
            lambda: Sequence([Note(["Ana", "Bia"], "nada")]),
            "Sequence: esperada ao menos uma mensagem (Call); vieram só notas",
        ),
        (lambda: Loop("sempre", []), "Loop.steps: esperado ao menos um passo, veio uma lista vazia"),
        (
            lambda: Alternative({"ok": [ASK], "erro": []}),
            "Alternative.branches: “erro”: Option.steps: esperado ao menos um passo, veio uma lista vazia",
        ),
        (
            lambda: Alternative({"ok": [ASK]}),
            "Alternative.branches: esperados ao menos dois ramos; um só é Option(condição, passos)",
        ),
        (
            lambda: Parallel([ASK, ASK]),
            "Parallel.branches: esperado um dicionário: a condição de cada ramo, e a lista do que acontece "
            "nele",
        ),
        (
            lambda: Sequence([ASK, "Ana → Bia"]),
            "Sequence.steps: o item 2 é str; esperado um de Call, Return, Note, Loop, Option, Alternative, "
            "Parallel",
        ),
        (
            lambda: Sequence([Loop("a", [Loop("b", [Loop("c", [ASK])])])]),
            "Sequence: um quadro dentro de um quadro dentro de outro não se lê; use até dois níveis",
        ),
        (
            lambda: Sequence([Call("A", "B", "um", highlighted=True), Call("A", "B", "x", highlighted=True)]),
            "Sequence: só uma mensagem pode ser o destaque (highlighted)",
        ),
        (
            lambda: Call("A", "B", "oi", highlighted=True, lost=True),
            "Call: “oi” se perde no caminho: não pode ser o destaque, nem ir a quem a envia",
        ),
        (
            lambda: Return("A", "A", "oi"),
            "Return: o retorno “oi” vai de um ator a ele mesmo; use Call",
        ),
        (
            lambda: Note(["A", "B", "C"], "oi"),
            "Note: a nota “oi” fica sobre um ator, ou entre dois",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize(
    ("one", "other"), [("Nó 1", "Nó 2"), ("Banco A", "Banco B"), ("Ana", "Bia"), ("P", "Q")]
)
def test_names_that_differ_on_purpose_are_two_actors(one, other):
    assert set(texts(Sequence([Call(one, other, "oi")]))) > {one, other}


def test_near_names_that_are_both_listed_are_two_actors():
    content = Sequence([Call("Cliente", "Clientes", "oi")], actors=[Actor("Cliente"), Actor("Clientes")])
    assert set(texts(content)) > {"Cliente", "Clientes"}


@pytest.mark.parametrize("width", [700, 360])
def test_actors_stand_in_order_of_appearance_after_those_that_are_listed(width):
    content = Sequence([Call("Ana", "Bia", "1"), Call("Bia", "Caio", "2")], actors=[Actor("Caio")])
    found = texts(content, width)
    xs = [found[name].center.x for name in ("Caio", "Ana", "Bia")]
    assert xs == sorted(xs)


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("name", EXAMPLES)
def test_messages_are_below_each_other_in_their_order(name, width):
    found = named(EXAMPLES[name], width)
    steps = [rect for part, rect in found.items() if part.startswith(("mensagem", "nota"))]
    assert [rect.y for rect in steps] == sorted({rect.y for rect in steps})
    assert all(upper.bottom < lower.bottom for upper, lower in pairwise(steps))


@pytest.mark.parametrize("width", [700, 360])
def test_an_arrow_leads_from_its_sender_to_its_receiver(width):
    content = Sequence([Call("Ana", "Bia", "vai"), Return("Bia", "Ana", "vem")])
    heads = named(content, width)
    ana, bia = (heads[f"ator {number}"].center.x for number in (1, 2))
    (_, there), (there_head, there_tip), (back, _), (_, back_tip) = arrows(content, width)
    assert there_tip.right == pytest.approx(bia - 7, abs=1)
    assert there.x == pytest.approx(ana + 7, abs=1)
    assert back_tip.x == pytest.approx(ana + 7, abs=1)
    assert there_head.joins == ("ator 1", "ator 2")
    assert back.stroke.dash


def test_an_actor_works_from_a_call_to_its_return():
    content = Sequence(
        [ASK, ANSWER, Call("Ana", "Bia", "avisa")], actors=[Actor("Bia", "response"), Actor("Ana")]
    )
    answered, told = bars(content, "response")
    first, second, third = heights(content)
    assert answered.y < first < second < answered.bottom < told.y < third < told.bottom


def test_each_branch_of_a_choice_starts_from_the_work_before_it():
    actors = [Actor("Ana"), Actor("Bia", "response")]
    branches = {"sim": [Return("Bia", "Ana", "dá")], "não": [Return("Bia", "Ana", "nega")]}
    content = Sequence([ASK, Alternative(branches)], actors)
    answers = heights(content)[1:]
    pieces = bars(content, "response")
    assert [any(piece.y < y < piece.bottom for piece in pieces) for y in answers] == [True, True]


def test_a_frame_lies_behind_its_messages_and_an_inner_one_within_it():
    content = Sequence(
        [ASK, Loop("sempre", [Call("Bia", "Caio", "x"), Option("der", [Return("Caio", "Bia", "y")])])]
    )
    panels = [
        v.rect for v in visits(content) if isinstance(v.item, Box) and v.rect.height > 50 and v.rect.y > 100
    ]
    outer, inner = [rect for rect in panels if rect.width > 100]
    assert outer.holds(inner)
    assert outer.holds(named(content)["mensagem 2"])
    assert inner.holds(named(content)["mensagem 3"])
    assert not outer.overlaps(named(content)["mensagem 1"])


def test_a_lost_message_ends_before_its_receiver():
    content = Sequence([Call("Ana", "Bia", "oi", lost=True), Return("Bia", "Ana", "oi?")])
    (line, where), *_ = arrows(content)
    assert where.right < named(content)["ator 2"].center.x - 50
    assert line.joins == ("ator 1", "ator 2")


def test_the_message_to_remember_is_the_only_solid_fill():
    solid = {
        v.item.fill.role
        for v in visits(EXAMPLES["RAG"])
        if v.rect.y > 100 and isinstance(v.item, Box) and v.item.fill and v.item.fill.role.endswith(".solid")
    }
    assert solid == {"category5.solid"}


@pytest.mark.parametrize("width", [700, 360])
def test_the_message_to_remember_keeps_between_its_lifelines(width):
    found = visits(EXAMPLES["login com OAuth"], width)
    heads = {v.item.name: v.rect for v in found if isinstance(v.item, Frame) and v.item.name}
    (ribbon,) = [
        v.rect
        for v in found
        if isinstance(v.item, Box) and v.item.fill and v.item.fill.role.endswith(".solid") and v.rect.y > 150
    ]
    assert heads["ator 2"].x < ribbon.x
    assert ribbon.right < heads["ator 3"].center.x


NAMES = ("Cliente", "Gateway", "Autenticação", "Pedidos", "Estoque", "Pagamento")


@pytest.mark.parametrize("count", range(2, 7))
@pytest.mark.parametrize("width", [700, 360])
def test_two_to_six_actors_and_ten_messages_fit_both_sheets(count, width):
    names = NAMES[:count]
    steps = [
        (Return if number % 2 else Call)(
            *(names[k] for k in ((number // 2 + number % 2) % count, (number // 2 + 1 - number % 2) % count)),
            f"passo {number}",
        )
        for number in range(10)
    ]
    drawn = figure(Sequence(steps)).draw(width=width)
    assert [finding.message for finding in drawn.findings if finding.severity == "error"] == []


def test_ten_messages_fit_a_sheet_below_a_headline_of_two_lines():
    names = ("Navegador", "App", "Autorização", "API")
    steps = [Call(names[k % 3], names[k % 3 + 1], f"mensagem {k} com código") for k in range(10)]
    actors = [Actor(name, icon="key") for name in names]
    drawn = figure(
        Sequence(steps, actors=actors), "Uma frase de duas linhas sobre dez mensagens em ordem"
    ).draw()
    assert drawn.findings == ()


def test_words_are_at_the_middle_of_their_arrow_over_lifelines_that_rest():
    steps = [Call("A", "C", "passa por B"), Return("C", "A", "volta"), Call("A", "B", "vai")]
    content = Sequence(steps, actors=[Actor(name) for name in "ABC"])
    words, lines = texts(content), [rect for line, rect in arrows(content) if line.stroke]
    for text, line in zip(("passa por B", "volta", "vai"), lines, strict=True):
        assert abs(words[text].center.x - line.center.x) < 12


def test_words_do_not_reach_over_the_lifeline_that_they_are_for_where_two_lines_do():
    content = Sequence([Call("Cliente", "Servidor", "uma chave pública e outra")])
    at = named(content, 360)["ator 2"].center.x
    assert texts(content, 360)["uma chave pública e outra"].right < at


def test_fourteen_messages_fit_a_phone():
    names = ("Navegador", "Servidor", "Banco de dados", "Cache")
    steps = [Call("Navegador", names[1 + number % 3], f"pede o recurso {number}") for number in range(14)]
    assert figure(Sequence(steps)).draw(width=360).findings == ()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name], HEADLINES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


def test_a_sequence_has_a_step_for_each_message_and_note():
    assert len(figure(EXAMPLES["TLS 1.3"]).steps()) == 7
