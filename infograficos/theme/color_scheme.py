"""How a figure appears to its readers: on light paper, on dark paper, or as each reader's system asks."""

from __future__ import annotations

from typing import Literal, get_args

from infograficos.errors import look_up

#: A theme has two variants, `light` and `dark`; a file with `auto` holds both.
ColorScheme = Literal["light", "dark", "auto"]


def pick_color_scheme(name: str) -> ColorScheme:
    """Return the appearance with a name, `light`, `dark` or `auto`; a wrong one raises `InputError`."""
    appearances: dict[str, ColorScheme] = {each: each for each in get_args(ColorScheme)}
    return look_up("a variante", name, appearances)
