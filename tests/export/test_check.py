"""`export --check`: what is missing, stale or left over."""

import pytest
from small_chapter import figure

from infograficos import Chapter
from infograficos.export import ExportOptions, differences
from infograficos.raster import render_pool as rendering


@pytest.fixture
def told(out, monkeypatch):
    """What is told of the folder, without the folder's name; nothing may be drawn for it."""

    def told(figures, **options):
        with monkeypatch.context() as undrawn:
            undrawn.setattr(rendering.RenderTask, "render", None)
            lines = differences(figures, ExportOptions(folder=out, **options))
        return [line.replace(f"{out}/", "") for line in lines]

    return told


def test_what_was_just_exported_is_current(again, chapter, told):
    again(chapter)
    assert told(chapter) == []


def test_a_folder_that_is_not_there_lacks_everything(told, chapter):
    assert told(chapter, formats=("svg",)) == ["falta: svg/01-um.svg", "falta: svg/02-dois.svg"]


def test_a_changed_figure_is_stale_in_every_format(again, chapter, told):
    again(chapter)
    changed = Chapter(1, "Provas", [chapter.figures[0], figure(2, "dois", "tchau")])
    assert told(changed) == [
        "desatualizado: devto/02-dois.png",
        "desatualizado: medium/02-dois.png",
        "desatualizado: svg/02-dois.svg",
    ]


def test_what_somebody_touched_dropped_or_left_is_told(again, chapter, out, told):
    again(chapter)
    (out / "medium" / "01-um.png").write_bytes(b"rabisco")
    (out / "devto" / "01-um.png").unlink()
    (out / "svg" / "03-antiga.svg").write_text("<svg/>")
    assert told(chapter) == [
        "falta: devto/01-um.png",
        "alterado depois de exportado: medium/01-um.png",
        "sobra: svg/03-antiga.svg",
    ]


def test_a_figure_that_is_gone_leaves_its_files_over(again, chapter, told):
    again(chapter, formats=("svg",))
    assert told(chapter.figures[:1], formats=("svg",)) == ["sobra: svg/02-dois.svg"]


def test_other_files_of_the_figures_are_held_against_today_too(again, chapter, told):
    again(chapter, formats=("svg",))
    again(chapter, formats=("svg",), variants=("dark",), widths=(360,), text="live")
    assert told(chapter, formats=("svg",)) == []
    changed = Chapter(1, "Provas", [chapter.figures[0], figure(2, "dois", "tchau")])
    assert told(changed, formats=("svg",)) == [
        "desatualizado: svg/02-dois-live-360-dark.svg",
        "desatualizado: svg/02-dois.svg",
    ]


def test_a_figure_that_breaks_a_rule_today_is_told(again, chapter, told):
    again(chapter, formats=("svg",))
    wrong = Chapter(1, "Provas", [chapter.figures[0], figure(2, "dois", subtitle="longo " * 90)])
    (line,) = told(wrong, formats=("svg",))
    assert line.startswith("não pode ser gravado: svg/02-dois.svg: 02-dois: ")
