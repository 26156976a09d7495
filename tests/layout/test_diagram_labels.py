"""Labels of a diagram are laid out as what they are, and keep their name, step and overflow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ruler import square_layouter

from infograficos.builders import Curves, Exchange, Matrix, Series, Table
from infograficos.builders.exchange import Crossing, Place
from infograficos.elements import Column, DiagramLabels, Fragment, Named, Text
from infograficos.figure import Figure
from infograficos.scene.geometry import Limits, Size
from infograficos.scene.items import TextBlock, walk


def labels(frame):
    texts = [visit for visit in walk(frame) if isinstance(visit.item, TextBlock)]
    return [visit.item.text for visit in texts if visit.in_labels]


def test_only_what_is_inside_is_a_label_also_below_names_and_steps():
    child = Named("nós", Fragment(2, DiagramLabels(Column((Text("nó"), Named("a", Text("seta")))))))
    frame = square_layouter().layout(Column((Text("prosa"), child)), Limits(400))
    assert labels(frame) == ["nó", "seta"]


def test_it_is_laid_out_as_its_child_is():
    child, layouter = Text("muito larga"), square_layouter()
    frame = layouter.layout(DiagramLabels(child), Limits(30))
    assert frame.offered == Size(30, float("inf"))
    assert frame == replace(layouter.layout(child, Limits(30)), labels=True)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (Table({"rede": ["pequena", "grande"], "acerto": [0.7, 0.9]}), "rede pequena 0,7 grande 0,9"),
        (Matrix([[1, 2]], rows=["ontem"], columns=["sol", "chuva"]), "ontem sol chuva 1 2"),
        (
            Curves([Series("treino", [3, 1], "model")], x_name="época", y_name="loss"),
            "treino 1,0 2,5 época loss",
        ),
        (
            Exchange(Place("Você", "instruction"), Place("Modelo", "model"), [Crossing("Oi")]),
            "Você Modelo Oi",
        ),
    ],
)
def test_cells_ticks_nodes_and_messages_are_labels(content, words):
    frame = Figure(1, "a", "Título", "O que se vê", content).draw(width=700).frame
    assert set(words.split()) <= set(" ".join(labels(frame)).split())
    assert "Título" not in labels(frame)
