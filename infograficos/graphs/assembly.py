"""From lattice and coordinates to a drawing: nodes, lines, panels with their titles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from infograficos.graphs.draft import Draft
from infograficos.graphs.lattice import pieces
from infograficos.graphs.model import PlacedGroup, PlacedNode
from infograficos.graphs.spacing import LOOP, Spacing
from infograficos.scene.geometry import Point, Rect, Size


def assemble(spacing: Spacing, choices: Sequence[int], xs: Sequence[float], ys: Sequence[float]) -> Draft:
    """Return a drawing without words."""
    draft = Draft(spacing.net)
    for node, (x, y) in enumerate(spacing.lattice.cells):
        size = spacing.sizes[node]
        rect = Rect(xs[x] - size.width / 2, ys[y] - size.height / 2, size.width, size.height)
        draft.nodes[node] = PlacedNode(rect, choices[node])
    for link, (source, target) in enumerate(spacing.net.ends):
        if source == target:
            flat = spacing.net.task.nodes[source].flat_across
            draft.lines[link] = _loop(draft.nodes[source].rect, spacing.loops[source], flat)
        else:
            draft.lines[link] = _line(spacing, draft, link, xs, ys)
    _place_groups(draft, spacing)
    return draft


def _line(
    spacing: Spacing, draft: Draft, link: int, xs: Sequence[float], ys: Sequence[float]
) -> tuple[Point, ...]:
    """Return the corners of a link from border to border."""
    route = spacing.routes[link]
    places = []
    for piece in pieces(link, route):
        wire = spacing.wire_of[piece]
        places.append((piece.vertical, (xs if piece.vertical else ys)[wire.line] + wire.offset))
    source, target = (draft.nodes[node].rect for node in spacing.net.ends[link])
    corners = [_port(source, *places[0], route[0], route[1])]
    for (vertical, first), (_, second) in pairwise(places):
        corners.append(Point(first, second) if vertical else Point(second, first))
    corners.append(_port(target, *places[-1], route[-1], route[-2]))
    return tuple(corners)


def _port(rect: Rect, vertical: bool, place: float, at: tuple[int, int], towards: tuple[int, int]) -> Point:
    """Return where a line that runs at a place meets a node's border."""
    if vertical:
        return Point(place, rect.bottom if towards[1] > at[1] else rect.y)
    return Point(rect.right if towards[0] > at[0] else rect.x, place)


def _loop(rect: Rect, where: int, flat: float) -> tuple[Point, ...]:
    """Return a line from a node to itself, above (-1) or below (1) it; twice that if the middle is taken.

    It stays where the node's side is flat; if that is too short, it leads around the corner to the right.
    """
    reach = max(8.0, rect.width / 2 * flat - (5.0 if flat == 1.0 else 1.0))
    left, right = rect.center.x - min(17.0, reach), rect.center.x + min(17.0, reach)
    if abs(where) == 2:
        right = rect.center.x + min(max(34.0, rect.width / 2 - 12), reach)
        left = min(rect.center.x + 14, right - 20)
        if right - left < 20.0 or left < rect.center.x + 8.0:
            return _corner_loop(rect, where, reach)
    border, y = (rect.y, rect.y - LOOP + 4) if where < 0 else (rect.bottom, rect.bottom + LOOP - 4)
    return Point(left, border), Point(left, y), Point(right, y), Point(right, border)


def _corner_loop(rect: Rect, where: int, reach: float) -> tuple[Point, ...]:
    """Return a line from above or below a node around its corner into its right side."""
    border, y = (rect.y, rect.y - LOOP + 4) if where < 0 else (rect.bottom, rect.bottom + LOOP - 4)
    left, right, end = rect.center.x + min(reach, 14.0), rect.right + 20.0, rect.center.y
    corners = Point(left, border), Point(left, y), Point(right, y), Point(right, end)
    return (*corners, Point(rect.right, end))


def _place_groups(draft: Draft, spacing: Spacing) -> None:
    """Draw panels around their members, the inner ones first, and put their titles where no line runs."""
    net = draft.net
    found: dict[int, PlacedGroup] = {}
    inner_first = sorted(range(len(net.parents)), key=lambda group: (-len(net.path(group)), group))
    for group in inner_first:
        rects = [draft.nodes[node].rect for node in net.members[group]]
        rects += [each.rect for index, each in found.items() if net.parents[index] == group]
        rects += [
            Rect.around(draft.lines[link])
            for link, (source, target) in enumerate(net.ends)
            if group in net.paths[source] and group in net.paths[target]
        ]
        found[group] = _panel(draft, rects, group, spacing)
    draft.groups = [found[group] for group in range(len(net.parents))]


def _panel(draft: Draft, rects: list[Rect], group: int, spacing: Spacing) -> PlacedGroup:
    box = rects[0]
    for rect in rects[1:]:
        box = box.union(rect)
    pad, title = spacing.padding(group), draft.net.title(group, spacing.choice)
    box = box.inflate(pad)
    if title is None:
        return PlacedGroup(box)
    head = pad * 0.5 + title.height + 8.0 - pad
    wider = max(0.0, title.width + 2 * pad - box.width)
    room = max(spacing.title_room[group], wider)
    box = Rect(box.x - room, box.y - head, box.width + room, box.height + head)
    choice = draft.net.task.groups[group].titles.index(title)
    return PlacedGroup(box, _title(draft, box, title, pad), choice)


def _title(draft: Draft, box: Rect, title: Size, pad: float) -> Rect:
    """Return a place for a title at the top of its panel: left if no line crosses it there."""
    y = box.y + pad * 0.5 + 2.0
    crossed = [
        a.x
        for points in draft.lines
        for a, b in pairwise(points)
        if a.x == b.x and min(a.y, b.y) < y + title.height and max(a.y, b.y) > y
    ]
    left = box.x + pad
    for x in (left, *sorted(each + 13.0 for each in crossed if each > box.x)):
        free = all(not x - 12.0 < each < x + title.width + 12.0 for each in crossed)
        if free and x + title.width + 4.0 <= box.right:
            return Rect(x, y, title.width, title.height)
    return Rect(left, y, title.width, title.height)
