"""Tokens: chips, their numbers, brackets over neighbours, and an excerpt of a vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from infograficos.content.element_words import VOCABULARY_WORDS
from infograficos.content.token_text import visible_parts
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import Cap, CapState, cap_ink
from infograficos.elements.card import Card
from infograficos.elements.flow import FirstThatFits, NoWrap, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.polyline import round_corners
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.language.numbers import format_number
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, Stroke


def token_chip(token: str, role: str, state: CapState = "context", slim: bool = False) -> Cap:
    """Return a token on a key cap, its spaces as visible signs.

    Args:
        token: the text that it stands for, with its spaces.
        state: the part that it has in what is shown, as that of a `Cap`.
        slim: reduce the height.
    """
    ink = cap_ink(role, state)
    # Grey is too pale for a deep face.
    words = token_words(token, ink, space=ink if state in ("focus", "solid") else "muted")
    return Cap(words, role, state, "tiny" if slim else "small", "small", slim)


def token_words(
    token: str, ink: str, align: Literal["start", "center"] = "center", space: str = "muted"
) -> Element:
    """Return a token without a surface, its spaces as visible signs in the colour `space`."""
    parts = tuple(
        Text(part, "label" if blank else "mark", space if blank else ink, align, literal=True)
        for part, blank in visible_parts(token)
    )
    return parts[0] if len(parts) == 1 else Row(parts, "none", "baseline", align)


def token_number(value: int, color: str = "muted") -> Element:
    """Return a token's id or index, for below or above its chip."""
    words = Text(str(value), "label", color, "center", literal=True, tabular=True)
    return Card(words, None, None, "none", "hair")


@checked_dataclass
class SpanBracket:
    """A bracket over the whole width, open downwards, with a name above it in its role's colour."""

    name: str
    role: str

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the bracket with its name centered above it."""
        look = layouter.look
        pen = Stroke(look.paint(f"{self.role}.strong"), look.stroke("rule"))
        words = Text(self.name, "label", f"{self.role}.strong", literal=True)
        name = layouter.layout(words, Limits()) if self.name else Frame(Size(0.0, 0.0))
        width = max(name.size.width, limits.min_width, 2 * look.radius("bar"))
        tick, half = look.space("tiny"), pen.width / 2
        head = name.size.height + (tick if self.name else 0.0)
        left, right, top, bottom = half, width - half, head + half, head + tick - half
        corners = [Point(left, bottom), Point(left, top), Point(right, top), Point(right, bottom)]
        path = Path(round_corners(corners, look.radius("bar"), (1.0, 1.0)), stroke=pen)
        at = Point((width - name.size.width) / 2, 0.0)
        return Frame(Size(width, head + tick), (Placed(at, name), Placed(ORIGIN, path)))


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """A token, its id, and the state of its cap: `neutral` where the text does not use it."""

    token: str
    id: int
    state: CapState


def vocabulary_card(entries: Sequence[VocabularyEntry], total: int | None) -> Element:
    """Return a card with entries in the order of their ids, in columns, out of a vocabulary's `total`.

    Args:
        total: how many entries it has, or nothing where only an excerpt of it is known.
    """
    tables = tuple(_table(entries, columns) for columns in (4, 3, 2, 1))
    shown = VOCABULARY_WORDS("excerpt")
    if total is not None:
        name = "some_entries" if len(entries) < total else "entries"
        shown = VOCABULARY_WORDS(name, shown=len(entries), total=format_number(total))
    words = Text(shown, "label", "muted")
    title = Text(VOCABULARY_WORDS("vocabulary"), "strong", "model.strong")
    head = Row((title, words), "small", "baseline", "between")
    header = FirstThatFits((NoWrap(head), Column((title, words), "text")))
    inside = Column((header, FirstThatFits(tables)), "small")
    return Card(inside, "model.soft", None, "small")


def _table(entries: Sequence[VocabularyEntry], columns: int) -> Element:
    rows = ceil(len(entries) / columns)
    cells = []
    for position, entry in enumerate(entries):
        column, row = divmod(position, rows)
        style, color = ("label", "muted") if entry.state == "neutral" else ("mark", "model.strong")
        id_ = Text(str(entry.id), style, color, "end", literal=True, tabular=True)
        cells.append(Cell(id_, row, 3 * column, align="baseline"))
        # Tokens have the same colours in the text.
        chip = token_chip(entry.token, "input", entry.state, slim=True)
        cells.append(Cell(chip, row, 3 * column + 1, align="baseline"))
    # An empty column keeps an id close to its own token.
    cells += [Cell(Spacer("hair"), 0, 3 * column + 2) for column in range(columns - 1)]
    grow = (0.0, 1.0, 0.0) * columns
    return Grid(tuple(cells), grow[: 3 * columns - 1], "tiny", "tiny")
