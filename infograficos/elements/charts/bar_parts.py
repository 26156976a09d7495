"""The parts of a bar, one after the other from its start on, and where their labels are."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.elements.cap import cap_depth
from infograficos.elements.charts.axis import dodge_labels
from infograficos.elements.charts.bar_data import BarDatum, BarPart
from infograficos.layout import Layouter
from infograficos.scene.geometry import TOLERANCE, Limits, Point, Rect
from infograficos.scene.items import Frame, Placed

#: The air at both ends of a label on its part, in units.
_AIR = 3.0

#: Labels beside a bar, each with the place on the main axis of the part that it belongs to.
Aside = list[tuple[float, Frame]]


def stack_parts(bar: BarDatum, rect: Rect, horizontal: bool, air: float) -> list[tuple[BarPart, Rect]]:
    """Return the parts of a bar that are above 0 with their rectangles, and some air between them."""
    length, start = rect.width if horizontal else rect.height, 0.0
    found = []
    for part in bar.parts:
        long = length * part.value / bar.value if bar.value else 0.0
        shown = max(min(long, air), long - air)
        if shown > TOLERANCE and horizontal:
            found.append((part, Rect(rect.x + start, rect.y, shown, rect.height)))
        elif shown > TOLERANCE:
            found.append((part, Rect(rect.x, rect.bottom - start - shown, rect.width, shown)))
        start += long
    return found


def unfit_labels(bar: BarDatum, scale: float, horizontal: bool, layouter: Layouter) -> list[Frame]:
    """Return the labels that have no room on their parts, where one unit of a value is `scale` long."""
    air = layouter.look.stroke("rule")
    pairs = [(part, layouter.layout(part.words(inside=False), Limits())) for part in bar.parts if part.value]
    return [frame for part, frame in pairs if not _fits(frame, part.value * scale - air, horizontal)]


def label_parts(
    parts: Sequence[tuple[BarPart, Rect]], horizontal: bool, layouter: Layouter
) -> tuple[list[Placed], Aside]:
    """Return the labels on the middle of their parts, and those that have no room there."""
    words: list[Placed] = []
    aside: Aside = []
    for part, face in parts:
        frame, middle = layouter.layout(part.words(inside=True), Limits()), face.center
        if _fits(frame, face.width if horizontal else face.height, horizontal):
            edge = cap_depth(layouter.look, slim=True) if horizontal else 0.0
            at = Point(middle.x - frame.size.width / 2, middle.y - (frame.size.height + edge) / 2)
            words.append(Placed(at, frame))
        else:
            frame = layouter.layout(part.words(inside=False), Limits())
            aside.append((middle.x if horizontal else middle.y, frame))
    return words, aside


def place_aside(
    aside: Aside, bar: Rect, horizontal: bool, ends: tuple[float, float], gap: float
) -> list[Placed]:
    """Return labels below a lying bar, or at the right of a standing one, near what they belong to.

    Args:
        ends: where they start and end at most, on the main axis.
    """
    sizes = [frame.size.width if horizontal else frame.size.height for _, frame in aside]
    # Labels that the line at zero would be cut for keep away from it.
    start, end = (ends[0] + gap + _AIR, ends[1]) if horizontal else (ends[0], ends[1] - gap - _AIR)
    places = dodge_labels([at - start for at, _ in aside], sizes, gap, end - start)
    return [
        Placed(
            Point(start + at, bar.bottom + gap / 2) if horizontal else Point(bar.right + gap, start + at),
            frame,
        )
        for at, (_, frame) in zip(places, aside, strict=True)
    ]


def _fits(frame: Frame, length: float, horizontal: bool) -> bool:
    return (frame.size.width if horizontal else frame.size.height) + 2 * _AIR <= length + TOLERANCE
