"""`check` in a script: what it takes, what it measures, and what it says of each figure."""

import json
from dataclasses import replace

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check, load_theme
from infograficos.audit import Finding
from infograficos.builders.loss_mask import IGNORED, LossMask
from infograficos.chapter_07 import chapter
from infograficos.report import FigureReport, Report, SheetFinding, published_sheets, published_theme

CONTENT = LossMask(["oi", "olá"], [IGNORED, 7], [0.0, 1.5])
GOOD = Figure(1, "boa", "Mascaramento", "Só a resposta ensina", CONTENT)
WIDE = Figure(2, "larga", "Mascaramento", "p" * 40, CONTENT)


def test_a_chapter_is_judged_figure_by_figure_in_its_order():
    report = check(chapter)
    assert [figure.name for figure in report.figures] == [figure.full_name for figure in chapter.figures]
    assert all(figure.findings == () for figure in report.figures)
    assert report.passes()
    assert report.passes(strict=True)


def test_one_figure_alone_may_be_judged():
    (report,) = check(GOOD).figures
    assert (report.name, report.words, report.findings) == ("01-boa", 20, ())
    # The smallest text has 20 units; the narrowest phone's column is 312 pixels for 700 units.
    assert report.smallest_pixels == pytest.approx(20 * 312 / 700)
    assert report.contrast == pytest.approx(5.78, abs=0.01)


@pytest.mark.parametrize("several", [[GOOD, WIDE], (GOOD, WIDE), iter([GOOD, WIDE])])
def test_several_figures_may_be_judged(several):
    report = check(several)
    assert [(figure.name, figure.count("error")) for figure in report.figures] == [
        ("01-boa", 0), ("02-larga", 3),
    ]  # fmt: skip
    assert not report.passes()


def test_a_finding_says_on_which_sheets_it_was_made():
    (report,) = check(WIDE).figures
    found = [(each.finding.rule, each.finding.limit, each.sheets) for each in report.findings]
    assert found == [
        ("fit", "628", ("light", "dark")),
        ("fit", "dentro dela", ("light", "dark", "phone")),
        ("fit", "320", ("phone",)),
    ]


def test_figures_of_a_chapter_are_compared_with_each_other():
    other = Figure(2, "outra", "Mascaramento", "Só a resposta ensina", replace(CONTENT, learned_name="oi"))
    report = check(Chapter(1, "Provas", [GOOD, other]))
    assert [figure.count("error") for figure in report.figures] == [0, 1]
    (finding,) = report.figures[1].findings
    assert finding.finding.message == (
        "capítulo: “oi” está no papel “response” (esperado: “instruction”, como em 01-boa); use o mesmo papel"
    )


def test_a_theme_may_be_given_or_named_by_its_file(tmp_path):
    file = tmp_path / "tema.toml"
    file.write_text("[limits]\nwords_advised = 15\n", encoding="utf-8")
    for theme in (file, str(file), load_theme(file)):
        report = check(GOOD, theme=theme)
        assert [each.finding.rule for each in report.figures[0].findings] == ["brevity"]
        assert report.passes()
        assert not report.passes(strict=True)


def test_the_colours_of_the_theme_are_judged_too(tmp_path):
    file = tmp_path / "tema.toml"
    file.write_text('[colors.dark.roles.response]\nsoft = "#40ff40"\n', encoding="utf-8")
    (report,) = check(GOOD, theme=file).figures
    assert {each.sheets for each in report.findings} == {("dark",)}
    assert "softness" in {each.finding.rule for each in report.findings}


def test_only_the_presets_that_are_named_count():
    assert check(GOOD, presets=["devto"]).figures[0].smallest_pixels == pytest.approx(20 * 336 / 700)


@pytest.mark.parametrize(("preset", "width"), [("phone", 360), ("medium-wide", 730)])
def test_a_preset_with_a_sheet_of_its_own_is_measured_on_that_sheet(preset, width):
    assert check(GOOD, presets=[preset]).figures[0].smallest_pixels == pytest.approx(20 * 312 / width)


def test_the_json_is_that_of_the_command_line():
    report = json.loads(check([GOOD]).json())
    assert report == {
        "format": 2,
        "figures": [
            {"name": "01-boa", "words": 20, "smallest_pixels": 8.91, "contrast": 5.78, "findings": []}
        ],
    }


WRONG = "esperado um capítulo, uma figura ou uma lista de figuras"


@pytest.mark.parametrize("wrong", [[], (), "01-boa", [GOOD, "x"], [chapter], {"a": GOOD}])
def test_what_is_no_figure_is_refused(wrong):
    assert refusal(lambda: check(wrong)) == WRONG


@pytest.mark.parametrize("wrong", [None, 3, Figure])
def test_what_holds_no_figures_is_refused_in_the_same_words(wrong):
    assert refusal(lambda: check(wrong)) == WRONG


def test_two_figures_of_one_name_keep_their_findings_apart():
    report = check([GOOD, replace(WIDE, number=1, name="boa")])
    assert [figure.count("error") for figure in report.figures] == [0, 3]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"presets": ["medum"]}, "o preset “medum” não existe; você quis dizer “medium” ou “medium-wide”?"),
        ({"theme": "nada.toml"}, "o arquivo de tema “nada.toml” não existe"),
        ({"theme": 3}, "esperado um tema, o nome ou o arquivo de um, veio int"),
    ],
)
def test_wrong_options_are_refused_word_for_word(options, message):
    assert refusal(lambda: check(GOOD, **options)) == message


@pytest.mark.parametrize(
    ("severities", "passes", "strictly"),
    [
        ([], True, True),
        (["warning"], True, False),
        (["error"], False, False),
        (["error", "warning"], False, False),
    ],
)
def test_an_error_keeps_a_report_from_passing_and_a_warning_only_if_asked_to(severities, passes, strictly):
    findings = [Finding("regra", severity, "folha", "", "m", "l", "a") for severity in severities]
    bad = FigureReport("02-b", 1, 20.0, 21.0, tuple(SheetFinding(each, ("light",)) for each in findings))
    report = Report((FigureReport("01-a", 1, 20.0, 21.0, ()), bad))
    assert (report.passes(), report.passes(strict=True)) == (passes, strictly)


def test_a_figure_is_published_on_its_own_sheets_and_on_those_of_the_presets():
    theme = load_theme()
    presets = dict(theme.presets)
    presets["usual"] = presets["medium"].model_copy(update={"sheet": theme.sheet.width})
    presets["pocket"] = presets["medium"].model_copy(update={"sheet": theme.sheet.phone})
    assert published_sheets(theme.model_copy(update={"presets": presets})) == {
        "light": ("light", None),
        "dark": ("dark", None),
        "phone": ("light", 360),
        "medium-wide": ("light", 730),
    }


@pytest.mark.parametrize("presets", ["devto", ["devto"]])
def test_a_single_preset_may_be_named_by_itself(presets):
    assert list(published_theme(None, presets).presets) == ["devto"]
