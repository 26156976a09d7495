"""Parsing a command's arguments: a chapter, a theme, a path, a width."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.errors import InputError
from infograficos.system.languages import pick_language

if TYPE_CHECKING:
    from infograficos.chapter import Chapter
    from infograficos.theme import Theme


def parse_chapter(script: str | None, language: str | None = None, theme: Theme | None = None) -> Chapter:
    """Return the chapter that a script defines, or the series' own, in a language.

    Args:
        script: the file of the script.
        language: what `--language` says; by default the chapter's own, or else the theme's.
        theme: the theme.
    """
    from infograficos.script import load_chapter

    chapter = load_chapter(parse_optional_path("--from", script))
    if language is not None:
        return chapter.in_language(parse_text("--language", language))
    return chapter.with_default_language(theme.language) if theme else chapter


def parse_theme(theme: str | None) -> Theme:
    """Return the theme of a name or in a file, or the series' own."""
    from infograficos.theme import load_theme

    return load_theme(None if theme is None else parse_text("--theme", theme))


def parse_theme_file(theme: str | None) -> Path | None:
    """Return the file of a theme; None for one that comes with the library."""
    from infograficos.theme import theme_file

    return theme_file(None if theme is None else parse_text("--theme", theme))


def parse_optional_path(option: str, value: str | None) -> Path | None:
    """Return an option's path, or None without one; an empty one raises `InputError`."""
    return None if value is None else parse_path(option, value)


def parse_path(option: str, value: str) -> Path:
    """Return an option's path; an empty one raises `InputError`."""
    return Path(parse_text(option, value))


def parse_text(option: str, value: str) -> str:
    """Return an option's value; an empty one raises `InputError`."""
    if not value.strip():
        raise InputError("a opção “{option}” pede um valor, e veio um texto vazio", option=option)
    return value


def parse_language(name: str | None) -> str | None:
    """Return the code of the language that `--language` names, if it does; errors as in `pick_language`."""
    return None if name is None else pick_language(parse_text("--language", name))


def parse_width(text: str) -> float:
    """Return a width in units, with a decimal point or comma; another text raises `InputError`."""
    if not re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,9})?", text.strip()):
        raise InputError("a largura “{text}” não serve; esperado um número em unidades, como 360", text=text)
    return float(text.replace(",", "."))
