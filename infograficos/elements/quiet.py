"""Frames without solid fills, where the accent is elsewhere in the figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from infograficos.scene.color import to_oklch
from infograficos.scene.geometry import ORIGIN, Point, Rect
from infograficos.scene.items import (
    Box,
    Drawable,
    Ellipse,
    Frame,
    Paint,
    Path,
    Placed,
    Shape,
    Stroke,
    TextBlock,
    extent,
    walk,
)

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The tones of an accent, and the chroma from which it is one.
_SOLID, _STRONG, _ACCENT = "solid", "strong", 0.05
#: The tones that quiet ones have: of faces, of marks, and of the edges of key caps.
_FACE, _MARK, _EDGE = "mid", "mark", "deep"


def has_solid_fill(frame: Frame) -> bool:
    """Return whether a frame has a saturated solid fill."""
    return any(isinstance(visit.item, Shape) and _tone(visit.item) == _SOLID for visit in walk(frame))


def quiet(frame: Frame, look: ResolvedTheme) -> Frame:
    """Return a frame whose solid fills are of a paler tone, with dark words on them."""
    return _Quieter(look).frame(frame, ORIGIN)


class _Quieter:
    """Paints a frame anew, and keeps where it has made fills paler."""

    def __init__(self, look: ResolvedTheme) -> None:
        self._look = look
        self._paler: list[Rect] = []

    def frame(self, frame: Frame, at: Point) -> Frame:
        """Return a frame at a position with paler fills; its size and names stay."""
        return replace(frame, items=tuple(self._place(placed, at) for placed in frame.items))

    def _place(self, placed: Placed, at: Point) -> Placed:
        here, item = at.translate(placed.at), placed.item
        painted = self.frame(item, here) if isinstance(item, Frame) else self._paint(item, here)
        return Placed(placed.at, painted)

    def _paint(self, item: Drawable, at: Point) -> Drawable:
        if isinstance(item, TextBlock):
            return self._write(item, at)
        if not isinstance(item, Shape):
            return item
        if _is_accent(item):
            self._paler.append(extent(item).translate(at))
            return self._pale(item)
        if item.fill and item.fill.role.endswith(".shade"):
            return replace(item, fill=self._repaint(item.fill, _MARK if item.purpose == "mark" else _EDGE))
        return self._redraw(item) if self._is_on_paler(item, at) else item

    def _pale(self, item: Shape) -> Shape:
        """Return a shape with a paler fill; what is a mark by itself gets the outline of one."""
        if not item.fill:
            return item
        if item.purpose != "mark":
            return replace(item, fill=self._repaint(item.fill, _FACE))
        mark = self._repaint(item.fill, _MARK)
        if not isinstance(item, Path):
            return replace(item, fill=mark)
        pen = item.stroke or Stroke(mark, self._look.stroke("border"))
        # The face is an ornament inside its outline.
        return replace(item, fill=self._repaint(item.fill, _FACE), stroke=pen, purpose="ornament")

    def _repaint(self, paint: Paint, tone: str) -> Paint:
        return self._look.paint(f"{paint.role.rpartition('.')[0]}.{tone}")

    def _is_on_paler(self, item: Drawable, at: Point) -> bool:
        center = extent(item).translate(at).center
        return any(rect.contains(center) for rect in self._paler)

    def _write(self, block: TextBlock, at: Point) -> TextBlock:
        """Return a text with dark words in place of those in the colour of the paper."""
        if not self._is_on_paler(block, at):
            return block
        lines = tuple(
            replace(line, runs=tuple(replace(run, paint=self._ink(run.paint)) for run in line.runs))
            for line in block.lines
        )
        return replace(block, lines=lines)

    def _redraw(self, item: Shape) -> Shape:
        """Return a sign in a dark colour that was in that of the paper."""
        stroke = item.stroke and replace(item.stroke, paint=self._ink(item.stroke.paint))
        return replace(item, fill=item.fill and self._ink(item.fill), stroke=stroke)

    def _ink(self, paint: Paint) -> Paint:
        return self._look.paint("ink") if paint.role == "paper" else paint


def _tone(item: Shape) -> str:
    """Return the tone of a saturated fill."""
    is_saturated = item.fill and to_oklch(item.fill.value)[1] > _ACCENT
    return item.fill.role.rpartition(".")[2] if item.fill and is_saturated else ""


def _is_accent(item: Shape) -> bool:
    """Return whether a shape has a solid fill, or a strong one that `check` counts as one."""
    is_counted = isinstance(item, Box | Ellipse) or item.purpose == "surface"
    return _tone(item) == _SOLID or (_tone(item) == _STRONG and is_counted)
