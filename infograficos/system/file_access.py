"""Shows which files Python opens, runs and replaces in this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache, partial

#: Receives the absolute path of a file, and whether it is written.
Observer = Callable[[str, bool], None]

#: Audit events that replace a file, with the position of the target among their arguments.
_MOVES = {"os.rename": 1, "os.link": 1, "shutil.move": 1, "shutil.copyfile": 1}

_observers: list[Observer] = []


def observe_file_access(observer: Observer) -> Callable[[], None]:
    """Call a function for each file that is used, and return the function that ends this.

    A module that Python has compiled counts as its source.
    """
    _add_hook()
    _observers.append(observer)
    return partial(_observers.remove, observer)


@cache
def _add_hook() -> None:
    # Python never takes a hook away: one serves all observers, now and later.
    sys.addaudithook(_hook)


def _hook(event: str, details: tuple[object, ...]) -> None:
    if not _observers:
        return
    if event == "open":
        path, _, flags = details
        is_written = isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
    elif event == "exec":
        # A module that is compiled already is not opened.
        path, is_written = getattr(details[0], "co_filename", ""), False
    elif event in _MOVES:
        path, is_written = details[_MOVES[event]], True
    else:
        return
    try:
        # Links stay, and the script may change its folder later.
        file = os.path.abspath(os.fsdecode(path))  # type: ignore[arg-type]  # noqa: PTH100
    except TypeError:  # the number of a file that is open already
        return
    if f"{os.sep}__pycache__{os.sep}" not in file and (event != "exec" or file.endswith(".py")):
        for observer in tuple(_observers):
            observer(file, is_written)
