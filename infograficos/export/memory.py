"""What became of a sheet before, so that one of which nothing changed is not even laid out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property

from infograficos.export.begun import Begun, kept_file
from infograficos.export.fingerprint import UnknownError, fingerprint
from infograficos.export.manifest import digest, record_of
from infograficos.export.own_code import code_digest
from infograficos.export.planning import ExportOptions, Job
from infograficos.export.store import Store


@dataclass(frozen=True, slots=True)
class Recalled:
    """A sheet as it was: all its files, and what there was to say of it."""

    files: tuple[Begun, ...]
    advice: tuple[str, ...]


class Memory:
    """Sheets by all that goes into them: content, theme, what is asked for, and every byte of our code.

    A sheet with anything in it that is not of this library is never remembered, and nothing is where the
    files are forced.

    Args:
        options: how the files are asked for.
        store: where their bytes are.
    """

    def __init__(self, options: ExportOptions, store: Store) -> None:
        self._options, self._store = options, store

    def recalled(self, key: str | None, jobs: Sequence[Job]) -> Recalled | None:
        """Return what became of the sheet with this key, if all of it is still there."""
        kept = self._store.find(key) if key else None
        if kept is None:
            return None
        told = json.loads(kept)
        files = [self._file(job, **file) for job, file in zip(jobs, told["files"], strict=True)]
        whole = tuple(file for file in files if file)
        return Recalled(whole, tuple(told["advice"])) if len(whole) == len(files) else None

    def learn(self, key: str | None, files: Sequence[Begun], advice: Iterable[str]) -> None:
        """Remember a sheet's files, whose bytes may yet be in the making, and what there was to say."""
        if key:
            made = [{"record": asdict(file.record), "source": file.source} for file in files]
            self._store.keep(key, json.dumps({"files": made, "advice": list(advice)}).encode())

    def _file(self, job: Job, record: dict[str, object], source: str) -> Begun | None:
        return kept_file(self._store, job.path, record_of(record), source)

    def key(self, jobs: Sequence[Job]) -> str | None:
        """Return what a sheet is remembered under; None where it is not remembered."""
        if self._options.force or self._store.folder is None:
            return None
        try:
            figure = fingerprint(jobs[0].figure)
        except UnknownError:
            return None
        return digest("sheet", code_digest(), self._theme, figure, *map(self._asked, jobs))

    @cached_property
    def _theme(self) -> str:
        return self._options.theme.model_dump_json()

    def _asked(self, job: Job) -> str:
        place = job.path.relative_to(self._options.folder).as_posix()
        return repr((place, job.format, job.variant, job.width, job.text, job.preset, job.pixels, job.step))
