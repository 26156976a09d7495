"""A mixture of experts: several small stacks, some of them lit."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, inf, sqrt
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass, require_range
from infograficos.elements.objects.faces import paint_shade
from infograficos.elements.objects.levels import Levels, plan_levels
from infograficos.elements.objects.prism import Prism
from infograficos.elements.objects.stack import ColoredPlate, paint_plates, plate_colors
from infograficos.language.grammar import phrase
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point
from infograficos.scene.items import Frame, Placed

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The narrowest group in units, and the room between two stacks in widths of a stack.
_NARROWEST, _GAP = 48.0, 0.12

#: How many experts can be told apart, and how many plates each has.
_MOST, _PLATES = 9, 3


@checked_dataclass
class Experts:
    """A mixture of experts: small stacks on one ground, those at work in their role, the others grey.

    Connectors meet it in the middle of its sides and at the corner below.

    Args:
        count: how many experts there are, from 2 to 9.
        lit: which of them work, from 0, counted from the back to the front and from the left to the right.
        size: the name of the theme's size for the width of all together.
        shade: the colour of the shade around them; a panel's own tint where they stand on one.
    """

    count: int = 4
    lit: tuple[int, ...] = (1,)
    role: str = "model"
    size: str = "object"
    shade: str = "shade"

    def __post_init__(self) -> None:
        require_range("Experts.count", self.count, 2, _MOST)
        for number in self.lit:
            require_range("Experts.lit", number, 0, self.count - 1)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the stacks, shrunk to fit the limits down to their narrowest form."""
        look = layouter.look
        width = look.size(self.size)
        half = min(width, limits.max_width) / 2
        if limits.max_height < inf:
            half *= min(1.0, limits.max_height / (half + self._levels(half).height))
        half = max(half, min(width, _NARROWEST) / 2)
        levels = self._levels(half)
        ground = Prism(half, half, levels.height)
        plates = [*self._plates(half, levels, look)]
        items = (paint_shade(ground, self.shade, look), *paint_plates(plates, self.role, look))
        return Frame(ground.size, tuple(Placed(ORIGIN, item) for item in items))

    def words(self) -> str:
        """Return what it is, for the alternative text."""
        return phrase(
            (
                "mistura de {experts} especialistas, {count} aceso",
                "mistura de {experts} especialistas, {count} acesos",
            ),
            len(self.lit),
            experts=self.count,
        )

    @property
    def _side(self) -> int:
        return ceil(sqrt(self.count))

    def _small(self, half: float) -> float:
        """Return half the width of one stack."""
        return half / (self._side + (self._side - 1) * _GAP)

    def _levels(self, half: float) -> Levels:
        return plan_levels(_PLATES, self._small(half), inf)

    def _plates(self, half: float, levels: Levels, look: ResolvedTheme) -> Iterator[ColoredPlate]:
        """Yield all plates from the back to the front."""
        small = self._small(half)
        for number, (depth, across) in enumerate(self._places()):
            colors = plate_colors(self.role if number in self.lit else "masked", look)
            step = small * (1 + _GAP)
            for top in reversed(levels.tops):
                corner = Point(half + across * step - small, depth * step / 2 + top)
                yield Prism(small, small, levels.thickness, corner), colors

    def _places(self) -> list[tuple[int, int]]:
        """Return how far each stack is to the front, and how far to the right of the middle."""
        side = self._side
        places = [(row + column, column - row) for row in range(side) for column in range(side)]
        # The front is seen best, and a place behind it least.
        return sorted(sorted(places, key=lambda place: (abs(place[0] - side + 1), -place[0]))[: self.count])
