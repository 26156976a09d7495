"""Serializes elements without touching name prefixes, which the root declares."""

from __future__ import annotations

from html import escape
from xml.etree import ElementTree


def serialize(element: ElementTree.Element) -> str:
    """Return an element with all it holds as XML."""
    parts: list[str] = []
    _write(element, parts)
    return "".join(parts)


def _write(element: ElementTree.Element, parts: list[str]) -> None:
    parts.append(f"<{element.tag}")
    parts += [f' {name}="{_escape_attribute(value)}"' for name, value in element.items()]
    if element.text or len(element):
        parts.append(f">{_escape_text(element.text)}")
        for child in element:
            _write(child, parts)
        parts.append(f"</{element.tag}>")
    else:
        parts.append(" />")
    parts.append(_escape_text(element.tail))


def _escape_text(text: str | None) -> str:
    return escape(text, quote=False) if text else ""


def _escape_attribute(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")
