"""Formulas with their terms: what is said, what is refused, which colours meet in formula and legend."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.formula import EXAMPLES, HEADLINES, Formula, Term
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Frame, Path, TextBlock, Visit, walk

ROLES = "input", "model", "response"


def figure(content: Formula) -> Figure:
    return Figure(1, "formula", "Uma fórmula", "O que a conta diz", content)


LORA = Formula(
    "W' = W + frac{alpha}{r} B A",
    [
        Term("W", "pesos congelados", "masked"),
        Term("B A", "matrizes treinadas", "response"),
        Term("r", "posto das matrizes", "model"),
        Term("alpha", "escala da correção", "input"),
    ],
)


def test_formulas_are_described_word_for_word():
    assert LORA.describe() == (
        "Fórmula: W linha é igual a W mais α sobre r, vezes B vezes A. Termos: W, pesos congelados; "
        "B vezes A, matrizes treinadas; r, posto das matrizes; α, escala da correção."
    )
    assert EXAMPLES["LoRA"].describe() == (
        "Fórmula: W linha é igual a W mais α sobre r, vezes B vezes A. Termos: W (768 × 768), congelada; "
        "B (768 × 8), treinadas; A (8 × 768), treinadas."
    )


def test_the_picture_is_described_after_the_terms():
    assert EXAMPLES["entropia cruzada"].describe() == (
        "Fórmula: loss é igual a menos log de p de x. Termos: p de x, chance dada ao token certo. "
        "Loss por p, de 0,01 a 1: −log p, de 4,61 a 0,00. Em destaque: errado: 4,61 (p 0,01) e certo: 0,22 "
        "(p 0,8)."
    )


def test_the_heads_of_the_examples_are_true_of_their_pictures():
    curves = EXAMPLES["entropia cruzada"].picture
    losses = dict(curves.series[0].points)
    wrong, right = (losses[point.step] for point in curves.points)
    assert f"custa **{wrong / right:.0f} ×**" in HEADLINES["entropia cruzada"]
    attention = EXAMPLES["atenção"].picture
    cat = attention.weights[attention.tokens.index("gato")]
    assert f"**{cat:.0%}".replace("%", " % gato**") in HEADLINES["atenção"]
    assert attention.tokens[attention.looking] == "dorme"


def test_without_terms_only_the_formula_is_said():
    assert Formula("a = b").describe() == "Fórmula: a é igual a b."


def term(symbol: str, words: str = "algo") -> Term:
    return Term(symbol, words, "input")


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Formula("p = x_{i"),
            "Formula.formula: a chave “{” não foi fechada (posição 7)\n    p = x_{i\n          ^",
        ),
        (
            lambda: Formula("loss = p(x_i)", [term("x_j")]),
            "Formula: na fórmula, o termo “x_j” não existe; você quis dizer “x_i” ou “x”?",
        ),
        (
            lambda: Formula("loss = p(x_i)", [term("lss")]),
            "Formula: na fórmula, o termo “lss” não existe; você quis dizer “loss”?",
        ),
        (
            lambda: Formula("a = b", [term("a"), term(" a ")]),
            "Formula: o termo “ a ” aparece mais de uma vez",
        ),
        (
            lambda: Formula("a = x_i", [term("x_i"), term("x")]),
            "Formula: o termo “x” só ocorre dentro de outro termo explicado; deixe um dos dois",
        ),
        (
            lambda: term("x_"),
            "Term.symbol: falta o índice depois de “_” (posição 2)\n    x_\n     ^",
        ),
        (
            lambda: term("x", " "),
            "Term.words: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (
            lambda: Formula("a b c d e f g", [term(name) for name in "abcdefg"]),
            "Formula.terms: esperada uma lista de no máximo 6 itens, veio uma lista com 7 itens",
        ),
        (
            lambda: Formula("x", picture="um gráfico"),
            "Formula.picture: esperado um conteúdo que saiba se desenhar, como Pipeline([…]), veio str",
        ),
        (
            lambda: Formula("x + " * 50),
            "Formula.formula: esperado um texto de no máximo 160 caracteres, veio um de 200",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_formula_that_no_sheet_can_hold_is_refused_when_it_is_drawn():
    wide = Formula(f"x = frac{{{' + '.join('abcdefghijklmn')}}}{{2}}")
    assert "precisa de" in refusal(lambda: figure(wide).svg(width=360))


def colors(frame: Frame) -> dict[str, set[str]]:
    """The colours in which each text is set."""
    found: dict[str, set[str]] = {}
    for visit in walk(frame):
        for line in visit.item.lines if isinstance(visit.item, TextBlock) else ():
            for run in line.runs:
                found.setdefault(run.run.text, set()).add(run.paint.role)
    return found


@pytest.mark.parametrize("width", [700, 360])
def test_each_term_has_one_colour_in_the_formula_and_below_it(width):
    found = colors(figure(EXAMPLES["atenção"]).draw(width=width).frame)
    terms = {name: found[name] for name in ("Q", "K", "V")}
    assert terms == {
        "Q": {"model.strong"},
        "K": {"input.strong"},
        "V": {"response.strong"},
    }
    assert found["softmax"] == {"ink"}


def texts(frame: Frame) -> dict[str, Rect]:
    return {v.item.text: v.rect for v in walk(frame) if isinstance(v.item, TextBlock)}


def leaders(frame: Frame) -> dict[str, Visit]:
    """The line from each term to its words, by its colour; the bars of fractions are ink."""
    visits = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "mark"]
    pens = [(v.item.stroke, v) for v in visits if v.path[-1:] == ("fórmula",)]
    return {pen.paint.role: v for pen, v in pens if pen and pen.paint.role != "ink"}


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_leader_goes_from_each_term_to_the_middle_of_its_words(name, width):
    content = EXAMPLES[name]
    frame = figure(content).draw(width=width).frame
    found, lines = texts(frame), leaders(frame)
    caps = [v for v in walk(frame) if isinstance(v.item, Box) and v.item.fill and "tint" in v.item.fill.role]
    assert set(lines) == {f"{term.role}.mark" for term in content.terms}
    for term in content.terms:
        line = lines[f"{term.role}.mark"]
        start = line.item.commands[0].points[0].translate(line.at)
        end = line.item.commands[-1].points[-1].translate(line.at)
        words = next(rect for text, rect in found.items() if text.replace("\u00a0", " ") == term.words)
        assert words.center.x == pytest.approx(end.x)
        own = [cap.rect for cap in caps if cap.item.fill.role == f"{term.role}.tint"]
        assert any(rect.center.x == pytest.approx(start.x) and rect.contains(start, 1) for rect in own)


def test_a_term_below_a_fraction_bar_is_explained_below_and_one_on_it_above():
    found = texts(figure(LORA).draw().frame)
    assert found["escala da correção"].bottom < found["posto das matrizes"].y


@pytest.mark.parametrize(("content", "width"), [(None, 700), (LORA, 360)])
def test_terms_of_one_role_are_listed_below_and_those_that_have_no_room_beside_each_other(content, width):
    same = Formula("a + r", [Term("a", "valor um", "input"), Term("r", "posto das matrizes", "input")])
    frame = figure(content or same).draw(width=width).frame
    assert leaders(frame) == {}
    found = texts(frame)
    assert found["r"].right < found["posto das matrizes"].x
    assert found["r"].center.y == pytest.approx(found["posto das matrizes"].center.y, abs=6)


@pytest.mark.parametrize("width", [700, 360])
def test_the_matrices_of_a_formula_are_on_one_scale(width):
    frame = figure(EXAMPLES["LoRA"]).draw(width=width).frame
    tops = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.fill]
    widths = {
        role: max(v.rect.width for v in tops if v.item.fill.role.startswith(f"{role}."))
        for role in ("masked", "response")
    }
    # Both edges of W run along its width, of a thin matrix only one does.
    assert widths["response"] / widths["masked"] == pytest.approx((768 + 8) / (768 + 768), abs=0.03)


@pytest.mark.parametrize("width", [700, 360])
def test_the_picture_is_beside_the_formula_and_on_a_phone_below(width):
    frame = figure(EXAMPLES["entropia cruzada"]).draw(width=width).frame
    rects = [(v.path, v.rect) for v in walk(frame)]
    formula, curves = (
        min((rect.x, rect.y) for path, rect in rects if path[-1:] == (name,))
        for name in ("fórmula", "curvas")
    )
    assert (curves[0] > 350) is (width == 700)
    assert (curves[1] > formula[1] + 100) is (width == 360)


def test_notes_that_want_one_place_stand_beside_each_other():
    terms = [Term(name, "palavras bem compridas", role) for name, role in zip("abc", ROLES, strict=True)]
    frame = figure(Formula("a b c", terms)).draw().frame
    rects = sorted(
        (v.rect for v in walk(frame) if getattr(v.item, "text", "").startswith("palavras")), key=lambda r: r.x
    )
    assert len(rects) == 3
    assert all(left.right + 19 < right.x for left, right in pairwise(rects))
    assert rects[1].center.x == pytest.approx(350, abs=30)


HARD = (
    "sum_{q^{q} / g} x", "sum_{α}^{N g_{q}} x", "prod_{Q}^{frac{q_{g}}{g}} y", "q_{loss - N}^{sqrt{T_{1}}}",
    "x = frac{-b +- sqrt{b^2 - 4 a c}}{2 a}", "frac{frac{a}{b}}{frac{c}{d_k}} + (frac{x_i^2}{y})^2",
    "argmax_θ prod_{t=1}^{n} p_θ(x_t | x_1, ..., x_{t-1})",
)  # fmt: skip


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("text", HARD)
def test_no_part_of_a_formula_touches_another(text, width):
    found = figure(Formula(text)).draw(width=width).findings
    rules = ("fit", "contrast", "overprint")
    assert [finding.message for finding in found if finding.rule in rules] == []


@pytest.mark.parametrize("width", [700, 360])
def test_a_bracket_between_words_of_one_line_does_not_strike_them(width):
    content = Formula("loss = -frac{1}{N} sum_{i=1}^{N} log p(x_i)", [Term("x_i", "o token", "input")])
    assert figure(content).draw(width=width).findings == ()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
