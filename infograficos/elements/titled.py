"""Cards with a title: items with a name, perhaps a detail and an icon."""

from __future__ import annotations

from dataclasses import replace

from infograficos.content.items import IconItem
from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.card import Card
from infograficos.elements.flow import Align, Grow, Justify, NoWrap
from infograficos.elements.icon import Icon
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed


@checked_dataclass
class HangingCaption:
    """A child with a caption right below it, and as much room above, so that the middle is the child's."""

    child: Element
    caption: Element
    gap: str = "hair"

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return both, the caption at the child's left edge."""
        child = layouter.layout(self.child, limits)
        caption = layouter.layout(self.caption, replace(limits, min_height=0.0))
        room = layouter.look.space(self.gap) + caption.size.height
        width, height = max(child.size.width, caption.size.width), child.size.height + 2 * room
        low = Point(0.0, height - caption.size.height)
        return Frame(Size(width, height), (Placed(Point(0.0, room), child), Placed(low, caption)))


def with_caption(
    child: Element,
    words: str,
    align: Align = "start",
    gap: str = "text",
    color: str = "muted",
    *,
    literal: bool = False,
) -> Element:
    """Return an element with a small text below it, or alone where there are no words."""
    return Column((child, Text(words, "label", color, align, literal)), gap) if words else child


def titled_words(
    item: IconItem, style: str = "heading", align: Align = "start", *, nowrap: bool = False
) -> Element:
    """Return the icon and the name, with the detail below them; `nowrap` keeps the name in one line."""
    color = f"{item.role}.strong"
    title: Element = Text(item.name, style, color, align)
    if nowrap:
        title = NoWrap(title)
    if item.icon:
        justify: Justify = "center" if align == "center" else "start"
        title = Row((Icon(item.icon, color), title), "tiny", justify=justify)
    return with_caption(title, item.detail, align)


def titled_card(
    item: IconItem,
    style: str = "heading",
    align: Align = "start",
    *,
    nowrap: bool = False,
    strong: bool = False,
    off: bool = False,
    padding: str = "medium",
) -> Element:
    """Return an item in the middle of a card of its role, filled if `strong`, dashed if `off`."""
    words = titled_words(item, style, align, nowrap=nowrap)
    fill = f"{item.role}.soft" if strong else "surface"
    return Card(words, fill, f"{item.role}.line", padding, "small", dashed=off, align="center")


def titled_strip(item: IconItem, style: str = "mark", *, off: bool = False) -> Element:
    """Return an item on a flat card, with icon, name and detail in one line even if it overflows."""
    color = f"{item.role}.strong"
    words: tuple[Element, ...] = (Icon(item.icon, color),) if item.icon else ()
    words += (NoWrap(Text(item.name, style, color)),)
    if item.detail:
        words += (Grow(NoWrap(Text(item.detail, "label", "muted", "end"))),)
    return Card(Row(words, "tiny"), "surface", f"{item.role}.line", "small", dashed=off, align="center")
