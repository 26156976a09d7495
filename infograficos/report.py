"""`check`: audits figures on every published sheet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from infograficos.audit import AuditedFigure, Finding, Measures, check_chapter
from infograficos.chapter import Chapter
from infograficos.errors import InputError
from infograficos.figure import Figure
from infograficos.scene.geometry import Rect
from infograficos.theme import Theme, ThemeSource, Variant, load_theme, pick_preset

#: The version of the JSON format, raised when a key or a rule is renamed or removed.
FORMAT = 2


@dataclass(frozen=True, slots=True)
class SheetFinding:
    """A finding on several sheets.

    Args:
        finding: the finding, without a rectangle.
        sheets: the sheets that have it: `light`, `dark`, `phone`, or a preset's name.
        rects: its rectangles by sheet, in units.
    """

    finding: Finding
    sheets: tuple[str, ...]
    rects: Mapping[str, tuple[Rect, ...]] = field(default_factory=dict)

    def record(self) -> dict[str, object]:
        """Return the finding without rectangles, for JSON."""
        names = ("rule", "severity", "place", "path", "words", "measured", "limit", "advice")
        fields = {"place": "location", "words": "excerpt"}
        record = {name: getattr(self.finding, fields.get(name, name)) for name in names}
        return record | {"sheets": self.sheets}


@dataclass(frozen=True, slots=True)
class FigureReport:
    """The measures of one figure, and the findings on it.

    Args:
        name: the figure's full name.
        words: its number of words.
        smallest_pixels: its smallest text in CSS pixels, on the narrowest phone of the presets.
        contrast: the lowest contrast of a text in either variant.
        findings: its findings, errors first.
    """

    name: str
    words: int
    smallest_pixels: float
    contrast: float
    findings: tuple[SheetFinding, ...]

    def count(self, severity: str) -> int:
        """Return the number of findings of a severity."""
        return sum(each.finding.severity == severity for each in self.findings)


@dataclass(frozen=True, slots=True)
class Report:
    """The result of `check`, by figure."""

    figures: tuple[FigureReport, ...]

    def passes(self, strict: bool = False) -> bool:
        """Return whether no figure has an error or, if `strict`, a warning."""
        return not any(f.count("error") or (strict and f.count("warning")) for f in self.figures)

    def json(self) -> str:
        """Return the report as JSON; keys and rules are stable within a format version."""
        return json.dumps(
            {"format": FORMAT, "figures": [_record(f) for f in self.figures]}, ensure_ascii=False, indent=2
        )


def check(
    figures: Chapter | Figure | Iterable[Figure], *, theme: ThemeSource = None, presets: Sequence[str] = ()
) -> Report:
    """Audit figures in both variants, on the phone's sheet, and on sheets that presets define.

    Args:
        figures: a chapter, a figure or several, which are compared with each other.
        theme: a theme or its file; by default the bundled one.
        presets: names of presets to audit for; by default all but those `on_request`.
    """
    audited_theme, several = published_theme(theme, presets), _figures(figures)
    placed = {
        sheet: [figure.draw(audited_theme, variant, width).audited_figure for figure in several]
        for sheet, (variant, width) in published_sheets(audited_theme).items()
    }
    return report(placed)


def report(placed: Mapping[str, Sequence[AuditedFigure]]) -> Report:
    """Audit placed figures.

    Args:
        placed: by sheet, the figures in order.
    """
    findings = [check_chapter(figures) for figures in placed.values()]
    by_figure = zip(zip(*placed.values(), strict=True), zip(*findings, strict=True), strict=True)
    return Report(
        tuple(_report(figures, dict(zip(placed, by_sheet, strict=True))) for figures, by_sheet in by_figure)
    )


def published_sheets(theme: Theme) -> dict[str, tuple[Variant, float | None]]:
    """Return the published sheets by name, each as variant and width in units; None is the theme's width."""
    sheets: dict[str, tuple[Variant, float | None]] = {"light": ("light", None), "dark": ("dark", None)}
    sheets["phone"] = ("light", theme.sheet.phone)
    usual = (theme.sheet.width, theme.sheet.phone)
    own = {name: preset.sheet for name, preset in theme.presets.items() if preset.sheet}
    return sheets | {name: ("light", width) for name, width in own.items() if width not in usual}


def published_theme(theme: ThemeSource, presets: Sequence[str] = ()) -> Theme:
    """Return a theme with only the presets to audit for; see `check`."""
    loaded = load_theme(theme)
    names = (presets,) if isinstance(presets, str) else presets
    named = {name: pick_preset(loaded, name) for name in names}
    usual = {name: preset for name, preset in loaded.presets.items() if not preset.on_request}
    # A named preset is audited even if it is `on_request`.
    chosen = {name: each.model_copy(update={"on_request": False}) for name, each in (named or usual).items()}
    return loaded.model_copy(update={"presets": chosen})


def _figures(figures: Chapter | Figure | Iterable[Figure]) -> tuple[Figure, ...]:
    several: Any = [figures] if isinstance(figures, Figure) else figures
    several = several.figures if isinstance(several, Chapter) else several
    result = tuple(several) if isinstance(several, Iterable) and not isinstance(several, type) else ()
    if not result or not all(isinstance(figure, Figure) for figure in result):
        raise InputError("esperado um capítulo, uma figura ou uma lista de figuras")
    return result


def _report(figures: Sequence[AuditedFigure], findings: Mapping[str, Iterable[Finding]]) -> FigureReport:
    measures = Measures(tuple(figures))
    merged = tuple(_merge(findings))
    return FigureReport(
        figures[0].name, measures.word_count, measures.smallest_pixels(), measures.contrast, merged
    )


def _merge(findings: Mapping[str, Iterable[Finding]]) -> Iterator[SheetFinding]:
    """Merge equal findings of several sheets, errors first."""
    sheets: dict[Finding, dict[str, list[Rect]]] = {}
    for sheet, on_sheet in findings.items():
        for finding in on_sheet:
            rects = sheets.setdefault(replace(finding, rect=None), {}).setdefault(sheet, [])
            rects += [finding.rect] if finding.rect else []
    for finding, by_sheet in sorted(sheets.items(), key=lambda pair: pair[0].severity):
        visible = {sheet: tuple(rects) for sheet, rects in by_sheet.items() if rects}
        yield SheetFinding(finding, tuple(by_sheet), visible)


def _record(figure: FigureReport) -> dict[str, object]:
    return {
        "name": figure.name,
        "words": figure.words,
        "smallest_pixels": round(figure.smallest_pixels, 2),
        "contrast": round(figure.contrast, 2),
        "findings": [_finding_record(each) for each in figure.findings],
    }


def _finding_record(finding: SheetFinding) -> dict[str, object]:
    return finding.record() | {
        # In units of the sheet: x, y, width, height.
        "rectangles": {
            sheet: [[round(n, 2) for n in (r.x, r.y, r.width, r.height)] for r in rects]
            for sheet, rects in finding.rects.items()
        },
    }
