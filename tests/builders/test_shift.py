"""Inputs and targets one token apart: what is said, what is refused, and that arrows join the pairs."""

from __future__ import annotations

import pytest
from blocks import caps
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.shift import EXAMPLES, Shift
from infograficos.scene.items import Path, walk, words


def figure(content):
    return Figure(1, "deslocamento", "Deslocamento", "O alvo é a entrada, um token adiante", content)


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["só tokens"].describe() == (
        "5 pares de entrada e alvo, o alvo sempre um token adiante: “O” → “gato”, “gato” → “subiu”, "
        "“subiu” → “no”, “no” → “muro” e “muro” → “.”."
    )
    assert Shift(["a", "b"]).describe() == (
        "Um par de entrada e alvo, o alvo sempre um token adiante: “a” → “b”."
    )


@pytest.mark.parametrize("width", [700, 360])
def test_an_arrow_leads_from_each_input_to_the_token_after_it(width):
    frame = figure(EXAMPLES["só tokens"]).draw(width=width).frame
    arrows = [v.rect for v in walk(frame) if isinstance(v.item, Path)]
    given, wanted = (
        [v.rect for v in caps(frame) if v.item.fill.role == role] for role in ("input.soft", "response.mid")
    )
    assert len(arrows) == len(given) == len(wanted) == 5
    for arrow, above, below in zip(arrows, given, wanted, strict=True):
        assert above.center.x == pytest.approx(arrow.center.x) == below.center.x
        assert above.bottom < arrow.y < arrow.bottom < below.y


def test_ids_stand_under_their_tokens_in_both_rows():
    said = words(figure(EXAMPLES["com ids"]).draw().frame).split()
    assert said.count("1402") == said.count("2033") == 1
    assert said.count("281") == said.count("305") == 2


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
