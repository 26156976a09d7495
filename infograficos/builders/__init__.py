"""The kinds of figure, one file each; a new file here is found without being listed anywhere."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
