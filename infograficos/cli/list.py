"""The command `list`: a chapter's figures, in columns where these fit, the themes, or icons by words."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from infograficos.cli.arguments import parse_chapter
from infograficos.cli.command import command
from infograficos.cli.options import LanguageName, ScriptFile, flag
from infograficos.errors import InputError
from infograficos.language.languages import SOURCE
from infograficos.language.messages import message, message_code
from infograficos.system.console import print_result, replace_unprintable

if TYPE_CHECKING:
    from infograficos.chapter import Chapter

_GAP = "  "
#: A description cut shorter than this says too little.
_MIN_DESCRIPTION = 24


@command(
    "list",
    summary="Lista as figuras do capítulo, os temas ou os ícones.",
    help="Lista as figuras do capítulo: número, nome, seção e descrição. Com “--themes”, lista os temas que "
    "já vêm prontos. Com “--icons”, lista os ícones, ou só os que têm cada PALAVRA, em português ou em "
    "inglês: o nome e, se houver, os nomes em português.",
)
def list_figures(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="PALAVRA", help="O que o ícone mostra; só com “--icons”.")
    ] = None,
    script: ScriptFile = None,
    icons: Annotated[bool, flag("--icons", "Lista ícones em vez de figuras.")] = False,
    language: LanguageName = None,
    themes: Annotated[bool, flag("--themes", "Lista temas em vez de figuras.")] = False,
) -> None:
    """Print the figures of a chapter, themes or icons, as wide as the terminal."""
    width = shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else None
    if icons and themes:
        raise InputError("“--icons” e “--themes” não se usam juntas; escolha uma")
    if icons:
        print_result("\n".join(icon_list(words or ())))
    elif words:
        raise InputError(
            "“infograficos list” não recebe “{words}”; ícones são com “--icons”", words=" ".join(words)
        )
    elif themes:
        print_result("\n".join(theme_list()))
    else:
        print_result("\n".join(figure_list(parse_chapter(script, language), width)))


def icon_list(words: Collection[str] = ()) -> list[str]:
    """Return the name of each icon that all the words lead to; in Portuguese, with its Portuguese ones."""
    from infograficos.icons.search import search_icons

    found = search_icons(words)
    if not found:
        raise InputError(
            "nenhum ícone tem “{words}”; tente uma palavra só, ou em inglês", words=" ".join(words)
        )
    if message_code() != SOURCE:
        return [icon.name for icon in found]
    column = max(len(icon.name) for icon in found)
    return [f"{icon.name:{column}}{_GAP}{', '.join(icon.portuguese)}".rstrip() for icon in found]


def theme_list() -> list[str]:
    """Return the name of each theme that comes with the library, and what it looks like."""
    from infograficos.theme.palettes import theme_names

    themes = theme_names()
    column = max(map(len, themes))
    return [f"{name:{column}}{_GAP}{message(palette.summary)}" for name, palette in themes.items()]


def figure_list(chapter: Chapter, width: int | None = None) -> Iterator[str]:
    """Yield the number, name, section and description of each figure, cut to a terminal's width in cells."""
    rows = [
        [_line(text) for text in (f"{figure.number:02d}", figure.name, figure.section, figure.summary)]
        for figure in chapter.figures
    ]
    columns = [max(_cells(row[column]) for row in rows) for column in range(3)]
    room = None if width is None else width - sum(columns) - 3 * len(_GAP)
    for row in rows:
        if room is not None and room < _MIN_DESCRIPTION:
            yield from _wrap_row(row, width or 0)
        else:
            padded = [text + " " * (cells - _cells(text)) for text, cells in zip(row, columns, strict=False)]
            yield _GAP.join([*padded, _truncate(row[3], room)]).rstrip()


def _wrap_row(row: list[str], width: int) -> Iterator[str]:
    number, *texts = row
    indent = " " * (len(number) + len(_GAP))
    for text in texts:
        first = f"{number}{_GAP}" if text is texts[0] else indent
        yield from textwrap.wrap(
            text, max(width, 20), initial_indent=first, subsequent_indent=indent, break_on_hyphens=False
        )


def _line(text: str) -> str:
    return replace_unprintable(" ".join(unicodedata.normalize("NFC", text).split()))


def _truncate(text: str, room: int | None) -> str:
    if room is None or _cells(text) <= room:
        return text
    while _cells(text) > room - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _cells(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)
