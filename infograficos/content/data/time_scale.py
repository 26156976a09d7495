"""Where moments are on a line to scale, and where the marks of equal times are on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from math import ceil, floor, log10

#: How many marks of equal times can be told apart, and the share of the line that a cut stretch has.
_MAX_TICKS, _CUT = 15, 0.25

#: Differences between distances that nobody sees.
_UNSEEN = 0.02


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Moments in order, as numbers on one scale.

    Args:
        times: their numbers, the last one larger than the first.
        cut: the index of the one after which the line is cut, so that the next stretch is not to scale.
        is_dated: the numbers are years, and a mark is at the beginning of a year.
    """

    times: tuple[float, ...]
    cut: int | None = None
    is_dated: bool = False

    @property
    def shares(self) -> tuple[float, ...]:
        """How far each moment is from the first, as a share of the line."""
        return tuple(map(self._share, self.times))

    @property
    def is_even(self) -> bool:
        """Whether all distances look the same, and none is cut."""
        evenly = (i / (len(self.times) - 1) for i in range(len(self.times)))
        return self.cut is None and all(
            abs(a - b) < _UNSEEN for a, b in zip(self.shares, evenly, strict=True)
        )

    @property
    def ticks(self) -> tuple[float, ...]:
        """Where equal times are on the line, as shares: as many as can be told apart, and none in a cut."""
        return tuple(self._share(time) for time in self._marks() if not self._is_cut(time))

    def _marks(self) -> Iterator[float]:
        first, last = self.times[0], self.times[-1]
        step = self._step()
        return (mark * step for mark in range(ceil(first / step), floor(last / step) + 1))

    def _step(self) -> float:
        """Return the shortest round time, of whole years for dates, by which marks can be told apart."""
        least = 0 if self.is_dated else floor(log10(self._scaled / _MAX_TICKS))
        steps = (digit * 10.0**exponent for exponent in count(least) for digit in (1, 2, 5))
        return next(step for step in steps if self._scaled / step <= _MAX_TICKS)

    @property
    def _scaled(self) -> float:
        """How much time is drawn to scale; where that is none, all of it."""
        whole = self.times[-1] - self.times[0]
        return (whole - self._cut_time) or whole

    @property
    def _cut_time(self) -> float:
        return 0.0 if self.cut is None else self.times[self.cut + 1] - self.times[self.cut]

    def _is_cut(self, time: float) -> bool:
        return self.cut is not None and self.times[self.cut] < time < self.times[self.cut + 1]

    def _share(self, time: float) -> float:
        first, last = self.times[0], self.times[-1]
        if self.cut is None:
            return (time - first) / (last - first)
        if self._cut_time == last - first:
            return 0.0 if time <= self.times[self.cut] else 1.0
        scale = (1 - _CUT) / self._scaled
        if time <= self.times[self.cut]:
            return (time - first) * scale
        return 1 - (last - time) * scale
