"""Rows and columns with labels, as pandas has them: its index names what a figure shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from typing import Any

from infograficos.content.data.read_numbers import is_finite_number, is_missing, to_builtins
from infograficos.content.data_texts import write_data
from infograficos.content.validation_messages import expected_message
from infograficos.errors import ContentError
from infograficos.language.grammar import phrase
from infograficos.language.numbers import format_short
from infograficos.language.texts import current_language
from infograficos.text.characters import compose, validate_characters

_Columns = tuple[list[str], list[list[object]]]


def is_labelled(data: object) -> bool:
    """Return whether data are a frame or a column with an index, as those of pandas."""
    return all(hasattr(data, name) for name in ("index", "iloc"))


def label_text(label: object) -> str:
    """Write the label of a row or a column: a text, a number, a date, an interval, or several of them."""
    label = label if is_interval(label) else to_builtins(label)
    if isinstance(label, str):
        return compose(validate_characters(label).strip())
    if isinstance(label, list | tuple):
        return " ".join(filter(None, map(label_text, label)))
    if is_interval(label):
        return write_data(partial(_interval_text, label))
    if is_missing(label) or isinstance(label, bytes | dict) or not _is_written(label):
        raise ValueError(expected_message("um nome em texto", label))
    return write_data(partial(_value_text, label))


def name_values(values: Mapping[Any, object]) -> dict[str, object]:
    """Return a mapping's values by its keys as labels; two keys that are written alike raise `ValueError`."""
    named: dict[str, object] = {}
    for key, value in values.items():
        name = label_text(key)
        if name in named:
            raise ContentError("o nome “{name}” aparece mais de uma vez", name=name)
        named[name] = to_builtins(value)
    return named


def _is_written(label: object) -> bool:
    """Return whether a label is no number without end."""
    return not isinstance(label, int | float) or isinstance(label, bool) or is_finite_number(label)


def _interval_text(label: Any) -> str:  # noqa: ANN401 — pandas is not imported
    return phrase("{low} a {high}", low=label_text(label.left), high=label_text(label.right))


def _value_text(label: object) -> str:
    if isinstance(label, bool):
        return phrase("sim" if label else "não")
    if isinstance(label, date):
        return _date_text(label)
    return format_short(label) if is_finite_number(label) else validate_characters(str(label))


def is_interval(label: object) -> bool:
    """Return whether a label is an interval of numbers or dates, as `pandas.cut` makes them."""
    return all(hasattr(label, name) for name in ("left", "right", "closed"))


def read_labelled_columns(data: Any) -> _Columns:  # noqa: ANN401 — pandas is not imported
    """Return the names and the values of the columns, those of the index first."""
    names, columns = _index_columns(data)
    if not hasattr(data, "columns"):
        name = getattr(data, "name", None)
        return [*names, write_data(lambda: phrase("valor")) if name is None else label_text(name)], [
            *columns,
            _values(data),
        ]
    body = [_values(data.iloc[:, i]) for i in range(len(data.columns))]
    if names == [""] and _is_row_numbers(columns[0], body):
        names, columns = [], []
    return [*names, *map(label_text, data.columns)], [*columns, *body]


def _index_columns(data: Any) -> _Columns:  # noqa: ANN401 — pandas is not imported
    """Return the levels of the index as columns, in one column if they have no names."""
    index = data.index
    names, labels = list(index.names), list(index)
    if len(names) > 1 and all(name is not None for name in names):
        return list(map(label_text, names)), [list(level) for level in zip(*labels, strict=True)]
    name = names[0] if len(names) == 1 else None
    return ["" if name is None else label_text(name)], [labels]


def _values(column: Any) -> list[object]:  # noqa: ANN401 — pandas is not imported
    return [None if is_missing(each) else each for each in to_builtins(column)]  # type: ignore[attr-defined]


def _is_row_numbers(labels: Sequence[object], body: Sequence[Sequence[object]]) -> bool:
    """Return whether an index without a name only counts rows, perhaps of those left by a filter."""
    numbers = to_builtins(labels)
    if not isinstance(numbers, list) or not all(type(each) is int for each in numbers):
        return False
    is_count = numbers == list(range(len(numbers)))
    return is_count or bool(body and all(isinstance(each, str) for each in body[0]))


def _date_text(day: date) -> str:
    written = f"{day:%m/%d/%Y}" if current_language().month_first else f"{day:%d/%m/%Y}"
    if isinstance(day, datetime) and day.time() != time():
        return f"{written} {day:%H:%M}"
    return written
