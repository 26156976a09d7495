"""Findings name the parts of a figure in the author's language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from infograficos.audit import Finding
from infograficos.audit.part_names import find_part
from infograficos.language.messages import VARIABLE

_LAYOUTS = Path(__file__).parent.parent / "goldens" / "layouts"


def test_what_no_text_of_a_figure_says_is_the_name_of_a_known_part():
    """A part whose name the reader sees has it of the author; all others have theirs of a kind of figure."""
    for path in _LAYOUTS.glob("*.txt"):
        for layout in path.read_text(encoding="utf-8").split("\n\n"):
            named = set(re.findall(r"^ *“([^”$]+)” -?[\d.]+ ", layout, re.MULTILINE))
            drawn = set(re.findall(r" “([^”]*)”$", layout, re.MULTILINE))
            # A number of a vector is named after it.
            unknown = [name for name in named if not name.startswith(tuple(drawn)) and not find_part(name)]
            assert not unknown, path.name


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("pt-BR", "código › nota, linha 12 › Meu nome 3"),
        ("en", "code › note, line 12 › Meu nome 3"),
        ("es", "código › nota, línea 12 › Meu nome 3"),
    ],
)
def test_a_finding_names_parts_in_the_language_of_messages(monkeypatch, code, told):
    monkeypatch.setenv(VARIABLE, code)
    path = ("código", "nota, linha 12", "Meu nome 3")
    assert Finding("fit", "error", "", "", "", path).location == told


@pytest.mark.parametrize(
    ("code", "told"),
    [("pt-BR", "tabela › linha 3"), ("en", "table › row 3"), ("es", "tabla › fila 3")],
)
def test_a_line_of_a_table_is_its_row(monkeypatch, code, told):
    monkeypatch.setenv(VARIABLE, code)
    assert Finding("fit", "error", "", "", "", ("tabela", "linha 3")).location == told


def test_what_the_author_calls_a_field_stays_in_its_name(monkeypatch):
    monkeypatch.setenv(VARIABLE, "en")
    assert Finding("fit", "error", "", "", "", ("campo Pergunta",)).location == "field Pergunta"
