"""Uma janela que desliza sobre o texto: cada parada dá uma entrada e o alvo, deslocado em um token."""

from __future__ import annotations

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
    text="texto",
    window="janela",
    input="entrada",
    target="alvo",
    new_token="token novo",
    strong_cap="tecla forte: o token novo",
    more_windows=(
        "… e mais {count} janela, em {tokens} tokens",
        "… e mais {count} janelas, em {tokens} tokens",
    ),
)

#: How many chips all windows may have together, and how many rows a wide sheet has room for.
_MAX_CHIPS, _MAX_ROWS = 32, 12
#: What the marks that stand for tokens are: words, colour role, and whether they are new.
_KEYS = ("input", "input", False), ("target", "response", False), ("new_token", "response", True)
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
        if self._end(count) <= _MAX_CHIPS:
            options.insert(0, self._staircase(count))
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
        return min(self.shown, len(self.starts), max(1, _MAX_CHIPS // (2 * self.size)))

    def _end(self, count: int) -> int:
        """Return how many tokens the first windows reach over."""
        return self.starts[count - 1] + self.size + 1

    def _staircase(self, count: int) -> elements.Element:
        """Return inputs and targets under the text, each token in its own column."""
        starts = self.starts[:count]
        end = self._end(count)
        chips = tuple(
            elements.token_chip(token, "input", "neutral", slim=True) for token in self.tokens[:end]
        )
        lanes = [elements.Lane(chips, WORDS("text"))]
        for start in starts:
            source, target = self._lanes(start)
            before, after = (None,) * start, (None,) * (end - start - self.size)
            lanes.append(replace(source, cells=(*before, *source.cells, *after), space_above=True))
            lanes.append(replace(target, cells=(*before, None, *target.cells, *after[1:])))
        strip = elements.TokenStrip(tuple(lanes), more="…" if end < len(self.tokens) else "", wraps=False)
        return self._with_rest(strip, count, WORDS("strong_cap"))

    def _columns(self, count: int, wide: bool = False) -> elements.Element:
        """Return the text from top to bottom and two columns of marks a window, its input and its target."""
        end, mark, side = self._end(count), elements.token_mark, "medium" if wide else "tiny"
        texts = tuple(elements.token_words(token, "ink", "start") for token in self.tokens[:end])
        lanes, spans = [elements.Lane(texts, WORDS("window"))], []
        for i, start in enumerate(self.starts[:count]):
            before, after = (None,) * start, (None,) * (end - start - self.size - 1)
            source = (mark("input", side=side),) * self.size
            target = *(mark("response", side=side),) * (self.size - 1), mark("response", True, side)
            lanes.append(elements.Lane((*before, *source, None, *after)))
            lanes.append(elements.Lane((*before, None, *target, *after)))
            spans.append(elements.TokenSpan(2 * i + 1, 2 * i + 2, str(i + 1)))
        strip = elements.vertical_strip(lanes, spans, grow=not wide)
        key = elements.mark_key(*((WORDS(name), role, new) for name, role, new in _KEYS))
        return self._with_rest(elements.Column((strip, key), "medium"), count)

    def _with_rest(self, windows: elements.Element, count: int, key: str = "") -> elements.Element:
        """Return the windows above what their marks say and the number of those that are not drawn."""
        rest = len(self.starts) - count
        more = WORDS("more_windows", rest, tokens=format_number(len(self.tokens))) if rest else ""
        return elements.with_caption(windows, "; ".join(filter(None, (key, more))), "center")

    def _lanes(self, start: int) -> tuple[elements.Lane, elements.Lane]:
        """Return a window's input and target; only the target's last token is new to the model."""
        end, chip = start + self.size, elements.token_chip
        source = tuple(chip(token, "input", "context", True) for token in self.tokens[start:end])
        target = tuple(chip(token, "response", "context", True) for token in self.tokens[start + 1 : end])
        new = chip(self.tokens[end], "response", "focus", True)
        return (
            elements.Lane(source, WORDS("input"), "input.strong"),
            elements.Lane((*target, new), WORDS("target"), "response.strong"),
        )


EXAMPLES = {
    "passo a passo": Windows(tokens=_TEXT, size=4),
    "sem sobreposição": Windows(tokens=_TEXT, size=3, stride=3),
}
