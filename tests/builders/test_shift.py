"""Inputs and targets one token apart: what is said, what is refused, and that arrows join the pairs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from blocks import caps
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.shift import EXAMPLES, Shift
from infograficos.scene.items import Frame, Path, walk, words


def figure(content):
    return Figure(1, "deslocamento", "Deslocamento", "O alvo é a entrada, um token adiante", content)


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["só tokens"].describe() == (
        "4 pares de entrada e alvo, o alvo sempre um token adiante: “E” → “lá”, “lá” → “vem”, “vem” → “o” "
        "e “o” → “sol”."
    )
    assert Shift(["a", "b"]).describe() == (
        "Um par de entrada e alvo, o alvo sempre um token adiante: “a” → “b”."
    )


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("content", EXAMPLES.values())
def test_a_flow_leads_from_each_input_to_the_token_after_it(content, width):
    frame = figure(content).draw(width=width).frame
    visits = list(walk(frame))
    flows = [v for v in visits if isinstance(v.item, Path) and v.item.joins]
    names = dict.fromkeys(v.item.joins for v in flows)
    assert len(names) == len(content.tokens) - 1
    rects = {v.item.name: v.rect for v in visits if isinstance(v.item, Frame) and v.item.name}
    said = {name: words(v.item).strip("␣ ") for v in visits for name in [getattr(v.item, "name", "")] if name}
    pairs = [(said[start], said[end]) for start, end in names]
    labels = [token.strip(" Ġ") for token in content.tokens]
    assert pairs == list(pairwise(labels))
    for start, end in names:
        assert rects[start].bottom < rects[end].y
        assert rects[start].center.x < rects[end].center.x


def test_a_token_keeps_its_column_as_input_and_as_target_and_only_the_last_target_is_solid():
    faces = caps(figure(EXAMPLES["só tokens"]).draw().frame)
    given = [v.rect.center.x for v in faces if v.item.fill.role == "input.soft"]
    wanted = [v.rect.center.x for v in faces if v.item.fill.role in ("response.mid", "response.solid")]
    assert given[1:] == pytest.approx(wanted[:-1])
    assert [v.item.fill.role for v in faces].count("response.solid") == 1


def test_ids_stand_under_their_tokens_in_both_rows():
    said = words(figure(EXAMPLES["com ids"]).draw().frame).split()
    assert said.count("11") == said.count("29") == 1
    assert said.count("26") == said.count("38") == 2


def test_pairs_that_are_not_drawn_are_counted():
    assert "… e mais 504" in words(figure(Shift([f"t{i}" for i in range(513)])).draw().frame)


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Shift(["a"]),
            "Shift.tokens: esperada uma lista de ao menos 2 itens, veio uma lista com 1 item",
        ),
        (lambda: Shift(["a", "b"], [1]), "Shift: tokens e ids devem ter o mesmo tamanho; vieram 2 e 1"),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
