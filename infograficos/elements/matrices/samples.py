"""Cells with a number and perhaps a name, and the samples of cells that explain a matrix."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.content.element_words import MATRIX_WORDS
from infograficos.elements.flow import Spacer
from infograficos.elements.matrices.cells import HintonCell, TintedCell, masked_cell
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element


def number_cell(number: str, name: str, role: str, share: float, *, large: bool, hit: bool) -> Element:
    """Return a tinted cell with a number, and its name below it if there is one.

    Args:
        large: set the number in a larger size, with more room around it.
        hit: set the number in strong letters, inside a strong border.
    """
    style = ("heading" if hit else "body") if large else ("mark" if hit else "label")
    words: Element = Text(number, style, "ink", "center", literal=True)
    if name:
        words = Column((words, Text(name, "label", "ink", "center", literal=True)), "tiny", "center")
    return TintedCell(words, role, share, "small" if large else "tiny", hit)


def masked_sample(reason: int, sign: str, words: str) -> Element:
    """Return a cell masked for a reason, with the reason's name."""
    return _sample(masked_cell(reason, sign, "tiny" if sign else "medium"), words, "masked")


def hit_sample(words: str) -> Element:
    """Return a cell of the diagonal, with what those cells are."""
    return _sample(TintedCell(Spacer("medium"), "response", 0.0, "none", bordered=True), words, "response")


def square_samples(role: str, is_signed: bool) -> Iterator[Element]:
    """Return what the sizes of squares say and, if some numbers are negative, how these look."""
    # The area is the magnitude: the largest hollow square is the least of all values.
    words = MATRIX_WORDS("farther_square" if is_signed else "larger_square")
    yield Text(words, "label", f"{role}.strong")
    if is_signed:
        yield _sample(HintonCell(-1.0, role), MATRIX_WORDS("negative"), "masked")


def shape_note(visible: tuple[int, int], whole: tuple[int, int]) -> Element:
    """Return how many of all rows and columns are drawn."""
    (height, width), (rows, columns) = visible, whole
    name = "shown_square" if (height, rows) == (width, columns) else "shown_cells"
    words = MATRIX_WORDS(name, height=height, rows=rows, width=width, columns=columns)
    return Text(words, "label", "muted")


def _sample(cell: Element, words: str, role: str) -> Element:
    return Row((cell, Text(words, "label", f"{role}.strong")), "tiny")
