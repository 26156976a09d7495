"""An export that is asked for: carried out from the cache alone if nothing that it reads has changed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

from infograficos.export.cache import Cache, CachedExport, cache_key, code_key, default_cache
from infograficos.export.files import Exported
from infograficos.export.inputs import InputRecorder, file_digest
from infograficos.export.manifest import Record
from infograficos.export.transaction import ExportTransaction, find_current
from infograficos.raster.render_pool import RenderPool
from infograficos.system.resources import PACKAGE

#: What every planned path looks like: a figure's file in a folder, or the PDF of a chapter.
_PLANNED = re.compile(
    r"(?:(?P<folder>[\w-]+)/\d{2,3}-[a-z0-9-]+|capitulo-\d{2,3})"
    r"(?:-\d+(?:\.\d+)?)?(?:-dark|-auto)?\.(?P<format>svg|png|pdf|gif)"
)


class ExportRequest:
    """What an export is asked to write, known before anything is loaded.

    Args:
        arguments: all that is asked for but the folder, with a `repr` that says it.
        script: the file that defines the chapter.
        theme: the file of the theme; None for the series' own.
        cache: what was made before; by default the user's own.
    """

    def __init__(
        self, arguments: object, script: Path, theme: Path | None = None, cache: Cache | None = None
    ) -> None:
        self._arguments, self._files = arguments, [script, *([theme] if theme else [])]
        self._cache = cache or default_cache()
        self._recorder: InputRecorder | None = None

    def replay(self, folder: Path) -> Exported | None:
        """Export what this request exported before; None if an input changed or the cache lacks a file."""
        known = self._cache.get_export(self._key)
        if known is None or any(file_digest(path) != known.inputs[path] for path in known.inputs):
            return None
        files = self._cache.get_files(known, folder)
        if not files or not all(_is_planned(file.record) for file in files):
            return None
        current = find_current(folder, files, known.messages)
        if current:
            return current
        with ExportTransaction(folder, [file.path for file in files]) as transaction:
            for file in files:
                transaction.add(file)
            return transaction.publish(known.messages)

    @contextmanager
    def prewarm(self, processes: int | None = None) -> Iterator[RenderPool]:
        """Yield what draws, which starts while the rest is loaded if this request is new.

        That is a guess: where it is wrong it costs a little time.
        """
        with RenderPool(processes=processes) as pool:
            if self._cache.get(self._key) is None:
                pool.prewarm()
            yield pool

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Record what is read meanwhile, which is when the chapter and the theme are loaded."""
        self._recorder = InputRecorder(self._files[0])
        with self._recorder:
            yield

    def remember(self, exported: Exported) -> None:
        """Cache what became of this request, for `replay` if all that it depends on is known."""
        inputs = self._recorder.inputs() if self._recorder else None
        files = () if inputs is None else exported.sources
        self._cache.put_export(self._key, CachedExport(files, exported.messages, inputs or {}))

    @cached_property
    def _key(self) -> str:
        digests = map(file_digest, self._files)
        return cache_key("request", code_key(), repr(self._arguments), self._place(), *digests)

    def _place(self) -> str:
        """Return where a script is read, and where the files are that it names by relative paths."""
        if PACKAGE in self._files[0].parents:
            return ""
        with suppress(OSError, ValueError):  # loading the script will say what is wrong
            return repr([os.path.realpath(path) for path in (self._files[0], ".")])
        return ""


def _is_planned(record: Record) -> bool:
    """Return whether a record names its file as a plan does: an entry of the cache must name no other."""
    found = _PLANNED.fullmatch(record.file)
    if not found or found["format"] != record.format:
        return False
    return found["folder"] == ((record.preset or record.format) if record.figure else None)
