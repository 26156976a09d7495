"""The levels of a stack's plates: as many as there are, or both ends with a gap between them."""

from __future__ import annotations

from itertools import pairwise

from infograficos.value_object import value_object

#: The distance from one plate to the next: at most this share of half the width, and at least so many units.
_PITCH, _LEAST_PITCH = 0.4, 6.0

#: The thickness of a plate, in distances from one to the next.
_THICKNESS = 0.65

#: How high a stack grows at most, in half widths, how high the gap of a cut one is, and at least in units.
_TALLEST, _GAP, _LEAST_GAP = 3.2, 0.9, 20.0

#: How many plates a cut stack shows at least at each end.
_ENDS = 2


@value_object
class Levels:
    """The plates of a stack that are drawn, from the highest to the lowest; lengths in units.

    Args:
        tops: the distance of each plate's top from that of the highest.
        thickness: that of each plate.
        gaps: the lower border of the plate above each gap, and the top of the one below it.
    """

    tops: tuple[float, ...]
    thickness: float
    gaps: tuple[tuple[float, float], ...] = ()

    @property
    def height(self) -> float:
        """How high the stack is."""
        return self.tops[-1] + self.thickness

    @property
    def middle(self) -> int:
        """Which plate lies in the middle."""
        return (len(self.tops) - 1) // 2


def plan_levels(plates: int, half: float, most: float, middle: bool = False) -> Levels:
    """Return the levels of a stack of plates.

    Args:
        plates: how many there are.
        half: half the width of a plate, in units.
        most: the greatest height of the stack, in units.
        middle: a cut stack also shows a plate in the middle of the gap.
    """
    room = min(_TALLEST * half, most)
    pitch = max(_LEAST_PITCH, min(_PITCH * half, room / plates))
    if plates * pitch <= room or plates <= 2 * _ENDS:
        return _levels([level * pitch for level in range(plates)], pitch)
    gap = max(_GAP * half, _LEAST_GAP)
    ends = max(_ENDS, int((room - gap) / pitch) // 2)
    upper = [level * pitch for level in range(ends)]
    center = [ends * pitch + gap] if middle else []
    start = (center[0] if center else ends * pitch - pitch) + pitch + gap
    return _levels([*upper, *center, *(start + level for level in upper)], pitch)


def _levels(tops: list[float], pitch: float) -> Levels:
    thickness = _THICKNESS * pitch
    pairs = pairwise(tops)
    gaps = tuple((upper + thickness, lower) for upper, lower in pairs if lower - upper > 1.5 * pitch)
    return Levels(tuple(tops), thickness, gaps)
