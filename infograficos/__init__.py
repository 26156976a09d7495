"""Figuras que ensinam, para artigos técnicos."""

from importlib import import_module

__all__ = ["Chapter", "Figure", "InfograficosError", "__version__", "builders", "check", "load_theme"]


def __getattr__(name: str) -> object:
    """Import a public name on first use, as the stub beside this file says: drawing is slow to import."""
    if name == "__version__":
        return import_module("importlib.metadata").version("infograficos")
    if name not in __all__:
        raise AttributeError(_unknown(name))
    # Not at the top: `infograficos doctor` works where a dependency is missing.
    find, _, _ = import_module("lazy_loader").attach_stub(__name__, __file__)
    return find(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _unknown(name: str) -> str:
    if name.startswith("__"):  # Python itself probes for these, and reads no advice
        return name
    message = import_module("infograficos.errors").unknown_name_message
    return f"infograficos: {message('o nome', name, [public for public in __all__ if public[0] != '_'])}"
