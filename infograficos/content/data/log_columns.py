"""Columns of numbers from where they are kept: a CSV file, a training run's log, a data frame, records."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from math import nan
from pathlib import Path
from typing import Any

from infograficos.content.checks import validate_known
from infograficos.content.data.author_file import read_author_file
from infograficos.content.data.read_numbers import to_builtins
from infograficos.errors import ContentError
from infograficos.language.messages import message

#: The largest file that is read, in bytes.
_MOST = 50_000_000

#: Where Hugging Face's Trainer keeps the records of `trainer_state.json`.
_HISTORY = "log_history"


def read_pairs_of(source: object, x: str, y: str) -> tuple[list[float], list[float]]:
    """Return the numbers of two columns from each row that has both; NaN is a number here.

    A log has the losses of training and of evaluation in rows of their own, each without the other's.

    Args:
        source: the path of a CSV, TSV, JSON or JSON Lines file, a data frame, a dict of columns, or records.
        x: the name of the first column.
        y: the name of the second one.
    """
    rows = _read_rows(source)
    names = list(dict.fromkeys(name for row in rows for name in row))
    for name in (x, y):
        validate_known("a coluna", name, names)
    pairs = [(row.get(x), row.get(y), i) for i, row in enumerate(rows, 1)]
    kept = [(_number(a, x, i), _number(b, y, i)) for a, b, i in pairs if a not in _EMPTY and b not in _EMPTY]
    if not kept:
        raise ContentError("nenhuma linha tem “{x}” e “{y}”", x=x, y=y)
    return [a for a, _ in kept], [b for _, b in kept]


_EMPTY = (None, "")


def _read_rows(source: Any) -> list[Mapping[str, object]]:  # noqa: ANN401 - no library is imported
    if isinstance(source, str | os.PathLike):
        return _read_file(Path(source))
    if isinstance(source, Mapping) or hasattr(source, "columns"):
        columns = {str(name): to_builtins(source[name]) for name in _column_names(source)}
        return [
            dict(zip(columns, row, strict=False))
            for row in zip(*map(_as_list, columns.values()), strict=True)
        ]
    return _records(to_builtins(source))


def _column_names(source: Any) -> Iterable[Any]:  # noqa: ANN401 - no library is imported
    return source.keys() if isinstance(source, Mapping) else source.columns


def _as_list(column: object) -> Sequence[object]:
    if not isinstance(column, list):
        raise ContentError("esperada uma lista de valores em cada coluna")
    return column


def _read_file(path: Path) -> list[Mapping[str, object]]:
    kind = path.suffix.lower()
    expected = "CSV, TSV, JSON, JSONL"
    if kind not in (".csv", ".tsv", ".json", ".jsonl"):
        raise ContentError(
            "“{path}” não é de um formato que se leia; esperado {formats}", path=path, formats=expected
        )
    data = read_author_file(path, message("a tabela “{path}”", path=path), expected, _MOST)
    try:
        text = data.decode("utf-8-sig")
        if kind in (".csv", ".tsv"):
            return _read_csv(text, "\t" if kind == ".tsv" else None)
        lines = filter(str.strip, text.splitlines())
        read = json.loads(text) if kind == ".json" else [json.loads(line) for line in lines]
    except (ValueError, csv.Error, RecursionError):
        raise ContentError(
            "não foi possível ler “{path}”; esperado um arquivo {format}", path=path, format=expected
        ) from None
    return _records(read.get(_HISTORY) if isinstance(read, dict) and _HISTORY in read else read)


def _read_csv(text: str, separator: str | None) -> list[Mapping[str, object]]:
    first = text.partition("\n")[0]
    separator = separator or (";" if first.count(";") > first.count(",") else ",")
    rows = csv.DictReader(text.splitlines(), delimiter=separator, skipinitialspace=True)
    return [{(name or "").strip(): value for name, value in row.items()} for row in rows]


def _records(rows: object) -> list[Mapping[str, object]]:
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ContentError("esperada uma lista de registros, cada um com os nomes das colunas e seus valores")
    return rows


def _number(value: object, column: str, row: int) -> float:
    """Return a number, also of a text of a file, with a comma for a decimal point; NaN stays what it is."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    try:
        text = str(value).strip()
        return float(text.replace(",", ".") if "." not in text else text) if text.lower() != "nan" else nan
    except ValueError:
        raise ContentError(
            "na linha {row}, “{column}” é “{value}”, e não um número", row=row, column=column, value=value
        ) from None
