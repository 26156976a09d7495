"""Two sentences tied word by word: what is said, what is refused, and which bands there are."""

from __future__ import annotations

import pytest
from blocks import caps
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.alignment import EXAMPLES, Alignment
from infograficos.scene.items import Path, walk, words


def figure(content):
    return Figure(1, "alinhamento", "Alinhamento", "A ordem muda; as palavras se acham", content)


def bands(content, width=700):
    frame = figure(content).draw(width=width).frame
    return [v for v in walk(frame) if isinstance(v.item, Path) and v.item.joins]


class Tensor:
    """What a tensor is to the library: something with `tolist()`."""

    def __init__(self, values):
        self.values = values

    def tolist(self):
        return self.values


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["tradução"].describe() == (
        "“the black cat sleeps now” (inglês) e “o gato preto dorme agora” (português). Ligações mais fortes: "
        "“the” com “o” (0,92), “now” com “agora” (0,90), “cat” com “gato” (0,88), "
        "“sleeps” com “dorme” (0,86) e mais 7."
    )
    assert EXAMPLES["pares"].describe() == (
        "“eu adoro cafuné” (português) e “I love fingers through my hair” (inglês). Ligações: “eu” com “I”, "
        "“adoro” com “love”, “cafuné” com “fingers”, “cafuné” com “through”, “cafuné” com “my” e “cafuné” "
        "com “hair”."
    )


@pytest.mark.parametrize("width", [700, 360])
def test_there_is_a_band_for_each_weight_that_is_large_enough(width):
    content = Alignment(["a", "b"], ["c", "d"], [[0.9, 0.1], [0.04, 0.96]])
    assert [link[:2] for link in content.links] == [(0, 0), (0, 1), (1, 1)]
    assert len(bands(content, width)) == 3
    assert "abaixo de 0,05, nenhuma" in words(figure(content).draw(width=width).frame)


def test_nothing_is_said_of_what_is_left_out_where_nothing_is():
    content = Alignment(["a"], ["c", "d"], [[1.0, 0.0]])
    assert "abaixo" not in words(figure(content).draw().frame)


def test_of_too_many_links_the_heaviest_are_drawn_and_all_are_counted():
    content = Alignment(list("abcdefgh"), list("jklmnopq"), [[0.5 + i / 20] * 8 for i in range(8)])
    assert len(bands(content)) == 16
    assert "só as maiores 16 de 64" in words(figure(content).draw().frame)
    assert figure(content).draw().findings == ()


def test_of_equal_links_no_drawn_one_is_called_larger():
    content = Alignment(list("abcdefgh"), list("jklmnopq"), [[0.125] * 8] * 8)
    assert words(figure(content).draw().frame).endswith("faixa mais grossa, peso maior; só 16 de 64")


def lit(content):
    return [v.item.joins for v in bands(content) if v.item.fill.role == "model.mark"]


def test_the_heavy_links_that_cross_stand_out_with_their_words():
    content = EXAMPLES["tradução"]
    assert lit(content) == [("source 2", "target 3"), ("source 3", "target 2")]
    frame = figure(content).draw().frame
    assert [face.item.fill.role for face in caps(frame)].count("input.mid") == 2
    assert {v.item.fill.role for v in bands(content)} == {"model.mark", "model.mid"}


def test_where_none_cross_the_links_of_a_word_with_several_stand_out():
    assert lit(EXAMPLES["pares"]) == [("source 3", f"target {i}") for i in range(3, 7)]


def test_where_all_are_alike_none_stands_out_and_all_are_seen_well():
    content = Alignment(["a", "b"], ["c", "d"], pairs=[(0, 1), (1, 0)])
    assert lit(content) == []
    assert {v.item.fill.role for v in bands(content)} == {"model.body"}


def test_a_tensor_is_as_good_as_lists():
    weights = [[0.9, 0.1], [0.2, 0.8]]
    assert Alignment(["a", "b"], ["c", "d"], Tensor(weights)) == Alignment(["a", "b"], ["c", "d"], weights)


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: Alignment(["a"], ["b"]), "Alignment: dê weights ou pairs: um dos dois, e só um"),
        (
            lambda: Alignment(["a", "b"], ["c"], [[1.0]]),
            "Alignment: weights deve ter uma linha por palavra de source, 2; tem 1",
        ),
        (
            lambda: Alignment(["a"], ["b", "c"], [[1.0]]),
            "Alignment: weights[0] deve ter um peso por palavra de target, 2; tem 1",
        ),
        (
            lambda: Alignment(["a"], ["b"], [[1.5]]),
            "Alignment.weights[0][0]: esperado um número menor ou igual a 1, veio 1.5",
        ),
        (
            lambda: Alignment(["a"], ["b"], [[float("nan")]]),
            "Alignment.weights[0][0]: esperado um número finito, veio NaN",
        ),
        (
            lambda: Alignment(["a"], ["b"], pairs=[(0, 1)]),
            "Alignment: o par (0, 1) sai das frases, que vão de 0 a 0 e de 0 a 0",
        ),
        (
            lambda: Alignment(["a"], ["b"], [[0.01]]),
            "Alignment: nenhum peso chega a 0,05; não há o que ligar",
        ),
        (
            lambda: Alignment(["a"] * 9, ["b"], pairs=[(0, 0)]),
            "Alignment.source: esperada uma lista de no máximo 8 itens, veio uma lista com 9 itens",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
