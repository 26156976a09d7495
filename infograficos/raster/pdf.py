"""PDF: vector, one page, the same bytes every time."""

from __future__ import annotations

from infograficos.errors import MachineError
from infograficos.raster.document import read
from infograficos.raster.engine import HOW_TO_INSTALL, engine_name, failures_told


def pdf(svg: str) -> bytes:
    """Write an SVG as a PDF; `MachineError` without libcairo, `InputError` where the SVG is at fault."""
    document = read(svg)
    if engine_name() != "cairosvg":
        raise MachineError(
            "para gerar PDF é preciso a libcairo, que não foi encontrada nesta máquina; "
            f"instale-a com {HOW_TO_INSTALL}; PNG e SVG não precisam dela"
        )
    with failures_told("cairosvg"):
        from infograficos.raster.cairo_drawing import pdf_bytes  # noqa: PLC0415 — needs libcairo

        return pdf_bytes(document)
