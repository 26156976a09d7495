"""Judgements as rows of key caps: scores out of a highest one, alone or of two sides around their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass, require_items
from infograficos.elements.cap import cap_depth, cap_radius, paint_cap
from infograficos.elements.flow import FirstThatFits, NoWrap
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Placed, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The least and the greatest width of a cap, in times its height.
_NARROWEST, _WIDEST = 0.55, 1.6

#: More rows than this are lower, and ever closer.
_SPACIOUS = 3


@checked_dataclass
class Rating:
    """A score as that many key caps, and outlines up to the highest score.

    Args:
        value: from 0 to `most`.
        mirrored: let it grow to the left, from the right end.
        slim: draw lower caps, as in many rows.
    """

    value: int
    most: int
    role: str
    mirrored: bool = False
    slim: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out caps as wide as there is room for, each wider than high where it can be."""
        look, gap = layouter.look, layouter.look.space("hair")
        height = look.size("dot" if self.slim else "cell") + self._depth(look)
        room = (limits.max_width - gap * (self.most - 1)) / self.most
        side = max(_NARROWEST * height, min(_WIDEST * height, room))
        taken = self.most * side + gap * (self.most - 1)
        size = Size(max(limits.min_width, taken), height)
        items: list[Placed] = []
        for i in range(self.most):
            away = i * (side + gap)
            x = size.width - side - away if self.mirrored else away
            boxes = self._cap(Rect(x, 0.0, side, height), i < self.value, look)
            items += [Placed(ORIGIN, box) for box in boxes]
        return Frame(size, tuple(items))

    def _depth(self, look: ResolvedTheme) -> float:
        return cap_depth(look, self.slim)

    def _cap(self, rect: Rect, filled: bool, look: ResolvedTheme) -> tuple[Box, ...]:
        mark = look.paint(f"{self.role}.mark")
        if filled:
            edge, face = paint_cap(rect, (self._face(mark, look), mark), look, self._depth(look), "ornament")
            return Box(edge.rect, mark, None, edge.radius, "mark"), face
        pen = Stroke(mark, look.stroke("border"))
        flat = Rect(rect.x, rect.y, rect.width, rect.height - self._depth(look)).inflate(-pen.width / 2)
        return (Box(flat, None, pen, cap_radius(rect, look), "mark"),)

    def _face(self, mark: Paint, look: ResolvedTheme) -> Paint:
        """Return the strongest tone of a face that is not its edge's, which is the mark."""
        body = look.paint(f"{self.role}.body")
        return look.paint(f"{self.role}.mid") if body.value == mark.value else body


@dataclass(frozen=True, slots=True)
class Judgement:
    """A criterion, and the score of each of two things."""

    name: str
    left: int
    right: int


@checked_dataclass
class ButterflyBars:
    """Scores of two things as rows of key caps that grow to the left and right of what they are scores of.

    Args:
        roles: the colour roles of the left and the right thing.
        most: the highest score.
    """

    rows: tuple[Judgement, ...]
    most: int
    roles: tuple[str, str]

    def __post_init__(self) -> None:
        require_items("ButterflyBars.rows", self.rows)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the rows with their names in the middle or, where caps would be narrow, above them."""
        return layouter.layout(FirstThatFits((self._beside(), self._below())), limits)

    def _beside(self) -> Element:
        cells: list[Cell] = []
        for i, row in enumerate(self.rows):
            left, right = self._ratings(row)
            cells += [Cell(left, i, 0), Cell(NoWrap(_name(row)), i, 1), Cell(right, i, 2)]
        return Grid(tuple(cells), (1.0, 0.0, 1.0), "small", self._gap, equal=True)

    def _below(self) -> Element:
        pairs = (
            Grid((Cell(left, 0, 0), Cell(right, 0, 1)), (1.0, 1.0), "medium", "none", equal=True)
            for left, right in map(self._ratings, self.rows)
        )
        rows = zip(map(_name, self.rows), pairs, strict=True)
        gap = "medium" if len(self.rows) <= _SPACIOUS else "small"
        return Column(tuple(Column(row, "tiny") for row in rows), gap)

    @property
    def _gap(self) -> str:
        more = max(0, len(self.rows) - _SPACIOUS)
        return ("small", "tiny", "hair")[min(more, 2)]

    def _ratings(self, row: Judgement) -> tuple[Element, Element]:
        left, right, slim = *self.roles, len(self.rows) > _SPACIOUS
        mirrored = Rating(row.left, self.most, left, mirrored=True, slim=slim)
        return mirrored, Rating(row.right, self.most, right, slim=slim)


def _name(row: Judgement) -> Text:
    return Text(row.name, "strong", "ink", "center")
