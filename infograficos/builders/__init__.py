"""The kinds of figure, one file each, listed in the stub by `pytest tests/goldens --accept-goldens`."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
