"""The process of one build: it warms up, builds once, reports what it drew, and ends.

A script may print, read, exit, hang or leave things behind; none of it reaches the next build.
"""

# ruff: noqa: PLC0415 — the library may be broken while it is edited, and that is to be reported

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable
from typing import Any


def prepare() -> str:
    """Do what every build would wait for, and return the first message."""
    # A module saved twice in a second must be read twice, and nothing is left beside the author's file.
    sys.dont_write_bytecode = True
    try:
        from infograficos.preview.build import warm_up

        warm_up()
    except Exception as error:
        return _message("failed", message=_describe_error(error), files=[])
    return _message("warm")


def handle(order: dict[str, Any], send: Callable[[object], None]) -> None:
    """Build once, and end."""

    def report(kind: str, **details: object) -> None:
        send(_message(kind, **details))

    try:
        from infograficos.preview.build import build

        if order["script"]:
            sys.argv = [order["script"]]
        build(order["script"], order["theme"], order["known"], report)
    except BaseException as error:  # even Ctrl-C, where the script itself raises it
        report("failed", message=_describe_error(error), files=[])
    report("done")
    # Neither threads nor exit functions of the script are waited for.
    os._exit(0)


def _message(kind: str, **details: object) -> str:
    return json.dumps({"kind": kind, **details})


def _describe_error(error: BaseException) -> str:
    """Describe an unexpected error, and where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    file, line = (frames[-1].filename, frames[-1].lineno) if frames else ("", None)
    if isinstance(error, SyntaxError) and error.filename:
        file, line = error.filename, error.lineno
    shown = " ".join(f"{type(error).__name__}: {error}".removesuffix(": ").split())
    return f"{os.path.basename(file)}, linha {line}: a prévia parou com {shown}"  # noqa: PTH119 — only a name
