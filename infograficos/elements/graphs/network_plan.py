"""Where a network's units and words are: layers from left to right, or from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from infograficos.scene.geometry import Point, Size
from infograficos.scene.items import Frame, Placed
from infograficos.theme import ResolvedTheme

#: A unit's diameter as a share of the way from one to the next.
_SHARE = 0.74
#: …and at most, as a share of the way from one layer to the next.
_NARROW = 0.36


@dataclass(frozen=True, slots=True)
class NetworkPlan:
    """The middles of all units by layer, how large they are, and the words, at their places."""

    size: Size
    centers: tuple[tuple[Point, ...], ...]
    pitch: float
    diameter: float
    words: tuple[Placed, ...]
    is_upright: bool


def lie_down(
    counts: Sequence[int], names: Sequence[Frame], links: Sequence[Frame], room: Size, look: ResolvedTheme
) -> NetworkPlan | None:
    """Return layers as columns above their names, or None where the words have no room beside each other."""
    halves = [name.size.width / 2 for name in names]
    step = (room.width - halves[0] - halves[-1]) / (len(counts) - 1)
    gap = look.space("tiny")
    broad = max([0.0, *(link.size.width for link in links)])
    # On a wide sheet, words between layers may be in two rows, by turns.
    rows = 2 if broad + gap > step and room.width >= look.theme.sheet.narrow else 1
    if broad + gap > rows * step or any(a + b + gap > step for a, b in pairwise(halves)):
        return None
    fits = all(broad + a + b + 2 * gap <= step for a, b in pairwise(halves))
    tall = max(name.size.height for name in names)
    below = tall + look.space("small")
    below += 0.0 if fits or not links else rows * (gap + links[0].size.height)
    height = max(look.size("chart"), min(2 * look.size("object_large"), room.height - below))
    pitch, diameter = _sizes(counts, height, look)
    diameter = min(diameter, _NARROW * step, *(2 * half for half in (halves[0], halves[-1])))
    high = max(counts) * pitch
    xs = [halves[0] + i * step for i in range(len(counts))]
    centers = tuple(
        tuple(Point(x, high / 2 + (place - (count - 1) / 2) * pitch) for place in range(count))
        for x, count in zip(xs, counts, strict=True)
    )
    top = high + look.space("small")
    words = [Placed(Point(x - n.size.width / 2, top), n) for x, n in zip(xs, names, strict=True)]
    bottom = top + tall
    for i, link in enumerate(links):
        y = bottom - link.size.height if fits else bottom + gap + i % rows * (gap + link.size.height)
        words.append(Placed(Point((xs[i] + xs[i + 1] - link.size.width) / 2, y), link))
    lowest = max(word.at.y + word.item.size.height for word in words if isinstance(word.item, Frame))
    return NetworkPlan(Size(room.width, lowest), centers, pitch, diameter, tuple(words), False)


def stand_up(
    counts: Sequence[int], names: Sequence[Frame], links: Sequence[Frame], width: float, look: ResolvedTheme
) -> NetworkPlan:
    """Return layers as rows, each beside its name, with the words between two layers between their names."""
    aside = max(frame.size.width for frame in (*names, *links))
    left = aside + look.space("small")
    pitch, diameter = _sizes(counts, max(0.0, width - left), look)
    name_height = max(name.size.height for name in names)
    link_height = max([0.0, *(link.size.height for link in links)])
    row = max(name_height, diameter)
    step = max(look.size("plot"), row + link_height + 2 * look.space("small"))
    middle = left + (width - left) / 2
    ys = [row / 2 + i * step for i in range(len(counts))]
    centers = tuple(
        tuple(Point(middle + (place - (count - 1) / 2) * pitch, y) for place in range(count))
        for y, count in zip(ys, counts, strict=True)
    )
    between = [(a + b) / 2 for a, b in pairwise(ys)]
    words = tuple(
        Placed(Point((aside - each.size.width) / 2, y - each.size.height / 2), each)
        for each, y in (*zip(names, ys, strict=True), *zip(links, between, strict=False))
    )
    return NetworkPlan(Size(width, ys[-1] + row / 2), centers, pitch, diameter, words, True)


def _sizes(counts: Sequence[int], room: float, look: ResolvedTheme) -> tuple[float, float]:
    """Return the way from one unit to the next, and a unit's diameter."""
    pitch = min(look.size("object"), room / max(counts))
    return pitch, min(look.size("object_small"), _SHARE * pitch)
