"""A placed figure and the data that rules read: scene, theme, alt text and SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from xml.etree import ElementTree

from infograficos.audit.audited_connector import AuditedConnector
from infograficos.audit.finding import truncate
from infograficos.language.languages import SOURCE
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.glyph_run import CAP_HEIGHT
from infograficos.scene.items import (
    TITLE_BLOCK,
    Box,
    Ellipse,
    Frame,
    Path,
    PlacedRun,
    Shape,
    TextBlock,
    TextLine,
    Visit,
    extent,
    walk,
)
from infograficos.theme import Preset, ResolvedTheme, ThemeLimits

#: The ink of low letters is no higher than this, in times the size.
_LOW = 0.65


@dataclass(frozen=True)
class AuditedLine:
    """A line of text with at least one run, and the visit of its block."""

    visit: Visit
    line: TextLine

    @cached_property
    def size(self) -> float:
        """The smallest type size in it, in units; a script counts as the text that it belongs to."""
        return min(placed.run.text_size for placed in self.line.runs)

    @cached_property
    def ink(self) -> Rect:
        """The box of its ink on the sheet, accents and descenders included."""
        boxes = (placed.run.ink.translate(Point(placed.x, 0.0)) for placed in self.line.runs)
        return reduce(Rect.union, boxes).translate(self.line.origin).translate(self.visit.at)

    @cached_property
    def overhangs(self) -> list[Rect]:
        """The boxes of its accents and descenders on the sheet."""
        return [box.translate(self.visit.at) for box in self.line.overhangs()]

    @cached_property
    def letter_box(self) -> Rect:
        """Its box on the sheet from baseline to cap height, without accents and descenders."""
        height = CAP_HEIGHT * max(placed.run.size for placed in self.line.runs)
        origin = self.line.origin
        return Rect(origin.x, origin.y - height, self.line.width, height).translate(self.visit.at)

    @cached_property
    def run_boxes(self) -> list[tuple[PlacedRun, Rect]]:
        """Its visible runs with their boxes like `letter_box`, but no higher than low letters such as x.

        Between two of them a sign may be drawn, and over a letter such as x a hat.
        """
        start = self.line.origin.translate(self.visit.at)
        return [
            (placed, Rect(start.x + placed.x, start.y - height, placed.run.width, height))
            for placed in self.line.runs
            if not placed.run.text.isspace() and (height := _height(placed))
        ]

    @property
    def subject(self) -> tuple[tuple[str, ...], str, Rect]:
        """Path, excerpt and rectangle of a finding about it."""
        return self.visit.path, truncate(self.line.text), self.ink


def _height(placed: PlacedRun) -> float:
    """Return the cap height of a run, or the height of its ink where that is clearly lower."""
    ink, size = -placed.run.ink.y, placed.run.size
    return CAP_HEIGHT * size if ink > _LOW * size else max(0.0, ink)


@dataclass(frozen=True)
class AuditedFigure:
    """One figure, in one variant and width.

    Args:
        name: its full name.
        frame: the placed scene.
        look: its theme and variant.
        alt: the alternative text.
        write: returns the exported SVG.
        presets: the presets that it is audited for, by name.
        language: of its words.
        untranslated: texts of the library that its language lacks.
    """

    name: str
    frame: Frame
    look: ResolvedTheme
    alt: str
    write: Callable[[], str]
    presets: Mapping[str, Preset] = field(default_factory=dict)
    language: str = SOURCE
    untranslated: tuple[str, ...] = ()

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every item of the scene, in painting order."""
        return tuple(walk(self.frame))

    @cached_property
    def _order(self) -> Mapping[int, int]:
        return {id(visit): index for index, visit in enumerate(self.visits)}

    def position(self, visit: Visit) -> int:
        """Return where a visit stands in the painting order."""
        return self._order[id(visit)]

    @cached_property
    def svg_text(self) -> str:
        """The exported SVG."""
        return self.write()

    @cached_property
    def svg(self) -> ElementTree.Element:
        """The root of the SVG, parsed."""
        return ElementTree.fromstring(self.svg_text)  # noqa: S314 — it is our own

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

    @cached_property
    def body(self) -> tuple[Visit, ...]:
        """What is drawn below the heading, in painting order."""
        sheet = self.sheet
        below = (visit for visit in self.visits if visit.path[:1] != (TITLE_BLOCK,))
        drawn = (visit for visit in below if not isinstance(visit.item, Frame))
        return tuple(each for each in drawn if not isinstance(each.item, Box) or each.rect != sheet)

    @cached_property
    def body_rect(self) -> Rect | None:
        """The rectangle around the body; None for a figure without one."""
        rects = [visit.rect for visit in self.body]
        corners = [Point(rect.x, rect.y) for rect in rects] + [
            Point(rect.right, rect.bottom) for rect in rects
        ]
        return Rect.around(corners) if corners else None

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
    def connectors(self) -> tuple[AuditedConnector, ...]:
        """The connectors drawn with a pen."""
        found = ((visit, item) for visit, item in self.shapes("connector") if isinstance(item, Path))
        return tuple(AuditedConnector(visit, item) for visit, item in found if item.stroke)

    @cached_property
    def surfaces(self) -> tuple[Visit, ...]:
        """The boxes and ellipses that other items lie on."""
        return tuple(visit for visit, item in self.shapes("surface") if isinstance(item, Box | Ellipse))

    @cached_property
    def texts(self) -> tuple[tuple[Visit, TextBlock], ...]:
        """The non-empty texts of the scene with their visits."""
        visits = self.visits
        return tuple((v, v.item) for v in visits if isinstance(v.item, TextBlock) and v.item.lines)

    @cached_property
    def lines(self) -> tuple[AuditedLine, ...]:
        """The non-empty lines of all texts."""
        return tuple(
            AuditedLine(visit, line) for visit, text in self.texts for line in text.lines if line.runs
        )
