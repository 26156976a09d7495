"""One export at a time for a folder: two at once would mix their files."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO

from infograficos.errors import MachineError

#: How long to wait for the other export, in seconds, and between two looks.
PATIENCE, PAUSE = 60.0, 0.05


@contextmanager
def turn(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Wait until no other process exports to a folder; `MachineError` where that takes too long.

    The system ends a turn with its process, however that ends.
    """
    # The lock stands elsewhere, so that a published folder holds figures and nothing else.
    name = f"infograficos-{os.getuid() if hasattr(os, 'getuid') else ''}-{folder_digest(folder)}.lock"
    with (Path(tempfile.gettempdir()) / name).open("a+b") as file:
        end = time.monotonic() + patience
        while not _taken(file):
            if time.monotonic() > end:
                raise MachineError(f"outra exportação está gravando em “{folder}”; espere que ela termine")
            time.sleep(PAUSE)
        try:
            yield
        finally:
            _given_back(file)


def folder_digest(folder: Path) -> str:
    """Return a short name for a folder, the same however its path is written."""
    return sha256(os.fsencode(folder.resolve())).hexdigest()[:16]


def _taken(file: IO[bytes]) -> bool:
    with suppress(BlockingIOError, PermissionError):
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 — exists on Windows alone

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415 — does not exist on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def _given_back(file: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415 — exists on Windows alone

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    # Elsewhere, to close the file is enough.
