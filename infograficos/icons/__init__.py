"""Pictograms: the strokes of each on a grid of 24 by 24, by an English or a Portuguese name."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from infograficos.errors import InputError, close_matches, unknown_name_message

if TYPE_CHECKING:
    from infograficos.scene.items import Step

#: The side of the grid that icons are drawn on.
GRID = 24.0

_DATA = Path(__file__).parent / "data" / "lucide.json"
_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")


@dataclass(frozen=True, slots=True)
class _Library:
    """The icons' path data by name, and the names by Portuguese name."""

    icons: Mapping[str, str]
    aliases: Mapping[str, str]


def icon_names() -> tuple[str, ...]:
    """Return the English names, in alphabetical order."""
    return tuple(_library().icons)


def portuguese_names() -> Mapping[str, str]:
    """Return the English name of each Portuguese one, which are written without accents."""
    return _library().aliases


def icon_name(name: str) -> str:
    """Return the English name of an icon; accents, capitals and spaces do not count.

    Raises `InputError` for a name that there is not, with the nearest ones.
    """
    library, wanted = _library(), _plain(name)
    found = library.aliases.get(wanted, wanted)
    if found not in library.icons:
        raise InputError(unknown_name_message("o ícone", name, nearest_names(name)))
    return found


def nearest_names(name: str, others: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the nearest name of an icon, or of something else, to a wrong one; all where none is near.

    With so many names the second nearest has little to do with what was meant.
    """
    library = _library()
    near = close_matches(_plain(name), (*others, *library.icons, *library.aliases), 1)
    return tuple(near) or (*others, *library.icons)


@cache
def icon_steps(name: str) -> tuple[Step, ...]:
    """Return an icon's lines and curves on its grid; a wrong name raises `InputError`."""
    return tuple(_step(verb, numbers) for verb, numbers in _STEP.findall(_library().icons[icon_name(name)]))


def _step(verb: str, written: str) -> Step:
    # Who only asks for a name need not wait for what pictures are made of.
    from infograficos.scene.geometry import Point  # noqa: PLC0415
    from infograficos.scene.items import Step  # noqa: PLC0415

    numbers = [float(number) for number in written.split()]
    points = tuple(Point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
    return Step(verb, points)  # type: ignore[arg-type]  # the pattern matches no other verb


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.strip().casefold())
    return "-".join("".join(c for c in letters if not unicodedata.combining(c)).split())


@cache
def _library() -> _Library:
    tables = cast("dict[str, dict[str, str]]", json.loads(_DATA.read_text(encoding="utf-8")))
    return _Library(tables["icons"], tables["aliases"])
