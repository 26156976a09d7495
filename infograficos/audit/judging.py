"""Holds a figure, or a chapter of them, against the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module

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
from infograficos.audit.subject import Subject

_RULES = (legibility, fit, contrast, color_alone, brevity, shape, accessibility, portability)

#: The rules that need a library of colours, which takes time to import.
_COLOR_RULES = ("vision", "softness")


def judge(subject: Subject, colors: bool = True) -> tuple[Finding, ...]:
    """Return what is wrong with one figure, errors first.

    Args:
        subject: the placed figure.
        colors: whether to judge the theme's colours too, and not only how they were used.
    """
    names = _COLOR_RULES if colors else ()
    rules = [*_RULES, *(import_module(f"infograficos.audit.rules.{name}") for name in names)]
    found = [finding for rule in rules for finding in rule.judge(subject)]
    return _sorted(found)


def judge_chapter(subjects: Sequence[Subject]) -> list[tuple[Finding, ...]]:
    """Return what is wrong with each of several figures, in their order, their differences counted in."""
    found = [list(judge(subject)) for subject in subjects]
    for subject, finding in consistency.judge(subjects):
        found[_place_of(subject, subjects)].append(finding)
    return [_sorted(findings) for findings in found]


def _place_of(subject: Subject, subjects: Sequence[Subject]) -> int:
    # Two figures may have one name; each is itself all the same.
    return next(i for i, other in enumerate(subjects) if other is subject)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.severity))
