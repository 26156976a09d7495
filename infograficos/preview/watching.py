"""Notices which files were saved, by looking at all of them again and again.

Three hundred files take half a millisecond, so that nothing is gained by asking the system to tell.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

from infograficos.system.resources import PACKAGE, resource_path

#: How long a file must hold still before it counts as saved, in seconds; and how often it may not.
STILL = 0.02
PATIENCE = 10

#: What tells one saving of a file from the next; None where there is no file.
Signature = tuple[int, int, int] | None


class Watch:
    """The files that are looked at, and how they were last seen."""

    def __init__(self) -> None:
        self._seen: dict[Path, Signature] = {}

    def follow(self, paths: Iterable[Path]) -> None:
        """From now on look at these files; what is known of those looked at already stays known."""
        self._seen = {path: self._seen[path] if path in self._seen else signature(path) for path in paths}

    def changed(self) -> set[Path]:
        """Return the files that were saved, made or taken away since this was last asked."""
        now = self._look()
        if now == self._seen:
            return set()
        now = self._settled(now)
        before, self._seen = self._seen, now
        return {path for path, seen in now.items() if seen != before[path]}

    def _look(self) -> dict[Path, Signature]:
        return {path: signature(path) for path in self._seen}

    def _settled(self, now: dict[Path, Signature]) -> dict[Path, Signature]:
        # Editors empty a file before they write it, or take it away before its successor comes.
        for _ in range(PATIENCE):
            time.sleep(STILL)
            before, now = now, self._look()
            gone = any(now[path] is None and seen is not None for path, seen in self._seen.items())
            if now == before and not gone:
                break
        return now


def signature(path: Path) -> Signature:
    """Return what changes when a file is saved."""
    try:
        status = os.stat(path)  # noqa: PTH116 — a third of the time of the method
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def library_files() -> frozenset[Path]:
    """Return the library's own files in a checkout, where they are edited, with their folders; else none."""
    root = PACKAGE.parent
    if resource_path("theme.toml").parent != root:
        return frozenset()
    inside = [path for folder in (PACKAGE, root / "templates") for path in (folder, *folder.rglob("*"))]
    kept = (path for path in inside if "__pycache__" not in path.parts)
    return frozenset({root / "theme.toml", *kept})
