"""Every option of every command is given to it by some test."""

import ast
from pathlib import Path

import pytest
import typer

from infograficos.cli.app import app

TESTS = Path(__file__).parents[1]
#: A test that only quotes the help gives no option.
ASIDE = {"test_help.py", Path(__file__).name}


def said(statement):
    """The texts in a statement; of `--option=value`, the option."""
    texts = [n.value for n in ast.walk(statement) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return {text.split("=")[0] for text in texts}


def needed(statement):
    """The names of the fixtures that a function asks for; by its own, one asks for that of a folder above."""
    if not isinstance(statement, ast.FunctionDef):
        return set()
    return {arg.arg for arg in statement.args.args} - {statement.name}


def given(source, shared=""):
    """The sets of words that the tests of a file give to a command line, with those of their fixtures."""
    statements = [*ast.parse(shared).body, *ast.parse(source).body]
    functions = {each.name: each for each in statements if isinstance(each, ast.FunctionDef)}

    def words(statement):
        return said(statement).union(*(words(functions[name]) for name in needed(statement) & set(functions)))

    return [words(each) for each in statements]


@pytest.fixture(scope="module")
def lines():
    paths = [path for path in TESTS.rglob("test_*.py") if path.name not in ASIDE]
    shared = {path.parent: path.read_text(encoding="utf-8") for path in TESTS.rglob("conftest.py")}
    return [
        words
        for path in paths
        for words in given(path.read_text(encoding="utf-8"), shared.get(path.parent, ""))
    ]


def options():
    for name, command in typer.main.get_command(app).commands.items():
        leaves = getattr(command, "commands", {name: command})
        for param in (param for leaf in leaves.values() for param in leaf.params):
            longs = [option for option in param.opts + param.secondary_opts if option.startswith("--")]
            yield from ((name, option) for option in longs)


def untried(pairs, lines):
    return [pair for pair in pairs if not any(set(pair) <= words for words in lines)]


def test_every_option_is_tried_with_its_command(lines):
    assert untried(options(), lines) == []


def test_an_option_that_nobody_tries_is_noticed(lines):
    assert untried([("export", "--out"), ("gallery", "--jobs")], lines) == [("gallery", "--jobs")]


def test_what_a_fixture_gives_counts_for_the_tests_that_use_it():
    source = "def go(run): run('list', '--a')\ndef test_b(go): go('--b=3')\ndef test_c(): run('--c')"
    assert given(source)[1:] == [{"list", "--a", "--b"}, {"--c"}]
