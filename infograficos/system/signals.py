"""Signals that ask this process to stop: as an exception, ignored, or deferred over critical sections."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Ctrl-C, a request of the system or CI, and a closed terminal.
STOP_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)

#: The exit codes that shells expect then; Ctrl-C is handled by the program itself.
STOP_EXIT_CODES = tuple(128 + number for number in STOP_SIGNALS if number != signal.SIGINT)


class StopRequested(BaseException):
    """A signal asked this process to stop; like `KeyboardInterrupt`, no `Exception`."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


def raise_on_stop_signals() -> None:
    """Turn signals that would end this process at once into `StopRequested`, so that it can clean up."""
    for number in STOP_SIGNALS:
        # A parent such as `nohup` may have chosen to ignore a signal.
        if number != signal.SIGINT and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _raise)


def ignore_stop_signals() -> None:
    """Ignore these signals in a process that its parent stops."""
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def defer_signals() -> Iterator[None]:
    """Hold these signals back until the block has run."""
    if threading.current_thread() is not threading.main_thread():
        yield  # Python runs signal handlers in the main thread only
        return
    received: list[int] = []
    try:
        with block_signals():
            # The system may deliver them to another thread, which blocks nothing.
            before = {
                each: signal.signal(each, lambda number, _: received.append(number)) for each in STOP_SIGNALS
            }
            try:
                yield
            finally:
                for number, handler in before.items():
                    signal.signal(number, signal.SIG_DFL if handler is None else handler)
    finally:
        for number in received[:1]:
            signal.raise_signal(number)


@contextmanager
def block_signals() -> Iterator[None]:
    """Block these signals in this thread and in processes started meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _raise(number: int, _frame: FrameType | None) -> None:
    # A second signal kills at once; the next export cleans up.
    signal.signal(number, signal.SIG_DFL)
    raise StopRequested(number)
