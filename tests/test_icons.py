"""The pictograms' data: names, licence, and strokes that stay on their grid."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from refusals import refusal

from infograficos import icons
from infograficos.icons import GRID, icon_commands, icon_name, icon_names, portuguese_names

DATA = Path(icons.__file__).parent / "data"


def test_every_icon_has_a_portuguese_name_of_its_own():
    assert set(portuguese_names().values()) == set(icon_names())
    assert len(portuguese_names()) == len(icon_names()) == 91
    assert not set(portuguese_names()) & set(icon_names())
    assert list(icon_names()) == sorted(icon_names())


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_open_lines_and_curves_on_its_grid(name):
    steps = icon_commands(name)
    assert steps[0].verb == "M"
    assert {step.verb: len(step.points) for step in steps}.items() <= {"M": 1, "L": 1, "C": 3, "Z": 0}.items()
    assert all(0.9 <= each <= GRID - 0.9 for step in steps for p in step.points for each in (p.x, p.y))


@pytest.mark.parametrize("name", icon_names())
def test_no_stroke_is_too_short_to_survive_two_decimals(name):
    steps = icon_commands(name)
    for start, end in pairwise(steps):
        if start.verb == "M" and end.verb == "L":
            (a,), (b,) = start.points, end.points
            assert abs(a.x - b.x) + abs(a.y - b.y) > 0.05


@pytest.mark.parametrize("name", ["banco-de-dados", "Banco de Dados", " database", "DATABASE"])
def test_a_name_is_found_however_it_is_spelt(name):
    assert icon_name(name) == "database"


def test_accents_do_not_count():
    assert icon_name("cérebro") == "brain"


def test_a_wrong_name_is_refused_with_the_nearest_ones():
    assert refusal(lambda: icon_commands("databas")) == (
        "o ícone “databas” não existe; você quis dizer “database”?"
    )


@pytest.mark.parametrize("name", ["@@@@", "celular", "telefone"])
def test_where_no_name_is_near_all_portuguese_ones_are_listed(name):
    said = refusal(lambda: icon_name(name))
    assert said.startswith(f"o ícone “{name}” não existe; os nomes válidos são: “ajustes”, “alerta”,")
    assert said.count("“") == 1 + len(portuguese_names())


def test_the_licences_and_the_origin_are_beside_the_data():
    licence = (DATA / "Lucide-LICENSE.txt").read_text(encoding="utf-8")
    assert "ISC License" in licence
    assert "Copyright (c) 2013-present Cole Bemis" in licence
    feather = {name.strip() for name in licence.split("Feather project:")[1].split("The MIT")[0].split(",")}
    told = (DATA / "ORIGEM.txt").read_text(encoding="utf-8")
    listed = told.split("Bemis):")[1].split("Os demais")[0].replace("(lá,\nalert-triangle)", "")
    assert set(re.findall(r"[a-z]{1,2}[a-z-]+|x", listed)) == (
        feather & set(icon_names()) | {"triangle-alert"}
    )
