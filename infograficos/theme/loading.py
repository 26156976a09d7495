"""Loads theme files, which state only what differs from the bundled theme."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from infograficos.content.validation_messages import Path as KeyPath
from infograficos.content.validation_messages import ValidationIssue, validation_issues
from infograficos.errors import InputError, MachineError
from infograficos.system.files import read_text
from infograficos.system.resources import damaged_resource_error, resource_path
from infograficos.theme.conflicts import find_conflicts
from infograficos.theme.model import Theme
from infograficos.theme.toml import READ_ERRORS, parse_toml
from infograficos.theme.toml_lines import find_line, index_lines

#: A theme, the file of one, or nothing for the series' own.
ThemeSource = Theme | str | PathLike[str] | None


def load_theme(theme: ThemeSource = None) -> Theme:
    """Load a theme: the series' own, or the one in a TOML file that states only what differs from it.

    A theme is returned as it is. Raises `InputError` listing every issue, one a line, and `MachineError`
    where the file cannot be read, or where ours is damaged.
    """
    if isinstance(theme, Theme):
        return theme
    if theme is not None and not isinstance(theme, str | PathLike):
        raise InputError(f"esperado um tema ou o arquivo de um, veio {type(theme).__name__}")
    return _bundled() if theme is None else _from_file(Path(theme))


@functools.cache
def _bundled() -> Theme:
    try:
        return _from_file(resource_path("theme.toml"), over_ours=False)
    except InputError as error:
        # The bundled theme is ours: report a broken installation, with details.
        raise MachineError(f"{damaged_resource_error('theme.toml')}\n{error}") from error


def _from_file(path: Path, over_ours: bool = True) -> Theme:
    text = read_text(path, READ_ERRORS)
    stated = parse_toml(path, text)
    tables = merge_tables(_bundled().model_dump(), stated) if over_ours else stated
    try:
        return Theme.model_validate(tables)
    except ValidationError as error:
        # Pydantic runs the check of the whole theme only if all parts are valid.
        issues = [issue for issue in validation_issues(error, tables, known_keys) if issue.path]
        raise InputError(_format_issues(path, text, [*issues, *find_conflicts(tables)])) from None


def merge_tables(ours: Mapping[str, object], theirs: Mapping[str, object]) -> dict[str, object]:
    """Merge tables recursively; their values replace ours."""
    result = dict(ours)
    for name, value in theirs.items():
        under = result.get(name)
        both = isinstance(under, Mapping) and isinstance(value, Mapping)
        result[name] = merge_tables(under, value) if both else value  # type: ignore[arg-type]
    return result


def known_keys(path: KeyPath) -> Iterable[str]:
    """Return the keys that the closed table at a path may have."""
    model: Any = Theme
    for part in path:
        is_model = isinstance(model, type) and issubclass(model, BaseModel)
        model = model.model_fields[str(part)].annotation if is_model else get_args(model)[1]
    return list(model.model_fields)


def _format_issues(path: Path, text: str, issues: Iterable[ValidationIssue]) -> str:
    lines = index_lines(text)
    placed = [(find_line(lines, issue.path), issue) for issue in issues]
    placed.sort(key=lambda pair: (pair[0] is None, pair[0] or 0))
    return "\n".join(
        f"{path.name}, linha {line}: {issue}" if line else f"{path.name}: {issue}" for line, issue in placed
    )
