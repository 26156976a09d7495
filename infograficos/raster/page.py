"""A page of a PDF: a picture, and the words that a reader finds, selects and hears on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InvisibleLine:
    """Words that lie unseen over their outlines; lengths are in the picture's units.

    Args:
        text: the words.
        edges: where each character begins, and where the last one ends: one more than there are characters.
        baseline: how far below the picture's top they stand.
        size: of the letters.
    """

    text: str
    edges: tuple[float, ...]
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """A picture with what there is to read on it.

    Args:
        svg: the picture, its text as outlines.
        lines: its words, in reading order.
        title: its short name.
        alt: what it shows, for those who do not see it.
    """

    svg: str
    lines: tuple[InvisibleLine, ...] = ()
    title: str = ""
    alt: str = ""
