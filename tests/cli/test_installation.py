"""What the command line says where the installation, or the machine, lacks something."""

import errno
import io
import os
import shutil
import signal

import pytest

from infograficos.cli import app as cli
from infograficos.system import resources
from infograficos.system import signals as interrupts
from infograficos.system.signals import StopRequested, raise_on_stop_signals
from infograficos.text import templates as text
from infograficos.theme import loading

MENDING = "na instalação do infograficos; reinstale com “pip install --force-reinstall infograficos”"


@pytest.fixture
def templates(tmp_path, monkeypatch):
    """Where the templates of an installation are that may be changed."""
    home = tmp_path / "instalada"
    shutil.copytree(resources.resource_path("templates"), home / "templates")
    shutil.copy(resources.resource_path("theme.toml"), home)
    monkeypatch.setattr(resources, "PACKAGE", home)
    text._environment.cache_clear()
    yield home / "templates"
    text._environment.cache_clear()


def test_a_missing_template_is_named_and_nothing_is_written(run, script, out, templates):
    name = "svg/traced.svg.j2"
    (templates / name).unlink()
    outcome = run("export", "--jobs", "1", "--from", script(), "--out", out)
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == f"erro: falta “templates/{name}” {MENDING}\n"
    assert not out.exists()


@pytest.mark.parametrize("data", [b"{% if", b"\xff\xfe"])
def test_a_damaged_template_is_named(run, tmp_path, templates, data):
    (templates / "new/pt-BR/tema.toml.j2").write_bytes(data)
    outcome = run("new", tmp_path / "novo")
    assert outcome.code == 3
    assert outcome.err == f"erro: “templates/new/pt-BR/tema.toml.j2” está danificado {MENDING}\n"


def test_an_installation_without_its_theme_is_reported(run, script, out, templates):
    (templates.parent / "theme.toml").unlink()
    loading._load_bundled.cache_clear()
    outcome = run("export", "--from", script(), "--out", out)
    assert (outcome.code, outcome.err) == (3, f"erro: falta “theme.toml” {MENDING}\n")
    assert not out.exists()


def test_a_damaged_theme_of_ours_is_the_installations_fault(run, script, out, templates):
    (templates.parent / "theme.toml").write_text("[sheet\n", encoding="utf-8")
    loading._load_bundled.cache_clear()
    outcome = run("export", "--from", script(), "--out", out)
    said = "theme.toml, linha 1, coluna 7: faltou fechar o nome da tabela com “]”"
    assert (outcome.code, outcome.err) == (3, f"erro: “theme.toml” está danificado {MENDING}\nerro: {said}\n")
    assert not out.exists()


def test_a_script_that_is_gone_once_it_was_read_is_exported(run, script, out):
    path = script(more="\nfrom pathlib import Path\nPath(__file__).unlink()\n")
    outcome = run("export", "--format", "svg", "--from", path, "--out", out)
    assert (outcome.code, outcome.err) == (0, "")
    assert not path.exists()


def test_too_little_memory_is_the_machines_fault(run, monkeypatch):
    def broken(chapter, width):
        raise MemoryError

    monkeypatch.setattr("infograficos.cli.list.figure_list", broken)
    outcome = run("list")
    said = "erro: faltou memória; feche outros programas e tente de novo\n"
    assert (outcome.code, outcome.err) == (3, said)


class Full(io.StringIO):
    def write(self, _text):
        raise OSError(errno.ENOSPC, "no")

    def isatty(self):
        return True


@pytest.mark.parametrize("stderr", [Full(), None])
def test_where_nothing_can_be_complained_the_code_says_it(run, script, out, monkeypatch, stderr):
    monkeypatch.setattr("sys.stderr", stderr)
    outcome = run("export", "9", "--from", script(), "--out", out)
    assert (outcome.code, outcome.out) == (2, "")
    assert run("export", "--format", "svg", "--from", script(), "--out", out).code == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_signal_that_somebody_wants_ignored_stays_so():
    before = {number: signal.getsignal(number) for number in interrupts.STOP_SIGNALS}
    try:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        raise_on_stop_signals()
        os.kill(os.getpid(), signal.SIGHUP)
        with pytest.raises(StopRequested) as stop:
            os.kill(os.getpid(), signal.SIGTERM)
        assert stop.value.exit_code == 143
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL  # for whoever asks twice
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_a_signal_before_any_command_leaves_no_traceback(monkeypatch, capfd):
    def stopped():
        raise StopRequested(15)

    monkeypatch.setattr(cli, "raise_on_stop_signals", lambda: None)
    monkeypatch.setattr(cli, "run", stopped)
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert (end.value.code, capfd.readouterr().err) == (143, "")
