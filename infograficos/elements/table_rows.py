"""Tables of values on soft bands, the best ones on key caps; panels for the rows where it is narrow."""

from __future__ import annotations

from dataclasses import dataclass

from infograficos.content.element_words import ROW_WORDS
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import Cap, CapState, cap_ink
from infograficos.elements.card import Card, Named
from infograficos.elements.diagram_labels import DiagramLabels
from infograficos.elements.flow import Align, FirstThatFits, Grow, NoWrap, SameWidthAs, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import Swatch
from infograficos.elements.text import Text
from infograficos.language.numbers import NO_VALUE
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Placed

#: The number of lines that all panels have together.
_PANEL_LINES = 20
#: How much higher than wide the pieces of a bar are.
_TALL = 2.4
#: What a column with bars gets of the free room, in times what one without them gets.
_BARRED = 9.0


@dataclass(frozen=True, slots=True)
class TableHeader:
    """A column's header; values of a numeric column are aligned at their ends."""

    words: str
    numeric: bool = False

    @property
    def align(self) -> Align:
        """The alignment of the column's texts."""
        return "end" if self.numeric else "start"


@dataclass(frozen=True, slots=True)
class TableValue:
    """A formatted value, whether it is the best of its column, and how long the bar below it is.

    Args:
        share: the length in times the column's width; a negative one is slate, and 0 is none.
        lit: whether that bar is solid.
        count: how many pieces that bar has, if it is of pieces.
    """

    words: str
    best: bool = False
    share: float = 0.0
    lit: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class TableRow:
    """The values of a row, and whether it is the one to remember, on a band of its own colour.

    Args:
        thing: what it is, drawn before its name.
    """

    values: tuple[TableValue, ...]
    focus: bool = False
    thing: Element | None = None


@checked_dataclass
class DataBar:
    """A child with a thin bar below it, whose length is a share of the width.

    Args:
        count: how many things its value counts, each with a piece of the bar; 0 if it is not of pieces.
    """

    child: Element
    share: float
    color: str
    count: int = 0

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child over its bar, which no letter touches, in the middle of its height."""
        frame, look = layouter.layout(self.child, limits), layouter.look
        thick, side, air = look.space("tiny"), look.space("small"), 0.0
        gap = look.space("hair")
        step = self.share * (frame.size.width - 2 * side) / max(1, self.count)
        if self.count:
            air = abs(step) / 3
            thick = max(thick, min(_TALL * (abs(step) - air), look.size("dot")))
        rect = Rect(0.0, 0.0, step - air, thick)
        radius = min(look.space("tiny"), rect.width) / 2
        bar = Box(rect, look.paint(self.color), None, radius, "ornament")
        over = gap + thick
        top = over + frame.size.height + gap
        baseline = None if frame.baseline is None else over + frame.baseline
        # Pieces are counted from the number, which is at the right.
        left = frame.size.width - side - self.count * step + air if self.count else side
        # A shorter one would be a speck of dust.
        bars = [
            Placed(Point(left + i * step, top), bar) for i in range(max(1, self.count)) if rect.width >= 1.0
        ]
        return Frame(Size(frame.size.width, top + thick), (*bars, Placed(Point(0.0, over), frame)), baseline)


@dataclass(frozen=True, slots=True)
class TableStyle:
    """The role of what stands out, and whether its caps are solid, where they are in one row."""

    role: str
    solid: bool = False

    def band(self, row: TableRow, number: int) -> str | None:
        """Return the colour of a row's band; every second other row has none."""
        if row.focus:
            # On the tint, a block on dark paper could not be told from it.
            return f"{self.role}.{'soft' if row.thing else 'tint'}"
        return "masked.soft" if number % 2 == 0 else None

    def value(self, value: TableValue, heading: TableHeader) -> Element:
        """Return a value, aligned as its column, on a key cap if it is the best."""
        if value.best:
            state: CapState = "solid" if self.solid else "focus"
            words = Text(value.words, "mark", cap_ink(self.role, state), literal=True, tabular=True)
            cap = Cap(NoWrap(words), self.role, state, "tiny", "plate", slim=True)
            # Its words end where those of the other values do, and it keeps away from the end of its band.
            return Card(Row((cap,), justify="end"), None, None, "hair", "tiny")
        color = "muted" if value.words == NO_VALUE else "ink"
        words = Text(value.words, "label", color, heading.align, literal=True, tabular=heading.numeric)
        return Card(NoWrap(words) if heading.numeric else words, None, None, "tiny", "small")

    def barred(self, child: Element, value: TableValue) -> Element:
        """Return what a value is on with the bar below it, if it has one."""
        role = self.role if value.share > 0 else "masked"
        color = f"{role}.{'solid' if value.lit else 'body'}"
        return DataBar(child, abs(value.share), color, value.count) if value.share else child

    def name(self, row: TableRow) -> Element:
        """Return the name of a row."""
        return Text(row.values[0].words, "mark", f"{self.role}.strong", literal=True)


def data_table(
    headings: tuple[TableHeader, ...], rows: tuple[TableRow, ...], hidden: int, style: TableStyle
) -> Element:
    """Return rows below their headers or, where it is narrow, a panel for each row.

    The first column names the rows; `hidden` counts rows left out.
    """
    # As many rows have a panel as fit a phone, and all with a best value.
    best = max((i for i, row in enumerate(rows, 1) if any(value.best for value in row.values)), default=1)
    most = max(best, _PANEL_LINES // len(headings))
    things = _things(rows)
    panels = [
        Named(f"linha {i + 1}", _panel(headings, row, i, style, things)) for i, row in enumerate(rows[:most])
    ]
    narrow = Column((*panels, *_rest(hidden + max(0, len(rows) - most))), "tiny")
    grids = (_grid(headings, rows, _rest(hidden), style, whole=whole) for whole in (True, False))
    return DiagramLabels(FirstThatFits((*grids, narrow)))


def _things(rows: tuple[TableRow, ...]) -> tuple[Element, ...]:
    return tuple(NoWrap(row.thing) for row in rows if row.thing)


def _beside_thing(child: Element, row: TableRow, things: tuple[Element, ...], gap: str) -> Element:
    """Return a row's child beside its thing, which has the room of the largest one."""
    if not things:
        return child
    thing = (Cell(row.thing, 0, 0, justify="center"),) if row.thing else ()
    return Grid((Cell(SameWidthAs(things), 0, 0), *thing, Cell(child, 0, 1)), (0.0, 1.0), gap)


def _rest(hidden: int) -> tuple[Element, ...]:
    return (Text(ROW_WORDS("more_rows", hidden), "label", "muted", literal=True),) if hidden else ()


def _grid(
    headings: tuple[TableHeader, ...],
    rows: tuple[TableRow, ...],
    after: tuple[Element, ...],
    style: TableStyle,
    *,
    whole: bool,
) -> Element:
    width = len(headings)
    cells = [Cell(_header(each), 0, i, align="end") for i, each in enumerate(headings)]
    things = _things(rows)
    for number, row in enumerate(rows, 1):
        if band := style.band(row, number - 1):
            # The last column, an empty one, keeps a cap away from the end of the band.
            back = Swatch(band, radius="inner")
            cells.append(Cell(back, number, 0, columns=width + 1, align="stretch"))
        line = _line(headings, row, style, things, whole=whole)
        cells += [Cell(each, number, i) for i, each in enumerate(line)]
    for each in after:
        cells.append(Cell(Card(each, None, None, "tiny", "small"), len(rows) + 1, 0, columns=width))
    cells.append(Cell(Spacer("hair"), 0, width))
    grow = [_BARRED if any(row.values[i].share for row in rows) else 1.0 for i in range(width)]
    return Grid(tuple(cells), (*grow, 0.0), "none", "hair")


def _header(heading: TableHeader) -> Element:
    words = Text(heading.words, "label", "muted", heading.align, literal=True) if heading.words else Spacer()
    return Card(words, None, None, "tiny", "small")


def _line(
    headings: tuple[TableHeader, ...],
    row: TableRow,
    style: TableStyle,
    things: tuple[Element, ...],
    *,
    whole: bool,
) -> list[Element]:
    """Return the cells of a row; `whole` breaks no value."""
    around = "hair" if row.thing else "small"
    name = Card(_beside_thing(style.name(row), row, things, "small"), None, None, around, "small")
    cells: list[Element] = [NoWrap(name) if whole else name]
    for heading, value in zip(headings[1:], row.values[1:], strict=True):
        barred = style.barred(style.value(value, heading), value)
        cells.append(Card(NoWrap(barred) if whole else barred, None, None, "hair", "none"))
    return cells


def _panel(
    headings: tuple[TableHeader, ...],
    row: TableRow,
    number: int,
    style: TableStyle,
    things: tuple[Element, ...],
) -> Element:
    """Return a row as a panel with a line for each of its values."""
    lines: list[Element] = [Card(style.name(row), None, None, "tiny", "small")]
    for heading, value in zip(headings[1:], row.values[1:], strict=True):
        words = Card(Text(heading.words, "label", "ink", literal=True), None, None, "tiny", "small")
        line = Row((Grow(words), style.value(value, heading)), "none")
        lines.append(style.barred(line, value))
    fill = style.band(row, 2 * number)
    child = _beside_thing(Column(tuple(lines), "hair"), row, things, "none")
    return Card(child, fill, None, "tiny", "tiny" if things else "hair")
