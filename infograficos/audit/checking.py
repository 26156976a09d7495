"""Holds a figure, or a chapter of them, against the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding
from infograficos.audit.rules import (
    accessibility,
    brevity,
    color_alone,
    consistency,
    contrast,
    fit,
    legibility,
    portability,
    shape,
)

_RULES = (legibility, fit, contrast, color_alone, brevity, shape, accessibility, portability)

#: The rules that need a library of colours, which takes time to import.
_COLOR_RULES = ("vision", "softness")


def check(figure: AuditedFigure, colors: bool = True) -> tuple[Finding, ...]:
    """Return what is wrong with one figure, errors first.

    Args:
        figure: the placed figure.
        colors: whether to judge the theme's colours too, and not only how they were used.
    """
    names = _COLOR_RULES if colors else ()
    rules = [*_RULES, *(import_module(f"infograficos.audit.rules.{name}") for name in names)]
    found = [finding for rule in rules for finding in rule.check(figure)]
    return _sorted(found)


def check_chapter(figures: Sequence[AuditedFigure]) -> list[tuple[Finding, ...]]:
    """Return what is wrong with each of several figures, in their order, their differences counted in."""
    found = [list(check(figure)) for figure in figures]
    for figure, finding in consistency.check(figures):
        found[_place_of(figure, figures)].append(finding)
    return [_sorted(findings) for findings in found]


def _place_of(figure: AuditedFigure, figures: Sequence[AuditedFigure]) -> int:
    # Two figures may have one name; each is itself all the same.
    return next(i for i, other in enumerate(figures) if other is figure)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.severity))
