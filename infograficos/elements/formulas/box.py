"""The boxes that a formula is put together from: what each holds, how far it reaches from the baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from infograficos.scene.geometry import Point
from infograficos.scene.glyph_run import CAP_HEIGHT, DESCENT, FontStyle, GlyphRun
from infograficos.scene.items import Box, Paint, Path, Step, Stroke
from infograficos.text.paragraph import Ruler
from infograficos.theme import ResolvedTheme

#: Where fraction bars and the signs between terms have their middle, in x-heights over the baseline.
_AXIS = 0.52

#: How far g and brackets reach below the baseline, in times the size.
_DESCENT = 0.21

#: A gap wider than this is read as a space, in times the size.
_READ = 0.05
_DESCENDING = frozenset("gjpqyÇç,;()[]⟨⟩⌈⌉⌊⌋|∣∥‖/βγζημξρφχψϕ")
_LOW = frozenset("acegmnopqrsuvwxyzαγεηικμνοπρστυχω−+=←→∼·…,")


@dataclass(frozen=True, slots=True)
class MathText:
    """Shaped runs at a place of a box's baseline; `gap` says whether a space is read before them."""

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
    """A bar, a bracket, a radical or the ground of a term, at a place of a box's baseline."""

    at: Point
    item: Box | Path


@dataclass(frozen=True, slots=True)
class MathBox:
    """A part of a formula: its width, how far it reaches above and below the baseline, what it holds."""

    width: float
    above: float
    below: float
    items: tuple[MathText | MathShape, ...] = ()

    @property
    def head(self) -> float:
        """How far it would reach above the baseline, were all its letters capitals."""
        return max([self.above, *(CAP_HEIGHT * item.size - item.at.y for item in self._letters)])

    @property
    def foot(self) -> float:
        """How far it would reach below the baseline, had all its letters a descender."""
        return max([self.below, *(DESCENT * item.size + item.at.y for item in self._letters)])

    @property
    def _letters(self) -> list[MathText]:
        return [item for item in self.items if isinstance(item, MathText)]

    def moved(self, x: float, y: float = 0.0) -> tuple[MathText | MathShape, ...]:
        """Return what it holds, shifted."""
        by = Point(x, y)
        return tuple(replace(item, at=item.at.moved(by)) for item in self.items)


@dataclass(frozen=True, slots=True)
class MathStyle:
    """How a part is set.

    Args:
        look: the theme.
        ruler: what measures.
        styles: the type styles of formula, script and script of a script, then of large operators.
        level: which of the first three this part has.
        display: whether fractions and limits have all the room they like.
        color: the name of the letters' colour.
    """

    look: ResolvedTheme
    ruler: Ruler
    styles: tuple[str, str, str, str]
    level: int = 0
    display: bool = True
    color: str = "ink"

    @property
    def size(self) -> float:
        """The letters' size in units."""
        return self.look.type(self.styles[self.level]).size

    @property
    def axis(self) -> float:
        """How far over the baseline the middle of signs and bars is, in units."""
        # Scripts of a fraction's level still have an axis of their own.
        return _AXIS * self.ruler.metrics(self.font()).x_height

    @property
    def pen(self) -> Stroke:
        """What bars, radicals and large brackets are drawn with."""
        name = "arrow" if self.level == 0 else "rule"
        return Stroke(self.look.paint(self.color), self.look.stroke(name))

    def font(self, weight: int = 400) -> FontStyle:
        """Return the letters' font."""
        return self.look.font(self.styles[self.level], weight)

    def small(self) -> MathStyle:
        """Return how a script of this part is set."""
        return replace(self, level=min(2, self.level + 1), display=False)

    def inner(self) -> MathStyle:
        """Return how both parts of a fraction are set: as large as it where there is room."""
        return replace(self, display=False) if self.display else self.small()


def text_box(text: str, setting: MathStyle, weight: int = 400) -> MathBox:
    """Return a text as a piece that reaches as far as its letters do."""
    style = setting.font(weight)
    runs = setting.ruler.shape(text, style)
    metrics = setting.ruler.metrics(style)
    above = metrics.x_height if _LOW.issuperset(text) else metrics.cap_height
    below = _DESCENT * style.size if _DESCENDING.intersection(text) else 0.0
    paint = setting.look.paint(setting.color)
    item = MathText(Point(0.0, 0.0), runs, paint, text)
    return MathBox(item.width, above, below, (item,))


def horizontal_box(pieces: Sequence[MathBox], gaps: Sequence[float]) -> MathBox:
    """Return pieces on one baseline, each after a gap of its own."""
    x = 0.0
    items: list[MathText | MathShape] = []
    for piece, gap in zip(pieces, gaps, strict=True):
        x += gap
        moved = piece.moved(x)
        items += _spaced(moved) if gap > _READ * _size_of(moved) else moved
        x += piece.width
    above, below = max((p.above for p in pieces), default=0.0), max((p.below for p in pieces), default=0.0)
    return MathBox(x, above, below, tuple(items))


def _spaced(items: tuple[MathText | MathShape, ...]) -> tuple[MathText | MathShape, ...]:
    """Return the items with a space that is read before their first letters."""
    first = next((i for i, item in enumerate(items) if isinstance(item, MathText)), len(items))
    return tuple(
        replace(item, gap=True) if i == first and isinstance(item, MathText) else item
        for i, item in enumerate(items)
    )


def _size_of(items: tuple[MathText | MathShape, ...]) -> float:
    return max((item.size for item in items if isinstance(item, MathText)), default=0.0)


def horizontal_bar(start: Point, width: float, pen: Stroke) -> MathShape:
    """Return a lying bar whose round ends stay within a width."""
    half = pen.width / 2
    steps = (Step("M", (Point(half, 0.0),)), Step("L", (Point(width - half, 0.0),)))
    return MathShape(start, Path(steps, stroke=pen))
