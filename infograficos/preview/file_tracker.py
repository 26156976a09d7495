"""Tracks the files that a script uses in its own folder: imported modules and data."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from infograficos.system.resources import PACKAGE

#: Audit events that replace a file, with the position of the target among their arguments.
_MOVES = {"os.rename": 1, "os.link": 1, "shutil.move": 1, "shutil.copyfile": 1}

_NOT_THE_AUTHORS = frozenset({"__pycache__", "site-packages", "node_modules"})


class FileTracker:
    """Tracks what a script reads below its folder, as long as the process lives.

    Files that it writes are left out: each build would trigger the next.
    """

    def __init__(self, script: Path) -> None:
        self._script = Path(os.path.abspath(script))  # noqa: PTH100 — a link is watched, not what it leads to
        self._folder = self._script.parent.resolve()
        self._prefixes = (str(self._folder), str(self._script.parent))
        self._read: set[Path] = set()
        self._written: set[Path] = set()
        sys.addaudithook(self._audit)

    def files(self, failure: BaseException | None = None) -> list[str]:
        """Return the files used so far and, after a failure, where a missing module would be."""
        found = self._read | set(self._missing(failure))
        kept = {path for path in found - self._written if self._is_own(path)}
        return sorted(map(str, kept | {self._script}))

    def _missing(self, failure: BaseException | None) -> Iterator[Path]:
        while failure:
            if isinstance(failure, ModuleNotFoundError) and failure.name:
                module = self._folder.joinpath(*failure.name.split("."))
                yield from (module.with_suffix(".py"), module / "__init__.py")
            failure = failure.__cause__

    def _audit(self, event: str, details: tuple[object, ...]) -> None:
        if event == "exec":
            # A cached module is not opened.
            self._add(getattr(details[0], "co_filename", None), self._read)
        elif event == "open":
            path, _, flags = details
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
            self._add(path, self._written if writes else self._read)
        elif event in _MOVES:
            self._add(details[_MOVES[event]], self._written)

    def _add(self, path: object, where: set[Path]) -> None:
        if isinstance(path, str | os.PathLike):
            where.add(Path(os.path.abspath(path)))  # noqa: PTH100 — the script may change its folder later

    def _is_own(self, path: Path) -> bool:
        # A quick test for the hundreds of files of other libraries.
        if not str(path).startswith(self._prefixes):
            return False
        resolved = path.resolve()
        if not resolved.is_relative_to(self._folder) or resolved.is_relative_to(PACKAGE):
            return False
        parts = resolved.relative_to(self._folder).parts
        return not resolved.is_dir() and not any(part[0] == "." or part in _NOT_THE_AUTHORS for part in parts)
