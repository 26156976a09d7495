"""Runs each build in a separate process, with a warm spare one for the next.

Nothing that a script prints, reads or leaves behind reaches the next build.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from infograficos.language.messages import message
from infograficos.preview.build_error import describe_error
from infograficos.system.worker import WorkerProcess


class BuildRunner:
    """The process of the current build, and a spare one for the next."""

    def __init__(self) -> None:
        self._running: WorkerProcess | None = None
        self._spare: WorkerProcess | None = None

    def warm(self) -> WorkerProcess:
        """Start a spare process, unless there is one."""
        if self._spare and not self._spare.is_alive():
            self.renew()
        self._spare = self._spare or WorkerProcess(__name__)
        return self._spare

    def build(self, script: str | None, theme: str | None, known: Mapping[str, str]) -> None:
        """Start a build in place of the current one; see `build`."""
        self.stop()
        self._running, self._spare = self.warm(), None
        with suppress(OSError):  # `receive` reports a process that has ended
            self._running.connections[0].send({"script": script, "theme": theme, "known": known})

    def receive(self, seconds: float) -> dict[str, Any] | None:
        """Wait for the build's next message, a `kind` with its fields; None after a timeout in seconds.

        The last message is `ended`, with the exit code.
        """
        if not self._running:
            time.sleep(seconds)
            return None
        (connection,) = self._running.connections
        try:
            return json.loads(connection.recv()) if connection.poll(seconds) else None
        except (EOFError, OSError):
            return {"kind": "ended", "code": self._running.end()}

    def renew(self) -> None:
        """End the spare process, whose imports are outdated."""
        if self._spare:
            self._spare.end(grace=0)
            self._spare = None

    def stop(self) -> None:
        """End the build and all processes of its script."""
        if self._running:
            self._running.end(grace=0)
            self._running = None


def prepare() -> str:
    """Warm up the process, and return its first message."""
    # A module saved twice in a second must be read twice, and no cache is written next to the script.
    sys.dont_write_bytecode = True
    try:
        # The library may be broken while it is edited.
        from infograficos.preview.build import warm_up  # noqa: PLC0415

        warm_up()
    except Exception as error:
        failure = describe_error(error, message("a prévia"))
        return json.dumps({"kind": "failed", "failure": failure, "files": []})
    return json.dumps({"kind": "warm"})


def handle(order: dict[str, Any], send: Callable[[object], None]) -> None:
    """Build once, report what was drawn, and end."""

    def report(kind: str, **details: object) -> None:
        send(json.dumps({"kind": kind, **details}))

    try:
        from infograficos.preview.build import build  # noqa: PLC0415 — as above

        if order["script"]:
            sys.argv = [order["script"]]
        build(**order, report=report)
    except BaseException as error:  # even Ctrl-C, where the script itself raises it
        report("failed", failure=describe_error(error, message("a prévia")), files=[])
    report("done")
    # Do not wait for threads or exit handlers of the script.
    os._exit(0)
