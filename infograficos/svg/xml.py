"""Parses and serializes elements, leaving namespace prefixes alone."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree
from xml.parsers import expat


@dataclass(frozen=True, slots=True)
class SvgElement:
    """A finished element that svgwrite can add to a drawing."""

    element: ElementTree.Element

    def get_xml(self) -> ElementTree.Element:
        """Return the element and its children."""
        return self.element


def parse(markup: str) -> SvgElement:
    """Return the element that a template rendered."""
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.Parse(markup, True)
    return SvgElement(builder.close())


def serialize(element: ElementTree.Element) -> str:
    """Return an element and its children as XML."""
    parts: list[str] = []
    _write(element, parts)
    return "".join(parts)


def _write(element: ElementTree.Element, parts: list[str]) -> None:
    parts.append(f"<{element.tag}")
    for name, value in element.items():
        parts.append(' {}="{}"'.format(name, _escape(value).replace('"', "&quot;")))
    if element.text or len(element):
        parts.append(f">{_escape(element.text)}")
        for child in element:
            _write(child, parts)
        parts.append(f"</{element.tag}>")
    else:
        parts.append(" />")
    parts.append(_escape(element.tail))


def _escape(text: str | None) -> str:
    return escape(text, quote=False) if text else ""
