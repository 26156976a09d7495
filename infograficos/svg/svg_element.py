"""Pieces of SVG that are written already, as what a drawing of svgwrite can hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from xml.etree import ElementTree
from xml.parsers import expat


class SvgElement(Protocol):
    """Whatever a drawing can hold: svgwrite asks it for no more than its XML."""

    def get_xml(self) -> ElementTree.Element:
        """Return the element, with all it holds."""
        ...


@dataclass(frozen=True, slots=True)
class MarkupElement:
    """One element, with all it holds, as the text that a template wrote."""

    markup: str

    def get_xml(self) -> ElementTree.Element:
        """Return the element, its links under the prefix that the drawing declares."""
        builder = ElementTree.TreeBuilder()
        # Without namespaces, which the drawing declares, names stay as they are written.
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = builder.start
        parser.EndElementHandler = builder.end
        parser.CharacterDataHandler = builder.data
        parser.Parse(self.markup, True)
        return builder.close()


@dataclass(frozen=True, slots=True)
class GlyphOutline:
    """The outline of a glyph under the name that its uses link to."""

    identity: str
    data: str

    def get_xml(self) -> ElementTree.Element:
        """Return the outline as a path."""
        return ElementTree.Element("path", {"d": self.data, "id": self.identity})
