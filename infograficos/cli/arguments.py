"""Reading the words of the command line: a chapter, a theme, a path, a number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.errors import InputError

if TYPE_CHECKING:
    from infograficos.chapter import Chapter
    from infograficos.export import ExportOptions
    from infograficos.theme import Theme
    from infograficos.theme.color_scheme import ColorScheme


def parse_chapter(source: str | None) -> Chapter:
    """Return the chapter that a script defines, or the series' own."""
    if source is None:
        from infograficos.chapter_07 import chapter

        return chapter
    from infograficos.script import load_chapter

    return load_chapter(parse_source(source))


def parse_source(source: str | None) -> Path:
    """Return the file that a chapter is loaded from: a script, or the series' own."""
    if source is not None:
        return parse_path("--from", source)
    from infograficos.system.resources import PACKAGE

    return PACKAGE / "chapter_07.py"


def parse_theme(file: str | None) -> Theme:
    """Return the theme in a file, or the series' own."""
    from infograficos.theme import load_theme

    return load_theme(None if file is None else parse_path("--theme", file))


def parse_path(option: str, value: str) -> Path:
    """Return an option's path; an empty one raises `InputError`."""
    return Path(parse_text(option, value))


def parse_text(option: str, value: str) -> str:
    """Return an option's value; an empty one raises `InputError`."""
    if not value.strip():
        raise InputError(f"a opção “{option}” pede um valor, e veio um texto vazio")
    return value


def parse_width(text: str) -> float:
    """Return a width in units, with a decimal point or comma; another text raises `InputError`."""
    if not re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,9})?", text.strip()):
        from infograficos.theme import invalid_width_message

        raise InputError(invalid_width_message(text))
    return float(text.replace(",", "."))


def parse_widths(texts: list[str] | None) -> tuple[float | None, ...]:
    """Return the widths of the sheets; None is the theme's own."""
    return tuple(map(parse_width, texts)) if texts else (None,)


def parse_color_schemes(names: list[str] | None) -> tuple[ColorScheme, ...]:
    """Return the colour schemes of these names, or `light`; a wrong name raises `InputError`."""
    from infograficos.theme.color_scheme import pick_color_scheme

    return tuple(map(pick_color_scheme, names or ["light"]))


def parse_jobs(text: str | None) -> int:
    """Return the number of processes, by default one per processor; a wrong one raises `InputError`."""
    from infograficos.raster.render_pool import available_cpus

    if text is None:
        return available_cpus()
    if not re.fullmatch(r"0*[1-9][0-9]{0,3}", text.strip()):
        raise InputError(f"“--jobs {text}” não serve; esperado um inteiro a partir de 1")
    return int(text)


def parse_platform(platform: str, options: ExportOptions, *others: list[str] | None) -> ExportOptions:
    """Return an export's options for a platform; `others`, which it decides, must not be there as well."""
    from infograficos.publish import pick_platform

    if any(others):
        raise InputError("com “--for”, a plataforma diz “--format”, “--preset”, “--variant” e “--width”")
    return pick_platform(platform).narrow(options)
