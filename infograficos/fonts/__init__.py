"""The bundled fonts: shape a text once, then measure and draw that same shape."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infograficos.fonts.shaping import Fonts, default_fonts
    from infograficos.fonts.subset import woff2_subset

__all__ = ["Fonts", "default_fonts", "woff2_subset"]

_HOMES = {"Fonts": "shaping", "default_fonts": "shaping", "woff2_subset": "subset"}


def __getattr__(name: str) -> object:
    # HarfBuzz and fontTools take time to import, and `--help` needs neither.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
