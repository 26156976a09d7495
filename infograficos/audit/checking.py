"""The one verdict on figures: what check, export, save, the notebook and the preview all ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding
from infograficos.audit.rules import (
    accessibility,
    brevity,
    consistency,
    contrast,
    fit,
    legibility,
    portability,
    shape,
    softness,
    vision,
)

_RULES = (
    legibility.check,
    fit.check,
    contrast.check,
    vision.check_words,
    brevity.check,
    shape.check,
    accessibility.check,
    portability.check,
    vision.check,
    softness.check,
    consistency.check,
)


def check(*papers: AuditedFigure) -> tuple[Finding, ...]:
    """Return what is wrong with one figure on one or more papers, errors first."""
    return _sorted(finding for figure in papers for rule in _RULES for finding in rule(figure))


def check_chapter(figures: Sequence[AuditedFigure]) -> list[tuple[Finding, ...]]:
    """Return what is wrong with each of several figures on one sheet, their differences included."""
    found = [list(check(figure)) for figure in figures]
    for place, finding in consistency.compare([consistency.profile(figure) for figure in figures]):
        found[place].append(consistency.located(figures[place], finding))
    return [_sorted(findings) for findings in found]


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.severity))
