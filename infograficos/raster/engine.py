"""Which engine draws: Cairo where the machine has libcairo, resvg where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Literal

from infograficos.errors import InfograficosError, MachineError

EngineName = Literal["cairosvg", "resvg"]

INSTALL_HINT = "“apt install libcairo2” (Debian e Ubuntu) ou “brew install cairo” (macOS)"


@cache
def engine_name() -> EngineName:
    """Return the engine that draws PNGs on this machine."""
    try:
        import_module("cairosvg")
    except (ImportError, OSError):  # cairocffi raises OSError where it finds no libcairo
        return "resvg"
    return "cairosvg"


def fallback_notice() -> str | None:
    """Return the message that resvg draws for want of libcairo; None where Cairo draws."""
    if engine_name() == "cairosvg":
        return None
    return f"a libcairo não foi encontrada; o resvg desenha no lugar. Para instalar: {INSTALL_HINT}"


@contextmanager
def translate_failures(engine: EngineName) -> Iterator[None]:
    """Turn whatever an engine raises into a `MachineError` in Portuguese."""
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
