"""A grid of numbers on key caps, with a window over some of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.cap import CapState, cap_depth, cap_ink, edge_paint, paint_cap, paint_state
from infograficos.elements.matrices.cells import cell_paints, readable_ink
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Placed, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

Place = tuple[int, int]

#: Up to so many rows are high, and the caps of so many columns may be broad.
_FEW = 4


@dataclass(frozen=True, slots=True)
class GridWindow:
    """A window over cells, in a role's colour; if some `hits` of them are named, only these stand out."""

    top: int
    left: int
    height: int
    width: int
    role: str = "model"
    hits: tuple[Place, ...] = ()

    def covers(self, row: int, column: int) -> bool:
        """Return whether a cell is under the window."""
        return 0 <= row - self.top < self.height and 0 <= column - self.left < self.width


@checked_dataclass
class NumberGrid:
    """Numbers in rows of equal caps, which grow with their room until they are large.

    Args:
        numbers: as they are written.
        shares: each number as a share of the largest magnitude, which its cap's tone follows; else none.
        widest: what every cap has room for.
        lit: the row and column of the one that is solid.
        known: how many of them, in reading order, are there already; the others are blank.
        padding: how many rings of zeros around the numbers are among them.
        low: leave little room above and below the numbers, as where there are many rows.
        low: leave little room above and below the numbers, as where there are many rows.
    """

    numbers: tuple[tuple[str, ...], ...]
    role: str
    shares: tuple[tuple[float, ...], ...] = ()
    widest: str = "0"
    window: GridWindow | None = None
    lit: Place | None = None
    known: int | None = None
    padding: int = 0
    low: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the caps, at least as wide as the widest number needs."""
        look = layouter.look
        gap, columns = look.space("hair"), len(self.numbers[0])
        words = layouter.natural(Text(self.widest, "mark", literal=True))
        least = max(look.size("bar"), words.width + 2 * look.space("hair") + 2 * look.stroke("border"))
        most = max(look.size("object" if columns <= _FEW else "object_small"), least)
        side = min(most, max(least, (limits.min_width + gap) / columns - gap))
        few = len(self.numbers) <= _FEW and not self.low
        height = min(side, look.size("disc" if few else "bar") + cap_depth(look, slim=True))
        cells = self._cells(Size(side, height), gap)
        items = [item for place in self._outside() for item in self._draw(place, cells[place], layouter)]
        if self.window:
            covered = [place for place in cells if self.window.covers(*place)]
            box = cells[covered[0]].union(cells[covered[-1]])
            items.append(Placed(ORIGIN, _frame(box, self.window.role, look)))
            items += [item for place in covered for item in self._draw(place, cells[place], layouter)]
        whole = cells[0, 0].union(cells[len(self.numbers) - 1, columns - 1])
        return Frame(Size(whole.width, whole.height), tuple(items))

    def _cells(self, size: Size, gap: float) -> dict[Place, Rect]:
        return {
            (i, j): Rect(j * (size.width + gap), i * (size.height + gap), size.width, size.height)
            for i, row in enumerate(self.numbers)
            for j in range(len(row))
        }

    def _outside(self) -> Iterator[Place]:
        for i, row in enumerate(self.numbers):
            for j in range(len(row)):
                if not (self.window and self.window.covers(i, j)):
                    yield i, j

    def _draw(self, place: Place, rect: Rect, layouter: Layouter) -> Iterator[Placed]:
        look = layouter.look
        depth = cap_depth(look, slim=True)
        cap, ink = self._cap(place, rect, depth, look)
        yield from (Placed(ORIGIN, item) for item in cap)
        if self._is_pending(place):
            return
        is_strong = place == self.lit or bool(self.window and self.window.covers(*place))
        number = self.numbers[place[0]][place[1]]
        words = layouter.layout(Text(number, "mark" if is_strong else "label", ink, literal=True), Limits())
        left = rect.center.x - words.size.width / 2
        yield Placed(Point(left, rect.y + (rect.height - depth - words.size.height) / 2), words)

    def _cap(
        self, place: Place, rect: Rect, depth: float, look: ResolvedTheme
    ) -> tuple[tuple[Drawable, ...], str]:
        """Return a cell's cap, and the colour of its number."""
        if self.shares and place != self.lit and not self._is_pending(place):
            face, edge = cell_paints(look, self.role, self.shares[place[0]][place[1]])
            return paint_cap(rect, (face, edge), look, depth, "ornament"), readable_ink(look, face)
        if place == self.lit:
            face, edge = look.paint(f"{self.role}.solid"), edge_paint(look, self.role, "solid")
            return paint_cap(rect, (face, edge), look, depth), "paper"
        state = self._state(place)
        return paint_state(rect, self.role, state, look, depth), cap_ink(self.role, state)

    def _state(self, place: Place) -> CapState:
        if self._is_pending(place):
            return "pending"
        if self._is_padding(place):
            return "masked"
        window = self.window
        is_hit = window and window.covers(*place) and (not window.hits or place in window.hits)
        return "focus" if is_hit else "context"

    def _is_pending(self, place: Place) -> bool:
        return self.known is not None and place[0] * len(self.numbers[0]) + place[1] >= self.known

    def _is_padding(self, place: Place) -> bool:
        sizes = len(self.numbers), len(self.numbers[0])
        return any(
            not self.padding <= at < size - self.padding for at, size in zip(place, sizes, strict=True)
        )


def _frame(box: Rect, role: str, look: ResolvedTheme) -> Box:
    """Return what is around the cells of a window, over the borders of their neighbours."""
    pen = Stroke(look.paint(f"{role}.mark"), look.stroke("flow"))
    around = box.inflate(look.space("hair"))
    return Box(around, look.paint(f"{role}.tint"), pen, look.radius("inner"), "ornament")
