"""A model as a stack of plates, in the states that figures tell of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING

from infograficos.content.data.picture_values import ModelState
from infograficos.elements.arguments import checked_dataclass, require_range
from infograficos.elements.objects.faces import paint_grid, paint_shade, top_cells
from infograficos.elements.objects.levels import Levels, plan_levels
from infograficos.elements.objects.prism import Prism
from infograficos.elements.objects.stack import (
    ColoredPlate,
    PlateColors,
    paint_gaps,
    paint_outline,
    paint_plates,
    plate_colors,
)
from infograficos.language.grammar import phrase
from infograficos.language.texts import mark_text, translate
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Drawable, Frame, Placed

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The name of the frame of the plate that is slid out of an opened model.
OPENED_PLATE = "placa aberta"

#: The narrowest model, in units, and the most plates that a stack is said to have.
NARROWEST, MOST_PLATES = 40.0, 999

#: How far an opened plate is slid out; and where the plates beside a frozen model begin, half their width and
#: their thickness; all in half widths of the model's plates.
_SLIDE = 0.66
_BESIDE, _THIN_HALF, _THIN = 2.12, 0.33, 0.12

#: More models than figures that are laid out at a time have.
_CACHED = 64

_STATES = {
    "base": mark_text("base"),
    "tuned": mark_text("ajustado"),
    "frozen": mark_text("congelado"),
    "lora": mark_text("congelado, com uma placa fina nova ao lado de cada uma"),
    "outline": mark_text("ainda sem pesos"),
}


@checked_dataclass
class Model:
    """A model: a stack of plates, as many as it has blocks where the number is the point.

    Connectors meet it in the middle of its sides and at the corners on top and below. A stack too high for
    its plates to be seen is cut in the middle.

    Args:
        state: `base`; `tuned`, with all its weights moved, has tops in the colours of the response; `frozen`
            is grey; `lora` has a thin plate of new weights beside each frozen one; `outline` is only drawn in
            lines, for what is not there yet.
        plates: how many plates, without those of `top` and `bottom`.
        size: the name of its width in the theme.
        share: the share of that width, for models to scale.
        top: the role of one more plate on top, such as the output head's.
        bottom: the role of one more below, such as the embeddings'.
        opened: slide the plate in the middle out to the right, for a `LightCone`.
        shade: the colour of the shade around it; a panel's own tint where it stands on one.
    """

    state: ModelState = "base"
    plates: int = 4
    role: str = "model"
    size: str = "object"
    share: float = 1.0
    top: str = ""
    bottom: str = ""
    opened: bool = False
    shade: str = "shade"

    def __post_init__(self) -> None:
        require_range("Model.plates", self.plates, 1, MOST_PLATES)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the stack, shrunk to fit the limits as far as it can be told as one."""
        half = self._half(limits, layouter.look)
        levels = self._levels(half, limits.max_height - half)
        size = Size(self._across * half, half + levels.height)
        return Frame(size, self._draw(half, levels, layouter.look))

    # Most limits that one layout tries leave a model as large as it is.
    @lru_cache(_CACHED)  # noqa: B019 — of few and small models
    def _draw(self, half: float, levels: Levels, look: ResolvedTheme) -> tuple[Placed, ...]:
        plates = [Prism(half, half, levels.thickness, Point(0.0, top)) for top in levels.tops]
        drawn = (
            self._outline(plates, levels, look)
            if self.state == "outline"
            else self._paint(plates, levels, look)
        )
        items = [Placed(ORIGIN, item) for item in drawn]
        if self.opened:
            opened = self._slide_out(plates[self._opened(levels)])
            items.append(Placed(opened.at, Frame(opened.size, name=OPENED_PLATE)))
        return tuple(items)

    def words(self) -> str:
        """Return what it is, for the alternative text."""
        state = translate(_STATES[self.state])
        return phrase(
            ("modelo {state}: pilha de {count} placa", "modelo {state}: pilha de {count} placas"),
            self.plates,
            state=state,
        )

    @property
    def _across(self) -> float:
        """Its whole width, in half widths of a plate."""
        if self.state == "lora":
            return _BESIDE + 2 * _THIN_HALF
        return 2 + _SLIDE if self.opened else 2.0

    def _levels(self, half: float, most: float) -> Levels:
        count = self.plates + bool(self.top) + bool(self.bottom)
        return plan_levels(count, half, most, self.opened)

    def _half(self, limits: Limits, look: ResolvedTheme) -> float:
        """Return half the width of a plate."""
        width = look.size(self.size) * self.share
        half = min(width / 2, limits.max_width / self._across)
        if limits.max_height < inf:
            half *= min(1.0, limits.max_height / (half + self._levels(half, inf).height))
        return max(half, min(width, NARROWEST) / 2)

    def _outline(self, plates: list[Prism], levels: Levels, look: ResolvedTheme) -> Iterator[Drawable]:
        color = f"{self.role}.mark"
        yield paint_outline(plates, color, look)
        yield from paint_gaps(levels, plates[0].right, color, color, look)

    def _paint(self, plates: list[Prism], levels: Levels, look: ResolvedTheme) -> Iterator[Drawable]:
        colored = [*zip(plates, self._colors(len(plates), look), strict=True)]
        grid = colored[0][1].grid
        if self.opened:
            place = self._opened(levels)
            colored[place] = self._slide_out(plates[place]), self._weights(look, "mid")
        colored.reverse()
        if self.state == "lora":
            colored += self._plates_beside(plates, look)
        role = self._role
        yield paint_shade(plates[-1], self.shade, look)
        yield from paint_plates(colored, role, look)
        yield from paint_gaps(levels, plates[0].right, f"{role}.mark", f"{role}.deep", look)
        yield from paint_grid(plates[0], top_cells(plates[0]), grid, look)

    @property
    def _role(self) -> str:
        return "masked" if self.state in ("frozen", "lora") else self.role

    def _colors(self, count: int, look: ResolvedTheme) -> list[PlateColors]:
        """Return the colours of the plates that are drawn, from the highest to the lowest."""
        colors = [self._weights(look)] * count
        for at, end in ((0, self.top), (-1, self.bottom)):
            if end:
                colors[at] = plate_colors(end, look, "mid")
        return colors

    def _weights(self, look: ResolvedTheme, light: str = "tint") -> PlateColors:
        if self.state == "tuned":
            return plate_colors(self.role, look, "mid", "response")
        return plate_colors(self._role, look, light)

    def _plates_beside(self, plates: list[Prism], look: ResolvedTheme) -> list[ColoredPlate]:
        """Return a thin plate of new weights level with each plate, from the lowest to the highest."""
        half, colors = plates[0].right, plate_colors(self.role, look, "mid", "response")
        side, thickness = _THIN_HALF * half, _THIN * half
        fall = (half + plates[0].height - side - thickness) / 2
        corners = (Point(_BESIDE * half, plate.at.y + fall) for plate in reversed(plates))
        return [(Prism(side, side, thickness, corner), colors) for corner in corners]

    def _opened(self, levels: Levels) -> int:
        """Return which plate is opened: the middle one, but never that of an end."""
        last = len(levels.tops) - 1 - bool(self.bottom)
        return min(max(levels.middle, int(bool(self.top))), last)

    def _slide_out(self, plate: Prism) -> Prism:
        return Prism(plate.right, plate.left, plate.height, Point(_SLIDE * plate.right, plate.at.y))
