"""Descriptions of extreme contents: they stay within the room that an alternative text has."""

from __future__ import annotations

import pytest

from infograficos import Figure
from infograficos.builders import (
    Alignment,
    Attention,
    Distribution,
    Encodings,
    Generation,
    Matrix,
    Points,
    Shift,
    Timeline,
    VectorSum,
    Windows,
)
from infograficos.builders.encodings import AudioData, TextData
from infograficos.builders.kind import examples
from infograficos.builders.timeline import Moment
from infograficos.builders.vector_sum import Summand
from infograficos.content.descriptions import DESCRIPTION_ROOM

LONG = [f"inconstitucional{i}" for i in range(20)]
ROW = [1 / 8] * 8

EXTREMES = {
    "alignment": Alignment(LONG[:8], LONG[8:16], [ROW] * 8),
    "attention": Attention(LONG, [0.05] * 20, 19),
    "distribution": Distribution("uma frase bem comprida " * 4, LONG, [0.05] * 20, chosen=LONG[:1]),
    "encodings": Encodings(
        [
            *(AudioData([-123.456] * 2000, f"um som comprido{i}", "input") for i in range(3)),
            TextData(["palavra"] * 3, [50256] * 3),
        ]
    ),
    "generation": Generation(LONG[:5], LONG[5:9]),
    "matrix": Matrix([[0.25] * 3 + [0.3]] * 4, [f"uma linha de nome comprido {i}" for i in range(4)]),
    "points": Points([[i, i] for i in range(20)], LONG, analogy=LONG[:3]),
    "shift": Shift(LONG),
    "timeline": Timeline(
        [Moment(f"{2000 + i}", name, "um detalhe") for i, name in enumerate(LONG[:8])], LONG[0]
    ),
    "vector sum": VectorSum([Summand(name, [-0.123] * 9, "input") for name in LONG[:4]], "soma"),
    "windows": Windows(LONG, 8),
}


@pytest.mark.parametrize("name", examples())
def test_an_example_leaves_room_for_a_headline_of_usual_length(name):
    figure = Figure(1, "a", "t", "Cada palavra olha para todas as outras da frase", examples()[name])
    assert len(figure.alt) <= 250


@pytest.mark.parametrize("name", EXTREMES)
def test_extreme_contents_are_described_within_the_room(name):
    assert len(EXTREMES[name].describe()) <= DESCRIPTION_ROOM
