"""A placed figure as the rules see it: scene, theme, words and SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from xml.etree import ElementTree

from infograficos.audit.finding import truncate
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.glyph_run import CAP_HEIGHT
from infograficos.scene.items import Box, Ellipse, Frame, Shape, TextBlock, TextLine, Visit, extent, walk
from infograficos.theme import Preset, ResolvedTheme, ThemeLimits


@dataclass(frozen=True)
class AuditedLine:
    """A line of text that has something to show, and the visit of its block."""

    visit: Visit
    line: TextLine

    @cached_property
    def size(self) -> float:
        """The size of its smallest letters, in units."""
        return min(placed.run.size for placed in self.line.runs)

    @cached_property
    def ink(self) -> Rect:
        """The box of its ink on the sheet, accents and descenders included."""
        boxes = (placed.run.ink.translate(Point(placed.x, 0.0)) for placed in self.line.runs)
        return reduce(Rect.union, boxes).translate(self.line.origin).translate(self.visit.at)

    @cached_property
    def body(self) -> Rect:
        """Its box on the sheet, from its baseline to its capitals."""
        height = CAP_HEIGHT * max(placed.run.size for placed in self.line.runs)
        origin = self.line.origin
        return Rect(origin.x, origin.y - height, self.line.width, height).translate(self.visit.at)

    @property
    def location(self) -> tuple[tuple[str, ...], str, Rect]:
        """Path, words and rectangle of a finding about it."""
        return self.visit.path, truncate(self.line.text), self.ink


@dataclass(frozen=True)
class AuditedFigure:
    """One figure, in one variant and width.

    Args:
        name: its full name.
        frame: the placed scene.
        look: the theme and variant that it was laid out in.
        alt: what it shows, in words.
        write: returns the SVG that would be delivered.
        presets: those that this sheet is published for, by name.
    """

    name: str
    frame: Frame
    look: ResolvedTheme
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
    def svg(self) -> ElementTree.Element:
        """The root of the SVG, parsed."""
        return ElementTree.fromstring(self.svg_text)  # noqa: S314 — it was written a moment ago

    @cached_property
    def svg_ids(self) -> frozenset[str | None]:
        """The ids in the SVG."""
        return frozenset(element.get("id") for element in self.svg.iter())

    @property
    def limits(self) -> ThemeLimits:
        """The theme's limits."""
        return self.look.theme.limits

    @property
    def sheet(self) -> Rect:
        """The whole sheet."""
        return extent(self.frame)

    @property
    def is_narrow(self) -> bool:
        """Whether the figure was laid out for a phone."""
        return self.frame.size.width < self.look.theme.sheet.narrow

    def shapes(self, *purposes: str) -> Iterator[tuple[Visit, Shape]]:
        """Yield the shapes of some purposes, by default all."""
        for visit in self.visits:
            if isinstance(visit.item, Shape) and (not purposes or visit.item.purpose in purposes):
                yield visit, visit.item

    @cached_property
    def surfaces(self) -> tuple[Visit, ...]:
        """What lies behind something."""
        return tuple(visit for visit, item in self.shapes("surface") if isinstance(item, Box | Ellipse))

    @cached_property
    def texts(self) -> tuple[tuple[Visit, TextBlock], ...]:
        """The texts of the scene with where they are."""
        visits = self.visits
        return tuple((v, v.item) for v in visits if isinstance(v.item, TextBlock) and v.item.lines)

    @cached_property
    def lines(self) -> tuple[AuditedLine, ...]:
        """The lines of all texts that have something to show."""
        return tuple(
            AuditedLine(visit, line) for visit, text in self.texts for line in text.lines if line.runs
        )
