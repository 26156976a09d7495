"""From a theme file to a theme: it says what differs from ours, and all its mistakes come at once."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from infograficos.content.messages import Path as KeyPath
from infograficos.content.messages import ValidationIssue, validation_issues
from infograficos.errors import InputError, MachineError
from infograficos.system.files import read_text
from infograficos.system.resources import damaged_resource_error, resource_path
from infograficos.theme.agreement import disagreements
from infograficos.theme.lines import key_lines, line_of
from infograficos.theme.model import Theme
from infograficos.theme.reading import REFUSALS, parse


def load_theme(path: Path | None = None) -> Theme:
    """Load a theme: the series' own, or the one in a TOML file that states only what differs from it.

    Raises `InputError` listing every mistake, one a line, and `MachineError` where the file cannot be read,
    or where ours is damaged.
    """
    return _bundled() if path is None else _from_file(Path(path))


@functools.cache
def _bundled() -> Theme:
    try:
        return _from_file(resource_path("theme.toml"), over_ours=False)
    except InputError as error:
        # No author wrote it; who did finds below what is wrong.
        raise MachineError(f"{damaged_resource_error('theme.toml')}\n{error}") from error


def _from_file(path: Path, over_ours: bool = True) -> Theme:
    text = read_text(path, REFUSALS)
    stated = parse(path, text)
    tables = merged(_bundled().model_dump(), stated) if over_ours else stated
    try:
        return Theme.model_validate(tables)
    except ValidationError as problem:
        raise InputError(_report(path, text, _all_mistakes(problem, tables))) from None


def merged(ours: Mapping[str, object], theirs: Mapping[str, object]) -> dict[str, object]:
    """Return our tables with theirs laid over them: tables merge, values replace."""
    result = dict(ours)
    for name, value in theirs.items():
        under = result.get(name)
        both = isinstance(under, Mapping) and isinstance(value, Mapping)
        result[name] = merged(under, value) if both else value  # type: ignore[arg-type]
    return result


def known_names(path: KeyPath) -> Iterable[str]:
    """Return the names that a closed table of the theme foresees; the path is that of the table."""
    model: Any = Theme
    for part in path:
        is_model = isinstance(model, type) and issubclass(model, BaseModel)
        model = model.model_fields[str(part)].annotation if is_model else get_args(model)[1]
    return list(model.model_fields)


def _all_mistakes(problem: ValidationError, tables: Mapping[str, object]) -> list[ValidationIssue]:
    # The whole theme's own check speaks only where the parts are right; asked directly, it speaks always.
    of_parts = [mistake for mistake in validation_issues(problem, tables, known_names) if mistake.path]
    return [*of_parts, *disagreements(tables)]


def _report(path: Path, text: str, found: Iterable[ValidationIssue]) -> str:
    lines = key_lines(text)
    placed = [(line_of(lines, mistake.path), mistake) for mistake in found]
    placed.sort(key=lambda pair: (pair[0] is None, pair[0] or 0))
    return "\n".join(
        f"{path.name}, linha {line}: {mistake}" if line else f"{path.name}: {mistake}"
        for line, mistake in placed
    )
