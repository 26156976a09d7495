"""Where the words of a schedule's bars are: in them, beside them, or in its legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from infograficos.elements.cap import cap_depth, cap_ink
from infograficos.elements.schedules.parts import ScheduleRow, ScheduleSegment
from infograficos.elements.text import Text
from infograficos.layout import Layouter
from infograficos.scene.flattening import Segment, crosses
from infograficos.scene.geometry import Limits, Point, Rect
from infograficos.scene.items import Frame, Placed, extent

#: The air at both sides of words in a bar, and around those beside one, in units.
_INSIDE, _AIR = 5.5, 4.0


@dataclass(slots=True)
class BarWords:
    """The words of each row; what has no place in a lane, with its role; and the rows that lack words."""

    rows: list[list[Placed]]
    legend: list[tuple[str, str]] = field(default_factory=list)
    homeless: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Place:
    """A segment, its bar and its row's number."""

    row: int
    segment: ScheduleSegment
    bar: Rect


def place_words(
    rows: Sequence[ScheduleRow],
    bars: Sequence[Sequence[Rect]],
    lines: Sequence[Segment],
    area: Rect,
    layouter: Layouter,
) -> BarWords:
    """Return the words on and beside bars.

    Args:
        rows: the rows.
        bars: the bar of each segment of each row.
        lines: the arrows, which no words beside bars may lie on.
        area: where words may be.
        layouter: sets the words.
    """
    places = [place for place in _places(rows, bars) if place.segment.words and not place.segment.name]
    found, said = BarWords([[] for _ in rows]), set[tuple[str, str]]()
    left = [place for place in places if not _place_inside(place, found, said, layouter)]
    beside: dict[tuple[str, str], list[tuple[int, Placed]]] = {}
    for place in left:
        is_lane, name = rows[place.row].is_lane, _name(place.segment)
        if is_lane and (name in said or beside.get(name)):
            continue
        words = _set(place.segment, f"{place.segment.role}.strong", layouter)
        taken = [*bars[place.row], *(_rect(each) for each in found.rows[place.row])]
        taken += [_rect(each) for all_of in beside.values() for _, each in all_of]
        rect = _beside(words, place.bar, taken, lines, area)
        placed = [(place.row, Placed(Point(rect.x, rect.y), words))] if rect else []
        if is_lane:
            beside[name] = placed
        else:
            found.homeless |= set() if rect else {place.row}
            for row, each in placed:
                found.rows[row].append(each)
    if all(beside.values()):
        for row, each in (pair for pairs in beside.values() for pair in pairs):
            found.rows[row].append(each)
    else:
        # A reader who has to look one of them up finds all there.
        found.legend += beside
    _place_numbers(rows, bars, found, layouter)
    return found


def _places(rows: Sequence[ScheduleRow], bars: Sequence[Sequence[Rect]]) -> list[_Place]:
    return [
        _Place(i, segment, bar)
        for i, row in enumerate(rows)
        for segment, bar in zip(row.segments, bars[i], strict=True)
    ]


def _place_numbers(
    rows: Sequence[ScheduleRow], bars: Sequence[Sequence[Rect]], found: BarWords, layouter: Layouter
) -> None:
    """Add the words in bars whose names the legend says, if all of them have room."""
    places = [place for place in _places(rows, bars) if place.segment.name]
    inside = BarWords([[] for _ in rows])
    if all(_place_inside(each, inside, set(), layouter) for each in places if each.segment.words):
        for i, more in enumerate(inside.rows):
            found.rows[i] += more
    found.legend += dict.fromkeys((each.segment.name, each.segment.role) for each in places)


def _place_inside(place: _Place, found: BarWords, said: set[tuple[str, str]], layouter: Layouter) -> bool:
    """Add the words in a bar that has room for them; else return that it has not."""
    words = _set(place.segment, cap_ink(place.segment.role, place.segment.state), layouter)
    if words.size.width + 2 * _INSIDE > place.bar.width:
        return False
    middle = place.bar.center.x - words.size.width / 2
    found.rows[place.row].append(Placed(Point(middle, _middle(words, place.bar, layouter)), words))
    said.add(_name(place.segment))
    return True


def _name(segment: ScheduleSegment) -> tuple[str, str]:
    return segment.words, segment.role


def _set(segment: ScheduleSegment, color: str, layouter: Layouter) -> Frame:
    return layouter.layout(Text(segment.words, "mark", color), Limits())


def _rect(placed: Placed) -> Rect:
    return extent(placed.item).translate(placed.at)


def _middle(words: Frame, bar: Rect, layouter: Layouter) -> float:
    return bar.y + (bar.height - cap_depth(layouter.look, slim=True) - words.size.height) / 2


def _beside(
    words: Frame, bar: Rect, taken: Sequence[Rect], lines: Sequence[Segment], area: Rect
) -> Rect | None:
    """Return where words beside a bar lie on nothing: at its right, else at its left."""
    width, height = words.size.width, words.size.height
    for x in (bar.right + 2 * _AIR, bar.x - 2 * _AIR - width):
        rect = Rect(x, bar.center.y - height / 2 - 1.0, width, height)
        near = rect.inflate(_AIR)
        if (
            area.x <= rect.x
            and rect.right <= area.right
            and not any(map(near.overlaps, taken))
            and not any(crosses(a, b, near) for a, b in lines)
        ):
            return rect
    return None
