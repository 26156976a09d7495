"""Rows of a ranking: a table where there is room, bars below their words where there is not."""

from __future__ import annotations

import pytest
from ruler import square_layouter

from infograficos.elements.charts.ranking import RankingCutoff, RankingRow, ranking
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Path, TextBlock, walk, words

ROWS = (
    RankingRow("aa", "60 %", 0.6, "response", "solid"),
    RankingCutoff("k = 1", "ficam 60 %", "response"),
    RankingRow("b", "30 %", 0.3, "masked", "masked"),
    RankingRow("… e mais 2", "10 %", 0.1, "masked", None, "no total"),
)


def laid_out(width: float):
    return square_layouter().layout(ranking(ROWS, 0.6), Limits(width, min_width=width))


@pytest.mark.parametrize("width", [500, 200])
def test_the_words_are_read_row_by_row(width):
    said = "aa 60 % k = 1 ficam 60 % b 30 % … e mais 2 10 %"
    assert " ".join(words(laid_out(width)).split()).startswith(said)


def test_in_a_table_all_bars_start_at_one_line_and_rows_are_equally_far_apart():
    visits = list(walk(laid_out(500)))
    marks = [v for v in visits if isinstance(v.item, Path) and v.item.purpose == "mark"]
    bars = [mark.rect for mark in marks if "corte" not in mark.path]
    assert bars[0].x == pytest.approx(bars[1].x - 0.5)
    numbers = [
        v.rect for v in visits if isinstance(v.item, TextBlock) and v.item.text.startswith(("60", "3", "1"))
    ]
    assert len({round(rect.right, 3) for rect in numbers}) == 1


def test_where_it_is_narrow_bars_stand_below_their_words():
    visits = list(walk(laid_out(200)))
    bar = next(v.rect for v in visits if isinstance(v.item, Path) and v.item.purpose == "mark")
    label = next(v.rect for v in visits if isinstance(v.item, TextBlock))
    assert bar.x == label.x == 0
    assert bar.y >= label.bottom


@pytest.mark.parametrize("width", [500, 200])
def test_the_line_of_a_cut_is_long_whatever_the_room(width):
    paths = [v for v in walk(laid_out(width)) if isinstance(v.item, Path) and v.item.stroke]
    assert max(v.rect.width for v in paths if v.item.stroke.dash) > width / 5


def test_what_is_cut_is_said_in_grey():
    blocks = [v.item for v in walk(laid_out(500)) if isinstance(v.item, TextBlock)]
    roles = {block.text: block.lines[0].runs[0].paint.role for block in blocks}
    assert roles["aa"] == "response.strong"
    assert roles["b"] == roles["30 %"] == "muted"
    assert roles["k = 1"] == "masked.strong"
