"""Formulas in LaTeX: what is read, what is refused and where, what is said, and which terms are found."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos.builders.formula import Formula, Term
from infograficos.formula import is_latex, mark_terms, marked_terms, parse_formula, parse_term, speak_formula
from infograficos.formula.tree import (
    Accent,
    Delimiter,
    Fence,
    Fraction,
    Root,
    Scripts,
    Space,
    SpanBrace,
    Stacked,
    Symbol,
    Table,
)


def x(name: str) -> Symbol:
    return Symbol(name, "identifier")


def n(digits: str) -> Symbol:
    return Symbol(digits, "number")


T = Symbol("T", "sign")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (r"\frac12", (Fraction((n("1"),), (n("2"),)),)),
        (r"\dfrac{a}{b}", (Fraction((x("a"),), (x("b"),), "display"),)),
        (r"\tfrac{a}{b}", (Fraction((x("a"),), (x("b"),), "text"),)),
        (r"\binom{n}{k}", (Fence("(", (Fraction((x("n"),), (x("k"),), bar=False),), ")"),)),
        (r"\sqrt[3]{a}", (Root((x("a"),), (n("3"),)),)),
        (r"\hat{y}_i", (Scripts(Accent((x("y"),), "hat"), (x("i"),)),)),
        (r"\mathbf{W}", (Symbol("W", "bold"),)),
        (r"\mathcal{L}\mathbb{R}", (Symbol("ℒ", "alphabet"), Symbol("ℝ", "alphabet"))),
        (r"d_{\text{model}}", (Scripts(x("d"), (Symbol("model", "words"),)),)),
        (r"\operatorname{rank} A", (Symbol("rank", "function"), x("A"))),
        (r"{\rm true}", (Symbol("true", "words"),)),
        (r"$QK^T$", (x("Q"), Scripts(x("K"), None, (x("T"),)))),
        (r"K^\mathrm{T}", (Scripts(x("K"), None, (T,)),)),
        (r"\mathbf{g}_t'", (Scripts(Symbol("g′", "bold"), (x("t"),)),)),
        (r"\|x\|_2", (Scripts(Fence("‖", (x("x"),), "‖"), (n("2"),)),)),
        (r"P \| Q \cdot", (x("P"), Symbol("∥", "relation"), x("Q"), Symbol("·", "operator"))),
        (r"\lvert x\rvert", (Fence("|", (x("x"),), "|"),)),
        (r"\left[0, 1\right)", (Fence("[", (n("0"), Symbol(",", "punctuation"), n("1")), ")"),)),
        (r"\big(x\big)", (Fence("(", (x("x"),), ")", size=1),)),
        (r"\Big[x", (Delimiter("[", "open", 2), x("x"))),
        (r"a\,b\quad c", (x("a"), Space(1 / 6), x("b"), Space(1.0), x("c"))),
        (r"\arg\max_x", (Scripts(Symbol("arg max", "function"), (x("x"),)),)),
        (r"\underbrace{a}_{b}", (SpanBrace((x("a"),), (x("b"),), below=True),)),
        (r"\underset{a}{b}", (Stacked((x("b"),), (x("a"),)),)),
        (r"a \not= b", (x("a"), Symbol("≠", "relation"), x("b"))),
        (r"a \tag{1} \label{eq}", (x("a"),)),
        (r"\[ \alpha \]", (x("α"),)),
        (
            r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
            (Table((((x("a"),), (x("b"),)), ((x("c"),), (x("d"),))), "c", "(", ")"),),
        ),
        (r"\begin{cases} a & b \end{cases}", (Table((((x("a"),), (x("b"),)),), "l", "{", ""),)),
        (r"a &= b \\", (Table((((x("a"),), (Symbol("=", "relation"), x("b"))),), "rl", display=True),)),
    ],
)
def test_latex_is_read_as_its_tree(text, tree):
    assert parse_formula(text) == tree


def test_the_plain_notation_stays_as_it_is():
    assert not is_latex("loss = -frac{1}{N} sum_{i=1}^{N} log p(x_i)")
    assert not is_latex('"a\\b" x')
    assert is_latex(r"\theta")
    assert is_latex("$x$")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            r"\alhpa + 1",
            "o comando “\\alhpa” não é conhecido; você quis dizer \\alpha, \\nabla, \\kappa? (posição 1)",
        ),
        (r"a + \frac{a}{b", "a chave “{” não foi fechada (posição 13)"),
        (r"\alpha}", "“}” fecha o que não foi aberto (posição 7)"),
        (r"\frac{a}", "falta o argumento de “\\frac” (posição 9)"),
        (r"\left( a", "“\\left” não foi fechado (posição 1)"),
        (r"\left a \right)", "depois de “\\left” falta um delimitador, como “(” (posição 6)"),
        (r"\begin{pmatrix} a", "“\\begin{pmatrix}” não foi fechado (posição 1)"),
        (r"\begin{cases} a \end{array}", "“\\end{array}” fecha “\\begin{cases}” (posição 17)"),
        (r"\begin{tikz} a", "o ambiente “tikz” não é conhecido (posição 7)"),
        (r"\not a", "“\\not” só nega um sinal, como “=” (posição 5)"),
        (r"\alpha $ b", "há “$” no meio da fórmula; deixe uma fórmula só (posição 8)"),
        (r"\alpha_i_j", "há dois índices na mesma base; junte-os entre chaves (posição 9)"),
        (r"\label{eq}", "a fórmula está vazia (posição 1)"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text, message):
    assert refusal(lambda: parse_formula(text)).split("\n")[0] == message


def test_deep_and_long_formulas_are_refused_at_once():
    deep = refusal(lambda: parse_formula(r"\alpha" + "{" * 5000))
    assert deep.startswith("há mais de 24 níveis de chaves e parênteses")
    assert refusal(lambda: parse_formula(r"\alpha" * 2000)).startswith("a fórmula tem mais de 10000 bytes")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"\hat{y} = \mathbf{W}^\top \vec{x}", "y chapéu é igual a W transposta vezes vetor x"),
        (r"\mathbb{E}\left[x\right]", "E de x"),
        (r"\|x\|^2", "a norma de x ao quadrado"),
        (r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", "[1, 2; 3, 4]"),
        (r"\sqrt[3]{x}", "raiz de índice 3 de x"),
        (r"\lambda(a + b)", "λ vezes (a mais b)"),
        (r"a = 1, \quad b = 2", "a é igual a 1, b é igual a 2"),
    ],
)
def test_latex_is_said_in_words(text, words):
    said = speak_formula(parse_formula(text))
    assert said == words


def test_terms_are_read_as_the_formula_is():
    formula = r"\mathcal{L} = \frac{Q K^\top}{\hat{y}} + \theta"
    whole = parse_formula(formula)
    for symbol in ("QK^\\top", r"\hat{y}", r"\mathcal{L}", "theta", r"\theta"):
        term = parse_term(symbol, formula)
        assert marked_terms(mark_terms(whole, {term: "model"})) == {term}, symbol


def test_a_long_formula_is_accepted_only_in_latex():
    wide = " + ".join([r"\alpha"] * 40)
    assert Formula(wide, [Term("alpha", "algo", "model")]).describe().startswith("Fórmula: α mais α")
