import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from samples import png, svg

import infograficos
from infograficos.chapter import Chapter
from infograficos.chapter_07 import chapter
from infograficos.cli.list import figure_list
from infograficos.report import check
from infograficos.system.console import configure_streams

SLOW = {
    "cairosvg",
    "cairocffi",
    "jinja2",
    "svgwrite",
    "uharfbuzz",
    "pydantic",
    "PIL",
    "fontTools",
    "resvg_py",
    "rich",
}


@pytest.mark.parametrize("args", [["import"], ["--help"], ["--version"], []])
def test_nothing_slow_is_imported_for_help(imported, args):
    names = imported(*args)
    assert "infograficos" in names
    assert names & SLOW == set()


#: What every element that draws imports, and what it is laid out with.
DRAWING = {f"infograficos.{name}" for name in ("geometry", "scene", "layout", "typeset", "fonts", "theme")}


def test_a_list_needs_nothing_that_draws(imported):
    assert imported("list") & (SLOW | DRAWING) == {"pydantic"}


def test_the_public_names_are_there_and_few():
    assert infograficos.__all__ == [
        "Chapter", "Figure", "InfograficosError", "__version__", "builders", "check", "load_theme",
    ]  # fmt: skip
    assert infograficos.Chapter is Chapter
    assert infograficos.check is check
    assert infograficos.load_theme().sheet.width == 700
    assert infograficos.builders.__name__ == "infograficos.builders"
    assert issubclass(infograficos.InfograficosError, Exception)
    assert set(infograficos.__all__) <= set(dir(infograficos))


def test_a_wrong_name_offers_the_nearest():
    with pytest.raises(AttributeError) as refusal:
        infograficos.Chaptr  # noqa: B018
    assert str(refusal.value) == "infograficos: o nome “Chaptr” não existe; você quis dizer “Chapter”?"
    assert not hasattr(infograficos, "__wrapped__")


def test_as_a_module_it_is_the_same_program(start):
    done = start("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Uso: python -m infograficos [OPÇÕES] COMANDO")
    done = start("exprot")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "erro: o comando “exprot” não existe; você quis dizer “export”?\n"


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANGUAGE": "en"}, {"PYTHONUTF8": "1"}])
def test_any_locale_gets_portuguese(start, env):
    assert "Opções:\n" in start("--help", **env).stdout


def test_a_terminal_without_our_letters_gets_plain_ones(start):
    done = start("export", "--help", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Opcoes:\n" in done.stdout


def test_plain_letters_stand_for_ours(monkeypatch):
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, "ascii"))
    configure_streams()
    print("“ação” – 1 × 2 … 🙂 \udcff", flush=True)
    assert written.getvalue() == b'"acao" - 1 x 2 ... ? ?\n'


@pytest.fixture(params=["", "1"], ids=["buffered", "unbuffered"])
def listed_into(request):
    """List the figures into a stream, with stdout buffered or not."""

    def listed_into(stream):
        command = [sys.executable, "-m", "infograficos", "list"]
        env = {**os.environ, "PYTHONUNBUFFERED": request.param}
        return subprocess.run(command, stdout=stream, stderr=subprocess.PIPE, env=env, check=False)

    return listed_into


def test_a_reader_who_has_gone_is_no_mistake(listed_into):
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = listed_into(closed)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_stdout_is_reported(listed_into):
    with Path("/dev/full").open("wb") as full:
        done = listed_into(full)
    assert done.returncode == 3
    assert done.stderr.decode() == "erro: não foi possível escrever na saída: o disco está cheio\n"


def test_the_list_is_in_columns(run):
    lines = run("list").out.splitlines()
    assert len(lines) == 5
    for line, figure in zip(lines, chapter.figures, strict=True):
        assert line.startswith(f"{figure.number:02d}  {figure.name}  ")
        assert line.endswith(f"  {figure.description}")
        assert line.index(figure.section) == lines[0].index(chapter.figures[0].section)


def test_a_narrower_terminal_cuts_the_description():
    lines = list(figure_list(chapter, 120))
    assert len(lines) == 5
    assert max(map(len, lines)) <= 120
    assert lines[0].startswith("01  instruction-tuning-visao-geral  ")
    assert any(line.endswith("…") for line in lines)


@pytest.mark.parametrize("width", [20, 40, 79])
def test_a_narrow_terminal_gets_one_below_the_other(width):
    lines = list(figure_list(chapter, width))
    assert len(lines) > 10
    words = " ".join(" ".join(lines).split())
    for figure in chapter.figures:
        assert figure.description in words
    assert all(len(line) <= width or " " not in line.strip() for line in lines)


def test_all_of_chapter_07_is_written(run, out, files, notice):
    outcome = run("export", "--out", out)
    assert (outcome.code, outcome.err) == (0, notice)
    written = files()
    names = [figure.full_name for figure in chapter.figures]
    assert set(written) == {
        *(f"svg/{name}.svg" for name in names),
        *(f"{preset}/{name}.png" for preset in ("medium", "devto") for name in names),
    }
    for preset, width in (("medium", 1400), ("devto", 1600)):
        assert {int.from_bytes(written[f"{preset}/{name}.png"][16:20]) for name in names} == {width}
    assert len(outcome.out.splitlines()) == 15
    for name in names:
        assert written[f"svg/{name}.svg"] == svg(name).encode()
        for preset in ("medium", "devto"):
            assert written[f"{preset}/{name}.png"] == png(name, preset)
