"""Worker processes that receive requests over pipes and end with the process that started them."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack, suppress
from importlib import import_module
from multiprocessing import connection
from multiprocessing.connection import Connection, Pipe
from queue import SimpleQueue
from typing import Any, NoReturn

#: How long processes may take to end by themselves, in seconds.
GRACE = 1.0

_PROGRAM = "import sys; sys.path[:] = {path!r}; from {name} import run; run({module!r}, {handles!r})"


class WorkerProcess:
    """A Python process, and those forked from it, in a process group of their own.

    Each imports a module, sends what its `prepare()` returns, and calls its `handle(request, send)` for every
    request. `OSError` where the system allows no process.

    Args:
        module: the module's full name.
        count: how many processes; the others are forked after `prepare()`. Where the system allows no
            more, their connections are closed.
    """

    def __init__(self, module: str, count: int = 1) -> None:
        if not sys.executable or getattr(sys, "frozen", False):
            raise OSError("no Python interpreter to start")
        with ExitStack() as stack:
            # Where a script closed stdin, stdout or stderr, no pipe may take their descriptors.
            while stack.enter_context(open(os.devnull, "r+b", buffering=0)).fileno() <= 2:  # noqa: PTH123
                pass
            pipes = [Pipe() for _ in range(count)]
            self.connections = [ours for ours, _ in pipes]
            self._process = _start(module, [theirs.fileno() for _, theirs in pipes])
        for _, theirs in pipes:
            theirs.close()

    def is_alive(self) -> bool:
        """Return whether the first process runs."""
        return self._process.poll() is None

    def end(self, grace: float = GRACE) -> int:
        """Let the processes end, kill their group after so many seconds; return the first one's exit code."""
        for each in self.connections:
            each.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(grace)
        with suppress(OSError, AttributeError):  # Windows has no process groups
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        return self._process.wait()


def _start(module: str, handles: list[int]) -> subprocess.Popen[bytes]:
    program = _PROGRAM.format(path=list(map(str, sys.path)), name=__name__, module=module, handles=handles)
    system: dict[str, Any]
    if sys.platform == "win32":
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        system = {"startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles})}
    else:
        # In a session of its own, so that Ctrl-C reaches only the parent.
        system = {"pass_fds": handles, "start_new_session": True}
    command = [sys.executable, "-P", "-c", program]
    # What a script prints goes to stderr.
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=2, stderr=2, **system)  # noqa: S603


def run(module: str, handles: list[int]) -> NoReturn:
    """Be a worker until the parent is gone: prepare, fork one for each further handle, handle requests."""
    # Windows has connections of a kind of its own.
    kind: type[Connection] = getattr(connection, "PipeConnection", Connection)
    mine, *others = map(kind, handles)
    worker = import_module(module)
    greeting = worker.prepare()
    mine, children = _fork(mine, others)
    requests: SimpleQueue[Any] = SimpleQueue()
    try:
        threading.Thread(target=_receive, args=(mine, requests, children), daemon=True).start()
        mine.send(greeting)
        while True:
            worker.handle(requests.get(), mine.send)
    except (OSError, RuntimeError):  # the parent is gone, or the system allows no thread
        os._exit(1)


def _fork(mine: Connection, others: list[Connection]) -> tuple[Connection, list[int]]:
    """Fork a worker for each connection; return this process's connection and children."""
    children = []
    # Objects from before the fork stay shared: the collector need not touch them.
    gc.freeze()
    while others:
        own = others.pop()
        with suppress(OSError):  # the system allows no more processes
            if child := os.fork():
                children.append(child)
            else:
                for other in (mine, *others):
                    other.close()
                return own, []
        own.close()
    return mine, children


def _receive(mine: Connection, requests: SimpleQueue[Any], children: list[int]) -> None:
    """Queue requests; exit as soon as the parent is gone, whatever the worker is doing."""
    try:
        while True:
            requests.put(mine.recv())
    finally:
        for child in children:
            with suppress(OSError):
                os.waitpid(child, 0)
        os._exit(0)
