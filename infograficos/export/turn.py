"""One export at a time for a folder: two at once would mix their files."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO

from infograficos.errors import MachineError
from infograficos.system.atomic_write import describe_os_error, validate_file_name

#: How long to wait without a sign of life from the other export, in seconds, and between two looks.
PATIENCE, PAUSE = 60.0, 0.05

_STRANGE = "a trava “{}” não pode ser usada; apague-a, ou diga em TMPDIR outra pasta temporária"


@contextmanager
def turn(folder: Path, patience: float = PATIENCE) -> Iterator[Callable[[], None]]:
    """Wait until no other process exports to a folder; gives what says to those who wait that we go on.

    The system ends a turn with its process, however that ends. `MachineError` where the other gives no sign
    of life for too long, or where the system gives no place for a lock.

    Args:
        folder: the one to export to.
        patience: how long to wait without a sign, in seconds.
    """
    with _lock(folder) as file:
        _wait(file, folder, patience)
        try:
            yield lambda: _renew(file)
        finally:
            _given_back(file)


def folder_digest(folder: Path) -> str:
    """Return a short name for a folder, the same however its path is written."""
    validate_file_name(folder)
    try:
        return sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]
    except OSError as error:  # of the current folder, nobody knows where it was
        raise MachineError(
            f"a pasta atual não existe mais, e “{folder}” ficaria nela: {describe_os_error(error)}"
        ) from error


def _lock(folder: Path) -> IO[bytes]:
    """Open our own lock; what somebody else has put in its place is neither followed nor waited for."""
    # It stands elsewhere, so that a published folder holds figures and nothing else.
    path = _temporary() / f"infograficos-{_owner()}-{folder_digest(folder)}.lock"
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        file = os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0)
    except OSError as error:
        raise MachineError(f"{_STRANGE.format(path)}: {describe_os_error(error)}") from error
    about = os.fstat(file.fileno())
    if stat.S_ISREG(about.st_mode) and about.st_uid == _owner():
        return file
    file.close()
    raise MachineError(f"{_STRANGE.format(path)}: não é um arquivo seu")


def _temporary() -> Path:
    try:
        return Path(tempfile.gettempdir())
    except OSError as error:
        raise MachineError(
            "nenhuma pasta aceita arquivos temporários; diga em TMPDIR uma que aceite gravação"
        ) from error


def _wait(file: IO[bytes], folder: Path, patience: float) -> None:
    seen, end = _sign(file), time.monotonic() + patience
    while not _taken(file):
        if _sign(file) != seen:
            seen, end = _sign(file), time.monotonic() + patience
        if time.monotonic() > end:
            raise MachineError(
                f"outra exportação está gravando em “{folder}”, e parece parada; "
                "espere que ela termine, ou encerre-a"
            )
        time.sleep(PAUSE)
    # The next in the line counts anew from here.
    _renew(file)


def _sign(file: IO[bytes]) -> int:
    return os.fstat(file.fileno()).st_mtime_ns


def _renew(file: IO[bytes]) -> None:
    # Windows tells the time of a file by its path alone; there, whoever waits sees no sign.
    if os.utime in os.supports_fd:
        with suppress(OSError):
            os.utime(file.fileno())


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
    else:
        import fcntl  # noqa: PLC0415 — does not exist on Windows

        # To close the file is not enough while a process that draws, and shares it, is still ending.
        fcntl.flock(file, fcntl.LOCK_UN)
