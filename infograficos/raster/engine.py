"""Which engine draws, in which version: Cairo where the machine has libcairo, resvg where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CDLL, c_char_p
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Literal

from infograficos.errors import InfograficosError, MachineError
from infograficos.system.resources import installed_versions

EngineName = Literal["cairosvg", "resvg"]

INSTALL_HINT = "“apt install libcairo2” (Debian e Ubuntu) ou “brew install cairo” (macOS)"

_LIBRARIES = ("cairosvg-", "cairocffi-", "resvg_py-", "pillow-")

#: The names of libcairo on Linux, macOS and Windows.
_CAIRO_NAMES = ("libcairo.so.2", "libcairo.2.dylib", "libcairo-2.dll")


@cache
def engine_name() -> EngineName:
    """Return the engine that draws PNGs on this machine."""
    try:
        import_module("cairosvg")
    except (ImportError, OSError):  # cairocffi raises OSError where it finds no libcairo
        return "resvg"
    return "cairosvg"


def load_engine() -> ModuleType:
    """Return the module that draws on this machine, with its function `draw`."""
    return import_module(f"infograficos.raster.{engine_name()}_engine")


def fallback_notice() -> str | None:
    """Return the message that resvg draws for want of libcairo; None where Cairo draws."""
    if engine_name() == "cairosvg":
        return None
    return f"a libcairo não foi encontrada; o resvg desenha no lugar. Para instalar: {INSTALL_HINT}"


@contextmanager
def translate_failures() -> Iterator[None]:
    """Turn whatever the engine raises into a `MachineError` in Portuguese."""
    engine = engine_name()
    try:
        yield
    except InfograficosError:
        raise
    except MemoryError as error:
        raise MachineError("faltou memória para desenhar a figura; tente uma largura menor") from error
    except RecursionError as error:
        raise MachineError(f"o {engine} se perdeu: algum elemento do SVG se refere a si mesmo") from error
    except Exception as error:
        raise MachineError(f"o {engine} não conseguiu desenhar a figura e disse: “{error}”") from error
    except BaseException as error:
        # A panic in resvg's Rust code is no Exception, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise MachineError(f"o {engine} parou no meio do desenho e disse: “{error}”") from error


def engine_version() -> str:
    """Return the engine's name and version; `ImportError` where there is none at all."""
    from importlib.metadata import version  # noqa: PLC0415 — takes time to import

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


@cache
def signature() -> str:
    """Return a text that changes whenever the same SVG might be drawn differently; imports no engine."""
    # Hidden files are an editor's, and may be dangling links.
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("[!.]*.py")))
    versions = [name for name in installed_versions() if name.lower().startswith(_LIBRARIES)]
    return " ".join([*versions, _cairo_version(), sha256(code).hexdigest()])


def _cairo_version() -> str:
    for name in _CAIRO_NAMES:
        try:
            version_string = CDLL(name).cairo_version_string
        except (OSError, AttributeError):
            continue
        version_string.restype = c_char_p
        return str(version_string().decode())
    return "-"
