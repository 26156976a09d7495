"""Signals that ask this process to end: told apart from a crash, and held back where half would be done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Ctrl-C, the end asked for by a system or a CI, and a terminal that was closed.
STOP_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)

#: What a shell expects of a process that ended so; Ctrl-C is its program's own affair.
STOP_EXIT_CODES = tuple(128 + number for number in STOP_SIGNALS if number != signal.SIGINT)


class StopRequested(BaseException):
    """The system asked this process to end; `exit_code` is what a shell expects then.

    Like `KeyboardInterrupt` it is no mistake, and nobody's to catch on the way.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


def raise_on_stop_signals() -> None:
    """Turn signals that would end this process at once into `StopRequested`, so that it can clean up."""
    for number in STOP_SIGNALS:
        # Who runs us, such as `nohup`, may want a signal to do nothing.
        if number != signal.SIGINT and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _raise)


def ignore_stop_signals() -> None:
    """Ignore these signals in a process that ends with the one that started it."""
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def defer_signals() -> Iterator[None]:
    """Keep these signals waiting while something is done that must not be left half done."""
    if threading.current_thread() is not threading.main_thread():
        yield  # Python tells of signals in the main thread alone
        return
    asked: list[int] = []
    try:
        with _blocked():
            # Another thread, which blocks nothing, may be the one that the system chooses to tell.
            before = {
                each: signal.signal(each, lambda number, _: asked.append(number)) for each in STOP_SIGNALS
            }
            try:
                yield
            finally:
                for number, handler in before.items():
                    signal.signal(number, signal.SIG_DFL if handler is None else handler)
    finally:
        for number in asked[:1]:
            signal.raise_signal(number)


@contextmanager
def _blocked() -> Iterator[None]:
    """Block these signals in this thread and, until they say otherwise, in processes started meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _raise(number: int, _frame: FrameType | None) -> None:
    # Whoever asks twice is in a hurry, and the next export clears away what is left.
    signal.signal(number, signal.SIG_DFL)
    raise StopRequested(number)
