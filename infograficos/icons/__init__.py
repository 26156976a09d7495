"""Pictograms: the strokes of each on a grid of 24 by 24, by an English or a Portuguese name."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from infograficos.errors import InputError, unknown_name_message

if TYPE_CHECKING:
    from infograficos.scene.items import PathCommand

#: The side of the grid that icons are drawn on.
GRID = 24.0

_DATA = Path(__file__).parent / "data" / "lucide.json"
_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")


def icon_names() -> tuple[str, ...]:
    """Return the English names, in alphabetical order."""
    return tuple(_tables()["icons"])


def portuguese_names() -> Mapping[str, str]:
    """Return the English name of each Portuguese one, which are written without accents."""
    return _tables()["aliases"]


def icon_name(name: str) -> str:
    """Return the English name of an icon; accents, capitals and spaces do not count.

    Raises `InputError` for a name that there is not, with the nearest one.
    """
    wanted = _plain(name)
    found = portuguese_names().get(wanted, wanted)
    if found not in _tables()["icons"]:
        raise InputError(unknown_icon_message("o ícone", name))
    return found


def unknown_icon_message(kind: str, name: str, others: tuple[str, ...] = ()) -> str:
    """Say that an icon, or something else with such names, does not exist, with the nearest name.

    With so many names a distant one, or the second nearest, has little to do with what was meant.
    """
    known = (*others, *sorted(portuguese_names()))
    return unknown_name_message(kind, name, known, icon_names(), limit=1, likeness=0.75)


@cache
def icon_commands(name: str) -> tuple[PathCommand, ...]:
    """Return an icon's lines and curves on its grid; a wrong name raises `InputError`."""
    # Who only asks for a name need not wait for what pictures are made of.
    from infograficos.scene.geometry import Point  # noqa: PLC0415
    from infograficos.scene.items import PathCommand  # noqa: PLC0415

    commands = []
    for verb, written in _STEP.findall(_tables()["icons"][icon_name(name)]):
        numbers = map(float, written.split())
        commands.append(PathCommand(verb, tuple(Point(x, y) for x, y in zip(numbers, numbers, strict=True))))
    return tuple(commands)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.strip().casefold())
    return "-".join("".join(c for c in letters if not unicodedata.combining(c)).split())


@cache
def _tables() -> dict[str, dict[str, str]]:
    return cast("dict[str, dict[str, str]]", json.loads(_DATA.read_text(encoding="utf-8")))
