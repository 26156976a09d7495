"""Vectors that are added: their numbers on key caps, and a band for each position at which they are added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from infograficos.elements.cap import Cap, CapState, cap_ink
from infograficos.elements.card import Card, Named
from infograficos.elements.flow import NoWrap, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.matrices.cells import NumberCell, sign_role
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.layout import Element

#: Up to so many numbers are large.
_FEW = 4


@dataclass(frozen=True, slots=True)
class SumPart:
    """A vector of a sum, or the sum itself.

    Args:
        sign: what stands before it.
        factor: what each number is multiplied by, with its sign and a space, or nothing.
        numbers: as they are written; none where the vector is truncated.
        shares: the numbers as shares of the largest magnitude of all.
    """

    sign: str
    factor: str
    name: str
    role: str
    numbers: tuple[str | None, ...]
    shares: tuple[float, ...]


def upright_sum(
    parts: Sequence[SumPart], indices: Sequence[str], lit: int, *, is_tight: bool = False
) -> Element:
    """Return a column for each vector, and a lying band for each position.

    Args:
        indices: what the positions are called.
        lit: the place of the position that stands out.
        is_tight: set numbers and signs close to each other, and the names on no caps.
    """
    grow = (0.0, 0.0, *(1.0, 0.0) * len(parts))
    heads = (_head(part, "focus" if part is parts[-1] else "context", is_tight) for part in parts)
    cells = [
        Cell(Named(part.name, head), 0, 2 * j + 2, align="end" if is_tight else "stretch")
        for j, (part, head) in enumerate(zip(parts, heads, strict=True))
    ]
    for i, index in enumerate(indices):
        row, is_gap = i + 1, parts[0].numbers[i] is None
        band = Card(Spacer(), _band_fill(parts, i == lit), None, "none", radius="chip")
        cells += [] if is_gap else [Cell(band, row, 0, columns=len(grow), align="stretch")]
        cells.append(Cell(_muted("⋮" if is_gap else index), row, 1))
        for j, part in enumerate(parts):
            sign = Text(part.sign, "heading", "ink", literal=True) if i == lit else _muted(part.sign)
            cells += [Cell(sign, row, 2 * j + 1)] if j and not is_gap else []
            number = _number(part, i, i == lit and part is parts[-1], len(indices) <= _FEW)
            cells.append(Cell(Card(number, None, None, "plate", "none"), row, 2 * j + 2))
    return Grid(tuple(cells), grow, "hair" if is_tight else "tiny", "hair", equal=True)


def lying_sum(parts: Sequence[SumPart], indices: Sequence[str], lit: int) -> Element:
    """Return a row for each vector, below its name; the numbers of one position are below each other."""
    grow = (0.0, *(0.0 if number is None else 1.0 for number in parts[0].numbers))
    cells = list(_lines(parts, lit))
    cells += [Cell(_muted(index), 2 * len(parts), i + 1) for i, index in enumerate(indices)]
    return NoWrap(Grid(tuple(cells), grow, "hair", "tiny"))


def _lines(parts: Sequence[SumPart], lit: int) -> Iterator[Cell]:
    for j, part in enumerate(parts):
        name = Text(part.name, "mark", f"{part.role}.strong", literal=True)
        yield Cell(Named(part.name, name), 2 * j, 1, columns=len(part.numbers))
        sign = f"{part.sign if j else ''} {part.factor}".strip()
        if sign:
            yield Cell(NoWrap(Text(sign, "heading", "ink", "center", literal=True)), 2 * j + 1, 0)
        for i, written in enumerate(part.numbers):
            number = _number(replace(part, factor=""), i, i == lit and part is parts[-1], False)
            fill = None if written is None else _band_fill(parts, i == lit)
            yield Cell(Card(number, fill, None, "hair", "hair", "chip"), 2 * j + 1, i + 1)


def _head(part: SumPart, state: CapState, is_bare: bool) -> Element:
    ink = f"{part.role}.strong" if is_bare else cap_ink(part.role, state)
    words = Text(part.name, "mark", ink, "center", literal=True)
    return Column((words, Spacer()), "tiny") if is_bare else Cap(words, part.role, state, "small", "plate")


def _band_fill(parts: Sequence[SumPart], is_lit: bool) -> str:
    return f"{parts[-1].role}.tint" if is_lit else "masked.soft"


def _number(part: SumPart, i: int, is_solid: bool, is_large: bool) -> Element:
    if part.numbers[i] is None:
        return _muted("…")
    # Each row is true as it stands: what is added is the number times its weight.
    number = f"{part.factor}{part.numbers[i]}"
    if not is_solid:
        return NumberCell(number, part.role, part.shares[i], large=is_large)
    words = Text(number, "strong" if is_large else "mark", "paper", "center", literal=True)
    role = sign_role(part.role, part.shares[i])
    return Cap(words, role, "solid", "small" if is_large else "tiny", "hair", slim=not is_large)


def _muted(words: str) -> Text:
    return Text(words, "label", "muted", "center", literal=True)
