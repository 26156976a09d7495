"""A requested export, served from the cache alone if none of its inputs changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.export.cache import Cache, CachedFiles, default_cache
from infograficos.export.transaction import Exported, ExportTransaction, find_current
from infograficos.language.messages import message_code
from infograficos.system.fingerprint import cache_key, code_key, file_digest
from infograficos.system.resources import PACKAGE
from infograficos.system.script_inputs import InputRecorder

if TYPE_CHECKING:
    from infograficos.raster.render_pool import RenderPool


class ExportRequest:
    """What an export is to write, known before anything is loaded.

    Args:
        arguments: all arguments but the folder, each with a telling `repr`.
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
        known = self._cache.get_files(self._key)
        if known is None:
            return None
        current = find_current(folder, known)
        if current:
            return current
        with ExportTransaction(folder, [folder / record.file for record in known.records]) as transaction:
            for record, data in zip(known.records, known.contents, strict=True):
                transaction.add(record, data)
            return transaction.publish(known.messages)

    @contextmanager
    def prewarm(self, processes: int | None = None) -> Iterator[RenderPool]:
        """Yield what draws, which starts while the rest is loaded if this request is new.

        That is a guess: where it is wrong it costs a little time.
        """
        # Nothing that draws is imported where nothing has changed.
        from infograficos.raster.render_pool import RenderPool  # noqa: PLC0415

        with RenderPool(processes=processes) as pool:
            if self._cache.get(self._key) is None:
                pool.prewarm()
            yield pool

    def recording(self) -> InputRecorder:
        """Record what is read meanwhile, which is when the chapter and the theme are loaded."""
        self._recorder = InputRecorder(self._files[0])
        return self._recorder

    def remember(self, exported: Exported) -> None:
        """Cache what became of this request, for `replay` if all that it depends on is known."""
        inputs = self._recorder.inputs() if self._recorder else None
        records = () if inputs is None else exported.records
        self._cache.put_files(self._key, CachedFiles(records, exported.messages, inputs or {}))

    @cached_property
    def _key(self) -> str:
        made_by = code_key(), message_code()
        digests = map(file_digest, self._files)
        return cache_key("request", *made_by, repr(self._arguments), self._place(), *digests)

    def _place(self) -> str:
        """Return where a script is read, and where the files are that it names by relative paths."""
        if PACKAGE in self._files[0].parents:
            return ""
        with suppress(OSError, ValueError):  # loading the script will say what is wrong
            return repr([os.path.realpath(path) for path in (self._files[0], ".")])
        return ""
