"""Data as fanned cards: one in front and the edges of others behind it."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.objects.drawn import Drawn, Shape, block
from infograficos.elements.polyline import round_corners
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Frame, Path, PathCommand, Placed, Stroke

#: How far each card is behind the one before it, to the right and upwards, in units.
_SHIFT = Point(8.0, -9.0)

#: The small picture's front card and its bars, in units.
_CARD, _MARGIN, _BAR, _PITCH, _RADIUS = Size(98.0, 52.0), 10.0, 12.0, 19.0, 12.0


@checked_dataclass
class FannedCard:
    """A card with the upper right edges of others behind it: one record of many.

    Args:
        child: what the front card shows.
        behind: how many cards are behind it.
    """

    child: Element
    behind: int = 2
    padding: str = "small"
    radius: str = "card"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the front card, as wide as its room, with the others behind it."""
        look = layouter.look
        across, down = self.behind * _SHIFT.x, -self.behind * _SHIFT.y
        front = Card(self.child, "surface", "masked.body", self.padding, radius=self.radius)
        card = layouter.layout(front, limits.deflate(Insets(down, across)))
        radius, pen = look.radius(self.radius), Stroke(look.paint("masked.line"), look.stroke("border"))
        # As paths they are in no connector's way.
        edge = Path(_round_rect(card.size, radius), look.paint("surface"), pen, "ornament")
        others = [Placed(Point(n * _SHIFT.x, down + n * _SHIFT.y), edge) for n in range(self.behind, 0, -1)]
        size = Size(card.size.width + across, card.size.height + down)
        return Frame(size, (*others, Placed(Point(0.0, down), card)), card.baseline)


def _round_rect(size: Size, radius: float) -> tuple[PathCommand, ...]:
    left, right, top, low = 0.0, size.width, 0.0, size.height
    corners = (Point(right, top), Point(right, low), Point(left, low), Point(left, top))
    start = Point(right / 2, top)
    return (*round_corners([start, *corners, start], radius, (1.0, 1.0)), PathCommand("Z"))


def data_cards(roles: tuple[str, ...] = ("instruction", "response"), behind: int = 2) -> Drawn:
    """Return the small picture of data: cards with a bar for each field, in the roles' colours."""
    down = behind * -_SHIFT.y
    inside = (len(roles) - 1) * _PITCH + _BAR
    height = max(_CARD.height, inside + 2 * _MARGIN)
    cards = [
        block(
            Rect(n * _SHIFT.x, down + n * _SHIFT.y, _CARD.width, height).inflate(-1.0),
            "surface",
            _RADIUS,
            "masked.body" if n == 0 else "masked.line",
        )
        for n in range(behind, -1, -1)
    ]
    bars: list[Shape] = []
    for i, role in enumerate(roles):
        length = _CARD.width - 2 * _MARGIN if i % 2 else 0.55 * (_CARD.width - 2 * _MARGIN)
        top = down + (height - inside) / 2 + i * _PITCH
        bars.append(block(Rect(_MARGIN, top, length, _BAR), f"{role}.body", _BAR / 2))
    return Drawn(Size(_CARD.width + behind * _SHIFT.x, height + down), (*cards, *bars))


def draw_pairs(words: Sequence[str] = ()) -> Element:
    """Return cards of an instruction and its response, with the words of the first if they are given."""
    if not words:
        return data_cards()
    pairs = zip(words, ("instruction", "response"), strict=True)
    bars = tuple(
        Card(Text(word, "label"), f"{role}.mid", None, "plate", "tiny", "bar") for word, role in pairs
    )
    return Row((FannedCard(Column(bars, "hair"), 1, "plate", "inner"),))
