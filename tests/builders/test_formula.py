"""Formulas with their terms: what is said, what is refused, which colours meet in formula and legend."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.formula import EXAMPLES, Formula, Term
from infograficos.scene.items import Frame, TextBlock, walk


def figure(content: Formula) -> Figure:
    return Figure(1, "formula", "Uma fórmula", "O que a conta diz", content)


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["entropia cruzada"].describe() == (
        "Fórmula: loss é igual a menos 1 sobre N, vezes a soma, de i = 1 até N, de log de p de x sub i. "
        "Termos: N, tokens da resposta; x sub i, o token que devia vir; p, chance que o modelo lhe deu."
    )
    assert EXAMPLES["LoRA"].describe() == (
        "Fórmula: W linha é igual a W mais α sobre r, vezes B vezes A. Termos: W, pesos congelados; "
        "B vezes A, matrizes treinadas; r, posto das matrizes; α, escala da correção."
    )


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
    terms = {name: found[name] for name in ("Q", "K", "V", "d", "k")}
    assert terms == {
        "Q": {"input.strong"},
        "K": {"model.strong"},
        "V": {"response.strong"},
        "d": {"alert.strong"},
        "k": {"alert.strong"},
    }
    assert found["softmax"] == {"ink"}


@pytest.mark.parametrize(("count", "across"), [(1, 1), (2, 2), (3, 3), (4, 2), (6, 2)])
def test_few_terms_stand_in_one_row_more_in_two_columns_and_on_a_phone_in_one(count, across):
    formula = Formula(" + ".join("abcdef"), [term(name, f"valor {name}") for name in "abcdef"[:count]])

    def columns(width: float) -> int:
        visits = [v for v in walk(figure(formula).draw(width=width).frame) if isinstance(v.item, TextBlock)]
        return len({round(v.at.x) for v in visits if v.item.text.startswith("valor")})

    assert (columns(700), columns(360)) == (across, 1)


HARD = (
    "sum_{q^{q} / g} x", "sum_{α}^{N g_{q}} x", "prod_{Q}^{frac{q_{g}}{g}} y", "q_{loss - N}^{sqrt{T_{1}}}",
    "x = frac{-b +- sqrt{b^2 - 4 a c}}{2 a}", "frac{frac{a}{b}}{frac{c}{d_k}} + (frac{x_i^2}{y})^2",
    "argmax_θ prod_{t=1}^{n} p_θ(x_t | x_1, ..., x_{t-1})",
)  # fmt: skip


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("text", HARD)
def test_no_part_of_a_formula_touches_another(text, width):
    found = figure(Formula(text)).draw(width=width).findings
    rules = ("encaixe", "contraste", "sobreposicao")
    assert [finding.message for finding in found if finding.rule in rules] == []


@pytest.mark.parametrize("width", [700, 360])
def test_a_bracket_between_words_of_one_line_does_not_strike_them(width):
    content = Formula("loss = -frac{1}{N} sum_{i=1}^{N} log p(x_i)", [Term("x_i", "o token", "input")])
    assert figure(content).draw(width=width).findings == ()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
