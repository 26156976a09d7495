"""A PNG or JPEG as a print: in a paper frame on a flat shade, and perhaps with a caption below it."""

from __future__ import annotations

from dataclasses import replace
from os import PathLike

from infograficos.content.data.image_file import ImageFile, read_image
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Image, Placed, Stroke

#: How far the shade reaches out at the right and below, in units.
SHADE = 6.0


@checked_dataclass
class FramedImage:
    """A PNG or JPEG, never wider than its pixels nor higher than the theme's pictures.

    Args:
        alt: a description; a figure's alt text has to contain it, too.
        tallest: the name of the theme's size that limits its height.
    """

    image: ImageFile | str | PathLike[str] | bytes
    alt: str
    caption: str = ""
    tallest: str = "image_height"

    def __post_init__(self) -> None:
        # A figure is known by the bytes of a file, which may change, and not by its path.
        object.__setattr__(self, "image", read_image(self.image))

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Lay out the image in its own proportions, as wide as offered; a bad one raises `InputError`."""
        if self.caption:
            words = Text(self.caption, "label", "muted", "center")
            return layouter.layout(Column((replace(self, caption=""), words), "small", "center"), limits)
        file, look = read_image(self.image), layouter.look
        edge = look.space("tiny")
        around = 2 * edge + SHADE
        share = file.height / file.width
        natural = min(file.width, look.size(self.tallest) / share)
        # If even that does not fit, the frame overflows and the audit reports it.
        least = min(natural, look.size("picture_width"))
        width = max(least, min(natural, limits.max_width - around))
        picture = Image(Rect(edge, edge, width, width * share), file.data, file.media, self.alt)
        paper = picture.rect.inflate(edge)
        pen = Stroke(look.paint("line"), look.stroke("border"))
        radius = look.radius("bar")
        shade = Box(paper.translate(Point(SHADE, SHADE)), look.paint("line"), None, radius, "ornament")
        frame = Box(paper.inflate(-pen.width / 2), look.paint("surface"), pen, radius)
        items = (Placed(ORIGIN, each) for each in (shade, frame, picture))
        return Frame(Size(paper.width + SHADE, paper.height + SHADE), tuple(items))
