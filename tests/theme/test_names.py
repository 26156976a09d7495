from pathlib import Path

import pytest
from samples import figures

from infograficos import check
from infograficos.chapter_07 import chapter
from infograficos.errors import InputError
from infograficos.theme import load_theme, theme_file
from infograficos.theme.palettes import PALETTES

OTHERS = [name for name in PALETTES if name != "claro"]


def test_a_theme_is_chosen_by_name():
    assert load_theme("claro") is load_theme()
    assert load_theme("quadro").colors.light.paper == PALETTES["quadro"].light.paper
    assert load_theme("quadro").type == load_theme().type


def test_a_name_stands_wherever_a_theme_may():
    figure = chapter.figures[0]
    board = figure.draw(load_theme("quadro")).svg()
    assert figure.draw("quadro").svg() == figure.svg(theme="quadro") == board
    assert PALETTES["quadro"].dark.paper in figure.svg(theme="quadro", variant="auto")


def test_a_file_with_the_name_of_a_theme_is_said_by_its_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(("quadro", "meu", "quadro.toml")):
        (tmp_path / name).write_text(f'colors.light.ink = "#00000{number}"\n', encoding="utf-8")
    assert load_theme("quadro").colors.light.ink == PALETTES["quadro"].light.ink
    inks = [load_theme(each).colors.light.ink for each in ("./quadro", Path("quadro"), "meu", "quadro.toml")]
    assert inks == ["#000000", "#000000", "#000001", "#000002"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("quadra", "você quis dizer “quadro”?"),
        ("", "os nomes válidos são: “claro”, “papel”, “quadro”, “noite”"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_and_how_to_say_a_file(name, told):
    with pytest.raises(InputError) as refusal:
        load_theme(name)
    hint = "(um arquivo se escreve com “.toml” ou com o caminho, como “./tema”)"
    assert str(refusal.value) == f"o tema “{name}” não existe; {told} {hint}"


@pytest.mark.parametrize("name", ["board", "pizarra", "quadro"])
def test_a_theme_has_a_name_in_each_language(name):
    assert load_theme(name) is load_theme("quadro")
    assert theme_file(name) is None


def test_only_a_file_is_watched():
    assert (theme_file(None), theme_file("noite"), theme_file("a/noite")) == (None, None, Path("a/noite"))


@pytest.mark.parametrize("theme", OTHERS)
def test_the_chapter_passes_every_rule_in_every_theme(theme):
    assert check(chapter, theme=theme).passes(strict=True)


def test_a_figure_of_every_kind_passes_every_rule_in_every_theme():
    firsts = {type(figure.content): figure for figure in reversed(figures().values())}
    # Each kind in two of the themes: the rules of colours are those of few elements.
    for number, figure in enumerate(firsts.values()):
        for shift, sheet in enumerate((("light", None), ("dark", 360))):
            drawing = figure.draw(OTHERS[(number + shift) % len(OTHERS)], *sheet)
            errors = [finding for finding in drawing.findings if finding.severity == "error"]
            assert errors == [], figure.full_name
