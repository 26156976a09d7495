"""Uma conversa em balões, se preciso com os tokens especiais do template de conversa."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field

from infograficos import elements
from infograficos.content.fields import Words, content, short
from infograficos.errors import deprecated_names
from infograficos.language.portuguese import ensure_full_stop
from infograficos.text.markup import plain_text

__all__ = ["ChatTemplate", "Conversation", "Message", "SpeakerNames"]

Speaker = Literal["system", "user", "assistant"]
_ROLES: dict[Speaker, str] = {"system": "masked", "user": "instruction", "assistant": "response"}
#: What stands for the speaker in a template's opening.
_GAP = "{speaker}"
#: A bubble says a sentence or two; what is longer than this many characters nobody reads in a figure.
_LONGEST = 160
#: How many characters the account of a conversation may have, and what naming a speaker takes of them.
_LONGEST_TOLD, _NAMING = 200, 16
#: With more messages than this the bubbles stand closer, so that six of them are no taller than a figure.
_ROOMY = 4
_Short = Annotated[Words, short(30)]


@content
class Message:
    """One bubble of a chat.

    Args:
        speaker: `system`, `user` or `assistant`.
        text: what is said.
    """

    speaker: Speaker
    text: Annotated[Words, short(_LONGEST)]


@content
class ChatTemplate:
    """The special tokens that a chat template puts around each message.

    Args:
        opening: what stands before it; `{speaker}` becomes `system`, `user` or `assistant`.
        ending: what stands after it.
    """

    opening: _Short = "<|{speaker}|>"
    ending: _Short = "<|end|>"

    def __post_init__(self) -> None:
        if "`" in self.opening + self.ending:
            raise ValueError("os marcadores não podem ter crases")
        if _GAP not in self.opening:
            raise ValueError(f"esperado um marcador de abertura com {_GAP}, veio “{self.opening}”")


@content
class SpeakerNames:
    """What the speakers are called above their bubbles."""

    system: _Short = "Sistema"
    user: _Short = "Usuário"
    assistant: _Short = "Assistente"


@content
class Conversation:
    """A chat in bubbles: the person on the left, the assistant on the right, the system's message on top.

    Args:
        messages: two to six; one from the system comes first.
        template: the special tokens around each message, if they are to be seen.
        names: what the speakers are called.
    """

    messages: Annotated[Sequence[Message], Field(min_length=2, max_length=6), AfterValidator(tuple)]
    template: ChatTemplate | None = None
    names: SpeakerNames = SpeakerNames()

    def __post_init__(self) -> None:
        late = next((n for n, m in enumerate(self.messages, 1) if m.speaker == "system" and n > 1), None)
        if late:
            raise ValueError(f"a mensagem de sistema é a {late}ª; esperada só no começo da conversa")
        if all(message.speaker != "assistant" for message in self.messages):
            raise ValueError("esperada ao menos uma mensagem de “assistant”, não veio nenhuma")

    def body(self) -> elements.Element:
        """Return the bubbles from top to bottom, each on the side of its speaker."""
        said = tuple(self._said(position) for position in range(len(self.messages)))
        return elements.Column(said, "medium" if self._roomy else "small")

    def describe(self) -> str:
        """Return who says what, cut short where it is long, and between which tokens."""
        tokens = ""
        if self.template:
            opening, ending = self._opening(self.messages[-1].speaker), self.template.ending
            tokens = f" Cada mensagem fica entre marcadores como {opening} e {ending}."
        whole = self._told(_LONGEST)
        room = _LONGEST_TOLD - len(tokens)
        said = whole if len(whole) <= room else self._told(max(1, room // len(self.messages) - _NAMING))
        return f"Conversa. {said}{tokens}"

    def _told(self, most: int) -> str:
        told = []
        for message in self.messages:
            text = shorten(plain_text(message.text), most, placeholder="…")
            stop = "" if ensure_full_stop(text) == text else "."
            told.append(f"{plain_text(self._name(message.speaker))}: “{text}”{stop}")
        return " ".join(told)

    def _said(self, position: int) -> elements.Element:
        """Return a bubble, under its speaker's name where that one speaks for the first time."""
        message = self.messages[position]
        said: elements.Element = elements.Named(f"mensagem {position + 1}", self._bubble(position))
        side: Literal["start", "end"] = "end" if message.speaker == "assistant" else "start"
        whole = message.speaker == "system"
        if message.speaker not in [earlier.speaker for earlier in self.messages[:position]]:
            name = elements.Text(self._name(message.speaker), "mark", f"{_ROLES[message.speaker]}.strong")
            said = elements.Column((name, said), "tiny", "stretch" if whole else side)
        return said if whole else elements.Bubble(said, side)

    def _bubble(self, position: int) -> elements.Element:
        """Return a bubble; the last one is what the conversation leads to, and is set in strong letters."""
        message = self.messages[position]
        role = _ROLES[message.speaker]
        style = "strong" if position == len(self.messages) - 1 else "body"
        lines: tuple[elements.Element, ...] = (elements.Text(message.text, style),)
        if self.template:
            opening = elements.Text(self._opening(message.speaker), "key", f"{role}.strong", literal=True)
            lines = (opening, elements.Text(f"{message.text} `{self.template.ending}`", style))
        dashed = message.speaker == "system"
        padding = "small" if self._roomy else "tiny"
        return elements.Card(
            elements.Column(lines), f"{role}.soft", f"{role}.line", padding, "medium", dashed=dashed
        )

    @property
    def _roomy(self) -> bool:
        return len(self.messages) <= _ROOMY

    def _opening(self, speaker: Speaker) -> str:
        return self.template.opening.replace(_GAP, speaker) if self.template else ""

    def _name(self, speaker: Speaker) -> str:
        names = {"system": self.names.system, "user": self.names.user, "assistant": self.names.assistant}
        return names[speaker]


if not TYPE_CHECKING:
    __getattr__ = deprecated_names(__name__, {"Names": "SpeakerNames", "Template": "ChatTemplate"})

EXAMPLES = {
    "contexto": Conversation(
        [
            Message("user", "Qual é a capital da França?"),
            Message("assistant", "Paris."),
            Message("user", "E quantos habitantes ela tem?"),
            Message("assistant", "Cerca de 2,1 milhões, sem contar a região metropolitana."),
        ]
    ),
    "tokens especiais": Conversation(
        [
            Message("system", "Responda em uma frase."),
            Message("user", "O que é um token?"),
            Message("assistant", "Um pedaço de texto com um número."),
        ],
        template=ChatTemplate(),
    ),
}
