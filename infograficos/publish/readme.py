"""A chapter's README, generated from the same data as its figures."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.export import ExportOptions, folder_layout, plan_files
from infograficos.figure import Figure
from infograficos.language.grammar import ensure_full_stop, join_and, phrase
from infograficos.language.texts import in_language
from infograficos.system.files import ReadErrors, read_text
from infograficos.text.templates import render
from infograficos.theme import Theme, load_theme

_READ_ERRORS = ReadErrors(
    missing="o arquivo “{path}” não existe; grave-o antes, sem “--check”",
    encoding="o arquivo “{path}” não está em UTF-8",
)


def chapter_readme(
    chapter: Chapter, theme: Theme | None = None, folder: Path = Path(), layout: str | None = None
) -> str:
    """Return a chapter's README in Markdown: an introduction, its figures and their guidelines.

    Args:
        chapter: the chapter.
        theme: the visual system, whose limits the guidelines name.
        folder: where the README lies, with the exported figures.
        layout: how these are named; by default as they were exported, or else `flat`.
    """
    naming, chosen = folder_layout(folder, layout, "flat"), theme or load_theme()
    files = plan_files(chapter, ExportOptions(formats=("png",), theme=chosen, **naming))
    names = {file.record.figure: file.record.file for file in reversed(files)}
    figures = [
        {
            "figure": figure,
            "file": names.get(figure.full_name, f"{figure.full_name}.png"),
            "lines": _description(figure),
        }
        for figure in chapter.figures
    ]
    with in_language(chapter.language or chosen.language):
        text = render(
            "pages/chapter.md",
            chapter=chapter,
            introduction=chapter.introduction or _introduction(chapter),
            figures=figures,
            limits=chosen.limits,
        )
    return f"{text}\n"


def _introduction(chapter: Chapter) -> str:
    titles = join_and([f"“{figure.title}”" for figure in chapter.figures])
    return phrase(
        (
            "A figura deste capítulo ajuda a visualizar {titles}.",
            "As figuras deste capítulo ajudam a visualizar {titles}.",
        ),
        len(chapter.figures),
        titles=titles,
    )


def _description(figure: Figure) -> list[str]:
    """Return what a figure shows and what it says, a line each."""
    lines = [figure.headline, figure.subtitle]
    if figure.description:
        lines = [figure.description, " ".join(ensure_full_stop(line) for line in lines if line)]
    return [ensure_full_stop(line) for line in lines if line]


def differences(expected: str, file: Path) -> list[str]:
    """Return a file's differences from a text, none if it is current; an unreadable file raises an error."""
    # Git may have changed the line endings, which does not matter.
    before = read_text(file, _READ_ERRORS, keep_bom=True).splitlines()
    return list(unified_diff(before, expected.splitlines(), str(file), "hoje", lineterm="", n=0))
