"""Two exports to one folder do not mix."""

import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from infograficos.errors import MachineError
from infograficos.export import turn as turning
from infograficos.export.turn import folder_digest, turn

HOLD = """
import sys, time
from pathlib import Path
from infograficos.export.turn import turn
with turn(Path(sys.argv[1])):
    print("minha vez", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that has its turn."""
    command = [sys.executable, "-c", HOLD, str(tmp_path / "saida")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "minha vez\n"
        yield other
        other.kill()


def test_who_waits_too_long_is_told_why(holder, tmp_path):
    with (
        pytest.raises(MachineError, match=r"outra exportação está gravando em “.*saida”"),
        turn(tmp_path / "saida", patience=0.1),
    ):
        pytest.fail("two at a time")


def test_another_folder_need_not_wait(holder, tmp_path):
    with turn(tmp_path / "outra", patience=0.1):
        pass


def test_a_killed_process_gives_its_turn_back(holder, tmp_path):
    holder.kill()
    holder.wait()
    started = time.monotonic()
    with turn(tmp_path / "saida"):
        assert time.monotonic() - started < 30
    with turn(tmp_path / "saida"):
        pass


def test_who_gives_signs_of_life_is_waited_for(tmp_path, monkeypatch):
    clock = [0]

    def sleep(_seconds):
        clock[0] += 30
        os.utime(tmp_path / "trava", (clock[0], clock[0]))

    monkeypatch.setattr(turning, "time", SimpleNamespace(monotonic=lambda: clock[0], sleep=sleep))
    monkeypatch.setattr(turning, "_taken", lambda _file: clock[0] > 300)
    with (tmp_path / "trava").open("a+b") as file:
        turning._wait(file, tmp_path, patience=60)
    assert clock[0] > 300


@pytest.mark.skipif(os.name == "nt", reason="on Windows processes share no lock")
def test_a_process_that_draws_and_is_slow_to_end_holds_no_turn(tmp_path, monkeypatch):
    opened, shared = turning._lock, []

    def lock(folder):
        file = opened(folder)
        # As a forked process holds it open, too.
        shared.append(os.dup(file.fileno()))
        return file

    monkeypatch.setattr(turning, "_lock", lock)
    with turn(tmp_path / "saida"):
        pass
    with turn(tmp_path / "saida", patience=0.1):
        pass
    for descriptor in shared:
        os.close(descriptor)


def test_a_place_for_the_lock_that_cannot_be_opened_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nada"))
    with (
        pytest.raises(
            MachineError, match=r"^a trava “.*” não pode ser usada; apague-a, ou diga em TMPDIR outra pasta"
        ),
        turn(Path("saida")),
    ):
        pytest.fail("no lock")


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take away the current folder")
def test_a_current_folder_that_is_gone_is_told(tmp_path, monkeypatch):
    gone = tmp_path / "foi"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(MachineError, match=r"^a pasta atual não existe mais, e “saida” ficaria nela"):
        folder_digest(Path("saida"))
