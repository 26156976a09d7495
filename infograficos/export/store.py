"""What was made before, kept by all that it was made from, so that nothing is made twice."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time

from platformdirs import user_cache_path

from infograficos.errors import InfograficosError
from infograficos.system.atomic_write import write_file

#: Names another folder for what is kept; empty, nothing is kept.
VARIABLE = "INFOGRAFICOS_CACHE"

#: More files than this are not kept: the oldest make room.
MOST = 2000

_DIGEST = 32
_KEY = re.compile("[0-9a-f]{64}")

#: What a write that was killed leaves behind: it waits under such a name until it is whole.
_UNFINISHED = re.compile(r"\.[0-9a-f]{64}\.[a-z0-9_]{8}\.tmp")

#: No write takes a day, in seconds.
_DAY = 86_400


class Store:
    """A folder of files by key; whatever in it is damaged or strange is as good as not there.

    Args:
        folder: where they are kept; None keeps nothing and finds nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def find(self, key: str) -> bytes | None:
        """Return the file kept under a key, if there is a whole one."""
        if self.folder is None:
            return None
        with suppress(OSError):
            kept = (self.folder / key).read_bytes()
            if sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST]:
                return kept[_DIGEST:]
        return None

    def keep(self, key: str, data: bytes) -> None:
        """Keep a file under a key; a folder that cannot be written keeps nothing."""
        if self.folder is not None:
            with suppress(InfograficosError, OSError):
                write_file(self.folder / key, sha256(data).digest() + data)

    def tidy(self) -> None:
        """Make room where there are too many files, and take away what killed writes left."""
        with suppress(OSError):
            found = list(os.scandir(self.folder)) if self.folder else []
            # The folder may be one that was named by mistake: what is not ours stays in it.
            kept = [entry for entry in found if _KEY.fullmatch(entry.name)]
            for entry in sorted(kept, key=_age)[: max(0, len(kept) - MOST)]:
                Path(entry.path).unlink(missing_ok=True)
            for entry in found:
                if _UNFINISHED.fullmatch(entry.name) and _age(entry) < time() - _DAY:
                    Path(entry.path).unlink(missing_ok=True)


def default_store() -> Store:
    """Return the user's own store; a user without a home keeps nothing."""
    chosen = os.environ.get(VARIABLE)
    if chosen is not None:
        return Store(Path(chosen) if chosen else None)
    try:
        folder = user_cache_path("infograficos") / "pictures"
    except RuntimeError:
        return Store(None)
    # Without a home, older platformdirs answer with a folder called “~” wherever one happens to be.
    return Store(folder if folder.is_absolute() else None)


def _age(entry: os.DirEntry[str]) -> float:
    return entry.stat(follow_symlinks=False).st_mtime
