"""A geração token a token: o que sai de cada passo volta como entrada do seguinte."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from infograficos import elements
from infograficos.content.fields import Flag, Some, content, short
from infograficos.content.token_text import speak_token
from infograficos.language.portuguese import join_and, pluralize

__all__ = ["Generation"]

Token = Annotated[str, Field(strict=True, min_length=1), short(24)]
#: More tokens than this, read or made in all steps together, are more than one reads.
_MOST_DRAWN = 30


@content
class Generation:
    """A text that a model goes on with: one step a row, in which it reads what is there and adds a token.

    Args:
        context: the tokens that are there at the start.
        generated: the tokens that are added, one a step.
        cached: from the second step on, only the newest token is read; the others are kept in a cache.
    """

    context: Annotated[Some[Token], Field(max_length=8)]
    generated: Annotated[Some[Token], Field(min_length=2, max_length=4)]
    cached: Flag = False

    def __post_init__(self) -> None:
        drawn = sum(len(self.context) + step + 1 for step in range(len(self.generated)))
        if drawn > _MOST_DRAWN:
            raise ValueError(
                f"os passos somam {drawn} tokens desenhados; até {_MOST_DRAWN} se leem bem. "
                "Mostre menos passos ou um contexto mais curto"
            )

    def body(self) -> elements.Element:
        """Return the steps below each other, in the columns of the whole text where these fit."""
        steps = range(len(self.generated))
        total = len(self.context) + len(self.generated)
        lanes = tuple(self._lane(step, total) for step in steps)
        apart = tuple(_named(self._lane(step, 0)) for step in steps)
        strips = elements.FirstThatFits(
            (elements.WideOnly(elements.TokenStrip(lanes, wraps=False)), elements.Column(apart, "large"))
        )
        return elements.Column((strips, self._key()), "medium")

    def describe(self) -> str:
        """Return what is there at the start, what each step adds, and what the cache spares."""
        start = " ".join(speak_token(token) for token in self.context)
        added = join_and([f"“{speak_token(token)}”" for token in self.generated])
        last = len(self.context) + len(self.generated) - 1
        spared = (
            f" Com o cache, o último passo lê 1 token em vez de {last}."
            if self.cached
            else f" O último passo lê {pluralize(last, 'token', 'tokens')}."
        )
        return (
            f"Geração em {len(self.generated)} passos, um token por passo. Depois de “{start}” vêm {added}; "
            f"cada um volta como entrada do passo seguinte.{spared}"
        )

    def _lane(self, step: int, columns: int) -> elements.Lane:
        """Return what a step reads and the token that it adds, filled up to as many columns."""
        read = (*self.context, *self.generated[:step])
        chips = [self._chip(token, place, step) for place, token in enumerate(read)]
        new = elements.token_chip(self.generated[step], "response", "strong", slim=True)
        empty = (None,) * max(0, columns - len(read) - 1)
        return elements.Lane((*chips, new, *empty), f"passo {step + 1}", apart=step > 0)

    def _chip(self, token: str, place: int, step: int) -> elements.Element:
        if self.cached and step and place < len(self.context) + step - 1:
            return elements.token_chip(token, "masked", "plain", slim=True)
        role = "input" if place < len(self.context) else "response"
        return elements.token_chip(token, role, "inked", slim=True)

    def _key(self) -> elements.Element:
        kept = "; sem cor: guardado no cache" if self.cached else ""
        return elements.Text(f"borda forte: o token novo{kept}", "label", "muted")


def _named(lane: elements.Lane) -> elements.Element:
    """Return a step's tokens below its name, broken into lines where they must be."""
    tokens = elements.TokenStrip((elements.Lane(lane.cells),))
    return elements.Column((elements.Text(lane.name, "label", "muted"), tokens), "small", "start")


EXAMPLES = {
    "laço do decoder": Generation(["O", "gato", "subiu"], ["no", "muro", "."]),
    "com cache": Generation(["O", "gato", "subiu"], ["no", "muro", "."], cached=True),
}
