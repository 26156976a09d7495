"""Numbers as authors hold them, in Python's own types, arrays or tensors; `language.numbers` formats them."""

from __future__ import annotations

from math import isfinite
from typing import TypeGuard

from infograficos.content.validation_messages import expected_message
from infograficos.language.portuguese import join_and

#: Longer numbers would take more room than the bars and cells that they label.
MAX_MAGNITUDE = 1e12


def to_builtins(value: object) -> object:
    """Convert an array or tensor, or a list of them, to lists and numbers; return all else as it is.

    Arrays are recognized by their `tolist`, so that no array library is imported.
    """
    if isinstance(value, list | tuple):
        return [to_builtins(item) if hasattr(item, "tolist") else item for item in value]
    # The class of arrays has a `tolist`, too.
    return value.tolist() if hasattr(value, "tolist") and not isinstance(value, type) else value


def is_finite_number(value: object) -> TypeGuard[int | float]:
    """Return whether a value is a finite number, and neither a bool nor an int too large for a float."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return isfinite(value)
    except OverflowError:
        return False


def read_numbers(value: object) -> list[float]:
    """Read numbers from a list, an array or a tensor; anything else raises `ValueError`."""
    numbers = to_builtins(value)
    if not isinstance(numbers, list) or not numbers:
        raise ValueError(expected_message("uma lista de ao menos 1 número", value))
    for index, number in enumerate(numbers):
        if not is_finite_number(number):
            raise ValueError(f"valor {index}: {expected_message('um número finito', number)}")
        if abs(number) > MAX_MAGNITUDE:
            raise ValueError(f"valor {index}: o número é longo demais; mude a unidade")
    return numbers


def read_points(value: object) -> object:
    """Convert an array or a list of points to lists; points without x and y raise `ValueError`."""
    rows = to_builtins(value)
    if not isinstance(rows, list) or not all(isinstance(row, list | tuple) for row in rows):
        raise ValueError("esperada uma lista de pontos, cada um com x e y, ou uma matriz de n × 2")
    widths = {len(row) for row in rows}
    if len(widths) == 1 and max(widths) > 2:
        raise ValueError(
            f"os vetores têm {max(widths)} dimensões, e um plano tem 2: reduza-os antes, "
            "com PCA, t-SNE ou UMAP, ou dê só as duas colunas que quer ver"
        )
    if widths - {2}:
        sizes = join_and([str(width) for width in sorted(widths)])
        raise ValueError(f"cada ponto tem x e y; vieram pontos com {sizes} números")
    return rows
