"""A whole chapter in one PDF: a page a figure, with bookmarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from infograficos.appearance import Appearance
from infograficos.chapter import Chapter
from infograficos.drawing import Drawing
from infograficos.errors import FigureError, InputError
from infograficos.export.planning import ExportOptions
from infograficos.figure import Figure
from infograficos.raster import pdf


@dataclass(slots=True)
class Binding:
    """A chapter's PDFs in the making, one for each variant and width, and what there is to say of them."""

    chapter: Chapter
    options: ExportOptions
    advice: list[str] = field(default_factory=list)
    _refused: list[str] = field(default_factory=list)

    def files(self) -> dict[Path, bytes]:
        """Return the PDFs by path; what is wrong with all the figures raises `FigureError`."""
        sheets = product(dict.fromkeys(self.options.widths), dict.fromkeys(self.options.variants))
        drawn = {self._path(variant, width): self._drawings(variant, width) for width, variant in sheets}
        if self._refused:
            raise FigureError("\n".join(dict.fromkeys(self._refused)))
        self.advice = list(dict.fromkeys(self.advice))
        title = f"Capítulo {self.chapter.number:02d}: {self.chapter.title}"
        return {path: pdf([drawing.page for drawing in each], title) for path, each in drawn.items()}

    def _path(self, variant: Appearance, width: float | None) -> Path:
        usual = width is None or width == self.options.theme.sheet.width
        differing = ["" if usual else f"{width:.10g}", "" if variant == "light" else variant]
        name = "-".join([f"capitulo-{self.chapter.number:02d}", *filter(None, differing)])
        return self.options.folder / f"{name}.pdf"

    def _drawings(self, variant: Appearance, width: float | None) -> list[Drawing]:
        drawn = (self._drawing(figure, variant, width) for figure in self.chapter.figures)
        return [drawing for drawing in drawn if drawing]

    def _drawing(self, figure: Figure, variant: Appearance, width: float | None) -> Drawing | None:
        try:
            drawing = figure.draw(self.options.theme, variant, width)
        except InputError as error:
            self._refused += str(error).splitlines()
            return None
        for finding in drawing.findings:
            allowed = self.options.force or finding.severity == "warning"
            (self.advice if allowed else self._refused).append(f"{figure.full_name}: {finding.message}")
        return drawing
