"""Entrada e alvo lado a lado: cada token de entrada tem como alvo o token que vem depois dele."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain, pairwise
from math import ceil
from typing import Annotated

from infograficos import elements
from infograficos.content.checks import validate_same_length
from infograficos.content.descriptions import description_room, join_within
from infograficos.content.fields import Natural, Some, between, content, length
from infograficos.content.own_words import OwnWords
from infograficos.content.token_row import Tokens, token_labels
from infograficos.language.grammar import phrase
from infograficos.text.typography import truncate_line

__all__ = ["Shift"]

WORDS = OwnWords(
    input="entrada",
    target="alvo",
    id="id",
    more_pairs="… e mais {count}",
)

#: How many pairs the description names at most.
_DESCRIBED = 12
#: The names of tokens in each row, by which flows find them.
_ROWS = "entrada", "alvo"


@content
class Shift:
    """A sequence against itself one token later: what the model reads, and what it is to predict.

    Args:
        tokens: the tokens in order; all but the last are read, all but the first are predicted.
        ids: one id a token, drawn under the tokens; a list, an array or a tensor.
        shown: how many pairs are drawn; the others are counted.
    """

    tokens: Annotated[Tokens, length(2)]
    ids: Some[Natural] | None = None
    shown: Annotated[int, between(1, 12)] = 8

    def __post_init__(self) -> None:
        validate_same_length(tokens=self.tokens, ids=self.ids)

    def body(self) -> elements.Element:
        """Return the text's columns in as few lines as they fit, with a flow from each token to the next."""
        count = min(self.shown, len(self.tokens) - 1)
        rest = len(self.tokens) - 1 - count
        sizes = dict.fromkeys(ceil(count / lines) for lines in range(1, count + 1))
        wide = (elements.WideOnly(self._lines(count, most, is_dense=False)) for most in sizes)
        dense = (self._lines(count, most, is_dense=True) for most in sizes)
        options = tuple(chain.from_iterable(zip(wide, dense, strict=True)))
        flow = partial(elements.Flow, color="input.mid", stroke="ribbon_thin", leaves="bottom", arrives="top")
        names = [elements.numbered_names(row, range(count + 1)) for row in _ROWS]
        flows = tuple(map(flow, names[0][:-1], names[1][1:]))
        pairs = elements.WithConnectors(elements.FirstThatFits(options), flows)
        more = WORDS("more_pairs", rest) if rest else ""
        return elements.Named("pares", elements.with_caption(pairs, more, "center"))

    def describe(self) -> str:
        """Return how many pairs there are and what the first of them are."""
        count = len(self.tokens) - 1
        words = [f"“{truncate_line(label, 12)}”" for label in token_labels(self.tokens)[: _DESCRIBED + 1]]
        opening = phrase(
            (
                "Um par de {input} e {target}, o {target} sempre um token adiante",
                "{count} pares de {input} e {target}, o {target} sempre um token adiante",
            ),
            count,
            input=WORDS("input"),
            target=WORDS("target"),
        )
        pairs = join_within(
            [" → ".join(pair) for pair in pairwise(words)], description_room() - len(opening), count
        )
        return f"{opening}: {pairs}."

    def _lines(self, count: int, most: int, *, is_dense: bool) -> elements.Element:
        """Return the first pairs, at most so many a line."""
        firsts = range(0, count, most)
        lines = tuple(self._line(first, min(most, count - first), is_dense) for first in firsts)
        return elements.Column(lines, "medium", "center")

    def _line(self, first: int, count: int, is_dense: bool) -> elements.Element:
        """Return tokens over those after them, each in its own column."""
        places = range(first, first + count)
        given = [self._token(place, "input", is_dense) for place in places]
        wanted = [self._token(place + 1, "response", is_dense) for place in places]
        rows = [
            (*given, _name("input", "input")),
            (elements.Spacer("link"),),
            (_name("target", "response"), *wanted),
        ]
        if self.ids:
            ids, name = list(map(elements.token_number, self.ids[first : first + count + 1])), _name("id", "")
            rows = [(*ids[:-1], name), *rows, (name, *ids[1:])]
        cells = tuple(elements.Cell(cell, r, i) for r, row in enumerate(rows) for i, cell in enumerate(row))
        return elements.Grid(cells, (1.0,) * (count + 1), "hair" if is_dense else "small", "hair")

    def _token(self, place: int, role: str, is_dense: bool) -> elements.Element:
        """Return a token: what is to be predicted is learned from, and the last of it is the point."""
        last = min(self.shown, len(self.tokens) - 1)
        state: elements.CapState = "context" if role == "input" else "solid" if place == last else "focus"
        cap = elements.token_chip(self.tokens[place], role, state)
        name = f"{_ROWS[role != 'input']} {place + 1}"
        return elements.Named(name, replace(cap, side="tiny") if is_dense else cap)


def _name(word: str, role: str) -> elements.Element:
    """Return the name of a row, in the place that the shift leaves free."""
    color = f"{role}.strong" if role else "muted"
    return elements.NoWrap(elements.Text(WORDS(word), "label", color, "center", literal=True))


EXAMPLES = {
    "só tokens": Shift(["E", " lá", " vem", " o", " sol"]),
    "com ids": Shift(["Ġto", "ken", "iza", "ção"], ids=[11, 26, 38, 29]),
}
HEADLINES = {
    "só tokens": "Prever o **próximo**{response}",
    "com ids": "O alvo é **ids[1:]**{response}",
}
