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
from infograficos.language.messages import mark_message, message
from infograficos.system.resources import installed_versions

EngineName = Literal["cairosvg", "resvg"]

#: How to install libcairo, in Portuguese.
INSTALL_HINT = mark_message("“apt install libcairo2” (Debian e Ubuntu) ou “brew install cairo” (macOS)")

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
    return message(
        "a libcairo não foi encontrada; o resvg desenha no lugar. Para instalar: {commands}",
        commands=message(INSTALL_HINT),
    )


@contextmanager
def translate_failures() -> Iterator[None]:
    """Turn whatever the engine raises into a `MachineError` that says what happened."""
    engine = engine_name()
    try:
        yield
    except InfograficosError:
        raise
    except MemoryError as error:
        raise MachineError("faltou memória para desenhar a figura; tente uma largura menor") from error
    except RecursionError as error:
        raise MachineError(
            "o {engine} se perdeu: algum elemento do SVG se refere a si mesmo", engine=engine
        ) from error
    except Exception as error:
        raise MachineError(
            "o {engine} não conseguiu desenhar a figura e disse: “{error}”", engine=engine, error=error
        ) from error
    except BaseException as error:
        # A panic in resvg's Rust code is no Exception, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise MachineError(
            "o {engine} parou no meio do desenho e disse: “{error}”", engine=engine, error=error
        ) from error


def engine_version() -> str:
    """Return the engine's name and version; `ImportError` where there is none at all."""
    from importlib.metadata import version  # noqa: PLC0415 — takes time to import

    if engine_name() == "cairosvg":
        return message(
            "CairoSVG {version}, com a libcairo {libcairo}", version=version("cairosvg"), libcairo=_libcairo()
        )
    import_module("resvg_py")
    return message("resvg, do resvg-py {version}", version=version("resvg-py"))


def missing_cairo_reason() -> str | None:
    """Return why Cairo cannot draw and, after a semicolon, the remedy; None where it can."""
    if engine_name() == "cairosvg":
        return None
    try:
        import_module("cairocffi")
    except ImportError as error:
        return message("a biblioteca “{library}” falta ou não carrega", library=error.name)
    except OSError:
        return message(
            "a libcairo não foi encontrada; instale-a com {commands}", commands=message(INSTALL_HINT)
        )
    return message("a CairoSVG falta ou não carrega")


def _libcairo() -> str:
    number = str(import_module("cairocffi").cairo_version_string())
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return number
    # Where pictures differ, it matters which of several libraries was loaded.
    path = next((line.split(maxsplit=5)[-1] for line in maps.splitlines() if "/libcairo.so" in line), "")
    return message("{version} de {path}", version=number, path=path) if path else number


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
