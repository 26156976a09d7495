"""The kinds of figure, one file each, listed in the stub by `pytest tests/goldens --accept-goldens`."""

from lazy_loader import attach_stub

from infograficos.errors import deprecated_names

_load, __dir__, __all__ = attach_stub(__name__, __file__)
_deprecated = deprecated_names(__name__, {})


def __getattr__(name: str) -> object:
    return _load(name) if name in __all__ else _deprecated(name)
