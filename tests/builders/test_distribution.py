"""The next token: what is said, what is refused, what a cut keeps, and that the numbers are right."""

from __future__ import annotations

from fractions import Fraction
from math import exp

import pytest
from blocks import bars
from hypothesis import given
from hypothesis import strategies as st
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.distribution import EXAMPLES, Distribution
from infograficos.scene.items import words


def figure(content: Distribution) -> Figure:
    return Figure(1, "a", "Próximo token", "O que o exemplo ensina", content)


def shown(content: Distribution, width: float = 700) -> str:
    """All the words of the figure's body, with single spaces."""
    return " ".join(words(figure(content).draw(width=width).frame).split())


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (
            "top-k",
            "Depois de “O gato subiu no”, os mais prováveis são telhado (42,3 %), muro (21,5 %), sofá "
            "(11,8 %), armário (6,4 %) e carro (3,1 %). Com top-k = 3, ficam 3 tokens, que somam 75,6 %. "
            "Escolhido: telhado.",
        ),
        (
            "top-p",
            "Depois de “A capital da França é”, os mais prováveis são Paris (50,3 %), a (16,2 %), uma "
            "(11,6 %) e mais 3. Com top-p = 0,9, ficam 5 tokens, que somam 90,5 %. "
            "Temperatura 1,5. Porcentagens arredondadas. Escolhido: Paris.",
        ),
    ],
)
def test_the_examples_are_described_word_for_word(name, description):
    assert EXAMPLES[name].describe() == description


def test_one_certain_token_is_described_alone():
    assert Distribution("a", ["b"], [1.0]).describe() == "Depois de “a”, o mais provável é b (100,0 %)."


def test_a_cut_that_keeps_one_token_says_so_in_the_singular():
    described = Distribution("a", ["b", "c"], [0.6, 0.4], kept=1).describe()
    assert "Com top-k = 1, fica 1 token, com 60,0 %." in described


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_examples_follow_all_guidelines(name):
    report = check(Chapter(1, "Amostra", [figure(EXAMPLES[name])]))
    assert [each.finding.message for each in report.figures[0].findings] == []
    assert report.figures[0].words <= 60


AB = ["a", "b"]


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Distribution("x", AB, [0.5, 0.3, 0.2]),
            "Distribution: tokens e probabilities devem ter o mesmo tamanho; vieram 2 e 3",
        ),
        (
            lambda: Distribution("x", AB, logits=[0.5]),
            "Distribution: tokens e logits devem ter o mesmo tamanho; vieram 2 e 1",
        ),
        (
            lambda: Distribution("x", AB, [0.5, float("nan")]),
            "Distribution.probabilities[1]: esperado um número finito, veio NaN",
        ),
        (
            lambda: Distribution("x", AB, logits=[float("inf"), 0.0]),
            "Distribution.logits[0]: esperado um número finito ou −∞, veio ∞",
        ),
        (
            lambda: Distribution("x", [], []),
            "Distribution.tokens: esperada uma lista de ao menos 1 item, veio uma lista vazia\n"
            "Distribution.probabilities: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
        (
            lambda: Distribution("x", AB, [1.1, -0.1]),
            "Distribution: uma probabilidade não pode ser negativa; veio −0,1",
        ),
        (
            lambda: Distribution("x", AB, [0.5, 0.3]),
            "Distribution: as probabilidades devem somar 1, com folga de 0,001; somam 0,8. "
            "Se faltam tokens, diga quantos em “others”",
        ),
        (
            lambda: Distribution("x", AB, [0.9, 0.3], others=4),
            "Distribution: as probabilidades devem somar no máximo 1; somam 1,2",
        ),
        (lambda: Distribution("x", AB), "Distribution: dê probabilities ou logits: um dos dois, e só um"),
        (
            lambda: Distribution("x", AB, [0.5, 0.5], [1.0, 1.0]),
            "Distribution: dê probabilities ou logits: um dos dois, e só um",
        ),
        (
            lambda: Distribution("x", AB, [0.5, 0.5], temperature=2.0),
            "Distribution: a temperatura só se aplica a logits; com probabilities, deixe-a de fora",
        ),
        (
            lambda: Distribution("x", AB, logits=[1.0, 2.0], temperature=0.0),
            "Distribution.temperature: esperado um número maior que 0, veio 0.0",
        ),
        (
            lambda: Distribution("x", AB, logits=[1.0, 2.0], others=3),
            "Distribution: o softmax precisa dos logits de todos os tokens; deixe “others” de fora",
        ),
        (
            lambda: Distribution("x", ["a", "a"], [0.5, 0.5]),
            "Distribution: o token “a” aparece mais de uma vez",
        ),
        (
            lambda: Distribution("x", AB, [0.5, 0.5], kept=1, mass=0.5),
            "Distribution: dê kept (top-k) ou mass (top-p), não os dois",
        ),
        (lambda: Distribution("x", AB, [0.5, 0.5], kept=3), "Distribution: kept é 3, mas há só 2 tokens"),
        (
            lambda: Distribution("x", AB, [0.5, 0.5], kept=0),
            "Distribution.kept: esperado um número maior ou igual a 1, veio 0",
        ),
        (
            lambda: Distribution("x", AB, [0.5, 0.2], mass=0.9, others=3),
            "Distribution: os tokens dados somam 0,7 e não chegam a mass (0,9); dê mais tokens",
        ),
        (
            lambda: Distribution("x", AB, [0.3, 0.1], others=2),
            "Distribution: os outros tokens têm 60,0 %, em média 30,0 % cada um, mais que “b” (10,0 %), que "
            "então não é dos mais prováveis; dê os tokens mais prováveis, ou confira quantos faltam em "
            "“others”",
        ),
        (
            lambda: Distribution("x", AB, [0.6, 0.1], shown=1, kept=2, others=1),
            "Distribution: o outro token tem 30,0 %, mais que “b” (10,0 %), que então não é dos mais "
            "prováveis; dê os tokens mais prováveis, ou confira quantos faltam em “others”",
        ),
        (
            lambda: Distribution("x", AB, [0.6, 0.4], kept=1, chosen=["b"]),
            "Distribution: o token escolhido “b” fica fora do corte top-k = 1",
        ),
        (
            lambda: Distribution("x", AB, [0.6, 0.4], shown=1, chosen=["b"]),
            "Distribution: o token escolhido “b” é o 2º e não aparece; mostre mais em “shown”",
        ),
        (
            lambda: Distribution("x", ["telhado", "muro"], [0.6, 0.4], chosen=["telado"]),
            "Distribution: o token escolhido “telado” não existe; você quis dizer “telhado”?",
        ),
        (
            lambda: Distribution("x", ["a" * 21, "b"], [0.6, 0.4]),
            "Distribution.tokens[0]: esperado um texto de no máximo 20 caracteres, veio um de 21",
        ),
        (
            lambda: Distribution("x", AB, 0.5),
            "Distribution.probabilities: esperada uma lista, veio 0.5",
        ),
        (
            lambda: Distribution("x", AB, [[0.5, 0.5]]),
            "Distribution.probabilities[0]: esperado um número, veio uma lista com 2 itens",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize(
    ("probabilities", "others", "count"),
    [([0.5, 0.2], 2, 2), ([0.6, 0.2], 1, 2), ([0.6, 0.1], 1, 1), ([0.9995, 0.0], 1, 2)],
    ids=["fewer each", "as much", "less than what is shown", "rounded"],
)
def test_others_may_be_as_likely_as_what_is_shown(probabilities, others, count):
    content = Distribution("x", AB, probabilities, shown=count, others=others)
    assert f"… e mais {2 - count + others}" in shown(content)


class Array:
    """What NumPy arrays and tensors have in common."""

    def __init__(self, items: object) -> None:
        self.items = items

    def tolist(self) -> object:
        return self.items


def test_anything_with_tolist_is_as_good_as_a_list():
    plain = Distribution("x", AB, [0.6, 0.4])
    assert Distribution("x", AB, Array([0.6, 0.4])) == plain
    assert Distribution("x", AB, [Array(0.6), Array(0.4)]) == plain


@given(st.lists(st.floats(-30, 30), min_size=1, max_size=8), st.floats(0.2, 5))
def test_logits_become_their_softmax(logits, temperature):
    names = [f"t{i}" for i in range(len(logits))]
    ranked = dict(Distribution("x", names, logits=logits, temperature=temperature).ranking)
    powers = [exp(logit / temperature) for logit in logits]
    assert [ranked[name] for name in names] == pytest.approx([power / sum(powers) for power in powers])


def test_huge_logits_overflow_nothing():
    ranked = Distribution("x", AB, logits=[1e300, -1e300], temperature=1e-3).ranking
    assert ranked == (("a", 1.0), ("b", pytest.approx(0.0)))


@given(st.lists(st.integers(1, 50), min_size=1, max_size=8), st.integers(1, 100))
def test_top_p_keeps_the_fewest_tokens_that_reach_its_mass(weights, hundredths):
    total = sum(weights)
    names = [f"t{i}" for i in range(len(weights))]
    content = Distribution("x", names, [weight / total for weight in weights], mass=hundredths / 100)
    exact = sorted((Fraction(weight, total) for weight in weights), reverse=True)
    reached = [sum(exact[:count]) >= Fraction(hundredths, 100) for count in range(1, len(exact) + 1)]
    assert content.limit == reached.index(True) + 1


def test_tokens_stand_in_the_order_of_their_probabilities():
    text = shown(Distribution("x", ["pouco", "muito", "algum"], [0.1, 0.6, 0.3]))
    assert text.index("muito 60,0 %") < text.index("algum 30,0 %") < text.index("pouco 10,0 %")


@pytest.mark.parametrize("width", [700, 360])
def test_what_is_not_shown_is_counted_with_its_true_probability(width):
    text = shown(EXAMPLES["top-k"], width)
    assert "top-k = 3 ficam 75,6 %" in text
    assert "… e mais 41 14,9 % no total" in text
    many = Distribution("x", [f"t{i}" for i in range(2000)], [1 / 2000] * 2000, kept=500, shown=2)
    assert "… e mais 498 24,9 % no total top-k = 500 ficam 25,0 % … e mais 1500 75,0 %" in shown(many)


def test_no_percentage_says_never_or_always_of_what_is_neither():
    text = shown(Distribution("x", AB, [0.9997, 0.0003]))
    assert "> 99,9 %" in text
    assert "< 0,1 %" in text


@pytest.mark.parametrize("width", [700, 360])
def test_bars_are_in_proportion_and_distinguished_without_colour(width):
    frame = figure(EXAMPLES["top-k"]).draw(width=width).frame
    found = bars(frame)
    dotted = [bar.item.stroke for bar in found if bar.item.stroke]
    assert [stroke.paint.role for stroke in dotted] == ["masked.mark"] * 2
    assert [bar.item.fill.role for bar in found[:3]] == ["response.shade", "response.mark", "response.mark"]
    lengths = [bar.rect.width + (bar.item.stroke.width if bar.item.stroke else 0) for bar in found]
    assert lengths == pytest.approx(
        [lengths[0] * chance / 0.423 for chance in (0.423, 0.215, 0.118, 0.064, 0.031)]
    )


def test_long_tokens_stand_above_their_bars_on_a_phone():
    content = Distribution("x", ["extraordinariamente", "b"], [0.5, 0.5], chosen=["b"])
    report = check(Chapter(1, "Amostra", [figure(content)]))
    assert report.passes()


def test_the_same_probabilities_with_and_without_a_cut_belong_in_one_chapter():
    tokens, chances = ["telhado", "muro", "sofá"], [0.5, 0.3, 0.2]
    contents = [Distribution("O gato", tokens, chances, kept=k, chosen=["telhado"]) for k in (None, 1)]
    figures = [Figure(i, f"f{i}", "Token", "O que ensina", c) for i, c in enumerate(contents, 1)]
    messages = [
        each.finding.message for one in check(Chapter(1, "Amostra", figures)).figures for each in one.findings
    ]
    assert messages == []


def test_several_chosen_tokens_agree_with_their_verb():
    content = Distribution("a", ["telhado", "muro"], logits=[3, 2], chosen=["telhado", "muro"])
    assert content.describe().endswith(" Escolhidos: telhado e muro.")
