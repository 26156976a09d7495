"""Writes shapes and images, with numbers of at most two decimals."""

from __future__ import annotations

from base64 import b64encode

from svgwrite import Drawing
from svgwrite.base import BaseElement

from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Box, Image, Path, Shape
from infograficos.text.templates import compact_number as number


def shape(item: Shape | Image, at: Point, drawing: Drawing) -> BaseElement:
    """Return a shape or image as an SVG element, moved to a point of the sheet."""
    if isinstance(item, Image):
        return _image(item, at, drawing)
    if isinstance(item, Path):
        element = drawing.path(path_data(item, at))
    elif isinstance(item, Box):
        element = drawing.rect()
        element.attribs = _rectangle(item.rect.translate(at))
        element.attribs |= {"rx": number(item.radius)} if item.radius else {}
    else:
        element = drawing.ellipse()
        element.attribs = _ellipse(item.rect.translate(at))
    element.attribs |= _paint_attributes(item)
    return element


def path_data(path: Path, at: Point) -> str:
    """Return a path as absolute SVG path data."""
    return "".join(
        command.verb + " ".join(f"{number(p.x + at.x)} {number(p.y + at.y)}" for p in command.points)
        for command in path.commands
    )


def _image(item: Image, at: Point, drawing: Drawing) -> BaseElement:
    element = drawing.image(f"data:{item.media};base64,{b64encode(item.data).decode('ascii')}")
    # Rounding the sides may change the aspect ratio slightly.
    element.attribs |= _rectangle(item.rect.translate(at)) | {"preserveAspectRatio": "none"}
    return element


def _rectangle(rect: Rect) -> dict[str, str]:
    width, height = number(rect.width), number(rect.height)
    return {"x": number(rect.x), "y": number(rect.y), "width": width, "height": height}


def _ellipse(rect: Rect) -> dict[str, str]:
    center, rx, ry = rect.center, number(rect.width / 2), number(rect.height / 2)
    return {"cx": number(center.x), "cy": number(center.y), "rx": rx, "ry": ry}


def _paint_attributes(item: Shape) -> dict[str, str]:
    attributes = {"fill": item.fill.value if item.fill else "none"}
    if isinstance(item, Path) and item.even_odd and item.fill:
        attributes["fill-rule"] = "evenodd"
    if item.stroke:
        attributes |= {"stroke": item.stroke.paint.value, "stroke-width": number(item.stroke.width)}
        if isinstance(item, Path):
            attributes |= {"stroke-linecap": item.stroke.cap, "stroke-linejoin": item.stroke.join}
        if item.stroke.dash:
            attributes["stroke-dasharray"] = " ".join(number(length) for length in item.stroke.dash)
    return attributes
