"""The colour scheme of a figure: light, dark, or the one that each reader prefers."""

from __future__ import annotations

from typing import Literal, get_args

from infograficos.errors import look_up

#: A theme has two variants, `light` and `dark`; a file with `auto` holds both.
ColorScheme = Literal["light", "dark", "auto"]


def pick_color_scheme(name: str) -> ColorScheme:
    """Look up a colour scheme; an unknown name raises `InputError`."""
    schemes: dict[str, ColorScheme] = {each: each for each in get_args(ColorScheme)}
    return look_up("a variante", name, schemes)
