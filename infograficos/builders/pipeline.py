"""Etapas em ordem, cada uma com uma pequena imagem do que faz."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from infograficos import elements
from infograficos.content.checks import as_validator
from infograficos.content.fields import Some, Words, content
from infograficos.elements.images.symbols import validate_symbol
from infograficos.language.portuguese import pluralize
from infograficos.text.markup import plain_text

__all__ = ["Pipeline", "Stage"]

#: More stages than these have no room on a sheet, however short.
_MOST = 20


@content
class Stage:
    """One step of the way.

    Args:
        name: what it is called.
        picture: the name of the small picture of what it does, such as `tokens`, or that of an icon, such as
            `database` or `banco-de-dados`.
        role: whose colours it has.
    """

    name: Words
    picture: Annotated[Words, AfterValidator(as_validator(validate_symbol))]
    role: Words


@content
class Pipeline:
    """Numbered stages from top to bottom; the last one is where it all leads.

    Args:
        stages: the steps, in order.
    """

    stages: Annotated[Some[Stage], Field(max_length=_MOST)]

    def body(self) -> elements.Element:
        """Return the numbers joined by arrows, each beside its stage."""
        cells = []
        for row, stage in enumerate(self.stages):
            last = row == len(self.stages) - 1
            number = elements.Named(f"etapa {row + 1}", elements.disc(str(row + 1), stage.role, last))
            cells.append(elements.Cell(elements.Fragment(row + 1, number), row, 0))
            cells.append(
                elements.Cell(elements.Fragment(row + 1, _card(stage, last, self.stages[-1].role)), row, 1)
            )
        names = [f"etapa {row + 1}" for row in range(len(self.stages))]
        return elements.WithConnectors(
            elements.Grid(tuple(cells), (0.0, 1.0), "small", "small"), elements.chain(names)
        )

    def describe(self) -> str:
        """Return the stages in order."""
        names = [plain_text(stage.name) for stage in self.stages]
        return f"{pluralize(len(names), 'etapa', 'etapas')}, em ordem: {' → '.join(names)}."


def _card(stage: Stage, last: bool, accent: str) -> elements.Element:
    name = elements.Text(stage.name, "heading", f"{stage.role}.strong" if last else "ink")
    fill = f"{stage.role}.soft" if last else "surface"
    picture = elements.stage_symbol(stage.picture, stage.role, accent, fill)
    beside = elements.Row((elements.Grow(elements.NoWrap(name)), picture), "medium")
    # An icon is narrow enough to leave room for words in lines.
    small = isinstance(picture, elements.Icon)
    below = (
        elements.Row((elements.Grow(name), picture), "small")
        if small
        else elements.Column((name, picture), "small", "start")
    )
    border = f"{stage.role}.line"
    return elements.FirstThatFits(
        (
            elements.Card(beside, fill, border, "tiny", "medium"),
            elements.Card(below, fill, border, "small", "medium"),
        )
    )


EXAMPLES = {
    "avaliar": Pipeline(
        [
            Stage("Perguntas de teste", "pairs", "instruction"),
            Stage("Respostas do modelo", "chat", "model"),
            Stage("Notas dos avaliadores", "curve", "response"),
        ]
    ),
    "rag": Pipeline(
        [
            Stage("Pergunta da pessoa", "user", "instruction"),
            Stage("Busca de trechos", "search", "input"),
            Stage("Prompt com os trechos", "file-text", "model"),
            Stage("Resposta com fontes", "quote", "response"),
        ]
    ),
}
