"""Elements as XML, with their names as they stand: the root declares their prefixes."""

from __future__ import annotations

from html import escape
from xml.etree import ElementTree


def serialize(element: ElementTree.Element) -> str:
    """Return an element with all it holds as XML."""
    pieces: list[str] = []
    _write(element, pieces)
    return "".join(pieces)


def _write(element: ElementTree.Element, pieces: list[str]) -> None:
    pieces.append(f"<{element.tag}")
    pieces += [f' {name}="{_value(value)}"' for name, value in element.items()]
    if element.text or len(element):
        pieces.append(f">{_words(element.text)}")
        for child in element:
            _write(child, pieces)
        pieces.append(f"</{element.tag}>")
    else:
        pieces.append(" />")
    pieces.append(_words(element.tail))


def _words(text: str | None) -> str:
    return escape(text, quote=False) if text else ""


def _value(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")
