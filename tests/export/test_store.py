"""Pictures that were drawn before: found if whole, as good as absent otherwise."""

import os
from pathlib import Path

import pytest

from infograficos.export import store
from infograficos.export.store import Store, default_store


def test_what_is_kept_is_found(tmp_path):
    kept = Store(tmp_path / "fotos")
    assert kept.find("a") is None
    kept.keep("a", b"imagem")
    assert Store(tmp_path / "fotos").find("a") == b"imagem"


@pytest.mark.parametrize("damage", [b"", b"curto", b"x" * 32, b"x" * 40])
def test_what_is_damaged_or_strange_is_not_there(tmp_path, damage):
    kept = Store(tmp_path)
    kept.keep("a", b"imagem")
    (tmp_path / "a").write_bytes(damage)
    assert kept.find("a") is None


def test_one_changed_bit_is_noticed(tmp_path):
    kept = Store(tmp_path)
    kept.keep("a", b"imagem")
    data = bytearray((tmp_path / "a").read_bytes())
    data[-1] ^= 1
    (tmp_path / "a").write_bytes(data)
    assert kept.find("a") is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nobody(tmp_path):
    (tmp_path / "arquivo").write_text("")
    kept = Store(tmp_path / "arquivo")
    kept.keep("a", b"imagem")
    kept.tidy()
    assert kept.find("a") is None


def test_the_oldest_make_room(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "MOST", 2)
    kept, keys = Store(tmp_path), [letter * 64 for letter in "abcd"]
    for age, key in enumerate(keys):
        kept.keep(key, b"imagem")
        os.utime(tmp_path / key, (age, age))
    kept.tidy()
    assert [key[0] for key in keys if kept.find(key)] == ["c", "d"]


def test_what_is_no_picture_of_ours_is_never_taken_away(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "MOST", 0)
    for name in ("carta.txt", "a" * 63, "A" * 64, f"{'a' * 64}.txt"):
        (tmp_path / name).touch()
    Store(tmp_path).tidy()
    assert len(list(tmp_path.iterdir())) == 4


def killed_write(folder: Path) -> Path:
    """The file that a write leaves behind which is killed before it is whole."""
    left = []

    def killed(path: Path, _target: Path) -> None:
        left.append(path)
        raise SystemExit

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        patch.setattr(Path, "unlink", lambda _path, **_how: None)
        with pytest.raises(SystemExit):
            Store(folder).keep("a" * 64, b"imagem")
    return left[0]


def test_what_a_killed_write_left_is_taken_away_after_a_day(tmp_path):
    old, new = killed_write(tmp_path), killed_write(tmp_path)
    foreign = [tmp_path / name for name in (".carta.tmp", f".{'a' * 64}.x.tmp", f"{'a' * 64}.abcd1234.tmp")]
    for path in foreign:
        path.touch()
    for path in (old, *foreign):
        os.utime(path, (new.stat().st_mtime - 90_000,) * 2)
    Store(tmp_path).tidy()
    assert set(tmp_path.iterdir()) == {new, *foreign}


def test_the_users_store_is_where_the_system_wants_it_or_where_it_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("INFOGRAFICOS_CACHE", str(tmp_path))
    default_store().keep("a", b"imagem")
    assert (tmp_path / "a").is_file()
    monkeypatch.setenv("INFOGRAFICOS_CACHE", "")
    assert default_store().find("a") is None
    monkeypatch.delenv("INFOGRAFICOS_CACHE")
    monkeypatch.setattr(store, "user_cache_path", lambda name: tmp_path / name)
    default_store().keep("b", b"imagem")
    assert Path(tmp_path / "infograficos" / "pictures" / "b").is_file()
