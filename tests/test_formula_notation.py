"""Formulas as plain strings: what is read, what is refused and where, what is said, which terms are found."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos.formula import find_symbols, mark_terms, marked_terms, parse_formula, speak_formula
from infograficos.formula.tree import Fence, Fraction, Marked, Root, Scripts, Symbol
from infograficos.language.texts import in_language


def x(name: str) -> Symbol:
    return Symbol(name, "identifier")


def n(digits: str) -> Symbol:
    return Symbol(digits, "number")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("B A", (x("B"), x("A"))),
        ("loss", (x("loss"),)),
        ("softmax", (Symbol("softmax", "function"),)),
        ("theta", (x("θ"),)),
        ("Sigma Pi", (x("Σ"), x("Π"))),
        ("W''", (x("W′′"),)),
        ("0,5", (n("0,5"),)),
        ("x_i^2", (Scripts(x("x"), (x("i"),), (n("2"),)),)),
        ("x²ᵢ", (Scripts(x("x"), (x("i"),), (n("2"),)),)),
        ("x_theta", (Scripts(x("x"), (x("θ"),)),)),
        ("frac{a}{2}", (Fraction((x("a"),), (n("2"),)),)),
        ("√d_k", (Root((Scripts(x("d"), (x("k"),)),)),)),
        ("sqrt(d)", (Root((x("d"),)),)),
        ("p(x)", (x("p"), Fence("(", (x("x"),), ")", applied=True))),
        ("p (x)", (x("p"), Fence("(", (x("x"),), ")"))),
        ("[0, 1)", (Fence("[", (n("0"), Symbol(",", "punctuation"), n("1")), ")"),)),
        ('"por token"', (Symbol("por token", "words"),)),
    ],
)
def test_a_string_is_read_as_its_tree(text, tree):
    assert parse_formula(text) == tree


def test_a_raised_t_is_a_sign_of_its_own_and_no_variable():
    assert parse_formula("Kᵀ") == (Scripts(x("K"), None, (Symbol("T", "sign"),)),)


@pytest.mark.parametrize(
    ("typed", "sign", "kind"),
    [
        ("<-", "←", "relation"),
        ("->", "→", "relation"),
        ("<=", "≤", "relation"),
        ("!=", "≠", "relation"),
        ("~=", "≈", "relation"),
        ("*", "×", "operator"),
        ("-", "−", "operator"),
        ("+-", "±", "operator"),
        ("...", "…", "sign"),
        ("sum", "∑", "large"),
        ("Σ", "∑", "large"),
        ("prod", "∏", "large"),
        ("grad", "∇", "prefix"),
        ("inf", "∞", "sign"),
    ],
)
def test_what_is_typed_stands_for_a_sign(typed, sign, kind):
    assert parse_formula(f"a {typed} b")[1] == Symbol(sign, kind)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x_{i = 1", "a chave “{” não foi fechada (posição 3)\n    x_{i = 1\n      ^"),
        ("f(x", "“(” não foi fechado (posição 2)\n    f(x\n     ^"),
        ("a)", "“)” fecha o que não foi aberto (posição 2)\n    a)\n     ^"),
        ("x_", "falta o índice depois de “_” (posição 2)\n    x_\n     ^"),
        ("x^ 2", "falta o expoente depois de “^” (posição 2)\n    x^ 2\n     ^"),
        ("x_{}", "o índice está vazio (posição 2)\n    x_{}\n     ^"),
        ("_i", "o índice não tem base; escreva antes o que o leva (posição 1)\n    _i\n    ^"),
        ("x_i_j", "há dois índices na mesma base; junte-os entre chaves (posição 4)\n    x_i_j\n       ^"),
        ("x_max", "o índice “max” tem mais de um caractere; escreva _{max} (posição 3)\n    x_max\n      ^"),
        ("x^-1", "o expoente começa com “-”; ponha-o entre chaves (posição 3)\n    x^-1\n      ^"),
        (
            "frac{a}",
            "falta o denominador da fração; escreva frac{a}{b} (posição 8)\n    frac{a}\n           ^",
        ),
        ("frac{}{b}", "o numerador da fração está vazio (posição 5)\n    frac{}{b}\n        ^"),
        ("a + √", "falta o que vai sob a raiz; escreva sqrt{x} (posição 6)\n    a + √\n         ^"),
        ('"abc', 'as aspas não foram fechadas (posição 1)\n    "abc\n    ^'),
        (
            r"\teta",
            "o comando “\\teta” não é conhecido; você quis dizer \\theta, \\eta, \\zeta? (posição 1)\n"
            "    \\teta\n    ^",
        ),
        ("{}" * 0 + " ", "a fórmula está vazia (posição 1)\n     \n    ^"),
    ],
)
def test_what_cannot_be_read_is_shown_where_it_stands(text, message):
    assert refusal(lambda: parse_formula(text)) == message


def test_a_long_formula_is_shown_around_the_mistake():
    message = refusal(lambda: parse_formula("a + " * 20 + "x_ " + "+ b" * 20))
    _, shown, pointer = message.split("\n")
    assert shown.strip().startswith("…")
    assert shown.endswith("…")
    assert shown[pointer.index("^")] == "_"


def test_brackets_too_deep_are_refused_before_they_exhaust_the_machine():
    assert refusal(lambda: parse_formula("(" * 5000)).startswith(
        "há mais de 12 níveis de chaves e parênteses (posição 13)"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = -b", "a é igual a menos b"),
        ("theta <- theta - eta grad L", "θ recebe θ menos η vezes o gradiente de L"),
        ("frac{1}{N} x", "1 sobre N, vezes x"),
        ("frac{a + b}{2}", "(a mais b) sobre 2"),
        ("sum_{i=1}^{N} log p(x_i)", "a soma, de i = 1 até N, de log de p de x sub i"),
        ("sum_j e^{z_j}", "a soma, em j, de e elevado a z sub j"),
        ("x^2 Kᵀ", "x ao quadrado vezes K transposta"),
        ("√d_k", "raiz de d sub k"),
        ("f(a, b)", "f de a, b"),
        ("a (b + c)", "a vezes (b mais c)"),
        ("W'", "W linha"),
    ],
)
def test_a_formula_is_said_in_words(text, words):
    assert speak_formula(parse_formula(text)) == words


def test_a_formula_is_said_in_the_language_of_the_drawing():
    with in_language("en"):
        said = speak_formula(parse_formula("W' = sum_{i=1}^{N} frac{x_i^2}{2} Kᵀ"))
    assert said == "W prime equals the sum from i = 1 to N of x sub i squared over 2, times K transpose"


def roles(text: str, *terms: str) -> list[str]:
    """The terms that are marked in a formula, in reading order."""
    found = mark_terms(parse_formula(text), {parse_formula(term): term for term in terms})

    def visit(node):
        if isinstance(node, Marked):
            yield node.role
        for part in ("base", "subscript", "superscript", "numerator", "denominator", "body"):
            inner = getattr(node, part, None)
            for child in inner if isinstance(inner, tuple) else (inner,) if inner else ():
                if not isinstance(node, Marked) and not isinstance(child, str):
                    yield from visit(child)

    return [role for node in found for role in visit(node)]


def test_a_term_is_found_wherever_it_occurs():
    assert roles("p = frac{e^{z/T}}{sum_j e^{z_j/T}}", "T") == ["T", "T"]
    assert roles("f(Q, K) = √{Q Kᵀ}", "Q", "K") == ["Q", "K", "Q", "K"]


def test_a_foot_or_a_prime_makes_another_symbol():
    assert roles("W' = W + x_i + x", "W", "x") == ["W", "x"]


def test_a_name_that_has_a_foot_everywhere_is_found_in_its_base():
    assert roles("z_i + z_j", "z") == ["z", "z"]


def test_the_longest_term_goes_first():
    assert roles("x_i + B A + A", "x_i", "A", "B A") == ["x_i", "B A", "A"]


def test_marked_terms_and_possible_terms_can_be_listed():
    whole = parse_formula("loss = p(x_i)")
    assert list(find_symbols(whole)) == ["loss", "p", "x_i", "x", "i"]
    term = parse_formula("x_i")
    assert marked_terms(mark_terms(whole, {term: "input"})) == {term}
