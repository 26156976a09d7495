"""How good a drawing is: what the eye minds, added up; lower is better."""

from __future__ import annotations

from itertools import combinations, pairwise

from infograficos.graphs.model import Placement
from infograficos.graphs.net import Net
from infograficos.scene.geometry import Point, Rect

FAULT, CROSSING, BEND, LENGTH = 1000.0, 60.0, 9.0, 0.06
#: A forward link that climbs, or runs left within its row; one that climbs on its way to the right; one that
#: runs left on its way down.
CLIMB, RISE, LEFTWARDS = 52.0, 16.0, 10.0
#: A first node that is not where reading begins, or that is only left of all others.
LATE, LEFT = 45.0, 12.0
#: A unit of a forward link that is longer than the way between its ends; a stranger between two twins.
DETOUR, BETWEEN = 0.05, 20.0
#: Twins out of line, besides what that costs by the unit.
UNEVEN = 40.0
#: A unit of height on a phone.
TALL = 0.04

Piece = tuple[float, float, float, float]


def score(net: Net, placement: Placement) -> float:
    """Return what is to be minded in a drawing, without its words."""
    total = _size_cost(net, placement) + _line_cost(placement)
    total += _flow_cost(net, placement) + _order_cost(net, placement) + _fault_cost(net, placement)
    return total


def _pieces(points: tuple[Point, ...]) -> list[Piece]:
    return [(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)) for a, b in pairwise(points)]


def _size_cost(net: Net, placement: Placement) -> float:
    """Return the cost of being too large, or of leaving too much of the width."""
    size, task = placement.size, net.task
    over = max(0.0, size.width - task.width) + max(0.0, size.height - task.max_height)
    total = FAULT + 6 * over if over > 0.01 else 0.0
    lack = max(0.0, 0.85 - size.width / task.width)
    return total + (60.0 * lack + TALL * size.height if net.upright else 160.0 * lack)


def _line_cost(placement: Placement) -> float:
    """Return the cost of crossings, bends (each point once) and length."""
    lines = [_pieces(link.points) for link in placement.links]
    corners = {
        (round(point.x, 1), round(point.y, 1)) for link in placement.links for point in link.points[1:-1]
    }
    length = sum(c - a + d - b for line in lines for a, b, c, d in line)
    crossings = set()
    for first, second in combinations(lines, 2):
        for a in first:
            for b in second:
                if point := _crossing(a, b):
                    crossings.add(point)
    return CROSSING * len(crossings) + BEND * len(corners) + LENGTH * length


def _crossing(a: Piece, b: Piece) -> tuple[float, float] | None:
    """Return where a vertical and a horizontal piece cross, not at their ends."""
    for upright, flat in ((a, b), (b, a)):
        if upright[0] == upright[2] and flat[1] == flat[3]:
            x, y = upright[0], flat[1]
            if flat[0] + 0.5 < x < flat[2] - 0.5 and upright[1] + 0.5 < y < upright[3] - 0.5:
                return round(x, 1), round(y, 1)
    return None


def _flow_cost(net: Net, placement: Placement) -> float:
    """Return the cost of forward links that do not run forwards."""
    total = 0.0
    for link, (source, target) in enumerate(net.ends):
        if net.back[link] or source == target:
            continue
        a, b = placement.nodes[source].rect, placement.nodes[target].rect
        points = placement.links[link].points
        way = abs(points[0].x - points[-1].x) + abs(points[0].y - points[-1].y)
        total += DETOUR * (sum(abs(c.x - d.x) + abs(c.y - d.y) for c, d in pairwise(points)) - way)
        if b.bottom < a.y + 1:
            total += RISE if b.x > a.right and not net.upright else CLIMB
        elif b.right < a.x + 1:
            total += CLIMB if b.y < a.bottom and a.y < b.bottom else LEFTWARDS
    return total


def _order_cost(net: Net, placement: Placement) -> float:
    """Return the cost of twins out of line or order, parents off the middle, and a first node that is not."""
    rects = [placed.rect for placed in placement.nodes]
    total = 0.0
    for twins in net.twins:
        across = max(rects[n].center.y for n in twins) - min(rects[n].center.y for n in twins)
        down = max(rects[n].center.x for n in twins) - min(rects[n].center.x for n in twins)
        total += 0.8 * min(across, down) + (UNEVEN if min(across, down) > 1 else 0.0)
        for a, b in pairwise(twins):
            before = (rects[a].center.x < rects[b].center.x) if across <= down else (rects[a].y < rects[b].y)
            total += 0.0 if before else 55.0
            total += BETWEEN * _strangers(rects, a, b)
    for lane in net.lanes:
        across = max(rects[n].center.y for n in lane) - min(rects[n].center.y for n in lane)
        down = max(rects[n].center.x for n in lane) - min(rects[n].center.x for n in lane)
        total += 2.0 * min(across, down)
    for node, children in net.families:
        xs, ys = [rects[n].center.x for n in children], [rects[n].center.y for n in children]
        off_x = abs(rects[node].center.x - (min(xs) + max(xs)) / 2)
        off_y = abs(rects[node].center.y - (min(ys) + max(ys)) / 2)
        total += min(22.0, 0.25 * min(off_x, off_y))
    return total + _late_cost(net, rects)


def _late_cost(net: Net, rects: list[Rect]) -> float:
    """Return the cost of others above the first node, which weighs less if it is left of them."""
    if rects[0].y - min(rect.y for rect in rects) <= 30:
        return 0.0
    return LEFT if not net.upright and rects[0].x - min(rect.x for rect in rects) <= 30 else LATE


def _strangers(rects: list[Rect], one: int, other: int) -> int:
    """Return how many nodes stand between two in a row or in a column."""
    a, b = rects[one].center, rects[other].center
    return sum(
        rect.x <= min(max(a.x, b.x), max(min(a.x, b.x), rect.center.x)) <= rect.right
        and rect.y <= min(max(a.y, b.y), max(min(a.y, b.y), rect.center.y)) <= rect.bottom
        for node, rect in enumerate(rects)
        if node not in (one, other)
    )


def _fault_cost(net: Net, placement: Placement) -> float:
    """Return the cost of what must not be: overlaps, panels over strangers, titles on lines."""
    faults = 0
    rects = [placed.rect for placed in placement.nodes]
    for a, b in combinations(rects, 2):
        faults += a.x < b.right + 6 and b.x < a.right + 6 and a.y < b.bottom + 6 and b.y < a.bottom + 6
    lines = [_pieces(link.points) for link in placement.links]
    for link, line in enumerate(lines):
        for node, rect in enumerate(rects):
            margin = -1.8 if node in net.ends[link] else 4.6
            faults += any(
                p[0] < rect.right + margin
                and rect.x < p[2] + margin
                and p[1] < rect.bottom + margin
                and rect.y < p[3] + margin
                for p in line
            )
        faults += _misses_port(net, placement, link)
    return FAULT * (faults + _crowded(net, lines) + _panel_faults(net, placement, lines))


def _panel_faults(net: Net, placement: Placement, lines: list[list[Piece]]) -> int:
    """Return how many strangers stand in panels, panels overlap, and titles are touched."""
    faults = 0
    rects = [placed.rect for placed in placement.nodes]
    for group, placed in enumerate(placement.groups):
        wide = placed.rect.inflate(3)
        faults += sum(
            node not in net.members[group] and wide.overlaps(rect) for node, rect in enumerate(rects)
        )
        faults += sum(
            wide.overlaps(placement.groups[other].rect)
            for other in range(group + 1, len(placement.groups))
            if not net.nested(group, other)
        )
        if placed.title:
            title = placed.title.inflate(2)
            faults += any(
                p[0] < title.right and title.x < p[2] and p[1] < title.bottom and title.y < p[3]
                for line in lines
                for p in line
            )
            faults += any(title.overlaps(rect) for rect in rects)
    return faults


def _misses_port(net: Net, placement: Placement, link: int) -> bool:
    """Say whether a link ends beside a node, or where its side is not flat."""
    for node, point in zip(
        net.ends[link], (placement.links[link].points[0], placement.links[link].points[-1]), strict=True
    ):
        rect, box = placement.nodes[node].rect, net.task.nodes[node]
        if abs(point.x - rect.x) < 0.1 or abs(point.x - rect.right) < 0.1:
            off, half, flat = abs(point.y - rect.center.y), rect.height / 2, box.flat_down
        else:
            off, half, flat = abs(point.x - rect.center.x), rect.width / 2, box.flat_across
        # The corners of a rectangle are round, too.
        if off > max(8.0, half * flat - (5.0 if flat == 1.0 else 0.9)):
            return True
    return False


def _crowded(net: Net, lines: list[list[Piece]]) -> int:
    """Return how many lines that are no comb run on one another, or too near."""
    faults = 0
    for a, b in combinations(range(len(lines)), 2):
        (s, t), (u, v) = net.ends[a], net.ends[b]
        if (s == u or t == v) and net.may_share(a, b):
            continue
        faults += any(_along(p, q) for p in lines[a] for q in lines[b])
    return faults


def _along(a: Piece, b: Piece) -> bool:
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    if a[0] == a[2] and b[0] == b[2]:
        return across > -8 and down > 2
    if a[1] == a[3] and b[1] == b[3]:
        return down > -8 and across > 2
    return False
