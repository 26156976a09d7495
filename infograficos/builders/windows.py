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
from infograficos.language.numbers import format_number
from infograficos.language.portuguese import inflect, pluralize
from infograficos.text.typography import truncate_line

__all__ = ["Windows"]

WORDS = OwnWords(
    window="janela",
    input="entrada",
    target="alvo",
    new_token="token novo",
    more_windows=(
        "… e mais {count} janela, em {tokens} tokens",
        "… e mais {count} janelas, em {tokens} tokens",
    ),
)

#: How many caps all windows may have together, and how many rows a wide sheet has room for.
_MAX_CAPS, _MAX_ROWS = 40, 12
#: What the marks that stand for tokens are: words, colour role, and state.
_KEYS: tuple[tuple[str, str, elements.CapState], ...] = (
    ("input", "input", "context"),
    ("new_token", "response", "focus"),
)
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
            raise ValueError(
                f"o texto tem {pluralize(len(self.tokens), 'token', 'tokens')}, e com size={self.size} são "
                f"precisos ao menos {self.size + 1}: os da entrada e mais um, que só o alvo tem"
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
        labels, count = token_labels(self.tokens), len(self.starts)

        def last(window: int) -> str:
            return f"“{truncate_line(labels[self.starts[window] + self.size], 16)}”"

        windows = pluralize(count, "janela", "janelas", grouped=True)
        stride = f", com passo de {pluralize(self.stride, 'token', 'tokens')}" if count > 1 else ""
        where = inflect(count, "Nela", "Na primeira")
        start = (
            f"{windows} de {pluralize(self.size, 'token', 'tokens')} sobre um texto de "
            f"{format_number(len(self.tokens))} tokens{stride}. {where}, a {WORDS('input')} é "
        )
        second = ""
        if count > 1:
            token = truncate_line(labels[self.starts[1]], 16)
            second = f"; a segunda começa em “{token}” e acaba em {last(1)}"
        end = f"e o {WORDS('target')}, um token adiante, acaba em {last(0)}"
        first = " · ".join(labels[: self.size])
        ways = (60, second), (60, ""), (40, "")
        return fullest(f"{start}“{truncate_line(first, room)}” {end}{more}." for room, more in ways)

    @property
    def _count(self) -> int:
        """How many windows are drawn: as many as asked for, or as have room."""
        return min(self.shown, len(self.starts), max(1, _MAX_CAPS // (2 * self.size)))

    def _end(self, count: int) -> int:
        """Return how many tokens the first windows reach over."""
        return self.starts[count - 1] + self.size + 1

    def _staircase(self, count: int, is_dense: bool) -> elements.Element:
        """Return the text once a window, and a line under what its target covers.

        Dense rows have no name, and little room around words.
        """
        cells, first = [], int(not is_dense)
        for i, start in enumerate(self.starts[:count]):
            row = self._row(i, count, is_dense)[is_dense:]
            cells += [elements.Cell(cell, 3 * i, place) for place, cell in enumerate(row)]
            line = elements.Rule("response.mark", "accent")
            cells.append(elements.Cell(line, 3 * i + 1, first + start + 1, columns=self.size))
            cells.append(elements.Cell(elements.Spacer("small" if i < count - 1 else "none"), 3 * i + 2, 0))
        grow = (0.0,) * first + (1.0,) * self._end(count) + (0.0,)
        strip = elements.Grid(tuple(cells), grow[: len(row)], "hair" if is_dense else "tiny", "hair")
        return self._with_rest(elements.Column((strip, elements.legend(tuple(_keys()))), "medium"), count)

    def _row(self, window: int, count: int, is_dense: bool) -> list[elements.Element]:
        """Return a window's name and the text's tokens, as it sees them."""
        name = elements.Text(f"{WORDS('window')} {window + 1}", "label", "muted", literal=True)
        row: list[elements.Element] = [elements.NoWrap(name)]
        for place, token in enumerate(self.tokens[: self._end(count)]):
            cap = elements.token_chip(token, *self._state(place, window, count), slim=True)
            row.append(replace(cap, side="tiny") if is_dense else cap)
        more = elements.Text("…", "label", "muted", literal=True)
        return [*row, more] if self._end(count) < len(self.tokens) else row

    def _columns(self, count: int, wide: bool = False) -> elements.Element:
        """Return the text from top to bottom, and a column of marks a window."""
        end, side = self._end(count), "medium" if wide else "tiny"
        texts = tuple(elements.token_words(token, "ink", "start") for token in self.tokens[:end])
        lanes = [elements.Lane(texts, WORDS("window"))]
        for i in range(count):
            marks = tuple(self._mark(place, i, count, side) for place in range(end))
            targets = tuple(self._target_line(place, i) for place in range(end))
            lanes += [elements.Lane(marks, str(i + 1)), elements.Lane(targets)]
        strip = elements.vertical_strip(lanes, grow=not wide)
        return self._with_rest(elements.Column((strip, elements.legend(tuple(_keys()))), "medium"), count)

    def _target_line(self, place: int, window: int) -> elements.Element | None:
        """Return the line beside a token that is in a window's target."""
        offset = place - self.starts[window]
        return elements.Rule("response.mark", "accent", vertical=True) if 0 < offset <= self.size else None

    def _mark(self, place: int, window: int, count: int, side: str) -> elements.Element | None:
        """Return what stands for a token; what is outside is left free, so that marks go down stairs."""
        role, state = self._state(place, window, count)
        return None if state == "pending" else elements.token_mark(role, state, side)

    def _state(self, place: int, window: int, count: int) -> tuple[str, elements.CapState]:
        """Return the role and the state of a token: read, to be predicted, or outside of the window."""
        start = self.starts[window]
        if start <= place < start + self.size:
            return "input", "context"
        if place == start + self.size:
            return "response", "solid" if window == count - 1 else "focus"
        return "masked", "pending"

    def _with_rest(self, windows: elements.Element, count: int) -> elements.Element:
        """Return the windows above the number of those that are not drawn."""
        rest = len(self.starts) - count
        more = WORDS("more_windows", rest, tokens=format_number(len(self.tokens))) if rest else ""
        return elements.with_caption(windows, more, "center")


def _keys() -> Iterator[elements.LegendItem]:
    for name, role, state in _KEYS:
        yield elements.LegendItem(WORDS(name), elements.token_mark(role, state), role)
    yield elements.LegendItem(WORDS("target"), elements.LegendKey("response", dash="solid"), "response")


EXAMPLES = {
    "passo a passo": Windows(tokens=_TEXT, size=4),
    "sem sobreposição": Windows(tokens=_TEXT, size=2, stride=2),
}
HEADLINES = {
    "passo a passo": "A janela anda, o **alvo**{response} também",
    "sem sobreposição": "Cada token entra **uma vez**{input}",
}
