import json
import socket
import subprocess
import sys
import time
from contextlib import ExitStack

import pytest
from processes import descendants, gone

from infograficos.preview.session import Session
from infograficos.preview.state import State
from infograficos.system.worker import WorkerProcess

#: A chapter of two small figures, one of whose numbers is in a module beside it.
CHAPTER = """
from numeros import LOSS
from infograficos import Chapter, Figure
from infograficos.builders.loss_mask import IGNORED, LossMask


def figure(number, name, headline):
    content = LossMask(tokens=["oi", "olá"], labels=[IGNORED, 7], losses=[0.0, LOSS])
    return Figure(number, name, "Mascaramento", headline, content, section="A loss", description="Uma linha")


chapter = Chapter(1, "Provas", [figure(1, "um", "Só a resposta ensina"), figure(2, "dois", "A outra")])
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "numeros.py").write_text("LOSS = 1.5\n", encoding="utf-8")
    (tmp_path / "capitulo.py").write_text(CHAPTER, encoding="utf-8")
    return tmp_path


class Run:
    """A session, driven step by step."""

    def __init__(self, script, theme=None):
        self.state = State()
        self.session = Session(str(script), str(theme) if theme else None, self.state)
        self.session.begin()

    def shown(self):
        return json.loads(self.state.wait_for_change(-1, 0)[1])

    def until(self, holds, seconds=60):
        """Go on until the page shows something, and return all it shows."""
        end = time.monotonic() + seconds
        while not holds(self.shown()):
            assert time.monotonic() < end, self.shown()
            self.session.step()
        return self.shown()

    def ready(self):
        return self.until(lambda shown: shown["status"] == "ready")

    def failed(self):
        return self.until(lambda shown: shown["status"] == "failed")["error"]


@pytest.fixture
def start_own():
    """Start a session whose processes are its own, with the test's streams, and end it with all of them."""
    runs = []

    def start_own(script, theme=None):
        runs.append(Run(script, theme))
        return runs[-1]

    yield start_own
    for run in runs:
        run.session.close()


class Forked:
    """A process forked from a warm one: it does what one of its own does, and costs next to nothing."""

    def __init__(self, connection):
        self.connections = [connection]

    def is_alive(self):
        return True

    def end(self, **_grace):
        self.connections[0].close()
        return 0


@pytest.fixture(scope="module")
def spares():
    """Processes that wait for something to build."""
    with ExitStack() as stack:
        spares = []

        def spare(module):
            if sys.platform != "linux":
                return WorkerProcess(module)
            if not spares:
                crowd = WorkerProcess(module, 40)
                stack.callback(crowd.end)
                spares.extend(map(Forked, crowd.connections))
            return spares.pop()

        yield spare


@pytest.fixture
def start(start_own, spares, monkeypatch):
    """Start a session, where it is not the subject how its processes begin, print and end."""
    monkeypatch.setattr("infograficos.preview.build_process.WorkerProcess", spares)
    return start_own


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def program(folder):
    """Start the program as a shell would, and kill what is left of it, and of what it started."""
    started = []

    def program(*args):
        command = [sys.executable, "-m", "infograficos", "preview", "--no-open", *args]
        started.append(
            subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        )
        return started[-1]

    yield program
    for each in started:
        left = descendants(each.pid) if each.poll() is None else set()
        each.kill()
        each.communicate()
        assert gone(left)
