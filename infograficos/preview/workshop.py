"""Starts the processes that build, keeps one warm, and ends each with all that it started."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress

#: What a worker tells: its kind, and what belongs to it.
Message = dict[str, object]
Heard = Callable[["Worker", Message], None]

_PROGRAM = "import sys; sys.path[:] = {path!r}; from infograficos.preview.worker import main; main()"


class Worker:
    """One process, which builds once; what it tells is handed on by a thread of its own.

    Its last word is `ended`, however it ended, with the code that the system has for it.
    """

    def __init__(self, heard: Heard) -> None:
        program = _PROGRAM.format(path=sys.path)
        # Of a group of its own: Ctrl-C is answered by the one who started it.
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-P", "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._listener = threading.Thread(target=self._listen, args=(heard,), daemon=True)
        self._listener.start()

    def build(self, script: str | None, theme: str | None, known: Mapping[str, str]) -> None:
        """Give the order to build; a process that is gone already has told so."""
        order = json.dumps({"script": script, "theme": theme, "known": known})
        assert self._process.stdin is not None  # noqa: S101 — a pipe was asked for
        with suppress(OSError):
            self._process.stdin.write(order.encode() + b"\n")
            self._process.stdin.flush()

    @property
    def is_over(self) -> bool:
        """Say whether the process has ended."""
        return self._process.poll() is not None

    def end(self) -> None:
        """End the process at once, and those that its script started."""
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        self._listener.join(1.0)

    def _listen(self, heard: Heard) -> None:
        # Leaving the process closes its pipes.
        with self._process as process:
            for line in process.stdout or ():
                with suppress(ValueError):
                    heard(self, json.loads(line))
        heard(self, {"kind": "ended", "code": self._process.wait()})


class Workshop:
    """The worker that builds now, and the one that waits for the next build."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._waiting: Worker | None = None
        self.working: Worker | None = None

    def warm(self) -> None:
        """Have a worker waiting, and alive."""
        if self._waiting and self._waiting.is_over:
            self.renew()
        self._waiting = self._waiting or Worker(self._heard)

    def build(self, script: str | None, theme: str | None, known: Mapping[str, str]) -> None:
        """Begin a build; the one before is given up."""
        self.stop()
        self.warm()
        self.working, self._waiting = self._waiting, None
        if self.working:
            self.working.build(script, theme, known)

    def renew(self) -> None:
        """Give up the worker that waits: it knows the library as it was before."""
        if self._waiting:
            self._waiting.end()
            self._waiting = None

    def stop(self) -> None:
        """Give up the build."""
        if self.working:
            self.working.end()
            self.working = None

    def close(self) -> None:
        """End all processes."""
        self.stop()
        self.renew()
