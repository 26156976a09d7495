"""Places for the words of links: on their own line, else beside it, where they touch nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from infograficos.graphs.draft import Draft
from infograficos.graphs.model import PlacedLabel, Side
from infograficos.scene.geometry import Point, Rect, Size

Box = tuple[float, float, float, float]

#: What words keep from nodes and lines, from an arrow's tip, and from the other end of their line.
FREE, TIP, STEM = 3.5, 19.0, 5.0
#: What it costs to stand beside or above a line, and across a panel's border.
COSTS: dict[str, float] = {"on": 0.0, "right": 10.0, "left": 11.0, "above": 18.0, "below": 19.0}
ACROSS = 20.0
#: What it costs to stand next to other words or another line, and how near that is.
CLOSE, NEXT_TO = 9.0, 12.0


def place_words(draft: Draft) -> tuple[float, list[int]]:
    """Place the words of all links; returns what their places cost and which ones found none."""
    obstacles = Obstacles(draft)
    total, homeless = 0.0, []
    lengths = [sum(_length(a, b) for a, b in pairwise(points)) for points in draft.lines]
    sizes = [(lengths[link], link, size) for link, size in enumerate(draft.net.labels) if size]
    for _, link, size in sorted(sizes, key=lambda each: each[:2]):
        found = _cheapest(draft, link, size, obstacles)
        if found is None:
            homeless.append(link)
            continue
        cost, side, box = found
        obstacles.words.append(box)
        draft.labels[link] = PlacedLabel(Rect(box[0], box[1], box[2] - box[0], box[3] - box[1]), side)
        total += cost
    return total, homeless


def _cheapest(draft: Draft, link: int, size: Size, obstacles: Obstacles) -> tuple[float, Side, Box] | None:
    """Return the best free place for a link's words."""
    best: tuple[float, Side, Box] | None = None
    for cost, number, side, box in sorted(_options(draft, link, size)):
        if best and cost >= best[0]:
            break
        if obstacles.free(box, link, number if side == "on" else -1):
            whole = cost + (ACROSS if obstacles.crosses_border(box) else 0.0)
            whole += CLOSE * obstacles.are_close(box, link)
            if best is None or whole < best[0]:
                best = (whole, side, box)
    return best


class Obstacles:
    """What words may not touch, as boxes."""

    def __init__(self, draft: Draft) -> None:
        self.nodes = [_box(placed.rect) for placed in draft.nodes]
        self.titles = [_box(placed.title) for placed in draft.groups if placed.title]
        self.panels = [_box(placed.rect) for placed in draft.groups]
        self.lines = [
            [(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)) for a, b in pairwise(points)]
            for points in draft.lines
        ]
        self.heads = []
        for link, points in enumerate(draft.lines):
            self.heads.append(_head(points[-1], points[-2]))
            if draft.net.task.links[link].two_way:
                self.heads.append(_head(points[0], points[1]))
        self.words: list[Box] = []

    def free(self, box: Box, link: int, number: int) -> bool:
        """Say whether a box touches nothing but a piece of its own line; no piece if that is -1."""
        if any(_overlap(box, other, FREE) for other in self.words):
            return False
        if any(_overlap(box, node, FREE) for node in self.nodes):
            return False
        for other, boxes in enumerate(self.lines):
            for piece, line in enumerate(boxes):
                if _overlap(box, line, FREE) and not (other == link and piece == number):
                    return False
        if any(_overlap(box, head, 0.5) for head in self.heads):
            return False
        return not any(_overlap(box, title, FREE) for title in self.titles)

    def are_close(self, box: Box, link: int) -> bool:
        """Say whether words are so near to others, or to another line, that they may seem to be of those."""
        return any(_overlap(box, other, NEXT_TO) for other in self.words) or any(
            _overlap(box, line, NEXT_TO)
            for other, boxes in enumerate(self.lines)
            if other != link
            for line in boxes
        )

    def crosses_border(self, box: Box) -> bool:
        """Say whether a box lies across the border of a panel."""
        return any(
            _overlap(box, panel, 0.0)
            and not (panel[0] <= box[0] and panel[1] <= box[1] and box[2] <= panel[2] and box[3] <= panel[3])
            for panel in self.panels
        )


def _head(tip: Point, before: Point) -> Box:
    """Return the box of an arrow's head."""
    if tip.x == before.x:
        y = tip.y - 13.0 if tip.y > before.y else tip.y + 13.0
        return tip.x - 8.5, min(tip.y, y), tip.x + 8.5, max(tip.y, y)
    x = tip.x - 13.0 if tip.x > before.x else tip.x + 13.0
    return min(tip.x, x), tip.y - 8.5, max(tip.x, x), tip.y + 8.5


def _options(draft: Draft, link: int, size: Size) -> Iterator[tuple[float, int, Side, Box]]:
    """Return the places for a link's words, free or not, with their costs and pieces."""
    points = draft.lines[link]
    last = len(points) - 2
    two_way = draft.net.task.links[link].two_way
    loop = draft.net.ends[link][0] == draft.net.ends[link][1]
    for number, whole in enumerate(pairwise(points)):
        a, b = _own_part(draft, link, *whole)
        start = TIP if number == 0 and two_way and a == whole[0] else STEM
        end = TIP if number == last and b == whole[1] else STEM
        for extra, side, center in _centers(a, b, size, (start, end), loop):
            x, y = center.x - size.width / 2, center.y - size.height / 2
            yield COSTS[side] + extra, number, side, (x, y, x + size.width, y + size.height)


def _own_part(draft: Draft, link: int, a: Point, b: Point) -> tuple[Point, Point]:
    """Return the longest part of a piece on which no other link runs."""
    source, target = draft.net.ends[link]
    free = [(a, b)]
    for other, (start, end) in enumerate(draft.net.ends):
        if other != link and (start == source or end == target):
            for piece in pairwise(draft.lines[other]):
                free = [part for each in free for part in _without(each, piece)]
    return max(free, key=lambda part: _length(*part), default=(a, a))


def _without(piece: tuple[Point, Point], other: tuple[Point, Point]) -> list[tuple[Point, Point]]:
    """Return what another piece leaves of one, if it lies on it."""
    a, b = piece
    if len({point.x for point in (*piece, *other)}) > 1 and len({point.y for point in (*piece, *other)}) > 1:
        return [piece]
    first, last = sorted(other, key=lambda point: _ahead(a, b, point))
    before, behind = _ahead(a, b, first), _ahead(a, b, last)
    if behind <= 0.0 or before >= _length(a, b):
        return [piece]
    return [(a, first)] * (before > 0.0) + [(last, b)] * (behind < _length(a, b))


def _ahead(a: Point, b: Point, point: Point) -> float:
    """Return how far ahead of one point another is, on the way to a third."""
    return (point.x - a.x) * ((b.x > a.x) - (b.x < a.x)) + (point.y - a.y) * ((b.y > a.y) - (b.y < a.y))


def _length(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _centers(
    a: Point, b: Point, size: Size, ends: tuple[float, float], loop: bool
) -> Iterator[tuple[float, Side, Point]]:
    """Return places on a piece and beside it, from its middle outwards."""
    vertical = a.x == b.x
    extent = size.height if vertical else size.width
    length = _length(a, b)
    if length < 0.1:
        return
    room = length - ends[0] - ends[1] - extent
    beside: tuple[tuple[Side, float], ...]
    if vertical:
        beside = (("right", 1.0), ("left", -1.0))
        by = size.width / 2 + 5.0
    else:
        beside = (("above", -1.0), ("below", 1.0))
        by = size.height / 2 + 4.0
    for share in (0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95):
        extra = abs(share - 0.5) * 6.0
        if room >= 0 and not loop:
            yield (
                extra - min(room, 60.0) * 0.03,
                "on",
                a.towards(b, (ends[0] + extent / 2 + room * share) / length),
            )
        at = a.towards(b, share)
        for side, sign in beside:
            shift = Point(by * sign, 0.0) if vertical else Point(0.0, by * sign)
            yield extra, side, at.translate(shift)


def _box(rect: Rect) -> Box:
    return rect.x, rect.y, rect.right, rect.bottom


def _overlap(a: Box, b: Box, margin: float) -> bool:
    return a[0] < b[2] + margin and b[0] < a[2] + margin and a[1] < b[3] + margin and b[1] < a[3] + margin
