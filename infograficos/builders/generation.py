"""A geração token a token: o que sai de cada passo volta como entrada do seguinte."""

from __future__ import annotations

from typing import Annotated

from infograficos import elements
from infograficos.content.fields import Flag, Some, Token, content, length
from infograficos.content.token_text import speak_token
from infograficos.language.portuguese import join_and, pluralize

__all__ = ["Generation"]

#: How many chips all steps may have together.
_MAX_CHIPS = 30


@content
class Generation:
    """A text that a model goes on with: one step a row, in which it reads what is there and adds a token.

    Args:
        context: the tokens that are there at the start.
        generated: the tokens that are added, one a step.
        cached: from the second step on, only the newest token is read; the others are kept in a cache.
    """

    context: Annotated[Some[Token], length(0, 8)]
    generated: Annotated[Some[Token], length(2, 4)]
    cached: Flag = False

    def __post_init__(self) -> None:
        drawn = sum(len(self.context) + step + 1 for step in range(len(self.generated)))
        if drawn > _MAX_CHIPS:
            raise ValueError(
                f"os passos somam {drawn} tokens desenhados; até {_MAX_CHIPS} se leem bem. "
                "Mostre menos passos ou um contexto mais curto"
            )

    def body(self) -> elements.Element:
        """Return the steps below each other, in the columns of the whole text where these fit."""
        steps = range(len(self.generated))
        total = len(self.context) + len(self.generated)
        staircase = elements.TokenStrip(tuple(self._lane(step, total) for step in steps), wraps=False)
        stack = elements.Column(tuple(_narrow_lane(self._lane(step, 0)) for step in steps), "large")
        strips = elements.FirstThatFits((elements.WideOnly(staircase), stack))
        cache = "; sem cor: guardado no cache" if self.cached else ""
        return elements.with_caption(strips, f"borda forte: o token novo{cache}", gap="medium")

    def describe(self) -> str:
        """Return what is there at the start, what each step adds, and what the cache spares."""
        start = " ".join(speak_token(token) for token in self.context)
        added = join_and([f"“{speak_token(token)}”" for token in self.generated])
        last = len(self.context) + len(self.generated) - 1
        cost = f"O último passo lê {pluralize(last, 'token', 'tokens')}."
        if self.cached:
            cost = f"Com o cache, o último passo lê 1 token em vez de {last}."
        return (
            f"Geração em {len(self.generated)} passos, um token por passo. Depois de “{start}” vêm {added}; "
            f"cada um volta como entrada do passo seguinte. {cost}"
        )

    def _lane(self, step: int, columns: int) -> elements.Lane:
        """Return the tokens that a step reads and the one that it adds, padded to `columns`."""
        read = (*self.context, *self.generated[:step])
        chips = [self._chip(token, place, step) for place, token in enumerate(read)]
        new = elements.token_chip(self.generated[step], "response", "strong", slim=True)
        empty = (None,) * max(0, columns - len(read) - 1)
        return elements.Lane((*chips, new, *empty), f"passo {step + 1}", space_above=step > 0)

    def _chip(self, token: str, place: int, step: int) -> elements.Element:
        if self.cached and step and place < len(self.context) + step - 1:
            return elements.token_chip(token, "masked", "plain", slim=True)
        role = "input" if place < len(self.context) else "response"
        return elements.token_chip(token, role, "inked", slim=True)


def _narrow_lane(lane: elements.Lane) -> elements.Element:
    tokens = elements.TokenStrip((elements.Lane(lane.cells),))
    return elements.Column((elements.Text(lane.name, "label", "muted"), tokens), "small", "start")


EXAMPLES = {
    "laço do decoder": Generation(["O", "gato", "subiu"], ["no", "muro", "."]),
    "com cache": Generation(["O", "gato", "subiu"], ["no", "muro", "."], cached=True),
}
