"""Loads themes by name, and theme files, which override the default theme."""

from __future__ import annotations

import functools
import os
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, TypeGuard, get_args

from pydantic import BaseModel, ValidationError

from infograficos.content.validation_messages import Path as KeyPath
from infograficos.content.validation_messages import ValidationIssue, validation_issues
from infograficos.errors import InputError, MachineError, ThemeWarning, unknown_name_message
from infograficos.language.messages import message
from infograficos.system.files import read_text
from infograficos.system.resources import PACKAGE, damaged_resource_error, resource_path
from infograficos.theme.cross_table_issues import cross_table_issues, get_table
from infograficos.theme.model import COLOR, Theme
from infograficos.theme.palettes import DEFAULT, bundled_name, theme_names
from infograficos.theme.toml import READ_ERRORS, parse_toml
from infograficos.theme.toml_lines import find_line, index_lines
from infograficos.theme.tones import VariantName, grow_tones

#: A theme, its name or its file; None is the default theme.
ThemeSource = Theme | str | PathLike[str] | None


def load_theme(theme: ThemeSource = None) -> Theme:
    """Load a theme by its name, such as `board`, or from a TOML file that overrides the default theme.

    A theme is returned unchanged, and None is the default. A name may be in any language: `board` is
    `quadro`. A text is a file only if it is no theme's name: a file called `board` is given as `./board`.
    Raises `InputError` for a name that does not exist, or with one line per issue of a file, and
    `MachineError` if a file cannot be read or a bundled one is damaged.
    """
    if isinstance(theme, Theme):
        return theme
    if theme is not None and not isinstance(theme, str | PathLike):
        raise InputError(
            "esperado um tema, o nome ou o arquivo de um, veio {kind}", kind=type(theme).__name__
        )
    file = theme_file(theme)
    return _from_file(file) if file else _load_bundled(bundled_name(str(theme)) or DEFAULT)


def theme_file(theme: str | PathLike[str] | None) -> Path | None:
    """Return the file that is meant; None for the name of a theme. An unknown name raises `InputError`."""
    if theme is None or (isinstance(theme, str) and bundled_name(theme)):
        return None
    if isinstance(theme, str) and not _names_file(theme):
        raise InputError(
            "{problem} (um arquivo se escreve com “.toml” ou com o caminho, como “./tema”)",
            problem=unknown_name_message("o tema", theme, theme_names()),
        )
    return Path(theme)


def _names_file(text: str) -> bool:
    return "/" in text or "\\" in text or text.lower().endswith(".toml") or os.path.lexists(text)


@functools.cache
def _load_bundled(name: str) -> Theme:
    is_default = name == DEFAULT
    path = resource_path("theme.toml") if is_default else PACKAGE / "theme" / "data" / f"{name}.toml"
    try:
        return _from_file(path, over_bundled=not is_default)
    except InputError as error:
        # The installation is damaged.
        raise MachineError(f"{damaged_resource_error(path.name)}\n{error}") from error


def _from_file(path: Path, over_bundled: bool = True) -> Theme:
    text = read_text(path, READ_ERRORS)
    overrides = parse_toml(path, text)
    overrides, grown = _grow_roles(overrides) if over_bundled else (overrides, ())
    tables = merge_tables(_load_bundled(DEFAULT).model_dump(), overrides) if over_bundled else overrides
    try:
        theme = Theme.model_validate(tables)
    except ValidationError as error:
        # Pydantic validates the whole theme only if all its parts are valid.
        issues = [issue for issue in validation_issues(error, tables, known_keys) if issue.path]
        raise InputError(_format_issues(path, text, [*issues, *cross_table_issues(tables)])) from None
    if grown:
        warnings.warn(_growth_hint(path, grown), ThemeWarning, stacklevel=2)
    return theme


def _grow_roles(overrides: Mapping[str, object]) -> tuple[dict[str, object], Sequence[str]]:
    """Give the roles of a theme from when a role had three tones the other five; also return their names."""
    grown: dict[str, object] = dict(overrides)
    names: set[str] = set()
    for variant in get_args(VariantName):
        for role, tones in (get_table(overrides, "colors", variant, "roles") or {}).items():
            if _has_three_tones(tones):
                found = {"colors": {variant: {"roles": {role: grow_tones(role, tones, variant)}}}}
                grown = merge_tables(grown, found)
                names.add(role)
    return grown, sorted(names)


def _growth_hint(path: Path, roles: Sequence[str]) -> str:
    return message(
        (
            "{file}: {roles} só diz soft, line e strong; os outros cinco tons foram calculados "
            "do matiz de strong",
            "{file}: {roles} só dizem soft, line e strong; os outros cinco tons foram calculados "
            "do matiz de strong",
        ),
        len(roles),
        file=path.name,
        roles=list(roles),
    )


def _has_three_tones(tones: object) -> TypeGuard[Mapping[str, str]]:
    if not isinstance(tones, Mapping) or set(tones) != {"soft", "line", "strong"}:
        return False
    strong = tones["strong"]
    return isinstance(strong, str) and re.fullmatch(COLOR, strong) is not None


def merge_tables(base: Mapping[str, object], overrides: Mapping[str, object]) -> dict[str, object]:
    """Override the values of nested tables recursively."""
    result = dict(base)
    for name, value in overrides.items():
        known = result.get(name)
        both = isinstance(known, Mapping) and isinstance(value, Mapping)
        result[name] = merge_tables(known, value) if both else value  # type: ignore[arg-type]
    return result


def known_keys(path: KeyPath) -> Iterable[str]:
    """Return the valid keys of the table at a path."""
    model: Any = Theme
    for part in path:
        is_model = isinstance(model, type) and issubclass(model, BaseModel)
        model = model.model_fields[str(part)].annotation if is_model else get_args(model)[1]
    return list(model.model_fields)


def _format_issues(path: Path, text: str, issues: Iterable[ValidationIssue]) -> str:
    lines = index_lines(text)
    located = [(find_line(lines, issue.path), issue) for issue in issues]
    located.sort(key=lambda pair: (pair[0] is None, pair[0] or 0))
    return "\n".join(
        message("{file}, linha {line}: {problem}", file=path.name, line=line, problem=issue)
        if line
        else f"{path.name}: {issue}"
        for line, issue in located
    )
