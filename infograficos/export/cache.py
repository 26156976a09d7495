"""What was made before, kept by all that it was made from, so that nothing is made twice."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from time import time

from infograficos.errors import InfograficosError
from infograficos.export.files import PendingFile
from infograficos.export.manifest import Record, parse_record, record_values
from infograficos.raster import signature
from infograficos.system.files import write_file
from infograficos.system.resources import PACKAGE, installed_versions, resource_path
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

#: Modules with this prefix hold nothing but content, which is known by itself, wherever it is written.
CHAPTER_PREFIX = "chapter_"


@dataclass(frozen=True, slots=True)
class CachedExport:
    """The files of a sheet or of a whole export, as the cache knows them.

    Args:
        files: what each file is made from, as a digest, and its record.
        messages: what there was to say about them.
        inputs: the digest of each file that they were made from, by its path; see `ExportRequest`.
    """

    files: tuple[tuple[str, Record], ...] = ()
    messages: tuple[str, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)


class Cache:
    """A folder of entries by key; an entry that is damaged, or not what its key says, counts as absent.

    Args:
        folder: where the entries are; None caches nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """Return the bytes kept under a key, if they are whole."""
        if self.folder is None:
            return None
        path = self.folder / key
        with suppress(OSError):
            entry = path.read_bytes() if path.is_file() else b""
            if entry[:_DIGEST_SIZE] == _entry_digest(key, entry[_DIGEST_SIZE:]):
                return entry[_DIGEST_SIZE:]
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key; a folder that cannot be written keeps nothing."""
        if self.folder is not None:
            with suppress(InfograficosError, OSError):
                write_file(self.folder / key, _entry_digest(key, data) + data)

    def get_export(self, key: str) -> CachedExport | None:
        """Return what is known of the files kept under a key; an entry of another shape counts as absent."""
        entry = self.get(key)
        with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
            values = json.loads(entry or b"")
            files = tuple((str(source), parse_record(record)) for source, record in values["files"])
            return CachedExport(files, tuple(map(str, values["messages"])), dict(values["inputs"]))
        return None

    def put_export(self, key: str, export: CachedExport) -> None:
        """Keep what is known of finished files; their bytes are entries of their own."""
        files = [(source, record_values(record)) for source, record in export.files]
        values = {"files": files, "messages": export.messages, "inputs": dict(export.inputs)}
        self.put(key, json.dumps(values).encode())

    def get_files(self, export: CachedExport, folder: Path) -> list[PendingFile] | None:
        """Return cached files on their way to a folder, or None if one of them is missing or another."""
        found = []
        for source, record in export.files:
            data = self.get(file_key(record.format, source))
            if data is None or sha256(data).hexdigest() != record.sha256:
                return None
            found.append(PendingFile(folder / record.file, record, data, source))
        return found

    def tidy(self) -> None:
        """Remove the oldest of too many entries, and what killed writes left."""
        with suppress(OSError):
            found = list(os.scandir(self.folder)) if self.folder else []
            # The folder may be one that was named by mistake: what is not ours stays in it.
            entries = [entry for entry in found if _KEY.fullmatch(entry.name)]
            for entry in sorted(entries, key=_modified)[: max(0, len(entries) - MAX_ENTRIES)]:
                Path(entry.path).unlink(missing_ok=True)
            for entry in found:
                if _UNFINISHED.fullmatch(entry.name) and _modified(entry) < time() - _DAY:
                    Path(entry.path).unlink(missing_ok=True)


def default_cache() -> Cache:
    """Return the user's own cache; a user without a home caches nothing."""
    chosen = os.environ.get(VARIABLE)
    if chosen is None:
        return Cache(user_cache_folder("pictures"))
    return Cache(Path(chosen) if chosen else None)


def cache_key(*parts: bytes | str | int) -> str:
    """Return the SHA-256 of several values; no two different lists share one."""
    whole = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode(errors="surrogatepass")
        whole.update(f"{len(data)}:".encode() + data)
    return whole.hexdigest()


def file_key(format: str, source: str) -> str:
    """Return what a file's bytes are cached under; those of a picture depend on what draws it, too."""
    return cache_key("svg", source) if format == "svg" else cache_key("picture", source, signature())


def content_key(value: object) -> str | None:
    """Return a text that two values share only if they are equal in every part.

    None if anything in it is neither a plain value nor of a class of this library: a class of an author's own
    may draw what is in none of its fields.
    """
    try:
        return "".join(_content_parts(value))
    except TypeError:
        return None


@cache
def code_key() -> str:
    """Return the digest of all that decides a file's bytes besides its content.

    It covers every byte of the code, fonts, icons, templates and theme, and the versions of the installed
    libraries. The series' own chapters are content.
    """
    whole = sha256(repr((sys.version, installed_versions())).encode())
    for path in _own_files():
        # An editor's link may lead nowhere. Hundreds of files: `Path` would take as long as reading them.
        with suppress(OSError), open(path, "rb") as file:  # noqa: PTH123
            data = file.read()
            whole.update(f"{os.path.basename(path)} {len(data)}:".encode() + data)  # noqa: PTH119
    return whole.hexdigest()


def _entry_digest(key: str, data: bytes) -> bytes:
    return sha256(key.encode() + data).digest()


def _modified(entry: os.DirEntry[str]) -> float:
    return entry.stat(follow_symlinks=False).st_mtime


def _content_parts(value: object) -> Iterator[str]:
    kind = type(value)
    if kind in (str, int, float, bool, bytes, type(None)):
        # `repr` distinguishes 1 from 1.0 and True, and a number from its digits in a text.
        yield f"{value!r},"
    elif isinstance(value, tuple | list) and kind in (tuple, list):
        yield from _bracketed(kind.__name__, value)
    elif isinstance(value, dict) and kind is dict:
        yield from _bracketed("dict", [part for pair in value.items() for part in pair])
    elif is_dataclass(kind) and _is_ours(kind.__module__):
        values = [getattr(value, each.name) for each in fields(kind)]
        yield from _bracketed(f"{kind.__module__}.{kind.__qualname__}", values)
    else:
        raise TypeError(kind.__name__)


def _bracketed(name: str, values: Sequence[object]) -> Iterator[str]:
    yield f"{name}("
    for value in values:
        yield from _content_parts(value)
    yield "),"


def _is_ours(module: str) -> bool:
    package, _, rest = module.partition(".")
    return package == "infograficos" and not rest.startswith(CHAPTER_PREFIX)


def _own_files() -> Iterator[str]:
    yield str(resource_path("theme.toml"))
    for home in (PACKAGE, resource_path("templates")):
        for folder, inner, names in os.walk(home):
            inner[:] = sorted(set(inner) - {"__pycache__"})
            yield from (
                f"{folder}{os.sep}{name}" for name in sorted(names) if not name.startswith(CHAPTER_PREFIX)
            )
