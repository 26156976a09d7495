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
from typing import TYPE_CHECKING

from infograficos.errors import InfograficosError, MachineError
from infograficos.raster import engine_name, pdf, png

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

#: More than this gains nothing: a series has few figures.
MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Rendering:
    """A figure's traced SVG and what to draw from it: PNGs of these widths in pixels, and perhaps a PDF."""

    name: str
    svg: str
    widths: tuple[int, ...]
    pdf: bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was drawn: PNGs in the order of the widths asked for, and the PDF where one was."""

    pngs: tuple[bytes, ...]
    pdf: bytes | None


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def render(renderings: Sequence[Rendering], processes: int | None = None) -> list[Rendered]:
    """Draw all, in their order.

    An engine's failure raises `InfograficosError` with the figure's name. Ctrl-C leaves no process behind.

    Args:
        renderings: what to draw.
        processes: how many at a time; by default one a processor where this process can be forked, else
            one. A script that asks for more on a system without fork must be guarded by
            `if __name__ == "__main__"`.
    """
    wanted = processes or (processors() if _can_fork() else 1)
    count = min(wanted, len(renderings), MOST_PROCESSES)
    if count < 2:
        return [_draw(rendering) for rendering in renderings]
    return _draw_in_processes(renderings, count)


def _draw(rendering: Rendering) -> Rendered:
    try:
        pngs = tuple(png(rendering.svg, width) for width in rendering.widths)
        return Rendered(pngs, pdf(rendering.svg) if rendering.pdf else None)
    except InfograficosError as error:
        raise type(error)(f"{rendering.name}: {error}") from error


def _draw_in_processes(renderings: Sequence[Rendering], count: int) -> list[Rendered]:
    # One figure alone need not wait for this import.
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415

    engine_name()  # imported once, before the fork, for all
    try:
        with ProcessPoolExecutor(count, mp_context=_context(), initializer=_prepare) as pool:
            with _interrupts_held():
                drawn = pool.map(_draw, renderings)
            return list(drawn)
    except BrokenProcessPool as error:
        raise MachineError(
            "um dos processos que desenham as figuras parou de repente; talvez tenha faltado memória"
        ) from error


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


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
