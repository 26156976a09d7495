"""The former home of `Fragment`, for one more version."""

from __future__ import annotations

from infograficos import elements
from infograficos.language.messages import message


def __getattr__(name: str) -> object:
    if name == "Revealed":
        return getattr(elements, name)  # which warns
    raise AttributeError(message("{module}: não existe “{name}”", module=__name__, name=name))
