"""Uma janela que desliza sobre o texto: cada parada dá uma entrada e o alvo, deslocado em um token."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Annotated

from infograficos import elements
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, between, content
from infograficos.content.own_words import OwnWords
from infograficos.content.token_row import Tokens, token_labels
from infograficos.errors import ContentError
from infograficos.language.grammar import phrase
from infograficos.language.numbers import format_number
from infograficos.text.typography import truncate_line

__all__ = ["Windows"]

WORDS = OwnWords(
    window="janela",
    input="entrada",
    target="alvo",
    more_windows=(
        "… e mais {count} janela, em {tokens} tokens",
        "… e mais {count} janelas, em {tokens} tokens",
    ),
)

#: How many caps all windows may have together, and how many rows a wide sheet has room for.
_MAX_CAPS, _MAX_ROWS = 40, 12
#: How many windows that share no token go down like stairs.
_MAX_STEPS = 3
#: What a window has, from top to bottom: words, and colour role. What is later starts so many tokens later.
_PARTS = ("input", "input"), ("target", "response")
_TEXT = ("Lá", "vem", "o", "sol", "e", "eu", "vou")


@content
class Windows:
    """Training pairs cut out of a text: windows of `size` tokens, each with the same one token later.

    Args:
        tokens: the text's tokens in order.
        size: how many tokens a window holds, the context's length.
        stride: how far the next window starts after the last one.
        shown: how many windows are drawn; the others are counted.
    """

    tokens: Tokens
    size: Annotated[int, between(1, 8)] = 4
    stride: Count = 1
    shown: Annotated[int, between(1, 4)] = 3

    def __post_init__(self) -> None:
        if len(self.tokens) <= self.size:
            raise ContentError(
                (
                    "o texto tem {count} token, e com size={size} são precisos ao menos {least}: "
                    "os da entrada e mais um, que só o alvo tem",
                    "o texto tem {count} tokens, e com size={size} são precisos ao menos {least}: "
                    "os da entrada e mais um, que só o alvo tem",
                ),
                len(self.tokens),
                size=self.size,
                least=self.size + 1,
            )

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each window starts; each has a whole target, so the last token is never in an input."""
        return tuple(range(0, len(self.tokens) - self.size, self.stride))

    def body(self) -> elements.Element:
        """Return the windows over the text's own columns; where these do not fit, beside its own rows."""
        count = self._count
        short = max((n for n in range(2, count + 1) if self._end(n) <= _MAX_ROWS), default=min(2, count))
        options = [elements.WideOnly(self._columns(short, wide=True)), self._columns(count)]
        # A text of so many tokens is never one row.
        if count * self._end(count) <= _MAX_CAPS:
            options[:0] = [self._staircase(count, is_dense) for is_dense in (False, True)]
        return elements.Named("janelas", elements.FirstThatFits(tuple(options)))

    def describe(self) -> str:
        """Return how many windows there are, what the first is and what is new in its target."""
        count = phrase(
            (
                "{count} janela de {size} sobre um texto de {length} tokens",
                "{count} janelas de {size} sobre um texto de {length} tokens",
            ),
            len(self.starts),
            size=_count_tokens(self.size),
            length=format_number(len(self.tokens)),
        )
        second = ""
        if len(self.starts) > 1:
            count += phrase(", com passo de {stride}", stride=_count_tokens(self.stride))
            second = self._describe_second()
        ways = (60, second), (60, ""), (40, "")
        return fullest(f"{count}. {self._describe_first(room)}{more}." for room, more in ways)

    def _describe_first(self, room: int) -> str:
        return phrase(
            (
                "Nela, a {input} é “{tokens}” e o {target}, um token adiante, acaba em “{last}”",
                "Na primeira, a {input} é “{tokens}” e o {target}, um token adiante, acaba em “{last}”",
            ),
            len(self.starts),
            input=WORDS("input"),
            target=WORDS("target"),
            tokens=truncate_line(" · ".join(token_labels(self.tokens)[: self.size]), room),
            last=self._label(self.size),
        )

    def _describe_second(self) -> str:
        first, last = self._label(self.starts[1]), self._label(self.starts[1] + self.size)
        return phrase("; a segunda começa em “{first}” e acaba em “{last}”", first=first, last=last)

    def _label(self, place: int) -> str:
        return truncate_line(token_labels(self.tokens)[place], 16)

    @property
    def _count(self) -> int:
        """How many windows are drawn: as many as asked for, or as have room."""
        return min(self.shown, len(self.starts), max(1, _MAX_CAPS // (2 * self.size)))

    def _end(self, count: int) -> int:
        """Return how many tokens the first windows reach over."""
        return self.starts[count - 1] + self.size + 1

    def _staircase(self, count: int, is_dense: bool) -> elements.Element:
        """Return each window's input and, below it and one step on, its target.

        Many windows that share no token are beside each other, in one row. Dense rows have no name, and
        little room around words.
        """
        cells, first = [], int(not is_dense)
        is_row = self.stride >= self.size and count > _MAX_STEPS
        for i, start in enumerate(self.starts[:count]):
            level = 0 if is_row else 3 * i
            for part, (name, role) in enumerate(_PARTS):
                row, begin = level + part, first + start + part
                back = elements.Card(elements.Spacer(), f"{role}.tint", None, "none", radius="chip")
                cells.append(elements.Cell(back, row, begin, columns=self.size, align="stretch"))
                caps = (self._cap(i, part, offset, count, is_dense) for offset in range(self.size))
                cells += [elements.Cell(cap, row, begin + place) for place, cap in enumerate(caps)]
                if not is_dense and (level or not i):
                    title = elements.Text(WORDS(name), "mark", f"{role}.strong", literal=True)
                    cells.append(
                        elements.Cell(elements.Row((elements.NoWrap(title), elements.Spacer("hair"))), row, 0)
                    )
            if level:
                cells.append(elements.Cell(elements.Spacer("small"), level - 1, 0))
        grow = (0.0,) * first + (1.0,) * self._end(count)
        strip: elements.Element = elements.Grid(tuple(cells), grow, "hair" if is_dense else "tiny", "hair")
        if is_dense:
            strip = elements.Column((strip, elements.legend(tuple(_keys()))), "medium")
        return self._with_rest(strip, count)

    def _cap(self, window: int, part: int, offset: int, count: int, is_dense: bool) -> elements.Element:
        """Return a token of a window's input or target; the last one that is drawn is solid."""
        token = self.tokens[self.starts[window] + part + offset]
        cap = elements.token_chip(token, _PARTS[part][1], self._state(window, part, offset, count), slim=True)
        if is_dense:
            return elements.Card(replace(cap, side="tiny"), None, None, "hair", "none")
        return elements.Card(cap, None, None, "hair")

    def _columns(self, count: int, wide: bool = False) -> elements.Element:
        """Return the text from top to bottom, and two columns of marks a window: its input and its target."""
        end, side = self._end(count), "medium" if wide else "tiny"
        texts = tuple(elements.token_words(token, "ink", "start") for token in self.tokens[:end])
        lanes = [elements.Lane(texts, WORDS("window"))]
        for i in range(count):
            for part in range(len(_PARTS)):
                marks = tuple(self._mark(i, part, place, count, side) for place in range(end))
                lanes.append(elements.Lane(marks, "" if part else str(i + 1)))
        strip = elements.vertical_strip(lanes, grow=not wide)
        return self._with_rest(elements.Column((strip, elements.legend(tuple(_keys()))), "medium"), count)

    def _mark(self, window: int, part: int, place: int, count: int, side: str) -> elements.Element | None:
        """Return what stands for a token; what is outside is left free, so that marks go down stairs."""
        offset = place - self.starts[window] - part
        if not 0 <= offset < self.size:
            return None
        return elements.token_mark(_PARTS[part][1], self._state(window, part, offset, count), side)

    def _state(self, window: int, part: int, offset: int, count: int) -> elements.CapState:
        is_last = part and window == count - 1 and offset == self.size - 1
        return "solid" if is_last else "focus" if part else "context"

    def _with_rest(self, windows: elements.Element, count: int) -> elements.Element:
        """Return the windows above the number of those that are not drawn."""
        rest = len(self.starts) - count
        more = WORDS("more_windows", rest, tokens=format_number(len(self.tokens))) if rest else ""
        return elements.with_caption(windows, more, "center")


def _count_tokens(count: int) -> str:
    return phrase(("{count} token", "{count} tokens"), count)


def _keys() -> Iterator[elements.LegendItem]:
    for part, (name, role) in enumerate(_PARTS):
        yield elements.LegendItem(
            WORDS(name), elements.token_mark(role, "focus" if part else "context"), role
        )


EXAMPLES = {
    "passo a passo": Windows(tokens=_TEXT, size=4),
    "sem sobreposição": Windows(tokens=_TEXT, size=2, stride=2),
}
HEADLINES = {
    "passo a passo": "A janela anda, o **alvo**{response} também",
    "sem sobreposição": "Cada alvo aparece **uma vez**{response}",
}
