"""A headline's marked words: their role, the stroke under them, and what is said without them."""

from __future__ import annotations

import pytest
from refusals import refusal
from ruler import SIZE, square_layouter

from infograficos.elements.headline import Headline, number_plate
from infograficos.elements.text import Text
from infograficos.scene.dump import dump_frame
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Path, TextBlock, extent, walk
from infograficos.text.markup import parse_markup, plain_text, strong_words


def layout(content: str, width: float = 700, role: str = "model"):
    return square_layouter().layout(Headline(content, role), Limits(width))


def strokes(frame) -> list[Path]:
    return [visit.item for visit in walk(frame) if isinstance(visit.item, Path)]


def paints(frame) -> list[tuple[str, str]]:
    blocks = (visit.item for visit in walk(frame) if isinstance(visit.item, TextBlock))
    return [(run.run.text, run.paint.role) for block in blocks for line in block.lines for run in line.runs]


def test_marked_words_and_their_stroke_are_in_the_role_that_they_name():
    frame = layout("Só a **resposta**{response} ensina")
    assert paints(frame) == [("Só a ", "ink"), ("resposta", "response.strong"), (" ensina", "ink")]
    assert [stroke.fill.role for stroke in strokes(frame)] == ["response.tint"]


def test_marked_words_that_name_no_role_are_in_the_one_of_the_figure():
    assert strokes(layout("Só **isso**"))[0].fill.role == "model.tint"
    assert strokes(layout("Só **isso**", role="alert"))[0].fill.role == "alert.tint"


def test_the_stroke_lies_under_the_baseline_of_its_words_and_a_little_beyond_them():
    frame = layout("Só **isso**")
    (stroke,) = strokes(frame)
    words, under = (30.0, 70.0), extent(stroke)
    assert words[0] - SIZE / 4 < under.x < words[0]
    assert words[1] < under.right < words[1] + SIZE / 4
    assert frame.baseline - SIZE / 4 < under.y < frame.baseline < under.bottom < frame.baseline + SIZE / 3


def test_the_stroke_lies_behind_the_words():
    kinds = [type(visit.item) for visit in walk(layout("Só **isso**"))]
    assert kinds.index(Path) < kinds.index(TextBlock)


def test_marked_words_that_wrap_have_a_stroke_in_each_line():
    frame = layout("Um **dois três**", width=80)
    upper, lower = (extent(stroke) for stroke in strokes(frame))
    assert upper.bottom < lower.y


def test_a_headline_without_marks_is_a_text():
    plain = square_layouter().layout(Text("Só isso", "headline"), Limits(700))
    assert dump_frame(layout("Só isso")) == dump_frame(plain)


def test_an_unknown_role_is_refused_with_the_nearest():
    message = refusal(lambda: layout("Só **isso**{respose}"))
    assert message == "o papel “respose” não existe; você quis dizer “response”?"


def test_a_role_is_never_read_nor_spoken():
    assert plain_text("Só **isso**{response}, e já") == "Só isso, e já"
    assert strong_words("Só **isso**{response} **já**") == ("isso", "já")


@pytest.mark.parametrize("kept", ["Só isso{response}", "**isso** {response}", "**isso**{2}"])
def test_braces_that_name_no_role_of_strong_words_are_drawn(kept):
    assert all(not span.role for span in parse_markup(kept))
    assert "{" in plain_text(kept)


def test_strong_words_of_any_text_may_have_a_role():
    frame = square_layouter().layout(Text("Sem **entrada?**{input} Nada."), Limits())
    assert ("entrada?", "input.strong") in paints(frame)


def test_a_number_is_white_on_a_solid_plate():
    frame = square_layouter().layout(number_plate(4), Limits())
    assert dump_frame(frame) == (
        "frame 0 0 24 22\n"
        "  box 0 0 24 22 model.solid radius 8\n"
        "  frame 2 6 20 10\n    label 2 16 20 paper “04”\n"
    )
