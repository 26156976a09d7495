"""Uma conversa em balões, se preciso com os tokens especiais do template de conversa."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from infograficos import elements
from infograficos.content.descriptions import description_room, fullest
from infograficos.content.fields import Items, Words, content, length, short
from infograficos.content.own_words import OwnWord
from infograficos.errors import deprecated_names
from infograficos.language.portuguese import stop_quotation
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
_MAX_SOLID = 24
#: With more messages the balloons are closer and the speakers smaller: six are no taller than a figure.
_MAX_SPACIOUS = 4
#: The share of their width that models have with few messages and with many.
_SPACIOUS, _SMALL = 0.86, 0.72

_Short = Annotated[Words, short(30)]


@content
class Message:
    """One balloon of a chat.

    Args:
        speaker: `system`, `user` or `assistant`.
        text: what is said.
    """

    speaker: Speaker
    text: Annotated[Words, short(_MAX_MESSAGE)]


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
            raise ValueError("os marcadores não podem ter crases")
        if _PLACEHOLDER not in self.opening:
            raise ValueError(f"esperado um marcador de abertura com {_PLACEHOLDER}, veio “{self.opening}”")


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
            raise ValueError(f"a mensagem de sistema é a {late}ª; esperada só no começo da conversa")
        if all(message.speaker != "assistant" for message in self.messages):
            raise ValueError("esperada ao menos uma mensagem de “assistant”, não veio nenhuma")

    def body(self) -> elements.Element:
        """Return the balloons from top to bottom, each on the side of its speaker."""
        turns = tuple(self._turn(position) for position in range(len(self.messages)))
        return elements.Column(turns, "medium" if self._is_spacious else "small")

    def describe(self) -> str:
        """Return who says what, cut short where it is long, and between which tokens."""
        tokens = ""
        if self.template:
            opening, ending = self._opening(self.messages[-1].speaker), self.template.ending
            tokens = f" Cada mensagem fica entre marcadores como {opening} e {ending}."
        messages = self._describe_messages(_MAX_MESSAGE)
        room = min(_DESCRIPTION, description_room()) - len(tokens)
        if len(messages) > room:
            messages = self._describe_messages(max(1, room // len(self.messages) - _NAMING))
        return fullest((f"Conversa. {messages}{tokens}", f"Conversa. {messages}"))

    def _describe_messages(self, limit: int) -> str:
        names = (plain_text(self._name(message.speaker)) for message in self.messages)
        texts = (truncate_at_word(plain_text(message.text), limit) for message in self.messages)
        return " ".join(map(stop_quotation, map("{}: “{}”".format, names, texts)))

    def _turn(self, position: int) -> elements.Element:
        """Return a speaker with a balloon; the first one of each speaker is below the speaker's name."""
        speaker, name = self.messages[position].speaker, f"mensagem {position + 1}"
        side: Literal["start", "end"] = "end" if speaker == "assistant" else "start"
        if speaker == "system":
            words = elements.Column(self._words(position))
            card = elements.tinted_card(words, _ROLES[speaker], self._padding, "medium", dashed=True)
            turn: elements.Element = elements.Named(name, card)
        else:
            turn = self._speech(position, name)
        if speaker in [earlier.speaker for earlier in self.messages[:position]]:
            return turn
        title = elements.Text(self._name(speaker), "mark", f"{_ROLES[speaker]}.strong", side)
        return elements.Column((title, turn), "tiny")

    def _speech(self, position: int, name: str) -> elements.Element:
        """Return a balloon beside who speaks: a person on the left or a model on the right."""
        speaker, words = self.messages[position].speaker, elements.Column(self._words(position))
        solid = self._is_answer(position)
        said = elements.Balloon(words, _ROLES[speaker], solid=solid, padding=self._padding, name=name)
        if speaker == "user":
            return elements.Speech(elements.Person(size="disc" if self._is_spacious else "icon"), said)
        model = elements.Model(
            size="object_small", plates=3, share=_SPACIOUS if self._is_spacious else _SMALL
        )
        return elements.Speech(model, said, "right")

    def _words(self, position: int) -> tuple[elements.Element, ...]:
        """Return a message's lines; the last message is bold, as the conversation leads to it."""
        message, is_answer = self.messages[position], self._is_answer(position)
        style = "strong" if position == len(self.messages) - 1 else "body"
        ink, key = ("paper", "paper") if is_answer else ("ink", f"{_ROLES[message.speaker]}.strong")
        if not self.template:
            return (elements.Text(message.text, style, ink),)
        opening = elements.Text(self._opening(message.speaker), "key", key, literal=True)
        return opening, elements.Text(f"{message.text} `{self.template.ending}`", style, ink)

    def _is_answer(self, position: int) -> bool:
        """Say whether a message is the answer, short enough to be read on a solid colour."""
        message, is_last = self.messages[position], position == len(self.messages) - 1
        return is_last and message.speaker == "assistant" and len(message.text) <= _MAX_SOLID

    @property
    def _padding(self) -> str:
        return "small" if self._is_spacious else "tiny"

    @property
    def _is_spacious(self) -> bool:
        return len(self.messages) <= _MAX_SPACIOUS

    def _opening(self, speaker: Speaker) -> str:
        return self.template.opening.replace(_PLACEHOLDER, speaker) if self.template else ""

    def _name(self, speaker: Speaker) -> str:
        return str(getattr(self.names, speaker))


if not TYPE_CHECKING:
    __getattr__ = deprecated_names(__name__, {"Names": "SpeakerNames", "Template": "ChatTemplate"})

EXAMPLES = {
    "contexto": Conversation(
        [
            Message("user", "Qual é a capital da França?"),
            Message("assistant", "Paris."),
            Message("user", "E quantos habitantes ela tem?"),
            Message("assistant", "Cerca de 2,1 milhões."),
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
