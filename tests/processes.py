"""What processes there are, and whether they are gone: a test leaves none behind."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterable


def _running() -> dict[int, int]:
    """The processes that run, each with its parent; one that ended and is not yet reaped is none."""
    command = ["ps", "-A", "-o", "pid=,ppid=,stat="]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as listing:
        rows = [line.split() for line in listing.stdout or ()]
    found = {int(pid): int(parent) for pid, parent, state in rows if not state.startswith("Z")}
    return {pid: parent for pid, parent in found.items() if pid != listing.pid}


def descendants(pid: int) -> set[int]:
    """The processes that a process started, and those that they started."""
    running, found = _running(), {pid}
    while more := {child for child, parent in running.items() if parent in found} - found:
        found |= more
    return found - {pid}


def gone(pids: Iterable[int], seconds: float = 30) -> bool:
    """Wait until processes have ended, and say whether they have."""
    end, expected = time.monotonic() + seconds, set(pids)
    while left := expected & set(_running()):
        if time.monotonic() > end:
            return not left
        time.sleep(0.02)
    return True
