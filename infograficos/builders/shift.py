"""Entrada e alvo lado a lado: cada token de entrada tem como alvo o token que vem depois dele."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import validate_same_length
from infograficos.content.fields import Natural, Some, content, short
from infograficos.content.token_text import speak_token
from infograficos.language.numbers import format_number
from infograficos.language.portuguese import join_and
from infograficos.text.typography import truncate_line

__all__ = ["Shift"]

Token = Annotated[str, Field(strict=True, min_length=1), short(24)]
#: How many pairs are said one by one.
_SAID = 3


@content
class Shift:
    """A sequence against itself one token later: what the model reads, and what it is to predict.

    Args:
        tokens: the tokens in order; all but the last are read, all but the first are predicted.
        ids: one id a token, drawn under the tokens; a list, an array or a tensor.
        shown: how many pairs are drawn; the others are counted.
    """

    tokens: Annotated[Some[Token], Field(min_length=2)]
    ids: Some[Natural] | None = None
    shown: Annotated[int, Field(strict=True, ge=1, le=12)] = 8

    def __post_init__(self) -> None:
        validate_same_length(tokens=self.tokens, ids=self.ids)

    def body(self) -> elements.Element:
        """Return inputs above targets, an arrow from each input to its target."""
        count = min(self.shown, len(self.tokens) - 1)
        left = len(self.tokens) - 1 - count
        arrows = elements.Lane(tuple(elements.Arrow("down") for _ in range(count)))
        lanes = (
            *self._lanes(0, count, "entrada", "input"),
            arrows,
            *self._lanes(1, count, "alvo", "response"),
        )
        return elements.Named(
            "pares", elements.TokenStrip(lanes, more=f"… e mais {format_number(left)}" if left else "")
        )

    def describe(self) -> str:
        """Return how many pairs there are and what the first of them are."""
        count = len(self.tokens) - 1
        words = [f"“{truncate_line(speak_token(token), 12)}”" for token in self.tokens[: _SAID + 1]]
        pairs = [f"{given} → {wanted}" for given, wanted in pairwise(words)]
        more = [f"mais {format_number(count - _SAID)}"] if count > _SAID else []
        opening = (
            f"{format_number(count)} pares de entrada e alvo" if count > 1 else "Um par de entrada e alvo"
        )
        return f"{opening}, o alvo sempre um token adiante: {join_and([*pairs, *more])}."

    def _lanes(self, first: int, count: int, name: str, role: str) -> tuple[elements.Lane, ...]:
        """Return a row of tokens, and one of their ids where these are given: the ids belong below."""
        chips = tuple(
            elements.token_chip(token, role, "inked") for token in self.tokens[first : first + count]
        )
        row = elements.Lane(chips, name, f"{role}.strong")
        if not self.ids:
            return (row,)
        return row, elements.Lane(
            tuple(elements.token_number(each) for each in self.ids[first : first + count]), "id"
        )


EXAMPLES = {
    "só tokens": Shift(["O", " gato", " subiu", " no", " muro", "."]),
    "com ids": Shift(["Veja", "Ġa", "Ġto", "ken", "iza", "ção"], ids=[1402, 263, 281, 305, 1511, 2033]),
}
