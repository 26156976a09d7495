"""Boxes, ellipses and paths, with numbers of at most two decimals."""

from __future__ import annotations

from svgwrite import Drawing
from svgwrite.base import BaseElement

from infograficos.scene.geometry import Point
from infograficos.scene.items import Box, Ellipse, Paint, Path, Stroke
from infograficos.text.templates import compact_number as number


def shape(item: Box | Ellipse | Path, at: Point, drawing: Drawing) -> BaseElement:
    """Return the SVG element of a drawable that stands at a point of the sheet."""
    if isinstance(item, Path):
        element = drawing.path(path_data(item, at))
    elif isinstance(item, Box):
        element = drawing.rect()
        element.attribs = _box(item, at)
    else:
        element = drawing.ellipse()
        element.attribs = _ellipse(item, at)
    element.attribs |= _painting(item.fill, item.stroke, round_pen=isinstance(item, Path))
    return element


def path_data(path: Path, at: Point) -> str:
    """Return a path's moves as absolute SVG path data."""
    return "".join(
        step.verb + " ".join(f"{number(p.x + at.x)} {number(p.y + at.y)}" for p in step.points)
        for step in path.steps
    )


def _box(item: Box, at: Point) -> dict[str, str]:
    rect = item.rect.moved(at)
    attributes = {
        "x": number(rect.x),
        "y": number(rect.y),
        "width": number(rect.width),
        "height": number(rect.height),
    }
    return attributes | {"rx": number(item.radius)} if item.radius else attributes


def _ellipse(item: Ellipse, at: Point) -> dict[str, str]:
    rect = item.rect.moved(at)
    return {
        "cx": number(rect.center.x),
        "cy": number(rect.center.y),
        "rx": number(rect.width / 2),
        "ry": number(rect.height / 2),
    }


def _painting(fill: Paint | None, stroke: Stroke | None, round_pen: bool) -> dict[str, str]:
    attributes = {"fill": fill.value if fill else "none"}
    if stroke:
        attributes |= {"stroke": stroke.paint.value, "stroke-width": number(stroke.width)}
        if round_pen:
            attributes |= {"stroke-linecap": "round", "stroke-linejoin": "round"}
        if stroke.dash:
            attributes["stroke-dasharray"] = " ".join(number(length) for length in stroke.dash)
    return attributes
