"""Pictures in pixels, embedded with all their bytes."""

from __future__ import annotations

from base64 import b64encode

from svgwrite import Drawing
from svgwrite.base import BaseElement

from infograficos.scene.geometry import Point
from infograficos.scene.items import Image
from infograficos.text.templates import compact_number as number


def image(item: Image, at: Point, drawing: Drawing) -> BaseElement:
    """Return the SVG element of a picture that stands at a point of the sheet."""
    rect = item.rect.moved(at)
    data = b64encode(item.data).decode("ascii")
    element = drawing.image(f"data:{item.media};base64,{data}")
    element.attribs |= {
        "x": number(rect.x),
        "y": number(rect.y),
        "width": number(rect.width),
        "height": number(rect.height),
        # Rounded to two decimals, a side may be a hair off the picture's proportions.
        "preserveAspectRatio": "none",
    }
    return element
