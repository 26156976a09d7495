"""Figures of other fields than the series', written with the public API and nothing else."""

import ast
from pathlib import Path

import pytest
from samples import chapter_of, draw_once

from infograficos import Figure, check

SCRIPTS = sorted((Path(__file__).parent / "fields").glob("*.py"))

FEWEST_FIGURES = 31
LONGEST_CALL = 30

each_script = pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)


def test_together_the_fields_have_enough_figures():
    assert sum(len(chapter_of(script).figures) for script in SCRIPTS) >= FEWEST_FIGURES


@each_script
def test_a_field_follows_every_guideline(script, monkeypatch):
    monkeypatch.setattr(Figure, "draw", draw_once)
    report = check(chapter_of(script))
    found = [
        f"{figure.name}: {each.finding.message}" for figure in report.figures for each in figure.findings
    ]
    assert report.passes(strict=True), "\n".join(found)


@each_script
def test_a_figure_of_another_field_is_short_to_write(script):
    tree = ast.parse(script.read_text(encoding="utf-8"))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Figure"
    ]
    assert len(calls) == len(chapter_of(script).figures)
    assert max(call.end_lineno - call.lineno + 1 for call in calls) <= LONGEST_CALL


@each_script
def test_a_script_of_another_field_imports_only_what_is_public(script):
    tree = ast.parse(script.read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert modules <= {"math", "infograficos", "infograficos.builders"}
