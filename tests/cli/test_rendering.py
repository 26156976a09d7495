"""An export is interrupted or killed: no process and no file is left."""

import os
import signal
import subprocess
import sys
import time

import pytest
from processes import descendants, gone

from infograficos.raster.render_pool import available_cpus

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="sends signals"),
    pytest.mark.skipif(available_cpus() < 2, reason="draws in one process where there is one processor"),
]


@pytest.fixture
def busy(out):
    """Start a full export, and return it once it draws in processes of its own."""
    command = [sys.executable, "-m", "infograficos", "export", "--out", str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as program:
        # An engine that is looked for may start a program for a moment.
        while len(workers := descendants(program.pid)) < 2 or workers != descendants(program.pid):
            assert program.poll() is None, "it ended before anyone could interrupt it"
            time.sleep(0.005)
        program.workers = workers
        yield program
        program.kill()


def test_ctrl_c_leaves_no_process_and_no_file(busy, files):
    os.killpg(busy.pid, signal.SIGINT)
    _, said = busy.communicate(timeout=20)
    assert said == "erro: interrompido\n"
    # Where the signal meets an `exec`, as in the making of a dataclass, Python ends by it: to a shell, 130.
    assert busy.returncode in (130, -signal.SIGINT)
    assert gone(busy.workers)
    assert files() == {}


def test_the_processes_leave_ctrl_c_to_their_parent(busy, files, notice):
    time.sleep(0.1)  # until both are ready
    for process in busy.workers:
        os.kill(process, signal.SIGINT)
    _, said = busy.communicate(timeout=20)
    assert (busy.returncode, said) == (0, notice)
    assert len(files()) == 15


def test_no_process_outlives_the_one_that_started_it(busy, files):
    busy.kill()
    busy.wait()
    assert gone(busy.workers)
    assert files() == {}


def test_a_system_that_asks_it_to_end_finds_no_process_and_nothing_begun(busy, out):
    os.killpg(busy.pid, signal.SIGTERM)
    _, said = busy.communicate(timeout=20)
    assert (busy.returncode, said) == (128 + signal.SIGTERM, "erro: interrompido\n")
    assert gone(busy.workers)
    assert list(out.parent.iterdir()) == []
