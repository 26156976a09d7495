"""Writes a scene as an SVG document: title, description, definitions, drawing."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2s
from typing import Literal
from xml.etree import ElementTree

import svgwrite

from infograficos.errors import look_up
from infograficos.fonts import Fonts
from infograficos.scene.items import Frame, TextBlock, walk
from infograficos.svg.color_scheme import embed_dark_colors
from infograficos.svg.shapes import shape
from infograficos.svg.text_writer import LiveTextWriter, OutlinedTextWriter, TextWriter, TracedTextWriter
from infograficos.svg.xml import serialize
from infograficos.text.templates import compact_number

TextMode = Literal["outlined", "live", "traced"]

_TEXT_WRITERS: dict[str, type[TextWriter]] = {
    "outlined": OutlinedTextWriter,
    "live": LiveTextWriter,
    "traced": TracedTextWriter,
}


@dataclass(frozen=True, slots=True)
class Description:
    """A picture's title and alternative text.

    Args:
        name: the figure's name, for messages.
        title: the short name that a screen reader announces.
        text: the alternative text, in one or two sentences.
        identity: the seed of its ids, which no other picture on a page may share.
        language: the language of its texts.
    """

    name: str
    title: str
    text: str
    identity: str
    language: str = "pt-BR"


def write_svg(
    frame: Frame,
    description: Description,
    fonts: Fonts,
    text: TextMode = "outlined",
    dark: Frame | None = None,
) -> str:
    """Return a scene as SVG; the same scene gives the same bytes everywhere.

    Args:
        frame: the placed scene, its size in units.
        description: its title and alternative text.
        fonts: the fonts that its texts were shaped with.
        text: `outlined` shares glyph outlines under invisible text, `live` keeps real text in embedded fonts,
            `traced` has one path per run, for rasterizing.
        dark: the same scene in the dark variant, for readers who prefer it.
    """
    prefix = _id_prefix(f"{description.identity}/{text}")
    root = _tree(frame, description, fonts, text, prefix)
    if dark is not None:
        embed_dark_colors(root, _tree(dark, description, fonts, text, prefix), prefix)
    _add_line_breaks(root)
    return serialize(root) + "\n"


def _tree(
    frame: Frame, description: Description, fonts: Fonts, text: TextMode, prefix: str
) -> ElementTree.Element:
    drawing = _svg_drawing(frame, look_up("o modo de texto", text, _TEXT_WRITERS)(prefix, fonts))
    if text != "traced":
        # Without a description, equal pictures have equal SVGs.
        _add_description(drawing, description, prefix)
    root: ElementTree.Element = drawing.get_xml()
    for element in root.findall("title") + root.findall("desc"):
        element.set("id", prefix + element.tag[0])
    for name in ("baseProfile", "version", "xmlns:ev"):
        del root.attrib[name]
    return root


def _svg_drawing(frame: Frame, writer: TextWriter) -> svgwrite.Drawing:
    width, height = compact_number(frame.size.width), compact_number(frame.size.height)
    # The validator refuses role, aria-* and lang, which screen readers need.
    drawing = svgwrite.Drawing(size=(width, height), viewBox=f"0 0 {width} {height}", debug=False)
    for visit in walk(frame):
        if isinstance(visit.item, TextBlock):
            drawing.add(writer.block(visit.item, visit.at))
        elif not isinstance(visit.item, Frame):
            drawing.add(shape(visit.item, visit.at, drawing))
    for definition in writer.definitions():
        drawing.defs.add(definition)
    return drawing


def _add_description(drawing: svgwrite.Drawing, description: Description, prefix: str) -> None:
    drawing.attribs |= {
        "role": "img",
        "lang": description.language,
        "xml:lang": description.language,
        "aria-labelledby": f"{prefix}t {prefix}d",
    }
    drawing.set_desc(title=description.title, desc=description.text)


def _id_prefix(name: str) -> str:
    # An id may not start with a digit, and two figures on one page may not share any.
    return f"f{blake2s(name.encode(), digest_size=3).hexdigest()}"


def _add_line_breaks(root: ElementTree.Element) -> None:
    """Break lines between shapes; white space inside text would be visible."""
    for parent in (root, *root.findall("defs")):
        parent.text = "\n" if len(parent) else parent.text
        for child in parent:
            child.tail = "\n"
