"""Cache of finished files by everything that they were made from."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from infograficos.export.manifest import Record, parse_record, record_values
from infograficos.raster.engine import signature
from infograficos.system.file_cache import FileCache
from infograficos.system.fingerprint import cache_key, file_digest
from infograficos.system.user_cache import picture_cache_folder

#: What every planned path looks like: a figure's file, perhaps in a folder, or the PDF of a chapter.
_PLANNED = re.compile(
    r"(?:(?P<folder>[\w-]+)/)?(?P<name>\d{2,3}-[\w-]+|[a-z]+-\d{2,3}(?:-[a-z-]+)?)"
    r"(?:-\d+(?:\.\d+)?)?(?:-dark|-auto)?\.(?P<format>svg|png|pdf|gif)"
)


@dataclass(frozen=True, slots=True)
class CachedFiles:
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


class Cache(FileCache):
    """The user's pictures, and which of them make up a sheet or an export."""

    def get_files(self, key: str) -> CachedFiles | None:
        """Return the files kept under a key, if all are there and nothing that they are made from changed.

        An entry of another shape, or which names a file as no plan does, counts as absent, too.
        """
        with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
            values = json.loads(self.get(key) or b"")
            records = [parse_record(each) for each in values["files"]]
            messages, inputs = list(map(str, values["messages"])), values["inputs"]
            if records and all(file_digest(path) == digest for path, digest in inputs.items()):
                contents = [self._content(record) for record in records]
                return CachedFiles(records, messages, inputs, list(values["profiles"]), contents)
        return None

    def put_files(self, key: str, export: CachedFiles) -> None:
        """Keep what is known of finished files, whose bytes are kept already."""
        values = {
            "files": [record_values(record) for record in export.records],
            "messages": list(export.messages),
            "inputs": dict(export.inputs),
            "profiles": list(export.profiles),
        }
        self.put(key, json.dumps(values).encode())

    def _content(self, record: Record) -> bytes:
        """Return a file's bytes; `ValueError` unless they are there, and the record is of just these."""
        data = self.get(file_key(record))
        if data is None or sha256(data).hexdigest() != record.sha256 or not _is_planned(record):
            raise ValueError
        return data


def default_cache() -> Cache:
    """Return the user's own cache; a user without a home caches nothing."""
    return Cache(picture_cache_folder())


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
    folders = (None, record.preset or record.format) if record.figure else (None,)
    return found["folder"] in folders and found["name"].startswith(record.figure)
