"""A chapter in several languages: translations, their files beside each other, covers and the command."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from refusals import refusal

from infograficos import Chapter, Figure
from infograficos.builders.windows import EXAMPLES
from infograficos.cover import cover
from infograficos.export import ExportOptions, differences, export, read_manifest

WINDOWS = EXAMPLES["passo a passo"]
FIGURE = Figure(1, "janelas", "Janelas", "A janela anda", WINDOWS)
ENGLISH = Chapter(2, "Windows", [replace(FIGURE, name="windows", headline="It slides")], language="en")
CHAPTER = Chapter(2, "Janelas", [FIGURE], translations=[ENGLISH])

SCRIPT = """
from infograficos import Chapter, Figure
from infograficos.builders.windows import EXAMPLES

chapter = Chapter(2, "Janelas", [Figure(1, "janelas", "Janelas", "A janela anda", EXAMPLES["passo a passo"])])
"""


def test_a_translation_is_taken_where_there_is_one():
    assert CHAPTER.in_language("en").figures[0].headline == "It slides"
    assert CHAPTER.in_language("en").title == "Windows"
    assert CHAPTER.in_language("pt-BR").figures[0].full_name == "01-janelas"


def test_a_figure_without_translation_never_takes_the_files_of_its_source():
    assert CHAPTER.in_language("es").figures[0].full_name == "01-janelas-es"
    same = replace(CHAPTER, translations=[replace(ENGLISH, figures=[FIGURE])])
    assert same.in_language("en").figures[0].full_name == "01-janelas-en"


def test_translations_agree_with_the_chapter():
    def said(*translations: Chapter) -> str:
        return refusal(lambda: replace(CHAPTER, translations=translations))

    assert "cada tradução diz a sua língua" in said(replace(ENGLISH, language=""))
    assert "“en” aparece mais de uma vez" in said(ENGLISH, ENGLISH)
    other = replace(ENGLISH, figures=[replace(FIGURE, number=3)])
    assert "a tradução “en” deve ter as figuras [1]" in said(other)


def test_files_of_two_languages_lie_beside_each_other(tmp_path: Path):
    options = ExportOptions(folder=tmp_path, formats=("svg",))
    for chapter in (CHAPTER, CHAPTER.in_language("en")):
        export(chapter, options)
    records = read_manifest(tmp_path)
    assert {file: record.language for file, record in records.items()} == {
        "svg/01-janelas.svg": "",
        "svg/01-windows.svg": "en",
    }
    assert [differences(each, options) for each in (CHAPTER, CHAPTER.in_language("en"))] == [[], []]
    assert 'lang="en"' in (tmp_path / "svg/01-windows.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "name", "alt"),
    [
        ("pt-BR", "02-capa", "Capa do capítulo 2: Janelas."),
        ("en", "02-cover", "Cover of chapter 2: Windows."),
        ("es", "02-portada", "Portada del capítulo 2: Janelas."),
    ],
)
def test_a_cover_is_in_the_language_of_its_chapter(code, name, alt):
    made = cover(CHAPTER.in_language(code))
    assert made.name == name
    assert made.alt.startswith(alt)
    assert f'lang="{code}"' in made.svg()


def test_a_chapter_without_a_series_names_none():
    assert CHAPTER.series == ""
    assert "série" not in cover(CHAPTER).alt
    assert "Capa da série Séries, capítulo 2" in cover(replace(CHAPTER, series="Séries")).alt


def test_commands_take_a_language(run, tmp_path: Path):
    script, out = tmp_path / "capitulo.py", tmp_path / "dist"
    script.write_text(SCRIPT, encoding="utf-8")
    given = ["--from", script, "--language", "en"]
    assert run("export", *given, "--out", out, "--format", "svg")[0] == 0
    assert [path.name for path in (out / "svg").iterdir()] == ["01-janelas-en.svg"]
    assert "01-janelas-en.svg" in run("embed", *given, "--out", out, "--for", "github")[1]
    assert "cover" in run("cover", *given, "--out", out, "--language", "en", "--preset", "og")[1]
    assert "janelas-en" in run("inspect", "1", *given, "--language", "en", "--json")[1]
    assert "01-janelas-en" in run("readme", *given, "--language", "en")[1]
    assert "janelas-en" in run("list", *given, "--language", "en")[1]
    code, _, error = run("check", "--from", script, "--language", "ingles")
    assert (code, "a língua “ingles” não existe; você quis dizer “en”?" in error) == (2, True)
