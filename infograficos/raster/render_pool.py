"""PNGs and PDFs from SVG text, in several processes where that pays; the bytes do not depend on how many."""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import dataclass, replace
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from infograficos.errors import InfograficosError
from infograficos.raster import Page, fallback_notice, gif, pdf, pngs, warm_up

if TYPE_CHECKING:
    from infograficos.raster.workers import Pool

#: More than this gains nothing: a series has few figures.
MAX_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class RenderTask:
    """One SVG to draw, at one width or at several.

    Args:
        name: the figure that it shows.
        svg: what is drawn, traced.
        widths: how wide the pictures are, in pixels; none for a PDF.
        before: of an animation: what the pictures before the last are drawn from.
        page: of a PDF: the same picture with its words.
    """

    name: str
    svg: str
    widths: tuple[int, ...]
    before: tuple[str, ...] = ()
    page: Page | None = None


class PendingImage(Protocol):
    """A picture that may still be in the making."""

    def result(self) -> bytes:
        """Wait for the picture and return it; an engine's failure raises `InfograficosError`."""
        ...


@dataclass(frozen=True, slots=True)
class FinishedImage:
    """A picture that is there already."""

    data: bytes

    def result(self) -> bytes:
        """Return the picture."""
        return self.data


class RenderPool:
    """Draws pictures, in processes of its own if there are several to draw; ends them when it is left.

    Ctrl-C leaves no process behind.

    Args:
        pictures: how many will be asked for at most, where that is known.
        processes: how many at a time; by default one a processor where this process can be forked, else
            one. A script that asks for more on a system without fork must be guarded by
            `if __name__ == "__main__"`.
    """

    def __init__(self, pictures: int = MAX_PROCESSES, processes: int | None = None) -> None:
        wanted = processes or (available_cpus() if _can_fork() else 1)
        self._count = min(wanted, pictures, MAX_PROCESSES)
        self._pool: Pool | None = None
        self.used = False

    def __enter__(self) -> RenderPool:
        """Start nothing yet: perhaps no picture is asked for."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """End the processes, those at work too."""
        if self._pool:
            self._pool.close()

    def prewarm(self) -> None:
        """Start the processes before it is known that anything is to be drawn, where that costs little."""
        if _can_fork():
            self.start()

    def start(self) -> None:
        """Start the processes, which get ready while the caller works out what they will draw."""
        if self._count > 1 and not self._pool:
            # One figure alone need not wait for this import.
            from infograficos.raster.workers import Craft, Pool  # noqa: PLC0415

            method = "fork" if _can_fork() else "spawn"
            try:
                self._pool = Pool(Craft(warm_up, _serve), self._count, method)
            except (OSError, RuntimeError):  # the system allows no processes; this one will do
                self._count = 1

    def render(self, task: RenderTask) -> list[PendingImage]:
        """Begin pictures: one a width, or a PDF."""
        self.used = True
        self.start()
        if not self._pool:
            return [FinishedImage(picture) for picture in _render(task)]
        # What two processes draw of one SVG, each reads; but better that than that one has nothing to do.
        idle = self._pool.given < self._count
        parts = _split_by_width(task) if idle else [task]
        return [drawn for part in parts for drawn in _pending(self._pool, part)]

    def notice(self) -> str | None:
        """Return the line that tells of the second choice of engine, if pictures were drawn by that."""
        if not self.used:
            return None
        if not self._pool:
            return fallback_notice()
        # To know the engine is to import it, which the processes have done already.
        (told,) = self._pool.answer(self._pool.ask(None))
        return told.decode() or None


class _Answer:
    """What a process answers, which several may wait for."""

    def __init__(self, pool: Pool, number: int) -> None:
        self._pool, self._number = pool, number

    @cached_property
    def pictures(self) -> list[bytes]:
        return self._pool.answer(self._number)


@dataclass(frozen=True, slots=True)
class _Awaited:
    answer: _Answer
    place: int

    def result(self) -> bytes:
        return self.answer.pictures[self.place]


def _pending(pool: Pool, task: RenderTask) -> list[PendingImage]:
    answer = _Answer(pool, pool.ask(task))
    # A PDF has no width, and is one all the same.
    return [_Awaited(answer, place) for place in range(len(task.widths) or 1)]


def _split_by_width(task: RenderTask) -> list[RenderTask]:
    return [replace(task, widths=(width,)) for width in task.widths] or [task]


def available_cpus() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _serve(task: RenderTask | None) -> list[bytes]:
    return _render(task) if task else [(fallback_notice() or "").encode()]


def _render(task: RenderTask) -> list[bytes]:
    try:
        if not task.widths:
            return [pdf([task.page or Page(task.svg)])]
        if task.before:
            svgs = (*task.before, task.svg)
            return [gif(svgs, width) for width in task.widths]
        return pngs(task.svg, task.widths)
    except InfograficosError as error:
        raise type(error)(f"{task.name}: {error}") from error


def _can_fork() -> bool:
    # On macOS a forked process may crash in system libraries; a lock that a thread holds stays locked.
    return sys.platform == "linux" and threading.active_count() == 1
