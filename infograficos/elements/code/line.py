"""One line of highlighted code, broken with a mark where it is too long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.code.breaks import break_line
from infograficos.elements.polyline import chevron
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Limits, Point, Rect, Size
from infograficos.scene.glyph_run import FontStyle
from infograficos.scene.items import (
    Frame,
    Path,
    PathCommand,
    Placed,
    PlacedRun,
    Stroke,
    TextBlock,
    TextLine,
    polyline,
)
from infograficos.text.highlight import CodeSpan, CodeSpanKind

if TYPE_CHECKING:
    from infograficos.text.paragraph import Ruler

#: The colour and weight of each kind of span; weight helps where colour does not.
_STYLES: dict[CodeSpanKind, tuple[str, int]] = {
    "plain": ("ink", 400),
    "strong": ("ink", 600),
    "keyword": ("model.strong", 600),
    "name": ("instruction.strong", 400),
    "string": ("response.strong", 400),
    "number": ("input.strong", 400),
    "comment": ("muted", 400),
}

#: The hanging indent of a broken line, and the least width of its rest, in characters.
_HANG, _LEAST = 2, 10

#: Where a line may break is tried at several widths.
_CACHED_PARTS = 2048


@checked_dataclass
class CodeLine:
    """A line of code, verbatim; a long one continues below with a hanging indent after a mark.

    Args:
        spans: its stretches, each in the colour of its kind.
        color: the name of one colour for all of them, or nothing.
        style: `code`, or `code_large`.
    """

    spans: tuple[CodeSpan, ...]
    color: str = ""
    style: str = "code"

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(span.text for span in self.spans)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the line, a line height tall for each of its parts."""
        style = layouter.look.font(self.style)
        ruler = layouter.ruler
        cell = _width("0", style, ruler)
        text = self.text
        start = len(text) - len(text.lstrip(" "))
        hang = min((start + _HANG) * cell, limits.max_width / 2)
        room = max(limits.max_width, hang + _LEAST * cell)

        def slack(first: int, last: int) -> float:
            needed = _width(text[first:last].rstrip(), style, ruler)
            return (room - needed - (hang if first else 0.0) + TOLERANCE) / room if isfinite(room) else 1.0

        parts = break_line(self.spans, start, slack) if text.strip() else ((0, 0),)
        step, cap = style.size * layouter.look.type(self.style).leading, ruler.metrics(style).cap_height
        top = (step - cap) / 2
        origins = [Point(hang if i else 0.0, cap + step * i) for i in range(len(parts))]
        lines = tuple(self._line(part, at, layouter) for part, at in zip(parts, origins, strict=True))
        width = max(line.origin.x + line.width for line in lines)
        rect = Rect(0.0, 0.0, width, cap + step * (len(lines) - 1))
        marks = [_mark(Point(hang, top + line.origin.y), cell, layouter) for line in lines[1:]]
        block = Placed(Point(0.0, top), TextBlock(rect, lines, "listing"))
        size = Size(width, step * len(lines))
        return Frame(size, (block, *(Placed(ORIGIN, mark) for mark in marks)), top + cap)

    def _line(self, part: tuple[int, int], origin: Point, layouter: Layouter) -> TextLine:
        runs: list[PlacedRun] = []
        x = 0.0
        text = self.text[slice(*part)].rstrip()
        for span in self._spans(part[0], part[0] + len(text)):
            color, weight = _STYLES[span.kind]
            paint = layouter.look.paint(self.color or color)
            for run in layouter.ruler.shape(
                span.text, replace(layouter.look.font(self.style), weight=weight)
            ):
                runs.append(PlacedRun(x, run, paint))
                x += run.width
        return TextLine(origin, tuple(runs), x, text)

    def _spans(self, start: int, end: int) -> Iterator[CodeSpan]:
        position = 0
        for span in self.spans:
            text = span.text[max(0, start - position) : max(0, end - position)]
            position += len(span.text)
            if text:
                yield CodeSpan(text, span.kind)


def plain_line(line: str, color: str = "", *, strong: bool = False, style: str = "code") -> CodeLine:
    """Return a line without highlighting, perhaps heavier."""
    return CodeLine((CodeSpan(line, "strong" if strong else "plain"),), color, style)


def comment_line(words: str) -> CodeLine:
    """Return a remark among lines of code, such as a line number."""
    return CodeLine((CodeSpan(words, "comment"),))


@lru_cache(_CACHED_PARTS)
def _width(text: str, style: FontStyle, ruler: Ruler) -> float:
    return sum(run.width for run in ruler.shape(text, style))


def _mark(baseline: Point, cell: float, layouter: Layouter) -> Path:
    """Return a bent arrow before the rest of a broken line."""
    look = layouter.look
    pen = Stroke(look.paint("muted"), look.stroke("border"))
    middle = baseline.y - 0.5 * cell
    left, right = baseline.x - 1.6 * cell, baseline.x - 0.5 * cell
    bend, top = 0.35 * cell, middle - 0.7 * cell
    tip, before = Point(right, middle), Point(left + bend, middle)
    curve = PathCommand("C", (Point(left, middle - bend / 2), Point(left + bend / 2, middle), before))
    stem = polyline(Point(left, top), Point(left, middle - bend))
    commands = (*stem, curve, PathCommand("L", (tip,)), *chevron(before, tip, pen.width))
    return Path(commands, stroke=pen, purpose="ornament")
