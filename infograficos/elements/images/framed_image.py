"""A PNG or JPEG with rounded corners and a border, and perhaps a caption below it."""

from __future__ import annotations

from dataclasses import replace
from os import PathLike
from typing import TYPE_CHECKING

from infograficos.content.data.image_file import ImageFile, read_image
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Image, Path, PathCommand, Placed, Stroke, polyline

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: How far the handles of a curve are from the corner that it rounds, in radii.
_ROUND = 1 - 0.5522847498


@checked_dataclass
class FramedImage:
    """A PNG or JPEG, never wider than its pixels nor higher than the theme's pictures.

    Args:
        alt: a description; a figure's alt text has to contain it, too.
        ground: the name of the colour that it lies on, with which its corners are painted over.
    """

    image: ImageFile | str | PathLike[str] | bytes
    alt: str
    caption: str = ""
    ground: str = "paper"

    def __post_init__(self) -> None:
        # A figure is known by the bytes of a file, which may change, and not by its path.
        object.__setattr__(self, "image", read_image(self.image))

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the image in its own proportions, as wide as offered; a bad one raises `InputError`."""
        if self.caption:
            words = Text(self.caption, "label", "muted", "center")
            return layouter.layout(Column((replace(self, caption=""), words), "small", "center"), limits)
        file, look = read_image(self.image), layouter.look
        pen = look.stroke("border")
        share = file.height / file.width
        natural = min(file.width, look.size("image_height") / share)
        # If even that does not fit, the frame overflows and the audit reports it.
        least = min(natural, look.size("picture_width"))
        width = max(least, min(natural, limits.max_width))
        size = Size(width, (width - pen) * share + pen)
        return Frame(size, tuple(Placed(ORIGIN, item) for item in self._items(file, size, look)))

    def _items(self, file: ImageFile, size: Size, look: ResolvedTheme) -> tuple[Drawable, ...]:
        whole = Rect(0.0, 0.0, size.width, size.height)
        pen = Stroke(look.paint("line"), look.stroke("border"))
        rect = whole.inflate(-pen.width / 2)
        radius = min(look.radius("inner"), size.width / 2, size.height / 2)
        image = Image(rect, file.data, file.media, self.alt)
        # Not every renderer clips alike, so the corners are painted over instead.
        corners = Path(_corners(rect, radius, pen.width / 2), look.paint(self.ground), purpose="ornament")
        return image, corners, Box(rect, None, pen, radius, "ornament")


def _corners(rect: Rect, radius: float, margin: float) -> tuple[PathCommand, ...]:
    """Return the four areas between a rounded rectangle and its corners, with a margin around them."""
    near, handle = -margin, radius * _ROUND
    commands: list[PathCommand] = []
    for x, across in ((rect.x, 1), (rect.right, -1)):
        for y, down in ((rect.y, 1), (rect.bottom, -1)):
            ways = (
                (near, near),
                (radius, near),
                (radius, 0),
                (handle, 0),
                (0, handle),
                (0, radius),
                (near, radius),
            )
            *edge, turn, a, b, c, last = (Point(x + across * dx, y + down * dy) for dx, dy in ways)
            curve, line = PathCommand("C", (a, b, c)), PathCommand("L", (last,))
            commands += [*polyline(*edge, turn), curve, line, PathCommand("Z")]
    return tuple(commands)
