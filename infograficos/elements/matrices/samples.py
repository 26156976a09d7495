"""The samples of cells that explain a matrix."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.content.element_words import MATRIX_WORDS
from infograficos.elements.matrices.cells import HintonCell, NumberCell
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.layout import Element


def hit_sample(words: str) -> Element:
    """Return a cell of the diagonal, with what those cells are."""
    return _sample(NumberCell("", "response", 2 / 3, hit=True), words, "response")


def square_samples(role: str, lowest: float, is_rising: bool) -> Iterator[Element]:
    """Return what the sizes of squares say and, if some are drawn as negative, how these look.

    Args:
        lowest: the least of all numbers.
        is_rising: whether the numbers are at most zero, and the squares larger the nearer to it.
    """
    # The area is the magnitude: the largest disc is the least of all values.
    name = "nearer_square" if is_rising else "farther_square" if lowest < 0 else "larger_square"
    yield Text(MATRIX_WORDS(name), "label", f"{role}.strong")
    if name == "farther_square":
        yield _sample(HintonCell(-1.0, role), MATRIX_WORDS("negative"), "masked")


def shape_note(visible: tuple[int, int], whole: tuple[int, int]) -> Element:
    """Return how many of all rows and columns are drawn."""
    (height, width), (rows, columns) = visible, whole
    name = "shown_square" if (height, rows) == (width, columns) else "shown_cells"
    words = MATRIX_WORDS(name, height=height, rows=rows, width=width, columns=columns)
    return Text(words, "label", "muted")


def _sample(cell: Element, words: str, role: str) -> Element:
    return Row((cell, Text(words, "label", f"{role}.strong")), "tiny")
