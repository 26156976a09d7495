"""Writes figures as files: all are checked and drawn first, then all take their places, or none."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
