"""Fewer points for a line that has more than a reader could tell apart, with every peak and dip kept."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

#: On the widest sheet a slice is narrower than the pen that draws the line.
_SLICES = 200

_Point = tuple[float, float]


def downsample(points: Sequence[_Point], slices: int = _SLICES) -> tuple[_Point, ...]:
    """Return the first, lowest, highest and last point of each slice of the x axis, in their order.

    The points have ascending x, the slices equal width; to that width the line through the points that are
    left covers the pixels of the line through all of them.

    Source: Jugel et al., “M4: A Visualization-Oriented Time Series Data Aggregation”, VLDB 2014.
    """
    if len(points) <= 4 * slices:
        return tuple(points)
    low, high = points[0][0], points[-1][0]
    scale = slices / (high - low)

    def slice_index(point: _Point) -> int:
        return min(slices - 1, int((point[0] - low) * scale))

    kept: list[_Point] = []
    for _, group in groupby(points, slice_index):
        slice_points = list(group)
        lowest = min(slice_points, key=lambda point: point[1])
        highest = max(slice_points, key=lambda point: point[1])
        kept += sorted({slice_points[0], lowest, highest, slice_points[-1]})
    return tuple(kept)
