"""The engine and libcairo of this machine, or the reason why Cairo is missing."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from infograficos.raster.engine import INSTALL_HINT, engine_name


def engine_version() -> str:
    """Return the engine's name and version; `ImportError` where there is none at all."""
    if engine_name() == "cairosvg":
        return f"CairoSVG {version('cairosvg')}, com a libcairo {_libcairo()}"
    import_module("resvg_py")
    return f"resvg, do resvg-py {version('resvg-py')}"


def missing_cairo_reason() -> str | None:
    """Return why Cairo cannot draw and, after a semicolon, the remedy; None where it can."""
    if engine_name() == "cairosvg":
        return None
    try:
        import_module("cairocffi")
    except ImportError as error:
        return f"a biblioteca “{error.name}” falta ou não carrega"
    except OSError:
        return f"a libcairo não foi encontrada; instale-a com {INSTALL_HINT}"
    return "a CairoSVG falta ou não carrega"


def _libcairo() -> str:
    number = str(import_module("cairocffi").cairo_version_string())
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return number
    # Where pictures differ, it matters which of several libraries was loaded.
    path = next((line.split(maxsplit=5)[-1] for line in maps.splitlines() if "/libcairo.so" in line), "")
    return f"{number} de {path}" if path else number
