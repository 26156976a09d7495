"""Compares the figures of an export with each other, as `check` does those of a chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from infograficos.export.cache import Cache
from infograficos.export.plan import SheetKey
from infograficos.figure import Figure
from infograficos.system.fingerprint import cache_key

if TYPE_CHECKING:
    from infograficos.drawing import Drawing

#: A figure's `Profile` in each variant, as dictionaries.
Profiles = Sequence[dict[str, Any]]


class Comparison:
    """Compares figures sheet by sheet, except those known to agree.

    Args:
        cache: what is known of figures that were compared before.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._sheets: dict[SheetKey, dict[str, tuple[Figure, Profiles, str]]] = {}

    def add(self, figure: Figure, sheet: SheetKey, profiles: Profiles, key: str = "") -> None:
        """Add a figure, once, with its profiles, and what they are cached under if they are."""
        self._sheets.setdefault(sheet, {})[figure.full_name] = (figure, profiles, key)

    def errors(self) -> Iterator[tuple[Figure, SheetKey, str]]:
        """Yield what is wrong with figures beside the others of their sheet."""
        for sheet, figures in self._sheets.items():
            compared = figures.values()
            keys = [key for _, _, key in compared]
            agreed = cache_key("comparison", *keys) if all(keys) else ""
            if self._cache.get(agreed) is None:
                found = list(_findings([(figure, profiles) for figure, profiles, _ in compared]))
                yield from ((figure, sheet, message) for figure, message in found)
                if not found:
                    self._cache.put(agreed, b"")


def drawing_profiles(drawing: Drawing) -> Profiles:
    """Return what a figure is compared with others by."""
    # Nothing that draws is imported where nothing has changed.
    from infograficos.audit import profile  # noqa: PLC0415

    return [asdict(profile(each)) for each in drawing.audited_figures]


def _findings(compared: Sequence[tuple[Figure, Profiles]]) -> Iterator[tuple[Figure, str]]:
    from infograficos.audit import Profile, compare  # noqa: PLC0415 — see above

    for in_variant in zip(*(profiles for _, profiles in compared), strict=True):
        for index, finding in compare([Profile(**values) for values in in_variant]):
            figure, _ = compared[index]
            yield figure, f"{figure.full_name}: {finding.message}"
