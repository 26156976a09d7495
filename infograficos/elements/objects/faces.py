"""The painting of blocks: three flat tones of a role, lit from above on the left, and the shade below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from infograficos.elements.objects.prism import Prism
from infograficos.elements.polyline import round_corners
from infograficos.scene.geometry import Point
from infograficos.scene.items import Drawable, Path, PathCommand, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How far the shade reaches below what stands on it: in widths of that, and at most in units, so that a label
#: may stand close; and how round its corners are, in those lengths.
_SHADE, _WIDEST_SHADE, _ROUND = 0.065, 11.0, 2.0

#: The width, in units, from which the lines of a grid are drawn with a broader pen.
_BROAD = 130.0

#: The widths of tops, in units, from which a grid has three rows and four.
_WIDTHS = (48.0, 130.0)


def paint_blocks(blocks: Sequence[Prism], role: str, look: ResolvedTheme, top: str) -> tuple[Drawable, ...]:
    """Return the faces of blocks that stand on each other, one path a tone; `top` is that of their tops."""
    _, left, right = face_tones(role, look)
    tops = (block.top() for block in blocks)
    lefts, rights = (block.left_side() for block in blocks), (block.right_side() for block in blocks)
    return tuple(
        Path(tuple(chain.from_iterable(outlines)), look.paint(color), None, "surface")
        for outlines, color in ((tops, top), (lefts, left), (rights, right))
    )


def face_tones(role: str, look: ResolvedTheme, light: str = "tint") -> tuple[str, str, str]:
    """Return the colours of the top, the left and the right side, the top being the lightest on any paper.

    Args:
        light: the tone of the top on light paper, `tint` or `mid`.
    """
    tint, side = (look.paint(f"{role}.{tone}").value for tone in ("tint", "body"))
    tones = (light if light == "mid" else "lit", "body", "deep")
    if _brightness(tint) < _brightness(side):
        # On dark paper no light tone is lighter than the sides; what is switched off stays darker there.
        tones = ("body", "mid", "deep") if role == "masked" else ("lit", "body", "deep")
    top, left, right = (f"{role}.{tone}" for tone in tones)
    return top, left, right


def top_cells(block: Prism) -> tuple[range, range]:
    """Return the rows and columns of a grid that stands for weights of any number."""
    cells = range(2 + sum(block.size.width >= width for width in _WIDTHS))
    return cells, cells


def grid_pen(block: Prism) -> str:
    """Return the name of the stroke of lines on a block."""
    return "rule" if block.size.width >= _BROAD else "border"


def paint_grid(
    block: Prism, cells: tuple[Sequence[int | None], Sequence[int | None]], color: str, look: ResolvedTheme
) -> tuple[Drawable, ...]:
    """Return the grid on top of a block, by its rows and columns, as one path; none for a single cell."""
    commands = block.grid(*cells)
    pen = Stroke(look.paint(color), look.stroke(grid_pen(block)))
    return (Path(commands, stroke=pen, purpose="ornament"),) if commands else ()


def paint_shade(block: Prism, color: str, look: ResolvedTheme) -> Drawable:
    """Return the shade below the base of a block, no wider than it; it takes no room in a layout."""
    reach = min(_SHADE * block.size.width, _WIDEST_SHADE)
    ground = replace(block, height=0.0, at=Point(block.at.x, block.at.y + block.height + reach))
    route = (ground.point(*place) for place in ((0.5, 0), (1, 0), (1, 1), (0, 1), (0, 0), (0.5, 0)))
    outline = (*round_corners(list(route), _ROUND * reach), PathCommand("Z"))
    return Path(outline, look.paint(color), None, "ornament")


def paint_dots(
    points: Iterable[Point], color: str, look: ResolvedTheme, pen: str = "flow"
) -> tuple[Drawable, ...]:
    """Return dots, which stand for what is left out, as one path; none for no points."""
    # A line of no length is drawn by its round pen.
    commands = tuple(command for point in points for command in polyline(point, point))
    return (Path(commands, stroke=Stroke(look.paint(color), look.stroke(pen))),) if commands else ()


def _brightness(color: str) -> float:
    red, green, blue = bytes.fromhex(color[1:])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
