"""What the page is told of each figure: the report's findings, outlined where they are."""

import pytest

from infograficos.builders.loss_mask import IGNORED, LossMask
from infograficos.figure import Figure
from infograficos.language.messages import VARIABLE
from infograficos.preview.figure_checks import MAX_OUTLINES, check_figures
from infograficos.report import published_sheets, published_theme

CONTENT = LossMask(tokens=["oi", "olá"], labels=[IGNORED, 7], losses=[0.0, 1.5])
THEME = published_theme(None)


def findings(headline="Só a resposta ensina", theme=THEME):
    figure = Figure(1, "um", "Mascaramento", headline, CONTENT)
    drawings = {
        (figure.full_name, sheet): figure.draw(theme, variant, width)
        for sheet, (variant, width) in published_sheets(theme).items()
    }
    ((_, judgement),) = check_figures([figure.full_name], theme, drawings)
    return judgement["findings"]


def test_a_sound_figure_has_nothing_outlined():
    assert findings() == []


def test_a_word_is_outlined_with_air_around_it_and_never_outside_the_sheet():
    wide = next(each for each in findings("p" * 40) if each["rule"] == "fit")
    ((x, y, width, height),) = wide["places"]["light"]
    assert (x, x + width) == pytest.approx((100 * 30 / 700, 100))
    assert 0 < y < 30
    assert 0 < height < 20


def test_what_is_wrong_with_the_whole_sheet_outlines_it():
    limits = THEME.limits.model_copy(update={"words_advised": 3})
    (finding,) = findings(theme=THEME.model_copy(update={"limits": limits}))
    assert finding["places"] == {sheet: [[0, 0, 100, 100]] for sheet in ("light", "dark", "phone")}


def test_no_more_is_outlined_than_one_takes_in():
    limits = THEME.limits.model_copy(update={"smallest_text": 90.0})
    every = findings(theme=THEME.model_copy(update={"limits": limits}))
    assert every
    assert max(len(places) for each in every for places in each["places"].values()) <= MAX_OUTLINES


def test_a_finding_is_said_in_the_language_of_messages(monkeypatch):
    monkeypatch.setenv(VARIABLE, "en")
    limits = THEME.limits.model_copy(update={"words_advised": 3})
    (finding,) = findings(theme=THEME.model_copy(update={"limits": limits}))
    said = [finding[name] for name in ("rule", "kind", "title", "where", "what", "advice")]
    assert said == [
        "brevity",
        "warning",
        "brevity",
        "light, dark, phone",
        "sheet: has 20 words (expected: at most 3).",
        "Cut words or split the figure in two.",
    ]
