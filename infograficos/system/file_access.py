"""Shows which files Python opens, runs and replaces in this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress

#: Audit events that replace a file, with the position of the target among their arguments.
_MOVES = {"os.rename": 1, "os.link": 1, "shutil.move": 1, "shutil.copyfile": 1}


def observe_file_access(observe: Callable[[str, bool], None]) -> None:
    """Call a function with the absolute path of each file that is used, and whether it is written.

    A module that Python has compiled counts as its source. The process cannot stop this again.
    """

    def hook(event: str, details: tuple[object, ...]) -> None:
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
        with suppress(TypeError):  # the number of a file that is open already
            # Links stay, and the script may change its folder later.
            file = os.path.abspath(os.fsdecode(path))  # type: ignore[arg-type]  # noqa: PTH100
            if f"{os.sep}__pycache__{os.sep}" not in file and (event != "exec" or file.endswith(".py")):
                observe(file, is_written)

    sys.addaudithook(hook)
