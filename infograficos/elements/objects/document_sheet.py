"""A sheet of paper with a folded corner, which holds one text in the face of code."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.flow import NoWrap
from infograficos.elements.objects.outline import DottedOutline
from infograficos.elements.polyline import closed_outline
from infograficos.elements.row import Column
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Insets, Limits, Point, Size
from infograficos.scene.items import Frame, Path, PathCommand, Placed, Stroke, polyline

#: The side of the folded corner, how far the shade reaches to the right and below, and how round a corner is,
#: in units.
_FOLD, _SHADE, _ROUND = 18.0, 8.0, 3.0


@checked_dataclass
class DocumentSheet:
    """A sheet of paper around a text; the frame of the paper may have a name, for connectors.

    Args:
        child: the text; its blocks are as wide as the paper, so that links can end level with them.
        role: the one of its border, fold and shade.
        name: the name of the paper.
    """

    child: Element
    role: str = "model"
    name: str = ""

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the paper on its shade."""
        look, space = layouter.look, layouter.look.space("medium")
        outer = limits.deflate(Insets(0.0, _SHADE, _SHADE, 0.0))
        child = layouter.layout(self.child, outer.deflate(Insets(space, 0.0, space, 0.0)))
        height = max(child.size.height + 2 * space, outer.min_height)
        size = Size(max(child.size.width, outer.min_width), height)
        outline, border = _outline(size), Stroke(look.paint(f"{self.role}.line"), look.stroke("border"))
        paper = Path(outline, look.paint("surface"), border, "surface")
        corner = Point(size.width - _FOLD, 0.0), Point(size.width, _FOLD), Point(size.width - _FOLD, _FOLD)
        fold = Path(polyline(*corner, closed=True), look.paint(f"{self.role}.mid"), border, "ornament")
        at = Point(0.0, (height - child.size.height) / 2)
        items = (Placed(ORIGIN, paper), Placed(ORIGIN, fold), Placed(at, child))
        shade = Path(outline, look.paint(f"{self.role}.tint"), purpose="ornament")
        whole = Size(size.width + _SHADE, size.height + _SHADE)
        sheet = Frame(size, items, name=self.name)
        return Frame(whole, (Placed(Point(_SHADE, _SHADE), shade), Placed(ORIGIN, sheet)))


def document_block(
    text: str,
    role: str,
    marker: str = "",
    *,
    style: str = "code",
    is_optional: bool = False,
    is_solid: bool = False,
) -> Element:
    """Return a block of a sheet's text in its role's colour, as wide as the sheet.

    Args:
        text: its lines.
        marker: what marks where it begins, on a tint.
        style: the type style of the lines.
        is_optional: draw a dotted outline around it.
        is_solid: set the marker on the solid tone, for the one block to remember.
    """
    color = f"{role}.strong"
    lines: Element = Card(Text(text, style, color, literal=True), None, None, "none", "plate")
    if marker:
        ink, fill = ("paper", f"{role}.solid") if is_solid else (color, f"{role}.tint")
        words = Card(NoWrap(Text(marker, "key", ink, literal=True)), fill, None, "plate", radius="bar")
        lines = Column((words, lines), "tiny", "start")
    block = Card(lines, None, None, "tiny", align="center")
    outlined: Element = DottedOutline(block, f"{role}.mark", "chip") if is_optional else block
    return Card(outlined, None, None, "none", "tiny")


def _outline(size: Size) -> tuple[PathCommand, ...]:
    corners = [
        (Point(0.0, 0.0), _ROUND),
        (Point(size.width - _FOLD, 0.0), 0.0),
        (Point(size.width, _FOLD), 0.0),
        (Point(size.width, size.height), _ROUND),
        (Point(0.0, size.height), _ROUND),
    ]
    return closed_outline(corners)
