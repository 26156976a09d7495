"""Pictures for where SVG cannot go: PNG at any width, and vector PDF, drawn from SVG text alone.

Importing this costs nothing: the modules that import an engine, Pillow or pypdf are imported on first use.
"""

from infograficos.raster.engine import EngineName, engine_name, fallback_notice
from infograficos.raster.gif import gif
from infograficos.raster.mosaic import mosaic
from infograficos.raster.page import Line, Page
from infograficos.raster.pdf import pdf
from infograficos.raster.png import png, pngs, warm_up
from infograficos.raster.presence import cairo_missing, drawn_with
from infograficos.raster.signature import signature

__all__ = [
    "EngineName",
    "Line",
    "Page",
    "cairo_missing",
    "drawn_with",
    "engine_name",
    "fallback_notice",
    "gif",
    "mosaic",
    "pdf",
    "png",
    "pngs",
    "signature",
    "warm_up",
]
