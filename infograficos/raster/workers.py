"""Processes that share one costly preparation: they are forked from one that has made it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import takewhile
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Lock
from queue import SimpleQueue
from typing import Any

from infograficos.errors import MachineError
from infograficos.system.signals import defer_signals, ignore_stop_signals

_DIED = (
    "um dos processos que desenham as figuras parou de repente; talvez tenha faltado memória: "
    "tente de novo com “--jobs 1”"
)

#: How long a pool that is closed waits for its thread, in seconds: longer than any process takes to end.
_PATIENCE = 5.0

#: A number and what was asked for under it; None asks for nothing more.
_Asked = tuple[int, Any] | None


@dataclass(frozen=True, slots=True)
class Craft:
    """What the processes of a pool do.

    Args:
        prepare: what is done once, while the caller goes on; None where nothing is.
        work: what is done with each thing asked for; like `prepare`, a function at the top of a module.
    """

    prepare: Callable[[], object] | None
    work: Callable[[Any], list[bytes]]


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where processes take what is asked for, and give what they answer, one at a time."""

    asked: Connection
    taking: Lock
    answers: Connection
    giving: Lock

    def take(self) -> _Asked:
        with self.taking:
            given: _Asked = self.asked.recv()
        return given

    def give(self, answer: tuple[int, list[bytes] | Exception]) -> None:
        with self.giving:
            self.answers.send(answer)


class Pool:
    """Processes that do one kind of work; they end when the pool is closed, or with the one that opened it.

    Ctrl-C is left to the process that opened the pool. Where processes cannot be forked, each prepares
    itself, and a script must be guarded by `if __name__ == "__main__"`. `OSError` or `RuntimeError` where
    the system allows no more processes.

    Args:
        craft: what they do.
        count: how many they are.
        method: how they are started: `fork` or `spawn`.
    """

    def __init__(self, craft: Craft, count: int, method: str) -> None:
        context: Any = multiprocessing.get_context(method)
        asked, self._asking = context.Pipe(duplex=False)
        self._answers, answering = context.Pipe(duplex=False)
        self._done: dict[int, list[bytes] | Exception] = {}
        self._waiting: SimpleQueue[_Asked] = SimpleQueue()
        self._count, self._taken = count, 0
        #: How many things were asked for so far.
        self.given = 0
        with defer_signals():
            arguments = (craft, count, method, asked, answering)
            self._first = context.Process(target=_lead, args=arguments)
            self._first.start()
        # Ends that the others alone hold are closed with them, and nobody waits for whoever has ended.
        asked.close()
        answering.close()
        # What is asked for is longer than a pipe holds, and whoever asks has more to do.
        self._giving = threading.Thread(target=self._hand_over, daemon=True)
        try:
            self._giving.start()
        except RuntimeError:
            self._first.kill()
            raise

    def ask(self, thing: object) -> int:
        """Ask for something to be done, and return its number."""
        self.given += 1
        self._waiting.put((self.given, thing))
        return self.given

    def answer(self, number: int) -> list[bytes]:
        """Wait for what was asked for under a number, once; what went wrong with it is raised."""
        while number not in self._done:
            self._take()
        answer = self._done.pop(number)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """End the processes, at once where nobody waits any more for what they do."""
        for _ in range(self._count):
            self._waiting.put(None)
        if self._taken < self.given or not self.given:
            self._first.kill()
        self._first.join()
        # While a thread is left, the next pool cannot be forked.
        self._giving.join(_PATIENCE)
        self._asking.close()
        self._answers.close()

    def _take(self) -> None:
        if self._answers not in wait([self._answers, self._first.sentinel]):
            raise MachineError(_DIED)
        try:
            number, answer = self._answers.recv()
        except (EOFError, OSError):  # it may have ended in the middle of an answer
            raise MachineError(_DIED) from None
        self._done[number] = answer
        self._taken += 1

    def _hand_over(self) -> None:
        ends = 0
        # A pipe whose readers have ended is as good as a closed pool.
        with suppress(OSError, ValueError):
            while ends < self._count:
                asked = self._waiting.get()
                ends += asked is None
                self._asking.send(asked)


def _lead(craft: Craft, count: int, method: str, asked: Connection, answers: Connection) -> None:
    """Prepare, start the processes that work, and end with them, or as soon as one of them fails."""
    ignore_stop_signals()
    _prepare(craft)
    # What is there by now is shared by all, and none of it is rubbish.
    gc.freeze()
    context: Any = multiprocessing.get_context(method)
    ends = _Ends(asked, context.Lock(), answers, context.Lock())
    # A forked process is as ready as this one.
    own = craft if method == "spawn" else replace(craft, prepare=None)
    workers = [context.Process(target=_serve, args=(own, ends)) for _ in range(count)]
    started = list(takewhile(_started, workers))
    if not started:
        _serve(own, ends)
        return
    asked.close()
    answers.close()
    _end_with_parent()
    while started:
        wait([worker.sentinel for worker in started])
        started = _at_work(started)


def _at_work(workers: list[BaseProcess]) -> list[BaseProcess]:
    # Asked once: a process may end between two questions, and its failure go unseen.
    ends = [(worker, worker.exitcode) for worker in workers]
    if any(code for _, code in ends):
        os._exit(1)
    return [worker for worker, code in ends if code is None]


def _started(worker: BaseProcess) -> bool:
    try:
        worker.start()
    except OSError:  # the system allows no more processes; those that there are will do
        return False
    return True


def _serve(craft: Craft, ends: _Ends) -> None:
    """Prepare, unless that was done before the fork, and work until nothing more is asked for."""
    ignore_stop_signals()
    _end_with_parent()
    _prepare(craft)
    try:
        while given := ends.take():
            number, thing = given
            ends.give((number, _answer(craft.work, thing)))
    except (EOFError, OSError):  # whoever asked has gone
        os._exit(1)


def _prepare(craft: Craft) -> None:
    # What is wrong will be told with the first thing asked for.
    with suppress(Exception):
        if craft.prepare:
            craft.prepare()


def _answer(work: Callable[[Any], list[bytes]], thing: object) -> list[bytes] | Exception:
    try:
        return work(thing)
    except Exception as error:
        return error


def _end_with_parent() -> None:
    """Make a process end with the one that started it, however that ends."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent:
            parent.join()
            os._exit(1)

    try:
        threading.Thread(target=watch, daemon=True).start()
    except RuntimeError:  # the system allows no thread, and nobody may outlive the parent
        os._exit(1)
