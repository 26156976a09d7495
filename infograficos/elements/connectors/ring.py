"""Cards in a ring, clockwise from the top, and the arrows that follow it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import isfinite
from typing import Literal, get_args

from infograficos.content.validation_messages import expected_message
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.connectors.connector import Connector
from infograficos.elements.connectors.orthogonal import Side
from infograficos.errors import InputError
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed

_Column = Literal["left", "before", "center", "after", "right"]
_COLUMNS: tuple[_Column, ...] = get_args(_Column)
_Seat = tuple[int, _Column]

_BOTTOM_PAIR: tuple[_Seat, ...] = ((1, "right"), (2, "after"), (2, "before"), (1, "left"))

#: The row and column of each card, by their number.
_SEATS: Mapping[int, tuple[_Seat, ...]] = {
    3: ((0, "center"), (2, "right"), (2, "left")),
    4: ((0, "center"), (1, "right"), (2, "center"), (1, "left")),
    5: ((0, "center"), *_BOTTOM_PAIR),
    6: ((0, "before"), (0, "after"), *_BOTTOM_PAIR),
}


@checked_dataclass
class Ring:
    """Three to six cards of one width in a ring, with something in its middle.

    Args:
        cards: clockwise from the top.
        gap: the space between the middle and the cards beside it.
    """

    cards: tuple[Element, ...]
    middle: Element
    gap: str = "link"

    def __post_init__(self) -> None:
        _seats("Ring.cards", self.cards)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the ring in three rows, as wide as it is offered."""
        gap, row_gap = layouter.look.space(self.gap), layouter.look.space("medium")
        # Two cards of one row are nearer to each other, so that arrows can turn at the ring's corners.
        half = layouter.look.space("large") / 2
        width = self._card_width(limits, gap, layouter)
        whole = 3 * width + 2 * gap
        middle = whole / 2
        lefts = 0.0, middle - half - width, middle - width / 2, middle + half, whole - width
        seats = (*_seats("Ring.cards", self.cards), (1, "center"))
        seated = list(zip((*self.cards, self.middle), seats, strict=True))
        heights = [0.0, 0.0, 0.0]
        for child, (row, _) in seated:
            frame = layouter.layout(child, Limits(width, min_width=width))
            heights[row] = max(heights[row], frame.size.height)
        tops = (0.0, heights[0] + row_gap, heights[0] + heights[1] + 2 * row_gap)
        items = []
        for child, (row, column) in seated:
            least = 0.0 if child is self.middle else heights[row]
            frame = layouter.layout(child, Limits(width, min_width=width, min_height=least))
            down = tops[row] + (heights[row] - frame.size.height) / 2
            items.append(Placed(Point(lefts[_COLUMNS.index(column)], down), frame))
        return Frame(Size(whole, tops[2] + heights[2]), tuple(items))

    def _card_width(self, limits: Limits, gap: float, layouter: Layouter) -> float:
        """Return a third of the room, or more if the widest word needs it."""
        children = (*self.cards, self.middle)
        if not isfinite(limits.max_width):
            return max(layouter.natural(child).width for child in children)
        least = max(layouter.narrowest(child) for child in children)
        return max(least, (limits.max_width - 2 * gap) / 3)


def ring_connectors(names: Sequence[str], color: str = "muted", back: str = "muted") -> tuple[Connector, ...]:
    """Return arrows from each named card of a ring to the next, and a thicker one `back` to the first."""
    seats = _seats("ring_connectors.names", names)
    *onward, last = pairwise([*zip(names, seats, strict=True), (names[0], seats[0])])
    connectors = [_connect(start, end, color, "arrow") for start, end in onward]
    return (*connectors, _connect(*last, back, "flow"))


def _seats(path: str, cards: Sequence[object]) -> tuple[_Seat, ...]:
    if len(cards) not in _SEATS:
        raise InputError(f"{path}: {expected_message('uma lista de 3 a 6 itens', cards)}")
    return _SEATS[len(cards)]


def _connect(start: tuple[str, _Seat], end: tuple[str, _Seat], color: str, stroke: str) -> Connector:
    """Return an arrow that turns once, at the ring's corner, and is straight along a row."""
    (name, (row, column)), (other, (other_row, other_column)) = start, end
    if row == other_row:
        return Connector(name, other, color, stroke)
    rightwards = _COLUMNS.index(column) < _COLUMNS.index(other_column)
    sides: tuple[Side, Side]
    if row < other_row:
        sides = ("right", "top") if rightwards else ("bottom", "right")
    else:
        sides = ("top", "left") if rightwards else ("left", "bottom")
    return Connector(name, other, color, stroke, leaves=sides[0], arrives=sides[1])
