"""Figuras que ensinam, para artigos técnicos."""

from importlib import import_module

from infograficos.system.session import validate_session

validate_session()

__all__ = ["Chapter", "Figure", "InfograficosError", "__version__", "builders", "check", "load_theme"]


def __getattr__(name: str) -> object:
    """Import a public name on first use, as the stub beside this file says: drawing is slow to import."""
    if name == "__version__":
        return import_module("importlib.metadata").version("infograficos")
    if name not in __all__:
        return import_module("infograficos.errors").deprecated_names(__name__, {})(name)
    # Not at the top: `infograficos doctor` works where a dependency is missing.
    find, _, _ = import_module("lazy_loader").attach_stub(__name__, __file__)
    return find(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
