"""The process in which one build happens: it warms up, reads one order, tells what it drew, and ends.

A script may print, read, exit, hang, or leave anything behind; none of it reaches the next build.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import traceback
from collections.abc import Callable
from typing import IO, Any


def main() -> None:
    """Wait for an order and carry it out."""
    orders, told = _streams()

    def tell(kind: str, **details: object) -> None:
        told.write(json.dumps({"kind": kind, **details}).encode() + b"\n")
        told.flush()

    broken = _warm_up()
    line = orders.readline()
    if not line:
        os._exit(0)
    tell("begun")
    threading.Thread(target=_end_with_parent, args=(orders,), daemon=True).start()
    try:
        if broken:
            raise broken
        _carry_out(json.loads(line), tell)
    except BaseException as error:  # even Ctrl-C, where the script itself raises it
        tell("failed", message=_cause(error), files=[])
    tell("done")
    # Neither threads nor exit functions of the script are waited for.
    os._exit(0)


def _warm_up() -> Exception | None:
    """Do what every build would wait for; a library that is just being edited may be in the way."""
    try:
        from infograficos.preview.warming import warm_up  # noqa: PLC0415 — it may be broken

        warm_up()
    except Exception as error:
        return error
    return None


def _carry_out(order: dict[str, Any], tell: Callable[..., None]) -> None:
    from infograficos.preview.building import build  # noqa: PLC0415 — it may be broken

    if order["script"]:
        sys.argv = [order["script"]]
    build(order["script"], order["theme"], order["known"], tell)


def _cause(error: BaseException) -> str:
    """Say what stopped a build that nobody foresaw, and where."""
    frames = traceback.extract_tb(error.__traceback__)
    file, line = (frames[-1].filename, frames[-1].lineno) if frames else ("", None)
    if isinstance(error, SyntaxError) and error.filename:
        file, line = error.filename, error.lineno
    said = " ".join(f"{type(error).__name__}: {error}".removesuffix(": ").split())
    return f"{os.path.basename(file)}, linha {line}: a prévia parou com {said}"  # noqa: PTH119 — only a name


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """Return where orders come from and where answers go, and keep scripts from both.

    What a script prints goes to stderr, even what its own processes print; and it has nothing to read.
    """
    orders, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    # A module saved twice in a second must be read twice, and nothing is left beside the author's file.
    sys.dont_write_bytecode = True
    return orders, told


def _end_with_parent(orders: IO[bytes]) -> None:
    orders.read()
    os._exit(1)
