"""Cards, bands, chips and badges, and the names and steps by which elements are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.flow import Align, offset
from infograficos.elements.polyline import DASH
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Drawable, Frame, Placed, Stroke

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme


@checked_dataclass
class Named:
    """Gives an element a name, for connectors and messages."""

    name: str
    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with the name."""
        frame = layouter.layout(self.child, limits)
        if frame.name:
            return Frame(frame.size, (Placed(ORIGIN, frame),), frame.baseline, self.name)
        return frame.copy_with(name=self.name)


@checked_dataclass
class Fragment:
    """An element that appears at a step, counted from 1; the layout is that of the whole figure.

    A fragment inside another appears no sooner than the outer one.
    """

    step: int
    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child's frame with its step."""
        frame = layouter.layout(self.child, limits)
        if frame.part:
            return Frame(frame.size, (Placed(ORIGIN, frame),), frame.baseline, part=self.step)
        return frame.copy_with(part=self.step)


@checked_dataclass
class Card:
    """A rounded surface around a child.

    Args:
        padding: the space around the child, or above and below it if `horizontal_padding` is given.
        horizontal_padding: the space to the left and right.
        dashed: dash the border, for something optional.
        align: the child's vertical position in a card taller than it.
    """

    child: Element
    fill: str | None = "surface"
    border: str | None = "line"
    padding: str = "medium"
    horizontal_padding: str | None = None
    radius: str = "card"
    stroke: str = "border"
    dashed: bool = False
    align: Align = "start"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the surface with the child on it."""
        look = layouter.look
        down, across = look.space(self.padding), look.space(self.horizontal_padding or self.padding)
        insets = Insets(down, across, down, across)
        inner = limits.deflate(insets)
        if self.align != "start":
            # An aligned child keeps its own height.
            inner = Limits(inner.max_width, inner.max_height, inner.min_width)
        child = layouter.layout(self.child, inner)
        width = max(child.size.width + insets.horizontal, limits.min_width)
        height = max(child.size.height + insets.vertical, limits.min_height)
        at = Point(across, down + offset(self.align, height - insets.vertical - child.size.height))
        back = (Placed(ORIGIN, item) for item in self._surface(Size(width, height), look))
        baseline = None if child.baseline is None else at.y + child.baseline
        return Frame(Size(width, height), (*back, Placed(at, child)), baseline)

    def _surface(self, size: Size, look: ResolvedTheme) -> list[Drawable]:
        if not self.fill and not self.border:
            return []
        rect = Rect(0.0, 0.0, size.width, size.height)
        radius = min(look.radius(self.radius), size.height / 2, size.width / 2)
        stroke = None
        if self.border:
            stroke = Stroke(look.paint(self.border), look.stroke(self.stroke), DASH if self.dashed else ())
        return [Box(rect, look.paint(self.fill) if self.fill else None, stroke, radius)]


@checked_dataclass
class Band:
    """A child with room at its sides, on a band of its role from side to side if it has one.

    Args:
        padding: the space above and below the child.
    """

    child: Element
    role: str | None = None
    padding: str = "none"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the child on its band."""
        look = layouter.look
        side, down = look.space("small"), look.space(self.padding)
        insets = Insets(down, look.space("tiny"), down, side)
        child = layouter.layout(self.child, limits.deflate(insets))
        width = max(child.size.width + insets.horizontal, limits.min_width)
        size = Size(width, child.size.height + insets.vertical)
        items: tuple[Placed, ...] = (Placed(Point(side, down), child),)
        if self.role:
            back = Box(Rect(0.0, 0.0, size.width, size.height), look.paint(f"{self.role}.tint"))
            items = (Placed(ORIGIN, back), *items)
        return Frame(size, items, None if child.baseline is None else child.baseline + down)


def named_fragment(step: int, name: str, child: Element) -> Fragment:
    """Return a named element that appears at a step."""
    return Fragment(step, Named(name, child))


def tinted_card(
    child: Element,
    role: str,
    padding: str = "medium",
    horizontal_padding: str | None = None,
    radius: str = "card",
    *,
    dashed: bool = False,
    align: Align = "start",
) -> Card:
    """Return a card in a role's soft colour, with a border of the same role."""
    fill, border = f"{role}.soft", f"{role}.line"
    return Card(child, fill, border, padding, horizontal_padding, radius, dashed=dashed, align=align)


def chip(text: str, role: str, style: str = "mark") -> Card:
    """Return a short text on a small surface of its role; the text is drawn as it is."""
    words = Text(text, style, f"{role}.strong", "center", literal=True)
    return tinted_card(words, role, "small", "small", "chip")


def badge(text: str, role: str) -> Card:
    """Return a label in a pill with a border of its role."""
    words = Text(text, "label", f"{role}.strong", "center")
    return Card(words, "surface", f"{role}.line", "tiny", "small", "pill")
