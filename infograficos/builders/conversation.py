"""Uma conversa em balões, se preciso com os tokens especiais do template de conversa."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal

from infograficos import elements
from infograficos.content.descriptions import description_room, fullest
from infograficos.content.fields import Flag, Items, Words, content, length, short
from infograficos.content.own_words import OwnWord
from infograficos.errors import ContentError, deprecated_names
from infograficos.language.grammar import join_and, phrase, stop_quotation
from infograficos.text.markup import plain_text
from infograficos.text.typography import truncate_at_word

__all__ = ["ChatTemplate", "Conversation", "Message", "SpeakerNames"]

Speaker = Literal["system", "user", "assistant"]
_ROLES: dict[Speaker, str] = {"system": "masked", "user": "instruction", "assistant": "response"}
#: The place of the speaker in a template's opening.
_PLACEHOLDER = "{speaker}"
#: In characters: a sentence or two.
_MAX_MESSAGE = 160
#: How many characters the description has, and how many of them name a speaker.
_DESCRIPTION, _NAMING = 200, 16
#: How many characters a solid balloon holds.
_MAX_SOLID = 32
#: With more messages the balloons are closer and the speakers smaller: six are no taller than a figure.
_MAX_SPACIOUS = 4
#: The share of their width that models have with few messages, with few on a phone, and with many.
_LARGE, _MIDDLE, _SMALL = 1.2, 0.86, 0.72

_Short = Annotated[Words, short(30)]


@content
class Message:
    """One balloon of a chat.

    Args:
        speaker: `system`, `user` or `assistant`.
        text: what is said.
        follow_up: whether it is understood only after the message before, from which a flow leads to it.
    """

    speaker: Speaker
    text: Annotated[Words, short(_MAX_MESSAGE)]
    follow_up: Flag = False


@content
class ChatTemplate:
    """The special tokens that a chat template puts around each message.

    Args:
        opening: the tokens before it; `{speaker}` becomes `system`, `user` or `assistant`.
        ending: the tokens after it.
    """

    opening: _Short = "<|{speaker}|>"
    ending: _Short = "<|end|>"

    def __post_init__(self) -> None:
        if "`" in self.opening + self.ending:
            raise ContentError("os marcadores não podem ter crases")
        if _PLACEHOLDER not in self.opening:
            raise ContentError(
                "esperado um marcador de abertura com {placeholder}, veio “{found}”",
                placeholder=_PLACEHOLDER,
                found=self.opening,
            )


@content
class SpeakerNames:
    """What the speakers are called above their balloons."""

    system: Annotated[_Short, OwnWord()] = "Sistema"
    user: Annotated[_Short, OwnWord()] = "Usuário"
    assistant: Annotated[_Short, OwnWord()] = "Assistente"


@content
class Conversation:
    """A chat in balloons: the person on the left, the assistant on the right, the system's message on top.

    Args:
        messages: two to six; one from the system comes first.
        template: the special tokens around each message, if they are to be seen.
        names: what the speakers are called.
    """

    messages: Annotated[Items[Message], length(2, 6)]
    template: ChatTemplate | None = None
    names: SpeakerNames = SpeakerNames()

    def __post_init__(self) -> None:
        late = next((n for n, m in enumerate(self.messages, 1) if m.speaker == "system" and n > 1), None)
        if late:
            raise ContentError(
                "a mensagem de sistema é a {number}ª; esperada só no começo da conversa", number=late
            )
        if self.messages[0].follow_up:
            raise ContentError(
                "antes da 1ª mensagem não há outra, e follow_up=True liga a mensagem à anterior"
            )
        if all(each.speaker != "assistant" for each in self.messages):
            raise ContentError("esperada ao menos uma mensagem de “assistant”, não veio nenhuma")

    def body(self) -> elements.Element:
        """Return the balloons from top to bottom, each on the side of its speaker."""
        small = self._column("icon" if self._is_crowded else "disc", _SMALL if self._is_crowded else _MIDDLE)
        if self._is_crowded:
            return small
        return elements.FirstThatFits((elements.WideOnly(self._column("object_small", _LARGE)), small))

    def describe(self) -> str:
        """Return who says what, cut short where it is long, and between which tokens."""
        tokens = ""
        if self.template:
            markers = join_and([self._opening(self.messages[-1].speaker), self.template.ending])
            tokens = " " + phrase("Cada mensagem fica entre marcadores como {markers}.", markers=markers)
        messages = self._describe_messages(_MAX_MESSAGE)
        room = min(_DESCRIPTION, description_room()) - len(tokens)
        if len(messages) > room:
            messages = self._describe_messages(max(1, room // len(self.messages) - _NAMING))
        whole = phrase("Conversa. {messages}", messages=messages)
        return fullest((f"{whole}{tokens}", whole))

    def _describe_messages(self, limit: int) -> str:
        names = (plain_text(self._name(message.speaker)) for message in self.messages)
        texts = (truncate_at_word(plain_text(message.text), limit) for message in self.messages)
        return " ".join(map(stop_quotation, map("{}: “{}”".format, names, texts)))

    def _column(self, person: str, share: float) -> elements.Element:
        """Return all turns, given the size of the person and the share of their width that models have."""
        speakers: dict[Speaker, elements.Element] = {
            "user": elements.Person(size=person),
            "assistant": elements.Model(size="object_small", plates=3, share=share),
        }
        turns = tuple(self._turn(position, speakers) for position in range(len(self.messages)))
        column = elements.Column(turns, "small" if self._is_crowded else "medium")
        return elements.WithConnectors(column, tuple(self._follow_ups()))

    def _follow_ups(self) -> Iterator[elements.Connector]:
        """Yield a flow from what each follow-up is about."""
        for number, (before, after) in enumerate(pairwise(self.messages), 1):
            if after.follow_up:
                ends = f"mensagem {number}", f"mensagem {number + 1}"
                yield elements.Flow(*ends, f"{_ROLES[before.speaker]}.mark", "ribbon_thin")

    def _turn(self, position: int, speakers: Mapping[Speaker, elements.Element]) -> elements.Element:
        """Return a speaker with a balloon; the first one of each speaker is below the speaker's name."""
        speaker, name = self.messages[position].speaker, f"mensagem {position + 1}"
        if speaker == "system":
            return elements.Named(name, self._rule(position))
        turn = self._speech(position, name, speakers[speaker])
        if speaker in [earlier.speaker for earlier in self.messages[:position]]:
            return turn
        side: Literal["start", "end"] = "end" if speaker == "assistant" else "start"
        return elements.Column((self._title(speaker, side), turn), "tiny")

    def _title(self, speaker: Speaker, side: Literal["start", "end"] = "start") -> elements.Element:
        return elements.Text(self._name(speaker), "mark", f"{_ROLES[speaker]}.strong", side)

    def _rule(self, position: int) -> elements.Element:
        """Return the system's message on a slim band, as it is not said but holds for all that follows."""
        name = elements.Row((elements.Icon("settings", "masked.strong"), self._title("system")), "tiny")
        lines = self._words(position)
        beside = elements.Row((name, elements.Grow(elements.Column(lines))), "small")
        words = elements.FirstThatFits((elements.WideOnly(beside), elements.Column((name, *lines))))
        return elements.Card(words, "masked.soft", None, "small", "medium", "chip")

    def _speech(self, position: int, name: str, who: elements.Element) -> elements.Element:
        """Return a balloon beside who speaks: a person on the left or a model on the right."""
        speaker, words = self.messages[position].speaker, elements.Column(self._words(position))
        solid = self._is_answer(position) and not self.template
        said = elements.Balloon(words, _ROLES[speaker], solid=solid, padding=self._padding, name=name)
        return elements.Speech(who, said, "left" if speaker == "user" else "right")

    def _words(self, position: int) -> tuple[elements.Element, ...]:
        """Return a message's lines; the last message is bold, as the conversation leads to it."""
        message, is_answer = self.messages[position], self._is_answer(position)
        style = "strong" if position == len(self.messages) - 1 else "body"
        if not self.template:
            return (elements.Text(message.text, style, "paper" if is_answer else "ink"),)
        # What a template adds is on key caps, as tokens are; the balloon stays soft.
        state: Literal["solid", "focus"] = "solid" if is_answer else "focus"
        opening, ending = (
            elements.word_cap(token, _ROLES[message.speaker], state, "key", "plate")
            for token in (self._opening(message.speaker), self.template.ending)
        )
        return (_place_between(opening, elements.Text(message.text, style), ending),)

    def _is_answer(self, position: int) -> bool:
        """Say whether a message is the answer that all leads to, and short enough to be solid."""
        message, is_last = self.messages[position], position == len(self.messages) - 1
        is_short = bool(self.template) or len(message.text) <= _MAX_SOLID
        return is_last and message.speaker == "assistant" and is_short

    @property
    def _padding(self) -> str:
        return "tiny" if self._is_crowded else "small"

    @property
    def _is_crowded(self) -> bool:
        return len(self.messages) > _MAX_SPACIOUS

    def _opening(self, speaker: Speaker) -> str:
        return self.template.opening.replace(_PLACEHOLDER, speaker) if self.template else ""

    def _name(self, speaker: Speaker) -> str:
        return str(getattr(self.names, speaker))


def _place_between(
    opening: elements.Element, text: elements.Element, ending: elements.Element
) -> elements.Element:
    """Return a text between two key caps: on one line, with the last one after it, or below each other."""
    first, last = elements.Row((opening,)), elements.Row((ending,))
    line = elements.NoWrap(text)
    beside = elements.Row((line, ending), "tiny")
    lines = (
        elements.Row((opening, line, ending), "tiny"),
        elements.Column((first, beside), "tiny"),
        elements.Column((first, text, last), "tiny"),
    )
    return elements.FirstThatFits(lines)


if not TYPE_CHECKING:
    __getattr__ = deprecated_names(__name__, {"Names": "SpeakerNames", "Template": "ChatTemplate"})

EXAMPLES = {
    "contexto": Conversation(
        [
            Message("user", "Qual é a capital da França?"),
            Message("assistant", "**Paris**{response}."),
            Message("user", "E quantos moram **lá**{response}?", follow_up=True),
            Message("assistant", "Cerca de 2,1 milhões."),
        ]
    ),
    "tokens especiais": Conversation(
        [
            Message("system", "Seja breve."),
            Message("user", "O que é um token?"),
            Message("assistant", "Parte do texto."),
        ],
        template=ChatTemplate(),
    ),
}
HEADLINES = {
    "contexto": "“Lá” é **Paris**{response}",
    "tokens especiais": "Tokens dizem **quem fala**{response}",
}
