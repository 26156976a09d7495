"""A figure's number on its plate, and a headline whose key words lie on a marker's stroke."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.polyline import ROUND
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point
from infograficos.scene.items import Frame, Path, PathCommand, Placed, PlacedRun, TextBlock, TextLine
from infograficos.text.markup import name_role

#: How far the stroke reaches above and below the baseline and beyond the words, and how much it rises to the
#: right and waves, in times the size of the letters.
_ABOVE, _BELOW, _BEYOND, _RISE, _WAVE = 0.17, 0.25, 0.13, 0.03, 0.03


def number_plate(number: int) -> Element:
    """Return a figure's number on a plate."""
    words = Text(f"{number:02d}", "kicker", "paper", literal=True)
    return Card(words, "model.solid", None, "plate", "tiny", "plate")


@checked_dataclass
class Headline:
    """A figure's main message; its **strong words** are in a role's colour, on a marker's stroke.

    Args:
        content: the words; a role is named as in **words**{response}.
        role: the one of strong words that name none.
        style: their type style.
    """

    content: str
    role: str = "model"
    style: str = "headline"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the words, with a stroke behind the marked ones of each line."""
        words = layouter.layout(Text(name_role(self.content, self.role), self.style), limits)
        lines = [line for each in words.items if isinstance(each.item, TextBlock) for line in each.item.lines]
        strokes = [stroke for line in lines for stroke in _strokes(line, layouter)]
        if not strokes:
            return words
        back = tuple(Placed(ORIGIN, stroke) for stroke in strokes)
        return Frame(words.size, (*back, Placed(ORIGIN, words)), words.baseline)


def _strokes(line: TextLine, layouter: Layouter) -> Iterator[Path]:
    for role, group in groupby(line.runs, key=_role):
        if role:
            runs = list(group)
            start, width = runs[0].x, runs[-1].x + runs[-1].run.width - runs[0].x
            outline = _stroke(Point(line.origin.x + start, line.origin.y), width, runs[0].run.size)
            yield Path(outline, layouter.look.paint(f"{role}.tint"), purpose="ornament")


def _role(placed: PlacedRun) -> str:
    return placed.paint.role.rpartition(".")[0]


def _stroke(start: Point, width: float, size: float) -> tuple[PathCommand, ...]:
    """Return the outline of a stroke under words that start at a point of their baseline."""
    half = (_ABOVE + _BELOW) * size / 2
    left, right = start.x - _BEYOND * size, start.x + width + _BEYOND * size
    middle, rise, wave = start.y - _ABOVE * size + half, _RISE * size, _WAVE * size
    low, high = Point(left, middle + rise), Point(right, middle - rise)
    upper = _side(low.translate(Point(half, -half)), high.translate(Point(-half, -half)), wave)
    lower = _side(high.translate(Point(-half, half)), low.translate(Point(half, half)), wave)
    return (
        PathCommand("M", (low.translate(Point(half, -half)),)),
        upper,
        *_half_circle(high, half),
        lower,
        *_half_circle(low, -half),
        PathCommand("Z"),
    )


def _side(start: Point, end: Point, wave: float) -> PathCommand:
    """Return a long side, which a hand does not draw quite straight."""
    first, second = start.towards(end, 1 / 3), start.towards(end, 2 / 3)
    return PathCommand("C", (first.translate(Point(0.0, -wave)), second.translate(Point(0.0, wave)), end))


def _half_circle(tip: Point, radius: float) -> Iterator[PathCommand]:
    """Yield a round end through its tip, from above it down; with a negative radius from below it up."""
    pull = ROUND * radius
    before, after = Point(tip.x - radius, tip.y - radius), Point(tip.x - radius, tip.y + radius)
    yield PathCommand("C", (Point(before.x + pull, before.y), Point(tip.x, tip.y - pull), tip))
    yield PathCommand("C", (Point(tip.x, tip.y + pull), Point(after.x + pull, after.y), after))
