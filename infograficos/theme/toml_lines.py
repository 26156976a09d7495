"""Finds the line in which a TOML text sets a key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|'[^']*')"""
_KEY = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*\[{{1,2}}[ \t]*({_KEY})[ \t]*\]")
_SETTING = re.compile(rf"[ \t]*({_KEY})[ \t]*=")
#: Comments and short texts are matched too, so that quotes inside them open nothing.
_TEXTS = re.compile(
    r"""#[^\n]*|\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""", re.DOTALL
)

#: Themes have no deeper keys.
MAX_DEPTH = 6


def find_line(lines: Mapping[tuple[str | int, ...], int], path: Sequence[str | int]) -> int | None:
    """Return the line of a key, or else of the nearest table around it; None if unknown."""
    nearest = (tuple(path[:depth]) for depth in range(len(path), 0, -1))
    return next((lines[key] for key in nearest if key in lines), None)


def index_lines(text: str) -> dict[tuple[str | int, ...], int]:
    """Return the first line, from 1, of each key and table of a TOML text."""
    lines: dict[tuple[str | int, ...], int] = {}
    table: list[str] = []
    for number, line in enumerate(_TEXTS.sub(_blank_multiline, text).split("\n"), start=1):
        header, setting = _HEADER.match(line), _SETTING.match(line)
        if header:
            table = key = _split_key(header[1])
        elif setting:
            key = table + _split_key(setting[1])
        else:
            continue
        for depth in range(1, min(len(key), MAX_DEPTH) + 1):
            lines.setdefault(tuple(key[:depth]), number)
    return lines


def _blank_multiline(match: re.Match[str]) -> str:
    source = match[0]
    return '""' + "\n" * source.count("\n") if source.startswith(('"""', "'''")) else source


def _split_key(source: str) -> list[str]:
    # Let the TOML parser unquote the names.
    table: object = tomllib.loads(f"{source} = 0")
    parts: list[str] = []
    while isinstance(table, dict):
        name, table = next(iter(table.items()))
        parts.append(name)
    return parts
