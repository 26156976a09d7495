"""A folder of data under keys that say what the data was made from."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time

from infograficos.errors import InfograficosError
from infograficos.system.files import write_file

#: Beyond this many entries the oldest are removed.
MAX_ENTRIES = 2000

_DIGEST_SIZE = 32
_KEY = re.compile("[0-9a-f]{64}")

#: What a write that was killed leaves behind: a file has such a name until it is whole.
_UNFINISHED = re.compile(r"\.[0-9a-f]{64}\.[a-z0-9_]{8}\.tmp")

#: No write takes a day, in seconds.
_DAY = 86_400


class FileCache:
    """A folder of entries by key; an entry that is damaged, or not what its key says, counts as absent.

    Args:
        folder: where the entries are; None caches nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """Return the bytes kept under a key, if they are whole; nothing is kept under an empty one."""
        if not self.folder or not key:
            return None
        path = self.folder / key
        with suppress(OSError):
            entry = path.read_bytes() if path.is_file() else b""
            if entry[:_DIGEST_SIZE] == _entry_digest(key, entry[_DIGEST_SIZE:]):
                return entry[_DIGEST_SIZE:]
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key; a folder that cannot be written keeps nothing."""
        if self.folder and key:
            with suppress(InfograficosError, OSError):
                write_file(self.folder / key, _entry_digest(key, data) + data)

    def tidy(self) -> None:
        """Remove the oldest of too many entries, and what killed writes left."""
        with suppress(OSError):
            found = list(os.scandir(self.folder)) if self.folder else []
            # The folder may be one that was named by mistake: what is not ours stays in it.
            entries = sorted((entry for entry in found if _KEY.fullmatch(entry.name)), key=_modification_time)
            old = entries[: max(0, len(entries) - MAX_ENTRIES)]
            unfinished = [entry for entry in found if _UNFINISHED.fullmatch(entry.name)]
            for entry in (*old, *(each for each in unfinished if _modification_time(each) < time() - _DAY)):
                Path(entry.path).unlink(missing_ok=True)


def _entry_digest(key: str, data: bytes) -> bytes:
    return sha256(key.encode() + data).digest()


def _modification_time(entry: os.DirEntry[str]) -> float:
    return entry.stat(follow_symlinks=False).st_mtime
