import os

from infograficos.preview.file_watcher import SETTLE_TRIES, FileWatcher, library_files
from infograficos.system.resources import PACKAGE


def watching(*paths):
    watch = FileWatcher()
    watch.follow(paths)
    return watch


def test_what_was_saved_is_reported_once(tmp_path):
    one, other = tmp_path / "um.py", tmp_path / "dois.py"
    one.write_text("a = 1")
    other.write_text("b = 1")
    watch = watching(one, other)
    assert watch.changed_files() == set()
    one.write_text("a = 22")
    assert watch.changed_files() == {one}
    assert watch.changed_files() == set()


def test_the_same_size_and_time_in_another_file_is_a_change(tmp_path):
    path, new = tmp_path / "um.py", tmp_path / "novo"
    path.write_text("a = 1")
    new.write_text("a = 2")
    for each in (path, new):
        os.utime(each, (1, 1))
    watch = watching(path)
    new.replace(path)
    assert watch.changed_files() == {path}


def test_a_file_that_comes_or_goes_is_a_change(tmp_path):
    path = tmp_path / "um.py"
    watch = watching(path)
    path.write_text("a = 1")
    assert watch.changed_files() == {path}
    path.unlink()
    assert watch.changed_files() == {path}


def test_a_file_that_is_still_being_written_is_waited_for(tmp_path, monkeypatch):
    path = tmp_path / "um.py"
    path.write_text("a = 1")
    watch = watching(path)
    path.write_text("")
    texts = iter(["a", "a = 2, 3", None])
    naps = []

    def sleep(seconds):
        naps.append(seconds)
        text = next(texts, None)
        if text:
            path.write_text(text)

    monkeypatch.setattr("infograficos.preview.file_watcher.time.sleep", sleep)
    assert watch.changed_files() == {path}
    assert len(naps) == 3
    assert watch.changed_files() == set()


def test_a_file_taken_away_for_a_moment_is_waited_for(tmp_path, monkeypatch):
    path = tmp_path / "um.py"
    path.write_text("a = 1")
    watch = watching(path)
    path.unlink()
    naps = []

    def sleep(seconds):
        naps.append(seconds)
        if len(naps) == SETTLE_TRIES - 2:
            path.write_text("a = 2")

    monkeypatch.setattr("infograficos.preview.file_watcher.time.sleep", sleep)
    assert watch.changed_files() == {path}
    assert SETTLE_TRIES - 2 < len(naps) <= SETTLE_TRIES


def test_following_more_forgets_nothing(tmp_path):
    one, other = tmp_path / "um.py", tmp_path / "dois.py"
    one.write_text("a = 1")
    watch = watching(one)
    one.write_text("a = 22")
    watch.follow([one, other])
    assert watch.changed_files() == {one}


def test_a_checkout_watches_the_library_and_what_comes_with_it():
    root = PACKAGE.parent
    files = library_files()
    assert {root / "theme.toml", PACKAGE / "chapter.py", PACKAGE / "builders"} <= files
    assert root / "templates" / "svg" / "live.svg.j2" in files
    assert not any("__pycache__" in path.parts for path in files)
