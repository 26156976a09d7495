"""Etapas em ordem, cada uma com uma pequena imagem do que faz."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from infograficos import elements
from infograficos.content.checks import validate_symbol
from infograficos.content.fields import Some, Words, content, length
from infograficos.language.portuguese import pluralize
from infograficos.text.markup import plain_text

__all__ = ["Pipeline", "Stage"]

#: More stages have no room on a sheet, however short.
_MAX_STAGES = 20


@content
class Stage:
    """One step of the way.

    Args:
        name: what it is called.
        picture: the name of the small picture of what it does, such as `tokens`, or that of an icon, such as
            `database` or `banco-de-dados`.
        role: its colour role.
    """

    name: Words
    picture: Annotated[Words, AfterValidator(validate_symbol)]
    role: Words


@content
class Pipeline:
    """Numbered stages from top to bottom; the last one is where it all leads.

    Args:
        stages: the steps, in order.
    """

    stages: Annotated[Some[Stage], length(0, _MAX_STAGES)]

    def body(self) -> elements.Element:
        """Return the numbers joined by arrows, each beside its stage."""
        cells, names, accent = [], elements.numbered_names("etapa", self.stages), self.stages[-1].role
        for number, (name, stage) in enumerate(zip(names, self.stages, strict=True), 1):
            is_last = number == len(self.stages)
            disc = elements.named_fragment(number, name, elements.disc(str(number), stage.role, is_last))
            cells.append(elements.Cell(disc, number - 1, 0))
            card = elements.Fragment(number, _card(stage, is_last, accent))
            cells.append(elements.Cell(card, number - 1, 1))
        grid = elements.Grid(tuple(cells), (0.0, 1.0), "small", "small")
        return elements.WithConnectors(grid, elements.chain(names))

    def describe(self) -> str:
        """Return the stages in order."""
        names = [plain_text(stage.name) for stage in self.stages]
        return f"{pluralize(len(names), 'etapa', 'etapas')}, em ordem: {' → '.join(names)}."


def _card(stage: Stage, is_last: bool, accent: str) -> elements.Element:
    name = elements.Text(stage.name, "heading", f"{stage.role}.strong" if is_last else "ink")
    fill = f"{stage.role}.soft" if is_last else "surface"
    picture = elements.stage_symbol(stage.picture, stage.role, accent, fill)
    beside = elements.Row((elements.Grow(elements.NoWrap(name)), picture), "medium")
    narrow: elements.Element = elements.Column((name, picture), "small", "start")
    # An icon is narrow enough to have wrapped words beside it.
    if isinstance(picture, elements.Icon):
        narrow = elements.Row((elements.Grow(name), picture), "small")
    border = f"{stage.role}.line"
    wide = elements.Card(beside, fill, border, "tiny", "medium")
    return elements.FirstThatFits((wide, elements.Card(narrow, fill, border, "small", "medium")))


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
