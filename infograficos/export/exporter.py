"""The export itself: plan the files, begin them all, and publish them together or not at all."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from contextlib import nullcontext
from itertools import chain

from infograficos.chapter import Chapter
from infograficos.export.cache import Cache, default_cache
from infograficos.export.plan import ExportOptions, group_by_sheet, plan_files
from infograficos.export.renderer import PendingFile, Renderer
from infograficos.export.transaction import Exported, ExportTransaction, Progress
from infograficos.figure import Figure
from infograficos.raster.render_pool import RenderPool

#: Files in the making at a time: enough to keep all processes at work, few enough to hold in memory.
MAX_PENDING = 32


def export(
    figures: Chapter | Iterable[Figure],
    options: ExportOptions | None = None,
    processes: int | None = None,
    cache: Cache | None = None,
    progress: Progress | None = None,
    *,
    pool: RenderPool | None = None,
) -> Exported:
    """Write figures as files, all or none, with a manifest; what is current already stays as it is.

    What is wrong with all the figures raises one `FigureError`; a folder that cannot be written, `InputError`
    or `MachineError`. In either case no file is changed.

    Args:
        figures: a chapter, or some of its figures.
        options: what to write and where; by default SVG and every preset's PNG, in `dist`.
        processes: how many draw at a time; see `RenderPool`.
        cache: what was made before; by default the user's own.
        progress: called after each file.
        pool: what draws, if it was started before; see `ExportRequest`.
    """
    chosen, kept = (options or ExportOptions()).for_folder(), cache or default_cache()
    files = plan_files(figures, chosen)
    pictures = 0 if chosen.together else sum(file.record.format != "svg" for file in files)
    with (
        ExportTransaction(chosen.folder, [file.path for file in files], progress) as transaction,
        nullcontext(pool) if pool else RenderPool(pictures, processes) as drawing_pool,
    ):
        renderer = Renderer(chosen, kept, drawing_pool)
        pending = chain.from_iterable(map(renderer.render, group_by_sheet(files)))
        _add_all(transaction, pending, renderer)
        messages = (*chosen.warnings, *renderer.messages)
        exported = renderer.finish(transaction.publish(messages, drawing_pool.notice()))
    kept.tidy()
    return exported


def _add_all(transaction: ExportTransaction, files: Iterable[PendingFile], renderer: Renderer) -> None:
    """Add files as they are done, while others are begun; errors are raised once every figure is laid out."""
    pending: deque[PendingFile] = deque()
    for file in files:
        pending.append(file)
        transaction.heartbeat()
        if len(pending) >= MAX_PENDING:
            transaction.add(*pending.popleft().result())
    renderer.raise_errors()
    while pending:
        transaction.add(*pending.popleft().result())
