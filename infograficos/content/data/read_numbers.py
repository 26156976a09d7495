"""Data as authors hold them, in Python's own types or of any library; `language.numbers` writes them."""

from __future__ import annotations

from collections.abc import Iterable, MappingView
from datetime import date, timedelta
from math import inf, isfinite, isnan, nan
from numbers import Integral, Number
from typing import Any, TypeGuard

from infograficos.content.validation_messages import expected_message
from infograficos.errors import ContentError

#: Longer numbers would take more room than the bars and cells that they label.
MAX_MAGNITUDE = 1e12

#: What converts the arrays, tensors, columns and scalars of libraries, none of which is imported.
_CONVERSIONS = ("tolist", "to_list", "to_pylist", "as_py", "to_numpy", "numpy")

#: The types of missing values in data frames, besides NaN.
_MISSING_TYPES = frozenset({"NAType", "NaTType"})

#: No data are nested deeper, unless they contain themselves.
_MAX_DEPTH = 4


def to_builtins(value: object, depth: int = 0) -> object:
    """Convert arrays, tensors, columns and scalars, and what holds them, to lists and numbers.

    Anything else stays as it is. A missing value becomes None: a masked element, NA, and NaN in a column
    of pandas, where it means nothing else.
    """
    if type(value) in _BUILTINS or depth > _MAX_DEPTH or isinstance(value, type):
        return value
    if isinstance(value, tuple) and type(value) is not tuple:  # what it is called by has a meaning
        return value
    if isinstance(value, list | tuple) or (isinstance(value, MappingView) and isinstance(value, Iterable)):
        return [each if type(each) in _BUILTINS else to_builtins(each, depth + 1) for each in value]
    if isinstance(value, dict):
        return {_to_key(key): to_builtins(each, depth + 1) for key, each in value.items()}
    converted = None if type(value).__name__ in _MISSING_TYPES else _convert(value)
    if type(converted) is type(value):  # not converted, or an extended float, which Python has no type for
        return _to_number(value)
    converted = to_builtins(converted, depth + 1)
    return _without_nan(converted) if hasattr(value, "isna") else converted


def is_missing(value: object) -> bool:
    """Return whether a value is None or NaN."""
    return value is None or (isinstance(value, float) and isnan(value))


def read_gap(value: object) -> object:
    """Return None for a missing value, all else as it is."""
    return None if is_missing(value) else value


def read_score(value: float | None) -> float | None:
    """Return a score, which may be −∞; ∞ raises `ValueError`."""
    if value is not None and value == inf:
        raise ValueError(expected_message("um número finito ou −∞", value))
    return value


_BUILTINS = frozenset({str, int, float, bool, type(None), bytes, bytearray})


def _convert(value: Any) -> object:  # noqa: ANN401 — no library is imported
    if isinstance(value, date | timedelta):  # whose kinds of pandas also convert to counts of nanoseconds
        return value
    if hasattr(value, "to_dicts") and hasattr(value, "rows"):  # a data frame of Polars
        return value.rows()
    for name in _CONVERSIONS:
        convert = getattr(value, name, None)
        if callable(convert):
            try:
                return convert()
            except Exception as error:  # whatever the library raises: a tensor that is sparse, or has no data
                kind = type(value).__name__
                raise ContentError(
                    "não foi possível ler um objeto {kind} ({problem}); dê uma lista",
                    kind=kind,
                    problem=error,
                ) from None
    return value


def _to_key(key: object) -> object:
    return key if isinstance(key, tuple) else to_builtins(key)


def _to_number(value: object) -> object:
    """Return a `Decimal`, a fraction or an extended float as a number, all else as it is."""
    if isinstance(value, int | float) or not isinstance(value, Number) or not hasattr(value, "__float__"):
        return value
    try:
        return int(value) if isinstance(value, Integral) else float(value)
    except OverflowError:
        return inf
    except ValueError:  # a NaN that Python refuses to convert
        return nan


def _without_nan(values: object) -> object:
    if isinstance(values, list):
        return [_without_nan(each) for each in values]
    return None if is_missing(values) else values


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
            problem = expected_message("um número finito", number)
            raise ContentError("valor {index}: {problem}", index=index, problem=problem)
        if abs(number) > MAX_MAGNITUDE:
            raise ContentError("valor {index}: o número é longo demais; mude a unidade", index=index)
    return numbers


def read_points(rows: object) -> object:
    """Return lists of points, which `content` makes of arrays; points without x and y raise `ValueError`."""
    if not isinstance(rows, list) or not all(isinstance(row, list | tuple) for row in rows):
        raise ContentError("esperada uma lista de pontos, cada um com x e y, ou uma matriz de n × 2")
    widths = {len(row) for row in rows}
    if len(widths) == 1 and max(widths) > 2:
        raise ContentError(
            "os vetores têm {dimensions} dimensões, e um plano tem 2: reduza-os antes, "
            "com PCA, t-SNE ou UMAP, ou dê só as duas colunas que quer ver",
            dimensions=max(widths),
        )
    if widths - {2}:
        raise ContentError("cada ponto tem x e y; vieram pontos com {sizes} números", sizes=sorted(widths))
    return rows
