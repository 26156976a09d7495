"""The folder of the script that runs, beside which the files that it names are looked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_folder: ContextVar[Path | None] = ContextVar("folder", default=None)


@contextmanager
def running_script(script: Path) -> Iterator[None]:
    """Make a script's folder the current one of its files while it runs."""
    token = _folder.set(Path(os.path.abspath(script)).parent)  # noqa: PTH100 — links stay, as Python opens them
    try:
        yield
    finally:
        _folder.reset(token)


def script_places(path: Path) -> tuple[Path, ...]:
    """Return where a file that a script names may be: beside the script, then in the current folder."""
    folder = _folder.get()
    return (path,) if folder is None or path.is_absolute() else (folder / path, path)
