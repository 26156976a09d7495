"""Paths of the files that come with the library: the theme and the templates."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from infograficos.errors import REINSTALL, MachineError
from infograficos.language.messages import message

PACKAGE = Path(__file__).resolve().parent.parent

#: The script of the series' own chapter, which commands use by default.
DEFAULT_SCRIPT = PACKAGE / "chapter_07.py"


def resource_path(name: str) -> Path:
    """Return the path of a bundled file or folder, such as `theme.toml`; `MachineError` where it is missing.

    A wheel holds them inside the package; a checkout, and so an editable install, beside it.
    """
    root = PACKAGE if (PACKAGE / "theme.toml").is_file() else PACKAGE.parent
    path = root / name
    if not path.exists():
        raise missing_resource_error(name)
    return path


def missing_resource_error(name: str) -> MachineError:
    """Return the error for a bundled file that is missing."""
    return MachineError(
        "falta “{name}” na instalação do infograficos; {remedy}", name=name, remedy=message(REINSTALL)
    )


def damaged_resource_error(name: str) -> MachineError:
    """Return the error for a bundled file that is unreadable or was changed."""
    return MachineError(
        "“{name}” está danificado na instalação do infograficos; {remedy}",
        name=name,
        remedy=message(REINSTALL),
    )


@cache
def installed_versions() -> tuple[str, ...]:
    """Return the installed libraries with their versions, as the names of their folders say them."""
    # Asking `importlib.metadata` for each takes longer than a whole export in which nothing changed.
    found: list[str] = []
    for place in filter(None, sys.path):
        with suppress(OSError):  # Python imports nothing from a folder that it cannot list
            found += [name for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info"))]  # noqa: PTH208
    return tuple(sorted(found))
