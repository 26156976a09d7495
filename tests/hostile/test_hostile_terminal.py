"""No text moves a terminal's cursor or stops the program: names of files, messages, long lines."""

from __future__ import annotations

import json
import os
import re
import sys
import threading
from pathlib import Path

import pytest
from hostile_words import said_figure
from refusals import refusal

from infograficos import Chapter
from infograficos.preview.state import State
from infograficos.publish import Publication, pick_platform, update_article
from infograficos.publish.document import parse_document
from infograficos.publish.markers import find_slots
from infograficos.system.console import print_result, replace_unprintable
from infograficos.theme import load_theme

SCRIPT = """
from infograficos import Chapter, Figure
from infograficos.builders.pipeline import Pipeline, Stage
chapter = Chapter(1, "C", [Figure(1, "um", "T", "H", Pipeline([Stage("Um", "chat", "model")]))])
"""


def test_a_terminal_gets_no_character_that_it_would_obey(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_result("dist/\x1b[2J\x9b31m\u202e\r\x07.svg\nsegunda\u00a0linha")
    assert capsys.readouterr().out == "dist/�[2J�31m���.svg\nsegunda\u00a0linha\n"


def test_a_program_gets_every_character(capsys):
    print_result("dist/\x1b[2J.svg")
    assert capsys.readouterr().out == "dist/\x1b[2J.svg\n"


def test_blanks_that_do_not_break_are_seen_as_blanks():
    assert replace_unprintable("50\u00a0% de 3\u202f000") == "50\u00a0% de 3\u202f000"


@pytest.fixture
def run(run):
    def checked(*args):
        code, out, err = run(*args)
        assert "falha interna" not in err
        return code, out, err

    return checked


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are always Unicode there")
@pytest.mark.parametrize("platform", ["medium", "devto", "github", "mkdocs", "html", "notebook"])
def test_a_folder_whose_name_is_no_utf_8_stops_nothing(run, platform, tmp_path):
    folder = tmp_path / os.fsdecode(b"cap\xff")
    folder.mkdir()
    (folder / "c.py").write_text(SCRIPT)
    (tmp_path / "a.md").write_text("<!-- infograficos: 1 -->\n<!-- /infograficos -->\n")
    base = ["--base-url", "https://x.test/d"] if platform == "devto" else []
    where = ["--from", folder / "c.py", "--out", folder, "--for", platform, *base]
    for args in (["embed", *where], ["embed", "--write", tmp_path / "a.md", *where]):
        code, _, err = run(*args)
        assert code in (0, 2), err
    assert "\udcff" not in (tmp_path / "a.md").read_bytes().decode()


@pytest.mark.parametrize("blanks", ["<!--{}infograficos", "<!-- infograficos{}x", "<!-- infograficos:{}x"])
def test_a_marker_with_a_hundred_thousand_blanks_is_read_at_once(blanks):
    chapter, text = Chapter(1, "C", [said_figure(3, "x")]), blanks.format(" " * 100_000)
    found = []

    def read():
        found.append(refusal(lambda: find_slots(parse_document(text), chapter, "a.md")))

    reading = threading.Thread(target=read, daemon=True)
    reading.start()
    reading.join(60)
    assert found


def test_the_page_of_the_preview_gets_whatever_a_script_raised():
    state = State()
    state.update(error="\ud800 \0 \u2028 \u202e")
    said = state.wait_for_change(-1, 0)[1]
    assert said.encode().isascii()
    assert json.loads(said)["error"] == "\ud800 \0 \u2028 \u202e"


@pytest.mark.parametrize(
    "theme",
    ["[presets.{}]\nwidth = 1", '[colors.light]\npaper = "{}"'],
)
def test_a_million_letters_in_a_theme_are_reported_in_a_few(theme, tmp_path):
    path = tmp_path / "tema.toml"
    path.write_text(theme.format("x" * 1_000_000))
    message = refusal(lambda: load_theme(path))
    assert all(line.startswith("tema.toml, linha ") for line in message.splitlines())
    assert len(message) < 5000


def test_a_name_of_a_million_letters_is_reported_in_a_few():
    chapter = Chapter(1, "C", [said_figure(3, "x")])
    assert len(refusal(lambda: chapter.find("x" * 1_000_000))) < 300


def test_an_article_of_a_million_letters_keeps_every_one(tmp_path):
    article, tail = tmp_path / "a.md", "`[" * 250_000 + "![x](" * 100_000
    article.write_text(f"<!-- infograficos: 3 -->\n<!-- /infograficos -->\n{tail}\n")
    chapter = Chapter(1, "C", [said_figure(3, "x")])
    update_article(article, Publication(pick_platform("github"), Path("dist"), tmp_path), chapter)
    assert re.sub(r"<!-- infograficos.*-->\n", "", article.read_text(), flags=re.DOTALL) == f"{tail}\n"
