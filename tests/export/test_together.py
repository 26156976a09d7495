"""A chapter in one PDF: a page a figure, all of them or none."""

from __future__ import annotations

import os
import signal
from importlib import import_module

import pytest
from pypdf import PdfReader
from small_chapter import figure

from infograficos import Chapter, Figure
from infograficos.errors import FigureError, InputError, MachineError
from infograficos.export import ExportOptions, differences, export

TOGETHER = {"formats": ("pdf",), "together": True}


def test_a_page_a_figure_with_bookmarks_and_the_chapter_s_title(again, chapter, out, needs_libcairo):
    assert again(chapter, **TOGETHER) == {"capitulo-01.pdf"}
    document = PdfReader(out / "capitulo-01.pdf")
    assert document.metadata.title == "Capítulo 01: Provas"
    assert len(document.pages) == 2
    assert [mark.title for mark in document.outline] == [
        each.draw().description.title for each in chapter.figures
    ]


def test_each_paper_and_width_is_a_file(again, chapter, needs_libcairo):
    sheets = {"variants": ("light", "dark"), "widths": (700, 360)}
    assert again(chapter, **TOGETHER, **sheets) == {
        f"capitulo-01{end}.pdf" for end in ("", "-dark", "-360", "-360-dark")
    }


def test_what_is_current_stays(again, chapter, out, needs_libcairo):
    again(chapter, **TOGETHER)
    assert again(chapter, **TOGETHER) == set()
    assert again(chapter, formats=("svg",)) == {"svg/01-um.svg", "svg/02-dois.svg"}
    assert differences(chapter, ExportOptions(folder=out, formats=("svg",))) == []


def test_a_chapter_in_which_nothing_changed_is_not_laid_out_again(
    again, chapter, monkeypatch, needs_libcairo
):
    again(chapter, **TOGETHER)
    monkeypatch.setattr(Figure, "draw", None)
    assert again(chapter, **TOGETHER) == set()


def test_a_figure_with_an_error_keeps_the_chapter_from_being_written(again, out):
    broken = Chapter(1, "Provas", [figure(1, "um"), figure(2, "dois", "p" * 60)])
    with pytest.raises(FigureError, match=r"^02-dois: "):
        again(broken, **TOGETHER)
    assert not out.exists()


def test_without_libcairo_nothing_is_written(again, chapter, out, monkeypatch):
    # The module, which the function of the same name hides.
    monkeypatch.setattr(import_module("infograficos.raster.pdf"), "engine_name", lambda: "resvg")
    with pytest.raises(MachineError, match="para gerar PDF é preciso a libcairo"):
        again(chapter, **TOGETHER)
    assert not out.exists()


def test_a_stale_chapter_is_reported_with_its_figures_and_alone(again, chapter, out, needs_libcairo):
    again(chapter, **TOGETHER)
    changed = Chapter(1, "Provas", [chapter.figures[0], figure(2, "dois", "tchau")])
    for options in (ExportOptions(folder=out, **TOGETHER), ExportOptions(folder=out, formats=("png",))):
        lines = differences(changed, options)
        assert f"desatualizado: {out}/capitulo-01.pdf" in lines
        assert not any("capitulo" in line for line in differences(chapter, options))
    renumbered = Chapter(2, "Provas", chapter.figures)
    assert f"sobra: {out}/capitulo-01.pdf" in differences(renumbered, ExportOptions(folder=out))


def test_a_part_of_the_chapter_says_nothing_of_its_pdf(again, chapter, out, needs_libcairo):
    again(chapter, **TOGETHER)
    again(chapter, formats=("svg",))
    options = ExportOptions(folder=out, formats=("svg",))
    assert differences(chapter.figures[:1], options, leftovers=False) == []


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda _chapter: ExportOptions(together=True),
            "o capítulo em um só arquivo existe em PDF; peça só o formato “pdf”",
        ),
        (
            lambda chapter: export(chapter.figures, ExportOptions(**TOGETHER)),
            "um só PDF para o capítulo pede um capítulo, e vieram figuras",
        ),
    ],
)
def test_what_cannot_be_together_is_refused(chapter, ask, message):
    with pytest.raises(InputError) as refusal:
        ask(chapter)
    assert str(refusal.value) == message


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_who_asks_to_end_waits_until_a_page_is_written(again, chapter, out, monkeypatch, needs_libcairo):
    engine, pages = import_module("infograficos.raster.cairosvg_engine"), []
    write = engine.pdf_bytes

    def asked(document):
        os.kill(os.getpid(), signal.SIGTERM)
        pages.append(write(document))
        return pages[-1]

    def stop(_number, _frame):
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "pdf_bytes", asked)
    before = signal.signal(signal.SIGTERM, stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            again(chapter, **TOGETHER)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert len(pages) == 1
    assert not out.exists()
