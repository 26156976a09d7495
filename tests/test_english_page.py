"""What the page in English promises is run, word for word, by someone who reads no Portuguese."""

import re
from pathlib import Path

import pytest

from infograficos.language.messages import VARIABLE

PAGE = Path(__file__).parents[1] / "infograficos/docs/en.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"<!-- example: (\S+) -->\n```\w+\n(.*?)```", TEXT, re.DOTALL))
FIRST = re.search(r"<!-- first figure -->\n```sh\n(.*?)```", TEXT, re.DOTALL)[1].splitlines()
OTHERS = [
    line.split("#")[0].split()
    for block in re.findall(r"```bash\n(.*?)```", TEXT, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("infograficos ")
]


@pytest.fixture(autouse=True)
def author(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "en")
    monkeypatch.chdir(tmp_path)
    for name, text in EXAMPLES.items():
        Path(name).write_text(text, encoding="utf-8")
    Path("article.md").write_text("# Chapter\n\n## Loss Masking\n\nText.\n", encoding="utf-8")
    return tmp_path


def test_the_first_figures_are_made_as_it_is_described(run, author):
    for command in FIRST:
        code, out, err = run(*command.split("#")[0].split()[1:])
        assert (code, err) == (0, "")
        assert out
    # Light and dark, for a computer and for a phone.
    assert len(list(author.glob("figures/svg/*.svg"))) == 2 * 4
    assert "0 errors, 0 warnings" in run("check", "--from", "my-chapter/chapter.py")[1]


@pytest.mark.parametrize("command", OTHERS, ids=" ".join)
def test_a_command_of_the_page_is_known(run, command):
    words = [word for word in command[1:] if word.startswith("--")]
    known = run(command[1], "--help")[1]
    assert [word for word in words if word not in known] == []


def test_the_examples_work(author, monkeypatch):
    monkeypatch.syspath_prepend(str(author))
    exec(compile(EXAMPLES["use.py"], "use.py", "exec"), {})  # noqa: S102 - the page's own code
    assert (author / "loss-per-token.svg").is_file()
    assert (author / "loss-per-token.png").is_file()


def test_every_place_that_the_page_names_is_there():
    links = [link for link in re.findall(r"\]\(([^)]+)\)", TEXT) if not link.startswith("http")]
    assert links
    assert [link for link in links if not (PAGE.parent / link).exists()] == []
