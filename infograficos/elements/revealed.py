"""The former home of `Fragment`, for one more version."""

from __future__ import annotations

from infograficos import elements


def __getattr__(name: str) -> object:
    if name == "Revealed":
        return getattr(elements, name)  # which warns
    raise AttributeError(f"{__name__}: não existe “{name}”")
