"""The frames of a figure's panels: the names of parts inside one are its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PANEL = re.compile(r"painel \d+")


def panel_name(number: int) -> str:
    """Return the name of the frames of a panel, counted from 1."""
    return f"painel {number}"


def panel_around(path: Sequence[str]) -> str:
    """Return the name of the panel that is among the frames around something; nothing where none is."""
    return next((name for name in path if name.startswith("painel ") and _PANEL.fullmatch(name)), "")
