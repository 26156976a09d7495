"""Whatever is written on the command line is done, or refused in our words and with the right exit code."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

COMMANDS = some.sampled_from(["list", "readme", "embed", "new", "export", "exprot", "", "\udcff"])
OPTIONS = some.sampled_from(
    [
        "--from", "--out", "--format", "--preset", "--theme", "--variant", "--text", "--width", "--jobs",
        "--for", "--base-url", "--write", "--place", "--check", "--force", "--together", "--steps",
        "--help", "--version",
    ]
)  # fmt: skip
VALUES = some.sampled_from(
    [
        "", " ", "1", "um", "01-um", "mini.py", "torto.toml", "texto.md", "pasta", "pasta/x", "texto.md/x",
        "nada", ".", "/dev/null", "svg", "auto", "live", "700", "360,5", "1e3", "nan", "-1", "9" * 400, "٣",
        "medium", "github", "https://a.b/c", "https://[", "https://a.b/\u202e", "x" * 300, "é" * 200,
        "a/" * 3000, "a\x1bb", "a\nb", "a\0b", "\udcff\udc80", "--", "-", "--x", "=", "%s", "{}", "~",
    ]
)  # fmt: skip
ARGUMENTS = some.lists(OPTIONS | VALUES | some.builds("{}={}".format, OPTIONS, VALUES), max_size=4)

CHAPTER = """
from infograficos import Chapter, Figure
from infograficos.builders.formula import Formula

chapter = Chapter(3, "Provas", [Figure(1, "um", "Um", "A ideia toda", Formula("a = b"), section="Um")])
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "mini.py").write_text(CHAPTER)
    (tmp_path / "torto.toml").write_text("[sheet]\nwidht = 7\n")
    (tmp_path / "texto.md").write_text("# Um\n")
    (tmp_path / "pasta").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INFOGRAFICOS_CACHE", "")
    return tmp_path


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(command=COMMANDS, rest=ARGUMENTS)
@example(command="export", rest=["--out", "a\0b"])
@example(command="readme", rest=["--out", "a\0b"])
@example(command="new", rest=["a\0b"])
@example(command="new", rest=["x" * 300])
@example(command="readme", rest=["--out", "a/" * 3000])
@example(command="embed", rest=["--for", "github", "--write", "a\0b"])
@example(command="list", rest=["--theme", "\udcff\udc80"])
def test_any_arguments_are_obeyed_or_refused_in_words(run, here, command, rest):
    usual = {"export": ["--from", "mini.py", "--format", "svg", "--jobs", "1"], "list": ["--from", "mini.py"]}
    beside = sorted(here.parent.iterdir())
    ended = run(command, *usual.get(command, []), *rest)
    assert ended.code in (0, 1, 2, 3)
    assert "falha interna" not in ended.err
    assert "Traceback" not in ended.out + ended.err
    assert ended.code < 2 or ended.err.startswith(("erro: ", "aviso: ", "Uso: "))
    assert sorted(here.parent.iterdir()) == beside
