"""The rows of a sequence chart: each message, note and frame below what comes before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Literal

from infograficos.elements.card import Card
from infograficos.elements.objects.signpost import Signpost
from infograficos.elements.sequences.activity import Activity
from infograficos.elements.sequences.arrows import (
    LOOP_HEIGHT,
    LOOP_WIDTH,
    paint_arrow,
    paint_loop,
    paint_lost,
)
from infograficos.elements.sequences.parts import (
    FrameSection,
    Lifeline,
    Panel,
    SequenceEvent,
    SequenceFrame,
    SequenceMessage,
    SequenceNote,
    TextMaker,
    lowest,
    shown,
)
from infograficos.elements.sequences.words import (
    ASIDE,
    HALF_BAR,
    TWO_LINES,
    Span,
    WordPlacer,
    gaps_on_way,
    until_lost,
)
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect
from infograficos.scene.items import Frame, Placed

#: What an arrow keeps from a lifeline at work.
_CLEAR = 2.0

#: From words to their arrow, and how far lifelines stay from them above and below.
_ABOVE, _HALO, _HALO_ABOVE = 6.5, 4.0, 4.0

#: The padding of frames, from a frame to one in it, between two sections, around the lifelines in them, and
#: what a title keeps from their sides.
_PADDING, _INSET, _SECTIONS, _AROUND, _TITLE = 8.0, 8.0, 4.0, 16.0, 6.0

#: How far lifelines go on below the last row.
_TAIL = 8.0

#: How far a note reaches beyond the lifelines that it is about.
_BEYOND = 22.0


@dataclass(slots=True)
class Rows:
    """Places events from top to bottom.

    Args:
        lifelines: who takes part, each at its `xs`.
        region: where everything is.
        y: where the next row may start.
        gap: what is between two rows, in units.
        is_tight: whether height is scarce, so that words have few lines.
        texts: makes the element of a text, the same one each time.
    """

    lifelines: Sequence[Lifeline]
    xs: Sequence[float]
    region: Span
    y: float
    gap: float
    is_tight: bool
    layouter: Layouter
    texts: TextMaker
    items: list[Placed] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    covered: list[Rect] = field(default_factory=list)
    crossed: list[tuple[int, float]] = field(default_factory=list)
    activity: Activity = field(default_factory=Activity)
    step: int = 0

    @property
    def is_narrow(self) -> bool:
        """Whether they are on a phone."""
        return self.region.length < self.layouter.look.theme.sheet.narrow

    @property
    def bottom(self) -> float:
        """Where lifelines end, below the last row."""
        return self.y + _TAIL

    @property
    def count(self) -> int:
        """How many gaps there are."""
        return self.step + len(self.panels)

    def copy_with(self, gap: float, *, is_tight: bool) -> Rows:
        """Return no rows yet, which will be a gap apart."""
        return Rows(self.lifelines, self.xs, self.region, self.y, gap, is_tight, self.layouter, self.texts)

    def place(self, events: Sequence[SequenceEvent], region: Span, depth: int = 0) -> Span:
        """Place events inside a region, and return from where to where they reach."""
        reach: Span | None = None
        for event in events:
            if isinstance(event, SequenceFrame):
                span = self._frame(event, region, depth)
            elif isinstance(event, SequenceNote):
                span = self._note(event, region)
            elif event.start == event.end:
                span = self._loop(event, region)
            else:
                span = self._message(event, region)
            reach = reach.union(span) if reach else span
        return reach or region

    def _message(self, message: SequenceMessage, region: Span) -> Span:
        self.step += 1
        low, high = self.xs[message.low], self.xs[message.high]
        inner = Span(low + HALF_BAR + _CLEAR, high - HALF_BAR - _CLEAR)
        self.y += self.gap
        span = (
            self._ribbon(message, inner, region) if message.is_solid else self._call(message, inner, region)
        )
        return span.union(Span(low - _AROUND, high + _AROUND))

    def _call(self, message: SequenceMessage, inner: Span, region: Span) -> Span:
        """Place a message's words with its arrow below them."""
        inner = until_lost(message, inner) if message.is_lost else inner
        frame, x = self._words(message, inner, region)
        top, y = self.y, self.y + frame.size.height + _ABOVE
        ends = Point(inner.low, y), Point(inner.high, y)
        ends = ends if message.start < message.end else ends[::-1]
        role, look, joins = self._role(message.start), self.layouter.look, self._joins(message)
        paint = paint_lost if message.is_lost else paint_arrow
        paths = paint(ends, role, look, joins, dashed=message.is_return)
        self._add([Placed(Point(x, top), frame), *(Placed(ORIGIN, path) for path in paths)])
        self._cover(Rect(x, top, frame.size.width, frame.size.height))
        self.crossed += [(i, y) for i in range(message.low + 1, message.high)]
        self.activity.send(message, y, y, self.step)
        self.y = y
        return Span(x, x + frame.size.width)

    def _words(self, message: SequenceMessage, inner: Span, region: Span) -> tuple[Frame, float]:
        """Return a message's words above its arrow, and their x."""
        words = self.texts(message.text, "label", f"{self._role(message.start)}.strong")
        placer = WordPlacer(self.xs, self.activity.working, region, self.is_tight)
        room = Span(inner.low + ASIDE, inner.high - ASIDE)
        gaps = [] if message.is_lost else gaps_on_way(message, self.xs)
        return placer.place(lambda width: self._lay(words, width), room, gaps)

    def _ribbon(self, message: SequenceMessage, inner: Span, region: Span) -> Span:
        """Place the message to remember as a broad ribbon, which may begin before its sender."""
        is_right = message.start < message.end
        most = inner.high - region.low if is_right else region.high - inner.low
        frame = self._lay_ribbon(message, inner.length, most)
        x = inner.high - frame.size.width if is_right else inner.low
        rect = Rect(x, self.y, frame.size.width, frame.size.height)
        self._add([Placed(Point(x, self.y), frame)])
        self._cover(Rect(rect.x, rect.y - 4.0, rect.width, rect.height + 8.0), 0.0)
        self.activity.send(message, rect.center.y, rect.center.y, self.step)
        self.y = rect.bottom
        return Span(rect.x, rect.right)

    def _lay_ribbon(self, message: SequenceMessage, least: float, most: float) -> Frame:
        """Return a ribbon between lifelines, with small words if need be; else a longer one."""
        for style, side in (("strong", "small"), ("mark", "small"), ("mark", "tiny")):
            words = self.texts(message.text, style, "paper")
            to: Literal["left", "right"] = "right" if message.start < message.end else "left"
            post = Signpost(words, self._role(message.start), to, "solid", side=side)
            frame = self.layouter.layout(post, Limits(least, min_width=least))
            is_high = frame.size.height > (TWO_LINES + 1.2) * self._lay(words).size.height
            if not (frame.overflowing or frame.splits_words or is_high):
                return frame
        wide = self.layouter.layout(post, Limits(most)).size.width
        return self.layouter.layout(post, Limits(most, min_width=max(least, wide)))

    def _loop(self, message: SequenceMessage, region: Span) -> Span:
        """Place a message to oneself: its way, and its words beside it."""
        self.step += 1
        self.y += self.gap
        x, i = self.xs[message.start], message.start
        words = self.texts(message.text, "label", f"{self._role(i)}.strong")
        if message.is_solid:
            plate = self.texts(message.text, "strong", "paper")
            words = Card(plate, f"{self._role(i)}.solid", None, "tiny", "small", "bar")
        side = 1 if region.high - x >= x - region.low else -1
        edge = x + side * (HALF_BAR + _CLEAR)
        near = edge + side * (LOOP_WIDTH + ASIDE)
        room = region.high - near if side > 0 else near - region.low
        frame = self._lay(words, room)
        height = max(frame.size.height, LOOP_HEIGHT)
        start = Point(edge, self.y + (height - LOOP_HEIGHT) / 2)
        paths = paint_loop(start, self._role(i), self.layouter.look, self._joins(message), side)
        left = near if side > 0 else near - frame.size.width
        rect = Rect(left, self.y + (height - frame.size.height) / 2, frame.size.width, frame.size.height)
        self._add([Placed(Point(rect.x, rect.y), frame), *(Placed(ORIGIN, path) for path in paths)])
        self._cover(rect)
        self.activity.send(message, start.y, start.y + LOOP_HEIGHT, self.step)
        self.y += height
        return Span(rect.x, rect.right).union(Span(x - _AROUND, x + _AROUND))

    def _note(self, note: SequenceNote, region: Span) -> Span:
        self.step += 1
        self.y += self.gap
        low, high = self.xs[note.low], self.xs[note.high]
        tone = "masked.tint" if note.low < note.high else f"{self._role(note.low)}.tint"
        card = Card(self.texts(note.text, "label", "ink"), tone, None, "tiny", "small", "bar")
        around = Span(max(region.low, low - _BEYOND), min(region.high, high + _BEYOND))
        least = around.high - around.low if note.low < note.high else 0.0
        frame = self.layouter.layout(card, Limits(region.length, min_width=least))
        x = region.clamp((low + high) / 2, frame.size.width)
        self._add([Placed(Point(x, self.y), frame)], "nota")
        self._cover(Rect(x, self.y, frame.size.width, frame.size.height), 0.0)
        self.y += frame.size.height
        return Span(x, x + frame.size.width)

    def _frame(self, frame: SequenceFrame, region: Span, depth: int) -> Span:
        """Place the sections of a frame below each other, on panels of one width."""
        self.y += self.gap
        inside = Span(region.low + _INSET, region.high - _INSET)
        first = min(lowest(section.events) for section in frame.sections)
        if frame.is_choice:
            self.activity.start_choice()
        panels, spans = [], []
        for section in frame.sections:
            if frame.is_choice:
                self.activity.start_branch(self.y, self.step + 1)
            panel, span = self._section(section, inside, depth, self.xs[first])
            panels.append(panel)
            spans.append(span)
            self.y += _SECTIONS
        self.y -= _SECTIONS
        if frame.is_choice:
            self.activity.end_choice()
        reach = reduce(Span.union, spans)
        whole = Span(max(region.low, reach.low - _INSET), min(region.high, reach.high + _INSET))
        for panel in panels:
            panel.rect = Rect(whole.low, panel.rect.y, whole.length, panel.rect.height)
        return whole

    def _section(self, section: FrameSection, inside: Span, depth: int, first: float) -> tuple[Panel, Span]:
        """Place a section's events below its title; its panel has no width yet."""
        top, step = self.y, self.step + 1
        self.y += _PADDING
        title = self._title(section.title, step, inside, first)
        span = title.union(self.place(section.events, inside, depth + 1))
        self.y += _PADDING
        panel = Panel(Rect(0.0, top, 0.0, self.y - top), depth, step)
        self.panels.append(panel)
        return panel, span

    def _title(self, words: str, step: int, inside: Span, first: float) -> Span:
        """Place a section's title beside its first lifeline, or over lifelines where it has no room."""
        text = self.texts(words, "mark", "masked.strong", "start")
        end, whole = inside.high - _TITLE, self._lay(text)
        # Beside the first lifeline, in two lines there, over it, or over as many as it takes.
        starts = first + HALF_BAR + ASIDE, first + HALF_BAR + ASIDE, first - _AROUND, inside.low + _TITLE
        widths = (whole.size.width, *(end - start for start in starts[1:]))
        options = [(self._lay(text, width), start) for width, start in zip(widths, starts, strict=True)]
        title, x = next(
            (
                (title, start)
                for title, start in options
                if start + title.size.width <= end
                and not (title.splits_words or title.overflowing)
                and title.size.height < TWO_LINES * whole.size.height
            ),
            options[-1],
        )
        self.items.append(Placed(Point(x, self.y), title.copy_with(part=step)))
        self._cover(Rect(x, self.y, title.size.width, title.size.height))
        self.y += title.size.height
        return Span(x - _TITLE, x + title.size.width + _TITLE)

    def _add(self, items: Sequence[Placed], name: str = "mensagem") -> None:
        """Add what a step shows."""
        self.items.append(shown(items, self.step, f"{name} {self.step}"))

    def _cover(self, rect: Rect, margin: float = _HALO) -> None:
        above = _HALO_ABOVE if margin else 0.0
        self.covered.append(
            Rect(rect.x - margin, rect.y - above, rect.width + 2 * margin, rect.height + above + margin)
        )

    def _role(self, lifeline: int) -> str:
        return self.lifelines[lifeline].role

    def _joins(self, message: SequenceMessage) -> tuple[str, ...]:
        return tuple(dict.fromkeys(f"ator {i + 1}" for i in (message.start, message.end)))

    def _lay(self, element: Element, width: float = float("inf")) -> Frame:
        return self.layouter.layout(element, Limits(width))
