"""A matrix as one plate whose grid has its rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.objects.faces import paint_dots, paint_grid, paint_shade
from infograficos.elements.objects.prism import Prism
from infograficos.elements.objects.stack import PlateColors, paint_plates, plate_colors
from infograficos.errors import InputError
from infograficos.language.grammar import phrase
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point
from infograficos.scene.items import Drawable, Frame, Path, Placed

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The narrowest plate in units, and its thickness in widths.
_NARROWEST, _THICKNESS = 40.0, 0.1

#: The longer side at most, in shorter ones: connectors still meet the plate in the middle of its sides.
_LONGEST = 1.5

#: How many rows or columns are drawn at most, and how many at each end of more.
_MOST, _ENDS = 8, 2

_Slots = tuple[int | None, ...]


@checked_dataclass
class Plate:
    """A matrix: a plate whose grid has its rows and columns.

    Rows follow each other down to the left and columns down to the right. Of many, those at both ends are
    drawn, with dots between them. Connectors meet it in the middle of its sides.

    Args:
        rows: how many rows the matrix has.
        columns: how many columns.
        lit: cells by row and column, from 0; None in one of the two is a whole row or column.
        size: the name of its width in the theme.
        share: the share of that width, for matrices to scale.
        shade: the colour of the shade around it; a panel's own tint where it stands on one.
    """

    rows: int
    columns: int
    role: str = "model"
    lit: tuple[tuple[int | None, int | None], ...] = ()
    size: str = "object"
    share: float = 1.0
    shade: str = "shade"

    def __post_init__(self) -> None:
        if self.rows < 1 or self.columns < 1:
            raise InputError(
                "Plate: esperadas ao menos 1 linha e 1 coluna, veio {rows} × {columns}",
                rows=self.rows,
                columns=self.columns,
            )

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the plate, shrunk to fit the limits down to its narrowest form."""
        look = layouter.look
        width = look.size(self.size) * self.share
        room = min(limits.max_width, limits.max_height / (0.5 + _THICKNESS))
        plate = self._prism(max(min(width, room), min(width, _NARROWEST)))
        return Frame(plate.size, tuple(Placed(ORIGIN, item) for item in self._paint(plate, look)))

    def words(self) -> str:
        """Return what it is, for the alternative text."""
        return phrase("matriz de {rows} × {columns}", rows=self.rows, columns=self.columns)

    @property
    def _slots(self) -> tuple[_Slots, _Slots]:
        return _visible(self.rows), _visible(self.columns)

    def _prism(self, width: float) -> Prism:
        rows, columns = map(len, self._slots)
        ratio = min(_LONGEST, max(1 / _LONGEST, columns / rows))
        left = width / (1 + ratio)
        return Prism(width - left, left, _THICKNESS * width)

    def _paint(self, plate: Prism, look: ResolvedTheme) -> Iterator[Drawable]:
        # What is lit must stand out from the other cells.
        colors = plate_colors(self.role, look, "tint" if self.lit else "mid")
        yield paint_shade(plate, self.shade, look)
        yield from paint_plates([(plate, colors)], self.role, look)
        yield from (self._paint_lit(plate, colors, look) if self.lit else ())
        yield from paint_grid(plate, self._slots, colors.grid, look)
        # On a mid top the deep tone is not seen well.
        tone = "strong" if colors.top.endswith(".mid") else "deep"
        yield from paint_dots(self._dots(plate), f"{self.role}.{tone}", look)

    def _paint_lit(self, plate: Prism, colors: PlateColors, look: ResolvedTheme) -> Iterator[Drawable]:
        commands = tuple(
            command
            for row, column in self.lit
            for command in plate.part(_span(self._slots[0], row), _span(self._slots[1], column))
        )
        # A grey top in the tone of the sides is too near to the deep one.
        tone = "soft" if colors.top.endswith(".body") else "deep"
        yield Path(commands, look.paint(f"{self.role}.{tone}"))

    def _dots(self, plate: Prism) -> Iterator[Point]:
        """Yield three dots across the gap, or side by side where a gap of rows meets one of columns."""
        rows, columns = (0.3 / len(slots) if None in slots else 0.0 for slots in self._slots)
        for dot in (-1, 0, 1) if rows or columns else ():
            across = -dot if rows and columns else dot
            yield plate.point(0.5 + dot * columns, 0.5 + across * rows)


def _visible(count: int) -> _Slots:
    """Return the rows or columns that are drawn, with None for those left out."""
    if count <= _MOST:
        return tuple(range(count))
    return (*range(_ENDS), None, *range(count - _ENDS, count))


def _span(slots: _Slots, index: int | None) -> tuple[float, float]:
    """Return from which share of a side to which a row or column reaches; one left out is in the gap."""
    if index is None:
        return 0.0, 1.0
    place = slots.index(index if index in slots else None)
    return place / len(slots), (place + 1) / len(slots)
