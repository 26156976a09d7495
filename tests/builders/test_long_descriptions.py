"""Descriptions of kinds: as full as there is room for, and never longer."""

from __future__ import annotations

import pytest

from infograficos import Figure
from infograficos.builders import (
    IGNORED,
    Answer,
    Attention,
    Behaviour,
    Block,
    Branch,
    Branches,
    Cards,
    Comparison,
    Crossing,
    Curves,
    Cycle,
    Distribution,
    Exchange,
    Field,
    Formula,
    Hub,
    Item,
    KeyValues,
    Layer,
    Layers,
    LossMask,
    Matrix,
    Pipeline,
    Place,
    Record,
    Rubric,
    Series,
    Spoke,
    Stage,
    Step,
    Table,
    Term,
    Width,
    Widths,
)
from infograficos.content.descriptions import DESCRIPTION_ROOM, fullest, limit_room


def long(number: int) -> str:
    return f"um nome com várias palavras {number}"


ROLES = ("input", "model", "response")
DETAIL = "um detalhe de várias palavras para encher a linha"
ANSWERS = tuple(Answer(long(n), DETAIL, [n] * 5, 1.5) for n in (1, 2))
TOKENS = [f"irresponsavelment{n}" for n in range(10)]
SIDES = [Behaviour(long(n), DETAIL, [long(m) for m in range(3)]) for n in (1, 2)]
LONG = {
    "attention": Attention(TOKENS, [0.1] * 10, 9, written=10),
    "branches": Branches(
        Branch(long(0), "model", DETAIL), [Branch(long(n), "model", DETAIL, off=n > 4) for n in range(1, 7)]
    ),
    "cards": Cards([Item(long(n), "model", DETAIL) for n in range(8)]),
    "comparison": Comparison(DETAIL, *SIDES, long(3)),
    "curves": Curves(
        [Series(f"com várias palavras {n}", [3.5, None, 2.25], role) for n, role in enumerate(ROLES)],
        "passo de treinamento",
        "média da perda validada",
        "com várias palavras 1",
    ),
    "cycle": Cycle([Step(long(n), "model", DETAIL) for n in range(6)]),
    "distribution": Distribution(DETAIL * 2, TOKENS[:8], [0.125] * 8, kept=3, chosen=TOKENS[:3]),
    "exchange": Exchange(
        Place(long(0), "model", DETAIL),
        Place(long(1), "model", DETAIL),
        [Crossing(long(n), back=n % 2 == 1) for n in range(8)],
    ),
    "formula": Formula("a = b + c + d + f", [Term(name, DETAIL, "model") for name in "abcdf"]),
    "hub": Hub(long(0), [Spoke(long(n), "model", DETAIL) for n in range(1, 7)]),
    "key_values": KeyValues({long(n): DETAIL[:40] for n in range(10)}),
    "layers": Layers(
        [Layer(long(0), "model", DETAIL[:40]), Block("Bloco", [Layer(long(n), "model") for n in range(12)])]
    ),
    "loss_mask": LossMask(TOKENS, [IGNORED] * 5 + [1, 2, 3, 4, 5], [1.25] * 10),
    "matrix": Matrix(
        [[1.25, 2.5]] * 2, row_axis=DETAIL, column_axis=DETAIL, cell_names=[["verdadeiro"] * 2] * 2
    ),
    "pipeline": Pipeline([Stage(long(n), "", "model") for n in range(10)]),
    "record": Record([Field(long(n), DETAIL, f"### {long(n)}:", "input") for n in range(8)]),
    "rubric": Rubric(DETAIL, [long(n) for n in range(5)], ANSWERS),
    "widths": Widths(
        [Width(f"camada de nome longo {n}", 10**6 + n, "model") for n in range(5)], weights=True
    ),
    "table": Table([[long(n), *[DETAIL] * 3] for n in range(6)], [long(n)[-28:] for n in range(4)]),
}


@pytest.mark.parametrize("name", LONG)
def test_no_description_is_too_long_for_a_figure(name):
    assert 100 < len(LONG[name].describe()) <= DESCRIPTION_ROOM


def test_the_fullest_that_has_room_is_taken():
    assert fullest(["x" * 300, "y" * 200, "z"]) == "y" * 200


def test_where_none_has_room_the_shortest_is_cut_after_a_word():
    with limit_room(70):
        assert (
            fullest(["palavra " * 90, "palavra " * 30])
            == "palavra palavra palavra palavra palavra palavra palavra palavra…"
        )


@pytest.mark.parametrize("name", ["cards", "exchange", "rubric", "hub", "cycle", "branches", "pipeline"])
def test_on_a_phone_long_names_wrap(name):
    findings = Figure(1, "a", "t", "Um título curto", LONG[name]).draw(width=360).findings
    assert [finding.message for finding in findings if finding.rule == "fit"] == []


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("headline", ["Curta", "Uma manchete que já diz bastante do que a figura ensina"])
def test_what_is_described_has_the_room_that_the_headline_leaves(name, headline):
    alt = Figure(1, "a", "t", headline, LONG[name]).alt
    assert alt.startswith(headline)
    assert len(alt) <= 250
