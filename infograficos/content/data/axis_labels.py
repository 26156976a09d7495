"""The labels that a data frame's index and columns give to the rows and columns of its numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from infograficos.content.data.labels import is_labelled, label_text
from infograficos.content.data.read_numbers import is_finite_number, is_missing, to_builtins
from infograficos.errors import ContentError


@dataclass(frozen=True, slots=True)
class LabelsOf:
    """Marks a field that has the labels of another field's data where the author gives nothing else."""

    field: str
    read: Callable[[Any], object]


def with_labels(fields: Mapping[str, Any], given: dict[str, object]) -> dict[str, object]:
    """Return what is given, and the labels of its data for the fields that have them."""
    marks = ((name, mark) for name, field in fields.items() for mark in field.metadata)
    found = {
        name: mark.read(given[mark.field])
        for name, mark in marks
        if isinstance(mark, LabelsOf) and mark.field in given and given.get(name) is None
    }
    return given | {name: labels for name, labels in found.items() if labels is not None}


def row_labels(data: Any) -> list[str] | None:  # noqa: ANN401 - no library is imported
    """Return what a frame's index calls its rows; nothing where it only counts them."""
    return _labels(data.index) if is_labelled(data) else None


def column_labels(data: Any) -> list[str] | None:  # noqa: ANN401 - no library is imported
    """Return what a frame calls its columns, numbers where only its rows have names."""
    labels = _own_column_labels(data)
    if labels is None and hasattr(data, "columns") and row_labels(data):
        return [str(i) for i, _ in enumerate(data.columns, 1)]
    return labels


def column_label(place: int) -> Callable[[Any], str | None]:
    """Return what reads how a frame calls its column at a place, counted from 0."""

    def read(data: Any) -> str | None:  # noqa: ANN401 - no library is imported
        labels = _own_column_labels(data) or []
        return labels[place] if place < len(labels) else None

    return read


def _own_column_labels(data: Any) -> list[str] | None:  # noqa: ANN401 - no library is imported
    if not hasattr(data, "columns") or not (is_labelled(data) or hasattr(data, "to_dicts")):
        return None
    labels = _labels(data.columns)
    # Polars calls them so itself.
    return None if labels and all(re.fullmatch(r"column_\d+", label) for label in labels) else labels


def row_axis_name(data: Any) -> str | None:  # noqa: ANN401 - no library is imported
    """Return what a frame's rows are, which is its index's name."""
    return _axis_name(data.index) if is_labelled(data) else None


def column_axis_name(data: Any) -> str | None:  # noqa: ANN401 - no library is imported
    """Return what a frame's columns are."""
    return _axis_name(getattr(data, "columns", ())) if is_labelled(data) else None


def index_numbers(data: Any) -> object:  # noqa: ANN401 - no library is imported
    """Return the numbers of a column's index, nothing where it only counts; no numbers raise `ValueError`."""
    if row_labels(data) is None:
        return None
    numbers = to_builtins(list(data.index))
    if not isinstance(numbers, list) or not all(map(is_finite_number, numbers)):
        raise ContentError(
            "o índice não é de números; dê os de cada valor em “steps”, ou só os valores, com .tolist()"
        )
    return numbers


def _labels(index: Iterable[Any]) -> list[str] | None:
    labels = list(index)
    if _axis_name(index) is None and to_builtins(labels) == list(range(len(labels))):
        return None
    # A text may be a token, whose blanks count.
    return [label if isinstance(label, str) else label_text(label) for label in labels]


def _axis_name(index: Any) -> str | None:  # noqa: ANN401 - no library is imported
    names = [name for name in getattr(index, "names", ()) if not is_missing(name)]
    return label_text(names) or None
