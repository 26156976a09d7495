"""What was given on the command line, read: a chapter, a theme, a text that may not be empty."""

# ruff: noqa: PLC0415 — help must come at once: whatever draws is imported by the command that needs it

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


def given_chapter(source: str | None) -> Chapter:
    """Return the chapter that a script defines, or the series' own."""
    if source is None:
        from infograficos.chapter_07 import chapter

        return chapter
    from infograficos.script import load_chapter

    return load_chapter(given_source(source))


def given_source(source: str | None) -> Path:
    """Return the file that a chapter is loaded from: a script, or the series' own."""
    if source is not None:
        return Path(given("--from", source))
    from infograficos.system.resources import PACKAGE

    return PACKAGE / "chapter_07.py"


def given_theme(file: str | None) -> Theme:
    """Return the theme in a file, or the series' own."""
    from infograficos.theme import load_theme

    return load_theme(Path(given("--theme", file)) if file is not None else None)


def given(option: str, value: str) -> str:
    """Return an option's value; an empty one raises `InputError`."""
    if not value.strip():
        raise InputError(f"a opção “{option}” pede um valor, e veio um texto vazio")
    return value


def given_number(written: str) -> float:
    """Return a width that was written with a point or a comma; another text raises `InputError`."""
    if not re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,9})?", written.strip()):
        from infograficos.theme import refused_width

        raise InputError(refused_width(written))
    return float(written.replace(",", "."))


def given_widths(written: list[str] | None) -> tuple[float | None, ...]:
    """Return the widths that were asked for, or the theme's own; see `given_number`."""
    return tuple(map(given_number, written)) if written else (None,)


def given_appearances(names: list[str] | None) -> tuple[ColorScheme, ...]:
    """Return the variants that were asked for, or `light`; a wrong name raises `InputError`."""
    from infograficos.theme.color_scheme import pick_color_scheme

    return tuple(map(pick_color_scheme, names or ["light"]))


def given_processes(written: str | None) -> int:
    """Return how many processes may be used at once: as many as was asked for, or as there are processors."""
    from infograficos.raster.render_pool import available_cpus

    return available_cpus() if written is None else given_count("--jobs", written)


def given_count(option: str, written: str) -> int:
    """Return an option's whole number, from 1; another text raises `InputError`."""
    if not re.fullmatch(r"0*[1-9][0-9]{0,3}", written.strip()):
        raise InputError(f"“{option} {written}” não serve; esperado um inteiro a partir de 1")
    return int(written)


def given_platform(platform: str, options: ExportOptions, *said: list[str] | None) -> ExportOptions:
    """Return an export's options for a platform; what that decides may not be said as well."""
    from infograficos.publish import pick_platform

    if any(said):
        raise InputError("com “--for”, a plataforma diz “--format”, “--preset”, “--variant” e “--width”")
    return pick_platform(platform).narrowed(options)
