"""The command `list`: the figures of a chapter, in columns where these fit, one below the other elsewhere."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from infograficos.cli.arguments import parse_chapter
from infograficos.cli.command import command
from infograficos.cli.options import ScriptFile
from infograficos.system.console import print_result, replace_unprintable

if TYPE_CHECKING:
    from infograficos.chapter import Chapter

_GAP = "  "
#: A description cut shorter than this says too little.
_MIN_DESCRIPTION = 24


@command(
    "list",
    summary="Lista as figuras do capítulo.",
    help="Lista as figuras do capítulo: número, nome, seção e descrição.",
)
def list_figures(script: ScriptFile = None) -> None:
    """Print the figures of a chapter, as wide as the terminal."""
    width = shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else None
    print_result("\n".join(figure_list(parse_chapter(script), width)))


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
