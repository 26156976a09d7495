"""Vertical and horizontal bars from a line at zero: proportions, signs, lines clear of words."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.charts.bar_chart import BarChart
from infograficos.elements.charts.bar_data import BarDatum, Category, Threshold
from infograficos.scene.geometry import Limits, Point, Rect
from infograficos.scene.items import Path, TextBlock, walk

KINDS = {
    "vertical": BarChart,
    "beside": lambda *given: BarChart(*given, orientation="horizontal", names_beside=True),
    "below": lambda *given: BarChart(*given, orientation="horizontal"),
}
every_kind = pytest.mark.parametrize("kind", list(KINDS))


def categories(*values: float) -> tuple[Category, ...]:
    return tuple(
        Category(name * 3, (BarDatum(value, f"{value:g}", "model"),))
        for name, value in zip("abcdef", values, strict=False)
    )


def visits(kind: str, values: tuple[float, ...], cut: float | None = None, width: float = 400):
    threshold = None if cut is None else Threshold(cut, "corte")
    chart = KINDS[kind](categories(*values), threshold)
    frame = square_layouter().layout(chart, Limits(width, min_width=width))
    assert not frame.overflowing
    return list(walk(frame))


def bars(found) -> list[Rect]:
    return [v.rect for v in found if isinstance(v.item, Path) and v.item.fill and v.item.purpose == "mark"]


def pieces(found, color: str) -> list[tuple[Point, Point]]:
    steps = [
        step.points[0]
        for v in found
        if isinstance(v.item, Path) and v.item.stroke and v.item.stroke.paint.role == color
        for step in v.item.commands
    ]
    return list(zip(steps[::2], steps[1::2], strict=True))


@every_kind
def test_lengths_are_in_the_proportion_of_their_values_on_both_sides_of_zero(kind):
    rects = bars(visits(kind, (4.0, 2.0, -1.0)))
    lengths = [rect.height if kind == "vertical" else rect.width for rect in rects]
    assert lengths == pytest.approx([lengths[0], lengths[0] / 2, lengths[0] / 4])


@every_kind
def test_bars_of_either_sign_start_at_the_line_at_zero(kind):
    found = visits(kind, (4.0, -2.0))
    up, down = bars(found)
    start, end = pieces(found, "muted")[0]
    if kind == "vertical":
        assert up.bottom == pytest.approx(down.y) == pytest.approx(start.y) == pytest.approx(end.y)
    else:
        assert up.x == pytest.approx(down.right) == pytest.approx(start.x) == pytest.approx(end.x)


@every_kind
def test_a_zero_has_its_number_and_no_bar(kind):
    found = visits(kind, (3.0, 0.0))
    assert len(bars(found)) == 1
    assert [v.item.text for v in found if isinstance(v.item, TextBlock)][:2] == ["3", "0"]


@pytest.mark.parametrize("kind", ["vertical", "beside"])
def test_the_line_at_zero_is_whole_beside_the_number_of_a_zero(kind):
    assert len(pieces(visits(kind, (1.0, 0.0, 2.0)), "muted")) == 1


@every_kind
def test_where_all_is_zero_nothing_is_divided_by_it(kind):
    assert bars(visits(kind, (0.0, 0.0))) == []


@every_kind
@pytest.mark.parametrize("cut", [0.5, 2.0, 2.9, 3.0, 3.1, 5.0])
def test_no_line_crosses_words(kind, cut):
    found = visits(kind, (3.0, 2.0, 1.0, -2.0), cut)
    texts = [v.rect for v in found if isinstance(v.item, TextBlock)]
    lines = [*pieces(found, "ink"), *pieces(found, "muted")]
    assert pieces(found, "ink")
    for start, end in lines:
        line = Rect(start.x - 0.5, start.y - 0.5, end.x - start.x + 1, end.y - start.y + 1)
        assert [text for text in texts if text.overlaps(line)] == []


@every_kind
def test_the_cut_is_where_a_bar_of_its_value_ends(kind):
    found = visits(kind, (4.0, 2.0), 2.0)
    rect, (start, _) = bars(found)[1], pieces(found, "ink")[0]
    assert (start.y if kind == "vertical" else start.x) == pytest.approx(
        rect.y if kind == "vertical" else rect.right
    )


@every_kind
def test_words_do_not_touch(kind):
    found = visits(kind, (3.0, -2.0, 0.0, 1.0), 1.0)
    texts = [v.rect for v in found if isinstance(v.item, TextBlock)]
    assert [(a, b) for i, a in enumerate(texts) for b in texts[i + 1 :] if a.overlaps(b)] == []


def test_too_little_room_is_reported():
    chart = BarChart(categories(1.0, 2.0, 3.0))
    layouter = square_layouter()
    least = layouter.narrowest(chart)
    assert layouter.layout(chart, Limits(least)).offered is None
    assert layouter.layout(chart, Limits(least - 1)).offered is not None


def test_the_bars_of_a_histogram_stand_between_their_edges():
    chart = BarChart(categories(1.5, 2.5), edges=("0", "5", "9"))
    found = list(walk(square_layouter().layout(chart, Limits(400, min_width=400))))
    edges = [v.rect.center.x for v in found if isinstance(v.item, TextBlock)][2:]
    middles = [rect.center.x for rect in bars(found)]
    assert middles == pytest.approx([(edges[0] + edges[1]) / 2, (edges[1] + edges[2]) / 2])
