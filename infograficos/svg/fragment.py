"""Pieces of SVG that a template wrote, as elements that a drawing can hold."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.parsers import expat

from svgwrite.base import BaseElement


class Fragment(BaseElement):  # type: ignore[misc]
    """One element, with all it holds, read from the text that a template wrote."""

    elementname = "g"

    def __init__(self, markup: str, drawing: BaseElement) -> None:
        super().__init__(factory=drawing)
        self._markup = markup

    def get_xml(self) -> ElementTree.Element:
        """Return the element, its links under the prefix that the drawing declares."""
        builder = ElementTree.TreeBuilder()
        # Without namespaces, which the drawing declares, names stay as they are written.
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = builder.start
        parser.EndElementHandler = builder.end
        parser.CharacterDataHandler = builder.data
        parser.Parse(self._markup, True)
        return builder.close()
