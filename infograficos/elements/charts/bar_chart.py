"""What bars, standing and lying alike, are made of: categories with values, a scale from zero, a cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.elements.charts.lying_bar import Filling, filled
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import TOLERANCE, Limits, Point, Rect
from infograficos.scene.items import Drawable, Frame, Path, Placed, Step, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: Lengths of dash and gap of the line at a cut, in units.
_DASH = (6.0, 5.0)

#: Pieces of a line shorter than this would be specks.
_SPECK = 6.0


@dataclass(frozen=True, slots=True)
class Amount:
    """A bar: its value, how it is written at its end, and how it is filled."""

    value: float
    written: str
    role: str
    filling: Filling = "solid"

    def label(self, strong: bool) -> Text:
        """Return the value in words."""
        return Text(
            self.written, "mark" if strong else "label", f"{self.role}.strong", literal=True, tabular=True
        )


@dataclass(frozen=True, slots=True)
class Category:
    """A name and its bars, one a series; `strong` sets its words strong."""

    name: str
    amounts: tuple[Amount, ...]
    strong: bool = False

    def heading(self) -> Text:
        """Return the name in words."""
        return Text(self.name, "mark" if self.strong else "label", "ink", "center", literal=True)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A value that bars reach or do not, and its name."""

    value: float
    name: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in its place, and the words for its end."""

    amount: Amount
    rect: Rect
    label: Frame


@dataclass(frozen=True, slots=True)
class Scale:
    """Where values stand on a stretch of the sheet that always holds zero."""

    low: float
    high: float

    def fraction(self, value: float) -> float:
        """Return how far from the low end a value is, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def scale_of(categories: Sequence[Category], cut: Threshold | None) -> Scale:
    """Return the scale that holds zero, all values and the cut."""
    values = [amount.value for category in categories for amount in category.amounts]
    values += [cut.value] if cut else []
    low, high = min(0.0, *values), max(0.0, *values)
    return Scale(low, high if high > low else low + 1.0)


def laid_words(words: Text, layouter: Layouter, room: float | None = None) -> Frame:
    """Return words in one line or, in the room that they are given, in as few as fit."""
    return layouter.layout(words, Limits() if room is None else Limits(room))


def laid_labels(categories: Sequence[Category], layouter: Layouter) -> list[list[Frame]]:
    """Return the words for the ends of the bars, a list for each category."""
    return [
        [laid_words(amount.label(each.strong), layouter) for amount in each.amounts] for each in categories
    ]


def placed_bars(
    categories: Sequence[Category], labels: Sequence[Sequence[Frame]], rect_of: Callable[[int, int], Rect]
) -> list[Bar]:
    """Return all bars in their places.

    Args:
        categories: whose bars they are.
        labels: their words; see `laid_labels`.
        rect_of: where a bar is, by the numbers of its category and of its series.
    """
    return [
        Bar(amount, rect_of(place, series), labels[place][series])
        for place, category in enumerate(categories)
        for series, amount in enumerate(category.amounts)
    ]


def drawn_bars(bars: Sequence[Bar], look: ResolvedTheme) -> list[Drawable]:
    """Return what bars look like; one whose value is zero is not there to be seen."""
    seen = [bar for bar in bars if min(bar.rect.width, bar.rect.height) > TOLERANCE]
    return [item for bar in seen for item in filled(bar.rect, bar.amount.role, bar.amount.filling, look)]


def broken(start: Point, end: Point, words: Sequence[Rect], pen: Stroke) -> Path | None:
    """Return an upright or lying line that is interrupted where it would cross words.

    Args:
        start: its upper or left end.
        end: its lower or right end.
        words: the rectangles that it keeps out of.
        pen: what it is drawn with.
    """
    upright = start.x == end.x
    first, last = (start.y, end.y) if upright else (start.x, end.x)
    across = start.x if upright else start.y
    steps: list[Step] = []
    for low, high in [*_blocked(across, words, upright), (last, last)]:
        if min(low, last) - first >= _SPECK:
            ends = (first, min(low, last))
            points = [Point(across, at) if upright else Point(at, across) for at in ends]
            steps += [Step("M", (points[0],)), Step("L", (points[1],))]
        first = max(first, high)
    return Path(tuple(steps), stroke=pen, purpose="ornament") if steps else None


def _blocked(across: float, words: Sequence[Rect], upright: bool) -> list[tuple[float, float]]:
    sides = [(r.x, r.right, r.y, r.bottom) if upright else (r.y, r.bottom, r.x, r.right) for r in words]
    return sorted((low, high) for near, far, low, high in sides if near <= across <= far)


def drawn_lines(
    zero: tuple[Point, Point] | None,
    cut: tuple[Point, Point] | None,
    words: Sequence[Placed],
    look: ResolvedTheme,
) -> list[Drawable]:
    """Return the line at zero and, dashed, the line at the cut, both clear of words."""
    rects = [
        Rect(each.at.x, each.at.y, each.item.size.width, each.item.size.height).grown(look.space("tiny"))
        for each in words
        if isinstance(each.item, Frame)
    ]
    solid = Stroke(look.paint("muted"), look.stroke("rule"))
    axis = broken(*zero, rects, solid) if zero else None
    pen = Stroke(look.paint("ink"), look.stroke("rule"), _DASH)
    dashed = broken(*cut, rects, pen) if cut else None
    return [line for line in (dashed, axis) if line]
