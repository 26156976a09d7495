"""What must agree between distant parts of a theme; told from raw tables, so no mistake hides another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from infograficos.content.messages import ValidationIssue


def disagreements(raw: Mapping[str, object]) -> Iterator[ValidationIssue]:
    """Yield where a theme contradicts itself: small text, a lone role, folders of one name."""
    yield from _small_texts(raw)
    yield from _lone_roles(raw, "light", "dark")
    yield from _lone_roles(raw, "dark", "light")
    yield from _alike(raw, "presets")
    yield from _alike(raw, "covers")


def _small_texts(raw: Mapping[str, object]) -> Iterator[ValidationIssue]:
    smallest = _number((_table(raw, "limits") or {}).get("smallest_text"))
    for name in _table(raw, "type") or {}:
        size = _number((_table(raw, "type", name) or {}).get("size"))
        if smallest is not None and size is not None and 0 < size < smallest:
            text = f"esperado no mínimo {smallest:g} (limits.smallest_text), veio {size:g}"
            yield ValidationIssue(("type", name, "size"), text)


def _lone_roles(raw: Mapping[str, object], here: str, there: str) -> Iterator[ValidationIssue]:
    ours, theirs = (_table(raw, "colors", variant, "roles") for variant in (here, there))
    if ours is None or theirs is None:
        return
    for role in ours:
        if role not in theirs:
            text = f"falta o mesmo papel em colors.{there}.roles"
            yield ValidationIssue(("colors", here, "roles", role), text)


def _alike(raw: Mapping[str, object], names: str) -> Iterator[ValidationIssue]:
    """Yield the names of folders that some systems hold to be the same."""
    first: dict[str, str] = {}
    for name in _table(raw, names) or {}:
        known = first.setdefault(name.casefold(), name)
        if known != name:
            yield ValidationIssue(
                (names, name), f"já existe “{known}”, e há sistemas em que as duas pastas são uma"
            )


def _table(raw: object, *path: str) -> Mapping[str, object] | None:
    for name in path:
        raw = raw.get(name) if isinstance(raw, Mapping) else None
    return raw if isinstance(raw, Mapping) else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return None
