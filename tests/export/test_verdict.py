"""An export refuses exactly what `check` calls an error, on the sheets and for the presets that it writes."""

import json
from dataclasses import replace

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check, load_theme
from infograficos.builders.loss_mask import IGNORED, LossMask
from infograficos.export import ExportOptions, differences

CONTENT = LossMask(["oi", "olá"], [IGNORED, 7], [0.0, 1.5])
ONE = Figure(1, "um", "Mascaramento", "Só a resposta ensina", CONTENT)
OTHER = Figure(2, "dois", "Mascaramento", "Só a resposta ensina", replace(CONTENT, learned_name="oi"))
BOTH = Chapter(1, "Provas", [ONE, OTHER])

MESSAGE = (
    "02-dois: capítulo: “oi” está no papel “response” (esperado: “instruction”, como em 01-um); "
    "use o mesmo papel"
)


@pytest.mark.parametrize(
    "options", [{}, {"variants": ("light", "dark")}, {"formats": ("svg",), "steps": True}]
)
def test_figures_are_compared_with_each_other(again, out, options):
    assert refusal(lambda: again(BOTH, **options)) == MESSAGE
    assert not out.exists()


def test_both_papers_in_one_file_are_compared(again):
    assert refusal(lambda: again(BOTH, formats=("svg",), variants=("auto",))) == MESSAGE


def test_a_chapter_in_one_file_is_compared(again):
    assert refusal(lambda: again(BOTH, formats=("pdf",), together=True)) == MESSAGE


def test_figures_that_were_exported_apart_are_compared_all_the_same(again):
    again([ONE])
    again([OTHER])
    assert refusal(lambda: again(BOTH)) == MESSAGE
    assert refusal(lambda: again(BOTH)) == MESSAGE


def test_what_was_compared_is_not_compared_again(again, monkeypatch):
    alike = Chapter(1, "Provas", [ONE, replace(ONE, number=2, name="dois")])
    again(alike)
    monkeypatch.setattr("infograficos.audit.compare", None)
    assert again(alike) == set()


def test_of_what_is_forced_a_difference_is_advice(again_with):
    assert MESSAGE in again_with(BOTH, force=True).messages


def test_what_would_be_refused_is_not_current(again, out):
    options = ExportOptions(out, ("svg",))
    again([ONE], formats=("svg",))
    again([OTHER], formats=("svg",))
    assert differences([ONE], options) == [f"sobra: {out / 'svg' / '02-dois.svg'}"]
    assert differences(BOTH, options) == [f"não pode ser gravado: {out / 'svg' / '02-dois.svg'}: {MESSAGE}"]


def strict_theme(**changes):
    theme = load_theme()
    strict = theme.presets["medium"].model_copy(update=changes)
    return theme.model_copy(update={"presets": theme.presets | {"strict": strict}})


def test_a_preset_on_request_counts_where_it_is_written(again, out):
    theme = strict_theme(tallest=0.1, on_request=True)
    again([ONE], theme=theme)
    assert "para “strict”" in refusal(lambda: again([ONE], theme=theme, presets=("strict",)))
    assert check(ONE, theme=theme).passes()
    assert not check(ONE, theme=theme, presets=["strict"]).passes()


def test_a_preset_that_is_not_written_does_not_count(again):
    theme = strict_theme(tallest=0.1)
    assert "para “strict”" in refusal(lambda: again([ONE], theme=theme))
    again([ONE], theme=theme, presets=("medium",))
    assert check(ONE, theme=theme, presets=["medium"]).passes()


def test_what_the_manifest_says_of_an_svg_does_not_depend_on_the_presets_beside_it(again, out):
    def measured():
        records = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["files"]
        return next(each["smallest_pixels"] for each in records if each["format"] == "svg")

    again([ONE])
    usual = measured()
    again([ONE], presets=("devto",), force=True)
    assert measured() == usual
