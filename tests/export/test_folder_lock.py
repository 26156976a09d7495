"""Two exports to one folder do not mix."""

import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from infograficos.errors import MachineError
from infograficos.system import folder_lock, user_cache
from infograficos.system.folder_lock import FolderLock, folder_digest

HOLD = """
import sys, time
from pathlib import Path
from infograficos.system.folder_lock import FolderLock
with FolderLock(Path(sys.argv[1])):
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


def test_who_waits_too_long_learns_why(holder, tmp_path):
    with (
        pytest.raises(MachineError, match=r"outra exportação está gravando em “.*saida”"),
        FolderLock(tmp_path / "saida", patience=0.1),
    ):
        pytest.fail("two at a time")


def test_another_folder_need_not_wait(holder, tmp_path):
    with FolderLock(tmp_path / "outra", patience=0.1):
        pass


def test_a_killed_process_gives_its_turn_back(holder, tmp_path):
    holder.kill()
    holder.wait()
    started = time.monotonic()
    with FolderLock(tmp_path / "saida"):
        assert time.monotonic() - started < 30
    with FolderLock(tmp_path / "saida"):
        pass


def test_who_gives_signs_of_life_is_waited_for(tmp_path, monkeypatch):
    clock = [0]
    file = Path(folder_lock._open_lock(tmp_path / "saida").lock_file)

    def sleep(_seconds):
        clock[0] += 30
        # A try of some versions of filelock, and the holder's heartbeat.
        os.utime(file, (file.stat().st_atime, clock[0]))
        os.utime(file, (clock[0], clock[0]))

    monkeypatch.setattr(folder_lock, "time", SimpleNamespace(monotonic=lambda: clock[0], sleep=sleep))
    monkeypatch.setattr(folder_lock, "_is_acquired", lambda _lock: clock[0] > 300)
    FolderLock(tmp_path / "saida", patience=60).__enter__()
    assert clock[0] > 300


def test_another_process_that_only_tries_gives_no_sign_of_life(tmp_path, monkeypatch):
    clock = [0]
    file = Path(folder_lock._open_lock(tmp_path / "saida").lock_file)

    def sleep(_seconds):
        clock[0] += 30
        os.utime(file, ns=(file.stat().st_atime_ns, clock[0]))

    monkeypatch.setattr(folder_lock, "time", SimpleNamespace(monotonic=lambda: clock[0], sleep=sleep))
    monkeypatch.setattr(folder_lock, "_is_acquired", lambda _lock: False)
    with pytest.raises(MachineError, match="parece parada"):
        FolderLock(tmp_path / "saida", patience=60).__enter__()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_a_process_that_draws_and_is_slow_to_end_holds_no_turn(tmp_path):
    with FolderLock(tmp_path / "saida"):
        draws = multiprocessing.get_context("fork").Process(target=time.sleep, args=(60,))
        draws.start()
    try:
        with FolderLock(tmp_path / "saida", patience=0.1):
            pass
    finally:
        draws.kill()
        draws.join()


def lock_files(folder):
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*.lock")]


@pytest.fixture
def homes(tmp_path, monkeypatch):
    """The user's cache and the temporary folder, of the test's own."""
    cache, temporary = tmp_path / "cache", tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(user_cache, "user_cache_path", lambda name: cache / name)
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    return cache, temporary


def test_a_folder_has_one_lock_file_in_the_users_cache(homes, tmp_path):
    for _ in range(3):
        with FolderLock(tmp_path / "saida"):
            pass
    (name,) = lock_files(tmp_path)
    assert name.startswith("cache/infograficos/locks/")


@pytest.mark.parametrize("homeless", [True, False])
def test_where_the_cache_cannot_be_written_the_temporary_folder_serves(
    homes, tmp_path, monkeypatch, homeless
):
    cache, _ = homes
    cache.write_text("")
    if homeless:

        def refused(_name):
            raise RuntimeError("could not determine the home directory")

        monkeypatch.setattr(user_cache, "user_cache_path", refused)
    with FolderLock(tmp_path / "saida"), FolderLock(tmp_path / "outra"):
        pass
    assert all(name.startswith("tmp/") for name in lock_files(tmp_path))


def test_a_place_for_the_lock_that_cannot_be_opened_is_reported(homes, tmp_path, monkeypatch):
    cache, temporary = homes
    cache.write_text("")
    temporary.rmdir()
    with (
        pytest.raises(
            MachineError, match=r"^a trava “.*” não pode ser usada; apague-a, ou diga em TMPDIR outra pasta"
        ),
        FolderLock(Path("saida")),
    ):
        pytest.fail("no lock")


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take away the current folder")
def test_a_current_folder_that_is_gone_is_reported(tmp_path, monkeypatch):
    gone = tmp_path / "foi"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(MachineError, match=r"^a pasta atual não existe mais, e “saida” ficaria nela"):
        folder_digest(Path("saida"))
