"""Stacks of plates: their faces by role, their outline in lines, and the dots where one is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from infograficos.elements.objects.faces import face_tones, grid_pen, paint_blocks, paint_dots
from infograficos.elements.objects.levels import Levels
from infograficos.elements.objects.prism import Prism
from infograficos.scene.geometry import Point
from infograficos.scene.items import Drawable, Path, PathCommand, Stroke, polyline
from infograficos.value_object import value_object

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How many dots stand on each edge in a gap, and the half width of plates from which they are broad.
_DOTS, _BROAD = 3, 36.0


@value_object
class PlateColors:
    """The role of a plate's sides, the colours of its top and of the grid on it, and its tone on light paper.

    That tone tells plates apart in the same way on any paper: one SVG can hold both variants.
    """

    role: str
    top: str
    grid: str
    light: str


ColoredPlate = tuple[Prism, PlateColors]


def plate_colors(role: str, look: ResolvedTheme, light: str = "tint", top: str = "") -> PlateColors:
    """Return the colours of a plate.

    Args:
        light: the tone of its top on light paper, `tint` or `mid`.
        top: the role of its top, if that is another one.
    """
    lit = face_tones(top or role, look, light)[0]
    grid = "body" if lit.endswith(".lit") else "deep"
    return PlateColors(role, lit, f"{top or role}.{grid}", light)


def paint_plates(plates: Sequence[ColoredPlate], role: str, look: ResolvedTheme) -> tuple[Drawable, ...]:
    """Return plates, given from the back to the front and upwards, as one path a tone.

    Under their faces lies the silhouette of all in the tone of a role's marks: it sets the object off from
    the paper, and no paper is seen where two faces meet.
    """
    outlines = tuple(command for plate, _ in plates for command in plate.silhouette())
    silhouette = Path(outlines, look.paint(f"{role}.mark"))
    faces: list[Drawable] = []
    # Within a stack no top hides a side, so that all its tops can be painted first.
    for (colors, _), run in groupby(plates, key=lambda pair: (pair[1], pair[0].at.x)):
        faces += paint_blocks([plate for plate, _ in run], colors.role, look, colors.top)
    return (silhouette, *faces)


def paint_gaps(
    levels: Levels, half: float, color: str, top: str, look: ResolvedTheme
) -> tuple[Drawable, ...]:
    """Return dots on the edges between the plates around each gap, `top` being their colour on a plate."""
    # A plate that is slid out from between the others hides the edges at its side.
    edges = (0.0, 2 * half) if len(levels.gaps) == 1 else (0.0,)
    on_paper = [point for x in edges for point in _dots(levels, x, half / 2)]
    # A plate too small for the gap is not behind all the dots in the middle.
    is_behind = len(levels.gaps) == 1 and levels.gaps[0][1] - levels.gaps[0][0] <= half
    on_plate = _dots(levels, half, half) if is_behind else ()
    pen = "flow" if half >= _BROAD else "rule"
    return (*paint_dots(on_paper, color, look, pen), *paint_dots(on_plate, top, look, pen))


def _dots(levels: Levels, x: float, fall: float) -> Iterator[Point]:
    for upper, lower in levels.gaps:
        for dot in range(1, _DOTS + 1):
            yield Point(x, upper + (lower - upper) * dot / (_DOTS + 1) + fall)


def paint_outline(plates: Sequence[Prism], color: str, look: ResolvedTheme) -> Drawable:
    """Return the visible edges of plates of one width, given from the highest to the lowest."""
    commands = [*plates[0].silhouette(), *plates[0].edges()]
    for above, plate in pairwise(plates):
        commands += [*_edges_below(above, plate), *plate.edges()]
    pen = Stroke(look.paint(color), look.stroke(grid_pen(plates[0])))
    return Path(tuple(commands), stroke=pen)


def _edges_below(above: Prism, plate: Prism) -> tuple[PathCommand, ...]:
    """Return the outer edges of a plate, up to where the plate above hides them."""
    left, back, right = plate.point(0, 1), plate.point(0, 0), plate.point(1, 0)
    down = (plate.point(*corner, plate.height) for corner in ((0, 1), (1, 1), (1, 0)))
    seen = min(1.0, (left.y - above.point(0, 1, above.height).y) / plate.right)
    return polyline(left.towards(back, seen), left, *down, right, right.towards(back, seen))
