"""The export itself: lay out and begin every file, refuse them all or give them all their places."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from infograficos.chapter import Chapter
from infograficos.errors import InputError
from infograficos.export.begun import Begun
from infograficos.export.manifest import NAME, Record, read_manifest, written_manifest
from infograficos.export.planning import ExportOptions, Job, by_sheet, plan
from infograficos.export.sheets import Sheets
from infograficos.export.staging import Staging
from infograficos.export.store import Store, default_store
from infograficos.export.turn import turn
from infograficos.figure import Figure
from infograficos.rendering import Studio
from infograficos.writing import refuse_target

#: Files in the making at a time: enough to keep all processes at work, few enough to hold in memory.
MOST_WAITING = 32

#: Is told how many files are done, of how many, and which was the last.
Progress = Callable[[int, int, Path], None]


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the export: its path, its size in bytes and, of a PNG, in pixels; `new` if it was written."""

    path: Path
    size: int
    pixels: tuple[int, int] | None = None
    new: bool = True

    def __str__(self) -> str:
        """Say it in one line: `dist/medium/01-x.png  1400 × 980 px, 62 kB`."""
        across = f"{self.pixels[0]} × {self.pixels[1]} px, " if self.pixels else ""
        return f"{self.path}  {across}{_human(self.size)}"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made, and what the author should know, in Portuguese."""

    files: tuple[WrittenFile, ...]
    warnings: tuple[str, ...]

    @property
    def paths(self) -> list[Path]:
        """The files, in the figures' order."""
        return [file.path for file in self.files]

    @property
    def lines(self) -> list[str]:
        """The files that were written, a line each, and how many were current already, in Portuguese."""
        current = sum(not file.new for file in self.files)
        told = {0: [], 1: ["1 arquivo já estava em dia"]}
        many = [f"{current} arquivos já estavam em dia"]
        return [*(str(file) for file in self.files if file.new), *told.get(current, many)]


def export(
    figures: Chapter | Iterable[Figure],
    options: ExportOptions | None = None,
    processes: int | None = None,
    store: Store | None = None,
    progress: Progress | None = None,
    *,
    studio: Studio | None = None,
) -> Exported:
    """Write figures as files, all or none, with a manifest; what is current already stays as it is.

    What is wrong with all the figures is told in one `FigureError`; a folder that cannot be written raises
    `InputError` or `MachineError`. Every file is as it was then.

    Args:
        figures: a chapter, or some of its figures.
        options: what to write and where; by default SVG and every preset's PNG, in `dist`.
        processes: how many draw at a time; see `Studio`.
        store: the pictures drawn before; by default the user's own.
        progress: is told of each file.
        studio: what draws, where it was opened before; see `head_start`.
    """
    chosen = options or ExportOptions()
    if chosen.together:
        return _bound(figures, chosen)
    jobs = plan(figures.figures if isinstance(figures, Chapter) else figures, chosen)
    for job in jobs:
        refuse_target(job.path)
    kept = store or default_store()
    with (
        turn(chosen.folder) as go_on,
        Staging(chosen.folder) as staging,
        _studio(studio, jobs, processes) as draws,
    ):
        run = _Run(chosen, progress, len(jobs), go_on)
        sheets = Sheets(chosen, kept, draws)
        run.make(by_sheet(jobs), sheets, staging)
        staging.add(chosen.folder / NAME, run.manifest()) if jobs else None
        notice = draws.notice()
        staging.publish()
    kept.tidy()
    warnings = (*chosen.warnings, *sheets.laying.advice, *([notice] if notice else []))
    return Exported(run.files_in_order(jobs), warnings)


def _studio(
    opened: Studio | None, jobs: Iterable[Job], processes: int | None
) -> AbstractContextManager[Studio]:
    """Return what draws; one that was opened before is closed by whoever opened it."""
    return nullcontext(opened) if opened else Studio(sum(job.format != "svg" for job in jobs), processes)


def _bound(figures: Chapter | Iterable[Figure], options: ExportOptions) -> Exported:
    if not isinstance(figures, Chapter):
        raise InputError("um só PDF para o capítulo pede um capítulo, e vieram figuras")
    from infograficos.export.together import Binding  # noqa: PLC0415 — what writes takes time to import

    binding = Binding(figures, options)
    files = binding.files()
    for path in files:
        refuse_target(path)
    with turn(options.folder), Staging(options.folder) as staging:
        written = [WrittenFile(path, len(data), new=staging.add(path, data)) for path, data in files.items()]
        staging.publish()
    return Exported(tuple(written), (*options.warnings, *binding.advice))


@dataclass(slots=True)
class _Run:
    """One export while it goes on: what is done, and what there is to say of it."""

    options: ExportOptions
    progress: Progress | None
    total: int
    go_on: Callable[[], None]
    files: list[WrittenFile] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)

    def make(self, jobs: Iterable[Sequence[Job]], sheets: Sheets, staging: Staging) -> None:
        waiting: deque[Begun] = deque()
        for begun in chain.from_iterable(map(sheets.begun, jobs)):
            waiting.append(begun)
            self.go_on()
            if len(waiting) >= MOST_WAITING:
                self._end(waiting.popleft(), staging)
        sheets.laying.refuse_errors()
        while waiting:
            self._end(waiting.popleft(), staging)

    def files_in_order(self, jobs: Sequence[Job]) -> tuple[WrittenFile, ...]:
        order = {job.path: place for place, job in enumerate(jobs)}
        return tuple(sorted(self.files, key=lambda file: order[file.path]))

    def manifest(self) -> bytes:
        folder = self.options.folder
        before = read_manifest(folder)
        there = {file: record for file, record in before.items() if (folder / file).is_file()}
        return written_manifest((there | self.records).values())

    def _end(self, begun: Begun, staging: Staging) -> None:
        data, record = begun.ended()
        self.go_on()
        new = staging.add(begun.job.path, data)
        self.files.append(WrittenFile(begun.job.path, len(data), record.pixels, new))
        self.records[record.file] = record
        if self.progress:
            self.progress(len(self.files), self.total, begun.job.path)


def _human(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    if size < 999_500:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
