"""The names of symbols of stages: pictograms of our own, and icons."""

from __future__ import annotations

from typing import Literal, get_args

from infograficos.errors import InputError, unknown_name_message
from infograficos.icons import icon_name, nearest_names

PictogramName = Literal["pairs", "tokens", "weights", "curve", "chat"]
PICTOGRAM_NAMES: tuple[str, ...] = get_args(PictogramName)


def validate_symbol(name: str) -> str:
    """Return the canonical name of a pictogram or an icon; `InputError` offers the nearest ones."""
    if name in PICTOGRAM_NAMES:
        return name
    try:
        return icon_name(name)
    except InputError:
        known = nearest_names(name, PICTOGRAM_NAMES)
        raise InputError(unknown_name_message("a imagem ou o ícone", name, known)) from None
