"""Runs builds in processes of their own: one at a time, with a warm one waiting for the next."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from contextlib import suppress

from infograficos.system.worker import WorkerProcess, wait

#: What a build reports: its kind, and what belongs to it.
Message = dict[str, object]


class BuildRunner:
    """The process of the build that runs, and a spare one for the next."""

    def __init__(self) -> None:
        self._running: WorkerProcess | None = None
        self._spare: WorkerProcess | None = None

    @property
    def is_building(self) -> bool:
        """Whether a build runs."""
        return self._running is not None

    def warm(self) -> None:
        """Have a spare process, and alive."""
        if self._spare and not self._spare.is_alive():
            self.renew()
        self._spare = self._spare or WorkerProcess("infograficos.preview.build_worker")

    def build(self, script: str | None, theme: str | None, known: Mapping[str, str]) -> None:
        """Start a build, in place of the one that runs; see `build_worker`."""
        self.stop()
        self.warm()
        self._running, self._spare = self._spare, None
        assert self._running is not None  # noqa: S101 — just started
        with suppress(OSError):  # a process that has ended says so when it is listened to
            self._running.connections[0].send({"script": script, "theme": theme, "known": known})

    def receive(self, seconds: float) -> Message | None:
        """Wait so long for what the build reports next; the last is `ended`, with the process's exit code."""
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
        """End the spare process: it knows the library as it was before."""
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
