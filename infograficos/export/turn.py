"""One export at a time for a folder: two at once would mix their files."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO

from infograficos.errors import MachineError
from infograficos.writing import reason, refuse_name

#: How long to wait for the other export, in seconds, and between two looks.
PATIENCE, PAUSE = 60.0, 0.05

_STRANGE = "a trava “{}” não pode ser usada; apague-a, ou diga em TMPDIR outra pasta temporária"


@contextmanager
def turn(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Wait until no other process exports to a folder; `MachineError` where that takes too long.

    The system ends a turn with its process, however that ends.
    """
    # The lock stands elsewhere, so that a published folder holds figures and nothing else.
    name = f"infograficos-{_owner()}-{folder_digest(folder)}.lock"
    with _opened(Path(tempfile.gettempdir()) / name) as file:
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
    refuse_name(folder)
    return sha256(os.fsencode(folder.resolve())).hexdigest()[:16]


def _opened(path: Path) -> IO[bytes]:
    """Open our own lock; what somebody else has put in its place is neither followed nor waited for."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        file = os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0)
    except OSError as error:
        raise MachineError(f"{_STRANGE.format(path)}: {reason(error)}") from error
    about = os.fstat(file.fileno())
    if stat.S_ISREG(about.st_mode) and about.st_uid == _owner():
        return file
    file.close()
    raise MachineError(f"{_STRANGE.format(path)}: não é um arquivo seu")


def _owner() -> int:
    """Return who we are; Windows, which has no such numbers, owns all files as 0."""
    return os.getuid() if hasattr(os, "getuid") else 0


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
