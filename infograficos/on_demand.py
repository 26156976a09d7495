"""Packages that import what they hold when it is first asked for: a list of figures needs no drawing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def on_demand(package: str, homes: Mapping[str, str] | None = None) -> Callable[[str], object]:
    """Return the `__getattr__` of a package, by which its modules are there without having been imported.

    What is neither a module nor offered raises `AttributeError`.

    Args:
        package: its name, as its own `__name__` says it.
        homes: the names that the package itself offers, each with the module below it that defines it.
    """
    offered = homes or {}

    def found(name: str) -> object:
        if name not in offered:
            return _module(package, name)
        value: object = getattr(import_module(f"{package}.{offered[name]}"), name)
        # Figures name the same few elements over and over: from now on this function is not asked.
        setattr(sys.modules[package], name, value)
        return value

    return found


def _module(package: str, name: str) -> object:
    whole = f"{package}.{name}"
    try:
        return import_module(whole)
    except ModuleNotFoundError as problem:
        if problem.name != whole:  # the module is there, and lacks one that it needs
            raise
    raise AttributeError(f"{package}: não existe “{name}”")
