"""The series' other chapters, written as their authors would: with the public API and nothing else."""

import ast
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from samples import chapter_of, draw_once
from scripts import assert_follows_every_guideline, assert_short_to_write, imported_modules, parse

from infograficos import Figure

SCRIPTS = sorted(Path(__file__).parent.glob("capitulo*.py"))
NAMES = [f"capitulo{number:02}" for number in (0, 1, 2, 3, 4, 5, 6, 8)]

FEWEST_FIGURES = 75
LONGEST_CALL = 40

#: The library's public modules, and the one that sums in a script may need.
_PUBLIC_MODULE = re.compile(r"math|infograficos(\.builders(\.[a-z]\w*)?)?")

#: Draws every figure of the scripts that it is given, and prints what their SVGs are.
_DRAW = """
import hashlib, json, sys
from pathlib import Path
from infograficos.script import load_chapter
drawn = [f.draw().svg(force=True) for path in sys.argv[1:] for f in load_chapter(Path(path)).figures]
print(json.dumps([hashlib.sha256(svg.encode()).hexdigest() for svg in drawn]))
"""

each_script = pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)


def _identifiers(tree):
    for node in ast.walk(tree):
        for field in ("id", "attr", "name", "asname", "arg"):
            name = getattr(node, field, None)
            if isinstance(name, str):
                yield name


def test_all_chapters_are_there():
    assert [script.stem for script in SCRIPTS] == NAMES


def test_together_they_have_enough_figures():
    assert sum(len(chapter_of(script).figures) for script in SCRIPTS) >= FEWEST_FIGURES


@each_script
def test_a_chapter_has_its_scripts_number(script):
    assert chapter_of(script).number == int(script.stem.removeprefix("capitulo"))


@each_script
def test_a_chapter_follows_every_guideline(script, monkeypatch):
    monkeypatch.setattr(Figure, "draw", draw_once)
    assert_follows_every_guideline(script)


@each_script
def test_a_figure_is_short_to_write(script):
    assert_short_to_write(script, LONGEST_CALL)


@each_script
def test_a_script_imports_only_what_is_public(script):
    modules = list(imported_modules(script))
    assert all(_PUBLIC_MODULE.fullmatch(module) for module in modules), modules


@each_script
def test_a_script_has_no_private_name_and_no_colour_value(script):
    private = [name for name in _identifiers(parse(script)) if name.startswith("_")]
    assert private == []
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", script.read_text(encoding="utf-8"))


def test_the_figures_are_the_same_bytes_in_another_process():
    here = [
        hashlib.sha256(draw_once(figure).svg(force=True).encode()).hexdigest()
        for script in SCRIPTS[:1]
        for figure in chapter_of(script).figures
    ]
    seed = {**os.environ, "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", _DRAW, str(SCRIPTS[0])]
    there = subprocess.run(command, env=seed, capture_output=True, text=True, check=True)
    assert json.loads(there.stdout) == here
