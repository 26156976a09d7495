"""Figuras que ensinam, para artigos técnicos."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infograficos import builders
    from infograficos.chapter import Chapter
    from infograficos.errors import InfograficosError
    from infograficos.figure import Figure
    from infograficos.report import check
    from infograficos.theme import load_theme

    __version__: str

__all__ = ["Chapter", "Figure", "InfograficosError", "__version__", "builders", "check", "load_theme"]

_HOMES = {
    "Chapter": "infograficos.chapter",
    "Figure": "infograficos.figure",
    "InfograficosError": "infograficos.errors",
    "check": "infograficos.report",
    "load_theme": "infograficos.theme",
}

if not TYPE_CHECKING:  # a type checker knows the names above, and should refuse all others

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for: drawing takes a third of a second to import."""
        if name in _HOMES:
            value = getattr(import_module(_HOMES[name]), name)
        elif name == "builders":
            value = import_module("infograficos.builders")
        elif name == "__version__":
            value = import_module("importlib.metadata").version("infograficos")
        else:
            raise AttributeError(_unknown(name))
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _unknown(name: str) -> str:
    if name.startswith("__"):  # asked by Python itself, which reads no advice
        return name
    message = import_module("infograficos.errors").unknown_name_message
    return f"infograficos: {message('o nome', name, [public for public in __all__ if public[0] != '_'])}"
