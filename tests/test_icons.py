"""The pictograms' data: names, licence, and strokes that stay on their grid; how they are found."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from pack_lucide import number, path_text, visible
from refusals import refusal

from infograficos import icons
from infograficos.cli.list import icon_list
from infograficos.icons import GRID, catalog, icon_commands, icon_name, icon_names, portuguese_names
from infograficos.icons.path_data import read_path
from infograficos.icons.search import search_icons

DATA = Path(icons.__file__).parent / "data"


def test_every_name_is_of_one_icon():
    names = icon_names()
    assert len(names) == len(set(names)) == 1908
    assert list(names) == sorted(names)
    assert set(portuguese_names().values()) <= set(names)
    assert len(portuguese_names()) > 500
    assert not set(portuguese_names()) & set(names)


def test_no_portuguese_name_is_given_twice():
    lines = (DATA / "portuguese.txt").read_text(encoding="utf-8").splitlines()
    given = [own for line in lines for own in line.partition(": ")[2].split(", ")]
    assert len(given) == len(set(given))
    assert all(own == own.casefold() and own.isascii() and " " not in own for own in given)


def test_an_icon_is_open_lines_and_curves_on_its_grid():
    lengths = {"M": 1, "L": 1, "C": 3, "Z": 0}
    for name in icon_names()[::7]:
        steps = icon_commands(name)
        assert steps[0].verb == "M"
        assert {step.verb: len(step.points) for step in steps}.items() <= lengths.items()
        assert all(0 <= each <= GRID for step in steps for p in step.points for each in (p.x, p.y)), name


def test_no_stroke_is_too_short_to_survive_two_decimals():
    for name in icon_names():
        for start, end in pairwise(icon_commands(name)):
            if (start.verb, end.verb) == ("M", "L"):
                (a,), (b,) = start.points, end.points
                assert abs(a.x - b.x) + abs(a.y - b.y) > 0.05, name


def test_packing_turns_shapes_into_lines_and_curves_and_lengthens_dots():
    nodes = [("circle", {"cx": "12", "cy": "12", "r": "10"}), ("path", {"d": "M16 10h.01"})]
    assert path_text(nodes) == (
        "M2 12C2 6.48 6.48 2 12 2C17.52 2 22 6.48 22 12C22 17.52 17.52 22 12 22C6.48 22 2 17.52 2 12Z"
        "M15.96 10L16.06 10"
    )
    assert [p.y for step in visible(read_path("M3 3v.01")) for p in step.points] == pytest.approx(
        [2.955, 3.055]
    )
    assert number(-0.001) == "0"


def test_drawing_one_icon_splits_the_line_of_no_other(monkeypatch):
    monkeypatch.setattr(icons, "all_names", None)
    monkeypatch.setattr(catalog, "_text", lambda: "\nnot a line of icons\nspark\t\t\tM1 2L3 4\nnor this")
    assert [step.verb for step in icon_commands("spark")] == ["M", "L"]


@pytest.mark.parametrize("name", ["banco-de-dados", "Banco de Dados", " database", "DATABASE"])
def test_a_name_is_found_however_it_is_spelt(name):
    assert icon_name(name) == "database"


def test_accents_do_not_count():
    assert icon_name("cérebro") == "brain"


def test_an_older_name_of_lucide_is_found():
    assert icon_name("alert-circle") == "circle-alert"
    assert icon_name("line_chart") == "chart-line"


@pytest.mark.parametrize(
    ("portuguese", "name"),
    [
        ("nuvem", "cloud"), ("chave", "key"), ("engrenagem", "settings"), ("balança", "scale"),
        ("robô", "bot"), ("Guarda-chuva", "umbrella"), ("celular", "smartphone"), ("ampulheta", "hourglass"),
    ],
)  # fmt: skip
def test_common_things_have_portuguese_names(portuguese, name):
    assert icon_name(portuguese) == name


@pytest.mark.parametrize(
    ("wrong", "offered"),
    [
        ("databas", "você quis dizer “database”?"),
        ("engrenagens", "você quis dizer “engrenagem”?"),
        ("rede neural", "você quis dizer “rede” ou “gancho-de-rede” ou “rede-sem-fio”?"),
        ("@@@@", "procure um com “infograficos list --icons PALAVRA”"),
        ("", "procure um com “infograficos list --icons PALAVRA”"),
        (".*", "procure um com “infograficos list --icons PALAVRA”"),
    ],
)
def test_a_wrong_name_is_refused_with_the_nearest_ones(wrong, offered):
    said = refusal(lambda: icon_commands(wrong))
    assert said == f"o ícone “{wrong}” não existe; {offered}"


def test_a_word_finds_icons_by_name_and_by_tag_the_nearest_first():
    assert [icon.name for icon in search_icons(["nuvem"])][:2] == ["cloud", "cloud-download"]
    assert "cloud-fog" in [icon.name for icon in search_icons(["nuvem"])]
    assert [icon.name for icon in search_icons(["wheelchair"])] == ["accessibility"]
    assert [icon.name for icon in search_icons(["nuvem", "baixar"])] == ["cloud-download"]
    assert len(search_icons()) == 1908


def test_portuguese_names_are_listed_only_for_those_who_read_portuguese(monkeypatch):
    monkeypatch.setenv("INFOGRAFICOS_MESSAGES", "en")
    assert icon_list(["scale"])[0] == "scale"
    assert "nuvem" not in " ".join(icon_list(["cloud"]))


def test_the_list_shows_the_portuguese_names():
    assert icon_list(["balança"])[0] == "scale     balanca, justica"
    assert refusal(lambda: icon_list(["xyzw"])) == (
        "nenhum ícone tem “xyzw”; tente uma palavra só, ou em inglês"
    )


def test_the_licences_and_the_origin_are_beside_the_data():
    licence = (DATA / "Lucide-LICENSE.txt").read_text(encoding="utf-8")
    assert "ISC License" in licence
    assert "Copyright (c) 2013-present Cole Bemis" in licence
    told = (DATA / "ORIGEM.txt").read_text(encoding="utf-8")
    assert "1.908 ícones do Lucide 1.62.0" in told
