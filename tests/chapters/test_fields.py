"""Figures of other fields than the series', written with the public API and nothing else."""

from pathlib import Path

import pytest
from samples import chapter_of, draw_once
from scripts import assert_follows_every_guideline, assert_short_to_write, imported_modules

from infograficos import Figure

SCRIPTS = sorted((Path(__file__).parent / "fields").glob("*.py"))

FEWEST_FIGURES = 36
LONGEST_CALL = 30

each_script = pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)


def test_together_the_fields_have_enough_figures():
    assert sum(len(chapter_of(script).figures) for script in SCRIPTS) >= FEWEST_FIGURES


@each_script
def test_a_field_follows_every_guideline(script, monkeypatch):
    monkeypatch.setattr(Figure, "draw", draw_once)
    assert_follows_every_guideline(script)


@each_script
def test_a_figure_of_another_field_is_short_to_write(script):
    assert_short_to_write(script, LONGEST_CALL)


@each_script
def test_a_script_of_another_field_imports_only_what_is_public(script):
    assert set(imported_modules(script)) <= {"math", "infograficos", "infograficos.builders"}
