"""Audits figures by all rules, and measures their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding
from infograficos.audit.rules import CHAPTER_RULES, RULES, brevity, contrast, fit, legibility
from infograficos.language.messages import in_message_language


def check(*variants: AuditedFigure) -> tuple[Finding, ...]:
    """Return the findings on one figure in one or both variants, errors first."""
    with in_message_language():
        return _sort_by_severity(finding for figure in variants for finding in _check(figure))


def _check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield why a figure cannot be drawn well, else what the rules find on it."""
    problems = list(fit.find_problems(figure))
    yield from problems
    if not problems:
        for rule in RULES:
            yield from rule(figure)


def check_chapter(figures: Sequence[AuditedFigure]) -> list[tuple[Finding, ...]]:
    """Return the findings on each figure of a chapter, all on one sheet; also those from comparing them."""
    findings = [list(check(figure)) for figure in figures]
    with in_message_language():
        for rule in CHAPTER_RULES:
            for index, finding in rule(figures):
                findings[index].append(finding)
    return [_sort_by_severity(each) for each in findings]


@dataclass(frozen=True)
class Measures:
    """The measures of one figure, computed lazily.

    Args:
        figures: the figure on each of its sheets; its words are counted on the first.
    """

    figures: tuple[AuditedFigure, ...]

    @cached_property
    def word_count(self) -> int:
        """The number of words outside code listings."""
        return brevity.count_words(brevity.all_words(self.figures[0]))

    @cached_property
    def contrast(self) -> float:
        """The lowest contrast of a text on any of the sheets."""
        return min(map(contrast.lowest_contrast, self.figures))

    def smallest_pixels(self, preset: str = "") -> float:
        """Return the size of the smallest text in CSS pixels on the narrowest phone.

        Args:
            preset: the name of the preset to measure for; by default all presets of the sheets.
        """
        first = self.figures[0]
        if preset:
            return legibility.smallest_pixels(first, first.look.theme.presets[preset].small_phone)
        sizes = [
            legibility.smallest_pixels(figure, each.small_phone)
            for figure in self.figures
            for each in figure.presets.values()
        ]
        # Without presets, a unit is a pixel.
        return min(sizes, default=legibility.smallest_pixels(first, first.frame.size.width))


def _sort_by_severity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.severity))
