"""The bundled fonts: each text is shaped once, and measured and drawn with that shape."""

from lazy_loader import attach_stub

# HarfBuzz and fontTools take time to import, and `--help` needs neither.
__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
