"""Vectors that are added: number by number, poured together by their weights, or as mosaics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from infograficos.elements.cap import Cap, CapState, cap_ink
from infograficos.elements.card import Card, Named
from infograficos.elements.connectors.ribbons import Ribbon, RibbonGap, Ribbons
from infograficos.elements.flow import Grow, NoWrap, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.matrices.cells import NumberCell
from infograficos.elements.matrices.mosaic import Mosaic
from infograficos.elements.row import Column, Row
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
        numbers: as they are written.
        shares: the numbers as shares of the largest magnitude of all.
    """

    sign: str
    factor: str
    name: str
    role: str
    numbers: tuple[str, ...]
    shares: tuple[float, ...]


def upright_sum(parts: Sequence[SumPart], rows: Sequence[str], *, is_tight: bool = False) -> Element:
    """Return a column for each vector, and a lying band for each position.

    Args:
        rows: what the positions are called.
        is_tight: set numbers and signs close to each other, and the names on no caps.
    """
    grow = (0.0, 0.0, *(1.0, 0.0) * len(parts))
    heads = (_head(part, "solid" if part is parts[-1] else "context", is_tight) for part in parts)
    cells = [
        Cell(Named(part.name, head), 0, 2 * j + 2, align="end" if is_tight else "stretch")
        for j, (part, head) in enumerate(zip(parts, heads, strict=True))
    ]
    for i, name in enumerate(rows):
        band = Card(Spacer(), "masked.soft", None, "none", radius="chip")
        cells += [Cell(band, i + 1, 0, columns=len(grow), align="stretch"), Cell(_muted(name), i + 1, 1)]
        for j, part in enumerate(parts):
            cells += [Cell(_muted(part.sign), i + 1, 2 * j + 1)] if j else []
            # Each row is true as it stands: what is added is the number times its weight.
            number = f"{part.factor}{part.numbers[i]}"
            cap = NumberCell(number, part.role, part.shares[i], large=len(rows) <= _FEW)
            cells.append(Cell(Card(cap, None, None, "plate", "none"), i + 1, 2 * j + 2))
    return Grid(tuple(cells), grow, "hair" if is_tight else "tiny", "hair", equal=True)


def lying_sum(parts: Sequence[SumPart], rows: Sequence[str]) -> Element:
    """Return a row for each vector, below its name; the numbers of one position are below each other."""
    cells = list(_lines(parts))
    cells += [Cell(_muted(name), 2 * len(parts), i + 1) for i, name in enumerate(rows)]
    return NoWrap(Grid(tuple(cells), (0.0, *(1.0,) * len(rows)), "hair", "tiny"))


def _lines(parts: Sequence[SumPart]) -> Iterator[Cell]:
    for j, part in enumerate(parts):
        name = Text(part.name, "mark", f"{part.role}.strong", literal=True)
        yield Cell(Named(part.name, name), 2 * j, 1, columns=len(part.numbers))
        sign = f"{part.sign if j else ''} {part.factor}".strip()
        if sign:
            yield Cell(NoWrap(Text(sign, "heading", "ink", "center", literal=True)), 2 * j + 1, 0)
        yield from (Cell(cap, 2 * j + 1, i + 1) for i, cap in enumerate(_caps(part)))


def poured_sum(parts: Sequence[SumPart], weights: Sequence[float], *, vertical: bool) -> Element:
    """Return the vectors side by side, and a ribbon from each into the sum, as broad as its weight.

    Args:
        vertical: draw the vectors upright, on narrow sheets.
    """
    *terms, total = parts
    vectors = {part.name: Named(part.name, _vector(part, vertical)) for part in parts}
    sources = (Column((_weight(each), _name(each), vectors[each.name]), "tiny", "center") for each in terms)
    result = Column((vectors[total.name], _name(total)), "tiny", "center")
    grid = Column((Row(tuple(sources), "small", "end", "between"), RibbonGap(), result), "none", "center")
    heaviest = max(weights)
    ribbons = (
        Ribbon(part.name, total.name, weight, weight == heaviest)
        for part, weight in zip(terms, weights, strict=True)
    )
    return NoWrap(Ribbons(grid, tuple(ribbons)))


def _vector(part: SumPart, vertical: bool) -> Element:
    caps = tuple(_caps(part))
    return Column(caps, "hair", "stretch") if vertical else Row(caps, "hair", equal=True)


def _caps(part: SumPart) -> Iterator[Element]:
    for number, share in zip(part.numbers, part.shares, strict=True):
        yield NumberCell(number, part.role, share)


def mosaic_sum(parts: Sequence[SumPart]) -> Element:
    """Return the vectors as mosaics of all their numbers, with the signs between them."""
    pictures = [
        Column((_name(part), Grow(Mosaic(part.shares, part.role))), "small", "stretch") for part in parts
    ]
    row: list[Element] = [Grow(pictures[0])]
    for part, picture in zip(parts[1:], pictures[1:], strict=True):
        row += [Text(part.sign, "heading", "ink", literal=True), Grow(picture)]
    return Row(tuple(row), "tiny")


def _name(part: SumPart) -> Element:
    return Text(part.name, "mark", f"{part.role}.strong", "center", literal=True)


def _weight(part: SumPart) -> Element:
    return Text(part.factor.strip(), "heading", "ink", "center", literal=True)


def _head(part: SumPart, state: CapState, is_bare: bool) -> Element:
    if is_bare:
        return Column((_name(part), Spacer()), "tiny")
    words = Text(part.name, "mark", cap_ink(part.role, state), "center", literal=True)
    return Cap(words, part.role, state, "small", "plate")


def _muted(words: str) -> Text:
    return Text(words, "label", "muted", "center", literal=True)
