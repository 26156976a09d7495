"""Issues between tables of a theme, found in its raw tables so that no issue hides another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from infograficos.content.validation_messages import ValidationIssue
from infograficos.errors import close_matches
from infograficos.language.messages import message

#: How much like a role of the other variant a name must be to count as a slip of it.
_SLIP = 0.75


def cross_table_issues(raw: Mapping[str, object]) -> Iterator[ValidationIssue]:
    """Yield text sizes below the limit, roles of one variant only, and folder names differing in case."""
    yield from _sizes_below_limit(raw)
    yield from _missing_roles(raw, "light", "dark")
    yield from _missing_roles(raw, "dark", "light")
    yield from _case_clashes(raw, "presets")
    yield from _case_clashes(raw, "covers")


def _sizes_below_limit(raw: Mapping[str, object]) -> Iterator[ValidationIssue]:
    smallest = _to_float((get_table(raw, "limits") or {}).get("smallest_text"))
    for name in get_table(raw, "type") or {}:
        size = _to_float((get_table(raw, "type", name) or {}).get("size"))
        if smallest is not None and size is not None and 0 < size < smallest:
            text = message(
                "esperado no mínimo {least} (limits.smallest_text), veio {found}",
                least=f"{smallest:g}",
                found=f"{size:g}",
            )
            yield ValidationIssue(("type", name, "size"), text)


def _missing_roles(raw: Mapping[str, object], variant: str, other: str) -> Iterator[ValidationIssue]:
    roles, others = (get_table(raw, "colors", each, "roles") for each in (variant, other))
    if roles is None or others is None:
        return
    for role in roles:
        if role not in others:
            yield ValidationIssue(("colors", variant, "roles", role), _missing_role_text(role, other, others))


def _missing_role_text(role: str, variant: str, known: Mapping[str, object]) -> str:
    """Say that a variant lacks a role, and which of its own the name may be a slip of."""
    if close := close_matches(role, known, 1, _SLIP):
        return message(
            "falta o mesmo papel em colors.{variant}.roles; você quis dizer “{name}”?",
            variant=variant,
            name=close[0],
        )
    return message("falta o mesmo papel em colors.{variant}.roles", variant=variant)


def _case_clashes(raw: Mapping[str, object], names: str) -> Iterator[ValidationIssue]:
    """Yield names that differ only in case, which some file systems ignore."""
    first: dict[str, str] = {}
    for name in get_table(raw, names) or {}:
        known = first.setdefault(name.casefold(), name)
        if known != name:
            text = message("já existe “{name}”, e há sistemas em que as duas pastas são uma", name=known)
            yield ValidationIssue((names, name), text)


def get_table(raw: object, *path: str) -> Mapping[str, object] | None:
    """Return the table at a path of names; None where there is none."""
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
