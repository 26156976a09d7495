"""One line of code, to the letter: its pieces in their colours, broken with a mark where it is too long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.code.breaks import break_line
from infograficos.elements.polyline import chevron
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Limits, Point, Rect, Size
from infograficos.scene.glyph_run import FontStyle
from infograficos.scene.items import Frame, Path, Placed, PlacedRun, Step, Stroke, TextBlock, TextLine
from infograficos.text.highlight import CodeSpan, CodeSpanKind

_STYLE = "code"

#: The colour and weight of each kind of piece; what is heavier stands out without its colour, too.
_LOOKS: dict[CodeSpanKind, tuple[str, int]] = {
    "plain": ("ink", 400),
    "strong": ("ink", 600),
    "keyword": ("model.strong", 600),
    "name": ("instruction.strong", 400),
    "string": ("response.strong", 400),
    "number": ("input.strong", 400),
    "comment": ("muted", 400),
}

#: How far the rest of a broken line stands in, and the least that it has to itself, in characters.
_HANG, _LEAST = 2, 10


@checked_dataclass
class CodeLine:
    """A line of code in the theme's monospaced face, drawn as it is.

    Where it is too long it goes on below, under its own start and a little further in, after a mark that says
    so; nothing of it is ever left out.

    Args:
        pieces: the line, indentation included.
        prompt: how many characters at its start are not typed, as those of `$ `.
    """

    pieces: tuple[CodeSpan, ...]
    prompt: int = 0

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(piece.text for piece in self.pieces)

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the line, as tall as its lines of type are apart."""
        style = layouter.look.font(_STYLE)
        cell = self._width("0", style, layouter)
        start = self._start
        hang = min((start if self.prompt else start + _HANG) * cell, limits.max_width / 2)
        room = max(limits.max_width, hang + _LEAST * cell)
        text = self.text

        def slack(first: int, last: int) -> float:
            needed = self._width(text[first:last].rstrip(), style, layouter)
            return (room - needed - (hang if first else 0.0) + TOLERANCE) / room if isfinite(room) else 1.0

        parts = break_line(self.pieces, start, slack) if text.strip() else ((0, 0),)
        return self._placed(parts, hang, cell, layouter)

    @property
    def _start(self) -> int:
        rest = self.text[self.prompt :]
        return self.prompt + len(rest) - len(rest.lstrip(" "))

    def _placed(
        self, parts: tuple[tuple[int, int], ...], hang: float, cell: float, layouter: Layouter
    ) -> Frame:
        style = layouter.look.font(_STYLE)
        step = style.size * layouter.look.type(_STYLE).leading
        cap = layouter.ruler.metrics(style).cap_height
        top = (step - cap) / 2
        lines = tuple(
            self._line(part, Point(hang if i else 0.0, cap + step * i), layouter)
            for i, part in enumerate(parts)
        )
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
        for piece in self._pieces(part[0], part[0] + len(text)):
            color, weight = _LOOKS[piece.kind]
            paint = layouter.look.paint(color)
            for run in layouter.ruler.shape(piece.text, replace(layouter.look.font(_STYLE), weight=weight)):
                runs.append(PlacedRun(x, run, paint))
                x += run.width
        return TextLine(origin, tuple(runs), x, text)

    def _pieces(self, start: int, end: int) -> Iterator[CodeSpan]:
        position = 0
        for piece in self.pieces:
            text = piece.text[max(0, start - position) : max(0, end - position)]
            position += len(piece.text)
            if text:
                yield CodeSpan(text, piece.kind)

    @staticmethod
    def _width(text: str, style: FontStyle, layouter: Layouter) -> float:
        return sum(run.width for run in layouter.ruler.shape(text, style))


def command_line(prompt: str, command: str) -> CodeLine:
    """Return what is typed at a prompt, after the prompt itself."""
    return CodeLine((CodeSpan(f"{prompt} ", "comment"), CodeSpan(command, "strong")), len(prompt) + 1)


def plain_line(line: str) -> CodeLine:
    """Return a line that no language colours."""
    return CodeLine((CodeSpan(line),))


def comment_line(words: str) -> CodeLine:
    """Return what stands among lines and is none of them, such as a number or how many are left out."""
    return CodeLine((CodeSpan(words, "comment"),))


def _mark(baseline: Point, cell: float, layouter: Layouter) -> Path:
    """Return a bent arrow before the rest of a line: down from the line above, and on to the right."""
    look = layouter.look
    pen = Stroke(look.paint("muted"), look.stroke("border"))
    middle = baseline.y - 0.5 * cell
    left, right = baseline.x - 1.6 * cell, baseline.x - 0.5 * cell
    bend, top = 0.35 * cell, middle - 0.7 * cell
    tip, before = Point(right, middle), Point(left + bend, middle)
    steps = (
        Step("M", (Point(left, top),)),
        Step("L", (Point(left, middle - bend),)),
        Step("C", (Point(left, middle - bend / 2), Point(left + bend / 2, middle), before)),
        Step("L", (tip,)),
        *chevron(before, tip, pen.width),
    )
    return Path(steps, stroke=pen, purpose="ornament")
