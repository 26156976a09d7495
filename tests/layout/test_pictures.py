"""Small pictures: each fits its place on a path, and shows the values that it is given."""

from __future__ import annotations

import pytest
from refusals import refusal
from ruler import square_layouter

from infograficos.elements.objects.pictures import picture, picture_names
from infograficos.fonts import default_fonts
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, Ellipse, Frame, Path, walk, words
from infograficos.theme import load_theme
from infograficos.theme.resolved_theme import ResolvedTheme


def drawn(name: str, *values: float | str, role: str = "model") -> Frame:
    return square_layouter().layout(picture(name, role, values), Limits())


def fills(frame: Frame) -> list[str]:
    return [v.item.fill.role for v in walk(frame) if isinstance(v.item, Box | Ellipse) and v.item.fill]


def boxes(frame: Frame, color: str) -> list[Box]:
    return [
        v.item for v in walk(frame) if isinstance(v.item, Box) and v.item.fill and v.item.fill.role == color
    ]


@pytest.mark.parametrize("name", picture_names())
def test_a_picture_fits_beside_a_stage_and_stays_in_its_frame(name):
    layouter = Layouter(ResolvedTheme(load_theme()), default_fonts())
    frame = layouter.layout(picture(name, "model"), Limits())
    assert frame.size.width <= 152
    assert frame.size.height <= 70
    whole = frame.size
    for visit in walk(frame):
        if not isinstance(visit.item, Path):
            assert visit.rect.x >= -3
            assert visit.rect.right <= whole.width + 3
            assert visit.rect.bottom <= whole.height + 3


def test_the_curve_goes_through_its_values_and_ends_in_a_dot():
    frame = drawn("curve", 4, 2, 1)
    curve = next(p.item for p in frame.items if isinstance(p.item, Path) and p.item.purpose == "mark")
    xs = [command.points[-1].x for command in curve.commands]
    ys = [command.points[-1].y for command in curve.commands]
    assert xs[1] - xs[0] == xs[2] - xs[1]
    assert (ys[1] - ys[0]) / (ys[2] - ys[1]) == pytest.approx(2)
    (dot,) = [p.item for p in frame.items if isinstance(p.item, Ellipse)]
    assert (dot.rect.center.x, dot.rect.center.y) == pytest.approx((xs[2], ys[2]))


def test_the_parts_of_a_split_have_their_shares():
    frame = drawn("split", 3, 1)
    (first,), (second,) = boxes(frame, "model.mid"), boxes(frame, "model.body")
    assert (first.rect.width + 3) / (second.rect.width + 3) == pytest.approx(3)
    assert words(frame) == "75\N{NO-BREAK SPACE}%"


def test_the_rows_of_a_batch_are_filled_up_to_the_longest():
    frame = drawn("batch", 3, 1)
    assert len(boxes(frame, "model.mid")) == 4
    assert len(boxes(frame, "masked.tint")) == 2


def test_an_evaluation_marks_what_is_passed_and_what_is_not():
    frame = drawn("evaluation", 1, 0, 1)
    marks = [v.item.stroke.paint.role for v in walk(frame) if isinstance(v.item, Path) and v.item.stroke]
    assert marks == ["response.mark", "alert.mark", "alert.mark", "response.mark"]


def test_a_ranking_goes_from_the_best_to_the_worst():
    faces = [box.rect.width for box in [*boxes(drawn("ranking", 1, 4, 2), "model.body")]]
    others = [box.rect.width for box in boxes(drawn("ranking", 1, 4, 2), "masked.tint")]
    assert (faces, others) == ([116], [58, 29])


def test_the_bow_to_the_heaviest_token_is_marked():
    paths = [p.item.fill.role for p in drawn("attention", 0.1, 0.7, 0.2).items if isinstance(p.item, Path)]
    assert paths == ["model.mid", "model.mark", "model.mid"]


def test_a_number_below_zero_is_slate_in_an_embedding():
    frame = drawn("embedding", 1, -1)
    assert len(boxes(frame, "model.body")) == 1
    assert len(boxes(frame, "masked.body")) == 1


def test_many_numbers_of_an_embedding_are_squares_of_one_size_in_rows():
    frame = drawn("embedding", "cat", *[0.5, -0.5] * 384)
    shapes = {v.item.fill.role: v.item.commands for v in walk(frame) if isinstance(v.item, Path)}
    squares = [shapes[f"{role}.body"] for role in ("model", "masked")]
    assert [sum(command.verb == "M" for command in commands) for commands in squares] == [384, 384]
    lefts = {round(command.points[0].x, 3) for each in squares for command in each if command.verb == "M"}
    assert len(lefts) == 32
    assert words(frame) == "cat"


def test_each_head_has_its_numbers_and_the_first_one_stands_out():
    frame = drawn("heads", "cat", 12, 64)
    shapes = {v.item.fill.role: v.item.commands for v in walk(frame) if isinstance(v.item, Path)}
    starts = {
        tone: [each.points[0] for each in shapes[f"model.{tone}"] if each.verb == "M"]
        for tone in ("mark", "mid")
    }
    assert [len(starts[tone]) for tone in ("mark", "mid")] == [64, 11 * 64]
    assert len({round(start.y, 3) for start in starts["mid"]}) == 11
    assert words(frame) == "cat"


def test_of_an_accumulation_the_first_row_is_on_the_chip_and_the_others_wait_below_it():
    frame = drawn("accumulation", 8, 4)
    (chip,) = (box.rect for box in boxes(frame, "masked.body"))
    now, later = ([box.rect for box in boxes(frame, f"model.{tone}")] for tone in ("body", "tint"))
    assert (len(now), len(later)) == (8, 24)
    assert all(map(chip.holds, now))
    assert all(rect.y > chip.bottom for rect in later)


def test_tokens_and_vocabularies_show_their_words():
    assert words(drawn("tokens", "o", "rei")) == "o rei"
    assert words(drawn("vocabulary", "o", "rei")) == "o 0 rei 1"
    assert words(drawn("checkpoint", "500")) == "500"


def test_a_table_has_its_rows_and_columns():
    frame = drawn("table", 3, 5)
    counts = [len(boxes(frame, f"model.{tone}")) for tone in ("body", "mid", "tint")]
    assert counts == [5, 2, 8]


def test_a_balance_tilts_to_the_heavier_side():
    frame = drawn("balance", 0.5)
    left, right = (box.rect for box in boxes(frame, "model.mid"))
    assert right.y - left.y == 9


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("nuvem", (), "o quadro “nuvem” não existe"),
        ("cloud", (1,), "quadro “cloud”: este quadro não mostra valores; tire-os"),
        ("table", (3,), "quadro “table”: dê 2 valores; veio 1"),
        ("curve", (1,), "quadro “curve”: dê de 2 a 200 valores; veio 1"),
        ("curve", (1, "dois"), "quadro “curve”: esperado um número"),
        ("embedding", (1, "cat"), "quadro “embedding”: esperado um número"),
        ("batch", (3, 40), "quadro “batch”: esperado um número inteiro de 1 a 12, veio 40"),
        ("heads", ("cat", 12), "quadro “heads”: dê 2 valores; veio 1"),
        ("heads", (12, 129), "quadro “heads”: esperado um número inteiro de 1 a 128, veio 129"),
        ("embedding", ("cat",), "quadro “embedding”: dê de 1 a 4096 valores; vieram 0"),
    ],
)
def test_a_wrong_picture_or_value_is_refused(name, values, message):
    assert refusal(lambda: picture(name, "model", values)).startswith(message)
