"""The masked part of a matrix: one quiet dotted region, whatever its shape, instead of many cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import cap_radius
from infograficos.elements.card import Named
from infograficos.elements.flow import Spacer
from infograficos.elements.polyline import DOTS, closed_outline
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, PathCommand, Placed, Stroke, walk

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The corners of a cell at which its sides start, clockwise from the upper one, and the cells beside these.
_CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0))
_BESIDE = ((-1, 0), (0, 1), (1, 0), (0, -1))

#: A row and a column; and one side of the cell there.
_Place = tuple[int, int]
_Border = tuple[_Place, int]


def masked_place(row: int, column: int) -> Element:
    """Return the room of a masked cell, which its region finds by its name."""
    return Named(_name(row, column), Spacer("medium"))


@checked_dataclass
class MaskedRegions:
    """Draws a dotted region around the masked cells of each reason, with the reason's name in it.

    A name that finds no room in its region is written below the matrix, after a small sample.

    Args:
        child: a grid of cells, with `masked_place` where one is masked.
        reasons: the places that are masked, by the words that say why; the second region is empty.
    """

    child: Element
    reasons: tuple[tuple[str, tuple[_Place, ...]], ...]

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child, the regions on its masked cells, and the names on these."""
        look = layouter.look
        child = layouter.layout(self.child, limits)
        items, names, below = [], [], child.size.height
        rects = {v.item.name: v.rect for v in walk(child) if isinstance(v.item, Frame) and v.item.name}
        for i, (words, places) in enumerate(self.reasons):
            cells = {place: rects[_name(*place)] for place in places}
            items.append(Placed(ORIGIN, _paint(cells, bool(i), look)))
            text = layouter.layout(Text(words, "label", "masked.strong", literal=True), Limits())
            wide = text.size.width + 2 * look.space("hair")
            rooms = [room for room in _rooms(cells) if room.width >= wide and room.height >= text.size.height]
            if room := max(rooms, key=lambda rect: rect.width * rect.height, default=None):
                at = room.center.translate(Point(-text.size.width / 2, -text.size.height / 2))
                names.append(Placed(at, text))
                continue
            sample = Rect(0.0, below + look.space("small"), look.size("cell"), look.size("cell"))
            items.append(Placed(ORIGIN, _paint({(0, 0): sample}, bool(i), look)))
            down = sample.center.y - text.size.height / 2
            names.append(Placed(Point(sample.right + look.space("tiny"), down), text))
            below = sample.bottom
        return Frame(Size(child.size.width, below), (Placed(ORIGIN, child), *items, *names))


def _name(row: int, column: int) -> str:
    return f"célula {row + 1} {column + 1}"


def _rooms(cells: dict[_Place, Rect]) -> Iterator[Rect]:
    """Yield the rectangles in which all cells are masked."""
    for (top, left), (bottom, right) in product(cells, cells):
        places = product(range(top, bottom + 1), range(left, right + 1))
        if top <= bottom and left <= right and all(place in cells for place in places):
            yield cells[top, left].union(cells[bottom, right])


def _paint(cells: dict[_Place, Rect], is_empty: bool, look: ResolvedTheme) -> Path:
    pen = Stroke(look.paint("masked.mark"), look.stroke("border"), DOTS)
    radius = min(cap_radius(rect, look) for rect in cells.values())
    commands = [command for loop in _loops(cells) for command in _outline(loop, cells, radius)]
    return Path(tuple(commands), None if is_empty else look.paint("masked.soft"), pen, "ornament")


def _loops(cells: Iterable[_Place]) -> Iterator[list[_Border]]:
    """Yield the closed loops of borders, clockwise, between cells that are masked and others."""
    masked = set(cells)
    starts: dict[_Place, list[_Border]] = {}
    for row, column in sorted(masked):
        for side, (down, across) in enumerate(_BESIDE):
            if (row + down, column + across) not in masked:
                starts.setdefault(_corner((row, column), side), []).append(((row, column), side))
    while starts:
        first = next(iter(starts))
        loop: list[_Border] = []
        corner = first
        while not loop or corner != first:
            found = starts[corner]
            # Cells that meet at a corner only are two regions.
            place = loop[-1][0] if loop else found[0][0]
            border = next((each for each in found if each[0] == place), found[0])
            found.remove(border)
            if not found:
                del starts[corner]
            loop.append(border)
            corner = _corner(border[0], (border[1] + 1) % 4)
        yield loop


def _corner(place: _Place, side: int) -> _Place:
    """Return the corner of the lattice at which a side of a cell starts."""
    down, across = _CORNERS[side]
    return place[0] + down, place[1] + across


def _outline(loop: list[_Border], cells: dict[_Place, Rect], radius: float) -> tuple[PathCommand, ...]:
    """Return a loop with round corners, each where one border meets the next."""
    corners = []
    for before, after in zip((loop[-1], *loop), loop, strict=False):
        if before[1] % 2 != after[1] % 2:
            sides = {side % 2: (cells[place], side) for place, side in (before, after)}
            (beside, right), (level, top) = sides[1], sides[0]
            x, y = beside.right if right == 1 else beside.x, level.y if top == 0 else level.bottom
            corners.append((Point(x, y), radius))
    return closed_outline(corners)
