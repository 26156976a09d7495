"""The sheet of paper with its margins, and the title block that all figures share."""

from __future__ import annotations

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.bleed import run_off
from infograficos.elements.card import Named
from infograficos.elements.flow import FirstThatFits
from infograficos.elements.headline import Headline, number_plate
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import ORIGIN, Insets, Limits, Point, Rect, Size
from infograficos.scene.items import TITLE_BLOCK, Box, Frame, Placed


@checked_dataclass
class Sheet:
    """Opaque paper with a child inside its margins."""

    child: Element

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the paper, as high as its content."""
        width = limits.max_width
        margin = _margin(width, layouter)
        inner = Limits(width, min_width=width).deflate(Insets(margin, margin, margin, margin))
        child = run_off(layouter.layout(self.child, inner), width - margin, margin)
        height = child.size.height + 2 * margin
        paper = Box(Rect(0.0, 0.0, width, height), layouter.look.paint("paper"))
        return Frame(Size(width, height), (Placed(ORIGIN, paper), Placed(Point(margin, margin), child)))


def _margin(width: float, layouter: Layouter) -> float:
    sheet = layouter.look.theme.sheet
    return sheet.narrow_margin if width < sheet.narrow else sheet.margin


def height_below(heading: Element, gap: str, width: float, layouter: Layouter) -> float:
    """Return how high the body below a heading may be on a sheet of a width in units."""
    margin, limits = _margin(width, layouter), layouter.look.theme.limits
    tallest = limits.tallest_narrow if width < layouter.look.theme.sheet.narrow else limits.tallest
    inner = width - 2 * margin
    taken = layouter.layout(heading, Limits(inner, min_width=inner)).size.height + layouter.look.space(gap)
    return max(0.0, tallest * width - 2 * margin - taken)


def title_block(
    name: str, headline: str, subtitle: str | None = None, number: int | None = None, role: str = "model"
) -> Element:
    """Return a figure's title block.

    Args:
        name: its name in the series.
        headline: the takeaway, not the topic; **its key words** lie on a marker's stroke.
        subtitle: a short sentence.
        number: the one on the plate before the name, if it has one.
        role: the one of marked words that name none.
    """
    kicker: Element = Text(name, "kicker", "model.strong")
    if number is not None:
        kicker = Row((number_plate(number), kicker), "tiny", "baseline")
    # On a phone a single Portuguese word may be too wide for the large type.
    styles = ("headline", "headline_small")
    title = FirstThatFits(tuple(Headline(headline, role, style) for style in styles))
    lines: list[Element] = [Column((kicker, title), "text" if number is None else "small")]
    if subtitle:
        lines.append(Text(subtitle, "subtitle", "muted"))
    return Named(TITLE_BLOCK, Column(tuple(lines), "text"))
