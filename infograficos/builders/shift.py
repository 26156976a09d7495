"""Entrada e alvo lado a lado: cada token de entrada tem como alvo o token que vem depois dele."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from infograficos import elements
from infograficos.content.checks import validate_same_length
from infograficos.content.descriptions import description_room, join_within
from infograficos.content.fields import Natural, Some, between, content, length
from infograficos.content.own_words import OwnWords
from infograficos.content.token_row import Tokens, token_labels
from infograficos.language.numbers import format_number
from infograficos.language.portuguese import inflect
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
        """Return inputs above targets, an arrow from each input to its target."""
        count = min(self.shown, len(self.tokens) - 1)
        rest = len(self.tokens) - 1 - count
        arrows = elements.Lane((elements.Arrow("down"),) * count)
        inputs = self._lanes(0, count, WORDS("input"), "input")
        lanes = (*inputs, arrows, *self._lanes(1, count, WORDS("target"), "response"))
        more = WORDS("more_pairs", rest) if rest else ""
        return elements.Named("pares", elements.TokenStrip(lanes, more=more))

    def describe(self) -> str:
        """Return how many pairs there are and what the first of them are."""
        count = len(self.tokens) - 1
        words = [f"“{truncate_line(label, 12)}”" for label in token_labels(self.tokens)[: _DESCRIBED + 1]]
        size = inflect(count, "Um par", f"{format_number(count)} pares")
        source, target = WORDS("input"), WORDS("target")
        opening = f"{size} de {source} e {target}, o {target} sempre um token adiante"
        pairs = join_within(
            [" → ".join(pair) for pair in pairwise(words)], description_room() - len(opening), count
        )
        return f"{opening}: {pairs}."

    def _lanes(self, first: int, count: int, name: str, role: str) -> tuple[elements.Lane, ...]:
        """Return a lane of tokens and, if there are ids, one of their ids."""
        part = slice(first, first + count)
        # What is to be predicted is learned from.
        state: elements.CapState = "focus" if first else "context"
        chips = tuple(elements.token_chip(token, role, state) for token in self.tokens[part])
        lane = elements.Lane(chips, name, f"{role}.strong")
        if not self.ids:
            return (lane,)
        return lane, elements.Lane(tuple(map(elements.token_number, self.ids[part])), WORDS("id"))


EXAMPLES = {
    "só tokens": Shift(["O", " gato", " subiu", " no", " muro", "."]),
    "com ids": Shift(["Veja", "Ġa", "Ġto", "ken", "iza", "ção"], ids=[1402, 263, 281, 305, 1511, 2033]),
}
