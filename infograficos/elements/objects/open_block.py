"""The inside of a block: the river of data, its layers, and where what they say is added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.content.items import RoleItem
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import cap_depth, paint_cap
from infograficos.elements.connectors.connector import Junction
from infograficos.elements.flow import Grow, NoWrap
from infograficos.elements.flow_shape import HEAD_LENGTH, HEAD_WIDTH, flow_shape, paint_flow
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
_AWAY, _ENTER = 18.0, 40.0

#: Along the river, in units: before the first layer and after the last one; from a branch to its layers and
#: from a sum on; around a layer that lies on the river; between layers of one branch.
_TAIL, _END, _TURN, _AROUND, _BETWEEN = 8.0, 34.0, 15.0, 9.0, 3.0

#: The padding of a layer in units: at its sides, and above and below the words of a thin one and of others.
_SIDE, _LOW, _HIGH = 12.0, 7.5, 9.0

#: How round the branches turn, in units.
_ROUND = 9.0

#: The length of the arrowhead of a branch, in units.
_HEAD = 10.0


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
    """

    title: str
    layers: Sequence[RoleItem]
    residual: Sequence[tuple[int, int]] = ()
    nth: int = 1
    upwards: bool = True
    step: int = 0

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the river with its layers, as wide as the room or at least as its words."""
        look, junction = layouter.look, layouter.layout(Junction(), Limits())
        middle = max(HEAD_WIDTH * look.stroke("ribbon"), junction.size.width) / 2
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
        line = polyline(*(Point(middle, self._down(t, length)) for t in (0.0, length)))
        shape = flow_shape(line, look.stroke("ribbon"))
        items = [Placed(ORIGIN, path) for path in paint_flow(shape, "model.mid", look)]
        for part in parts:
            left = 0.0 if part.fork is None else inset
            for number, span in part.spans.items():
                top = min(self._down(t, length) for t in span)
                items.append(Placed(Point(left, top), layers[number]))
            items += self._branch(part, length, Point(middle, inset + _ENTER), junction, look)
        river = Frame(Size(width, length), tuple(items))
        inside = Placed(Point(aside, 0.0), title), Placed(Point(0.0, above), river)
        return Frame(Size(width, above + length), inside)

    def _down(self, along: float, length: float) -> float:
        """Return how far down a place along the river is."""
        return length - along if self.upwards else along

    def _lay_out_layers(
        self, limits: Limits, inset: float, title: float, layouter: Layouter
    ) -> tuple[float, list[Frame]]:
        """Return the width of all, and the layers; their details are all beside or all below their names."""
        rooms = [inset if self._is_beside(number) else 0.0 for number in range(1, len(self.layers) + 1)]
        for beside in (True, False):
            words = [_words(layer, beside) for layer in self.layers]
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
        face = look.paint("surface" if is_thin else f"{layer.role}.tint")
        cap = paint_cap(whole, (face, look.paint(f"{layer.role}.line")), look, depth)
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
        half, mark = look.stroke("ribbon") / 2, look.paint("model.mark")
        ways = (
            (first, (Point(river + half, fork), Point(right, fork), Point(right, enter)), False),
            (last, (Point(right, leave), Point(right, join), Point(side + _HEAD / 2, join)), True),
        )
        for number, route, has_head in ways:
            pen = look.stroke("flow")
            paths = [Path(flow_shape(round_corners(route, _ROUND), pen, (False, False)).body, mark)]
            if has_head:
                tip = flow_shape(
                    polyline(Point(side + 2 * _HEAD, join), Point(side, join)), _HEAD / HEAD_LENGTH
                )
                paths.append(Path(tip.heads[0], mark))
            items = tuple(Placed(ORIGIN, path) for path in paths)
            yield Placed(ORIGIN, Frame(Size(0.0, 0.0), items, part=self.step + number + 1))
        at = Point(river - junction.size.width / 2, join - junction.size.height / 2)
        name = self._name(f"soma {last + 1}")
        yield Placed(at, junction.copy_with(name=name, part=self.step + last + 1))

    def _name(self, noun: str) -> str:
        return noun if self.nth == 1 else f"{noun}, {self.nth}"


def _is_thin(layer: RoleItem) -> bool:
    return layer.name.casefold().startswith(_THIN)


def _words(layer: RoleItem, beside: bool) -> Element:
    """Return a layer's name with its detail beside it or below."""
    is_thin = _is_thin(layer)
    if not layer.detail:
        return Text(layer.name, "label", align="center") if is_thin else Text(layer.name, "strong")
    name = Text(layer.name, "label" if is_thin else "strong")
    detail = Text(layer.detail, "label", "ink")
    if beside:
        return Row((Grow(NoWrap(name)), NoWrap(detail)), "small")
    return Column((name, detail), "text")
