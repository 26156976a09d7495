"""A placed frame as text that one can read: a line for each thing, indented as it is nested."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.scene.geometry import ORIGIN, Point
from infograficos.scene.items import Box, Drawable, Ellipse, Frame, Image, Path, Stroke, TextBlock, extent


def dump(frame: Frame) -> str:
    """Write a frame down: what, x, y, width, height on the sheet, then colours, words, what was offered."""
    return "\n".join(_lines(frame, ORIGIN, 0)) + "\n"


def _lines(frame: Frame, at: Point, depth: int) -> Iterator[str]:
    name = f"“{frame.name}”" if frame.name else "frame"
    offered = frame.offered
    over = f" of {_number(offered.width)} × {_number(offered.height)}" if offered else ""
    yield f"{'  ' * depth}{name} {_place(frame, at)}{over}"
    for placed in frame.items:
        place = at.moved(placed.at)
        if isinstance(placed.item, Frame):
            yield from _lines(placed.item, place, depth + 1)
        else:
            yield from _drawn(placed.item, place, "  " * (depth + 1))


def _drawn(item: Drawable, at: Point, indent: str) -> Iterator[str]:
    if isinstance(item, TextBlock):
        for line in item.lines:
            x, y = _number(at.x + line.origin.x), _number(at.y + line.origin.y)
            yield f"{indent}{item.kind} {x} {y} {_number(line.width)} {_inks(line)}“{line.text}”"
        return
    if isinstance(item, Image):
        yield f"{indent}{item.media} {_place(item, at)} “{item.alt}”"
        return
    yield f"{indent}{_kind(item)} {_place(item, at)}{_paint(item)}"


def _kind(item: Box | Ellipse | Path) -> str:
    if isinstance(item, Path):
        return f"{item.purpose} path"
    shape = "ellipse" if isinstance(item, Ellipse) else "box"
    return shape if item.purpose == "surface" else f"{item.purpose} {shape}"


def _inks(line) -> str:
    roles = dict.fromkeys(run.paint.role for run in line.runs)
    return "".join(f"{role} " for role in roles)


def _paint(item: Box | Ellipse | Path) -> str:
    fill = f" {item.fill.role}" if item.fill else ""
    radius = f" radius {_number(item.radius)}" if isinstance(item, Box) and item.radius else ""
    return f"{fill}{_pen(item.stroke)}{radius}"


def _pen(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    dashes = " dashed" if stroke.dash else ""
    return f" stroke {stroke.paint.role} {_number(stroke.width)}{dashes}"


def _place(item: Frame | Drawable, at: Point) -> str:
    rect = extent(item).moved(at)
    return " ".join(_number(value) for value in (rect.x, rect.y, rect.width, rect.height))


def _number(value: float) -> str:
    written = f"{value:.1f}"
    return "0" if float(written) == 0 else written.removesuffix(".0")
