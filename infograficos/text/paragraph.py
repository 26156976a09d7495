"""Breaks paragraphs into balanced lines that end in no article or preposition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import pairwise
from math import isinf
from operator import add
from typing import Protocol

from infograficos.scene.geometry import TOLERANCE
from infograficos.scene.glyph_run import FontStyle, GlyphRun, Metrics
from infograficos.scene.items import LineEnd
from infograficos.text import line_breaks
from infograficos.text.line_breaks import Piece
from infograficos.text.markup import Emphasis, Span
from infograficos.text.typography import SOFT_HYPHEN, insert_no_break_spaces
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
    """A shaped run at `x` units from the start of its line, not yet painted (see `PlacedRun`).

    `role` is the one that its words are named for, if any.
    """

    x: float
    run: GlyphRun
    role: str = ""


@value_object
class LineBox:
    """One line of a paragraph: its runs, its width in units, its words, and what it ends at.

    `forced` says that it ends there only to fit, within what should stay together; `ascent` and `descent` are
    how far its ink reaches above and below the baseline, in units.
    """

    runs: tuple[RunBox, ...]
    width: float
    text: str
    end: LineEnd = "space"
    forced: bool = False
    ascent: float = 0.0
    descent: float = 0.0


#: Words are not broken to fit less than so many times the size of the letters.
_NARROWEST = 3.0


class Paragraph:
    """A text with emphasis, and a font for each, to be broken at any width; each line is measured once.

    Args:
        spans: the text.
        styles: the font of each emphasis.
        ruler: shapes and measures it.
        hyphenate: hyphenate a word that is too wide for a line; code never is.
    """

    def __init__(
        self,
        spans: Sequence[Span],
        styles: Mapping[Emphasis, FontStyle],
        ruler: Ruler,
        hyphenate: bool = True,
    ) -> None:
        self._breakers = [_LineBreaker(part, styles, ruler, hyphenate) for part in _split_at_newlines(spans)]
        #: How far its ink reaches above and below the baselines, in units.
        self.ascent, self.descent = (max(each.reach[side] for each in self._breakers) for side in (0, 1))

    def lines(self, max_width: float) -> tuple[LineBox, ...]:
        """Return its lines at a width in units; a word that cannot be broken to fit overflows."""
        return tuple([line for breaker in self._breakers for line in breaker.lines(max_width)])


def _reach(runs: Sequence[GlyphRun]) -> tuple[float, float]:
    """Return how far ink reaches above and below the baseline."""
    ink = [run.ink for run in runs]
    return max((-rect.y for rect in ink), default=0.0), max((rect.bottom for rect in ink), default=0.0)


def _split_at_newlines(spans: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    current: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        current.append(span if not others else replace(span, text=first))
        for other in others:
            yield tuple(current)
            current = [replace(span, text=other)]
    yield tuple(current)


class _LineBreaker:
    """Breaks a text without newlines."""

    def __init__(
        self,
        spans: tuple[Span, ...],
        styles: Mapping[Emphasis, FontStyle],
        ruler: Ruler,
        hyphenate: bool,
    ) -> None:
        self.text = "".join(span.text for span in spans)
        self._spans, self._styles, self._ruler, self._hyphenate = spans, styles, ruler, hyphenate
        # The spaces that must not break are drawn, and copied, as their author wrote them.
        self._pieces = [
            self._keep_code(each) for each in line_breaks.pieces(insert_no_break_spaces(self.text))
        ]
        self._line = cache(self._shape)
        # Undrawable characters are reported here, where the message can quote the words around them.
        self.reach = _reach(ruler.shape(self.text.replace(SOFT_HYPHEN, ""), styles["plain"]))

    def _keep_code(self, piece: Piece) -> Piece:
        """Make a line that ends inside code cost more than one line more."""
        position = 0
        for span in self._spans:
            position += len(span.text)
            if piece.stop < position:
                inside = span.emphasis == "code" and piece.stop > position - len(span.text)
                return Piece(*piece[:3], line_breaks.INSIDE_COST) if inside else piece
        return piece

    def lines(self, max_width: float) -> Iterator[LineBox]:
        if not self._pieces:
            yield LineBox((), 0.0, "")
            return
        whole = self._between(self._pieces[0], self._pieces[-1])
        if isinf(max_width) or whole.width <= max_width + TOLERANCE:
            yield whole
            return
        if max_width <= 0:
            yield from (self._between(piece, piece) for piece in self._pieces)
            return
        pieces = self._pieces if self._min_width <= max_width + TOLERANCE else self._fit_pieces(max_width)
        for first, last in self._best_breaks(pieces, max_width):
            yield self._between(pieces[first], pieces[last - 1])

    @cached_property
    def _min_width(self) -> float:
        return max(self._between(piece, piece).width for piece in self._pieces)

    def _fit_pieces(self, max_width: float) -> Sequence[Piece]:
        """Return the pieces, those of a word that is too wide as far as they fit."""

        def fits(piece: Piece) -> bool:
            return self._between(piece, piece).width <= max_width + TOLERANCE

        if max_width < _NARROWEST * self._styles["plain"].size:
            return self._pieces
        return [part for piece in self._pieces for part in self._split(piece, fits)]

    def _split(self, piece: Piece, fits: Callable[[Piece], bool]) -> list[Piece]:
        if fits(piece):
            return [piece]
        is_code = any(span.emphasis == "code" for span in self._stretches(piece.start, piece.stop))
        return line_breaks.split_word(self.text, piece, fits, self._hyphenate and not is_code)

    def _between(self, first: Piece, last: Piece) -> LineBox:
        return self._line(first.start, last.stop, last.end, last.forced)

    def _shape(self, start: int, stop: int, end: LineEnd, forced: bool) -> LineBox:
        runs: list[RunBox] = []
        x, stretches = 0.0, list(self._stretches(start, stop))
        if end == "hyphen" and stretches:
            stretches[-1] = replace(stretches[-1], text=f"{stretches[-1].text}-")
        for span in stretches:
            for run in self._ruler.shape(span.text, self._styles[span.emphasis]):
                runs.append(RunBox(x, run, span.role))
                x += run.width
        words = "".join(span.text for span in stretches)
        return LineBox(tuple(runs), x, words, end, forced, *_reach([box.run for box in runs]))

    def _stretches(self, start: int, end: int) -> Iterator[Span]:
        position = 0
        for span in self._spans:
            text = self.text[max(start, position) : min(end, position + len(span.text))]
            position += len(span.text)
            if text := text.replace(SOFT_HYPHEN, ""):
                yield Span(text, span.emphasis, span.role)

    def _best_breaks(self, pieces: Sequence[Piece], max_width: float) -> Iterable[tuple[int, int]]:
        """Choose the breaks with the fewest lines and bad endings, and then the most even lines."""
        count = len(pieces)

        def lines_from(first: int) -> Iterator[tuple[int, tuple[float, ...]]]:
            start = pieces[first].start
            for last in range(first + 1, count + 1):
                _, stop, end, cost, forced = pieces[last - 1]
                over = self._line(start, stop, end, forced).width - max_width
                if over > TOLERANCE and last > first + 1:
                    return
                yield last, (1.0 + cost, over * over)

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


def max_line_width(lines: Sequence[LineBox]) -> float:
    """Return the width of the widest line, in units."""
    return max((line.width for line in lines), default=0.0)
