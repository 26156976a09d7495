"""PNG, GIF and vector PDF from SVG text; the engines, Pillow and pypdf are imported on first use."""

from infograficos.raster.engine import (
    EngineName,
    engine_name,
    engine_version,
    fallback_notice,
    missing_cairo_reason,
    signature,
)
from infograficos.raster.gif import gif
from infograficos.raster.pdf import InvisibleLine, Page, pdf
from infograficos.raster.png import masonry, png, pngs, warm_up

__all__ = [
    "EngineName",
    "InvisibleLine",
    "Page",
    "engine_name",
    "engine_version",
    "fallback_notice",
    "gif",
    "masonry",
    "missing_cairo_reason",
    "pdf",
    "png",
    "pngs",
    "signature",
    "warm_up",
]
