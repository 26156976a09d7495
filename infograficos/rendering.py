"""PNGs and PDFs from SVG text, in several processes where that pays; the bytes do not depend on how many."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from infograficos.errors import InfograficosError, MachineError
from infograficos.raster import Page, engine_name, gif, pdf, png

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.context import BaseContext

#: More than this gains nothing: a series has few figures.
MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Rendering:
    """One picture to draw.

    Args:
        name: the figure that it shows.
        svg: what it is drawn from, traced.
        pixels: how wide it is; None for a PDF.
        before: of an animation: what the pictures before the last are drawn from.
        page: of a PDF: the same picture with its words.
    """

    name: str
    svg: str
    pixels: int | None
    before: tuple[str, ...] = ()
    page: Page | None = None


class Drawn(Protocol):
    """A picture that may still be in the making."""

    def result(self) -> bytes:
        """Wait for the picture and return it; an engine's failure raises `InfograficosError`."""
        ...


@dataclass(frozen=True, slots=True)
class Ready:
    """A picture that is there already."""

    data: bytes

    def result(self) -> bytes:
        """Return the picture."""
        return self.data


class Studio:
    """Draws pictures, in processes of its own if there are several to draw; ends them when it is left.

    Ctrl-C leaves no process behind.

    Args:
        pictures: how many will be asked for at most.
        processes: how many at a time; by default one a processor where this process can be forked, else
            one. A script that asks for more on a system without fork must be guarded by
            `if __name__ == "__main__"`.
    """

    def __init__(self, pictures: int, processes: int | None = None) -> None:
        wanted = processes or (processors() if _can_fork() else 1)
        self._count = min(wanted, pictures, MOST_PROCESSES)
        self._pool: ProcessPoolExecutor | None = None
        self.used = False

    def __enter__(self) -> Studio:
        """Start nothing yet: perhaps no picture is asked for."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """End the processes, those that wait for work at once."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def draw(self, rendering: Rendering) -> Drawn:
        """Begin a picture."""
        self.used = True
        if self._count < 2:
            return Ready(_draw(rendering))
        with _interrupts_held():
            if not self._pool:
                self._pool = _started(self._count)
            return _Awaited(self._pool.submit(_draw, rendering))


@dataclass(frozen=True, slots=True)
class _Awaited:
    future: Drawn

    def result(self) -> bytes:
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 — as for the pool

        try:
            return self.future.result()
        except BrokenProcessPool as error:
            raise MachineError(
                "um dos processos que desenham as figuras parou de repente; talvez tenha faltado memória"
            ) from error


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def render(renderings: Sequence[Rendering], processes: int | None = None) -> list[bytes]:
    """Draw all, in their order; see `Studio`."""
    with Studio(len(renderings), processes) as studio:
        drawn = [studio.draw(rendering) for rendering in renderings]
        return [each.result() for each in drawn]


def _draw(rendering: Rendering) -> bytes:
    try:
        if rendering.pixels is None:
            return pdf([rendering.page or Page(rendering.svg)])
        if rendering.before:
            return gif((*rendering.before, rendering.svg), rendering.pixels)
        return png(rendering.svg, rendering.pixels)
    except InfograficosError as error:
        raise type(error)(f"{rendering.name}: {error}") from error


def _started(count: int) -> ProcessPoolExecutor:
    # One figure alone need not wait for this import.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    return ProcessPoolExecutor(count, mp_context=_context(), initializer=_prepare)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C waiting while processes start: one not yet prepared would answer it with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _can_fork() -> bool:
    # On macOS a forked process may crash in system libraries; a lock that a thread holds stays locked.
    return sys.platform == "linux" and threading.active_count() == 1


def _context() -> BaseContext:
    return multiprocessing.get_context("fork" if _can_fork() else "spawn")


def _prepare() -> None:
    """Make a process leave Ctrl-C to the one that started it, and end with it however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Each imports its engine while the others work; before the fork, all would wait for it.
    engine_name()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
