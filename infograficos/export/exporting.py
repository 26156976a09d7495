"""The export itself: lay out and begin every file, refuse them all or give them all their places."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import chain

from infograficos.chapter import Chapter
from infograficos.errors import InputError
from infograficos.export.begun import Begun
from infograficos.export.delivery import Delivery, Exported, Progress, WrittenFile, delivery
from infograficos.export.planning import ExportOptions, Job, by_sheet, plan
from infograficos.export.sheets import Sheets
from infograficos.export.store import Store, default_store
from infograficos.figure import Figure
from infograficos.raster.render_pool import RenderPool

#: Files in the making at a time: enough to keep all processes at work, few enough to hold in memory.
MOST_WAITING = 32


def export(
    figures: Chapter | Iterable[Figure],
    options: ExportOptions | None = None,
    processes: int | None = None,
    store: Store | None = None,
    progress: Progress | None = None,
    *,
    studio: RenderPool | None = None,
) -> Exported:
    """Write figures as files, all or none, with a manifest; what is current already stays as it is.

    What is wrong with all the figures is told in one `FigureError`; a folder that cannot be written raises
    `InputError` or `MachineError`. Every file is as it was then.

    Args:
        figures: a chapter, or some of its figures.
        options: what to write and where; by default SVG and every preset's PNG, in `dist`.
        processes: how many draw at a time; see `RenderPool`.
        store: the pictures drawn before; by default the user's own.
        progress: is told of each file.
        studio: what draws, where it was opened before; see `Order`.
    """
    chosen = options or ExportOptions()
    if chosen.together:
        return _bound(figures, chosen)
    jobs = plan(figures.figures if isinstance(figures, Chapter) else figures, chosen)
    kept = store or default_store()
    with (
        delivery(chosen.folder, [job.path for job in jobs], progress) as delivered,
        _studio(studio, jobs, processes) as draws,
    ):
        sheets = Sheets(chosen, kept, draws)
        _make(by_sheet(jobs), sheets, delivered)
        exported = delivered.publish((*chosen.warnings, *sheets.laying.advice), draws.notice())
    kept.tidy()
    return exported


def _make(jobs: Iterable[Sequence[Job]], sheets: Sheets, delivered: Delivery) -> None:
    waiting: deque[Begun] = deque()
    for begun in chain.from_iterable(map(sheets.begun, jobs)):
        waiting.append(begun)
        delivered.go_on()
        if len(waiting) >= MOST_WAITING:
            delivered.take(waiting.popleft())
    sheets.laying.refuse_errors()
    while waiting:
        delivered.take(waiting.popleft())


def _studio(
    opened: RenderPool | None, jobs: Iterable[Job], processes: int | None
) -> AbstractContextManager[RenderPool]:
    """Return what draws; one that was opened before is closed by whoever opened it."""
    return nullcontext(opened) if opened else RenderPool(sum(job.format != "svg" for job in jobs), processes)


def _bound(figures: Chapter | Iterable[Figure], options: ExportOptions) -> Exported:
    if not isinstance(figures, Chapter):
        raise InputError("um só PDF para o capítulo pede um capítulo, e vieram figuras")
    from infograficos.export.together import Binding  # noqa: PLC0415 — what writes takes time to import

    binding = Binding(figures, options)
    files = binding.files()
    with delivery(options.folder, list(files)) as delivered:
        staging = delivered.staging
        written = [WrittenFile(path, len(data), new=staging.add(path, data)) for path, data in files.items()]
        staging.publish()
    return Exported(tuple(written), (*options.warnings, *binding.advice))
