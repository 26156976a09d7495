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
    """Say which engine draws the PNGs on this machine."""
    try:
        import_module("cairosvg")
    except (ImportError, OSError):  # cairocffi raises OSError where it finds no libcairo
        return "resvg"
    return "cairosvg"


def fallback_notice() -> str | None:
    """Return the line that tells of the second choice of engine, or None where Cairo draws."""
    if engine_name() == "cairosvg":
        return None
    return f"a libcairo não foi encontrada; o resvg desenha no lugar. Para instalar: {INSTALL_HINT}"


@contextmanager
def translate_failures(engine: EngineName) -> Iterator[None]:
    """Turn whatever an engine raises into an error in the author's language (`MachineError`)."""
    try:
        yield
    except InfograficosError:
        raise
    except MemoryError as problem:
        raise MachineError("faltou memória para desenhar a figura; tente uma largura menor") from problem
    except RecursionError as problem:
        raise MachineError(f"o {engine} se perdeu: algum elemento do SVG se refere a si mesmo") from problem
    except Exception as problem:
        raise MachineError(f"o {engine} não conseguiu desenhar a figura e disse: “{problem}”") from problem
    except BaseException as problem:
        # A panic in resvg's Rust code is no Exception, and its class cannot be imported.
        if type(problem).__name__ != "PanicException":
            raise
        raise MachineError(f"o {engine} parou no meio do desenho e disse: “{problem}”") from problem
