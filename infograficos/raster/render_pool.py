"""PNGs, GIFs and PDFs from SVG text, in several processes; the bytes do not depend on how many."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from infograficos.errors import InfograficosError, MachineError
from infograficos.language.messages import mark_message
from infograficos.raster.engine import fallback_notice
from infograficos.raster.gif import gif
from infograficos.raster.page import Page
from infograficos.raster.pdf import pdf
from infograficos.raster.png import pngs, warm_up
from infograficos.system.signals import ignore_stop_signals

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from infograficos.system.worker import WorkerProcess

#: A series has too few figures for more to help.
MAX_PROCESSES = 8

_DIED = mark_message(
    "um dos processos que desenham as figuras parou de repente; talvez tenha faltado memória: "
    "tente de novo com “--jobs 1”"
)

#: The module whose `prepare` and `handle` the workers run.
_WORKER = __name__

#: On macOS a forked process may crash in system libraries.
_CAN_FORK = sys.platform == "linux"

#: In seconds; Windows cannot interrupt a wait.
_LONGEST_WAIT = 1.0


@dataclass(frozen=True, slots=True)
class RenderTask:
    """One SVG to draw, at one width or at several.

    Args:
        name: the figure's name.
        svg: the SVG, its text mode `traced`.
        widths: of the images, in pixels; none for a PDF.
        before: the earlier frames of an animation.
        page: the picture with its text layer, for a PDF.
    """

    name: str
    svg: str
    widths: tuple[int, ...]
    before: tuple[str, ...] = ()
    page: Page | None = None

    def render(self) -> list[bytes]:
        """Draw an image for each width, or a PDF; errors name the figure."""
        try:
            if not self.widths:
                return [pdf([self.page or Page(self.svg)])]
            if self.before:
                return [gif((*self.before, self.svg), width) for width in self.widths]
            return pngs(self.svg, self.widths)
        except InfograficosError as error:
            raise type(error)(f"{self.name}: {error}") from error


class RenderPool:
    """Draws images in worker processes, or in this one for a single image or if no process can start.

    Args:
        pictures: the maximum number of images, if known.
        processes: the number of workers; by default one per CPU.
    """

    def __init__(self, pictures: int = MAX_PROCESSES, processes: int | None = None) -> None:
        self._count = min(processes or available_cpus(), pictures, MAX_PROCESSES)
        self._submitted = 0
        self._processes: list[WorkerProcess] = []
        self._connections: list[Connection] = []
        self._queue: deque[_Job] = deque()
        #: The current job of each ready worker; None while it is idle.
        self._jobs: dict[Connection, _Job | None] = {}
        self._notice: str | None = None

    def __enter__(self) -> RenderPool:
        """Start no process before one is needed."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End the processes, those at work too."""
        # All at once: each would otherwise have its own time to end.
        for connection in self._connections:
            connection.close()
        for process in self._processes:
            process.end()

    def prewarm(self) -> None:
        """Start the workers early on systems where that is cheap."""
        if _CAN_FORK:
            self.start()

    def start(self) -> None:
        """Start the workers, which import the engine while the caller goes on."""
        if self._count < 2 or self._processes:
            return
        sizes = [self._count] if _CAN_FORK else [1] * self._count
        # If the system allows no more processes, use those already started.
        with suppress(ImportError, OSError):
            # An export of one image need not wait for this import.
            from infograficos.system.worker import WorkerProcess  # noqa: PLC0415

            for size in sizes:
                self._processes.append(WorkerProcess(_WORKER, size))
        self._connections = [connection for process in self._processes for connection in process.connections]
        self._count = len(self._connections)

    def render(self, task: RenderTask) -> list[Callable[[], bytes]]:
        """Start drawing; return a function for each image that waits for it or raises its error."""
        self.start()
        self._submitted += 1
        # A split task is parsed twice, which is better than an idle worker.
        split = task.widths if self._submitted <= len(self._connections) else ()
        jobs = [_Job(replace(task, widths=(width,))) for width in split] or [_Job(task)]
        self._submitted += len(jobs) - 1
        if self._connections:
            self._queue += jobs
            self._receive(timeout=0)
        # A PDF has no width, and is one image all the same.
        return [partial(self._wait, job, i) for job in jobs for i in range(len(job.task.widths) or 1)]

    def notice(self) -> str | None:
        """Return the engine's `fallback_notice`, if anything was drawn."""
        if not self._submitted:
            return None
        while self._connections and not self._jobs:
            self._receive()
        # The workers have imported the engine already.
        return self._notice if self._connections else fallback_notice()

    def _wait(self, job: _Job, index: int) -> bytes:
        """Wait for a job, and return one of its images."""
        while job.answer is None and self._connections:
            self._receive()
        if job.answer is None:
            job.answer = job.task.render()
        if isinstance(job.answer, Exception):
            raise job.answer
        return job.answer[index]

    def _receive(self, timeout: float = _LONGEST_WAIT) -> None:
        """Receive results and send jobs to idle workers; raise if a working one died."""
        from multiprocessing.connection import wait  # noqa: PLC0415 — imported with the workers

        ready = wait(self._connections, timeout)
        for connection in [each for each in self._connections if each in ready]:
            try:
                message = connection.recv()
            except (EOFError, OSError) as error:  # also in the middle of an answer
                if connection in self._jobs:
                    raise MachineError(_DIED) from error
                self._connections.remove(connection)  # it failed to start
                continue
            if connection not in self._jobs:
                self._notice = message
            elif job := self._jobs[connection]:
                job.answer = message
            self._jobs[connection] = None
        idle = [connection for connection, job in self._jobs.items() if job is None]
        for connection, job in zip(idle, [*self._queue], strict=False):
            self._jobs[connection] = self._queue.popleft()
            with suppress(OSError):  # a dead worker is noticed when its answer is awaited
                connection.send(job.task)


@dataclass(eq=False, slots=True)
class _Job:
    task: RenderTask
    answer: list[bytes] | Exception | None = None


def prepare() -> str | None:
    """Import the engine in a worker, and return its `fallback_notice`."""
    ignore_stop_signals()
    # The first task reports the error.
    with suppress(Exception):
        warm_up()
    return fallback_notice()


def handle(task: RenderTask, send: Callable[[object], None]) -> None:
    """Draw a task in a worker, and send its images or its error."""
    try:
        send(task.render())
    except Exception as error:
        send(error)


def available_cpus() -> int:
    """Return how many CPUs this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
