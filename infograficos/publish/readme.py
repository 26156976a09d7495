"""The README of a chapter's folder, written from the same data as its figures."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.system.read_text import ReadErrors, read_text
from infograficos.text.templates import render_page
from infograficos.theme import Theme, load_theme

_REFUSALS = ReadErrors(
    missing="o arquivo “{path}” não existe; grave-o antes, sem “--check”",
    encoding="o arquivo “{path}” não está em UTF-8",
)


def chapter_readme(chapter: Chapter, theme: Theme | None = None) -> str:
    """Return a chapter's README in Markdown: its figures, the guidelines, the figures in words."""
    return render_page("chapter.md", chapter=chapter, limits=(theme or load_theme()).limits)


def differences(written: str, file: Path) -> list[str]:
    """Return the lines in which a file differs from what would be written today; none where it is current.

    A file that is missing or cannot be read raises `InputError` or `MachineError`.
    """
    # Git may have changed the line ends; what is said has not changed by that.
    before = read_text(file, _REFUSALS, keep_bom=True).splitlines()
    return list(unified_diff(before, written.splitlines(), str(file), "hoje", lineterm="", n=0))
