"""Pieces of SVG that a template wrote, as elements that a drawing can hold."""

from __future__ import annotations

from xml.etree import ElementTree

from svgwrite.base import BaseElement

_XLINK = "http://www.w3.org/1999/xlink"


class Fragment(BaseElement):  # type: ignore[misc]
    """One element, with all it holds, read from the text that a template wrote."""

    elementname = "g"

    def __init__(self, markup: str) -> None:
        super().__init__(debug=False)
        self._markup = markup

    def get_xml(self) -> ElementTree.Element:
        """Return the element, its links under the prefix that the drawing declares."""
        wrapped = f'<svg xmlns:xlink="{_XLINK}">{self._markup}</svg>'
        element = ElementTree.fromstring(wrapped)[0]  # noqa: S314 — our own templates wrote it
        for child in element.iter():
            _trim(child)
            for key in [key for key in child.attrib if key.startswith("{")]:
                namespace, name = key[1:].split("}")
                prefix = "xlink" if namespace == _XLINK else "xml"
                child.set(f"{prefix}:{name}", child.attrib.pop(key))
        return element


def _trim(element: ElementTree.Element) -> None:
    """Drop the template's line breaks around elements; words are kept as they are."""
    if element.text and not element.text.strip() and "\n" in element.text:
        element.text = None
    if element.tail and not element.tail.strip():
        element.tail = None
