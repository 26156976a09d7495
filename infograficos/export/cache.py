"""What was made before, kept by all that it was made from, so that nothing is made twice."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from time import time
from typing import Any

from infograficos.errors import InfograficosError
from infograficos.export.manifest import Record, parse_record, record_values
from infograficos.raster.engine import signature
from infograficos.system.files import write_file
from infograficos.system.fingerprint import cache_key, file_digest
from infograficos.system.user_cache import user_cache_folder

#: The environment variable that names another folder for the cache; empty, nothing is cached.
VARIABLE = "INFOGRAFICOS_CACHE"

#: Beyond this many entries the oldest are removed.
MAX_ENTRIES = 2000

_DIGEST_SIZE = 32
_KEY = re.compile("[0-9a-f]{64}")

#: What a write that was killed leaves behind: a file has such a name until it is whole.
_UNFINISHED = re.compile(r"\.[0-9a-f]{64}\.[a-z0-9_]{8}\.tmp")

#: No write takes a day, in seconds.
_DAY = 86_400

#: What every planned path looks like: a figure's file in a folder, or the PDF of a chapter.
_PLANNED = re.compile(
    r"(?:(?P<folder>[\w-]+)/\d{2,3}-[a-z0-9-]+|capitulo-\d{2,3})"
    r"(?:-\d+(?:\.\d+)?)?(?:-dark|-auto)?\.(?P<format>svg|png|pdf|gif)"
)


@dataclass(frozen=True, slots=True)
class CachedExport:
    """The files of a sheet or of a whole export.

    Args:
        records: what the manifest says of each file.
        messages: what there was to say about them.
        inputs: the digest of each file that they were made from, by its path; see `ExportRequest`.
        profiles: what each figure of a sheet is compared with others by; see `Comparison`.
        contents: the bytes of each file; entries of their own.
    """

    records: Sequence[Record]
    messages: Sequence[str] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    profiles: Sequence[Sequence[dict[str, Any]]] = ()
    contents: Sequence[bytes] = ()


class Cache:
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

    def get_export(self, key: str) -> CachedExport | None:
        """Return the files kept under a key, if all are there and nothing that they are made from changed.

        An entry of another shape, or which names a file as no plan does, counts as absent, too.
        """
        with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
            values = json.loads(self.get(key) or b"")
            if all(file_digest(path) == digest for path, digest in values["inputs"].items()):
                records = [parse_record(each) for each in values["files"]]
                contents = [self._content(record) for record in records]
                found = CachedExport(records, list(map(str, values["messages"])), values["inputs"])
                if records:
                    return replace(found, profiles=list(values["profiles"]), contents=contents)
        return None

    def put_export(self, key: str, export: CachedExport) -> None:
        """Keep what is known of finished files, whose bytes are kept already."""
        values = {
            "files": [record_values(record) for record in export.records],
            "messages": list(export.messages),
            "inputs": dict(export.inputs),
            "profiles": list(export.profiles),
        }
        self.put(key, json.dumps(values).encode())

    def tidy(self) -> None:
        """Remove the oldest of too many entries, and what killed writes left."""
        with suppress(OSError):
            found = list(os.scandir(self.folder)) if self.folder else []
            # The folder may be one that was named by mistake: what is not ours stays in it.
            entries = sorted((entry for entry in found if _KEY.fullmatch(entry.name)), key=_modified)
            old = entries[: max(0, len(entries) - MAX_ENTRIES)]
            unfinished = [entry for entry in found if _UNFINISHED.fullmatch(entry.name)]
            for entry in (*old, *(each for each in unfinished if _modified(each) < time() - _DAY)):
                Path(entry.path).unlink(missing_ok=True)

    def _content(self, record: Record) -> bytes:
        """Return a file's bytes; `ValueError` unless they are there, and the record is of just these."""
        data = self.get(file_key(record))
        if data is None or sha256(data).hexdigest() != record.sha256 or not _is_planned(record):
            raise ValueError
        return data


def default_cache() -> Cache:
    """Return the user's own cache; a user without a home caches nothing."""
    chosen = os.environ.get(VARIABLE)
    if chosen is None:
        return Cache(user_cache_folder("pictures"))
    return Cache(Path(chosen) if chosen else None)


def file_key(record: Record) -> str:
    """Return what a file's bytes are cached under; those of a picture depend on what draws it, too."""
    if record.format == "svg":
        return cache_key("svg", record.sha256)
    return cache_key("picture", record.drawn_from, signature())


def _is_planned(record: Record) -> bool:
    """Return whether a record names its file as a plan does."""
    found = _PLANNED.fullmatch(record.file)
    if not found or found["format"] != record.format:
        return False
    return found["folder"] == ((record.preset or record.format) if record.figure else None)


def _entry_digest(key: str, data: bytes) -> bytes:
    return sha256(key.encode() + data).digest()


def _modified(entry: os.DirEntry[str]) -> float:
    return entry.stat(follow_symlinks=False).st_mtime
