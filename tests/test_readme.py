"""What the README promises is run, word for word."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from infograficos.builders import builders
from infograficos.cli.app import app

ROOT = Path(__file__).parent.parent

README = (ROOT / "README.md").read_text(encoding="utf-8")

EXAMPLES = dict(re.findall(r"<!-- exemplo: (\S+) -->\n```\w+\n(.*?)```", README, re.DOTALL))

COMMANDS = [
    line.split("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("infograficos ")
] + re.findall(r"`(infograficos (?:[^`]*--|new )[^`]*)`", README)


@pytest.fixture
def folder(tmp_path):
    for name, text in EXAMPLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def reader(folder, tmp_path_factory, monkeypatch):
    """Stand where a reader does who tries one command after another, with what they drew kept.

    A gallery has three kinds only: its own tests draw them all.
    """
    few = dict(list(builders().items())[:3])
    monkeypatch.setattr("infograficos.gallery.page.builders", lambda: few)
    cache = tmp_path_factory.getbasetemp() / "cache of readme"
    monkeypatch.chdir(folder)
    monkeypatch.setenv("INFOGRAFICOS_CACHE", str(cache))


def run_python(arguments, folder):
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_the_readme_has_the_examples_that_are_tried_here():
    assert list(EXAMPLES) == [
        "capitulo03.py",
        "uso.py",
        "conferir.py",
        "tema.toml",
        "definicao.py",
        "quadro_ethernet.py",
    ]
    assert len(COMMANDS) >= 8


@pytest.mark.parametrize("command", dict.fromkeys(COMMANDS))
def test_a_command_of_the_readme_works(command, reader, notice, run):
    arguments = command.split()[1:]
    if "--check" in arguments:
        run(*(each for each in arguments if each != "--check"))
    code, out, err = run(*arguments)
    assert code == 0, err
    assert err in ("", notice)
    assert out


def test_the_first_figure_is_made_as_it_is_described(tmp_path):
    block = re.search(r"<!-- primeira figura -->\n```bash\n(.*?)```", README, re.DOTALL)[1]
    commands = [line.split("#")[0].split() for line in block.splitlines()]
    # `preview` runs until someone ends it; its own tests do.
    for command in [each for each in commands if "preview" not in each]:
        done = run_python(["-m", *command], tmp_path)
        assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("figuras/svg/*.svg"))) == 2


def test_a_chapter_is_used_from_a_program(folder):
    done = run_python(["uso.py"], folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Cada token pesa igual. ")
    assert {path.name for path in folder.glob("loss-por-token.*")} == {
        "loss-por-token.svg",
        "loss-por-token.png",
    }


def test_a_chapter_is_checked_from_a_program(folder):
    done = run_python(["conferir.py"], folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_rule_and_limit_is_in_the_readme():
    for rule in sorted((ROOT / "infograficos/audit/rules").glob("[a-z]*.py")):
        title = re.search(r'TITLE = .*message\("(.*)"\)', rule.read_text(encoding="utf-8"))[1]
        assert f"| `{title}` (`{rule.stem}`) |" in README


def test_a_new_kind_of_figure_is_one_class(folder):
    done = run_python(["definicao.py"], folder)
    assert done.returncode == 0, done.stderr
    assert "um pedaço de texto com um número" in (folder / "o-que-e-token.svg").read_text(encoding="utf-8")


def test_a_kind_of_ones_own_draws_numbers_without_grids(folder):
    done = run_python(["quadro_ethernet.py"], folder)
    assert done.returncode == 0, done.stderr
    assert "200 bytes, em escala" in (folder / "quadro-ethernet.svg").read_text(encoding="utf-8")


def test_a_theme_of_ones_own_changes_the_figures(folder):
    done = run_python("-m infograficos export 4 --theme tema.toml --preset intranet --out f".split(), folder)
    assert done.returncode == 0, done.stderr
    assert "#592a72" in (folder / "f/svg/04-pipeline-sft.svg").read_text(encoding="utf-8")
    assert (folder / "f/intranet/04-pipeline-sft.png").is_file()


def test_every_place_in_the_project_that_the_readme_names_is_there():
    places = set(re.findall(r"`((?:infograficos|tests|\.ci)/[^`]*)`|\]\(((?!http|#)[^)]+)\)", README))
    named = {Path(text or link) for text, link in places}
    assert len(named) >= 10
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_every_option_is_in_the_readme(run):
    text = "".join(run(each, "--help")[1] for each in typer.main.get_command(app).commands)
    for option in set(re.findall(r"--\w+", text)) - {"--help"}:
        assert option in README, option
