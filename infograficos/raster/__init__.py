"""PNG, GIF and vector PDF from SVG text; the engines, Pillow and pypdf are imported on first use."""

from infograficos.raster.engine import EngineName, engine_name, fallback_notice
from infograficos.raster.engine_info import engine_version, missing_cairo_reason
from infograficos.raster.gif import gif
from infograficos.raster.masonry import masonry
from infograficos.raster.page import InvisibleLine, Page
from infograficos.raster.pdf import pdf
from infograficos.raster.png import png, pngs, warm_up
from infograficos.raster.signature import signature

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
