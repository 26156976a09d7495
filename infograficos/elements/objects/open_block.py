"""The inside of a block: the river of data, its layers, and where what they say is added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.content.items import RoleItem
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import cap_depth, edge_paint, paint_cap
from infograficos.elements.connectors.connector import Junction
from infograficos.elements.flow import Align, Grow, NoWrap
from infograficos.elements.flow_shape import HEAD_LENGTH, HEAD_WIDTH, flow_shape
from infograficos.elements.polyline import round_corners
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, Placed, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How the names of layers begin that only steady the numbers, drop or bend them: they are drawn thin.
_THIN = ("layernorm", "rmsnorm", "batchnorm", "norm", "dropout", "gelu", "relu", "silu", "softmax")

#: From the river to the layers beside it, and where on them its branches enter and leave, in units.
_AWAY, _ENTER = 18.0, 36.0

#: Along the river, in units: before the first layer and after the last one; from a branch to its layers and
#: from a sum on; around a layer that lies on the river; between layers of one branch.
_TAIL, _END, _TURN, _AROUND, _BETWEEN = 8.0, 42.0, 16.0, 9.0, 3.0

#: The padding of a layer in units: at its sides, and above and below the words of a thin one and of others.
_SIDE, _LOW, _HIGH = 12.0, 7.5, 9.0

#: How round the branches turn, in units.
_ROUND = 9.0

#: How broad the river is at most, in the signs of its sums; in that, its arrowhead and how broad it begins;
#: and a stripe that a sum adds, in the pitch of stripes.
_MOST, _HEAD, _BASE, _STRIPE = 1.1, 1.3, 0.42, 0.85


@dataclass(frozen=True, slots=True)
class _Part:
    """Layers along the river: from where to where each is, and where a branch leaves and joins it again."""

    spans: dict[int, tuple[float, float]]
    fork: float | None
    sum_at: float | None


@checked_dataclass
class OpenBlock:
    """A river of data through the layers of a block, which lie on it, or beside it with a sum after them.

    Args:
        title: the block's name, perhaps with how often it comes.
        layers: in the order in which the data passes them; those that only steady it are thin.
        residual: the first and last layer, counted from 1, that each residual path goes around.
        nth: which open block of its figure it is, from 1.
        upwards: the first layer is at the bottom.
        step: the step of the block; each layer appears in one after it.
        solid: the layers, counted from 1, that are the ones to remember.
        joined: connectors meet its river, which has the name “rio do bloco 1” and so on.
    """

    title: str
    layers: Sequence[RoleItem]
    residual: Sequence[tuple[int, int]] = ()
    nth: int = 1
    upwards: bool = True
    step: int = 0
    solid: Sequence[int] = ()
    joined: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the river with its layers, as wide as the room or at least as its words."""
        look, junction = layouter.look, layouter.layout(Junction(), Limits())
        middle = _HEAD * _MOST * junction.size.width / 2
        inset = 2 * middle + _AWAY
        words = Text(self.title, "heading", "model.strong")
        # A title that is too wide beside the river is above it.
        is_above = inset + layouter.natural(words).width > limits.max_width
        aside = 0.0 if is_above else inset
        title = layouter.layout(words, Limits(limits.max_width))
        width, layers = self._lay_out_layers(limits, inset, aside + title.size.width, layouter)
        above, head = (title.size.height + _TURN, 0.0) if is_above else (0.0, title.size.height + _AROUND)
        start, end = (_TAIL, max(_END, head)) if self.upwards else (max(_TAIL, head), _END)
        parts, length = self._plan([layer.size.height for layer in layers], start, junction.size.height / 2)
        length += end
        items = list(self._water(parts, length, 2 * middle / _HEAD, look))
        for part in parts:
            left = 0.0 if part.fork is None else inset
            for number, span in part.spans.items():
                top = min(self._down(t, length) for t in span)
                items.append(Placed(Point(left, top), layers[number]))
            items += self._branch(part, length, Point(middle, inset + _ENTER), junction, look)
        river = Frame(Size(width, length), tuple(items))
        inside: tuple[Placed, ...] = Placed(Point(aside, 0.0), title), Placed(Point(0.0, above), river)
        if self.joined:
            reach = Frame(Size(2 * middle, above + length), name=f"rio do bloco {self.nth}")
            inside += (Placed(ORIGIN, reach),)
        return Frame(Size(width, above + length), inside)

    def _water(
        self, parts: Sequence[_Part], length: float, most: float, look: ResolvedTheme
    ) -> Iterator[Placed]:
        """Yield the river, with a stripe more after each sum; a layer that lies on it narrows it again."""
        base, pitch = _BASE * most, (1 - _BASE) * most / max(1, len(self.residual))
        middle, head = _HEAD * most / 2, _HEAD * most / HEAD_WIDTH
        mouth = length - HEAD_LENGTH * head + 1
        ends = [part.sum_at or part.spans[min(part.spans)][0] for part in parts]
        start, stripes = 0.0, ["model.mark"]
        for part, end in zip([*parts, None], [*ends, mouth], strict=True):
            left = middle - (base + pitch * (len(stripes) - 1)) / 2
            for i, color in enumerate(stripes):
                width = _STRIPE * pitch if i else base
                x = left + base + i * pitch - width / 2
                line = polyline(*(Point(x, self._down(t, length)) for t in (start, end)))
                yield Placed(ORIGIN, Path(flow_shape(line, width, (False, False)).body, look.paint(color)))
            start = end
            if part is not None:
                stripe = f"{self.layers[max(part.spans)].role}.mark"
                stripes = stripes[:1] if part.sum_at is None else [*stripes, stripe]
        line = polyline(*(Point(middle, self._down(t, length)) for t in (0.0, length)))
        yield Placed(ORIGIN, Path(flow_shape(line, head).heads[0], look.paint("model.mark")))

    def _down(self, along: float, length: float) -> float:
        """Return how far down a place along the river is."""
        return length - along if self.upwards else along

    def _lay_out_layers(
        self, limits: Limits, inset: float, title: float, layouter: Layouter
    ) -> tuple[float, list[Frame]]:
        """Return the width of all, and the layers; their details are all beside or all below their names."""
        rooms = [inset if self._is_beside(number) else 0.0 for number in range(1, len(self.layers) + 1)]
        for beside in (True, False):
            words = [self._words(number, beside) for number in range(1, len(self.layers) + 1)]
            pairs = list(zip(words, rooms, strict=True))
            width = max(title, *(layouter.natural(each).width + room + 2 * _SIDE for each, room in pairs))
            if width <= limits.max_width:
                break
        least = max(title, *(layouter.narrowest(each) + room + 2 * _SIDE for each, room in pairs))
        width = max(min(width, limits.max_width), least, limits.min_width)
        frames = []
        for number, (each, taken) in enumerate(pairs, 1):
            room = width - taken - 2 * _SIDE
            frame = layouter.layout(each, Limits(room, min_width=room))
            frames.append(self._slab(number, frame, width - taken, layouter.look))
        return width, frames

    def _is_beside(self, number: int) -> bool:
        return any(first <= number <= last for first, last in self.residual)

    def _slab(self, number: int, words: Frame, width: float, look: ResolvedTheme) -> Frame:
        """Return a layer as a slab, in its step."""
        layer, depth = self.layers[number - 1], cap_depth(look)
        is_thin = _is_thin(layer)
        pad = _LOW if is_thin else _HIGH
        whole = Rect(0.0, 0.0, width, words.size.height + 2 * pad + depth)
        # Layers fill most of the sheet: a stronger face would shout.
        tone = "solid" if number in self.solid else "soft" if is_thin else "tint"
        face = look.paint(f"{layer.role}.{tone}")
        cap = paint_cap(whole, (face, edge_paint(look, layer.role, tone)), look, depth)
        # In the middle of the face, which has a border above it and the edge below.
        top = pad + look.stroke("border") / 2
        items = (*(Placed(ORIGIN, item) for item in cap), Placed(Point(_SIDE, top), words))
        name = self._name(f"camada {number} do bloco")
        return Frame(Size(whole.width, whole.height), items, name=name, part=self.step + number)

    def _plan(self, heights: Sequence[float], start: float, radius: float) -> tuple[list[_Part], float]:
        """Return the parts along the river, from its start, and where the last of them ends."""
        lasts, parts, at, index = dict(self.residual), [], start, 0
        while index < len(heights):
            last = lasts.get(index + 1)
            fork = at if last else None
            at += _TURN if last else 0.0
            spans = {}
            for number in range(index, last or index + 1):
                spans[number] = (at, at + heights[number])
                at += heights[number] + _BETWEEN
            at -= _BETWEEN
            sum_at = at + _TURN if last else None
            at = sum_at + radius + _AROUND if sum_at else at + _AROUND
            parts.append(_Part(spans, fork, sum_at))
            index += len(spans)
        return parts, at - _AROUND

    def _branch(
        self, part: _Part, length: float, turn: Point, junction: Frame, look: ResolvedTheme
    ) -> Iterator[Placed]:
        """Yield the way from the river to the layers beside it, and from them to the sum.

        Args:
            turn: how far to the right the river is, and the place where the branch meets the layers.
        """
        if part.fork is None or part.sum_at is None:
            return
        (first, (enter, _)), *_, (last, (_, leave)) = [*part.spans.items(), *part.spans.items()]
        fork, enter, leave, join = (self._down(t, length) for t in (part.fork, enter, leave, part.sum_at))
        river, right = turn.x, turn.y
        side = river + junction.size.width / 2
        pour = f"{self.layers[last].role}.mark"
        ways = (
            (first, (Point(river, fork), Point(right, fork), Point(right, enter)), "flow", "model.mark"),
            (last, (Point(right, leave), Point(right, join), Point(side, join)), "ribbon_thin", pour),
        )
        for number, route, stroke, color in ways:
            heads = False, stroke != "flow"
            shape = flow_shape(round_corners(route, _ROUND), look.stroke(stroke), heads)
            paths = (Path(each, look.paint(color)) for each in (shape.body, *shape.heads))
            items = tuple(Placed(ORIGIN, path) for path in paths)
            yield Placed(ORIGIN, Frame(Size(0.0, 0.0), items, part=self.step + number + 1))
        at = Point(river - junction.size.width / 2, join - junction.size.height / 2)
        name = self._name(f"soma {last + 1}")
        yield Placed(at, junction.copy_with(name=name, part=self.step + last + 1))

    def _words(self, number: int, beside: bool) -> Element:
        """Return a layer's name with its detail beside it or below."""
        layer, ink = self.layers[number - 1], "paper" if number in self.solid else "ink"
        is_thin = _is_thin(layer)
        align: Align = "center" if is_thin and not layer.detail else "start"
        style = "label" if is_thin and number not in self.solid else "strong"
        name = Text(layer.name, style, ink, align)
        if not layer.detail:
            return name
        detail = Text(layer.detail, "label", ink)
        if beside:
            return Row((Grow(NoWrap(name)), NoWrap(detail)), "small")
        return Column((name, detail), "text")

    def _name(self, noun: str) -> str:
        return noun if self.nth == 1 else f"{noun}, {self.nth}"


def _is_thin(layer: RoleItem) -> bool:
    return layer.name.casefold().startswith(_THIN)
