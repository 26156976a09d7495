"""Reads an SVG back, knowing nothing of how it came about."""

from __future__ import annotations

from xml.etree import ElementTree

from infograficos.value_object import value_object


@value_object
class RenderedSvg:
    """An SVG's root element and the ids in it."""

    root: ElementTree.Element
    ids: frozenset[str]


def read_svg(svg: str) -> RenderedSvg:
    """Parse an SVG that this library wrote."""
    root = ElementTree.fromstring(svg)  # noqa: S314 — it was written a moment ago
    ids = frozenset(identity for element in root.iter() if (identity := element.get("id")) is not None)
    return RenderedSvg(root, ids)
