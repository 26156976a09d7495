import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from extras import has_libcairo

from infograficos import pool, rendering
from infograficos.errors import InputError, MachineError
from infograficos.rendering import Rendering, processors, render

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="{}" height="9"/></svg>'
#: How wide the four are; the second is a PDF where there is libcairo to draw it.
PIXELS = [40, None if has_libcairo() else 60, 80, 40]
FOUR = [Rendering(f"0{n}-x", SVG.format(n), pixels) for n, pixels in enumerate(PIXELS, 1)]

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")


def test_the_bytes_do_not_depend_on_how_many_draw():
    alone = render(FOUR, 1)
    assert len(set(alone)) == 4
    assert [drawn.startswith(b"%PDF") for drawn in alone] == [pixels is None for pixels in PIXELS]
    assert render(FOUR, 2) == alone
    assert render(FOUR, 3) == alone


def test_spawned_processes_draw_the_same(monkeypatch):
    monkeypatch.setattr(rendering, "_can_fork", lambda: False)
    assert render(FOUR[:2], 2) == render(FOUR[:2], 1)


def test_one_figure_starts_no_process(monkeypatch):
    monkeypatch.setattr(pool, "Pool", None)
    assert len(render(FOUR[:1], 4)) == 1


def test_nothing_asked_for_is_nothing_drawn():
    assert render([], 2) == []


def test_without_fork_a_script_is_not_run_again_unasked(monkeypatch):
    monkeypatch.setattr(rendering, "_can_fork", lambda: False)
    monkeypatch.setattr(pool, "Pool", None)
    assert render(FOUR) == render(FOUR, 1)


def test_there_is_a_processor():
    assert processors() >= 1


@pytest.mark.parametrize("processes", [1, 2])
def test_a_failure_names_its_figure(processes):
    broken = Rendering("09-quebrada", "<svg", 10)
    with pytest.raises(InputError, match=r"^09-quebrada: o SVG está malformado"):
        render([*FOUR, broken], processes)


def die(_rendering):
    os._exit(9)


def test_a_process_that_dies_is_told(monkeypatch):
    monkeypatch.setattr(rendering, "_draw", die)
    with pytest.raises(MachineError, match="um dos processos que desenham as figuras parou de repente"):
        render(FOUR, 2)


@pytest.fixture
def busy(out):
    """Start a full export, and return it once it draws in processes of its own."""
    command = [sys.executable, "-m", "infograficos", "export", "--out", str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as program:
        while len(group(program.pid)) < 3:
            assert program.poll() is None, "it ended before anyone could interrupt it"
            time.sleep(0.005)
        yield program
        program.kill()


def group(leader):
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(fields[2]) == leader and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def gone(leader, seconds=30):
    end = time.monotonic() + seconds
    while group(leader) and time.monotonic() < end:
        time.sleep(0.02)
    return not group(leader)


@linux
@pytest.mark.skipif(processors() < 2, reason="draws in one process where there is one processor")
def test_ctrl_c_leaves_no_process_and_no_file(busy, files):
    os.killpg(busy.pid, signal.SIGINT)
    _, said = busy.communicate(timeout=20)
    assert said == "erro: interrompido\n"
    # Where the signal meets an `exec`, as in the making of a dataclass, Python ends by it: to a shell, 130.
    assert busy.returncode in (130, -signal.SIGINT)
    assert gone(busy.pid)
    assert files() == {}


@linux
@pytest.mark.skipif(processors() < 2, reason="draws in one process where there is one processor")
def test_the_processes_leave_ctrl_c_to_their_parent(busy, files, notice):
    time.sleep(0.1)  # until both are ready
    for process in set(group(busy.pid)) - {busy.pid}:
        os.kill(process, signal.SIGINT)
    _, said = busy.communicate(timeout=20)
    assert (busy.returncode, said) == (0, notice)
    assert len(files()) == 15


@linux
@pytest.mark.skipif(processors() < 2, reason="draws in one process where there is one processor")
def test_no_process_outlives_the_one_that_started_it(busy, files):
    busy.kill()
    busy.wait()
    assert gone(busy.pid)
    assert files() == {}
