"""A sequence chart: who takes part side by side, and below them what passes between them, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import Align
from infograficos.elements.sequences.arrows import FILLS, LOOP_WIDTH
from infograficos.elements.sequences.columns import Demand, place_columns
from infograficos.elements.sequences.heads import Heads, choose_heads
from infograficos.elements.sequences.lifelines import LifelineInk
from infograficos.elements.sequences.parts import (
    Lifeline,
    SequenceEvent,
    SequenceMessage,
    TextMaker,
    flat_events,
    shown,
)
from infograficos.elements.sequences.rows import Rows
from infograficos.elements.sequences.words import HALF_BAR, Span
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Size
from infograficos.scene.items import Box, Frame, Placed

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The least gap between two rows, that of many rows, and the largest one; and up to which height gaps grow on
#: a sheet and a phone.
_LEAST, _USUAL, _MOST = 6.5, 10.0, 30.0
_HEIGHT, _HEIGHT_NARROW = 344.0, 700.0

#: From a head to its lifeline.
_BELOW_HEAD = 7.0

#: What a message asks for beside its words, and a ribbon besides.
_BESIDE, _RIBBON = 2 * HALF_BAR + 20.0, 40.0

#: The radius of a frame.
_RADIUS = 12.0

#: The width of a chart that may be as wide as it likes, and of the narrowest one; in units.
_NATURAL, _NARROWEST = 628.0, 200.0


@checked_dataclass
class SequenceChart:
    """Lifelines side by side, as far apart as their messages ask, and the messages between them.

    Words are between two lifelines where they fit, else over lifelines, which are cut around them.
    """

    lifelines: tuple[Lifeline, ...]
    events: tuple[SequenceEvent, ...]

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the chart, as wide as its room."""
        width = max(limits.max_width, _NARROWEST) if isfinite(limits.max_width) else _NATURAL
        make_text = _text_maker()
        demands = [*self._demands(layouter, make_text)]
        for heads in choose_heads(self.lifelines, demands, width, layouter):
            frame = self._below(heads, demands, width, layouter, make_text)
            if frame.size.height <= layouter.height_left:
                break
        return frame

    def _below(
        self, heads: Heads, demands: Sequence[Demand], width: float, layouter: Layouter, make_text: TextMaker
    ) -> Frame:
        """Return the chart with heads as they are chosen."""
        xs = place_columns(heads.least, [*heads.demands, *demands], heads.ends, width)
        items, starts = heads.place(xs)
        # Everything starts below the lowest head.
        empty = Rows(self.lifelines, xs, Span(0.0, width), max(starts), _USUAL, False, layouter, make_text)
        rows = self._rows(empty)
        back = [*_paint_panels(rows, layouter.look), *self._paint_lifelines(rows, starts, layouter.look)]
        return Frame(Size(width, rows.bottom), (*items, *back, *rows.items))

    def _rows(self, empty: Rows) -> Rows:
        """Return the rows of all events, as far apart as their height allows."""
        height = _HEIGHT_NARROW if empty.is_narrow else _HEIGHT
        rows = self._place(empty, _USUAL)
        if rows.bottom < height:
            return self._place(empty, min(_MOST, _USUAL + (height - rows.bottom) / rows.count))
        room = rows.layouter.height_left
        if rows.bottom <= room:
            return rows
        rows = self._place(empty, _USUAL, is_tight=True)
        if rows.bottom <= room:
            return rows
        return self._place(empty, max(_LEAST, _USUAL - (rows.bottom - room) / rows.count), is_tight=True)

    def _place(self, empty: Rows, gap: float, *, is_tight: bool = False) -> Rows:
        rows = empty.copy_with(gap, is_tight=is_tight)
        rows.place(self.events, rows.region)
        return rows

    def _demands(self, layouter: Layouter, make_text: TextMaker) -> Iterator[Demand]:
        """Yield how far apart lifelines should be for words to fit between them."""
        messages = (event for event in flat_events(self.events) if isinstance(event, SequenceMessage))
        for message in messages:
            style = "strong" if message.is_solid else "label"
            color = "paper" if message.is_solid else f"{self.lifelines[message.start].role}.strong"
            words = layouter.natural(make_text(message.text, style, color)).width
            if message.low < message.high:
                yield Demand(message.low, message.high, words + _BESIDE + _RIBBON * message.is_solid)
            elif message.low < len(self.lifelines) - 1:
                yield Demand(message.low, message.low + 1, words + _BESIDE + LOOP_WIDTH)

    def _paint_lifelines(self, rows: Rows, starts: Sequence[float], look: ResolvedTheme) -> Iterator[Placed]:
        activations = rows.activity.activations()
        for i, (lifeline, x, start) in enumerate(zip(self.lifelines, rows.xs, starts, strict=True)):
            own = [each for each in activations if each.lifeline == i]
            passed = [y for number, y in rows.crossed if number == i]
            ends = start + _BELOW_HEAD, rows.bottom
            yield from LifelineInk(x, lifeline.role, ends, own, rows.covered, passed).paint(look)


def _paint_panels(rows: Rows, look: ResolvedTheme) -> Iterator[Placed]:
    """Yield the frames, the outer ones first."""
    for panel in sorted(rows.panels, key=lambda each: each.depth):
        fill = look.paint(FILLS[min(panel.depth, len(FILLS) - 1)])
        box = Box(panel.rect, fill, radius=_RADIUS, purpose="ornament")
        yield shown([Placed(ORIGIN, box)], panel.step)


def _text_maker() -> TextMaker:
    texts: dict[tuple[str, str, str, Align], Element] = {}

    def make_text(words: str, style: str, color: str, align: Align = "center") -> Element:
        return texts.setdefault((words, style, color, align), Text(words, style, color, align))

    return make_text
