"""Light dataclasses for the values that stages exchange, thousands a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Kind = TypeVar("_Kind")


@dataclass_transform(frozen_default=True)
def value_object(kind: type[_Kind]) -> type[_Kind]:
    """Make a class a hashable dataclass with slots that only the type checker keeps from changing.

    A frozen dataclass also checks at run time, and takes four times as long to create.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)
