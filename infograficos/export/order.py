"""An order: what is asked for, of which files, and what became of it before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import cached_property
from pathlib import Path

from infograficos.export.begun import Begun, kept_file
from infograficos.export.delivery import Exported, delivery
from infograficos.export.manifest import Record, digest, record_of
from infograficos.export.own_code import code_digest
from infograficos.export.store import Store, default_store
from infograficos.raster.render_pool import RenderPool


class Order:
    """What is asked for, known before anything is loaded.

    Args:
        asked: all that is asked for but the folder, with a `repr` that says it.
        files: what it is asked of: the chapter's file and the theme's.
        settled: whether these files and our own code decide what comes out. A script may read others.
        store: what was made before; by default the user's own.
    """

    def __init__(
        self, asked: object, files: Iterable[Path], *, settled: bool, store: Store | None = None
    ) -> None:
        self._asked, self._files, self._settled = asked, files, settled
        self._store = store or default_store()

    def again(self, folder: Path) -> Exported | None:
        """Carry out a settled order that was carried out before, if all of its files are still kept."""
        kept = self._store.find(self._key) if self._settled else None
        if not kept:
            return None
        told = json.loads(kept)
        found = [self._file(folder, record_of(record)) for record in told["records"]]
        files = [file for file in found if file]
        if len(files) < len(found):
            return None
        with delivery(folder, [file.path for file in files]) as delivered:
            for file in files:
                delivered.take(file)
            return delivered.publish(tuple(told["advice"]))

    def _file(self, folder: Path, record: Record) -> Begun | None:
        source = record.sha256 if record.format == "svg" else record.drawn_from
        return kept_file(self._store, folder / record.file, record, source)

    @contextmanager
    def head_start(self, processes: int | None = None) -> Iterator[RenderPool]:
        """Give what draws, which gets ready while the rest is loaded if this order is new.

        That is a guess, which costs a little time where it is wrong, and decides nothing.
        """
        with RenderPool(processes=processes) as studio:
            if self._store.find(self._key) is None:
                studio.prewarm()
            yield studio

    def learn(self, exported: Exported) -> None:
        """Remember that this order was carried out and, of a settled one, what became of it."""
        told = {"records": [asdict(record) for record in exported.records], "advice": exported.advice}
        # A chapter in one file has no records.
        whole = self._settled and exported.records
        self._store.keep(self._key, json.dumps(told).encode() if whole else b"")

    @cached_property
    def _key(self) -> str:
        code = code_digest() if self._settled else ""
        return digest("order", code, repr(self._asked), *map(_read, self._files))


def _read(file: Path) -> bytes:
    with suppress(OSError, ValueError):  # whoever loads it will tell
        return file.read_bytes()
    return b""
