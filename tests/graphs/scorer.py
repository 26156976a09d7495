"""An independent judge of a placement: what overlaps, touches, crosses or stands where it should not."""

from __future__ import annotations

from itertools import combinations, pairwise

from infograficos.scene.geometry import Point, Rect

#: What words keep from nodes, lines and other words; half the width of a line.
CLEAR, STROKE = 2.0, 1.5


def runs(link):
    """The straight pieces of a line, as thin rectangles."""
    return [Rect.around(pair).inflate(STROKE) for pair in pairwise(link.points)]


def faults(task, placement):
    """All that is wrong with a placement, in words."""
    return [
        *overlaps(task, placement),
        *bad_ends(task, placement),
        *bad_lines(task, placement),
        *bad_words(task, placement),
        *bad_groups(task, placement),
        *outside(task, placement),
        *bad_sizes(task, placement),
    ]


def overlaps(task, placement):
    named = list(zip(task.nodes, placement.nodes, strict=True))
    for (a, first), (b, second) in combinations(named, 2):
        if first.rect.inflate(3).overlaps(second.rect.inflate(3)):
            yield f"{a.name} touches {b.name}"


def bad_sizes(task, placement):
    for node, placed in zip(task.nodes, placement.nodes, strict=True):
        size = node.sizes[placed.choice]
        if abs(size.width - placed.rect.width) > 0.01 or abs(size.height - placed.rect.height) > 0.01:
            yield f"{node.name} has another size"


def on_border(rect, point):
    return rect.contains(point, 0.1) and (
        min(abs(point.x - rect.x), abs(point.x - rect.right)) < 0.1
        or min(abs(point.y - rect.y), abs(point.y - rect.bottom)) < 0.1
    )


def bad_ends(task, placement):
    at = {node.name: placed.rect for node, placed in zip(task.nodes, placement.nodes, strict=True)}
    for link, placed in zip(task.links, placement.links, strict=True):
        for name, point in ((link.source, placed.points[0]), (link.target, placed.points[-1])):
            if not on_border(at[name], point):
                yield f"{link.source} > {link.target} does not end on the border of {name}"
        if any(a.x != b.x and a.y != b.y for a, b in pairwise(placed.points)):
            yield f"{link.source} > {link.target} slants"


def bad_lines(task, placement):
    for link, placed in zip(task.links, placement.links, strict=True):
        for node, other in zip(task.nodes, placement.nodes, strict=True):
            own = node.name in (link.source, link.target)
            rect = other.rect.inflate(-STROKE - 0.2) if own else other.rect.inflate(3)
            if any(run.overlaps(rect) for run in runs(placed)):
                yield f"{link.source} > {link.target} runs into {node.name}"
    named = list(zip(task.links, placement.links, strict=True))
    for (a, first), (b, second) in combinations(named, 2):
        if say_the_same(a, b):
            continue
        if any(along(one, other) for one in runs(first) for other in runs(second)):
            yield f"{a.source} > {a.target} runs along {b.source} > {b.target}"


def say_the_same(a, b):
    """Whether a reader takes nothing wrong from two lines that run as one next to a node of both."""
    if a.source != b.source and a.target != b.target:
        return False
    return a.head and b.head and a.look == b.look and a.words == b.words


def along(one, other):
    """Whether two parallel pieces run on one another or too near, for more than a corner."""
    upright = one.width < one.height, other.width < other.height
    if upright[0] != upright[1]:
        return False
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    near, shared = (across, down) if upright[0] else (down, across)
    return near > -4 and shared > 4


def bad_words(task, placement):
    words = [
        (link, placed.label.rect)
        for link, placed in zip(task.links, placement.links, strict=True)
        if placed.label
    ]
    if len(words) != sum(link.label is not None for link in task.links):
        yield "words are missing"
    for (a, first), (b, second) in combinations(words, 2):
        if first.inflate(CLEAR).overlaps(second):
            yield f"words of {a.source} > {a.target} touch those of {b.source} > {b.target}"
    for link, rect in words:
        for node, placed in zip(task.nodes, placement.nodes, strict=True):
            if rect.inflate(CLEAR).overlaps(placed.rect):
                yield f"words of {link.source} > {link.target} touch {node.name}"
    yield from words_on_lines(task, placement, words)
    yield from words_of_whom(task, placement)
    yield from bad_titles(placement, [rect for _, rect in words])


def bad_titles(placement, words):
    for title in [placed.title for placed in placement.groups if placed.title]:
        if any(rect.inflate(CLEAR).overlaps(title) for rect in words):
            yield "words touch a title"
        if any(run.overlaps(title) for placed in placement.links for run in runs(placed)):
            yield "a line crosses a title"
        if any(title.overlaps(placed.rect) for placed in placement.nodes):
            yield "a title touches a node"


def words_on_lines(task, placement, words):
    for owner, rect in words:
        for link, placed in zip(task.links, placement.links, strict=True):
            touched = any(run.overlaps(rect.inflate(CLEAR / 2)) for run in runs(placed))
            if link is owner:
                if (placed.label.side == "on") != touched:
                    yield f"words of {link.source} > {link.target} are not where they say"
            elif touched:
                yield f"words of {owner.source} > {owner.target} touch {link.source} > {link.target}"


def words_of_whom(task, placement):
    """Words beside a piece on which two lines run could be of either."""
    for owner, placed in zip(task.links, placement.links, strict=True):
        if not placed.label:
            continue
        at = nearest(placed, placed.label.rect.center)
        for link, other in zip(task.links, placement.links, strict=True):
            if link is not owner and any(run.contains(at, -1) for run in runs(other)):
                yield f"words of {owner.source} > {owner.target} stand at {link.source} > {link.target}"


def nearest(placed, point):
    """The point of a line that is nearest to another."""
    found = []
    for a, b in pairwise(placed.points):
        x = min(max(point.x, min(a.x, b.x)), max(a.x, b.x))
        y = min(max(point.y, min(a.y, b.y)), max(a.y, b.y))
        found.append(Point(x, y))
    return min(found, key=lambda each: abs(each.x - point.x) + abs(each.y - point.y))


def family(task, name):
    children = [group.name for group in task.groups if group.parent == name]
    own = {member for group in task.groups if group.name == name for member in group.members}
    return own.union(*(family(task, child) for child in children)) if children else own


def bad_groups(task, placement):
    at = {node.name: placed.rect for node, placed in zip(task.nodes, placement.nodes, strict=True)}
    panels = {group.name: placed for group, placed in zip(task.groups, placement.groups, strict=True)}
    for group in task.groups:
        panel, members = panels[group.name], family(task, group.name)
        for name, rect in at.items():
            if name in members and not panel.rect.inflate(-4).holds(rect):
                yield f"{name} is not inside {group.name}"
            if name not in members and panel.rect.inflate(3).overlaps(rect):
                yield f"{name} stands in {group.name}"
        if group.titles and not (panel.title and panel.rect.holds(panel.title)):
            yield f"the title of {group.name} is not inside it"
        if group.parent and not panels[group.parent].rect.inflate(-2).holds(panel.rect):
            yield f"{group.name} is not inside {group.parent}"
    yield from overlapping_groups(task, panels)


def ancestors(task, name):
    parents = {group.name: group.parent for group in task.groups}
    found = []
    while name:
        found.append(name)
        name = parents[name]
    return found


def overlapping_groups(task, panels):
    for a, b in combinations(panels, 2):
        if a in ancestors(task, b) or b in ancestors(task, a):
            continue
        if panels[a].rect.overlaps(panels[b].rect):
            yield f"{a} overlaps {b}"


def outside(task, placement):
    things = [placed.rect for placed in placement.nodes + placement.groups]
    things += [placed.label.rect for placed in placement.links if placed.label]
    things += [Rect.around(placed.points) for placed in placement.links]
    if not all(Rect(0, 0, placement.size.width, placement.size.height).holds(each) for each in things):
        yield "something is outside the drawing"
    if placement.size.width > task.width + 0.01 or placement.size.height > task.max_height + 0.01:
        yield "the drawing is too large"
