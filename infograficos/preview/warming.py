"""Does before an order comes what every build would otherwise wait for."""

from __future__ import annotations

from infograficos.chapter_07 import chapter
from infograficos.report import check


def warm_up() -> None:
    """Draw and judge one figure, so that fonts, templates and rules are loaded and at hand."""
    check(chapter.figures[0])
