"""Figures laid out one after another, and all that the author should hear of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from infograficos.errors import FigureError, InputError
from infograficos.export.planning import ExportOptions
from infograficos.figure import Figure
from infograficos.theme.color_scheme import ColorScheme

if TYPE_CHECKING:
    from infograficos.drawing import Drawing


@dataclass(slots=True)
class Laying:
    """What was found while figures were laid out, a line a finding, each once.

    Args:
        options: how the figures are asked for; forced, errors are advice.
        advice: what the author should know.
        refused: what keeps the figures from being written.
    """

    options: ExportOptions
    advice: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def drawing(self, figure: Figure, variant: ColorScheme, width: float | None) -> Drawing | None:
        """Lay a figure out and note what is wrong with it; None where it cannot be laid out at all."""
        try:
            drawing = figure.draw(self.options.theme, variant, width)
        except InputError as error:
            _note(self.refused, str(error).splitlines())
            return None
        for finding, line in zip(drawing.findings, told(drawing), strict=True):
            allowed = self.options.force or finding.severity == "warning"
            _note(self.advice if allowed else self.refused, [line])
        return drawing

    def advise(self, lines: Iterable[str]) -> None:
        """Note what was found when a figure was laid out before."""
        _note(self.advice, lines)

    def refuse_errors(self) -> None:
        """Raise `FigureError` with all that keeps the figures from being written, if there is anything."""
        if self.refused:
            raise FigureError("\n".join(self.refused))


def told(drawing: Drawing) -> list[str]:
    """Return what was found on a figure, a line a finding, with its name."""
    return [f"{drawing.description.name}: {finding.message}" for finding in drawing.findings]


def _note(lines: list[str], more: Iterable[str]) -> None:
    # Light and dark paper have one layout, and most findings in common.
    lines += [line for line in dict.fromkeys(more) if line not in lines]
