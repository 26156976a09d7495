"""Uma janela que desliza sobre o texto: cada parada dá uma entrada e o alvo, deslocado em um token."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Annotated

from infograficos import elements
from infograficos.content.fields import Count, Some, Token, between, content
from infograficos.content.token_text import speak_token
from infograficos.language.numbers import format_number
from infograficos.language.portuguese import inflect, pluralize
from infograficos.text.typography import truncate_line

__all__ = ["Windows"]

#: How many chips all windows may have together.
_MAX_CHIPS = 32
_TEXT = ("O", "rato", "viu", "o", "gato", "no", "muro", "alto", ".")


@content
class Windows:
    """Training pairs cut out of a text: windows of `size` tokens, each with the same one token later.

    Args:
        tokens: the text's tokens in order.
        size: how many tokens a window holds, the context's length.
        stride: how far the next window starts after the last one.
        shown: how many windows are drawn; the others are counted.
    """

    tokens: Some[Token]
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
        """Return the windows over the text's own columns; where these do not fit, one after another."""
        options = elements.FirstThatFits((self._staircase(), self._stack(), self._narrow_stack()))
        rest = (elements.Text(self._rest(), "label", "muted", "center"),) if self._rest() else ()
        return elements.Column((elements.Named("janelas", options), *rest), "small")

    def describe(self) -> str:
        """Return how many windows there are, what the first is and what is new in its target."""
        first = truncate_line(" · ".join(speak_token(token) for token in self.tokens[: self.size]), 60)
        target = truncate_line(speak_token(self.tokens[self.size]), 16)
        count = len(self.starts)
        windows = pluralize(count, "janela", "janelas", grouped=True)
        stride = f", com passo de {pluralize(self.stride, 'token', 'tokens')}" if count > 1 else ""
        where = inflect(count, "Nela", "Na primeira")
        return (
            f"{windows} de {pluralize(self.size, 'token', 'tokens')} sobre um texto de "
            f"{format_number(len(self.tokens))} tokens{stride}. {where}, a entrada é “{first}” e o alvo, um "
            f"token adiante, acaba em “{target}”."
        )

    @property
    def _visible(self) -> tuple[int, ...]:
        """The starts of the windows that have room."""
        return self.starts[: min(self.shown, max(1, _MAX_CHIPS // (2 * self.size)))]

    def _staircase(self) -> elements.Element:
        """Return inputs and targets under the text, each token in its own column."""
        end = self._visible[-1] + self.size + 1
        chips = tuple(elements.token_chip(token, "input", "plain", slim=True) for token in self.tokens[:end])
        lanes = [elements.Lane(chips, "texto")]
        for start in self._visible:
            source, target = self._lanes(start)
            before, after = (None,) * start, (None,) * (end - start - self.size)
            lanes.append(replace(source, cells=(*before, *source.cells, *after), space_above=True))
            lanes.append(replace(target, cells=(*before, None, *target.cells, *after[1:])))
        return elements.TokenStrip(tuple(lanes), more="…" if end < len(self.tokens) else "", wraps=False)

    def _stack(self) -> elements.Element:
        """Return the windows below each other, every target under the input that it follows."""
        lanes = [lane for start in self._visible for lane in self._lanes(start)]
        return elements.TokenStrip(tuple(lanes), wraps=False)

    def _narrow_stack(self) -> elements.Element:
        strips = []
        for start in self._visible:
            lanes = (replace(lane, name="", space_above=False) for lane in self._lanes(start))
            strips.append(elements.TokenStrip(tuple(lanes)))
        caption = elements.lane_caption(self._lanes(self._visible[0]))
        return elements.Column((caption, elements.Column(tuple(strips), "large")), "small")

    def _lanes(self, start: int) -> tuple[elements.Lane, elements.Lane]:
        """Return a window's input and target; only the target's last token is new to the model."""
        end, chip = start + self.size, elements.token_chip
        source = tuple(chip(token, "input", "inked", True) for token in self.tokens[start:end])
        target = tuple(chip(token, "response", "inked", True) for token in self.tokens[start + 1 : end])
        new = chip(self.tokens[end], "response", "strong", True)
        return (
            elements.Lane(source, "entrada", "input.strong", space_above=start != self._visible[0]),
            elements.Lane((*target, new), "alvo", "response.strong"),
        )

    def _rest(self) -> str:
        count = len(self.starts) - len(self._visible)
        more = f"… e mais {pluralize(count, 'janela', 'janelas', grouped=True)}"
        return f"{more}, em {format_number(len(self.tokens))} tokens" if count else ""


EXAMPLES = {
    "passo a passo": Windows(tokens=_TEXT, size=4),
    "sem sobreposição": Windows(tokens=_TEXT, size=3, stride=3),
}
