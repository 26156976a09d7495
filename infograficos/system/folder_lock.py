"""One writer at a time for a folder: two at once would mix their files."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.errors import MachineError
from infograficos.language.messages import mark_message, message
from infograficos.system.files import describe_os_error, validate_file_name
from infograficos.system.user_cache import user_cache_folder

if TYPE_CHECKING:
    from filelock import FileLock

#: How long to wait without a heartbeat from the holder, and between two tries, in seconds.
PATIENCE, POLL_INTERVAL = 60.0, 0.05


class FolderLock:
    """Waits until no other process writes to a folder, which need not exist, and holds it for the context.

    The system frees the lock of a process that dies. `MachineError` if the holder gives no heartbeat for
    `patience` seconds, or if no lock file can be opened.
    """

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self._folder, self._patience = folder, patience

    def __enter__(self) -> FolderLock:
        """Acquire the lock."""
        self._lock = _open_lock(self._folder)
        seen, deadline = -1, 0.0
        while not _is_acquired(self._lock):
            if self._last_heartbeat() != seen:
                seen, deadline = self._last_heartbeat(), time.monotonic() + self._patience
            if time.monotonic() > deadline:
                raise MachineError(
                    "outra exportação está gravando em “{folder}”, e parece parada; "
                    "espere que ela termine, ou encerre-a",
                    folder=self._folder,
                )
            time.sleep(POLL_INTERVAL)
        self.heartbeat()
        return self

    def __exit__(self, *_error: object) -> None:
        """Release the lock, also for worker processes that were forked meanwhile and are still ending."""
        self._lock.release()

    def heartbeat(self) -> None:
        """Tell waiting processes that this one makes progress."""
        with suppress(OSError):
            os.utime(self._lock.lock_file)

    def _last_heartbeat(self) -> int:
        # Some versions of filelock truncate the file at every try: only the access time is ours alone.
        with suppress(OSError):
            return os.stat(self._lock.lock_file).st_atime_ns  # noqa: PTH116 — a text, as filelock has it
        return 0


def folder_digest(folder: Path) -> str:
    """Return a short name for a folder, the same however its path is written."""
    validate_file_name(folder)
    try:
        return sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]
    except OSError as error:  # the current folder was deleted
        raise MachineError(
            "a pasta atual não existe mais, e “{folder}” ficaria nela: {reason}",
            folder=folder,
            reason=describe_os_error(error),
        ) from error


def _open_lock(folder: Path) -> FileLock:
    """Return the lock of a folder; its file is in the user's cache, or else in the temporary folder."""
    name = f"infograficos-{_owner()}-{folder_digest(folder)}.lock"
    home = user_cache_folder("locks")
    if home:
        with suppress(OSError):
            home.mkdir(parents=True, exist_ok=True)
            return _open_file(home / name, mark_message("apague-a"))
    try:
        path = Path(tempfile.gettempdir()) / name
    except OSError as error:
        raise MachineError(
            "nenhuma pasta aceita arquivos temporários; diga em TMPDIR uma que aceite gravação"
        ) from error
    advice = mark_message("apague-a, ou diga em TMPDIR outra pasta temporária")
    try:
        return _open_file(path, advice)
    except OSError as error:
        raise _unusable(path, advice, describe_os_error(error)) from error


def _open_file(path: Path, advice: str) -> FileLock:
    """Return a lock whose file can be opened for writing, as every try to acquire it does."""
    from filelock import FileLock  # noqa: PLC0415 — an export in which nothing changed needs no lock

    # What somebody else has put in its place is neither followed nor waited for.
    with suppress(OSError):
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_uid != _owner():
            raise _unusable(path, advice, message("não é um arquivo seu"))
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
    return FileLock(path, mode=0o600)


def _is_acquired(lock: FileLock) -> bool:
    from filelock import Timeout  # noqa: PLC0415 — as above

    with suppress(Timeout):
        lock.acquire(timeout=0)
    return lock.is_locked


def _unusable(path: Path, advice: str, reason: str) -> MachineError:
    return MachineError(
        "a trava “{path}” não pode ser usada; {advice}: {reason}",
        path=path,
        advice=message(advice),
        reason=reason,
    )


def _owner() -> int:
    """Return the user's number; Windows has none, and says 0 of every file."""
    return os.getuid() if hasattr(os, "getuid") else 0
