import errno
from pathlib import Path

import pytest
from cli_sample import CHAPTER

from infograficos.errors import MachineError
from infograficos.system.files import write_file

LONG = "palavra" * 30
#: A preset wider than any picture may be.
HUGE = (
    '[presets.imenso]\nwidth = 9999\ndescription = "x"\n'
    "column = 600\nphone = 300\nsmall_phone = 300\ntallest = 1.0\n"
)


@pytest.fixture
def export(run, script, out):
    """Export a chapter's script into the output folder."""

    def export(*args, text=CHAPTER):
        return run("export", *args, "--from", script(text), "--out", out)

    return export


@pytest.fixture
def old(out):
    """Put a file where the first figure goes."""
    path = out / "svg" / "01-um.svg"
    path.parent.mkdir(parents=True)
    path.write_text("antigo")
    return path


def test_what_is_wrong_with_all_figures_is_reported_and_nothing_is_written(export, files, old):
    text = CHAPTER.replace('(1, "um")', f'(1, "um", "{LONG}")').replace(
        '(2, "dois")', '(2, "dois", token="🙂")'
    )
    outcome = export(text=text)
    assert outcome.code == 2
    assert outcome.out == ""
    starts = {line[: len("erro: 01-um")] for line in outcome.err.splitlines()}
    assert starts == {"erro: 01-um", "erro: 02-do"}
    assert f"cabeçalho: “{LONG[:59]}…” precisa de " in outcome.err
    assert files() == {"svg/01-um.svg": b"antigo"}


def test_a_picture_that_cannot_be_drawn_leaves_all_as_it_was(export, files, old, tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text(HUGE)
    outcome = export("--theme", theme, "--preset", "imenso")
    assert outcome.code == 2
    assert outcome.err.startswith("erro: 01-um: a largura “9999” não serve")
    assert files() == {"svg/01-um.svg": b"antigo"}


@pytest.mark.parametrize(
    ("code", "said"), [(errno.ENOSPC, "o disco está cheio"), (errno.EACCES, "sem permissão")]
)
def test_a_rename_that_fails_leaves_the_old_file_whole(export, old, monkeypatch, code, said):
    def refuse(_self, _target):
        raise OSError(code, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    outcome = export("1", "--format", "svg")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == f"erro: não foi possível gravar “{old}”: {said}\n"
    assert [path.name for path in old.parent.iterdir()] == [old.name]
    assert old.read_text() == "antigo"


def test_ctrl_c_in_the_middle_of_a_file_leaves_the_old_one(out, files, old, monkeypatch):
    def interrupt(_self, _target):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(old, b"novo")
    assert files() == {"svg/01-um.svg": b"antigo"}


def test_a_disk_that_fills_up_leaves_the_old_file_whole(out, files, old, monkeypatch):
    def full(_self, _mode):
        raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(Path, "chmod", full)
    with pytest.raises(MachineError, match="o disco está cheio"):
        write_file(old, b"novo")
    assert files() == {"svg/01-um.svg": b"antigo"}


def test_another_figures_files_stay(export, files, old):
    assert export("2", "--format", "svg").code == 0
    assert files()["svg/01-um.svg"] == b"antigo"
    assert export("1", "--format", "svg").code == 0
    assert files()["svg/01-um.svg"].startswith(b"<svg")
