import json
import socket
import subprocess
import sys
import time

import pytest
from processes import descendants, gone

from infograficos.preview.session import Session
from infograficos.preview.state import State

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

    def __init__(self, script, theme=None, spare=None):
        self.state = State()
        self.session = Session(str(script), str(theme) if theme else None, self.state)
        self.session._runner._spare = spare
        self.session.begin()

    def close(self):
        """End the session but for its spare process, and return that."""
        spare, self.session._runner._spare = self.session._runner._spare, None
        self.session.close()
        return spare

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


@pytest.fixture(scope="module")
def spares():
    """Processes that a session got ready and did not need: the next one begins with them."""
    spares = []
    yield spares
    for spare in spares:
        spare.end(grace=0)


@pytest.fixture
def start(request, spares):
    # Where a test reads what a script prints, its process must be born with the test's own streams.
    has_own_streams, runs = "capfd" in request.fixturenames, []

    def start(script, theme=None):
        runs.append(Run(script, theme, spares.pop() if spares and not has_own_streams else None))
        return runs[-1]

    yield start
    left = [spare for run in runs if (spare := run.close())]
    for spare in left:
        if has_own_streams:
            spare.end(grace=0)
        else:
            spares.append(spare)


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
