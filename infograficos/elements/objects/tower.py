"""A stack of plates that are each of their own kind, with their names beside them."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.objects.faces import paint_shade
from infograficos.elements.objects.prism import Prism
from infograficos.elements.objects.stack import paint_plates, plate_colors
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Size
from infograficos.scene.items import Frame, Path, Placed, Stroke, polyline

#: Half the width of a plate in units, and at most in distances from one to the next; its thickness in these,
#: and at most in half widths.
_HALF, _WIDEST, _THICK, _THICKEST = 84.0, 2.4, 0.5, 0.3

#: The share of the width that the plates have at most; the room to the words, and between them, in units.
_SHARE, _GAP, _BETWEEN = 0.28, 18.0, 6.0


@dataclass(frozen=True)
class Storey:
    """A plate of a role, by its name for connectors, and the words beside it."""

    name: str
    role: str
    words: Element


@checked_dataclass
class Tower:
    """Plates above each other, each level with its words and joined to them by a line.

    Args:
        storeys: from the lowest to the highest, or from the highest if they do not go upwards.
        upwards: the first is at the bottom.
    """

    storeys: tuple[Storey, ...]
    upwards: bool = True

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the plates at the left and the words at their right, over the whole width."""
        look = layouter.look
        order = list(self.storeys)[:: -1 if self.upwards else 1]
        natural = max(layouter.natural(storey.words).width for storey in order)
        half = min(_HALF, limits.max_width * _SHARE / 2)
        left = 2 * half + _GAP
        # Where there is no end of room, the words take what they need.
        room = limits.max_width - left if limits.max_width < inf else natural
        room = max(room, *(layouter.narrowest(storey.words) for storey in order))
        words = [layouter.layout(storey.words, Limits(room, min_width=room)) for storey in order]
        pitch = max(frame.size.height for frame in words) + _BETWEEN
        half = min(half, _WIDEST * pitch)
        thickness = min(_THICK * pitch, _THICKEST * half)
        top = max(0.0, words[0].size.height - half - thickness) / 2
        plates = [Prism(half, half, thickness, Point(0.0, top + i * pitch)) for i in range(len(order))]
        items = [Placed(ORIGIN, paint_shade(plates[-1], "shade", look))]
        colors = (plate_colors(storey.role, look, "mid") for storey in order)
        pairs = list(zip(plates, colors, strict=True))[::-1]
        items += [Placed(ORIGIN, item) for item in paint_plates(pairs, order[0].role, look)]
        # The words are level with the corners of the plates at the right.
        for storey, plate, frame in zip(order, plates, words, strict=True):
            middle = plate.at.y + (half + thickness) / 2
            size = Size(left + room, frame.size.height)
            line = polyline(Point(2 * half, size.height / 2), Point(left, size.height / 2))
            path = Path(line, stroke=Stroke(look.paint(f"{storey.role}.mark"), look.stroke("arrow")))
            inside = Placed(ORIGIN, path), Placed(Point(left, 0.0), frame)
            row = Frame(size, inside, name=storey.name, part=1 + self.storeys.index(storey))
            items.append(Placed(Point(0.0, middle - size.height / 2), row))
        bottom = max(plates[-1].at.y + half + thickness, items[-1].at.y + words[-1].size.height)
        return Frame(Size(left + room, bottom), tuple(items))
