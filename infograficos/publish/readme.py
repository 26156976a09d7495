"""A chapter's README, generated from the same data as its figures."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.system.files import ReadErrors, read_text
from infograficos.text.templates import render
from infograficos.theme import Theme, load_theme

_READ_ERRORS = ReadErrors(
    missing="o arquivo “{path}” não existe; grave-o antes, sem “--check”",
    encoding="o arquivo “{path}” não está em UTF-8",
)


def chapter_readme(chapter: Chapter, theme: Theme | None = None) -> str:
    """Return a chapter's README in Markdown: figures, guidelines, alt texts."""
    return render("pages/chapter.md", chapter=chapter, limits=(theme or load_theme()).limits) + "\n"


def differences(expected: str, file: Path) -> list[str]:
    """Return a file's differences from a text, none if it is current; an unreadable file raises an error."""
    # Git may have changed the line endings, which does not matter.
    before = read_text(file, _READ_ERRORS, keep_bom=True).splitlines()
    return list(unified_diff(before, expected.splitlines(), str(file), "hoje", lineterm="", n=0))
