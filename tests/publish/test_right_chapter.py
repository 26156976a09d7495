"""Figures of another chapter do not get into an article because its author forgot `--from`."""

from dataclasses import replace

import pytest
from article_sample import figure
from refusals import refusal

from infograficos import Chapter
from infograficos.publish import check_article, update_article
from infograficos.publish.chapter_scripts import find_chapter_scripts

SERIES = Chapter(7, "Instruction Tuning", [figure(1, "visao-geral", section="Do Modelo Base ao Assistente")])
SCRIPT = "from infograficos import Chapter, Figure\n\nchapter = Chapter(3, 'Atenção', [])\n"
BARE = "# Capítulo 03 — Atenção\n\n## O problema do contexto\n\ntexto\n"


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "capitulo.py"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def test_an_article_without_any_section_of_the_series_is_refused(article, publication):
    path = article(BARE)
    assert refusal(lambda: update_article(path, publication(), SERIES, place=True)) == (
        "artigo.md: nenhum título é uma seção do capítulo 07, “Instruction Tuning”, e nada foi gravado; "
        "diga em “--from” o arquivo do capítulo dele\n"
        "para pôr figuras dele no fim do artigo, diga quais, como “infograficos embed 1 2”"
    )
    assert path.read_text() == BARE
    assert update_article(path, publication(), SERIES, SERIES.figures, place=True).changed == SERIES.figures


def test_the_chapters_file_beside_an_article_is_named(article, publication, script):
    path = article(BARE)
    told = refusal(lambda: update_article(path, publication(), SERIES, place=True))
    assert f"; esqueceu “--from {script}”?\n" in told
    path.write_text("## Do modelo base ao assistente\n")
    [warning] = update_article(path, publication(), SERIES, place=True).warnings
    assert warning == f"“{script}” define um capítulo; sem “--from {script}” valem as figuras da série"
    assert check_article(path, publication(), SERIES).warnings[0] == warning
    own = replace(publication(), script=script)
    assert update_article(path, own, SERIES).warnings == ()


@pytest.mark.parametrize("platform", ["github", "mkdocs", "notebook", "medium"])
def test_another_chapters_figure_is_not_overwritten(article, publication, script, platform):
    own = Chapter(3, "Atenção", [figure(1, "contexto-importa")])
    path = article("<!-- infograficos: 01 -->\n<!-- /infograficos -->\n")
    update_article(path, replace(publication(platform), script=script), own)
    before = path.read_text()
    for attempt in (update_article, check_article):
        assert refusal(lambda attempt=attempt: attempt(path, publication(platform), SERIES)) == (
            "artigo.md, linha 1: aqui está a figura “01-contexto-importa”, e a do capítulo da série é "
            f"“01-visao-geral”; esqueceu “--from {script}”?"
        )
    assert path.read_text() == before


def test_a_figure_of_the_own_chapter_may_be_renamed(article, publication, script):
    path = article("<!-- infograficos: 01 -->\n<!-- /infograficos -->\n")
    own = replace(publication(), script=script)
    update_article(path, own, Chapter(3, "T", [figure(1, "antes")]))
    assert update_article(path, own, Chapter(3, "T", [figure(1, "depois")])).changed


def test_a_file_of_another_kind_is_no_chapter(tmp_path, script):
    (tmp_path / "treino.py").write_text("import torch\n")
    (tmp_path / "livro.py").write_text("class Chapter: ...\n\nChapter()\n")
    assert find_chapter_scripts(tmp_path) == [script]
    assert find_chapter_scripts(tmp_path / "nenhuma") == []
