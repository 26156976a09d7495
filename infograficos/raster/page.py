"""A page of a PDF: the picture, and its text over it, unseen."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.language.languages import SOURCE


@dataclass(frozen=True, slots=True)
class InvisibleLine:
    """A line of selectable text over its outlines, in the picture's user units.

    Args:
        text: its characters.
        edges: the left edge of each character, and the right edge of the last one.
        baseline: its distance from the picture's top.
        size: of the font.
    """

    text: str
    edges: tuple[float, ...]
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """A picture with its text layer.

    Args:
        svg: the picture, its text as outlines.
        lines: its text, in reading order.
        title: its bookmark.
        alt: its alternative text.
        language: that of its words.
    """

    svg: str
    lines: tuple[InvisibleLine, ...] = ()
    title: str = ""
    alt: str = ""
    language: str = SOURCE
