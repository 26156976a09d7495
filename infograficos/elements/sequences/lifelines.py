"""Lifelines: dotted, broad where they work, and cut around words and the arrows that pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.elements.sequences.activity import Activation
from infograficos.elements.sequences.parts import shown
from infograficos.elements.sequences.words import HALF_BAR
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import Box, Path, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How far above its first arrow work begins, and below its last one ends.
_BEFORE, _AFTER = 6.0, 6.0

#: What an arrow leaves free of a bar that it passes, and a bar of its dots.
_GAP, _DOTS_GAP = 5.0, 2.0

#: The shortest piece of a bar or a lifeline.
_SHORTEST = 6.0

#: The lengths of a lifeline's dots and gaps.
_DOTS = (0.1, 7.0)

#: From where to where something reaches down the sheet.
_Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class LifelineInk:
    """One lifeline: its x, from where to where it goes, when it works, and what is over it.

    Args:
        covered: the rectangles of words; only those that meet it count.
        passed: the heights of the arrows that pass it.
    """

    x: float
    role: str
    ends: _Interval
    activations: Iterable[Activation]
    covered: Iterable[Rect]
    passed: Iterable[float]

    def paint(self, look: ResolvedTheme) -> Iterator[Placed]:
        """Yield its dots, then its bars, each of which is shown at the step at which the work starts."""
        low, high = self.x - HALF_BAR, self.x + HALF_BAR
        words = [(each.y, each.bottom) for each in self.covered if each.x < high and each.right > low]
        arrows = [(y - _GAP, y + _GAP) for y in self.passed]
        bars = [(each.top - _BEFORE, each.bottom + _AFTER, each.step) for each in self.activations]
        worked = [(top - _DOTS_GAP, bottom + _DOTS_GAP) for top, bottom, _ in bars]
        ink = look.paint(f"{self.role}.body")
        commands = [
            command
            for top, bottom in _subtract(self.ends, [*words, *worked])
            for command in polyline(Point(self.x, top), Point(self.x, bottom))
        ]
        if commands:
            pen = Stroke(ink, look.stroke("arrow"), _DOTS)
            yield Placed(ORIGIN, Path(tuple(commands), stroke=pen, purpose="ornament"))
        for start, end, step in bars:
            for top, bottom in _subtract((start, end), [*words, *arrows]):
                rect = Rect(low, top, 2 * HALF_BAR, bottom - top)
                bar = Box(rect, ink, radius=min(HALF_BAR, rect.height / 2), purpose="ornament")
                yield shown([Placed(ORIGIN, bar)], step)


def _subtract(whole: _Interval, holes: Iterable[_Interval]) -> Iterator[_Interval]:
    """Yield what holes leave of an interval, without pieces that are too short to be seen."""
    low, high = whole
    for start, end in sorted(holes):
        if min(start, high) - low >= _SHORTEST:
            yield low, min(start, high)
        low = max(low, end)
    if high - low >= _SHORTEST:
        yield low, high
