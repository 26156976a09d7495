"""A formula with a leader from each marked term to what it means, above or below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.formulas.line import FormulaLine
from infograficos.elements.text import Text
from infograficos.formula import Nodes
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Path, PathCommand, Placed, Stroke, TextBlock, walk

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme

#: The widths of notes that are tried, in units, and the most lines of one.
_WIDTHS, _LINES = (200.0, 280.0, 160.0, 130.0), 3

#: How far a leader keeps from what is beside it, and how far a letter reaches above its baseline and below,
#: in times its size.
_CLEAR, _ASCENT, _DESCENT = 3.0, 0.72, 0.1


@dataclass(frozen=True, slots=True)
class Note:
    """What the term marked in a role means."""

    role: str
    words: str


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A note, the rectangle of its term, and whether it is above the formula."""

    note: Note
    rect: Rect
    is_above: bool


#: The notes of one side from left to right, and where each begins.
_Row = list[tuple[_Anchor, Frame, float]]


@checked_dataclass
class AnnotatedFormula:
    """A large formula with notes around it, in its middle; where some have no room it overflows.

    Args:
        formula: with its terms marked, each in a role of its own.
        notes: one for each term.
    """

    formula: Nodes
    notes: tuple[Note, ...]

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the formula with its notes, as wide as the offer."""
        bare = FormulaLine(self.formula, large=True)
        width = limits.max_width if isfinite(limits.max_width) else layouter.natural(bare).width
        line = layouter.layout(replace(bare, align="center"), Limits(width, min_width=width))
        anchors = list(self._anchors(line))
        if len(anchors) < len(self.notes) or line.overflowing:
            return Frame(Size(width + 1, line.size.height))
        rows = [
            _row([each for each in anchors if each.is_above is side], width, layouter)
            for side in (True, False)
        ]
        if rows[0] is None or rows[1] is None:
            return Frame(Size(width + 1, line.size.height))
        return _around(line, rows[0], rows[1], layouter.look)

    def _anchors(self, line: Frame) -> Iterator[_Anchor]:
        """Yield where each term's leader starts: at its last place that can be seen from below or above."""
        visits = walk(line)
        obstacles = list(_obstacles(line))
        for note in self.notes:
            fill = f"{note.role}.tint"
            found = [
                v.rect for v in visits if isinstance(v.item, Box) and v.item.fill and v.item.fill.role == fill
            ]
            for rect in sorted(found, key=lambda rect: (-rect.center.x, -rect.center.y)):
                beside = [o for o in obstacles if abs(o.center.x - rect.center.x) < o.width / 2 + _CLEAR]
                if all(o.center.y <= rect.bottom for o in beside):
                    yield _Anchor(note, rect, is_above=False)
                    break
                if all(o.center.y >= rect.y for o in beside):
                    yield _Anchor(note, rect, is_above=True)
                    break


def _around(line: Frame, above: _Row, below: _Row, look: ResolvedTheme) -> Frame:
    """Return the formula with the rows of notes above and below it, and their leaders."""
    gap, near = look.space("link"), look.space("plate")
    top = max((note.size.height for _, note, _ in above), default=0.0)
    start = top + gap if above else 0.0
    end = start + line.size.height
    items = [Placed(Point(0.0, start), line)]
    for row, border in ((above, top), (below, end + gap)):
        for anchor, note, x in row:
            y = border - note.size.height if anchor.is_above else border
            tip = Point(x + note.size.width / 2, border + near if anchor.is_above else border - near)
            turn = start if anchor.is_above else end
            items += [Placed(Point(x, y), note), Placed(ORIGIN, _leader(anchor, start, turn, tip, look))]
    height = max((end + gap + note.size.height for _, note, _ in below), default=end)
    return Frame(Size(line.size.width, height), tuple(items))


def _obstacles(line: Frame) -> Iterator[Rect]:
    """Yield where letters, bars and brackets are."""
    for visit in walk(line):
        if isinstance(visit.item, Path) or (isinstance(visit.item, Box) and visit.item.purpose != "ornament"):
            yield visit.rect
        for text in visit.item.lines if isinstance(visit.item, TextBlock) else ():
            for run in text.runs:
                size, at = run.run.size, visit.at.translate(text.origin)
                yield Rect(at.x + run.x, at.y - _ASCENT * size, run.run.width, (_ASCENT + _DESCENT) * size)


def _row(anchors: Sequence[_Anchor], width: float, layouter: Layouter) -> _Row | None:
    """Return the notes of one side from left to right with where they begin, or None without room."""
    ordered = sorted(anchors, key=lambda each: each.rect.center.x)
    gap = layouter.look.space("medium")
    for most in _WIDTHS:
        texts = (Text(each.note.words, "mark", f"{each.note.role}.strong", "center") for each in ordered)
        frames = [layouter.layout(text, Limits(most)) for text in texts]
        widths = [frame.size.width for frame in frames]
        blocks = (visit.item for frame in frames for visit in walk(frame))
        if any(len(block.lines) > _LINES for block in blocks if isinstance(block, TextBlock)):
            continue
        if sum(widths) + gap * (len(widths) - 1) <= width and max(widths, default=0.0) <= most:
            wants = [each.rect.center.x - own / 2 for each, own in zip(ordered, widths, strict=True)]
            return list(zip(ordered, frames, _places(wants, widths, gap, width), strict=True))
    return None


def _places(wants: Sequence[float], widths: Sequence[float], gap: float, room: float) -> list[float]:
    """Return places near the wanted ones that do not overlap: between those pushed right and pushed left."""
    pushed = _pushed(wants, widths, gap, room)
    mirrored = [room - want - width for want, width in zip(wants, widths, strict=True)]
    back = _pushed(mirrored[::-1], widths[::-1], gap, room)[::-1]
    return [
        (right + room - left - width) / 2 for right, left, width in zip(pushed, back, widths, strict=True)
    ]


def _pushed(wants: Sequence[float], widths: Sequence[float], gap: float, room: float) -> list[float]:
    """Return the wanted places, each moved behind the one before it, and all back into the room."""
    places: list[float] = []
    least = 0.0
    for want, width in zip(wants, widths, strict=True):
        places.append(max(want, least))
        least = places[-1] + width + gap
    most = room + gap
    for i in range(len(places) - 1, -1, -1):
        places[i] = min(places[i], most - gap - widths[i])
        most = places[i]
    return places


def _leader(anchor: _Anchor, start: float, turn: float, tip: Point, look: ResolvedTheme) -> Path:
    """Return a line from a term, straight out of the formula and then in one curve to the note.

    Args:
        start: where the formula begins.
        turn: where it ends on the note's side.
    """
    rect = anchor.rect
    first = Point(rect.center.x, start + (rect.y if anchor.is_above else rect.bottom))
    corner, middle = Point(first.x, turn), (turn + tip.y) / 2
    commands = [PathCommand("M", (first,)), PathCommand("L", (corner,))]
    if abs(tip.x - first.x) < 1:
        commands.append(PathCommand("L", (tip,)))
    else:
        commands.append(PathCommand("C", (Point(corner.x, middle), Point(tip.x, middle), tip)))
    pen = Stroke(look.paint(f"{anchor.note.role}.mark"), look.stroke("arrow"))
    return Path(tuple(commands), stroke=pen, purpose="mark")
