"""Vector PDF with selectable text, a page for each figure; the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence

from infograficos.errors import MachineError
from infograficos.language.messages import message
from infograficos.raster.engine import INSTALL_HINT, engine_name, translate_failures
from infograficos.raster.page import Page
from infograficos.raster.svg_document import parse_svg
from infograficos.system.signals import defer_signals


def pdf(pages: Sequence[Page], title: str = "") -> bytes:
    """Write pages as a PDF; `MachineError` without libcairo, `InputError` for a bad SVG.

    Args:
        pages: the pictures with their text; the titles of several become bookmarks. The first says the
            language.
        title: of the document; by default the first page's.
    """
    documents = [parse_svg(page.svg) for page in pages]
    if engine_name() != "cairosvg":
        raise MachineError(
            "para gerar PDF é preciso a libcairo, que não foi encontrada nesta máquina; "
            "instale-a com {commands}; PNG e SVG não precisam dela",
            commands=message(INSTALL_HINT),
        )
    with translate_failures():
        from infograficos.raster.cairosvg_engine import pdf_bytes  # noqa: PLC0415 — needs libcairo
        from infograficos.raster.tagged_pdf import TaggedPdf  # noqa: PLC0415 — takes time to import

        tagged = TaggedPdf(title or pages[0].title, pages[0].language)
        for page, document in zip(pages, documents, strict=True):
            # Cairo would report an exception raised by a signal handler as a write error.
            with defer_signals():
                data = pdf_bytes(document)
            tagged.add(page, data, document.width)
        return tagged.to_bytes()
