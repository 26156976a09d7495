"""Pictures for where SVG cannot go: PNG at any width, and vector PDF, drawn from SVG text alone.

Importing this costs nothing: only `cairo_drawing`, `resvg_drawing` and `palette` import an engine or Pillow,
and they are imported on first use.
"""

from infograficos.raster.engine import EngineName, engine_name, fallback_notice
from infograficos.raster.pdf import pdf
from infograficos.raster.png import png

__all__ = ["EngineName", "engine_name", "fallback_notice", "pdf", "png"]
