"""Images drawn by several processes: the same bytes from wherever they are asked for, and nothing is left."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from multiprocessing.connection import Pipe

import pytest
from extras import has_libcairo
from processes import descendants, gone

from infograficos.errors import InputError, MachineError
from infograficos.raster import render_pool
from infograficos.raster.render_pool import RenderPool, RenderTask, available_cpus
from infograficos.system import worker

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="{}" height="9"/></svg>'
#: How wide the four are; the second is a PDF where there is libcairo to draw it.
WIDTHS = [(40,), () if has_libcairo() else (60,), (80,), (40,)]
FOUR = [RenderTask(f"0{n}-x", SVG.format(n), widths) for n, widths in enumerate(WIDTHS, 1)]

DIED = (
    "um dos processos que desenham as figuras parou de repente; talvez tenha faltado memória: "
    "tente de novo com “--jobs 1”"
)

#: Of a worker whose own way to draw is never asked for: it imports no engine.
UNPREPARED = "def prepare(): pass\n"

linux = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")


def render(tasks, processes=None):
    with RenderPool(len(tasks), processes) as pool:
        pending = [each for task in tasks for each in pool.render(task)]
        return [each() for each in pending]


@pytest.fixture(params=["fork", "subprocess"])
def start_method(request, monkeypatch):
    """Start processes as on Linux, then as on every other system."""
    if request.param == "subprocess":
        monkeypatch.setattr(render_pool, "_CAN_FORK", False)
    elif sys.platform != "linux":
        pytest.skip("forks on Linux only")


@pytest.fixture
def worker_module(monkeypatch, tmp_path):
    """Have the processes run a module of the test's own."""

    def worker_module(source):
        (tmp_path / "own_worker.py").write_text(f"from infograficos.raster.render_pool import *\n{source}")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.setattr(render_pool, "_WORKER", "own_worker")

    return worker_module


def test_the_bytes_do_not_depend_on_how_many_draw(start_method):
    alone = render(FOUR, 1)
    assert len(set(alone)) == 4
    assert [drawn.startswith(b"%PDF") for drawn in alone] == [not widths for widths in WIDTHS]
    assert render(FOUR, 3) == alone


def test_one_figure_starts_no_process(monkeypatch):
    monkeypatch.setattr(worker, "WorkerProcess", None)
    assert len(render(FOUR[:1], 4)) == 1


@pytest.mark.parametrize("processes", [1, 2])
def test_several_widths_are_drawn_as_each_alone(processes):
    several = [RenderTask(f"0{n}-x", SVG.format(n), (40, 50, 60)) for n in range(1, 5)]
    alone = [RenderTask(each.name, each.svg, (width,)) for each in several for width in each.widths]
    assert render(several, processes) == render(alone, 1)


def test_no_process_is_idle_while_another_draws_several_widths():
    with RenderPool(9, 2) as pool:
        pool.render(RenderTask("01-x", SVG, (40, 50)))
        pool.render(RenderTask("02-x", SVG, (40, 50)))
        jobs = [*filter(None, pool._jobs.values()), *pool._queue]
        assert [job.task.widths for job in jobs] == [(40,), (50,), (40, 50)]


def test_nothing_asked_for_is_nothing_drawn():
    assert render([], 2) == []


def test_there_is_a_processor():
    assert available_cpus() >= 1


@pytest.mark.parametrize("processes", [1, 2])
def test_a_failure_names_its_figure(processes):
    broken = RenderTask("09-quebrada", "<svg", (10,))
    with pytest.raises(InputError, match=r"^09-quebrada: o SVG está malformado"):
        render([*FOUR, broken], processes)


@pytest.mark.parametrize("fatal", ["os._exit(9)", "1 / 0"])
def test_a_process_that_dies_is_reported(worker_module, start_method, fatal, capfd):
    worker_module(f"{UNPREPARED}import os\ndef handle(task, send): {fatal}\n")
    with pytest.raises(MachineError) as failure:
        render(FOUR, 2)
    assert str(failure.value) == DIED


@linux
def test_a_process_that_dies_at_work_is_reported_while_the_others_work(worker_module):
    worker_module(f"{UNPREPARED}import time\ndef handle(task, send): time.sleep(60)\n")
    with RenderPool(4, 2) as pool:
        images = pool.render(FOUR[0]) + pool.render(FOUR[1])
        while len(list(filter(None, pool._jobs.values()))) < 2:
            pool._receive()
        os.kill(pool._processes[0]._process.pid, signal.SIGKILL)
        with pytest.raises(MachineError, match="parou de repente"):
            images[0]()


def test_a_process_that_dies_while_it_is_given_long_tasks_is_reported(worker_module, start_method):
    # More than a pipe holds is still to be handed over.
    worker_module(f"{UNPREPARED}import os\ndef handle(task, send): os._exit(9)\n")
    long = [RenderTask("01-x", SVG.format(1) + f"<!--{'x' * 400_000}-->", (40,))] * 4
    with pytest.raises(MachineError):
        render(long, 2)


def test_an_idle_process_that_dies_is_reported():
    with RenderPool(4, 2) as pool:
        pool.start()
        while len(pool._jobs) < 2:
            pool._receive()
        os.kill(pool._processes[0]._process.pid, signal.SIGKILL)
        with pytest.raises(MachineError, match="parou de repente"):
            [image() for task in FOUR for image in pool.render(task)]


def test_an_answer_cut_off_is_a_process_that_died():
    pool, (ours, theirs) = RenderPool(2, 2), Pipe()
    job = render_pool._Job(FOUR[0])
    pool._connections, pool._jobs = [ours], {ours: job}
    os.write(theirs.fileno(), (100).to_bytes(4, "big") + b"metade")
    theirs.close()
    with pytest.raises(MachineError, match="parou de repente"):
        pool._wait(job, 0)
    ours.close()


def cannot(*_args, **_options):
    raise BlockingIOError(errno.EAGAIN, "no")


@pytest.mark.parametrize("place", ["subprocess.Popen", "infograficos.system.worker.Pipe"])
def test_where_no_process_can_be_started_this_one_draws(monkeypatch, start_method, place):
    monkeypatch.setattr(place, cannot)
    assert render(FOUR, 2) == render(FOUR, 1)


def test_where_python_cannot_be_started_this_one_draws(monkeypatch):
    monkeypatch.setattr(sys, "executable", "")
    assert render(FOUR, 2) == render(FOUR, 1)


@pytest.mark.parametrize("broken", ["raise SystemExit", "def prepare(): raise SystemExit"])
def test_where_no_process_begins_to_work_this_one_draws(worker_module, start_method, broken):
    worker_module(broken)
    with RenderPool(4, 2) as pool:
        images = [image for task in FOUR for image in pool.render(task)]
        assert [image() for image in images] == render(FOUR, 1)
        assert pool.notice() == render_pool.fallback_notice()


@linux
@pytest.mark.parametrize("allowed", [0, 1])
def test_as_many_processes_draw_as_the_system_allows(worker_module, allowed):
    worker_module(
        f"import os\nallowed, fork = {allowed}, os.fork\n"
        "def limited():\n"
        "    global allowed\n"
        "    allowed -= 1\n"
        "    if allowed < 0: raise BlockingIOError\n"
        "    return fork()\n"
        "os.fork = limited\n"
    )
    with RenderPool(4, 3) as pool:
        images = [image for task in FOUR for image in pool.render(task)]
        assert [image() for image in images] == render(FOUR, 1)
        assert len(pool._connections) == allowed + 1


def test_what_cannot_be_prepared_is_reported_when_it_draws(worker_module, capfd):
    worker_module(
        "from infograficos.raster import render_pool\n"
        "def unready(): raise ValueError\n"
        "render_pool.warm_up = unready\n"
    )
    with pytest.raises(InputError, match=r"^09-quebrada"):
        render([RenderTask("09-quebrada", "<svg", (10,)), FOUR[0]], 2)
    assert capfd.readouterr().err == ""


def test_the_notice_of_the_engine_comes_from_the_processes(worker_module):
    worker_module("def prepare(): return 'aviso'\n")
    with RenderPool(4, 2) as pool:
        assert pool.notice() is None
        pool.render(FOUR[0])
        assert pool.notice() == "aviso"


def test_it_draws_beside_threads_and_from_one_and_leaves_none(start_method):
    found, stop = [], threading.Event()
    idle = threading.Thread(target=stop.wait)
    drawing = threading.Thread(target=lambda: found.append(counted(2)))
    idle.start()
    before = set(threading.enumerate())
    drawing.start()
    drawing.join()
    left = set(threading.enumerate()) - before
    # What is asserted below must not keep a thread waiting for ever.
    stop.set()
    idle.join()
    assert found == [(render(FOUR, 1), 2)]
    assert left == set()


def counted(processes):
    """The images, and how many processes drew them."""
    with RenderPool(len(FOUR), processes) as pool:
        images = [image for task in FOUR for image in pool.render(task)]
        return [image() for image in images], len(pool._connections)


#: Draws two images in two processes, and writes how many drew, and the images.
SCRIPT = """
import sys
from pathlib import Path
from infograficos.raster import render_pool
from infograficos.raster.render_pool import RenderPool, RenderTask

def draw():
    tasks = [RenderTask("x", {svg!r}, (width,)) for width in (40, 80)]
    with RenderPool(2, 2) as pool:
        images = [image for task in tasks for image in pool.render(task)]
        found = b"".join(image() for image in images)
        return str(len(pool._connections)).encode() + found
"""


@pytest.fixture
def drawn_by(tmp_path):
    """Run a script that writes what `draw` returns, and return that."""

    def drawn_by(*lines):
        script, output = tmp_path / "script.py", tmp_path / "out"
        source = "\n".join([SCRIPT.format(svg=SVG.format(3)), *lines, f"Path({str(output)!r})."])
        script.write_text(f"{source}write_bytes(found)\n")
        done = subprocess.run([sys.executable, "-W", "error", str(script)], capture_output=True, timeout=60)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        return output.read_bytes()

    return drawn_by


TWO = b"2" + b"".join(render([RenderTask("x", SVG.format(3), (40, 80))], 1))


@pytest.mark.parametrize("can_fork", [True, False])
def test_a_script_needs_no_guard(drawn_by, can_fork):
    assert drawn_by(f"render_pool._CAN_FORK = {can_fork}", "found = draw()") == TWO


@linux
def test_a_daemonic_process_draws_with_processes_too(drawn_by):
    pool = 'with multiprocessing.get_context("fork").Pool(1) as pool:'
    assert drawn_by("import multiprocessing", pool, "    found = pool.apply(draw)") == TWO


@pytest.mark.parametrize("closed", ["0, 1", "0, 3", "1, 3", "2, 3"])
def test_what_a_script_closes_of_its_own_streams_does_not_matter(drawn_by, closed):
    streams = "sys.stdin = sys.stdout = sys.stderr = None"
    assert drawn_by("import os", streams, f"os.closerange({closed})", "found = draw()") == TWO


def test_no_lock_is_made_that_needs_shared_memory(drawn_by):
    missing = "_multiprocessing.SemLock = None"
    assert drawn_by("import _multiprocessing", missing, "found = draw()") == TWO


def workers_of_killed(program):
    """Kill a program once it prints an empty line, and return the processes that it had started by then."""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as script:
        assert script.stdout.readline() == b"\n"
        workers = descendants(script.pid)
        script.kill()
    return workers


@pytest.mark.parametrize("can_fork", [pytest.param(True, marks=linux), False])
def test_no_process_outlives_the_one_that_started_it(can_fork):
    program = (
        "import time\nfrom infograficos.raster import render_pool\n"
        f"render_pool._CAN_FORK = {can_fork}\n"
        "pool = render_pool.RenderPool(4, 3)\npool.start()\n"
        "while len(pool._jobs) < 3: pool._receive()\n"
        "print(flush=True)\ntime.sleep(60)\n"
    )
    workers = workers_of_killed(program)
    assert len(workers) == 3
    assert gone(workers)


@pytest.mark.parametrize("can_fork", [pytest.param(True, marks=linux), False])
def test_a_process_at_work_does_not_outlive_it_either(can_fork, tmp_path):
    (tmp_path / "busy_worker.py").write_text(f"{UNPREPARED}def handle(task, send):\n    while True: pass\n")
    program = (
        f"import sys, time\nsys.path.insert(0, {str(tmp_path)!r})\n"
        "from infograficos.raster import render_pool\n"
        f"render_pool._CAN_FORK, render_pool._WORKER = {can_fork}, 'busy_worker'\n"
        "pool = render_pool.RenderPool(4, 2)\n"
        "pool.render(render_pool.RenderTask('x', '', (1, 2)))\n"
        "while len(list(filter(None, pool._jobs.values()))) < 2: pool._receive()\n"
        "print(flush=True)\ntime.sleep(60)\n"
    )
    workers = workers_of_killed(program)
    assert len(workers) == 2
    assert gone(workers)


def test_processes_at_work_are_ended_when_nobody_waits_for_them(worker_module, start_method, monkeypatch):
    # Long enough on a busy machine, too: only processes that do not end by themselves take all of it.
    monkeypatch.setattr(worker.WorkerProcess.end, "__defaults__", (60.0,))
    worker_module(f"{UNPREPARED}import time\ndef handle(task, send): time.sleep(600)\n")
    before = descendants(os.getpid())
    with RenderPool(4, 2) as pool:
        pool.render(FOUR[0])
        while not any(pool._jobs.values()):
            pool._receive()
        begun = time.monotonic()
    assert time.monotonic() - begun < 50
    assert descendants(os.getpid()) == before


@linux
def test_a_process_that_does_not_end_by_itself_is_killed(worker_module):
    # A copy of the connection, as any process forked meanwhile has, keeps the workers from noticing its end.
    worker_module(f"{UNPREPARED}import time\ndef handle(task, send): time.sleep(60)\n")
    before = descendants(os.getpid())
    with RenderPool(4, 2) as pool:
        pool.start()
        copies = [os.dup(each.fileno()) for each in pool._connections]
    assert descendants(os.getpid()) == before
    for copy in copies:
        os.close(copy)
