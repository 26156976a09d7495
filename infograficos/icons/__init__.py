"""Pictograms: the strokes of each on a grid of 24 by 24, by an English or a Portuguese name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from infograficos.errors import InputError
from infograficos.icons.catalog import all_names, find_name, path_text, plain, portuguese_names

if TYPE_CHECKING:
    from infograficos.scene.items import PathCommand

__all__ = ["GRID", "icon_commands", "icon_name", "icon_names", "portuguese_names"]

#: The side of the grid that icons are drawn on.
GRID = 24.0

_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")


def icon_names() -> tuple[str, ...]:
    """Return the English names, in alphabetical order."""
    return tuple(icon.name for icon in all_names())


def icon_name(name: str) -> str:
    """Return the English name of an icon; accents, capitals and spaces do not count.

    Raises `InputError` for a name that there is not, with the nearest ones.
    """
    if found := find_name(plain(name)):
        return found
    # Only a wrong name needs the list of all names.
    from infograficos.icons.search import unknown_icon_message  # noqa: PLC0415

    raise InputError(unknown_icon_message("o ícone", name))


@cache
def icon_commands(name: str) -> tuple[PathCommand, ...]:
    """Return an icon's lines and curves on its grid; a wrong name raises `InputError`."""
    # Looking up a name needs no drawing code.
    from infograficos.scene.geometry import Point  # noqa: PLC0415
    from infograficos.scene.items import PathCommand  # noqa: PLC0415

    commands = []
    for verb, written in _STEP.findall(path_text(icon_name(name))):
        numbers = map(float, written.split())
        commands.append(PathCommand(verb, tuple(Point(x, y) for x, y in zip(numbers, numbers, strict=True))))
    return tuple(commands)
