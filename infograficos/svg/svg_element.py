"""SVG elements that svgwrite can add to a drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from xml.etree import ElementTree
from xml.parsers import expat


class SvgElement(Protocol):
    """Anything that svgwrite can add to a drawing."""

    def get_xml(self) -> ElementTree.Element:
        """Return the element and its children."""
        ...


@dataclass(frozen=True, slots=True)
class MarkupElement:
    """An element as the markup that a template rendered."""

    markup: str

    def get_xml(self) -> ElementTree.Element:
        """Parse the markup, leaving name prefixes to the drawing."""
        builder = ElementTree.TreeBuilder()
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = builder.start
        parser.EndElementHandler = builder.end
        parser.CharacterDataHandler = builder.data
        parser.Parse(self.markup, True)
        return builder.close()


@dataclass(frozen=True, slots=True)
class GlyphOutline:
    """A glyph's outline under the id that `use` elements link to."""

    identity: str
    data: str

    def get_xml(self) -> ElementTree.Element:
        """Return the outline as a path."""
        return ElementTree.Element("path", {"d": self.data, "id": self.identity})
