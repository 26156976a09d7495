"""A placed frame as text to read or as data: each item with its place, nested as the frames are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Required, TypedDict

from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import (
    Box,
    Drawable,
    Ellipse,
    Frame,
    Image,
    Path,
    Placed,
    TextBlock,
    TextLine,
    extent,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a frame comes from: the class of the element laid out, and the limits that it was offered."""

    element: str
    limits: Limits


#: The origins of frames, each by the frame's `id`.
Origins = Mapping[int, Origin]


class Node(TypedDict, total=False):
    """An item as data: lengths are in units of the sheet with one decimal, colours are roles of the theme.

    A text is a node per line, with `y` its baseline. `offered` is the room that a frame had, width and
    height, where None is no limit; it is there where the frame overflows, or its origin is known.
    """

    kind: Required[str]
    x: float
    y: float
    width: float
    height: float
    element: str
    name: str
    offered: tuple[float | None, float | None]
    overflows: bool
    purpose: str
    fill: str
    stroke: str
    stroke_width: float
    dashed: bool
    radius: float
    colors: list[str]
    text: str
    items: list[Node]


def dump_frame(frame: Frame, origins: Origins | None = None) -> str:
    """Return a frame as text, a line per item: what it is, x, y, width, height, then colours and words.

    Args:
        frame: what to write.
        origins: the elements and offers to name; without them, only an offer that was exceeded is written.
    """
    return "\n".join(_lines(frame_tree(frame, origins), "")) + "\n"


def frame_tree(frame: Frame, origins: Origins | None = None) -> Node:
    """Return a frame and all that it holds as data that JSON can hold."""
    return _frame_node(frame, ORIGIN, origins or {})


def _frame_node(frame: Frame, at: Point, origins: Origins) -> Node:
    node: Node = {"kind": "frame"}
    origin = origins.get(id(frame))
    if origin:
        node["element"] = origin.element
    if frame.name:
        node["name"] = frame.name
    _locate(node, frame, at)
    offered = frame.offered or (origin and Size(origin.limits.max_width, origin.limits.max_height))
    if offered:
        node["offered"] = _limit(offered.width), _limit(offered.height)
        node["overflows"] = frame.offered is not None
    node["items"] = [each for placed in frame.items for each in _nodes(placed, at, origins)]
    return node


def _nodes(placed: Placed, parent: Point, origins: Origins) -> Iterator[Node]:
    item, at = placed.item, parent.moved(placed.at)
    if isinstance(item, Frame):
        yield _frame_node(item, at, origins)
    elif isinstance(item, TextBlock):
        yield from (_line_node(item, line, at) for line in item.lines)
    elif isinstance(item, Image):
        yield _locate({"kind": item.media, "text": item.alt}, item, at)
    else:
        yield _shape_node(item, at)


def _line_node(block: TextBlock, line: TextLine, at: Point) -> Node:
    origin = at.moved(line.origin)
    return {
        "kind": block.kind,
        "x": _round(origin.x),
        "y": _round(origin.y),
        "width": _round(line.width),
        "colors": list(dict.fromkeys(run.paint.role for run in line.runs)),
        "text": line.text,
    }


def _shape_node(item: Box | Ellipse | Path, at: Point) -> Node:
    node = _locate({"kind": type(item).__name__.lower(), "purpose": item.purpose}, item, at)
    if item.fill:
        node["fill"] = item.fill.role
    if item.stroke:
        node["stroke"] = item.stroke.paint.role
        node["stroke_width"] = _round(item.stroke.width)
        node["dashed"] = bool(item.stroke.dash)
    if isinstance(item, Box) and item.radius:
        node["radius"] = _round(item.radius)
    return node


def _locate(node: Node, item: Frame | Drawable, at: Point) -> Node:
    rect = extent(item).moved(at)
    node["x"], node["y"] = _round(rect.x), _round(rect.y)
    node["width"], node["height"] = _round(rect.width), _round(rect.height)
    return node


def _round(value: float) -> float:
    return round(value, 1) + 0.0  # no “-0.0”


def _limit(value: float) -> float | None:
    return _round(value) if isfinite(value) else None


def _lines(node: Node, indent: str) -> Iterator[str]:
    lengths = [node.get(side) for side in ("x", "y", "width", "height")]
    place = " ".join(_number(each) for each in lengths if isinstance(each, float))
    yield f"{indent}{_label(node)} {place}{_details(node)}"
    for item in node.get("items", ()):
        yield from _lines(item, f"{indent}  ")


def _label(node: Node) -> str:
    kind = node["kind"]
    if kind == "frame":
        name = f"“{node['name']}”" if "name" in node else ""
        return f"{node.get('element', '')} {name}".strip() or "frame"
    purpose = node.get("purpose", "surface")
    return f"{purpose} {kind}" if kind == "path" or purpose != "surface" else kind


def _details(node: Node) -> str:
    offered = " × ".join(_number(each) for each in node.get("offered", ()))
    stroke = f"stroke {node['stroke']} {_number(node['stroke_width'])}" if "stroke" in node else ""
    details = [
        f"of {offered}" if offered else "",
        "overflows" if node.get("overflows") and "element" in node else "",
        node.get("fill", ""),
        stroke,
        "dashed" if node.get("dashed") else "",
        f"radius {_number(node['radius'])}" if "radius" in node else "",
        *node.get("colors", ()),
        f"“{node['text']}”" if "text" in node else "",
    ]
    return "".join(f" {each}" for each in details if each)


def _number(value: float | None) -> str:
    return "inf" if value is None else f"{value:.1f}".removesuffix(".0")
