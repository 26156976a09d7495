import json

import pytest
from cli_sample import CHAPTER

from infograficos.cli.inspect import FORMAT


def test_each_thing_is_shown_with_its_element_its_place_and_its_offer(run, script):
    outcome = run("inspect", "um", "--from", script())
    assert (outcome.code, outcome.err) == (0, "")
    first, paper, column, heading, *_ = outcome.out.splitlines()
    width, height = first.removeprefix("Sheet 0 0 ").removesuffix(" of 700 × inf").split()
    assert paper == f"  box 0 0 {width} {height} paper"
    assert column.startswith("  Column 36 36 628 ")
    assert heading.startswith("    Named “cabeçalho” 36 36 628 ")
    assert any(line.endswith(" ink “Só a resposta ensina”") for line in outcome.out.splitlines())
    assert "overflows" not in outcome.out


def test_the_width_the_variant_and_the_theme_are_those_asked_for(run, script, tmp_path):
    theme = tmp_path / "tema.toml"
    theme.write_text("[sheet]\nnarrow_margin = 30\n")
    args = ("--from", script(), "--width", "360", "--variant", "dark", "--theme", theme)
    lines = run("inspect", "1", *args).out.splitlines()
    assert lines[0].endswith(" of 360 × inf")
    assert lines[2].startswith("  Column 30 30 300 ")


def test_the_parts_of_a_figure_have_names_in_the_language_of_messages(run, script):
    lines = run("inspect", "um", "--from", script(), "--messages", "en").out.splitlines()
    assert lines[3].startswith("    Named “header” 36 36 628 ")


def test_json_holds_the_same_tree(run, script):
    lines = run("inspect", "2", "--from", script()).out.splitlines()
    tree = json.loads(run("inspect", "2", "--from", script(), "--json").out)
    frame = tree.pop("frame")
    assert tree == {"format": FORMAT, "figure": "02-dois", "variant": "light", "width": 700}
    assert (frame["element"], frame["offered"]) == ("Sheet", [700, None])
    assert count(frame) == len(lines)


def count(node):
    return 1 + sum(map(count, node.get("items", ())))


def test_a_figure_with_an_error_is_shown_and_what_overflows_marked(run, script):
    path = script(CHAPTER.replace("Só a resposta ensina", "Inconstitucionalissimamente" * 3))
    assert run("check", "--from", path).code == 1
    outcome = run("inspect", "1", "--from", path, "--width", "360")
    assert (outcome.code, outcome.err) == (0, "")
    assert any(line.endswith(" overflows") for line in outcome.out.splitlines())


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["dos"], "a figura “dos” não existe; você quis dizer “02-dois”?"),
        (["1", "--variant", "auto"], "a variante “auto” não existe; os nomes válidos são: “light”, “dark”"),
        (["1", "--width", "x"], "a largura “x” não serve; esperado um número em unidades, como 360"),
        (["1", "--width", "200"], "a largura “200” não serve; esperado um número de 280 a 1600, em unidades"),
        (["1", "2"], "“infograficos inspect” não recebe “2”"),
        ([], "falta dizer FIGURA; veja “infograficos inspect --help”"),
    ],
)
def test_wrong_words_are_refused(run, script, args, message):
    outcome = run("inspect", *args, "--from", script())
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"erro: {message}\n")
