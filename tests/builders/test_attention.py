"""Attention: what is said, what is refused, and that arcs and percentages are those of the weights."""

from __future__ import annotations

import pytest
from blocks import caps
from hypothesis import given
from hypothesis import strategies as st
from refusals import refusal

from infograficos.builders.attention import EXAMPLES, Attention
from infograficos.chapter import Chapter
from infograficos.figure import Figure
from infograficos.gallery.page import file_name
from infograficos.report import check
from infograficos.scene.items import Frame, Path, walk, words

PRONOUN = EXAMPLES["pronome"]


def frame_of(content, width=700):
    return Figure(1, "exemplo", "Exemplo", "Uma manchete de exemplo", content).draw(width=width).frame


def arcs(frame):
    return [v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]


@pytest.mark.parametrize(
    ("content", "description"),
    [
        (
            PRONOUN,
            "Em “O gato dormiu porque ele cansou”, a atenção de “ele” vai 63\u00a0% para “gato”, 16\u00a0% "
            "para si mesmo, 12\u00a0% para “dormiu” e 9\u00a0% para os outros 2. Não vê os tokens seguintes.",
        ),
        (
            EXAMPLES["sem máscara"],
            "Em “Ela sentou no banco da praça”, a atenção de “banco” vai 45\u00a0% para “praça”, 21\u00a0% "
            "para “sentou”, 18\u00a0% para si mesmo e 16\u00a0% para os outros 3.",
        ),
        (Attention(["só"], [1.0], 0), "Em “só”, a atenção de “só” vai 100\u00a0% para si mesmo."),
        (
            Attention(["a", "b"], [0.004, 0.996], 1),
            "Em “a b”, a atenção de “b” vai >\u00a099\u00a0% para si mesmo e <\u00a01\u00a0% para “a”.",
        ),
    ],
)
def test_attention_is_described_word_for_word(content, description):
    assert content.describe() == description


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((["a", "b"], [1.0], 0), "Attention: tokens e weights devem ter o mesmo tamanho; vieram 2 e 1"),
        ((["a"], [float("nan")], 0), "Attention.weights[0]: esperado um número finito, veio NaN"),
        ((["a", "b"], [1.5, -0.5], 1), "Attention: um peso não pode ser negativo"),
        ((["a", "b"], [0.5, 0.4], 1), "Attention: os pesos devem somar 1; somam 0,9"),
        ((["a"], [1.0], 1), "Attention: looking é a posição de um token, de 0 a 0; veio 1"),
        ((["a"], [1.0], -1), "Attention.looking: esperado um número maior ou igual a 0, veio -1"),
        (
            (["a", "b"], [0.8, 0.2], 0),
            "Attention: com causal=True, “a” não vê “b”, que vem depois: o peso deve ser 0, veio 0,2",
        ),
        (
            (["a"] * 4096, [1 / 4096] * 4096, 0),
            "Attention.tokens: esperada uma lista de no máximo 24 itens, veio uma lista com 4096 itens",
        ),
        ((["a"], 1.0, 0), "Attention.weights: esperada uma lista, veio 1.0"),
        (
            ([], [], 0),
            "Attention.tokens: esperada uma lista de ao menos 1 item, veio uma lista vazia\n"
            "Attention.weights: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(given, message):
    assert refusal(lambda: Attention(*given)) == message


def test_a_sum_within_rounding_is_taken():
    assert Attention(["a", "b"], [0.5, 0.5009], 1).percentages == (50, 50, 0)


class Tensor:
    """What an array and a tensor have in common."""

    def tolist(self):
        return [0.25, 0.75]


def test_arrays_and_tensors_are_taken_by_what_they_can_do():
    assert Attention(["a", "b"], Tensor(), 1).weights == (0.25, 0.75)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=8).filter(any), st.integers(1, 8))
def test_the_percentages_add_up_and_are_near_the_weights(counts, written):
    weights = [count / sum(counts) for count in counts]
    tokens = ["t"] * len(weights)
    content = Attention(tokens, weights, len(weights) - 1, written=written)
    assert sum(content.percentages) == 100 or "Valores arredondados." in content.describe()
    by_weight = dict(zip([weights[i] for i in content.strongest], content.percentages, strict=False))
    assert [by_weight[weights[i]] for i in content.strongest] == list(content.percentages)[
        : len(content.strongest)
    ]
    for i, percentage in zip(content.strongest, content.percentages, strict=False):
        assert abs(percentage - 100 * weights[i]) < 1 + 1e-6
    assert [weights[i] for i in content.strongest] == sorted(weights, reverse=True)[: len(content.strongest)]


def test_a_rest_of_one_is_written_where_it_stands():
    content = Attention(["a", "b"], [0.4, 0.6], 1, written=1)
    assert content.strongest == (1, 0)
    assert "outros" not in words(frame_of(content))


def test_each_weight_has_its_arc_and_what_is_not_seen_has_none():
    frame = frame_of(PRONOUN)
    assert len(arcs(frame)) == 5
    shown = words(frame)
    for expected in ("63\u00a0%", "16\u00a0%", "12\u00a0%", "os outros 2 somam 9\u00a0%", "não vê"):
        assert expected in shown


def test_on_a_phone_the_tokens_stay_one_strip_with_its_arcs_at_the_right():
    frame = frame_of(PRONOUN, 360)
    named = [v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name.startswith("token")]
    assert len({rect.x for rect in named}) == 1
    assert len(arcs(frame)) == 5
    left = min(p.x + v.at.x for v in arcs(frame) for step in v.item.commands for p in step.points)
    assert left == pytest.approx(named[0].right)


@pytest.mark.parametrize("width", [700, 360])
def test_only_the_token_that_looks_is_solid(width):
    faces = [face.item.fill.role for face in caps(frame_of(PRONOUN, width))]
    assert [role for role in faces if role.endswith(".solid")] == ["model.solid"]
    assert faces.count("input.mid") == 1


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_examples_pass_every_rule_on_all_sheets(name):
    one = Figure(1, file_name(name), "Exemplo", "O que o exemplo ensina", EXAMPLES[name])
    (report,) = check(Chapter(1, "Exemplos", [one])).figures
    assert [found.finding.message for found in report.findings] == []
    assert report.words <= 60
