"""Fields of a matrix: its mask, and the names of its rows, columns and cells, as many as there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from infograficos.content.checks import matrix_shape
from infograficos.content.data.axis_labels import (
    LabelsOf,
    column_axis_name,
    column_labels,
    row_axis_name,
    row_labels,
)
from infograficos.content.fields import MAX_TEXT_LENGTH, Flag, Words, short
from infograficos.content.token_row import RawTokens, read_labels
from infograficos.errors import ContentError

#: Masked or not, or the name of the reason for which a cell is masked; an empty name masks nothing.
Mask = Flag | Annotated[str, Field(strict=True, max_length=30)]

CellName = Annotated[str, Field(strict=True, max_length=12), AfterValidator(str.strip)]
RowNote = Annotated[Words, short(24)]

_Names = Annotated[RawTokens, read_labels(MAX_TEXT_LENGTH, are_names=True)]

#: What the rows, the columns and both axes are called; by default as a data frame in `values` has it.
RowNames = Annotated[_Names | None, LabelsOf("values", row_labels)]
ColumnNames = Annotated[_Names | None, LabelsOf("values", column_labels)]
RowAxis = Annotated[Words, LabelsOf("values", row_axis_name)]
ColumnAxis = Annotated[Words, LabelsOf("values", column_axis_name)]


def validate_axes(
    values: Sequence[Sequence[object]], rows: Sequence[str], columns: Sequence[str]
) -> tuple[int, int]:
    """Return the shape of values; `ValueError` refuses one that its names do not have."""
    shape, named = matrix_shape("de values", values), (len(rows), len(columns))
    if shape != named:
        numbers, names = (f"{height} × {width}" for height, width in (shape, named))
        raise ContentError("values tem {size} números, e há nomes para {names}", size=numbers, names=names)
    return shape


def validate_reasons(reasons: Sequence[str], most: int) -> None:
    """Raise `ValueError` for more reasons of masked cells than a legend tells apart."""
    if len(reasons) > most:
        names = ", ".join(f"“{reason}”" for reason in reasons)
        raise ContentError("esperados até {most} motivos de máscara, vieram {names}", most=most, names=names)
