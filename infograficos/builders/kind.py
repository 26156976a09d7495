"""What every kind of figure has in common, and how the kinds are found."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

import infograficos.builders
from infograficos.errors import ContentError
from infograficos.language.messages import message

if TYPE_CHECKING:
    from infograficos.layout import Element

__all__ = ["Builder", "Chart", "builders", "examples"]


@runtime_checkable
class Builder(Protocol):
    """Content that builds a figure's elements and describes it in words.

    A new kind is one file in `builders/`: this class, its public names in `__all__`, the words that it draws
    by itself in `WORDS`, and examples by name in a dictionary `EXAMPLES`, for the gallery and the tests.
    Its file may say in `HEADLINES` what the examples teach, by their names, for the gallery. The kind
    may have a `focal_role`: the one of words that a headline marks without naming a role. Then run
    `pytest tests/goldens --accept-goldens`.
    """

    def body(self) -> Element:
        """Return the elements below the heading."""
        ...

    def describe(self) -> str:
        """Return the alternative text, in the language of the figure that is being drawn."""
        ...


@runtime_checkable
class Chart(Builder, Protocol):
    """A kind with a scale, which `Panels` makes the same for those of one kind that measure the same."""

    @property
    def measured(self) -> tuple[str, ...]:
        """What its axes measure."""
        ...

    def body_like(self, others: Sequence[Self]) -> Element:
        """Return the elements below the heading, on a scale on which the others' values have a place too."""
        ...


def validate_builder(value: object) -> object:
    """Return content that can draw itself; `ValueError` refuses anything else."""
    if isinstance(value, type) or not isinstance(value, Builder):
        kind = message("o tipo em si") if isinstance(value, type) else type(value).__name__
        raise ContentError(
            "esperado um conteúdo que saiba se desenhar, como Pipeline([…]), veio {kind}", kind=kind
        )
    return value


@cache
def builders() -> Mapping[str, type[Builder]]:
    """Return the library's kinds of figure by name, in alphabetical order."""
    kinds: dict[str, type[Builder]] = {}
    for module in _modules():
        for name, kind in inspect.getmembers(module, inspect.isclass):
            is_own = kind.__module__ == module.__name__ and kind not in (Builder, Chart)
            if is_own and issubclass(kind, Builder):
                kinds[name] = kind
    return dict(sorted(kinds.items()))


def examples() -> Mapping[str, Builder]:
    """Return the examples of all kinds, named by kind and case: `LossMask/dois turnos`."""
    return {
        f"{type(example).__name__}/{name}": example
        for module in _modules()
        for name, example in getattr(module, "EXAMPLES", {}).items()
    }


def _modules() -> Iterator[ModuleType]:
    for module in iter_modules(infograficos.builders.__path__):
        yield import_module(f"infograficos.builders.{module.name}")
