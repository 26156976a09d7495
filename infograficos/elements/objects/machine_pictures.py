"""Small pictures of machines, services and people: processors, gates, rockets, trees, talk."""

from __future__ import annotations

from infograficos.elements.objects.drawn import Drawn, Shape, area, block, disc_at, line, polygon, strokes
from infograficos.elements.objects.picture_parts import balloon, blob, cap, text_lines
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.scene.items import PathCommand


def draw_processor(role: str) -> Drawn:
    """Return a chip with its cores."""
    pins = [
        block(rect, "masked.body", 2.0)
        for i in range(4)
        for rect in (Rect(8.0 + 15.0 * i, 0.0, 7.0, 68.0), Rect(0.0, 8.0 + 15.0 * i, 68.0, 7.0))
    ]
    cores = [
        block(Rect(19.0 + 11.0 * i, 18.0 + 11.0 * j, 8.0, 8.0), f"{role}.mid", 2.0)
        for i in range(3)
        for j in range(3)
    ]
    board = cap(Rect(6.0, 6.0, 56.0, 58.0), role, "body")
    die = block(Rect(14.0, 13.0, 40.0, 40.0), f"{role}.tint", 5.0)
    return Drawn(Size(68.0, 68.0), (*pins, *board, die, *cores))


def draw_gate() -> Drawn:
    """Return a gate that calls go through."""
    posts = [block(Rect(x, 10.0, 14.0, 56.0), "masked.body", 2.0) for x in (12.0, 74.0)]
    shade = [block(Rect(x + 8.0, 10.0, 6.0, 56.0), "masked.deep", 1.0) for x in (12.0, 74.0)]
    lintel = cap(Rect(2.0, 0.0, 96.0, 18.0), "masked", "body")
    way = block(Rect(0.0, 36.0, 66.0, 12.0), "instruction.mid")
    tip = polygon("instruction.mark", (64.0, 29.0), (80.0, 42.0), (64.0, 55.0))
    return Drawn(Size(100.0, 66.0), (posts[1], shade[1], way, tip, posts[0], shade[0], *lintel))


def draw_rocket(role: str) -> Drawn:
    """Return a rocket that takes off."""
    shapes: list[Shape] = [
        blob(((36, 70), (28, 58), (31, 50), (41, 50), (44, 58)), "input.body"),
        blob(((36, 62), (32, 55), (36, 50), (40, 55)), "input.tint"),
        polygon(f"{role}.deep", (22.0, 30.0), (8.0, 46.0), (10.0, 56.0), (25.0, 48.0)),
        polygon(f"{role}.deep", (50.0, 30.0), (64.0, 46.0), (62.0, 56.0), (47.0, 48.0)),
        area(_hull(), f"{role}.body"),
        area(_hull(left_only=True), f"{role}.mid"),
        disc_at(Point(36.0, 24.0), 8.0, f"{role}.deep"),
        disc_at(Point(36.0, 24.0), 5.0, "instruction.mid"),
    ]
    return Drawn(Size(72.0, 68.0), tuple(shapes))


def _hull(left_only: bool = False) -> list[PathCommand]:
    x, half = 36.0, 17.0
    nose, foot = Point(x, 0.0), Point(x - 0.6 * half, 51.0)
    up = PathCommand("C", (Point(x - 1.25 * half, 36.0), Point(x - 1.1 * half, 14.0), nose))
    if left_only:
        return [PathCommand("M", (foot,)), up, PathCommand("L", (Point(x, 51.0),)), PathCommand("Z")]
    other = Point(x + 0.6 * half, 51.0)
    down = PathCommand("C", (Point(x + 1.1 * half, 14.0), Point(x + 1.25 * half, 36.0), other))
    return [PathCommand("M", (foot,)), up, down, PathCommand("Z")]


def draw_tree(role: str) -> Drawn:
    """Return a tree of decisions, with the way through it."""
    root, middle = (56.0, 9.0), ((28.0, 33.0), (84.0, 33.0))
    leaves = ((12.0, 58.0), (44.0, 58.0), (68.0, 58.0), (100.0, 58.0))
    edges = [strokes("masked.mid", "flow", root, middle[0])]
    edges += [strokes("masked.mid", "flow", middle[i // 2], leaf) for i, leaf in enumerate(leaves) if i != 2]
    taken = strokes(f"{role}.mark", "accent", root, middle[1], leaves[2])
    nodes = [
        shape
        for i, (x, y) in enumerate((root, *middle, *leaves))
        for shape in cap(
            Rect(x - 11.0, y - 8.0, 22.0, 18.0),
            role if i in (0, 2, 5) else "masked",
            "body" if i in (0, 2, 5) else "tint",
        )
    ]
    return Drawn(Size(112.0, 68.0), (*edges, taken, *nodes))


def draw_chat() -> Drawn:
    """Return a question and its answer."""
    asked, said = Rect(0.0, 0.0, 72.0, 30.0), Rect(42.0, 28.0, 73.5, 32.0)
    lines = [
        *text_lines(Rect(11.0, 12.0, 48.0, 8.0), ["instruction.mark"], (1.0,)),
        *text_lines(Rect(54.0, 37.0, 52.0, 20.0), ["response.mark"] * 2, (1.0, 0.6), 10.0),
    ]
    return Drawn(
        Size(118.0, 69.0),
        (
            *balloon(asked, "instruction.mid"),
            *balloon(said.inflate(2.5), "paper", "right"),
            *balloon(said, "response.mid", "right"),
            *lines,
        ),
    )


def draw_lock(role: str) -> Drawn:
    """Return a padlock."""
    curve = PathCommand("C", (Point(15.0, -2.0), Point(45.0, -2.0), Point(45.0, 34.0)))
    bow = line((PathCommand("M", (Point(15.0, 34.0),)), curve), "masked.body", "ribbon_thin")
    hole = (
        disc_at(Point(30.0, 45.0), 5.5, f"{role}.deep"),
        block(Rect(27.5, 46.0, 5.0, 12.0), f"{role}.deep", 2.0),
    )
    return Drawn(Size(60.0, 68.0), (bow, *cap(Rect(2.0, 28.0, 56.0, 40.0), role), *hole))


def draw_clock(role: str) -> Drawn:
    """Return a clock."""
    center = Point(33.0, 33.0)
    hands = strokes(f"{role}.strong", "accent", (33.0, 16.0), (33.0, 33.0), (45.0, 40.0))
    return Drawn(
        Size(66.0, 70.0),
        (
            disc_at(Point(33.0, 37.0), 33.0, f"{role}.deep"),
            disc_at(center, 33.0, f"{role}.body"),
            disc_at(center, 25.0, f"{role}.tint"),
            hands,
        ),
    )
