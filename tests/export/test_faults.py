"""Whatever happens to an export, every file is whole, the old or the new, and the next export succeeds."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from small_chapter import figure

from infograficos.errors import InputError, MachineError
from infograficos.export import ExportOptions, differences
from infograficos.export.cache import default_cache
from infograficos.system import fingerprint, user_cache
from infograficos.system.file_transaction import FileTransaction
from infograficos.system.files import validate_target

#: Publishes three files, and is killed when it comes to the second, in a method of `Path`.
KILLED = """
import os, signal, sys
from pathlib import Path
from infograficos.system.file_transaction import FileTransaction
method, out = getattr(Path, sys.argv[1]), Path(sys.argv[2])

def deadly(path, *given):
    if path.name == "00001":
        os.kill(os.getpid(), signal.SIGKILL)
    return method(path, *given)

setattr(Path, sys.argv[1], deadly)
with FileTransaction(out) as transaction:
    for name in "abc":
        transaction.stage(out / "svg" / f"{name}.svg", b"novo")
    transaction.commit()
"""

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals and links")
NAMES = [f"svg/{name}.svg" for name in "abc"]


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.svg")}


def published(out, data=b"novo"):
    with FileTransaction(out) as transaction:
        for name in NAMES:
            transaction.stage(out / name, data)
        transaction.commit()


def refuse(monkeypatch, owner, method, name, number):
    """Make the system refuse a file by the name of one of its paths."""
    real = getattr(owner, method)

    def refused(*given, **more):
        if any(Path(path).name == name for path in given[:2] if isinstance(path, str | Path)):
            raise OSError(number, "no")
        return real(*given, **more)

    monkeypatch.setattr(owner, method, refused)


@posix
@pytest.mark.parametrize(
    ("moment", "before", "after"),
    [
        ("write_bytes", b"antigo", ["antigo", "antigo", "antigo"]),
        ("replace", b"antigo", ["novo", "antigo", "antigo"]),
        ("replace", None, ["novo"]),
    ],
)
def test_a_kill_leaves_whole_files_and_the_next_export_clears_up(out, tmp_path, moment, before, after):
    if before:
        published(out, before)
    done = subprocess.run([sys.executable, "-c", KILLED, moment, str(out)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert contents(out) == dict(zip(NAMES, after, strict=False))
    published(out)
    assert contents(out) == dict.fromkeys(NAMES, "novo")
    assert [path.name for path in (*tmp_path.iterdir(), *out.iterdir())] == ["saida", "svg"]


def test_what_was_published_in_part_is_reported_and_put_right(out, again):
    svg = {"formats": ("svg",)}
    changed = [figure(1, "um", word="ai"), figure(2, "dois", word="ai")]
    again([figure(1, "um"), figure(2, "dois")], **svg)
    # What a kill leaves between the first file and the last, which is the manifest.
    last = {path: path.read_bytes() for path in (out / "svg" / "02-dois.svg", out / "manifest.json")}
    again(changed, **svg)
    for path, data in last.items():
        path.write_bytes(data)
    stale = differences(changed, ExportOptions(folder=out, **svg))
    assert [line.partition(":")[0] for line in stale] == ["alterado depois de exportado", "desatualizado"]
    assert again(changed, **svg) == {"svg/02-dois.svg"}
    assert differences(changed, ExportOptions(folder=out, **svg)) == []


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_asks_to_end_waits_until_all_is_published(out, monkeypatch, number):
    published(out, b"antigo")
    replace = Path.replace

    def asked(path, target):
        os.kill(os.getpid(), number)
        return replace(path, target)

    def stop(_number, _frame):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", asked)
    before = signal.signal(number, stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            published(out)
    finally:
        signal.signal(number, before)
    assert contents(out) == dict.fromkeys(NAMES, "novo")


def test_a_refusal_takes_back_the_folders_that_were_made_for_it(out, monkeypatch):
    refuse(monkeypatch, Path, "replace", "00002", errno.ENOSPC)
    with pytest.raises(MachineError, match=r"não foi possível gravar “.*c\.svg”: o disco está cheio"):
        published(out)
    assert not out.exists()


def test_one_that_cannot_be_put_back_does_not_keep_the_others_from_it(out, monkeypatch):
    published(out, b"antigo")
    refuse(monkeypatch, Path, "replace", "00002", errno.ENOSPC)
    refuse(monkeypatch, os, "replace", "00001-antes", errno.EIO)
    with pytest.raises(MachineError, match="o disco está cheio"):
        published(out)
    assert list(contents(out).values()).count("antigo") == 2
    assert contents(out)["svg/b.svg"] == "novo"


@pytest.mark.parametrize("linked", [True, False])
def test_old_files_are_put_back_as_they_were(out, monkeypatch, linked):
    published(out, b"antigo")
    os.utime(out / "svg" / "a.svg", (1_000_000, 1_000_000))
    if linked:  # and a full disk has no room for copies
        monkeypatch.setattr(shutil, "copy2", None)
    else:
        refuse(monkeypatch, os, "link", "00000-antes", errno.EPERM)
    refuse(monkeypatch, Path, "replace", "00002", errno.ENOSPC)
    with pytest.raises(MachineError, match="o disco está cheio"):
        published(out)
    assert contents(out) == dict.fromkeys(NAMES, "antigo")
    assert (out / "svg" / "a.svg").stat().st_mtime == 1_000_000


@pytest.mark.parametrize("begun", [True, False])
def test_a_folder_that_goes_during_an_export_is_reported(out, begun):
    published(out, b"antigo")
    with FileTransaction(out) as transaction:
        if begun:
            transaction.stage(out / "svg" / "b.svg", b"novo")
        shutil.rmtree(out)
        with pytest.raises(MachineError) as refusal:
            transaction.commit() if begun else transaction.stage(out / "svg" / "a.svg", b"novo")
    assert str(refusal.value) == (
        f"o que esperava para entrar em “{out}” foi apagado durante a exportação; exporte de novo"
    )
    assert not out.exists()


def test_a_file_that_goes_while_it_is_compared_is_written(out, monkeypatch):
    published(out, b"antigo")
    refuse(monkeypatch, Path, "read_bytes", "a.svg", errno.ENOENT)
    published(out)
    assert contents(out) == dict.fromkeys(NAMES, "novo")


def test_a_disk_for_reading_only_is_reported_before_any_work(out, monkeypatch):
    out.mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr("infograficos.system.files._only_readable", lambda _folder: True)
    with pytest.raises(MachineError) as refusal:
        validate_target(out / "a.svg")
    assert str(refusal.value) == f"não foi possível gravar em “{out}”: o disco só permite leitura"


@posix
def test_a_folder_that_is_read_only_keeps_its_files(out, again):
    if os.geteuid() == 0:
        pytest.skip("nothing is read-only to root")
    again([figure(1, "um")])
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    (out / "svg").chmod(0o555)
    try:
        with pytest.raises(MachineError) as refusal:
            again([figure(1, "um", word="ai")])
    finally:
        (out / "svg").chmod(0o755)
    assert str(refusal.value) == f"não foi possível gravar em “{out / 'svg'}”: sem permissão"
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


@posix
def test_a_link_that_leads_nowhere_is_no_folder(out, tmp_path):
    for target in (tmp_path / "nada", out):
        out.symlink_to(target)
        with pytest.raises(InputError) as refusal:
            validate_target(out / "svg" / "a.svg")
        assert str(refusal.value) == f"“{out}” é um link que não leva a lugar nenhum; esperada uma pasta"
        out.unlink()


def test_a_user_without_a_home_keeps_nothing(monkeypatch):
    def homeless(_name):
        raise RuntimeError("could not determine the home directory")

    monkeypatch.delenv("INFOGRAFICOS_CACHE")
    for answer in (homeless, lambda name: Path("~/.cache", name)):
        monkeypatch.setattr(user_cache, "user_cache_path", answer)
        assert default_cache().folder is None


@posix
def test_an_editors_link_beside_our_code_stops_nobody(tmp_path, monkeypatch):
    (tmp_path / "cli.py").write_text("x = 1\n")
    monkeypatch.setattr(fingerprint, "PACKAGE", tmp_path)
    digest = fingerprint.code_key.__wrapped__
    before = digest()
    (tmp_path / ".#cli.py").symlink_to("alguem@maquina.123")
    assert digest() == before
