import errno
import os
import signal
import subprocess
import sys
import threading
import time
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path

import pytest
from extras import has_libcairo

from infograficos.errors import InputError, MachineError
from infograficos.raster import render_pool as rendering
from infograficos.raster import workers as pool
from infograficos.raster.render_pool import RenderPool, RenderTask, available_cpus

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="{}" height="9"/></svg>'
#: How wide the four are; the second is a PDF where there is libcairo to draw it.
WIDTHS = [(40,), () if has_libcairo() else (60,), (80,), (40,)]
FOUR = [RenderTask(f"0{n}-x", SVG.format(n), widths) for n, widths in enumerate(WIDTHS, 1)]

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")


def render(renderings, processes=None):
    with RenderPool(len(renderings), processes) as studio:
        drawn = [each for rendering in renderings for each in studio.render(rendering)]
        return [each.result() for each in drawn]


def test_the_bytes_do_not_depend_on_how_many_draw():
    alone = render(FOUR, 1)
    assert len(set(alone)) == 4
    assert [drawn.startswith(b"%PDF") for drawn in alone] == [not widths for widths in WIDTHS]
    assert render(FOUR, 2) == alone
    assert render(FOUR, 3) == alone


def test_spawned_processes_draw_the_same(monkeypatch):
    monkeypatch.setattr(rendering, "_can_fork", lambda: False)
    assert render(FOUR[:2], 2) == render(FOUR[:2], 1)


def test_one_figure_starts_no_process(monkeypatch):
    monkeypatch.setattr(pool, "Pool", None)
    assert len(render(FOUR[:1], 4)) == 1


@pytest.mark.parametrize("processes", [1, 2])
def test_several_widths_are_drawn_as_each_alone(processes):
    several = [RenderTask(f"0{n}-x", SVG.format(n), (40, 50, 60)) for n in range(1, 5)]
    alone = [RenderTask(each.name, each.svg, (width,)) for each in several for width in each.widths]
    assert render(several, processes) == render(alone, 1)


def test_no_process_is_idle_while_another_draws_several_widths():
    asked = []
    with RenderPool(9, 2) as studio:
        studio.start()
        studio._pool.ask = lambda thing: asked.append(thing.widths)
        studio._pool.given = 0
        studio.render(RenderTask("01-x", SVG, (40, 50)))
        studio._pool.given = 2
        studio.render(RenderTask("02-x", SVG, (40, 50)))
    assert asked == [(40,), (50,), (40, 50)]


def test_nothing_asked_for_is_nothing_drawn():
    assert render([], 2) == []


def test_without_fork_a_script_is_not_run_again_unasked(monkeypatch):
    monkeypatch.setattr(rendering, "_can_fork", lambda: False)
    monkeypatch.setattr(pool, "Pool", None)
    assert render(FOUR) == render(FOUR, 1)


def test_there_is_a_processor():
    assert available_cpus() >= 1


@pytest.mark.parametrize("processes", [1, 2])
def test_a_failure_names_its_figure(processes):
    broken = RenderTask("09-quebrada", "<svg", (10,))
    with pytest.raises(InputError, match=r"^09-quebrada: o SVG está malformado"):
        render([*FOUR, broken], processes)


def die(_rendering):
    os._exit(9)


def kill_the_lead(_rendering):
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(60)


@linux
@pytest.mark.parametrize("fatal", [die, kill_the_lead])
def test_a_process_that_dies_is_told(monkeypatch, fatal):
    monkeypatch.setattr(rendering, "_render", fatal)
    with pytest.raises(MachineError) as failure:
        render(FOUR, 2)
    assert str(failure.value) == (
        "um dos processos que desenham as figuras parou de repente; talvez tenha faltado memória: "
        "tente de novo com “--jobs 1”"
    )


@linux
def test_a_pool_that_failed_leaves_no_thread(monkeypatch):
    # More than a pipe holds is still to be handed over when the processes die.
    long = [RenderTask("01-x", SVG.format(1) + f"<!--{'x' * 200_000}-->", (40,))] * 4
    monkeypatch.setattr(rendering, "_render", die)
    before = threading.active_count()
    with pytest.raises(MachineError):
        render(long, 2)
    assert threading.active_count() == before


class Ending:
    """A process that ends by a signal just after it was asked for the first time whether it has."""

    def __init__(self):
        self._codes = iter([None, -9])

    @property
    def exitcode(self):
        return next(self._codes)


def test_a_process_that_dies_between_two_questions_is_not_forgotten(monkeypatch):
    ending, codes = Ending(), []
    monkeypatch.setattr("infograficos.raster.workers.os._exit", codes.append)
    left = pool._at_work([ending])
    assert left == [ending]
    pool._at_work(left)
    assert codes == [1]


def cannot(*_given):
    raise BlockingIOError(errno.EAGAIN, "no")


@linux
def test_where_no_process_can_be_started_this_one_draws(monkeypatch):
    monkeypatch.setattr(ForkProcess, "start", cannot)
    assert render(FOUR[2:], 2) == render(FOUR[2:], 1)


@linux
def test_where_there_is_no_room_for_a_lock_this_one_draws(monkeypatch):
    monkeypatch.setattr("multiprocessing.context.ForkContext.SimpleQueue", cannot, raising=False)
    assert render(FOUR[2:], 2) == render(FOUR[2:], 1)


@linux
@pytest.mark.parametrize("allowed", [0, 1])
def test_as_many_processes_draw_as_the_system_allows(monkeypatch, allowed):
    opener, start, started = os.getpid(), ForkProcess.start, []

    def limited(process):
        # In the process that was started first, which starts the others.
        if os.getpid() != opener:
            if len(started) == allowed:
                cannot()
            started.append(process)
        start(process)

    monkeypatch.setattr(ForkProcess, "start", limited)
    assert render(FOUR[2:], 2) == render(FOUR[2:], 1)


def unready():
    raise MachineError("o motor não se prepara")


@linux
def test_what_cannot_be_prepared_is_told_when_it_draws(monkeypatch, capfd):
    monkeypatch.setattr(rendering, "warm_up", unready)
    with pytest.raises(InputError, match=r"^09-quebrada"):
        render([RenderTask("09-quebrada", "<svg", (10,)), FOUR[0]], 2)
    assert capfd.readouterr().err == ""


@linux
def test_an_answer_cut_off_is_a_process_that_died():
    made = pool.Pool.__new__(pool.Pool)
    (read, write), (alive, still) = os.pipe(), os.pipe()
    made._answers, made._done = Connection(read, writable=False), {}
    made._first = type("First", (), {"sentinel": alive})()
    os.write(write, (100).to_bytes(4, "big") + b"metade")
    os.close(write)
    with pytest.raises(MachineError, match="parou de repente"):
        made.answer(1)
    made._answers.close()
    os.close(alive)
    os.close(still)


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
@pytest.mark.skipif(available_cpus() < 2, reason="draws in one process where there is one processor")
def test_ctrl_c_leaves_no_process_and_no_file(busy, files):
    os.killpg(busy.pid, signal.SIGINT)
    _, said = busy.communicate(timeout=20)
    assert said == "erro: interrompido\n"
    # Where the signal meets an `exec`, as in the making of a dataclass, Python ends by it: to a shell, 130.
    assert busy.returncode in (130, -signal.SIGINT)
    assert gone(busy.pid)
    assert files() == {}


@linux
@pytest.mark.skipif(available_cpus() < 2, reason="draws in one process where there is one processor")
def test_the_processes_leave_ctrl_c_to_their_parent(busy, files, notice):
    time.sleep(0.1)  # until both are ready
    for process in set(group(busy.pid)) - {busy.pid}:
        os.kill(process, signal.SIGINT)
    _, said = busy.communicate(timeout=20)
    assert (busy.returncode, said) == (0, notice)
    assert len(files()) == 15


@linux
@pytest.mark.skipif(available_cpus() < 2, reason="draws in one process where there is one processor")
def test_no_process_outlives_the_one_that_started_it(busy, files):
    busy.kill()
    busy.wait()
    assert gone(busy.pid)
    assert files() == {}


@linux
@pytest.mark.skipif(available_cpus() < 2, reason="draws in one process where there is one processor")
def test_a_system_that_asks_it_to_end_finds_no_process_and_nothing_begun(busy, out):
    os.killpg(busy.pid, signal.SIGTERM)
    _, said = busy.communicate(timeout=20)
    assert (busy.returncode, said) == (128 + signal.SIGTERM, "erro: interrompido\n")
    assert gone(busy.pid)
    assert list(out.parent.iterdir()) == []
