"""The one verdict on figures, and their measures: what all that checks or writes them asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class Measures:
    """The measures of one figure, each taken when it is asked for.

    Args:
        figures: the figure on each of its sheets; the first says how many words it has, and how large.
    """

    figures: tuple[AuditedFigure, ...]

    @cached_property
    def words(self) -> int:
        """How many words a reader reads as sentences."""
        return brevity.word_count(brevity.read_words(self.figures[0]))

    @cached_property
    def contrast(self) -> float:
        """The lowest contrast of a text on any of the sheets."""
        return min(map(contrast.lowest_contrast, self.figures))

    def smallest_pixels(self, preset: str = "") -> float:
        """Return the size of the smallest text in CSS pixels, on the narrowest phone that a sheet is for.

        Args:
            preset: the name of the only preset that it is for; by default all that have a sheet of its width.
        """
        first = self.figures[0]
        if preset:
            return legibility.smallest_pixels(first, first.look.theme.presets[preset].small_phone)
        sizes = [
            legibility.smallest_pixels(each, read_at.small_phone)
            for each in self.figures
            for read_at in each.presets.values()
        ]
        # A theme without presets has no columns: the figure is read as wide as it is.
        return min(sizes, default=legibility.smallest_pixels(first, first.frame.size.width))


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.severity))
