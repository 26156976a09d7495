"""Two exports to one folder do not mix."""

import subprocess
import sys
import time

import pytest

from infograficos.errors import MachineError
from infograficos.export.turn import turn

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
