"""Runs builds in processes of their own: one at a time, with a warm one waiting for the next."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from contextlib import suppress

from infograficos.system.worker import WorkerProcess, wait

#: A message of a build: its kind, and the fields of that kind.
Message = dict[str, object]


class BuildRunner:
    """The process of the current build, and a spare one for the next."""

    def __init__(self) -> None:
        self._running: WorkerProcess | None = None
        self._spare: WorkerProcess | None = None

    @property
    def is_building(self) -> bool:
        """Whether a build runs."""
        return self._running is not None

    def warm(self) -> WorkerProcess:
        """Start a spare process, unless there is one."""
        if self._spare and not self._spare.is_alive():
            self.renew()
        self._spare = self._spare or WorkerProcess("infograficos.preview.build_worker")
        return self._spare

    def build(self, script: str | None, theme: str | None, known: Mapping[str, str]) -> None:
        """Start a build in place of the current one; see `build`."""
        self.stop()
        self._running, self._spare = self.warm(), None
        with suppress(OSError):  # `receive` reports a process that has ended
            self._running.connections[0].send({"script": script, "theme": theme, "known": known})

    def receive(self, seconds: float) -> Message | None:
        """Wait at most so long for the build's next message; the last is `ended`, with the exit code."""
        if not self._running:
            time.sleep(seconds)
            return None
        (connection,) = self._running.connections
        if not wait([connection], seconds):
            return None
        try:
            message: Message = json.loads(connection.recv())
        except (EOFError, OSError):
            return {"kind": "ended", "code": self._running.end()}
        return message

    def renew(self) -> None:
        """End the spare process, which has imported the library before a change."""
        if self._spare:
            self._spare.kill()
            self._spare = None

    def stop(self) -> None:
        """End the build, and all that its script started."""
        if self._running:
            self._running.kill()
            self._running = None

    def close(self) -> None:
        """End all processes."""
        self.stop()
        self.renew()
