"""What a figure measures where it is read: its words, its smallest letters, its lowest contrast."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.rules.brevity import read_words, word_count
from infograficos.audit.rules.contrast import lowest_contrast
from infograficos.audit.rules.legibility import smallest_pixels


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
        return word_count(read_words(self.figures[0]))

    @cached_property
    def contrast(self) -> float:
        """The lowest contrast of a text on any of the sheets."""
        return min(map(lowest_contrast, self.figures))

    def smallest_pixels(self, preset: str = "") -> float:
        """Return the size of the smallest text in CSS pixels, on the narrowest phone that a sheet is for.

        Args:
            preset: the name of the only preset that it is for; by default all that have a sheet of its width.
        """
        first = self.figures[0]
        if preset:
            return smallest_pixels(first, first.look.theme.presets[preset].small_phone)
        sizes = [smallest_pixels(each, p.small_phone) for each in self.figures for p in each.presets.values()]
        # A theme without presets has no columns: the figure is read as wide as it is.
        return min(sizes, default=smallest_pixels(first, first.frame.size.width))
