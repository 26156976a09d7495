"""Etapas em ordem, cada uma com uma pequena imagem do que faz."""

from __future__ import annotations

from infograficos.content import Some, Words, content
from infograficos.elements.card import Card, Named
from infograficos.elements.column import Column
from infograficos.elements.connector import Linked, chained
from infograficos.elements.flow import Either, Grow, Unbroken
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.pictures import Picture, PictureName
from infograficos.elements.row import Row
from infograficos.elements.shapes import disc
from infograficos.elements.words import Text
from infograficos.layout import Element
from infograficos.text import plain
from infograficos.typography import counted


@content
class Stage:
    """One step of the way.

    Args:
        name: what it is called.
        picture: the name of the small picture of what it does.
        role: whose colours it has.
    """

    name: Words
    picture: PictureName
    role: Words


@content
class Pipeline:
    """Numbered stages from top to bottom; the last one is where it all leads.

    Args:
        stages: the steps, in order.
    """

    stages: Some[Stage]

    def body(self) -> Element:
        """Return the numbers joined by arrows, each beside its stage."""
        cells = []
        for row, stage in enumerate(self.stages):
            last = row == len(self.stages) - 1
            cells.append(Cell(Named(f"etapa {row + 1}", disc(str(row + 1), stage.role, last)), row, 0))
            cells.append(Cell(_card(stage, last), row, 1))
        names = [f"etapa {row + 1}" for row in range(len(self.stages))]
        return Linked(Grid(tuple(cells), (0.0, 1.0), "small", "small"), chained(names))

    def describe(self) -> str:
        """Return the stages in order."""
        names = [plain(stage.name) for stage in self.stages]
        return f"{counted(len(names), 'etapa', 'etapas')}, em ordem: {' → '.join(names)}."


def _card(stage: Stage, last: bool) -> Element:
    name = Text(stage.name, "heading", f"{stage.role}.strong" if last else "ink")
    picture = Picture(stage.picture)
    beside = Row((Grow(Unbroken(name)), picture), "medium")
    fill = f"{stage.role}.soft" if last else "surface"
    below = Column((name, picture), "small", "start")
    border = f"{stage.role}.line"
    return Either(
        (Card(beside, fill, border, "tiny", "medium"), Card(below, fill, border, "small", "medium"))
    )


EXAMPLES = {
    "avaliar": Pipeline(
        [
            Stage("Perguntas de teste", "pairs", "instruction"),
            Stage("Respostas do modelo", "chat", "model"),
            Stage("Notas dos avaliadores", "curve", "response"),
        ]
    ),
}
