"""PNGs and PDFs from SVG text, in several processes where that pays; the bytes do not depend on how many."""

from __future__ import annotations

import os
import sys
import threading
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from infograficos.errors import InfograficosError
from infograficos.raster import Page, fallback_notice, gif, pdf, png, warm_up

if TYPE_CHECKING:
    from infograficos.pool import Pool

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
        self._pool: Pool | None = None
        self.used = False

    def __enter__(self) -> Studio:
        """Start nothing yet: perhaps no picture is asked for."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """End the processes, those at work too."""
        if self._pool:
            self._pool.close()

    def open(self) -> None:
        """Start the processes, which get ready while the caller works out what they will draw."""
        if self._count > 1 and not self._pool:
            # One figure alone need not wait for this import.
            from infograficos.pool import Craft, Pool  # noqa: PLC0415

            method = "fork" if _can_fork() else "spawn"
            try:
                self._pool = Pool(Craft(warm_up, _serve), self._count, method)
            except (OSError, RuntimeError):  # the system allows no processes; this one will do
                self._count = 1

    def draw(self, rendering: Rendering) -> Drawn:
        """Begin a picture."""
        self.used = True
        self.open()
        if not self._pool:
            return Ready(_draw(rendering))
        return _Awaited(self._pool, self._pool.ask(rendering))

    def notice(self) -> str | None:
        """Return the line that tells of the second choice of engine, if pictures were drawn by that."""
        if not self.used:
            return None
        if not self._pool:
            return fallback_notice()
        # To know the engine is to import it, which the processes have done already.
        return self._pool.answer(self._pool.ask(None)).decode() or None


@dataclass(frozen=True, slots=True)
class _Awaited:
    pool: Pool
    number: int

    def result(self) -> bytes:
        return self.pool.answer(self.number)


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _serve(rendering: Rendering | None) -> bytes:
    return _draw(rendering) if rendering else (fallback_notice() or "").encode()


def _draw(rendering: Rendering) -> bytes:
    try:
        if rendering.pixels is None:
            return pdf([rendering.page or Page(rendering.svg)])
        if rendering.before:
            return gif((*rendering.before, rendering.svg), rendering.pixels)
        return png(rendering.svg, rendering.pixels)
    except InfograficosError as error:
        raise type(error)(f"{rendering.name}: {error}") from error


def _can_fork() -> bool:
    # On macOS a forked process may crash in system libraries; a lock that a thread holds stays locked.
    return sys.platform == "linux" and threading.active_count() == 1
