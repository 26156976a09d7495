"""Conflicts between distant parts of a theme, found in its raw tables so that no mistake hides another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from infograficos.content.validation_messages import ValidationIssue


def find_conflicts(raw: Mapping[str, object]) -> Iterator[ValidationIssue]:
    """Yield text sizes below the limit, roles of one variant only, and folder names that differ in case."""
    yield from _sizes_below_limit(raw)
    yield from _unmatched_roles(raw, "light", "dark")
    yield from _unmatched_roles(raw, "dark", "light")
    yield from _case_clashes(raw, "presets")
    yield from _case_clashes(raw, "covers")


def _sizes_below_limit(raw: Mapping[str, object]) -> Iterator[ValidationIssue]:
    smallest = _to_float((_get_table(raw, "limits") or {}).get("smallest_text"))
    for name in _get_table(raw, "type") or {}:
        size = _to_float((_get_table(raw, "type", name) or {}).get("size"))
        if smallest is not None and size is not None and 0 < size < smallest:
            text = f"esperado no mínimo {smallest:g} (limits.smallest_text), veio {size:g}"
            yield ValidationIssue(("type", name, "size"), text)


def _unmatched_roles(raw: Mapping[str, object], here: str, there: str) -> Iterator[ValidationIssue]:
    ours, theirs = (_get_table(raw, "colors", variant, "roles") for variant in (here, there))
    if ours is None or theirs is None:
        return
    for role in ours:
        if role not in theirs:
            text = f"falta o mesmo papel em colors.{there}.roles"
            yield ValidationIssue(("colors", here, "roles", role), text)


def _case_clashes(raw: Mapping[str, object], names: str) -> Iterator[ValidationIssue]:
    """Yield names that are one folder where file names ignore case."""
    first: dict[str, str] = {}
    for name in _get_table(raw, names) or {}:
        known = first.setdefault(name.casefold(), name)
        if known != name:
            yield ValidationIssue(
                (names, name), f"já existe “{known}”, e há sistemas em que as duas pastas são uma"
            )


def _get_table(raw: object, *path: str) -> Mapping[str, object] | None:
    for name in path:
        raw = raw.get(name) if isinstance(raw, Mapping) else None
    return raw if isinstance(raw, Mapping) else None


def _to_float(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return None
