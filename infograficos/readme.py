"""The README of a chapter's folder, written from the same data as its figures."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.errors import InputError, MachineError
from infograficos.text import page
from infograficos.theme import Theme, load_theme
from infograficos.writing import reason


def chapter_readme(chapter: Chapter, theme: Theme | None = None) -> str:
    """Return a chapter's README in Markdown: its figures, the guidelines, the figures in words."""
    return page("chapter.md", chapter=chapter, limits=(theme or load_theme()).limits)


def differences(written: str, file: Path) -> list[str]:
    """Return the lines in which a file differs from what would be written today; none where it is current.

    A file that is missing or cannot be read raises `InputError` or `MachineError`.
    """
    lines = unified_diff(_read(file).splitlines(), written.splitlines(), str(file), "hoje", lineterm="", n=0)
    return list(lines)


def _read(file: Path) -> str:
    try:
        # Git may have changed the line ends; what is said has not changed by that.
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"o arquivo “{file}” não existe; grave-o antes, sem “--check”") from None
    except IsADirectoryError:
        raise InputError(f"“{file}” é uma pasta; esperado o nome de um arquivo") from None
    except UnicodeDecodeError:
        raise InputError(f"o arquivo “{file}” não está em UTF-8") from None
    except OSError as error:
        raise MachineError(f"não foi possível ler “{file}”: {reason(error)}") from error
