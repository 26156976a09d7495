"""Vector PDF with selectable text, a page for each figure; the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.errors import MachineError
from infograficos.raster.engine import INSTALL_HINT, engine_name, translate_failures
from infograficos.raster.svg_document import parse_svg
from infograficos.system.signals import defer_signals


@dataclass(frozen=True, slots=True)
class InvisibleLine:
    """A line of selectable text over its outlines, in the picture's user units.

    Args:
        text: its characters.
        edges: the left edge of each character, and the right edge of the last one.
        baseline: its distance from the picture's top.
        size: of the font.
    """

    text: str
    edges: tuple[float, ...]
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """A picture with its text layer.

    Args:
        svg: the picture, its text as outlines.
        lines: its text, in reading order.
        title: its bookmark.
        alt: its alternative text.
    """

    svg: str
    lines: tuple[InvisibleLine, ...] = ()
    title: str = ""
    alt: str = ""


def pdf(pages: Sequence[Page], title: str = "", language: str = "pt-BR") -> bytes:
    """Write pages as a PDF; `MachineError` without libcairo, `InputError` for a bad SVG.

    Args:
        pages: the pictures with their text; the titles of several become bookmarks.
        title: of the document; by default the first page's.
        language: of all words.
    """
    documents = [parse_svg(page.svg) for page in pages]
    if engine_name() != "cairosvg":
        raise MachineError(
            "para gerar PDF é preciso a libcairo, que não foi encontrada nesta máquina; "
            f"instale-a com {INSTALL_HINT}; PNG e SVG não precisam dela"
        )
    with translate_failures():
        from infograficos.raster.cairo_engine import pdf_bytes  # noqa: PLC0415 — needs libcairo
        from infograficos.raster.tagged_pdf import TaggedPdf  # noqa: PLC0415 — takes time to import

        tagged = TaggedPdf(title or pages[0].title, language)
        for page, document in zip(pages, documents, strict=True):
            # Cairo takes whatever a signal raises while it writes for a failure of its own.
            with defer_signals():
                data = pdf_bytes(document)
            tagged.add(page, data, document.width)
        return tagged.to_bytes()
