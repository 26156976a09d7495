"""Compares the figures of an export with each other, as `check` does those of a chapter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from infograficos.export.cache import Cache, cache_key
from infograficos.export.plan import ExportOptions
from infograficos.figure import Figure
from infograficos.theme.color_scheme import ColorScheme

if TYPE_CHECKING:
    from infograficos.audit import Profile
    from infograficos.drawing import Drawing

#: How a figure is laid out: its variant, and the width that was asked for.
Sheet = tuple[ColorScheme, float | None]


@dataclass(frozen=True, slots=True)
class _Compared:
    """A figure, what its sheet is cached under if it is, and what it is compared by if it was laid out."""

    figure: Figure
    key: str
    profiles: list[Profile] | None


class Comparison:
    """What the figures of an export are compared by, sheet by sheet.

    Args:
        options: how the figures are exported.
        cache: what is known of figures that are not laid out again.
    """

    def __init__(self, options: ExportOptions, cache: Cache) -> None:
        self._options, self._cache = options, cache
        self._sheets: dict[Sheet, list[_Compared]] = {}

    def add(self, figure: Figure, sheet: Sheet, drawing: Drawing | None, key: str = "") -> None:
        """Add a figure, with its drawing unless that is cached."""
        profiles = _profiles(drawing) if drawing else None
        if profiles and key:
            self._cache.put(_profile_key(key), json.dumps([asdict(each) for each in profiles]).encode())
        self._sheets.setdefault(sheet, []).append(_Compared(figure, key, profiles))

    def errors(self) -> Iterator[tuple[Figure, Sheet, str]]:
        """Yield what is wrong with figures beside the others of their sheet."""
        for sheet, compared in self._sheets.items():
            keys = [each.key for each in compared if each.key]
            known = cache_key("comparison", *keys) if len(keys) == len(compared) else ""
            if known and self._cache.get(known) is not None:
                continue
            found = list(self._differences(sheet, compared))
            yield from ((figure, sheet, message) for figure, message in found)
            if known and not found:
                self._cache.put(known, b"")

    def _differences(self, sheet: Sheet, compared: list[_Compared]) -> Iterator[tuple[Figure, str]]:
        # Nothing that draws is imported where nothing has changed.
        from infograficos.audit import compare  # noqa: PLC0415

        profiles = [each.profiles or self._cached_profiles(sheet, each) for each in compared]
        for paper in zip(*profiles, strict=True):
            for place, finding in compare(paper):
                figure = compared[place].figure
                yield figure, f"{figure.full_name}: {finding.message}"

    def _cached_profiles(self, sheet: Sheet, compared: _Compared) -> list[Profile]:
        from infograficos.audit import Profile  # noqa: PLC0415 — see above

        cached = self._cache.get(_profile_key(compared.key)) if compared.key else None
        if cached is None:
            return _profiles(draw_for_export(compared.figure, sheet, self._options))
        return [Profile(**values) for values in json.loads(cached)]


def draw_for_export(figure: Figure, sheet: Sheet, options: ExportOptions) -> Drawing:
    """Lay a figure out on a sheet, to be held against the presets that are exported."""
    return figure.draw(options.theme, *sheet).for_presets(*options.presets)


def _profiles(drawing: Drawing) -> list[Profile]:
    from infograficos.audit import profile  # noqa: PLC0415 — see above

    return [profile(each) for each in drawing.audited_figures]


def _profile_key(key: str) -> str:
    return cache_key("profile", key)
