"""In which line of a TOML text a key is set."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|'[^']*')"""
_KEY = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*\[{{1,2}}[ \t]*({_KEY})[ \t]*\]")
_SETTING = re.compile(rf"[ \t]*({_KEY})[ \t]*=")
#: Comments and short texts are matched only to be left alone: quotes inside them open nothing.
_TEXTS = re.compile(
    r"""#[^\n]*|\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""", re.DOTALL
)

#: No key of a theme lies deeper; what does is noise.
DEEPEST = 6


def line_of(lines: Mapping[tuple[str | int, ...], int], path: Sequence[str | int]) -> int | None:
    """Return the line that sets a key or else the nearest table around it; None if none does.

    Args:
        lines: those of the text, as `key_lines` tells them.
        path: the names of the tables around the key, and its own.
    """
    for depth in range(len(path), 0, -1):
        line = lines.get(tuple(path[:depth]))
        if line is not None:
            return line
    return None


def key_lines(text: str) -> dict[tuple[str | int, ...], int]:
    """Return the line, from 1, in which each key and table of a TOML text is first named."""
    found: dict[tuple[str | int, ...], int] = {}
    table: list[str] = []
    for number, line in enumerate(_TEXTS.sub(_blanked, text).split("\n"), start=1):
        header, setting = _HEADER.match(line), _SETTING.match(line)
        if header:
            table = key = _parts(header[1])
        elif setting:
            key = table + _parts(setting[1])
        else:
            continue
        for depth in range(1, min(len(key), DEEPEST) + 1):
            found.setdefault(tuple(key[:depth]), number)
    return found


def _blanked(match: re.Match[str]) -> str:
    written = match[0]
    return '""' + "\n" * written.count("\n") if written.startswith(('"""', "'''")) else written


def _parts(written: str) -> list[str]:
    # The reader itself knows best how quoted names are spelled.
    table: object = tomllib.loads(f"{written} = 0")
    parts: list[str] = []
    while isinstance(table, dict):
        name, table = next(iter(table.items()))
        parts.append(name)
    return parts
