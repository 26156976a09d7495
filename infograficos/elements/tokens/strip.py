"""Lanes of tokens that share their columns and wrap together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from infograficos.content.validation_messages import expected_message
from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.card import Card
from infograficos.elements.flow import Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.elements.tokens.chip import SpanBracket
from infograficos.elements.tokens.ribbon import CutPiece
from infograficos.elements.wrap import break_columns
from infograficos.errors import InputError
from infograficos.language.messages import message
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class Lane:
    """A row of a token strip.

    Args:
        cells: an element for each column, or nothing.
        name: the row's name, repeated on every line.
        space_above: add space above, as before a new group of rows.
    """

    cells: tuple[Element | None, ...]
    name: str = ""
    color: str = "muted"
    space_above: bool = False


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """A bracket above several columns, counted from 0, the last one included."""

    first: int
    last: int
    name: str
    role: str = "model"


@checked_dataclass
class TokenStrip:
    """Lanes that share their columns, wrapped into lines together.

    Args:
        lanes: the rows from top to bottom, with equally many columns.
        spans: brackets above the first lane; their columns stay in one line where they fit.
        more: a text after the last column, such as “… e mais 488”.
        ribbon: the colour of a ribbon behind the first lane, for a text before it is cut.
    """

    lanes: tuple[Lane, ...]
    spans: tuple[TokenSpan, ...] = ()
    more: str = ""
    ribbon: str = ""

    def __post_init__(self) -> None:
        require_items("TokenStrip.lanes", self.lanes)
        columns = len(self.lanes[0].cells)
        for i, lane in enumerate(self.lanes):
            if len(lane.cells) != columns:
                wanted = message(
                    (
                        "uma lista de {count} item, como na primeira linha",
                        "uma lista de {count} itens, como na primeira linha",
                    ),
                    columns,
                )
                raise InputError(f"TokenStrip.lanes[{i}].cells: {expected_message(wanted, lane.cells)}")
        for i, span in enumerate(self.spans):
            if not 0 <= span.first <= span.last < columns:
                raise InputError(
                    (
                        "TokenStrip.spans[{i}]: {first} a {last} não cabe em {count} coluna",
                        "TokenStrip.spans[{i}]: {first} a {last} não cabe em {count} colunas",
                    ),
                    columns, i=i, first=span.first, last=span.last,
                )  # fmt: skip

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the wrapped lines; a single line is centered, and so are those of a ribbon."""
        gap = layouter.look.space("tiny")
        groups = self._groups(gap, layouter)
        names = max(layouter.natural(_lane_name(lane)).width for lane in self.lanes)
        room = limits.max_width - (names + gap if names else 0.0)
        lines = break_columns(groups, room, gap)
        if names and (
            room < max(sum(group) + gap * (len(group) - 1) for group in groups)
            or len(break_columns(groups, limits.max_width, gap)) < len(lines)
        ):
            return layouter.layout(self._with_caption(), limits)
        if len(lines) > 1:
            wrapped = Column(tuple(self._line(line, 0.0) for line in lines), "medium", "start")
            frame = layouter.layout(wrapped, Limits(limits.max_width))
        else:
            frame = self._single_line(limits, layouter)
        width = max(frame.size.width, limits.min_width)
        is_centered = len(lines) == 1 or self.ribbon
        at = Point((width - frame.size.width) / 2 if is_centered else 0.0, 0.0)
        return Frame(Size(width, frame.size.height), (Placed(at, frame),))

    def _with_caption(self) -> Element:
        """Return the strip with its lanes' names in one line above it, which leaves more width."""
        bare = replace(self, lanes=tuple(replace(lane, name="") for lane in self.lanes))
        return Column((lane_caption(self.lanes), bare), "small")

    def _single_line(self, limits: Limits, layouter: Layouter) -> Frame:
        columns = range(len(self.lanes[0].cells) + bool(self.more))
        natural = layouter.natural(self._line(columns, 0.0)).width
        # Chips far wider than their words would look like empty input fields.
        most = natural + layouter.look.space("large") * len(columns)
        return layouter.layout(self._line(columns, 1.0), Limits(max(natural, min(limits.max_width, most))))

    @property
    def _has_names(self) -> bool:
        return any(lane.name for lane in self.lanes)

    def _groups(self, gap: float, layouter: Layouter) -> list[list[float]]:
        """Return the columns' widths, grouped by bracket."""
        columns = zip(*(lane.cells for lane in self.lanes), strict=True)
        naturals = ([layouter.natural(cell).width for cell in column if cell] for column in columns)
        widths = [max(each, default=0.0) for each in naturals]
        groups, first = [], 0
        for span in sorted(self.spans, key=lambda span: span.first):
            groups += [[width] for width in widths[first : span.first]]
            first = span.last + 1
            group = widths[span.first : first]
            needed = layouter.natural(SpanBracket(span.name, span.role)).width
            missing = max(0.0, needed - sum(group) - gap * (len(group) - 1))
            groups.append([width + missing / len(group) for width in group])
        groups += [[width] for width in widths[first:]]
        return [*groups, [layouter.natural(_more(self.more)).width]] if self.more else groups

    def _line(self, columns: Sequence[int], grow: float) -> Element:
        """Return the columns of a line, after the lanes' names."""
        first, count, shift = columns[0], len(columns), int(self._has_names)
        cells = self._brackets(first, first + count, shift)
        row = head = int(bool(cells))
        whole = min(count, len(self.lanes[0].cells) - first)
        if self.ribbon and whole:
            paper = Card(Spacer(), self.ribbon, None, "none", radius="bar")
            cells.append(Cell(paper, row, shift, columns=whole, align="stretch"))
        for lane in self.lanes:
            if lane.space_above:
                cells.append(Cell(Spacer("hair"), row, 0))
                row += 1
            if self._has_names:
                cells.append(Cell(_lane_name(lane), row, 0, align="baseline"))
            within = _start_line(lane.cells[first : first + count])
            cells += [Cell(cell, row, i, align="baseline") for i, cell in enumerate(within, shift) if cell]
            row += 1
        if self.more and first + count > len(self.lanes[0].cells):
            cells.append(Cell(_more(self.more), head, shift + count - 1, align="baseline"))
        return Grid(tuple(cells), (*[0.0] * shift, *[grow] * count), "tiny", "tiny")

    def _brackets(self, first: int, end: int, shift: int) -> list[Cell]:
        cells = []
        for span in self.spans:
            start, stop = max(span.first, first), min(span.last + 1, end)
            if start < stop:
                # Name a bracket only in its first line.
                bracket = SpanBracket(span.name if start == span.first else "", span.role)
                cells.append(Cell(bracket, 0, start - first + shift, columns=stop - start, align="end"))
        return cells


def lane_caption(lanes: Sequence[Lane]) -> Element:
    """Return the lanes' names in one line."""
    pairs = [(Text("/", "label", "muted", literal=True), _lane_name(lane)) for lane in lanes if lane.name]
    return Row(tuple(chain.from_iterable(pairs))[1:], "tiny", "baseline")


def _start_line(cells: Sequence[Element | None]) -> Sequence[Element | None]:
    """Return the cells of a line; its break stands for the cut before the first of them."""
    first = cells[0] if cells else None
    return (replace(first, is_cut=False), *cells[1:]) if isinstance(first, CutPiece) else cells


def _lane_name(lane: Lane) -> Element:
    return Text(lane.name, "label", lane.color, literal=True) if lane.name else Spacer()


def _more(words: str) -> Element:
    return Text(words, "label", "muted", literal=True)
