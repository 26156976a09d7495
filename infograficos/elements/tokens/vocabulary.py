"""An excerpt of a vocabulary, with the tokens in use marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from infograficos.elements.card import Card
from infograficos.elements.column import Column
from infograficos.elements.flow import FirstThatFits, NoWrap, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Row
from infograficos.elements.text import Text
from infograficos.elements.tokens.chip import token_chip
from infograficos.language.numbers import format_number
from infograficos.layout import Element

#: Numbers of entries beside each other, from the widest arrangement to the narrowest.
_ACROSS = (4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """A token, its id, and whether the text uses it."""

    token: str
    id: int
    used: bool


def vocabulary_card(entries: Sequence[VocabularyEntry], total: int) -> Element:
    """Return a card with entries in the order of their ids, in columns, out of a vocabulary's `total`."""
    tables = tuple(_table(entries, across) for across in _ACROSS)
    shown = f"{len(entries)} de {format_number(total)}" if len(entries) < total else format_number(total)
    # Say that this is an excerpt.
    words = Text(f"{shown} entradas", "label", "muted")
    title = Text("vocabulário", "strong", "model.strong")
    head = Row((title, words), "small", "baseline", "between")
    either = FirstThatFits((NoWrap(head), Column((title, words), "text")))
    return Card(
        Column((either, FirstThatFits(tables)), "small"), "surface", "model.line", "small", "medium", "inner"
    )


def _table(entries: Sequence[VocabularyEntry], across: int) -> Element:
    rows = ceil(len(entries) / across)
    cells = []
    for position, entry in enumerate(entries):
        column, row = divmod(position, rows)
        color = "model.strong" if entry.used else "muted"
        style = "mark" if entry.used else "label"
        id_ = Text(str(entry.id), style, color, "end", literal=True, tabular=True)
        cells.append(Cell(id_, row, 3 * column))
        # The same colours as in the text.
        chip = token_chip(entry.token, "input", "soft" if entry.used else "plain")
        cells.append(Cell(chip, row, 3 * column + 1))
    # An empty column keeps an id close to its own token.
    cells += [Cell(Spacer("hair"), 0, 3 * column + 2) for column in range(across - 1)]
    grow = (0.0, 1.0, 0.0) * across
    return Grid(tuple(cells), grow[: 3 * across - 1], "tiny", "tiny")
