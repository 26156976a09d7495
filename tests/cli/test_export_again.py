"""A second export, from the command line: what it says, what `--check` says, how many draw."""

import os
import re
import sys

import pytest
from processes import descendants

from infograficos.system import console as terminal

MEDIUM = ["--preset", "medium"]


@pytest.fixture
def export(run, script, out):
    """Export the small chapter, or another, into the output folder."""

    def export(*args, more=""):
        return run("export", *args, "--from", script(more=more), "--out", out)

    return export


def test_what_is_current_is_counted_and_not_listed(export):
    assert len(export(*MEDIUM).out.splitlines()) == 4
    again = export(*MEDIUM)
    assert (again.code, again.out) == (0, "4 arquivos já estavam em dia\n")
    assert export("1", "--format", "svg").out == "1 arquivo já estava em dia\n"


def test_where_nothing_changed_nothing_that_draws_is_imported(imported, out, tmp_path, monkeypatch):
    monkeypatch.setenv("INFOGRAFICOS_CACHE", str(tmp_path / "kept"))
    drawing = {f"infograficos.{name}" for name in ("drawing", "layout", "scene", "fonts", "elements.card")}
    args = ["export", "1", "--format", "svg", "--out", str(out)]
    assert drawing < imported(*args)
    assert imported(*args) & drawing == set()


def test_a_changed_figure_is_listed_beside_the_count(export, out):
    export(*MEDIUM)
    changed = export(
        *MEDIUM, more='\nchapter = Chapter(1, "P", [figure(1, "um"), figure(2, "dois", token="e")])\n'
    )
    assert [line.split("  ")[0].replace(f"{out}/", "") for line in changed.out.splitlines()] == [
        "svg/02-dois.svg",
        "medium/02-dois.png",
        "2 arquivos já estavam em dia",
    ]


def test_check_says_what_is_not_current_and_writes_nothing(export, out, files):
    export(*MEDIUM)
    current = export(*MEDIUM, "--check")
    assert (current.code, current.out) == (0, "em dia\n")
    (out / "svg" / "01-um.svg").write_text("meu")
    (out / "svg" / "09-velha.svg").write_text("velho")
    before = files()
    stale = export(*MEDIUM, "--check")
    assert (stale.code, stale.err) == (1, "")
    assert stale.out.replace(f"{out}/", "") == "desatualizado: svg/01-um.svg\nsobra: svg/09-velha.svg\n"
    assert files() == before


def test_several_variants_and_widths_are_one_export(export, files):
    given = ["--variant", "light", "--variant", "dark", "--width", "700", "--width", "360"]
    assert export("1", "--format", "svg", *given).code == 0
    assert set(files()) == {f"svg/01-um{end}.svg" for end in ("", "-dark", "-360", "-360-dark")}


def test_the_presets_on_request_have_sheets_of_their_own(export, files):
    given = ["--format", "png", "--preset", "phone", "--preset", "medium-wide", "--variant", "dark"]
    assert export("1", *given).code == 0
    pngs = files()
    assert {name: int.from_bytes(data[16:20]) for name, data in pngs.items()} == {
        "phone/01-um-dark.png": 1080,
        "medium-wide/01-um-dark.png": 2384,
    }


@pytest.mark.parametrize("jobs", ["0", "-1", "", "dois", "1.5", "99999", "٣"])
def test_how_many_draw_is_a_number_from_one(export, out, jobs):
    outcome = export(f"--jobs={jobs}")
    said = f"erro: “--jobs {jobs}” não serve; esperado um inteiro de 1 a 9999\n"
    assert (outcome.code, outcome.out, outcome.err) == (2, "", said)
    assert not out.exists()


def test_the_files_do_not_depend_on_how_many_draw(run, script, out, files):
    run("export", "--jobs", "1", "--from", script(), "--out", out)
    alone = files()
    run("export", "--jobs", "3", "--force", "--from", script(), "--out", out)
    assert files() == alone


def test_a_terminal_sees_how_far_it_is_and_nothing_stays(export, monkeypatch):
    monkeypatch.setattr(terminal.sys.stderr, "isatty", lambda: True, raising=False)
    shown = re.sub(r"\x1b\[K", "", export(*MEDIUM).err).split("\r")
    assert [line[terminal.BAR_WIDTH :] for line in shown] == [
        "",
        " 1 de 4  01-um.svg",
        " 2 de 4  01-um.png",
        " 3 de 4  02-dois.svg",
        "",
    ]
    assert [line[: terminal.BAR_WIDTH].count("█") for line in shown] == [0, 6, 12, 18, 0]


def test_for_one_file_there_is_no_bar(export, monkeypatch):
    monkeypatch.setattr(terminal.sys.stderr, "isatty", lambda: True, raising=False)
    assert export("1", "--format", "svg").err == ""


COUNTING = (
    "\nimport os\nfrom processes import descendants\n\nprint('ajudantes:', len(descendants(os.getpid())))\n"
)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_what_draws_gets_ready_while_a_new_script_runs(export, monkeypatch, tmp_path):
    """Where it is known that nothing will be drawn, or likely, no process is started before the script."""

    monkeypatch.setenv("INFOGRAFICOS_CACHE", str(tmp_path / "guardadas"))

    def helpers(*args, more=COUNTING):
        before = len(descendants(os.getpid()))
        told = export(*args, "--jobs", "2", more=more).err
        return min(int(re.search(r"ajudantes: (\d+)", told)[1]) - before, 1)

    assert helpers("--format", "svg") == 0
    assert helpers("--check") == 0
    assert [helpers(), helpers(), helpers(*MEDIUM)] == [1, 0, 1]
    assert helpers(more=COUNTING + "# outra coisa\n") == 1


@pytest.fixture
def one(run, out, monkeypatch, tmp_path):
    """Export one figure of the series' own chapter, as SVG."""
    monkeypatch.setenv("INFOGRAFICOS_CACHE", str(tmp_path / "guardadas"))
    return lambda *args: run("export", "1", "--format", "svg", "--out", out, *args)


CURRENT = "1 arquivo já estava em dia\n"


def test_of_our_own_chapter_nothing_is_loaded_where_nothing_changed(one, imported, out):
    assert CURRENT not in one().out
    asked = ("export", "1", "--format", "svg", "--out", str(out))
    assert {"infograficos.chapter_07", "infograficos.theme"}.isdisjoint(imported(*asked))
    for more in (["--force"], ["--variant", "dark"], ["--text", "live"]):
        assert "infograficos.chapter_07" in imported(*asked, *more)
    assert one().out == CURRENT


def test_of_our_own_chapter_a_changed_theme_is_seen(one, tmp_path, files):
    theme = tmp_path / "tema.toml"
    shown = []
    for paper in ("#fffaf0", "#fff0fa"):
        theme.write_text(f'[colors.light]\npaper = "{paper}"\n')
        assert CURRENT not in one("--theme", theme).out
        assert one("--theme", theme).out == CURRENT
        shown.append(files()["svg/01-instruction-tuning-visao-geral.svg"].count(paper.encode()))
    assert all(shown)


def test_of_a_script_nothing_is_loaded_where_nothing_changed(imported, script, out, tmp_path, monkeypatch):
    monkeypatch.setenv("INFOGRAFICOS_CACHE", str(tmp_path / "guardadas"))
    words = tmp_path / "palavras.txt"
    more = "\nfrom pathlib import Path\n\nword = Path(__file__).with_name('palavras.txt').read_text()\n"
    more += 'chapter = Chapter(1, "Provas", [figure(1, "um", word)])\n'
    asked = ("export", "--format", "svg", "--from", str(script(more=more)), "--out", str(out))
    loaded = {"infograficos.chapter", "infograficos.script", "infograficos.theme"}
    for word in ("oi", "tchau"):
        words.write_text(word)
        assert loaded < imported(*asked)
        assert imported(*asked) & loaded == set()
        assert f'"{word}. ' in (out / "manifest.json").read_text()
    script(more=f"import time\n{more}")
    for _ in range(2):
        assert loaded < imported(*asked)
