"""Chains: one line, or rows that are read from left to right like text."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.graphs.draft import Draft
from infograficos.graphs.model import PlacedLabel, Placement
from infograficos.graphs.net import Net
from infograficos.scene.geometry import Point, Rect

#: A line between neighbours at least; with words, what they need besides; between rows.
STEM, AROUND, BETWEEN = 34.0, 46.0, 52.0


def chains(net: Net) -> Iterator[Placement]:
    """Return the folds of a chain that fit the sheet, those without a lonely last row first."""
    if net.chain is None:
        return
    nodes = [net.ends[net.chain[0]][0], *(net.ends[link][1] for link in net.chain)] if net.chain else [0]
    tall = net.task.max_height > net.task.width
    counts = sorted(
        range(1, len(nodes) + 1),
        key=lambda columns: (not (tall and columns == 1), -len(nodes) % columns, -columns),
    )
    for columns in counts if net.task.flow != "down" else [1]:
        for choice in range(3):
            placement = fold(net, nodes, columns, choice)
            if placement.size.width <= net.task.width and placement.size.height <= net.task.max_height:
                yield placement
                break


def fold(net: Net, nodes: list[int], columns: int, choice: int) -> Placement:
    """Draw a chain in rows of so many nodes."""
    draft = Draft(net)
    chain = net.chain or []
    sizes = [net.size(node, choice)[0] for node in nodes]
    rows = [range(start, min(start + columns, len(nodes))) for start in range(0, len(nodes), columns)]
    column_widths = [max(sizes[i].width for i in range(c, len(nodes), columns)) for c in range(columns)]
    gaps = [_gap(net, [chain[i] for i in range(c, len(chain), columns)]) for c in range(columns - 1)]
    slack = net.task.width - sum(column_widths) - sum(gaps)
    more = max(0.0, min(40.0, slack / max(1, columns - 1)))
    lefts = [0.0]
    for width, gap in zip(column_widths, gaps, strict=False):
        lefts.append(lefts[-1] + width + gap + more)
    y = 0.0
    for row in rows:
        height = max(sizes[i].height for i in row)
        for i in row:
            x = lefts[i % columns] + (column_widths[i % columns] - sizes[i].width) / 2
            draft.place_node(nodes[i], choice, x, y + (height - sizes[i].height) / 2)
        last = net.labels[chain[row[-1]]] if row[-1] < len(chain) else None
        y += height + (BETWEEN if not last else BETWEEN + last.height) - (10 if columns == 1 else 0)
    for index, link in enumerate(chain):
        _draw_link(draft, link, turns=(index + 1) % columns == 0 and columns > 1)
    return draft.placement()


def _gap(net: Net, links: list[int]) -> float:
    widths = [label.width for link in links if (label := net.labels[link])]
    return max(STEM, max(widths) + AROUND if widths else 0.0)


def _draw_link(draft: Draft, link: int, turns: bool) -> None:
    """Write down a link to the right, or down to the next row's beginning."""
    source, target = (draft.nodes[node].rect for node in draft.net.ends[link])
    a, b = source.center, target.center
    label = draft.net.labels[link]
    if turns or a.x == b.x:
        middle = (source.bottom + target.y) / 2 - 4
        line = [Point(a.x, source.bottom), Point(a.x, middle), Point(b.x, middle), Point(b.x, target.y)]
        center = Point((a.x + b.x) / 2, middle)
        draft.lines[link] = tuple(line if a.x != b.x else [line[0], line[-1]])
    else:
        draft.lines[link] = (Point(source.right, a.y), Point(target.x, b.y))
        center = Point((source.right + target.x) / 2 - 5, a.y)
    if label:
        rect = Rect(center.x - label.width / 2, center.y - label.height / 2, label.width, label.height)
        draft.labels[link] = PlacedLabel(rect)
