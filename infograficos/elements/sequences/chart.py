"""A sequence chart: who takes part side by side, and below them what passes between them, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import Align
from infograficos.elements.sequences.arrows import FILLS, LOOP_WIDTH
from infograficos.elements.sequences.columns import Demand, place_columns
from infograficos.elements.sequences.heads import choose_heads
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

#: The least and the largest gap between two rows, and up to which height gaps grow on a sheet and a phone.
_LEAST, _MOST = 10.0, 30.0
_HEIGHT, _HEIGHT_NARROW = 344.0, 700.0

#: From a head to its lifeline, and how far lifelines go on below the last row.
_BELOW_HEAD, _TAIL = 7.0, 8.0

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
        heads, make_text = choose_heads(self.lifelines, width, layouter), _text_maker()
        demands = [*heads.demands, *self._demands(layouter, make_text)]
        xs = place_columns(heads.least, demands, heads.ends, width)
        items, starts = heads.place(xs)
        # Everything starts below the lowest head.
        empty = Rows(self.lifelines, xs, Span(0.0, width), max(starts), _LEAST, layouter, make_text)
        rows = self._rows(empty)
        back = [*_paint_panels(rows, layouter.look), *self._paint_lifelines(rows, starts, layouter.look)]
        return Frame(Size(width, rows.y + _TAIL), (*items, *back, *rows.items))

    def _rows(self, empty: Rows) -> Rows:
        """Return the rows of all events, as far apart as their height allows."""
        rows = empty.restart(_LEAST)
        rows.place(self.events, rows.region)
        free = (_HEIGHT_NARROW if rows.is_narrow else _HEIGHT) - rows.y - _TAIL
        if free <= 0:
            return rows
        rows = empty.restart(min(_MOST, _LEAST + free / (rows.step + len(rows.panels))))
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
            ends = start + _BELOW_HEAD, rows.y + _TAIL
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
