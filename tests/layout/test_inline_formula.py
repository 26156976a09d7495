"""Small formulas in any text: how they are set, said and drawn, and what is no formula."""

from __future__ import annotations

import re

import pytest
from refusals import refusal

from infograficos import Figure
from infograficos.builders import Cards, Item, Pipeline, Stage
from infograficos.scene.items import TextBlock, walk
from infograficos.text.markup import parse_markup, plain_text


def pieces(markup: str) -> list[tuple[str, str]]:
    return [(span.text, span.emphasis) for span in parse_markup(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("$W_Q$", [("W", "plain"), ("Q", "subscript")]),
        ("$W_{clf}$ x", [("W", "plain"), ("clf", "subscript"), (" x", "plain")]),
        ("$x_i^2$", [("x", "plain"), ("i", "subscript"), ("2", "superscript")]),
        ("$h_{t-1}$", [("h", "plain"), ("t−1", "subscript")]),
        ("$a = -b$", [("a\u00a0=\u00a0−b", "plain")]),
        ("$p(x_i)$", [("p(x", "plain"), ("i", "subscript"), (")", "plain")]),
        ("$x W$", [("x\u00a0W", "plain")]),
        ("$a/b$, $alpha$", [("a/b", "plain"), (", ", "plain"), ("α", "plain")]),
        ("$a, b$", [("a,\u00a0b", "plain")]),
    ],
)
def test_a_formula_is_set_with_its_scripts_in_their_places(markup, expected):
    assert pieces(markup) == expected


@pytest.mark.parametrize(
    "text", ["US$5 e US$8", "R$ 5 e R$ 6", "$HOME e $PATH", "$PATH:$HOME", "$5 e $6", "só um $", "$5$", "$$"]
)
def test_prices_and_variables_of_the_shell_are_no_formulas(text):
    assert "".join(piece for piece, _ in pieces(text)) == text


def test_signs_that_are_escaped_or_in_code_are_no_marks():
    assert plain_text(r"\$x$") == "$x$"
    assert pieces("`$x$`") == [("$x$", "code")]


def test_a_formula_is_said_in_words():
    assert plain_text("ajusta $W_Q$ e $x_i^2$") == "ajusta W sub Q e x sub i ao quadrado"


@pytest.mark.parametrize("source", ["frac{a}{b}", "x_{i_j}", "sqrt{x}", "sum_{i=1}^{N} x"])
def test_a_formula_that_needs_more_than_a_line_is_refused(source):
    assert refusal(lambda: parse_markup(f"${source}$")) == (
        f"a fórmula “${source}$” não cabe em uma linha de texto; "
        "escreva-a com “/” e um só nível de índices, ou faça uma figura Formula"
    )


CONTENT = Pipeline([Stage("$h_{last} W$", "", "model"), Stage("`step()` ajusta $W_Q$", "", "response")])


@pytest.mark.parametrize("width", [700, 360])
def test_scripts_are_drawn_below_the_line_and_large_enough(width):
    drawn = Figure(1, "a", "Um teste", "Um título", CONTENT).draw(width=width)
    assert [f.message for f in drawn.findings if f.severity == "error"] == []
    lines = [line for v in walk(drawn.frame) if isinstance(v.item, TextBlock) for line in v.item.lines]
    runs = {placed.run.text: placed.run for line in lines for placed in line.runs}
    assert runs["Q"].rise < 0 == runs["h"].rise
    assert runs["Q"].size == 0.75 * 22
    assert -0.15 * 22 < runs["Q"].rise < -0.075 * 22
    assert runs["Q"].ink.bottom > runs["h"].ink.bottom


@pytest.mark.parametrize("text", ["outlined", "live"])
def test_scripts_are_lowered_in_every_svg(text):
    svg = Figure(1, "a", "t", "h", Cards([Item("x$_i$ não", "model"), Item("$W_Q$", "model")])).svg(text=text)
    if text == "live":
        (line,) = re.findall(r'<text y="([\d.]+)"[^>]*><tspan[^>]*>W</tspan><tspan[^>]* y="([\d.]+)"', svg)
        assert float(line[1]) > float(line[0])
    else:
        heights = {float(y) for y in re.findall(r"translate\([\d.]+ ([\d.]+)\)", svg)}
        assert len(heights) == 4
