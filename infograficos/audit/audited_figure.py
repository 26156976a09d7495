"""A placed figure as the rules see it: scene, theme, words and SVG."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from infograficos.audit.rendered_svg import RenderedSvg, read_svg
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.glyph_run import CAP_HEIGHT
from infograficos.scene.items import Box, Ellipse, Frame, TextBlock, TextLine, Visit, extent, walk
from infograficos.theme import Preset, ResolvedTheme


@dataclass(frozen=True)
class AuditedFigure:
    """One figure, in one variant and width.

    Args:
        name: its full name.
        frame: the placed scene.
        look: the theme and variant that it was laid out in.
        title: what a screen reader announces.
        alt: what it shows, in words.
        write: returns the SVG that would be delivered.
        presets: those that this sheet is published for, by name.
    """

    name: str
    frame: Frame
    look: ResolvedTheme
    title: str
    alt: str
    write: Callable[[], str]
    presets: Mapping[str, Preset] = field(default_factory=dict)

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """All that the scene holds, in the order in which it is painted."""
        return tuple(walk(self.frame))

    @cached_property
    def svg_text(self) -> str:
        """The SVG that would be delivered."""
        return self.write()

    @cached_property
    def svg(self) -> RenderedSvg:
        """The SVG, parsed."""
        return read_svg(self.svg_text)

    @property
    def sheet(self) -> Rect:
        """The whole sheet."""
        return extent(self.frame)

    @property
    def is_narrow(self) -> bool:
        """Whether the figure was laid out for a phone."""
        return self.frame.size.width < self.look.theme.sheet.narrow

    @cached_property
    def surfaces(self) -> tuple[tuple[Visit, Rect], ...]:
        """What lies behind something, with its room on the sheet."""
        return tuple(
            (visit, visit.rect)
            for visit in self.visits
            if isinstance(visit.item, Box | Ellipse) and visit.item.purpose == "surface"
        )

    @cached_property
    def texts(self) -> tuple[tuple[Visit, TextBlock], ...]:
        """The texts of the scene with where they are."""
        visits = self.visits
        return tuple((v, v.item) for v in visits if isinstance(v.item, TextBlock) and v.item.lines)

    @cached_property
    def lines(self) -> tuple[tuple[Visit, TextLine], ...]:
        """The lines of all texts that have something to show."""
        return tuple((visit, line) for visit, block in self.texts for line in block.lines if line.runs)


def size_of(line: TextLine) -> float:
    """Return the size of the smallest letters in a line, in units."""
    return min(placed.run.size for placed in line.runs)


def ink(visit: Visit, line: TextLine) -> Rect:
    """Return the box of a line's ink on the sheet, accents and descenders included."""
    boxes = [placed.run.ink.moved(Point(placed.x, 0.0)) for placed in line.runs]
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    whole = Rect(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)
    return whole.moved(line.origin).moved(visit.at)


def body(visit: Visit, line: TextLine) -> Rect:
    """Return a line's box from its baseline to its capitals."""
    height = CAP_HEIGHT * max(placed.run.size for placed in line.runs)
    return Rect(line.origin.x, line.origin.y - height, line.width, height).moved(visit.at)
