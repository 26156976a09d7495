"""`export --check`: what is missing, stale or left over."""

import pytest
from small_chapter import figure

from infograficos import Chapter
from infograficos.export import ExportOptions, differences
from infograficos.raster import render_pool as rendering


@pytest.fixture
def told(out, monkeypatch):
    """What is told of the folder, without the folder's name; nothing may be drawn for it."""

    def told(figures, *, leftovers=True, **options):
        with monkeypatch.context() as undrawn:
            undrawn.setattr(rendering.RenderTask, "render", None)
            lines = differences(figures, ExportOptions(folder=out, **options), leftovers=leftovers)
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


def test_what_somebody_touched_dropped_or_left_is_reported(again, chapter, out, told):
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


def test_a_figure_that_breaks_a_rule_today_is_reported(again, chapter, told):
    again(chapter, formats=("svg",))
    wrong = Chapter(1, "Provas", [chapter.figures[0], figure(2, "dois", subtitle="longo " * 90)])
    (line,) = told(wrong, formats=("svg",))
    assert line.startswith("não pode ser gravado: svg/02-dois.svg: 02-dois: ")


def test_line_ends_that_git_changed_are_current(again, chapter, out, told):
    again(chapter, formats=("svg",))
    for path in (out / "svg/01-um.svg", out / "manifest.json"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert told(chapter, formats=("svg",)) == []


def test_a_mark_that_an_editor_put_first_is_reported_of_a_figure_and_not_of_the_manifest(
    again, chapter, out, told
):
    again(chapter, formats=("svg",))
    for path in (out / "svg/01-um.svg", out / "manifest.json"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert told(chapter, formats=("svg",)) == ["desatualizado: svg/01-um.svg"]


def test_live_text_is_current_whichever_library_cut_its_fonts(again, chapter, out, told, monkeypatch):
    again(chapter, formats=("svg",), text="live")
    monkeypatch.setattr("infograficos.svg.text_writer.woff2_subset", lambda *_: b"de outra versao")
    assert told(chapter, formats=("svg",), text="live") == []
    changed = Chapter(1, "Provas", [chapter.figures[0], figure(2, "dois", "tchau")])
    assert told(changed, formats=("svg",), text="live") == ["desatualizado: svg/02-dois-live.svg"]


def test_a_part_says_nothing_of_the_other_figures(again, chapter, told):
    again(chapter, formats=("svg",))
    assert told(chapter.figures[:1], formats=("svg",), leftovers=False) == []
