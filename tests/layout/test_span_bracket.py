"""The bracket over neighbours: as wide as they are, open towards them, its name in the middle above."""

from __future__ import annotations

from ruler import SquareRuler, square_layouter

from infograficos.elements.tokens.chip import SpanBracket
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits, Point
from infograficos.scene.items import Frame, Path, TextBlock, extent, walk
from infograficos.theme import ResolvedTheme, load_theme


def laid_out(name: str, width: float = 0.0) -> Frame:
    return square_layouter().layout(SpanBracket(name, "model"), Limits(400, min_width=width))


def path(frame: Frame) -> Path:
    (found,) = [visit.item for visit in walk(frame) if isinstance(visit.item, Path)]
    return found


def test_it_is_as_wide_as_what_it_is_over_with_the_name_in_the_middle():
    frame = laid_out("abcd", 100)
    (name,) = [visit for visit in walk(frame) if isinstance(visit.item, TextBlock)]
    assert (frame.size.width, name.rect.x, name.rect.width) == (100, 30, 40)
    drawn = extent(path(frame)).inflate(1)
    assert (drawn.width, drawn.y) == (100, name.rect.bottom + 2)


def test_a_name_that_is_wider_widens_it():
    frame = laid_out("abcdefgh", 50)
    assert frame.size.width == extent(path(frame)).inflate(1).width == 80


def test_without_a_name_it_starts_at_the_top_and_may_be_as_narrow_as_its_corners():
    frame = laid_out("")
    assert (frame.size.width, frame.size.height, extent(path(frame)).inflate(1).y) == (4, 2, 0)


def test_both_ends_point_down_and_the_line_between_them_lies_above():
    frame = Layouter(ResolvedTheme(load_theme()), SquareRuler()).layout(
        SpanBracket("", "model"), Limits(90, min_width=90)
    )
    drawn = path(frame)
    points: list[Point] = [point for step in drawn.commands for point in step.points]
    first, last, top = points[0], points[-1], min(point.y for point in points)
    assert first.y == last.y == max(point.y for point in points) > top
    assert first.x + last.x == 90
    assert [step.points[-1].y for step in drawn.commands[2:4]] == [top, top]
    assert extent(frame).holds(extent(drawn))
