"""Breaks a text into lines, well balanced and never ending in a lonely article or preposition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import isinf
from typing import Protocol

from infograficos.geometry import TOLERANCE
from infograficos.runs import FontStyle, GlyphRun, Metrics
from infograficos.text import Emphasis, Span
from infograficos.typography import WEAK_ENDINGS, glued


class Ruler(Protocol):
    """Whatever can shape a text: the bundled fonts, or square glyphs in a test."""

    def __hash__(self) -> int:
        """Tell rulers apart: what one has set is kept for it alone."""
        ...

    def shape(self, text: str, style: FontStyle) -> tuple[GlyphRun, ...]:
        """Return the runs that will be drawn for a text."""
        ...

    def metrics(self, style: FontStyle) -> Metrics:
        """Return a style's vertical measures in units."""
        ...


@dataclass(frozen=True, slots=True)
class SetRun:
    """A shaped run at `x` units from the start of its line."""

    x: float
    run: GlyphRun


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of a text: its runs, its width in units and its words."""

    runs: tuple[SetRun, ...]
    width: float
    text: str


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What lies between two places where a line may end: start, end without trailing space, and the end."""

    start: int
    visible_end: int
    end: int


#: One layout asks for the same text at many widths, and then never again.
_CACHED_PARAGRAPHS = 256

# A line may end after spaces, after a hyphen or slash between letters, after a dash, and around CJK.
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_BREAK = re.compile(rf" +|(?<=[^\W\d_][-/])(?=[^\W\d_])|(?<=[—–])(?=\w)|(?<={_CJK})(?=\w)|(?<=\w)(?={_CJK})")


def set_text(
    spans: Sequence[Span], styles: dict[Emphasis, FontStyle], ruler: Ruler, max_width: float
) -> tuple[SetLine, ...]:
    """Set a text in lines of at most `max_width` units; a newline always ends a line.

    A word wider than that gets a line of its own, wider than asked for.
    """
    fonts = tuple(styles.items())
    return tuple(
        line
        for paragraph in _paragraphs(spans)
        for line in _paragraph(paragraph, fonts, ruler).lines(max_width)
    )


@lru_cache(_CACHED_PARAGRAPHS)
def _paragraph(
    spans: tuple[Span, ...], fonts: tuple[tuple[Emphasis, FontStyle], ...], ruler: Ruler
) -> _Paragraph:
    return _Paragraph(spans, dict(fonts), ruler)


def _paragraphs(spans: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    current: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        current.append(Span(first, span.emphasis))
        for other in others:
            yield tuple(current)
            current = [Span(other, span.emphasis)]
    yield tuple(current)


class _Paragraph:
    """One text without newlines, ready to be broken at any width."""

    def __init__(self, spans: tuple[Span, ...], styles: dict[Emphasis, FontStyle], ruler: Ruler) -> None:
        self.text = glued("".join(span.text for span in spans))
        self._spans = spans
        self._styles = styles
        self._ruler = ruler
        self._chunks = tuple(_chunks(self.text))
        self._line = cache(self._set)
        # A character that cannot be drawn is refused here, where the message can quote the words around it.
        ruler.shape(self.text, styles["plain"])

    def lines(self, max_width: float) -> Iterator[SetLine]:
        whole = max(1, len(self._chunks))
        if whole == 1 or isinf(max_width) or self._line(0, whole).width <= max_width + TOLERANCE:
            yield self._line(0, whole)
            return
        for first, last in self._best_breaks(max_width):
            yield self._line(first, last)

    def _set(self, first: int, last: int) -> SetLine:
        if not self._chunks:
            return SetLine((), 0.0, "")
        start, end = self._chunks[first].start, self._chunks[last - 1].visible_end
        runs: list[SetRun] = []
        x = 0.0
        for text, emphasis in self._pieces(start, end):
            for run in self._ruler.shape(text, self._styles[emphasis]):
                runs.append(SetRun(x, run))
                x += run.width
        return SetLine(tuple(runs), x, self.text[start:end])

    def _pieces(self, start: int, end: int) -> Iterator[tuple[str, Emphasis]]:
        position = 0
        for span in self._spans:
            text = self.text[max(start, position) : min(end, position + len(span.text))]
            position += len(span.text)
            if text:
                yield text, span.emphasis

    def _best_breaks(self, max_width: float) -> list[tuple[int, int]]:
        """Choose the breaks with the fewest weak endings, then the fewest lines, then the evenest ones."""
        count = len(self._chunks)

        @cache
        def best(first: int) -> tuple[tuple[float, ...], int]:
            if first == count:
                return (0, 0, 0.0), count
            options = []
            for last in range(first + 1, count + 1):
                over = self._line(first, last).width - max_width
                if over > TOLERANCE and last > first + 1:
                    break
                rest = best(last)[0]
                own = (self._is_weak(last), 1, over * over)
                options.append((tuple(a + b for a, b in zip(own, rest, strict=True)), last))
            return min(options)

        breaks, first = [], 0
        # From the end, so that a long text never recurses deeply.
        for position in range(count, -1, -1):
            best(position)
        while first < count:
            last = best(first)[1]
            breaks.append((first, last))
            first = last
        return breaks

    def _is_weak(self, last: int) -> int:
        chunk = self._chunks[last - 1]
        return int(self.text[chunk.start : chunk.visible_end].casefold() in WEAK_ENDINGS)


def _chunks(text: str) -> Iterator[_Chunk]:
    start = 0
    for match in _BREAK.finditer(text):
        if match.start() > start:
            yield _Chunk(start, match.start(), match.end())
        start = match.end()
    if start < len(text):
        yield _Chunk(start, len(text), len(text))


def widest(lines: Sequence[SetLine]) -> float:
    """Return the width of the widest line, in units."""
    return max((line.width for line in lines), default=0.0)
