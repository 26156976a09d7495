import json
from dataclasses import asdict, replace

import pytest
from scenes import LIGHT, audited, card, heading, sheet, text

from infograficos.audit import Profile, check_chapter
from infograficos.audit.rules.consistency import compare, profile
from infograficos.language.messages import VARIABLE
from infograficos.scene.geometry import ORIGIN, Rect, Size
from infograficos.scene.items import Box, Frame, Paint, Placed


def chapter(*frames):
    return [audited(frame, name=f"0{i}-teste") for i, frame in enumerate(frames, 1)]


def found(*frames):
    figures = chapter(*frames)
    judged = zip(figures, check_chapter(figures), strict=True)
    return {
        figure.name: [finding.measured for finding in findings] for figure, findings in judged if findings
    }


def test_figures_of_one_sheet_and_heading_have_nothing_to_say():
    assert found(sheet(), sheet(), sheet(height=400)) == {}


def test_the_odd_sheet_is_named():
    assert found(sheet(), sheet(), sheet(width=690)) == {"03-teste": ["largura da folha: 690,0"]}


def test_figures_checked_in_two_languages_agree_and_are_compared_in_that_of_messages(monkeypatch):
    one, two, odd = chapter(sheet(), sheet(), sheet(width=690))
    profiles = []
    for figure, code in ((one, "pt-BR"), (two, "en"), (odd, "en")):
        monkeypatch.setenv(VARIABLE, code)
        profiles.append(Profile(**json.loads(json.dumps(asdict(profile(figure))))))
    ((index, finding),) = compare(profiles)
    assert (index, finding.measured) == (2, "sheet width: 690.0")
    assert finding.limit == "700.0, as in the others"


def _with_heading(**changes):
    paper = Placed(ORIGIN, Box(Rect(0, 0, 700, 500), LIGHT.paint("paper")))
    return Frame(Size(700, 500), (paper, heading(**changes)))


def test_the_odd_heading_is_named():
    assert found(sheet(), _with_heading(x=50), sheet()) == {
        "02-teste": ["posição do cabeçalho: x 50,0, y 36,0"]
    }
    assert found(sheet(), sheet(), _with_heading(size=44)) == {
        "03-teste": ["corpos do cabeçalho: 20,0, 44,0"]
    }


def test_only_the_first_two_sizes_of_a_heading_are_compared():
    first = heading()
    more = replace(first, item=replace(first.item, items=(*first.item.items, text("menor", 0, 95, size=22))))
    assert found(sheet(), Frame(Size(700, 500), (sheet().items[0], more))) == {}


def test_a_type_size_that_the_theme_does_not_have_is_named():
    assert found(sheet(), sheet(text("quase", 40, 200, size=23))) == {"02-teste": ["corpo de 23,0"]}


def test_a_stroke_that_the_theme_does_not_have_is_named():
    assert found(sheet(), sheet(card(40, 150, 90, 60, stroke=1.9))) == {"02-teste": ["traço de 1,90"]}


def test_a_word_keeps_its_role():
    first = sheet(text("resposta", 40, 200, paint="response.strong"))
    second = sheet(text("Resposta.", 40, 200, paint="instruction.strong"))
    assert found(first, second) == {"02-teste": ["está no papel “instruction”"]}


def test_a_role_keeps_its_color():
    frame = sheet(text("resposta", 40, 200, paint="response.strong"))
    other = sheet(text("outra coisa", 40, 200, paint="response.strong"))
    block = other.items[-1].item
    run = block.lines[0].runs[0]
    line = replace(block.lines[0], runs=(replace(run, paint=Paint("response.strong", "#005500")),))
    changed = replace(
        other, items=(*other.items[:-1], replace(other.items[-1], item=replace(block, lines=(line,))))
    )
    assert found(frame, changed) == {"02-teste": ["“response.strong” é #005500"]}
    dark = audited(changed, name="02-teste", look=replace(LIGHT, variant="dark"))
    found_in_both = compare([profile(each) for each in (*chapter(frame), dark)])
    assert [told for _, told in found_in_both if "é #005500" in told.measured] == []


def test_a_stroke_in_the_paint_of_its_fill_only_makes_a_shape_larger():
    larger = card(40, 150, 90, 60, fill="model.tint", border="model.tint", stroke=7.9)
    assert found(sheet(), sheet(larger)) == {}


def test_a_word_that_is_masked_keeps_its_role_elsewhere():
    masked, shown = (sheet(text("gato", 40, 200, paint=f"{role}.strong")) for role in ("masked", "input"))
    assert found(masked, shown) == {}


@pytest.mark.parametrize(
    ("word", "one", "other"),
    [("servidor", "category1", "category5"), ("servidor", "input", "category5"), ("x", "input", "model")],
)
def test_categories_and_single_letters_mean_something_else_in_each_figure(word, one, other):
    first, second = (sheet(text(word, 40, 200, paint=f"{role}.strong")) for role in (one, other))
    assert found(first, second) == {}
