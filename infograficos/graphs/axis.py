"""One axis of a drawing: lines that must keep distances, as near one another as those allow."""

from __future__ import annotations

from collections.abc import Sequence


class Axis:
    """Lines in order, and how far apart some of them have to be."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.needs: list[dict[int, float]] = [{} for _ in range(count)]

    def keep_apart(self, first: int, second: int, distance: float) -> None:
        """Demand that the second line is at least so far behind the first."""
        needs = self.needs[second]
        if needs.get(first, -1e9) < distance:
            needs[first] = distance

    def solve(self, middles: Sequence[int], room: float, most: float) -> list[float]:
        """Return the places of the lines; each of `middles` lies halfway between its neighbours.

        What is left of the room goes to all columns or rows evenly, to none more than `most`.
        """
        low = self._forward([0.0] * self.count, middles)
        used = [line for line in range(self.count) if self.needs[line]]
        used += [line for needs in self.needs for line in needs]
        if not used:
            return low
        high = self._backward(max(low))
        both = [(a + b) / 2 for a, b in zip(low, high, strict=True)]
        found = self._forward(both, middles)
        if max(found) > max(low) + 0.01:
            found = low
        first, last = min(used), max(used)
        span = max(1, last - first)
        share = min(max(0.0, room - (max(found) - min(found))), most * span / 2) / span
        return [place + share * (line - first) for line, place in enumerate(found)]

    def _forward(self, floor: list[float], middles: Sequence[int]) -> list[float]:
        """Return the least places that are not below a floor."""
        places = list(floor)
        for _ in range(40):
            for line, needs in enumerate(self.needs):
                for other, distance in needs.items():
                    places[line] = max(places[line], places[other] + distance)
            changed = False
            for line in middles:
                middle = (places[line - 1] + places[line + 1]) / 2
                if places[line] < middle - 0.005:
                    places[line], changed = middle, True
                elif places[line] > middle + 0.005:
                    places[line + 1] += 2 * (places[line] - middle)
                    changed = True
            if not changed:
                break
        return places

    def _backward(self, end: float) -> list[float]:
        """Return the greatest places that do not go beyond an end."""
        places = [end] * self.count
        for line in range(self.count - 1, -1, -1):
            for other, distance in self.needs[line].items():
                places[other] = min(places[other], places[line] - distance)
        return places
