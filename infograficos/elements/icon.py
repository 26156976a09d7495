"""Pictograms: Lucide's by their names, and authors' own drawings."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from typing import TYPE_CHECKING

from infograficos.content.data.icon_file import SvgFile, is_path, read_icon, svg_parts
from infograficos.content.data.image_file import ImageFile
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.polyline import scale_commands
from infograficos.icons import GRID, icon_commands
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Image, Paint, Path, Placed, Purpose, Stroke

if TYPE_CHECKING:
    from infograficos.icons.svg_parts import IconPart
    from infograficos.theme import ResolvedTheme

#: The side of an icon's tile, in icon sides.
_TILE = 1.5


@checked_dataclass
class Icon:
    """A pictogram, perhaps on a tile, a rounded square of a colour.

    Of an author's drawing, what is painted `currentColor` has the icon's colour, and all else its own; then
    no contrast is asked of it, as the colours of a logo are not the author's to choose.

    Args:
        name: an English or Portuguese name, or the path or bytes of an SVG, PNG or JPEG of one's own.
        stroke: the theme's stroke that draws it.
    """

    name: str | PathLike[str] | bytes | SvgFile | ImageFile
    color: str = "ink"
    size: str = "icon"
    tile: str | None = None
    stroke: str = "icon"

    def __post_init__(self) -> None:
        # What is made of it is known by the bytes, not by the path, of a file.
        if not isinstance(self.name, str) or is_path(self.name):
            object.__setattr__(self, "name", read_icon(self.name))

    def layout(self, _limits: Limits, layouter: Layouter) -> Frame:
        """Return the pictogram; an unknown name raises `InputError`."""
        look = layouter.look
        side = look.size(self.size)
        drawn = self._draw(look, side)
        if self.tile is None:
            return Frame(Size(side, side), tuple(Placed(ORIGIN, item) for item in drawn))
        whole = _TILE * side
        square = Rect(0.0, 0.0, whole, whole)
        back = Box(square, look.paint(self.tile), radius=look.radius("chip"), purpose="ornament")
        at = Point((whole - side) / 2, (whole - side) / 2)
        return Frame(Size(whole, whole), (Placed(ORIGIN, back), *(Placed(at, item) for item in drawn)))

    def _draw(self, look: ResolvedTheme, side: float) -> list[Drawable]:
        if isinstance(self.name, ImageFile):
            return [_picture(self.name, side)]
        if isinstance(self.name, SvgFile):
            return list(_shapes(svg_parts(self.name), look.paint(self.color), side / GRID))
        pen = Stroke(look.paint(self.color), look.stroke(self.stroke))
        return [Path(scale_commands(icon_commands(str(self.name)), side / GRID), stroke=pen)]


def _picture(file: ImageFile, side: float) -> Image:
    """Return an image in the middle of the square; the name beside it says what it shows."""
    scale = side / max(file.width, file.height)
    width, height = file.width * scale, file.height * scale
    return Image(Rect((side - width) / 2, (side - height) / 2, width, height), file.data, file.media, "")


def _shapes(parts: tuple[IconPart, ...], paint: Paint, scale: float) -> Iterator[Path]:
    has_own = any(each not in (None, "currentColor") for part in parts for each in (part.fill, part.stroke))
    for part in parts:
        fill, ink = _paint(part.fill, paint), _paint(part.stroke, paint)
        dash = tuple(length * scale for length in part.dash)
        stroke = Stroke(ink, part.width * scale, dash, part.cap, part.join) if ink else None
        # Shapes of one colour show as one: the first stands for all.
        purpose: Purpose = "ornament" if has_own or part is not parts[0] else "mark"
        commands = scale_commands(part.commands, scale)
        yield Path(commands, fill, stroke, purpose, even_odd=part.even_odd)


def _paint(paint: str | None, own: Paint) -> Paint | None:
    return None if paint is None else own if paint == "currentColor" else Paint("own", paint)
