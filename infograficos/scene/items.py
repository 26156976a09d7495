"""The scene: nested frames, and a closed set of drawables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from infograficos.scene.geometry import ORIGIN, TOLERANCE, Limits, Point, Rect, Size
from infograficos.scene.glyph_run import GlyphRun
from infograficos.value_object import value_object

#: The name of the frame with a figure's number, headline and subtitle.
TITLE_BLOCK = "cabeçalho"

#: `code` is a word of code among others, `listing` a line of a program.
TextKind = Literal["heading", "paragraph", "label", "code", "listing", "formula"]


@value_object
class Paint:
    """A colour by its role (`response.soft`, `ink`) together with its value (`#e1f7e7`)."""

    role: str
    value: str


LineCap = Literal["round", "butt", "square"]
LineJoin = Literal["round", "miter", "bevel"]


@value_object
class Stroke:
    """A line's paint, its width in units, the lengths of dash and gap if any, and how it ends and turns."""

    paint: Paint
    width: float
    dash: tuple[float, ...] = ()
    cap: LineCap = "round"
    join: LineJoin = "round"


#: A surface lies behind something, a mark means something by itself, an ornament could be left out.
Purpose = Literal["surface", "mark", "connector", "ornament"]


@value_object
class Box:
    """A rectangle, rounded or not."""

    rect: Rect
    fill: Paint | None = None
    stroke: Stroke | None = None
    radius: float = 0.0
    purpose: Purpose = "surface"


@value_object
class Ellipse:
    """The ellipse that fills a rectangle."""

    rect: Rect
    fill: Paint | None = None
    stroke: Stroke | None = None
    purpose: Purpose = "surface"


@value_object
class PathCommand:
    """A path command as in SVG: M (move), L (line), C (cubic, three points) or Z (close)."""

    verb: Literal["M", "L", "C", "Z"]
    points: tuple[Point, ...] = ()


@value_object
class Path:
    """Lines and curves; a connector knows the names of the frames that it joins.

    Args:
        even_odd: whether what an outline goes around twice is no part of the fill.
    """

    commands: tuple[PathCommand, ...]
    fill: Paint | None = None
    stroke: Stroke | None = None
    purpose: Purpose = "mark"
    joins: tuple[str, ...] = ()
    even_odd: bool = False


Shape = Box | Ellipse | Path


def polyline(*points: Point, closed: bool = False) -> tuple[PathCommand, ...]:
    """Return the commands of straight lines through points, and back to the first if `closed`."""
    commands = (PathCommand("M", points[:1]), *(PathCommand("L", (point,)) for point in points[1:]))
    return (*commands, PathCommand("Z")) if closed else commands


@value_object
class PlacedRun:
    """A painted run at `x` units from the start of its line; `tabular` gives its digits one width."""

    x: float
    run: GlyphRun
    paint: Paint
    tabular: bool = False


#: What a line ends at: a space, a place inside a word where nothing is added, or a hyphen that is.
LineEnd = Literal["space", "sign", "hyphen"]


@value_object
class TextLine:
    """Runs that share a baseline, which starts at `origin`; `text` is its plain text, as it is drawn."""

    origin: Point
    runs: tuple[PlacedRun, ...]
    width: float
    text: str
    end: LineEnd = "space"

    def overhangs(self) -> list[Rect]:
        """Return the boxes of its accents and descenders, from the start of its block."""
        return [
            placed.run.scale(box).translate(self.origin).translate(Point(placed.x, 0.0))
            for placed in self.runs
            for box in placed.run.overhangs
        ]

    @property
    def words(self) -> str:
        """Its text as the next line goes on from it."""
        return f"{self.text} " if self.end == "space" else self.text[: -1 if self.end == "hyphen" else None]


@value_object
class TextBlock:
    """The lines of a text; `rect` is from first cap height to last baseline, `stray_mark` a mark unclosed."""

    rect: Rect
    lines: tuple[TextLine, ...]
    kind: TextKind = "paragraph"
    stray_mark: str = ""

    @property
    def rise(self) -> float:
        """How far the accents of the first line reach above the block, in units."""
        return max([0.0, *(self.rect.y - box.y for line in self.lines[:1] for box in line.overhangs())])

    @property
    def text(self) -> str:
        """The block's words in one line."""
        return "".join(line.words for line in self.lines)[:-1]


@value_object
class Image:
    """A picture in pixels, stretched to a rectangle of the same proportions; never a background of text.

    Args:
        data: the bytes of a PNG or JPEG file.
        alt: the alternative text.
    """

    rect: Rect
    data: bytes
    media: Literal["image/png", "image/jpeg"]
    alt: str


Drawable = Shape | TextBlock | Image


@value_object
class Placed:
    """A frame or a drawable at a position in its parent."""

    at: Point
    item: Frame | Drawable


@value_object
class Frame:
    """A laid-out element: its size, contents and first baseline.

    Args:
        offered: the size that the parent offered, only where the element overflows it.
        part: the step, from 1, at which a figure shown step by step shows it.
        joins: of a connector's label, the names of the frames that the connector joins.
        splits: whether a word in its text is too wide for a line, and is broken to fit.
        bleeds: whether its surface runs off the sheet at the right edge, see `Bleed`.
        labels: whether the texts in it count as the labels of a diagram, see `DiagramLabels`.
        problem: why it cannot be drawn well and what to do, in the language of messages.
    """

    size: Size
    items: tuple[Placed, ...] = ()
    baseline: float | None = None
    name: str = ""
    offered: Size | None = None
    part: int = 0
    joins: tuple[str, ...] = ()
    splits: bool = False
    bleeds: bool = False
    labels: bool = False
    problem: tuple[str, str] | None = None

    def copy_with(
        self, *, name: str | None = None, part: int | None = None, offered: Size | None = None
    ) -> Frame:
        """Copy with a name, step or offered size; `offered` is reset unless given."""
        name, part = self.name if name is None else name, self.part if part is None else part
        # Nearly every frame is copied, which `replace` takes four times as long for.
        rest = self.joins, self.splits, self.bleeds, self.labels, self.problem
        return Frame(self.size, self.items, self.baseline, name, offered, part, *rest)

    @property
    def overflowing(self) -> bool:
        """Say whether this frame, or one inside it, overflows."""
        inner = (placed.item for placed in self.items if isinstance(placed.item, Frame))
        return bool(self.offered or self.problem) or any(each.overflowing for each in inner)

    @property
    def splits_words(self) -> bool:
        """Say whether a text in this frame breaks a word that is too wide for its line."""
        inner = (placed.item for placed in self.items if isinstance(placed.item, Frame))
        return self.splits or any(each.splits_words for each in inner)


@dataclass(frozen=True)
class Visit:
    """An item met by `walk`: its position, the names around it, and whether its texts are labels."""

    item: Frame | Drawable
    at: Point
    path: tuple[str, ...] = ()
    in_labels: bool = False

    @cached_property
    def rect(self) -> Rect:
        """The item's rectangle on the sheet."""
        return extent(self.item).translate(self.at)


def walk(frame: Frame, at: Point = ORIGIN, path: tuple[str, ...] = ()) -> list[Visit]:
    """Return the frame and all its descendants in painting order, parents first."""
    return _visit(frame, Visit(frame, at, path), [])


def _visit(frame: Frame, around: Visit, found: list[Visit]) -> list[Visit]:
    path = (*around.path, frame.name) if frame.name else around.path
    in_labels = around.in_labels or frame.labels
    found.append(Visit(frame, around.at, path, in_labels))
    for placed in frame.items:
        visit = Visit(placed.item, around.at.translate(placed.at), path, in_labels)
        if isinstance(placed.item, Frame):
            _visit(placed.item, visit, found)
        else:
            found.append(visit)
    return found


def extent(item: Frame | Drawable) -> Rect:
    """Return an item's rectangle in its own coordinates, without strokes."""
    if isinstance(item, Frame):
        return Rect(0.0, 0.0, item.size.width, item.size.height)
    if isinstance(item, Path):
        return Rect.around([point for command in item.commands for point in command.points] or [ORIGIN])
    return item.rect


def paints(item: Frame | Drawable) -> Iterator[Paint]:
    """Yield the paints of a text or shape."""
    if isinstance(item, TextBlock):
        yield from (placed.paint for line in item.lines for placed in line.runs)
    elif isinstance(item, Shape):
        yield from filter(None, (item.fill, item.stroke and item.stroke.paint))


def role_names(items: Iterable[Frame | Drawable]) -> set[str]:
    """Return the roles that items are painted in, neutral colours aside."""
    roles = {paint.role.partition(".") for item in items for paint in paints(item)}
    return {name for name, dot, _ in roles if dot}


def exceeds(needed: Size, limits: Limits) -> bool:
    """Say whether a size is larger than the limits, rounding aside."""
    return needed.width > limits.max_width + TOLERANCE or needed.height > limits.max_height + TOLERANCE


def words(frame: Frame) -> str:
    """Return all the words in a frame, in reading order."""
    return " ".join(visit.item.text for visit in walk(frame) if isinstance(visit.item, TextBlock))
