"""Pictures that were drawn before: found if whole, as good as absent otherwise."""

import os
from pathlib import Path

import pytest

from infograficos.export.cache import Cache, default_cache
from infograficos.system import file_cache, user_cache


def test_what_is_kept_is_found(tmp_path):
    kept = Cache(tmp_path / "fotos")
    assert kept.get("a") is None
    kept.put("a", b"imagem")
    assert Cache(tmp_path / "fotos").get("a") == b"imagem"


@pytest.mark.parametrize("damage", [b"", b"curto", b"x" * 32, b"x" * 40])
def test_what_is_damaged_or_strange_is_not_there(tmp_path, damage):
    kept = Cache(tmp_path)
    kept.put("a", b"imagem")
    (tmp_path / "a").write_bytes(damage)
    assert kept.get("a") is None


def test_one_changed_bit_is_noticed(tmp_path):
    kept = Cache(tmp_path)
    kept.put("a", b"imagem")
    data = bytearray((tmp_path / "a").read_bytes())
    data[-1] ^= 1
    (tmp_path / "a").write_bytes(data)
    assert kept.get("a") is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nobody(tmp_path):
    (tmp_path / "arquivo").write_text("")
    kept = Cache(tmp_path / "arquivo")
    kept.put("a", b"imagem")
    kept.tidy()
    assert kept.get("a") is None


def test_the_oldest_make_room(tmp_path, monkeypatch):
    monkeypatch.setattr(file_cache, "MAX_ENTRIES", 2)
    kept, keys = Cache(tmp_path), [letter * 64 for letter in "abcd"]
    for age, key in enumerate(keys):
        kept.put(key, b"imagem")
        os.utime(tmp_path / key, (age, age))
    kept.tidy()
    assert [key[0] for key in keys if kept.get(key)] == ["c", "d"]


def test_what_is_no_picture_of_ours_is_never_taken_away(tmp_path, monkeypatch):
    monkeypatch.setattr(file_cache, "MAX_ENTRIES", 0)
    for name in ("carta.txt", "a" * 63, "A" * 64, f"{'a' * 64}.txt"):
        (tmp_path / name).touch()
    Cache(tmp_path).tidy()
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
            Cache(folder).put("a" * 64, b"imagem")
    return left[0]


def test_what_a_killed_write_left_is_taken_away_after_a_day(tmp_path):
    old, new = killed_write(tmp_path), killed_write(tmp_path)
    foreign = [tmp_path / name for name in (".carta.tmp", f".{'a' * 64}.x.tmp", f"{'a' * 64}.abcd1234.tmp")]
    for path in foreign:
        path.touch()
    for path in (old, *foreign):
        os.utime(path, (new.stat().st_mtime - 90_000,) * 2)
    Cache(tmp_path).tidy()
    assert set(tmp_path.iterdir()) == {new, *foreign}


def test_the_users_store_is_where_the_system_wants_it_or_where_it_is_set(tmp_path, monkeypatch):
    monkeypatch.setenv("INFOGRAFICOS_CACHE", str(tmp_path))
    default_cache().put("a", b"imagem")
    assert (tmp_path / "a").is_file()
    monkeypatch.setenv("INFOGRAFICOS_CACHE", "")
    assert default_cache().get("a") is None
    monkeypatch.delenv("INFOGRAFICOS_CACHE")
    monkeypatch.setattr(user_cache, "user_cache_path", lambda name: tmp_path / name)
    default_cache().put("b", b"imagem")
    assert Path(tmp_path / "infograficos" / "pictures" / "b").is_file()
