"""Labels in a column, moved apart where they would touch."""

from __future__ import annotations

from collections.abc import Sequence


def dodge_labels(
    centers: Sequence[float], heights: Sequence[float], gap: float, bottom: float
) -> list[float]:
    """Return the tops of labels near their centres that keep a gap, not above 0 and not below `bottom`."""

    def length(group: list[int]) -> float:
        return sum(heights[i] for i in group) + gap * (len(group) - 1)

    def top(group: list[int]) -> float:
        """Return where a group starts whose middle is the mean of its centres."""
        return sum(centers[i] for i in group) / len(group) - length(group) / 2

    groups: list[list[int]] = []
    for i in sorted(range(len(centers)), key=lambda i: centers[i]):
        groups.append([i])
        while len(groups) > 1 and top(groups[-1]) < gap + top(groups[-2]) + length(groups[-2]):
            last = groups.pop()
            groups[-1] += last
    # From the lowest up, so that what the bottom pushes up pushes its neighbours, too.
    starts, limit = [], bottom
    for group in reversed(groups):
        starts.append(min(top(group), limit - length(group)))
        limit = starts[-1] - gap
    tops, free = [0.0] * len(centers), 0.0
    for group, start in zip(groups, reversed(starts), strict=True):
        y = max(start, free)
        for i in group:
            tops[i] = y
            y += heights[i] + gap
        free = y
    return tops
