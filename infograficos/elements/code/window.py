"""Windows that code is seen in: an editor with a gutter, a terminal with three buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.flow import Grow, NoWrap
from infograficos.elements.icon import Icon
from infograficos.elements.polyline import closed_outline
from infograficos.elements.row import Row
from infograficos.elements.shapes import Dot
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Path, PathCommand, Placed

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme


@checked_dataclass
class Window:
    """A child on a slate surface that its own surfaces may cross from side to side, below a title bar.

    Args:
        bar: what the title bar says, or nothing.
        gutter: what is as wide as the strip at the left side that line numbers lie on, or nothing.
    """

    child: Element
    bar: Element | None = None
    gutter: Element | None = None

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the window, at least as wide as the minimum width."""
        look, top = layouter.look, layouter.look.space("small")
        across = replace(limits, min_height=0.0)
        bar = layouter.layout(self.bar, across) if self.bar else Frame(Size(0.0, 0.0))
        child = layouter.layout(self.child, across)
        width = max(bar.size.width, child.size.width)
        high = bar.size.height
        size = Size(width, high + child.size.height + 2 * top)
        strip = layouter.natural(self.gutter).width if self.gutter else 0.0
        surface = (Placed(ORIGIN, item) for item in _surface(size, high, strip, look))
        return Frame(size, (*surface, Placed(ORIGIN, bar), Placed(Point(0.0, high + top), child)))


def editor_bar(name: str, language: str) -> Element:
    """Return a title bar with a file's name and its language."""
    return _bar((Icon("file-code"), Grow(_title(name))), language)


def terminal_bar(name: str) -> Element:
    """Return a title bar with a window's three buttons and its name."""
    buttons = tuple(Dot("point", "masked.soft", purpose="ornament") for _ in range(3))
    return _bar((Row(buttons, "tiny"), Grow(_title(name))), padding="small")


def _title(name: str) -> Element:
    return Text(name, "mark", "ink", literal=True)


def _bar(parts: tuple[Element, ...], aside: str = "", padding: str = "tiny") -> Element:
    more = (NoWrap(Text(aside, "label", "ink", literal=True)),) if aside else ()
    return Card(Row((*parts, *more), "small"), None, None, padding, "small")


def _surface(size: Size, bar: float, strip: float, look: ResolvedTheme) -> tuple[Drawable, ...]:
    """Return the whole surface, the strip at its left, and the bar over both; lengths in units."""
    radius = look.radius("card")
    whole = Box(Rect(0.0, 0.0, size.width, size.height), look.paint("masked.soft"), None, radius)
    side = _outline(Rect(0.0, 0.0, strip, size.height), (radius, 0.0, 0.0, radius))
    head = _outline(Rect(0.0, 0.0, size.width, bar), (radius, radius, 0.0, 0.0))
    parts = ((strip, side, "masked.tint"), (bar, head, "masked.mid"))
    return (whole, *(Path(path, look.paint(color), purpose="surface") for high, path, color in parts if high))


def _outline(rect: Rect, radii: tuple[float, float, float, float]) -> tuple[PathCommand, ...]:
    return closed_outline(list(zip(rect.corners, radii, strict=True)))
