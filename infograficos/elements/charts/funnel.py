"""Layers as lying caps to scale, one below the other, with broad flows between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import copysign
from typing import Literal

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import CapState, cap_depth, cap_ink, paint_state
from infograficos.elements.charts.bar import bar_length
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, PathCommand, Placed

#: Up to so many layers are high, and far from each other.
_FEW = 3

#: How far from the ends of a cap, in units, a flow begins.
_ROUND = 6.0


@dataclass(frozen=True, slots=True)
class FunnelLayer:
    """A layer: how wide it is, as a number and written, its name, and what happens there."""

    value: float
    number: str
    name: str
    detail: str
    role: str


@checked_dataclass
class Funnel:
    """Layers on one scale, the widest as wide as the room, and what flows from each to the next.

    A layer's words are on it where they fit, else beside it.

    Args:
        layers: two or more, from top to bottom.
        solid: the place of the one that stands out.
        links: words on the flows between the layers, perhaps none.
    """

    layers: tuple[FunnelLayer, ...]
    solid: int
    links: tuple[str, ...] = ()

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the layers in the room's width, or at least as wide as a plot."""
        look = layouter.look
        width, depth = max(limits.min_width, look.size("plot")), cap_depth(look)
        largest = max(layer.value for layer in self.layers)
        lengths = [bar_length(layer.value, largest, width, look) for layer in self.layers]
        words = [self._words(i, length, width, layouter) for i, length in enumerate(lengths)]
        height = max(frame.size.height * is_inside for frame, is_inside in words)
        height = max(height + 2 * look.space("tiny") + depth, look.size(self._least))
        gap = look.size("object_small") if len(self.layers) <= _FEW else look.space("link")
        # Words beside a bar may be higher than it is.
        over = [max(0.0, frame.size.height + depth - height) / 2 for frame, _ in words]
        tops = [sum(over[:i]) + sum(over[: i + 1]) + i * (height + gap) for i in range(len(over))]
        places = zip(lengths, tops, strict=True)
        bars = [Rect((width - length) / 2, top, length, height) for length, top in places]
        items = [*self._flows(bars, width, layouter)]
        for i, (bar, (frame, is_inside)) in enumerate(zip(bars, words, strict=True)):
            cap = paint_state(bar, self.layers[i].role, self._state(i), look, depth)
            items += [Placed(ORIGIN, item) for item in cap]
            x = bar.center.x - frame.size.width / 2 if is_inside else bar.right + look.space("tiny")
            items.append(Placed(Point(x, bar.center.y - (frame.size.height + depth) / 2), frame))
        return Frame(Size(width, bars[-1].bottom + over[-1]), tuple(items))

    def _state(self, i: int) -> CapState:
        """Return how a layer is drawn; one that is wider than the solid one recedes behind it."""
        if i == self.solid:
            return "solid"
        is_wider = self.solid is not None and self.layers[i].value > self.layers[self.solid].value
        return "context" if is_wider else "focus"

    @property
    def _least(self) -> str:
        """The size that is the least height of a layer: the fewer there are, the more one weighs."""
        return "stop" if len(self.layers) == 2 else "object_small" if len(self.layers) <= _FEW else "bar"

    def _words(self, i: int, length: float, width: float, layouter: Layouter) -> tuple[Frame, bool]:
        """Return a layer's words as they fit best, and whether they are on it."""
        layer, look = self.layers[i], layouter.look
        inside, beside = length - 2 * look.space("tiny"), (width - length) / 2 - look.space("tiny")
        ink = cap_ink(layer.role, self._state(i))
        on = [(each, inside, True) for each in _arrangements(layer, ink, "center")]
        off = [(each, beside, False) for each in _arrangements(layer, f"{layer.role}.strong", "start")]
        few = len(self.layers) <= _FEW
        options = [*on, *off] if few else [each for pair in zip(on, off, strict=True) for each in pair]
        for element, room, is_inside in options:
            frame = layouter.layout(element, Limits())
            if frame.size.width <= room:
                return frame, is_inside
        element, room, is_inside = (on if inside > beside else off)[-1]
        return layouter.layout(element, Limits(max(0.0, room))), is_inside

    def _flows(self, bars: list[Rect], width: float, layouter: Layouter) -> Iterator[Placed]:
        look = layouter.look
        for i, (above, below) in enumerate(pairwise(bars)):
            fill = look.paint(f"{self.layers[i].role}.tint")
            outline = _flow(above, below, look.space("hair"))
            yield Placed(ORIGIN, Path(outline, fill, None, "ornament"))
            if i < len(self.links):
                text = layouter.layout(Text(self.links[i], "label", "ink", literal=True), Limits())
                half = (above.width + below.width) / 4
                # Nearer to the wider one there is more room for the words.
                aside = copysign(look.space("tiny"), below.width - above.width)
                middle = (above.bottom + below.y) / 2 + aside * (above.width != below.width)
                left = width / 2 + half + look.space("tiny")
                if 2 * half >= text.size.width:
                    left = (width - text.size.width) / 2
                left = min(left, width - text.size.width)
                yield Placed(Point(left, middle - text.size.height / 2), text)


def _arrangements(layer: FunnelLayer, ink: str, align: Literal["start", "center"]) -> Iterator[Element]:
    """Yield a layer's words in one line, then below each other."""
    number = Text(layer.number, "heading", ink, align, literal=True)
    name = Text(layer.name, "mark", ink, align)
    detail = (Text(layer.detail, "label", ink, align),) if layer.detail else ()
    yield Row((number, name, *detail), "tiny", "baseline")
    yield Column((Row((number, name), "tiny", "baseline", align), *detail), "tiny", align)
    yield Column((number, name, *detail), "tiny", align)


def _flow(above: Rect, below: Rect, gap: float) -> tuple[PathCommand, ...]:
    """Return the surface from the lower border of one bar to the upper border of the next, bent smoothly."""
    top, bottom, middle = above.bottom + gap, below.y - gap, (above.bottom + below.y) / 2
    # The ends of caps are round; the surface starts on their straight part.
    insets = [min(_ROUND, rect.width / 4) for rect in (above, below)]
    starts, ends = (
        (rect.x + inset, rect.right - inset) for rect, inset in zip((above, below), insets, strict=True)
    )
    right = (Point(starts[1], middle), Point(ends[1], middle), Point(ends[1], bottom))
    left = (Point(ends[0], middle), Point(starts[0], middle), Point(starts[0], top))
    return (
        PathCommand("M", (Point(starts[0], top),)),
        PathCommand("L", (Point(starts[1], top),)),
        PathCommand("C", right),
        PathCommand("L", (Point(ends[0], bottom),)),
        PathCommand("C", left),
        PathCommand("Z"),
    )
