"""New files take their places together, or none does."""

import errno
from pathlib import Path

import pytest

from infograficos.errors import MachineError
from infograficos.system.file_transaction import PREFIX, FileTransaction
from infograficos.system.folder_lock import folder_digest


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "saida"
    (folder / "svg").mkdir(parents=True)
    (folder / "svg" / "a.svg").write_text("antigo")
    return folder


def test_nothing_is_to_be_seen_before_all_is_published(out):
    with FileTransaction(out) as transaction:
        assert transaction.stage(out / "svg" / "a.svg", b"novo")
        assert transaction.stage(out / "png" / "b.png", b"outro")
        assert not (out / "png").exists()
        assert (out / "svg" / "a.svg").read_text() == "antigo"
        transaction.commit()
    assert contents(out) == {"svg/a.svg": "novo", "png/b.png": "outro"}


def test_what_is_the_same_already_is_left_alone(out):
    before = (out / "svg" / "a.svg").stat().st_mtime_ns
    with FileTransaction(out) as transaction:
        assert not transaction.stage(out / "svg" / "a.svg", b"antigo")
        transaction.commit()
    assert (out / "svg" / "a.svg").stat().st_mtime_ns == before


def test_what_was_not_published_is_gone(out):
    with FileTransaction(out) as transaction:
        transaction.stage(out / "svg" / "a.svg", b"novo")
    assert contents(out) == {"svg/a.svg": "antigo"}
    assert [path.name for path in out.iterdir()] == ["svg"]


def test_a_place_that_is_refused_gives_the_others_back_their_old_files(out, monkeypatch):
    replace = Path.replace

    def full(path, target):
        if target.name == "c.svg":
            raise OSError(errno.ENOSPC, "no")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with FileTransaction(out) as transaction:
        for name in "abc":
            transaction.stage(out / "svg" / f"{name}.svg", b"novo")
        with pytest.raises(MachineError, match=r"não foi possível gravar “.*c\.svg”: o disco está cheio"):
            transaction.commit()
    assert contents(out) == {"svg/a.svg": "antigo"}


def test_a_disk_that_is_full_changes_no_file(out, monkeypatch):
    def full(_path, _data):
        raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(Path, "write_bytes", full)
    with FileTransaction(out) as transaction, pytest.raises(MachineError, match="o disco está cheio"):
        transaction.stage(out / "svg" / "a.svg", b"novo")
    assert contents(out) == {"svg/a.svg": "antigo"}


def test_what_a_killed_export_left_is_cleared_away(out):
    left = out / f"{PREFIX}{folder_digest(out)}-morto"
    left.mkdir()
    (left / "00000").write_text("metade")
    with FileTransaction(out):
        assert not left.exists()


def test_another_folders_files_that_wait_beside_ours_are_left_alone(tmp_path):
    with FileTransaction(tmp_path / "uma") as one:
        one.stage(tmp_path / "uma" / "a.svg", b"um")
        with FileTransaction(tmp_path / "outra") as other:
            other.stage(tmp_path / "outra" / "a.svg", b"dois")
            other.commit()
        one.commit()
    assert contents(tmp_path) == {"uma/a.svg": "um", "outra/a.svg": "dois"}


def test_published_files_have_the_rights_of_any_new_file(out):
    usual = out / "comum"
    usual.write_text("")
    with FileTransaction(out) as transaction:
        transaction.stage(out / "svg" / "b.svg", b"novo")
        transaction.commit()
    assert (out / "svg" / "b.svg").stat().st_mode == usual.stat().st_mode
