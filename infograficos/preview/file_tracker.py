"""Tracks the files that a script uses in its own folder: imported modules and data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from infograficos.system.file_access import observe_file_access
from infograficos.system.resources import PACKAGE

_NOT_THE_AUTHORS = frozenset({"__pycache__", "site-packages", "node_modules"})


class FileTracker:
    """Tracks what a script reads below its folder, as long as the process lives.

    Files that it writes are left out: each build would trigger the next.
    """

    def __init__(self, script: Path) -> None:
        self._script = Path(os.path.abspath(script))  # noqa: PTH100 — a link is watched, not what it leads to
        self._folder = self._script.parent.resolve()
        self._prefixes = (str(self._folder), str(self._script.parent))
        self._read: set[str] = set()
        self._written: set[str] = set()
        observe_file_access(lambda file, is_written: (self._written if is_written else self._read).add(file))

    def files(self, failure: BaseException | None = None) -> list[str]:
        """Return the files used so far and, after a failure, where a missing module would be."""
        found = self._read | set(self._missing_module_files(failure))
        return sorted({file for file in found - self._written if self._is_own(file)} | {str(self._script)})

    def _missing_module_files(self, failure: BaseException | None) -> Iterator[str]:
        while failure:
            if isinstance(failure, ModuleNotFoundError) and failure.name:
                module = self._folder.joinpath(*failure.name.split("."))
                yield from (f"{module}.py", str(module / "__init__.py"))
            failure = failure.__cause__

    def _is_own(self, file: str) -> bool:
        # A quick test for the hundreds of files of other libraries.
        if not file.startswith(self._prefixes):
            return False
        resolved = Path(file).resolve()
        if not resolved.is_relative_to(self._folder) or resolved.is_relative_to(PACKAGE):
            return False
        parts = resolved.relative_to(self._folder).parts
        return not resolved.is_dir() and not any(part[0] == "." or part in _NOT_THE_AUTHORS for part in parts)
