"""What draws gets ready early for what was never exported, and waits to be asked for what was."""

import pytest

from infograficos import rendering
from infograficos.errors import InputError
from infograficos.export import Store, export
from infograficos.export.head_start import head_start
from infograficos.export.planning import ExportOptions


@pytest.fixture
def early(monkeypatch):
    """How often a studio was asked to get ready."""
    found = []
    monkeypatch.setattr(rendering.Studio, "get_ready", lambda _studio: found.append(True))
    return found


@pytest.fixture
def script(tmp_path):
    file = tmp_path / "capitulo.py"
    file.write_text("chapter = 1")
    return file


def started(asked, *files, kept):
    with head_start(asked, files, 1, kept):
        pass


def test_what_was_never_exported_gets_a_head_start_and_what_was_gets_none(script, kept, early):
    started("tudo", script, kept=kept)
    assert len(early) == 1
    started("tudo", script, kept=kept)
    assert len(early) == 1


@pytest.mark.parametrize("change", ["asked", "file", "another file", "no store", "emptied store"])
def test_whatever_may_change_a_picture_brings_it_back(script, kept, early, change, tmp_path):
    started("tudo", script, kept=kept)
    theme = tmp_path / "tema.toml"
    if change == "file":
        script.write_text("chapter = 2")
    elif change == "another file":
        theme.write_text("a = 1")
    elif change == "emptied store":
        for file in kept.folder.iterdir():
            file.unlink()
    files = [script, theme] if change == "another file" else [script]
    store = Store(None) if change == "no store" else kept
    started("o resto" if change == "asked" else "tudo", *files, kept=store)
    assert len(early) == 2


def test_what_failed_was_not_exported(script, kept, early):
    def failing():
        with head_start("tudo", [script], 1, kept):
            raise InputError("o arquivo parou")

    for times in (1, 2):
        with pytest.raises(InputError):
            failing()
        assert len(early) == times


def test_a_file_that_cannot_be_read_is_left_to_whoever_loads_it(tmp_path, kept, early):
    started("tudo", tmp_path / "nenhum.py", kept=kept)
    started("tudo", tmp_path, kept=kept)
    assert early


def test_a_studio_that_is_ready_draws_the_same_and_is_closed_by_who_opened_it(chapter, out, kept, script):
    plain = export(chapter, ExportOptions(folder=out / "a"), 1, Store(None))
    with head_start("tudo", [script], 2, kept) as studio:
        pool = studio._pool
        early = export(chapter, ExportOptions(folder=out / "b"), store=Store(None), studio=studio)
        assert pool is None or pool._first.is_alive()
    assert pool is None or not pool._first.is_alive()
    assert [path.read_bytes() for path in early.paths] == [path.read_bytes() for path in plain.paths]


def test_a_studio_gets_ready_only_where_processes_are_forked(monkeypatch):
    monkeypatch.setattr(rendering, "_can_fork", lambda: False)
    with rendering.Studio(processes=2) as studio:
        studio.get_ready()
        assert studio._pool is None
