"""A head start: what draws gets ready while the rest is loaded, where there will be something to draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from infograficos.export.manifest import digest
from infograficos.export.store import Store, default_store
from infograficos.rendering import Studio


@contextmanager
def head_start(
    asked: object, files: Iterable[Path], processes: int | None = None, store: Store | None = None
) -> Iterator[Studio]:
    """Give what an export draws with, at work already if nothing was ever exported from files like these.

    That is a guess, which costs a little time where it is wrong, and decides nothing.

    Args:
        asked: what is asked for, with a `repr` that says all of it.
        files: what it is asked of: the chapter's and the theme's.
        processes: how many draw at a time; see `Studio`.
        store: where it is noted what was exported; by default the user's own.
    """
    kept = store or default_store()
    key = digest("exported", repr(asked), *map(_read, files))
    with Studio(processes=processes) as studio:
        if kept.find(key) is None:
            studio.get_ready()
        yield studio
    kept.keep(key, b"")


def _read(file: Path) -> bytes:
    with suppress(OSError, ValueError):  # whoever loads it will tell
        return file.read_bytes()
    return b""
