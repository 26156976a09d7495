"""Does before an order comes what every build would otherwise wait for."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from infograficos import elements
from infograficos.chapter_07 import chapter
from infograficos.report import check


def warm_up() -> None:
    """Draw and judge one figure and import all elements, so that whatever a figure needs is at hand."""
    check(chapter.figures[0])
    for module in walk_packages(elements.__path__, f"{elements.__name__}."):
        import_module(module.name)
