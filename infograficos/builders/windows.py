"""Uma janela que desliza sobre o texto: cada parada dá uma entrada e o alvo, deslocado em um token."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Annotated

from pydantic import Field

from infograficos import elements
from infograficos.content.fields import Count, Some, content, short
from infograficos.content.token_text import speak_token
from infograficos.language.numbers import format_number
from infograficos.language.portuguese import pluralize
from infograficos.text.typography import truncate_line

__all__ = ["Windows"]

Token = Annotated[str, Field(strict=True, min_length=1), short(24)]
#: How many tokens all windows together may have drawn, inputs and targets.
_MOST_DRAWN = 32
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
    size: Annotated[int, Field(strict=True, ge=1, le=8)] = 4
    stride: Count = 1
    shown: Annotated[int, Field(strict=True, ge=1, le=4)] = 3

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
        windows = elements.Named(
            "janelas", elements.FirstThatFits((self._staircase(), self._together(), self._pairs()))
        )
        return elements.Column((windows, *self._rest()), "small")

    def describe(self) -> str:
        """Return how many windows there are, what the first is and what is new in its target."""
        first = truncate_line(" · ".join(speak_token(token) for token in self.tokens[: self.size]), 60)
        target = truncate_line(speak_token(self.tokens[self.size]), 16)
        count = len(self.starts)
        windows = f"{format_number(count)} janelas" if count > 1 else "1 janela"
        pace = f", com passo de {pluralize(self.stride, 'token', 'tokens')}" if count > 1 else ""
        where = "Na primeira" if count > 1 else "Nela"
        return (
            f"{windows} de {pluralize(self.size, 'token', 'tokens')} sobre um texto de "
            f"{format_number(len(self.tokens))} tokens{pace}. {where}, a entrada é “{first}” e o alvo, um "
            f"token adiante, acaba em “{target}”."
        )

    @property
    def _drawn(self) -> tuple[int, ...]:
        """The windows that are drawn: long ones are fewer, so that the figure keeps its words few."""
        return self.starts[: min(self.shown, max(1, _MOST_DRAWN // (2 * self.size)))]

    def _staircase(self) -> elements.Element:
        """Return inputs and targets under the text, each token in its own column."""
        end = self._drawn[-1] + self.size + 1
        text = elements.Lane(
            tuple(elements.token_chip(token, "input", "plain", slim=True) for token in self.tokens[:end]),
            "texto",
        )
        lanes = [text, *(lane for start in self._drawn for lane in self._lanes(start, end))]
        return elements.TokenStrip(tuple(lanes), more="…" if end < len(self.tokens) else "", wraps=False)

    def _lanes(self, start: int, columns: int) -> tuple[elements.Lane, elements.Lane]:
        """Return a window's two rows among as many columns, the target's one to the right."""
        before, after = (None,) * start, (None,) * (columns - start - self.size)
        ends = self._pair(start)
        return (
            elements.Lane((*before, *ends[0], *after), "entrada", "input.strong", apart=True),
            elements.Lane((*before, None, *ends[1], *after[1:]), "alvo", "response.strong"),
        )

    def _together(self) -> elements.Element:
        """Return the windows below each other, every target under the input that it follows."""
        lanes = [lane for start in self._drawn for lane in self._two(start)]
        return elements.TokenStrip(tuple(lanes), wraps=False)

    def _pairs(self) -> elements.Element:
        """Return the windows below each other, each broken into lines where it must be."""
        windows = [
            [replace(lane, name="", apart=False) for lane in self._two(start)] for start in self._drawn
        ]
        strips = elements.Column(tuple(elements.TokenStrip(tuple(lanes)) for lanes in windows), "large")
        return elements.Column((elements.lane_caption(self._two(self._drawn[0])), strips), "small")

    def _two(self, start: int) -> tuple[elements.Lane, elements.Lane]:
        given, wanted = self._pair(start)
        given_lane = elements.Lane(given, "entrada", "input.strong", apart=start != self._drawn[0])
        return given_lane, elements.Lane(wanted, "alvo", "response.strong")

    def _pair(self, start: int) -> tuple[tuple[elements.Element, ...], tuple[elements.Element, ...]]:
        """Return a window's chips; only the last token of the target is new to the model."""
        end = start + self.size
        given = tuple(elements.token_chip(token, "input", "inked", True) for token in self.tokens[start:end])
        known = tuple(
            elements.token_chip(token, "response", "inked", True) for token in self.tokens[start + 1 : end]
        )
        return given, (*known, elements.token_chip(self.tokens[end], "response", "strong", True))

    def _rest(self) -> tuple[elements.Element, ...]:
        left = len(self.starts) - len(self._drawn)
        if not left:
            return ()
        more = f"… e mais {format_number(left)} {'janelas' if left > 1 else 'janela'}"
        return (
            elements.Text(f"{more}, em {format_number(len(self.tokens))} tokens", "label", "muted", "center"),
        )


EXAMPLES = {
    "passo a passo": Windows(tokens=_TEXT, size=4),
    "sem sobreposição": Windows(tokens=_TEXT, size=3, stride=3),
}
