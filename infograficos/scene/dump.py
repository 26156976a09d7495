"""Dumps a frame as text or data: each item with its position, nested like the frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Box, Drawable, Frame, Image, Placed, TextBlock, extent


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a frame comes from: the class of the element laid out, and the limits that it was offered."""

    element: str
    limits: Limits


#: The origins of frames, each by the frame's `id`.
Origins = Mapping[int, Origin]

#: An item's properties by name; those that do not apply are left out.
Node = dict[str, Any]

_SIDES = ("x", "y", "width", "height")


def dump_frame(frame: Frame, origins: Origins | None = None, translate: Callable[[str], str] = str) -> str:
    """Return a frame as text, a line per item: what it is, x, y, width, height, then colours and words.

    Args:
        frame: what to write.
        origins: the elements and offers to name; without them, only an offer that was exceeded is written.
        translate: returns the name of a frame as it is written.
    """
    return "\n".join(_lines(frame_tree(frame, origins), translate, "")) + "\n"


def frame_tree(frame: Frame, origins: Origins | None = None) -> Node:
    """Return a frame and all that it holds as data that JSON can hold.

    Lengths are in units of the sheet with one decimal, colours are roles of the theme. A text is a node per
    line, with `y` its baseline. `offered` is the room that a frame had, width and height, where None is no
    limit; it is there where the frame overflows, or its origin is known.
    """
    (tree,) = _nodes(Placed(ORIGIN, frame), ORIGIN, origins or {})
    return tree


def _nodes(placed: Placed, parent: Point, origins: Origins) -> Iterator[Node]:
    item, at = placed.item, parent.translate(placed.at)
    if isinstance(item, Frame):
        yield _frame_node(item, at, origins)
    elif isinstance(item, TextBlock):
        for line in item.lines:
            start = at.translate(line.origin)
            colors = list(dict.fromkeys(run.paint.role for run in line.runs))
            position = {"x": _round(start.x), "y": _round(start.y), "width": _round(line.width)}
            yield {"kind": item.kind, **position, "colors": colors, "text": line.text}
    elif isinstance(item, Image):
        yield {"kind": item.media, "text": item.alt, **_sides(item, at)}
    else:
        node = {"kind": type(item).__name__.lower(), "purpose": item.purpose, **_sides(item, at)}
        if item.fill:
            node["fill"] = item.fill.role
        if item.stroke:
            width, is_dashed = _round(item.stroke.width), bool(item.stroke.dash)
            node |= {"stroke": item.stroke.paint.role, "stroke_width": width, "dashed": is_dashed}
        if isinstance(item, Box) and item.radius:
            node["radius"] = _round(item.radius)
        yield node


def _frame_node(frame: Frame, at: Point, origins: Origins) -> Node:
    origin = origins.get(id(frame))
    names = {"element": origin.element if origin else "", "name": frame.name}
    node: Node = {"kind": "frame", **{key: name for key, name in names.items() if name}, **_sides(frame, at)}
    offered = frame.offered or (origin and Size(origin.limits.max_width, origin.limits.max_height))
    if offered:
        room = tuple(_round(side) if isfinite(side) else None for side in (offered.width, offered.height))
        node |= {"offered": room, "overflows": frame.offered is not None}
    node["items"] = [each for placed in frame.items for each in _nodes(placed, at, origins)]
    return node


def _sides(item: Frame | Drawable, at: Point) -> Node:
    rect = extent(item).translate(at)
    return {side: _round(getattr(rect, side)) for side in _SIDES}


def _round(value: float) -> float:
    return round(value, 1) + 0.0  # no “-0.0”


def _lines(node: Node, translate: Callable[[str], str], indent: str) -> Iterator[str]:
    details = [
        *(_number(node[side]) for side in _SIDES if side in node),
        *(["of", " × ".join(map(_number, node["offered"]))] if "offered" in node else ()),
        "overflows" if node.get("overflows") and "element" in node else "",
        node.get("fill", ""),
        f"stroke {node['stroke']} {_number(node['stroke_width'])}" if "stroke" in node else "",
        "dashed" if node.get("dashed") else "",
        f"radius {_number(node['radius'])}" if "radius" in node else "",
        *node.get("colors", ()),
        f"“{node['text']}”" if "text" in node else "",
    ]
    yield " ".join([f"{indent}{_label(node, translate)}", *filter(None, details)])
    for item in node.get("items", ()):
        yield from _lines(item, translate, f"{indent}  ")


def _label(node: Node, translate: Callable[[str], str]) -> str:
    kind, purpose = node["kind"], node.get("purpose", "surface")
    if kind == "frame":
        name = f"“{translate(node['name'])}”" if "name" in node else ""
        return f"{node.get('element', '')} {name}".strip() or "frame"
    return f"{purpose} {kind}" if kind == "path" or purpose != "surface" else kind


def _number(value: float | None) -> str:
    return "inf" if value is None else f"{value:.1f}".removesuffix(".0")
