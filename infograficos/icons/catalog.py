"""Lucide's icons as one text; only the line of a requested icon is parsed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"

#: The column of a line that holds the drawing.
_PATH = 3


class IconNames(NamedTuple):
    """An icon's English name, its Portuguese ones, and the older names and tags that also find it."""

    name: str
    portuguese: tuple[str, ...]
    others: tuple[str, ...]
    tags: tuple[str, ...]


def path_text(name: str) -> str:
    """Return an icon's lines and curves as they are stored, by its English name."""
    return (_line(name) or "\t\t\t").split("\t")[_PATH]


def find_name(plain: str) -> str | None:
    """Return the English name for a plain one: English, Portuguese or older; None where there is none."""
    found = portuguese_names().get(plain, plain)
    if _line(found) is not None:
        return found
    older = re.search(rf"^([^\t]+)\t(?:[^\t]*,)?{re.escape(found)}[,\t]", _text(), re.MULTILINE)
    return older[1] if older and found else None


def all_names() -> Iterator[IconNames]:
    """Yield the names and tags of every icon, in alphabetical order."""
    portuguese = _portuguese()
    for line in _text().strip().splitlines():
        name, others, tags, _ = line.split("\t")
        yield IconNames(name, portuguese.get(name, ()), tuple(others.split(",")), tuple(tags.split(",")))


@cache
def portuguese_names() -> Mapping[str, str]:
    """Return the English name of each Portuguese one, which are written without accents."""
    return {own: name for name, names in _portuguese().items() for own in names}


def plain(name: str) -> str:
    """Return a name as it is stored: without accents or capitals, with hyphens between its words."""
    letters = unicodedata.normalize("NFD", name.strip().casefold())
    return "-".join("".join(c for c in letters if not unicodedata.combining(c)).replace("_", " ").split())


def _line(name: str) -> str | None:
    text, start = _text(), f"\n{name}\t"
    at = text.find(start)
    return None if at < 0 else text[at + 1 : text.index("\n", at + 1)]


@cache
def _text() -> str:
    return "\n" + (DATA / "lucide.txt").read_text(encoding="utf-8")


@cache
def _portuguese() -> dict[str, tuple[str, ...]]:
    lines = (DATA / "portuguese.txt").read_text(encoding="utf-8").splitlines()
    return {name: tuple(own.split(", ")) for name, _, own in (line.partition(": ") for line in lines)}
