"""A grid of cells, some of which span several rows or columns."""

from __future__ import annotations

from math import inf

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.flex import FlexItem, cap_widths, has_text, resolve_flex
from infograficos.elements.flow import Align, offset
from infograficos.errors import InputError
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import TOLERANCE, Limits, Point, Size
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class Cell:
    """A child at a row and column (counted from 0), over one or more of each.

    Those of a row with `baseline` as `align` stand on the baseline of the highest of them.
    """

    child: Element
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    align: Align = "center"
    justify: Align = "stretch"


@checked_dataclass
class Grid:
    """Cells whose columns share their widths and whose rows share their heights.

    Args:
        grow: each column's share of free room; 0 keeps it as wide as its content.
        equal: make widths of growing columns proportional to `grow`, whatever their content.
    """

    cells: tuple[Cell, ...]
    grow: tuple[float, ...]
    gap: str = "tiny"
    row_gap: str = "small"
    equal: bool = False

    def __post_init__(self) -> None:
        require_items("Grid.cells", self.cells)
        for i, cell in enumerate(self.cells):
            last = cell.column + cell.columns
            if min(cell.row, cell.column, cell.rows - 1, cell.columns - 1) < 0 or last > len(self.grow):
                raise InputError(
                    (
                        "{path}: a célula na linha {row}, coluna {column} não cabe em {count} coluna",
                        "{path}: a célula na linha {row}, coluna {column} não cabe em {count} colunas",
                    ),
                    len(self.grow), path=f"Grid.cells[{i}]", row=cell.row, column=cell.column,
                )  # fmt: skip

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the grid with every cell laid out at its tracks' size."""
        gap, row_gap = layouter.look.space(self.gap), layouter.look.space(self.row_gap)
        widths = self._widths(limits, gap, layouter)
        offered = self._offered_widths(widths, limits.max_width - gap * (len(widths) - 1), gap, layouter)
        heights = self._heights(offered, gap, row_gap, layouter)
        if offered != widths:
            widths = self._needed_widths(offered, gap, layouter)
        xs, ys = _edges(widths, gap), _edges(heights, row_gap)
        rooms = [
            Size(_span(widths, c.column, c.columns, gap), _span(heights, c.row, c.rows, row_gap))
            for c in self.cells
        ]
        frames = []
        for cell, room in zip(self.cells, rooms, strict=True):
            offer = _offer(cell, Size(_span(offered, cell.column, cell.columns, gap), room.height))
            frames.append(layouter.layout(cell.child, offer))
        baselines = self._baselines(frames, heights)
        items = []
        for cell, frame, room in zip(self.cells, frames, rooms, strict=True):
            x = xs[cell.column] + offset(cell.justify, room.width - frame.size.width)
            y = offset(cell.align, room.height - frame.size.height)
            if cell.align == "baseline" and frame.baseline is not None:
                y = baselines[cell.row] - frame.baseline
            items.append(Placed(Point(x, ys[cell.row] + y), frame))
        size = Size(_span(widths, 0, len(widths), gap), _span(heights, 0, len(heights), row_gap))
        return Frame(size, tuple(items))

    def _baselines(self, frames: list[Frame], heights: list[float]) -> dict[int, float]:
        """Return the baseline of each row that has one: that of its highest cell, which is in its middle."""
        rows: dict[int, tuple[float, float]] = {}
        for cell, frame in zip(self.cells, frames, strict=True):
            if cell.align == "baseline" and frame.baseline is not None:
                middle = (heights[cell.row] - frame.size.height) / 2
                rows[cell.row] = max(
                    rows.get(cell.row, (0.0, 0.0)), (frame.size.height, middle + frame.baseline)
                )
        return {row: baseline for row, (_, baseline) in rows.items()}

    def _widths(self, limits: Limits, gap: float, layouter: Layouter) -> list[float]:
        room = limits.max_width - gap * (len(self.grow) - 1)
        tracks = self._tracks([layouter.natural(cell.child).width for cell in self.cells], gap)
        naturals, leasts = self._naturals(tracks), [0.0] * len(tracks)
        # If every column gets its natural width, min-content widths are not needed.
        spanning = any(cell.columns > 1 for cell in self.cells)
        if spanning or not sum(naturals) < room < inf:
            leasts = self._tracks([layouter.narrowest(cell.child) for cell in self.cells], gap)
            naturals = self._naturals([max(pair) for pair in zip(tracks, leasts, strict=True)])
        shares = [
            FlexItem(0.0 if self.equal and grow else natural, least, grow)
            for natural, least, grow in zip(naturals, leasts, self.grow, strict=True)
        ]
        if room == inf:
            room = max(sum(naturals), limits.min_width - gap * (len(self.grow) - 1))
        return resolve_flex(room, shares)

    def _offered_widths(
        self, widths: list[float], room: float, gap: float, layouter: Layouter
    ) -> list[float]:
        """Return the widths offered to the cells of each column, capped where the columns overflow."""
        if sum(widths) <= room + TOLERANCE:
            return widths
        leasts = (layouter.narrowest(cell.child) if cell.columns == 1 else 0.0 for cell in self.cells)
        single = self._tracks(list(leasts), gap)
        if sum(single) <= room:
            # Cells of several columns are too wide: they share what the others leave.
            spare = (room - sum(single)) / max(TOLERANCE, sum(widths) - sum(single))
            return [least + (width - least) * spare for least, width in zip(single, widths, strict=True)]
        worded = {
            column
            for cell in self.cells
            if has_text(cell.child, layouter)
            for column in range(cell.column, cell.column + cell.columns)
        }
        return cap_widths(room, widths, [column in worded for column in range(len(widths))])

    def _needed_widths(self, offered: list[float], gap: float, layouter: Layouter) -> list[float]:
        """Return the width of each column whose cells were offered less than their words need."""
        rooms = [Size(_span(offered, cell.column, cell.columns, gap), 0.0) for cell in self.cells]
        pairs = zip(self.cells, rooms, strict=True)
        frames = [layouter.layout(cell.child, _offer(cell, room)) for cell, room in pairs]
        # Words break where they must; what has none would only be squeezed.
        needed = [
            max(frame.size.width, 0.0 if has_text(cell.child, layouter) else layouter.narrowest(cell.child))
            for cell, frame in zip(self.cells, frames, strict=True)
        ]
        return list(map(max, self._tracks(needed, gap), offered))

    def _naturals(self, naturals: list[float]) -> list[float]:
        """Return the widths at which nothing wraps, in proportion if `equal`."""
        if not self.equal:
            return naturals
        unit = max((n / grow for n, grow in zip(naturals, self.grow, strict=True) if grow), default=0.0)
        return [unit * grow or natural for natural, grow in zip(naturals, self.grow, strict=True)]

    def _tracks(self, wanted: list[float], gap: float) -> list[float]:
        """Return each column's width: first from cells of one column, then from spanning ones."""
        tracks, spanning = [0.0] * len(self.grow), []
        for cell, width in zip(self.cells, wanted, strict=True):
            if cell.columns > 1:
                spanning.append((cell, width))
            elif (missing := width - tracks[cell.column]) > 0:
                tracks[cell.column] += missing
        for cell, width in sorted(spanning, key=lambda pair: pair[0].columns):
            spanned = range(cell.column, cell.column + cell.columns)
            missing = width - _span(tracks, cell.column, cell.columns, gap)
            eager = [i for i in spanned if self.grow[i]] or list(spanned)
            for i in eager if missing > 0 else ():
                tracks[i] += missing / len(eager)
        return tracks

    def _heights(self, widths: list[float], gap: float, row_gap: float, layouter: Layouter) -> list[float]:
        heights = [0.0] * max(cell.row + cell.rows for cell in self.cells)
        for cell in sorted(self.cells, key=lambda cell: cell.rows):
            width = _span(widths, cell.column, cell.columns, gap)
            needed = layouter.layout(cell.child, _offer(cell, Size(width, 0.0))).size.height
            missing = needed - _span(heights, cell.row, cell.rows, row_gap)
            for row in range(cell.row, cell.row + cell.rows):
                heights[row] += max(0.0, missing) / cell.rows
        return heights


def _offer(cell: Cell, room: Size) -> Limits:
    return Limits(
        room.width,
        min_width=room.width if cell.justify == "stretch" else 0.0,
        min_height=room.height if cell.align == "stretch" else 0.0,
    )


def _span(lengths: list[float], first: int, count: int, gap: float) -> float:
    return sum(lengths[first : first + count]) + gap * (count - 1)


def _edges(lengths: list[float], gap: float) -> list[float]:
    edges = [0.0]
    for length in lengths:
        edges.append(edges[-1] + length + gap)
    return edges
