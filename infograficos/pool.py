"""Processes that share one costly preparation: they are forked from one that has made it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Lock
from queue import SimpleQueue as LocalQueue
from typing import Any

from infograficos.errors import MachineError
from infograficos.interrupts import held, leave_to_parent

_DIED = (
    "um dos processos que desenham as figuras parou de repente; talvez tenha faltado memória: "
    "tente de novo com “--jobs 1”"
)

#: A number and what was asked for under it; None asks for nothing more.
_Asked = tuple[int, Any] | None


@dataclass(frozen=True, slots=True)
class Craft:
    """What the processes of a pool do.

    Args:
        prepare: what is done once, while the caller goes on.
        work: what is done with each thing asked for; like `prepare`, a function at the top of a module.
    """

    prepare: Callable[[], object]
    work: Callable[[Any], bytes]


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
        self._asked: SimpleQueue[_Asked] = context.SimpleQueue()
        self._answers, answering = context.Pipe(duplex=False)
        self._done: dict[int, bytes | Exception] = {}
        self._waiting: LocalQueue[_Asked] = LocalQueue()
        self._count, self._given, self._taken = count, 0, 0
        with held():
            arguments = (craft, count, method, self._asked, answering)
            self._first = context.Process(target=_lead, args=arguments)
            self._first.start()
        answering.close()
        # What is asked for is longer than a pipe holds, and whoever asks has more to do.
        try:
            threading.Thread(target=self._hand_over, daemon=True).start()
        except RuntimeError:
            self._first.kill()
            raise

    def ask(self, thing: object) -> int:
        """Ask for something to be done, and return its number."""
        self._given += 1
        self._waiting.put((self._given, thing))
        return self._given

    def answer(self, number: int) -> bytes:
        """Wait for what was asked for under a number; what went wrong with it is raised."""
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
        if self._taken < self._given or not self._given:
            self._first.kill()
        self._first.join()
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
                self._asked.put(asked)


def _lead(craft: Craft, count: int, method: str, asked: SimpleQueue[_Asked], answers: Connection) -> None:
    """Prepare, start the processes that work, and end with them, or as soon as one of them fails."""
    leave_to_parent()
    _prepare(craft)
    # What is there by now is shared by all, and none of it is rubbish.
    gc.freeze()
    context: Any = multiprocessing.get_context(method)
    lock = context.Lock()
    workers = [context.Process(target=_serve, args=(craft, asked, answers, lock)) for _ in range(count)]
    started = list(takewhile(_started, workers))
    if not started:
        _serve(craft, asked, answers, lock)
        return
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


def _serve(craft: Craft, asked: SimpleQueue[_Asked], answers: Connection, lock: Lock) -> None:
    """Prepare, unless that was done before the fork, and work until nothing more is asked for."""
    leave_to_parent()
    _end_with_parent()
    _prepare(craft)
    while (given := asked.get()) is not None:
        number, thing = given
        answer = _answer(craft.work, thing)
        try:
            with lock:
                answers.send((number, answer))
        except OSError:  # whoever asked has gone
            os._exit(1)


def _prepare(craft: Craft) -> None:
    # What is wrong will be told with the first thing asked for.
    with suppress(Exception):
        craft.prepare()


def _answer(work: Callable[[Any], bytes], thing: object) -> bytes | Exception:
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
