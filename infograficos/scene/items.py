"""The placed picture: frames inside frames, and a small closed set of things that can be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from infograficos.scene.geometry import ORIGIN, TOLERANCE, Limits, Point, Rect, Size
from infograficos.scene.glyph_run import GlyphRun
from infograficos.value_object import value_object

#: `code` is a word of code among others, `listing` a line of a program.
TextKind = Literal["heading", "paragraph", "label", "code", "listing", "formula"]


@value_object
class Paint:
    """A colour by its role (`response.soft`, `ink`) together with its value (`#e1f7e7`)."""

    role: str
    value: str


@value_object
class Stroke:
    """A line's paint, its width in units and, where it is dashed, the lengths of dash and gap."""

    paint: Paint
    width: float
    dash: tuple[float, ...] = ()


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
class Step:
    """One move of a path: M (move), L (line), C (cubic, three points) or Z (close)."""

    verb: Literal["M", "L", "C", "Z"]
    points: tuple[Point, ...] = ()


@value_object
class Path:
    """Lines and curves drawn with a round pen; a connector knows the names of the frames that it joins."""

    steps: tuple[Step, ...]
    fill: Paint | None = None
    stroke: Stroke | None = None
    purpose: Purpose = "mark"
    joins: tuple[str, ...] = ()


Shape = Box | Ellipse | Path


def polyline(*points: Point, closed: bool = False) -> tuple[Step, ...]:
    """Return the steps of straight lines from point to point, and back to the first if `closed`."""
    steps = (Step("M", points[:1]), *(Step("L", (point,)) for point in points[1:]))
    return (*steps, Step("Z")) if closed else steps


@value_object
class PlacedRun:
    """A shaped run at `x` units from the start of its line, perhaps with figures of one width."""

    x: float
    run: GlyphRun
    paint: Paint
    tabular: bool = False


@value_object
class TextLine:
    """Runs that share a baseline, which starts at `origin`; `text` is the words as one reads them."""

    origin: Point
    runs: tuple[PlacedRun, ...]
    width: float
    text: str


@value_object
class TextBlock:
    """The lines of one text, top to bottom; `rect` reaches from the first cap height to the last baseline."""

    rect: Rect
    lines: tuple[TextLine, ...]
    kind: TextKind = "paragraph"

    @property
    def text(self) -> str:
        """The block's words in one line."""
        return " ".join(line.text for line in self.lines)


@value_object
class Image:
    """A picture in pixels, stretched to a rectangle of its own proportions; no words stand on it.

    Args:
        rect: where it is drawn.
        data: the bytes of a PNG or JPEG file.
        media: what they are.
        alt: what it shows, in words.
    """

    rect: Rect
    data: bytes
    media: Literal["image/png", "image/jpeg"]
    alt: str


Drawable = Shape | TextBlock | Image


@value_object
class Placed:
    """A frame or a drawable at a place in its parent."""

    at: Point
    item: Frame | Drawable


@value_object
class Frame:
    """A laid-out element: its size, its first baseline, what it holds, and its name if it has one.

    `offered` is kept only where the element needed more room than its parent had. `part` says as which part
    of the figure it is shown where the figure is shown step by step, from 1; the words of a connector know
    the names of the frames that it `joins`.
    """

    size: Size
    items: tuple[Placed, ...] = ()
    baseline: float | None = None
    name: str = ""
    offered: Size | None = None
    part: int = 0
    joins: tuple[str, ...] = ()

    def marked(
        self, *, name: str | None = None, part: int | None = None, offered: Size | None = None
    ) -> Frame:
        """Return the frame as a thing of a name, as a part, or as one that was offered too little room."""
        name, part = self.name if name is None else name, self.part if part is None else part
        return replace(self, name=name, part=part, offered=offered)

    @property
    def overflowing(self) -> bool:
        """Say whether this frame, or one inside it, got less room than it needs."""
        return self.offered is not None or any(
            isinstance(placed.item, Frame) and placed.item.overflowing for placed in self.items
        )


@dataclass(frozen=True)
class Visit:
    """What a walk meets: an item, where it is on the sheet, and the names of the frames around it."""

    item: Frame | Drawable
    at: Point
    path: tuple[str, ...] = ()

    @cached_property
    def rect(self) -> Rect:
        """The item's rectangle on the sheet."""
        return extent(self.item).moved(self.at)


def walk(frame: Frame, at: Point = ORIGIN, path: tuple[str, ...] = ()) -> list[Visit]:
    """Return the frame and all it holds, parents first, in the order in which they are painted."""
    found: list[Visit] = []
    _visit(frame, at, path, found)
    return found


def _visit(frame: Frame, at: Point, path: tuple[str, ...], found: list[Visit]) -> None:
    inner = (*path, frame.name) if frame.name else path
    found.append(Visit(frame, at, inner))
    for placed in frame.items:
        place = at.moved(placed.at)
        if isinstance(placed.item, Frame):
            _visit(placed.item, place, inner, found)
        else:
            found.append(Visit(placed.item, place, inner))


def extent(item: Frame | Drawable) -> Rect:
    """Return an item's rectangle in its own coordinates, strokes not counted."""
    if isinstance(item, Frame):
        return Rect(0.0, 0.0, item.size.width, item.size.height)
    if isinstance(item, Path):
        return Rect.around([point for step in item.steps for point in step.points] or [ORIGIN])
    return item.rect


def paints(item: Frame | Drawable) -> Iterator[Paint]:
    """Yield what a text or a shape itself is painted in."""
    if isinstance(item, TextBlock):
        yield from (placed.paint for line in item.lines for placed in line.runs)
    elif isinstance(item, Shape):
        yield from filter(None, (item.fill, item.stroke and item.stroke.paint))


def role_names(items: Iterable[Frame | Drawable]) -> set[str]:
    """Return the roles that items are painted in, neutral colours aside."""
    roles = {paint.role.partition(".") for item in items for paint in paints(item)}
    return {name for name, dot, _ in roles if dot}


def exceeds(needed: Size, limits: Limits) -> bool:
    """Say whether something needs more room than it was offered, rounding aside."""
    return needed.width > limits.max_width + TOLERANCE or needed.height > limits.max_height + TOLERANCE


def words(frame: Frame) -> str:
    """Return all the words in a frame, in reading order."""
    return " ".join(visit.item.text for visit in walk(frame) if isinstance(visit.item, TextBlock))
