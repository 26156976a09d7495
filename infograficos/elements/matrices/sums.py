"""Vectors that are added: number by number, from both sides, poured together by their weights, as mosaics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from infograficos.elements.cap import Cap, CapState, cap_ink
from infograficos.elements.card import Card, Named
from infograficos.elements.connectors.connector import Flow
from infograficos.elements.connectors.ribbons import Ribbon, RibbonGap, Ribbons
from infograficos.elements.connectors.with_connectors import WithConnectors
from infograficos.elements.flow import FirstThatFits, NoWrap, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.matrices.cells import NumberCell
from infograficos.elements.matrices.mixed_cell import MixedCell
from infograficos.elements.matrices.mosaic import Mosaic
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element

#: Up to so many numbers are large.
_FEW = 4
#: The least share of the largest magnitude with which a number stands out.
_STRONG = 0.5


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


def meeting_sum(parts: Sequence[SumPart], rows: Sequence[str], *, is_tight: bool = False) -> Element:
    """Return two vectors with their sum between them, into which flows what is strong in either.

    A number of the sum is in the colour of the vector that it has the most of, over its position's name.

    Args:
        rows: what the positions are called.
        is_tight: leave less room for the flows.
    """
    first, second, total = parts
    gap = Spacer("large" if is_tight else "link")
    cells = [Cell(gap, 0, 1), Cell(gap, 0, 3)]
    for column, part in ((0, first), (4, second), (2, total)):
        head = _head(part, "solid", is_bare=part is not total)
        cells.append(Cell(head, 0, column, align="end"))
    flows: list[Flow] = []
    for i, (name, role) in enumerate(zip(rows, _sources((first, second)), strict=True)):
        strong = [part for part in (first, second) if abs(part.shares[i]) >= _STRONG]
        caps = [_meeting_cap(part, i, is_lit=part in strong) for part in (first, second)]
        caps.append(replace(_meeting_cap(total, i, is_lit=bool(strong)), role=role, name=name))
        for column, part, cap in zip((0, 4, 2), parts, caps, strict=True):
            cells.append(Cell(Named(_place(part, i), cap), i + 1, column, align="center"))
        flows += [Flow(_place(p, i), _place(total, i), f"{p.role}.mark", "ribbon_thin") for p in strong]
    grid = Grid(tuple(cells), (1.0, 0.0, 1.5, 0.0, 1.0), "hair" if is_tight else "tiny", "tiny")
    return WithConnectors(grid, tuple(flows))


def _sources(terms: Sequence[SumPart]) -> list[str]:
    """Return the role of the vector that each number of the sum has the most of."""
    columns = zip(*(term.shares for term in terms), strict=True)
    sizes = (list(map(abs, column)) for column in columns)
    return [terms[column.index(max(column))].role for column in sizes]


def _meeting_cap(part: SumPart, i: int, *, is_lit: bool) -> NumberCell:
    return NumberCell(part.numbers[i], part.role, part.shares[i], large=is_lit, hit=is_lit)


def _place(part: SumPart, i: int) -> str:
    return f"{part.name} {i + 1}"


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
    heaviest = max(weights)
    large = "heading" if vertical else "headline"
    heads = (
        _weight(each, large if weight == heaviest else "")
        for each, weight in zip(terms, weights, strict=True)
    )
    sources = (
        Column(
            (Column((head, _name(each)), "small" if not vertical else "tiny", "center"), vectors[each.name]),
            "tiny",
            "center",
        )
        for head, each in zip(heads, terms, strict=True)
    )
    result = Column((vectors[total.name], _name(total)), "tiny", "center")
    grid = Column((Row(tuple(sources), "medium", "end", equal=True), RibbonGap(), result), "none", "center")
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


def mosaic_sum(parts: Sequence[SumPart], followed: int, name: str) -> Element:
    """Return the vectors as mosaics, and below them one number of each, large or where there is room.

    A square of the sum is in the colour of the vector that it has the most of.

    Args:
        followed: the position of that number.
        name: what the position is called.
    """
    options = (
        Column((_mosaics(parts, followed, large), _muted(name)), "tiny", "center") for large in (True, False)
    )
    return FirstThatFits((*options, _mosaics(parts, None)))


def _mosaics(parts: Sequence[SumPart], followed: int | None, large: bool = False) -> Element:
    *terms, total = parts
    cells: list[Cell] = []
    for j, part in enumerate(parts):
        roles = tuple(_sources(terms)) if part is total else (part.role,) * len(part.shares)
        mosaic = Mosaic(part.shares, roles, followed, part.role)
        cells += [Cell(_head(part, "solid", is_bare=True), 0, 2 * j), Cell(mosaic, 1, 2 * j)]
        last = 1
        if followed is not None:
            last = 2
            number = _followed_number(part, terms if part is total else (), followed, large=large)
            cells.append(Cell(number, last, 2 * j))
        for row in range(1, last + 1) if j else ():
            sign = Text(part.sign, "heading", "ink", "center", literal=True)
            cells.append(Cell(sign, row, 2 * j - 1, align="center"))
    grow = (1.0, *(0.0, 1.0) * len(terms))
    return Grid(tuple(cells), grow, "tiny", "none", equal=True)


def _followed_number(part: SumPart, terms: Sequence[SumPart], i: int, *, large: bool) -> Element:
    """Return a number of a vector on a cap; that of a sum is in the colours of its terms where all add."""
    if large and terms and all(term.shares[i] > 0 for term in terms):
        return MixedCell(part.numbers[i], tuple((term.role, term.shares[i]) for term in terms))
    return NumberCell(part.numbers[i], part.role, part.shares[i], large=large, hit=True, lit=bool(terms))


def _name(part: SumPart) -> Element:
    return Text(part.name, "mark", f"{part.role}.strong", "center", literal=True)


def _weight(part: SumPart, large: str) -> Element:
    """Return what a vector is multiplied by, in a large style or quiet."""
    style, ink = (large, "ink") if large else ("label", "muted")
    return Text(part.factor.strip(), style, ink, "center", literal=True)


def _head(part: SumPart, state: CapState, is_bare: bool) -> Element:
    if is_bare:
        return Column((_name(part), Spacer()), "tiny")
    words = Text(part.name, "mark", cap_ink(part.role, state), "center", literal=True)
    return Cap(words, part.role, state, "small", "plate")


def _muted(words: str) -> Text:
    return Text(words, "label", "muted", "center", literal=True)
