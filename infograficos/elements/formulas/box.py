"""The boxes that a formula is made of, as in TeX: ascent and descent around a baseline, and items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from infograficos.scene.geometry import ORIGIN, Point
from infograficos.scene.glyph_run import CAP_HEIGHT, DESCENT, FontStyle, GlyphRun
from infograficos.scene.items import Box, Paint, Path, Stroke, polyline
from infograficos.text.paragraph import Ruler
from infograficos.theme import ResolvedTheme

#: The height of the math axis, the middle of bars and operators, in x-heights.
_AXIS = 0.52

#: The descent of g and brackets, in times the size.
_DESCENT = 0.21

#: A wider gap is read as a space, in times the size.
_SPACE_GAP = 0.05
_DESCENDING = frozenset("gjpqyÇç,;()[]⟨⟩⌈⌉⌊⌋|∣∥‖/βγζημξρφχψϕ") | frozenset("{}∫∬∭∮")
_LOW = frozenset("acegmnopqrsuvwxyzαγεηικμνοπρστυχω−+=←→∼·…,")


@dataclass(frozen=True, slots=True)
class MathText:
    """Shaped runs at a point relative to the baseline; `gap` says whether a space is read before them."""

    at: Point
    runs: tuple[GlyphRun, ...]
    paint: Paint
    text: str
    gap: bool = False

    @property
    def width(self) -> float:
        """The runs' advance in units."""
        return sum(run.width for run in self.runs)

    @property
    def size(self) -> float:
        """The letters' size in units."""
        return max((run.size for run in self.runs), default=0.0)


@dataclass(frozen=True, slots=True)
class MathShape:
    """A bar, bracket, radical or highlight at a point relative to the baseline."""

    at: Point
    item: Box | Path


@dataclass(frozen=True, slots=True)
class MathBox:
    """A part of a formula: its size in units, and its items relative to its baseline."""

    width: float
    ascent: float
    descent: float
    items: tuple[MathText | MathShape, ...] = ()

    @property
    def max_ascent(self) -> float:
        """Its ascent if all its letters were capitals."""
        return max([self.ascent, *(CAP_HEIGHT * item.size - item.at.y for item in self._letters)])

    @property
    def max_descent(self) -> float:
        """Its descent if all its letters had descenders."""
        return max([self.descent, *(DESCENT * item.size + item.at.y for item in self._letters)])

    @property
    def _letters(self) -> list[MathText]:
        return [item for item in self.items if isinstance(item, MathText)]

    def translate(self, x: float, y: float = 0.0) -> tuple[MathText | MathShape, ...]:
        """Return its items, shifted."""
        by = Point(x, y)
        return tuple(replace(item, at=item.at.translate(by)) for item in self.items)


@dataclass(frozen=True, slots=True)
class MathStyle:
    """The style of a part, as in TeX.

    Args:
        styles: the type styles of formula, script and script of a script, then of large operators.
        level: the index of this part's style among the first three.
        display: display style, in which fractions and limits are not squeezed.
        letters: the weight of variables, which bold letters have to differ from.
    """

    look: ResolvedTheme
    ruler: Ruler
    styles: tuple[str, str, str, str]
    level: int = 0
    display: bool = True
    color: str = "ink"
    letters: int = 600

    @property
    def size(self) -> float:
        """The letters' size in units."""
        return self.look.type(self.styles[self.level]).size

    @property
    def axis(self) -> float:
        """The height of the axis above the baseline, in units."""
        return _AXIS * self.ruler.metrics(self.font()).x_height

    @property
    def pen(self) -> Stroke:
        """The stroke of bars, radicals and large brackets."""
        name = "arrow" if self.level == 0 else "rule"
        return Stroke(self.look.paint(self.color), self.look.stroke(name))

    def font(self, weight: int = 400) -> FontStyle:
        """Return the letters' font."""
        return self.look.font(self.styles[self.level], weight)

    def small(self) -> MathStyle:
        """Return the style of this part's scripts."""
        return replace(self, level=min(2, self.level + 1), display=False)

    def inner(self) -> MathStyle:
        """Return the style of a fraction's parts: as large as it is in display style."""
        return replace(self, display=False) if self.display else self.small()


def text_box(text: str, style: MathStyle, weight: int = 400) -> MathBox:
    """Return a text as a box as high and deep as its letters."""
    font = style.font(weight)
    metrics = style.ruler.metrics(font)
    ascent = metrics.x_height if _LOW.issuperset(text) else metrics.cap_height
    descent = _DESCENT * font.size if _DESCENDING.intersection(text) else 0.0
    item = MathText(ORIGIN, style.ruler.shape(text, font), style.look.paint(style.color), text)
    return MathBox(item.width, ascent, descent, (item,))


def overlay(width: float, parts: Sequence[tuple[MathBox, float, float]]) -> MathBox:
    """Return boxes as one of a width, each at its x and at the y of its baseline."""
    items = tuple(item for box, x, y in parts for item in box.translate(x, y))
    ascent, descent = max(box.ascent - y for box, _, y in parts), max(box.descent + y for box, _, y in parts)
    return MathBox(width, ascent, descent, items)


def horizontal_box(boxes: Sequence[MathBox], gaps: Sequence[float]) -> MathBox:
    """Return boxes side by side on one baseline, each after its own gap."""
    x = 0.0
    items: list[MathText | MathShape] = []
    for box, gap in zip(boxes, gaps, strict=True):
        x += gap
        moved = box.translate(x)
        items += _add_space(moved) if gap > _SPACE_GAP * _size_of(moved) else moved
        x += box.width
    ascent = max((box.ascent for box in boxes), default=0.0)
    descent = max((box.descent for box in boxes), default=0.0)
    return MathBox(x, ascent, descent, tuple(items))


def _add_space(items: tuple[MathText | MathShape, ...]) -> tuple[MathText | MathShape, ...]:
    """Return the items with a space read before the first text."""
    first = next((i for i, item in enumerate(items) if isinstance(item, MathText)), len(items))
    return tuple(
        replace(item, gap=True) if i == first and isinstance(item, MathText) else item
        for i, item in enumerate(items)
    )


def _size_of(items: tuple[MathText | MathShape, ...]) -> float:
    return max((item.size for item in items if isinstance(item, MathText)), default=0.0)


def horizontal_bar(start: Point, width: float, pen: Stroke) -> MathShape:
    """Return a horizontal bar whose round ends stay within a width."""
    half = pen.width / 2
    return MathShape(start, Path(polyline(Point(half, 0.0), Point(width - half, 0.0)), stroke=pen))
