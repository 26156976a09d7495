"""What this machine draws with: which engine, which libcairo, and why not Cairo where it is not."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from infograficos.raster.engine import INSTALL_HINT, engine_name


def engine_version() -> str:
    """Say which engine draws, in which version; an engine that is missing too raises `ImportError`."""
    if engine_name() == "cairosvg":
        return f"CairoSVG {version('cairosvg')}, com a libcairo {_libcairo()}"
    import_module("resvg_py")
    return f"resvg, do resvg-py {version('resvg-py')}"


def missing_cairo_reason() -> str | None:
    """Say why Cairo does not draw and, after a semicolon, how it would; None where it does."""
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
    spoken = str(import_module("cairocffi").cairo_version_string())
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return spoken
    # Which of several libraries was found is what one wants to know where pictures differ.
    place = next((line.split(maxsplit=5)[-1] for line in maps.splitlines() if "/libcairo.so" in line), "")
    return f"{spoken} de {place}" if place else spoken
