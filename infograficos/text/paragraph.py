"""Breaks paragraphs into balanced lines that end in no article or preposition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import isinf
from operator import add
from typing import Protocol

from infograficos.language.portuguese import WEAK_ENDINGS
from infograficos.scene.geometry import TOLERANCE
from infograficos.scene.glyph_run import FontStyle, GlyphRun, Metrics
from infograficos.text.markup import Emphasis, Span
from infograficos.text.typography import insert_no_break_spaces
from infograficos.value_object import value_object


class Ruler(Protocol):
    """Shapes and measures text: the bundled fonts, or square glyphs in a test."""

    def __hash__(self) -> int:
        """Identify the ruler in caches of what it measured."""
        ...

    def shape(self, text: str, style: FontStyle) -> tuple[GlyphRun, ...]:
        """Shape a text into the runs that will be drawn."""
        ...

    def metrics(self, style: FontStyle) -> Metrics:
        """Return a style's vertical measures in units."""
        ...


@value_object
class RunBox:
    """A shaped run at `x` units from the start of its line, not yet painted (see `PlacedRun`)."""

    x: float
    run: GlyphRun


@value_object
class LineBox:
    """One line of a paragraph: its runs, its width in units and its words."""

    runs: tuple[RunBox, ...]
    width: float
    text: str


# A line may end after spaces, after a hyphen or slash between letters, after a dash, and around CJK.
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_BREAK = re.compile(rf" +|(?<=[^\W\d_][-/])(?=[^\W\d_])|(?<=[—–])(?=\w)|(?<={_CJK})(?=\w)|(?<=\w)(?={_CJK})")


class Paragraph:
    """A text with emphasis, and a font for each, to be broken at any width; each line is measured once."""

    def __init__(self, spans: Sequence[Span], styles: Mapping[Emphasis, FontStyle], ruler: Ruler) -> None:
        self._breakers = [_LineBreaker(part, styles, ruler) for part in _split_at_newlines(spans)]

    def lines(self, max_width: float) -> tuple[LineBox, ...]:
        """Return its lines at a width in units; a wider word overflows a line of its own."""
        return tuple([line for breaker in self._breakers for line in breaker.lines(max_width)])


def _split_at_newlines(spans: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    current: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        current.append(Span(first, span.emphasis))
        for other in others:
            yield tuple(current)
            current = [Span(other, span.emphasis)]
    yield tuple(current)


class _LineBreaker:
    """Breaks a text without newlines."""

    def __init__(self, spans: tuple[Span, ...], styles: Mapping[Emphasis, FontStyle], ruler: Ruler) -> None:
        self.text = insert_no_break_spaces("".join(span.text for span in spans))
        self._spans, self._styles, self._ruler = spans, styles, ruler
        self._chunks = tuple(_chunks(self.text))
        self._line = cache(self._shape)
        # Undrawable characters are reported here, where the message can quote the words around them.
        ruler.shape(self.text, styles["plain"])

    def lines(self, max_width: float) -> Iterator[LineBox]:
        count = max(1, len(self._chunks))
        if count == 1 or isinf(max_width) or self._line(0, count).width <= max_width + TOLERANCE:
            yield self._line(0, count)
        else:
            yield from (self._line(first, last) for first, last in self._best_breaks(max_width))

    def _shape(self, first: int, last: int) -> LineBox:
        if not self._chunks:
            return LineBox((), 0.0, "")
        start, end = self._chunks[first].start, self._chunks[last - 1].stop
        runs: list[RunBox] = []
        x = 0.0
        for text, emphasis in self._stretches(start, end):
            for run in self._ruler.shape(text, self._styles[emphasis]):
                runs.append(RunBox(x, run))
                x += run.width
        return LineBox(tuple(runs), x, self.text[start:end])

    def _stretches(self, start: int, end: int) -> Iterator[tuple[str, Emphasis]]:
        position = 0
        for span in self._spans:
            text = self.text[max(start, position) : min(end, position + len(span.text))]
            position += len(span.text)
            if text:
                yield text, span.emphasis

    def _best_breaks(self, max_width: float) -> Iterable[tuple[int, int]]:
        """Choose the breaks with the fewest weak endings, then the fewest and the most even lines."""
        count = len(self._chunks)

        def lines_from(first: int) -> Iterator[tuple[int, tuple[float, ...]]]:
            for last in range(first + 1, count + 1):
                over = self._line(first, last).width - max_width
                if over > TOLERANCE and last > first + 1:
                    return
                yield last, (self.text[self._chunks[last - 1]].casefold() in WEAK_ENDINGS, 1, over * over)

        return cheapest_breaks(count, lines_from)


def cheapest_breaks(
    count: int, lines_from: Callable[[int], Iterable[tuple[int, tuple[float, ...]]]]
) -> Iterable[tuple[int, int]]:
    """Divide pieces into the lines that cost least together, given by the start and end of each.

    Args:
        count: the number of pieces.
        lines_from: gives the possible ends of a line that starts at a piece, each with the line's costs, the
            most important one first.
    """
    # From each piece on: the costs of all lines, and where the first one ends.
    best: list[tuple[tuple[float, ...], int]] = [((), count)] * (count + 1)
    for first in range(count - 1, -1, -1):
        best[first] = min(
            (tuple(map(add, costs, best[end][0])) or costs, end) for end, costs in lines_from(first)
        )
    breaks = [0]
    while breaks[-1] < count:
        breaks.append(best[breaks[-1]][1])
    return pairwise(breaks)


def _chunks(text: str) -> Iterator[slice]:
    """Yield what is between two places where a line may end, without the spaces there."""
    start = 0
    for match in _BREAK.finditer(text):
        if match.start() > start:
            yield slice(start, match.start())
        start = match.end()
    if start < len(text):
        yield slice(start, len(text))


def max_line_width(lines: Sequence[LineBox]) -> float:
    """Return the width of the widest line, in units."""
    return max((line.width for line in lines), default=0.0)
