"""A whole chapter in one PDF: a page a figure, with bookmarks."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.drawing import Drawing
from infograficos.export.laying import Laying
from infograficos.export.planning import ExportOptions, file_name, other_width
from infograficos.raster import pdf
from infograficos.theme.color_scheme import ColorScheme


class Binding:
    """A chapter's PDFs in the making, one for each variant and width, and what there is to say of them."""

    def __init__(self, chapter: Chapter, options: ExportOptions) -> None:
        self._chapter, self._options = chapter, options
        self._laying = Laying(options)

    @property
    def advice(self) -> list[str]:
        """What the author should know."""
        return self._laying.advice

    def files(self) -> dict[Path, bytes]:
        """Return the PDFs by path; what is wrong with all the figures raises `FigureError`."""
        sheets = product(dict.fromkeys(self._options.widths), dict.fromkeys(self._options.variants))
        drawn = {self._path(variant, width): self._drawings(variant, width) for width, variant in sheets}
        self._laying.refuse_errors()
        title = f"Capítulo {self._chapter.number:02d}: {self._chapter.title}"
        return {path: pdf([drawing.page for drawing in each], title) for path, each in drawn.items()}

    def _path(self, variant: ColorScheme, width: float | None) -> Path:
        other = other_width(width, self._options.theme.sheet.width)
        name = file_name(f"capitulo-{self._chapter.number:02d}", variant, other)
        return self._options.folder / f"{name}.pdf"

    def _drawings(self, variant: ColorScheme, width: float | None) -> list[Drawing]:
        drawn = (self._laying.drawing(figure, variant, width) for figure in self._chapter.figures)
        return [drawing for drawing in drawn if drawing]
