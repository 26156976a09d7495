"""The straight line nearest to points, by least squares, also on logarithmic axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log10


@dataclass(frozen=True, slots=True)
class FittedLine:
    """A line in the units of the axes, whose logarithms to base 10 they have where they are logarithmic.

    Args:
        r_squared: the share of the variance that it explains, from 0 to 1; 1 where there is none.
    """

    slope: float
    intercept: float
    r_squared: float
    log_x: bool
    log_y: bool

    def value(self, x: float) -> float:
        """Return the line's y at an x of the data."""
        y = self.intercept + self.slope * (log10(x) if self.log_x else x)
        return 10.0**y if self.log_y else y


def fit_line(points: Sequence[tuple[float, float]], log_x: bool, log_y: bool) -> FittedLine:
    """Return the line that leaves the least sum of squares of vertical distances.

    The points have at least two different x, and numbers above 0 where an axis is logarithmic.
    """
    xs = [log10(x) if log_x else x for x, _ in points]
    ys = [log10(y) if log_y else y for _, y in points]
    mean_x, mean_y = fsum(xs) / len(xs), fsum(ys) / len(ys)
    across = fsum((x - mean_x) ** 2 for x in xs)
    along = fsum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    whole = fsum((y - mean_y) ** 2 for y in ys)
    slope = along / across
    return FittedLine(
        slope, mean_y - slope * mean_x, along**2 / (across * whole) if whole else 1.0, log_x, log_y
    )
