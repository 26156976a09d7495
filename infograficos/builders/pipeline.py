"""Etapas em ordem, cada uma com um ícone do que faz, e um caminho de volta se houver."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from infograficos import elements
from infograficos.content.checks import validate_symbol
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Detail, Some, Words, content, length, short
from infograficos.language.portuguese import pluralize
from infograficos.text.markup import plain_text

__all__ = ["Back", "Pipeline", "Stage"]

#: A wide sheet has room for so many stages below each other, and for twice as many in two columns.
_MAX_STACKED, _MAX_STAGES = 5, 10


@content
class Stage:
    """One step of the way.

    Args:
        name: what it is called.
        picture: the name of an icon of what it does, such as `database` or `banco-de-dados`, the path of an
            SVG or PNG of your own, or an empty text for none.
        role: its colour role.
    """

    name: Words
    picture: Annotated[Any, BeforeValidator(validate_symbol)]
    role: Words


@content
class Back:
    """A way back from one stage to an earlier one, or to itself.

    Args:
        start: the number of the stage that it leaves, from 1.
        end: the number of the stage that it leads back to.
        label: when it is taken, such as “se a nota for baixa”, or nothing.
    """

    start: Count
    end: Count
    label: Annotated[Detail, short(40)] = ""


@content
class Pipeline:
    """Numbered stages from top to bottom; the last one is where it all leads.

    Args:
        stages: one to ten steps, in order; more than five are in two columns on a wide sheet.
        back: a way back to an earlier stage, or nothing.
    """

    stages: Annotated[Some[Stage], length(1, _MAX_STAGES)]
    back: Back | None = None

    def __post_init__(self) -> None:
        if self.back and self.back.start > len(self.stages):
            count = pluralize(len(self.stages), "etapa", "etapas")
            raise ValueError(f"a volta sai da etapa {self.back.start}, e só há {count}")
        if self.back and self.back.end > self.back.start:
            raise ValueError(
                f"a volta vai da etapa {self.back.start} à {self.back.end}, que vem depois; "
                "dê em “end” uma etapa anterior"
            )

    def body(self) -> elements.Element:
        """Return the numbers joined by arrows, each beside its stage."""
        stacked = [self._columns(len(self.stages), style) for style in ("heading", "mark")]
        if len(self.stages) <= _MAX_STACKED:
            return elements.FirstThatFits(tuple(stacked))
        half = (len(self.stages) + 1) // 2
        beside = self._columns(half, "heading", whole=True), self._columns(half, "mark")
        return elements.FirstThatFits((*map(elements.WideOnly, beside), *stacked))

    def describe(self) -> str:
        """Return the stages in order, and the way back."""
        names = [plain_text(stage.name) for stage in self.stages]
        sentence = f"{pluralize(len(names), 'etapa', 'etapas')}, em ordem: {' → '.join(names)}."
        if not self.back:
            return fullest([sentence])
        reason = f", {plain_text(self.back.label)}" if self.back.label else ""
        return fullest([f"{sentence} Volta da etapa {self.back.start} à etapa {self.back.end}{reason}."])

    def _columns(self, rows: int, style: str, whole: bool = False) -> elements.Element:
        """Return columns of so many stages, with an arrow from each to the next; `whole` wraps no name."""
        numbers = range(1, len(self.stages) + 1)
        columns = [self._column(numbers[i : i + rows], style, whole) for i in range(0, len(numbers), rows)]
        connectors = [
            elements.Connector(_card_name(n), _disc_name(n + 1), leaves="right", arrives="left")
            if n % rows == 0
            else elements.Connector(_disc_name(n), _disc_name(n + 1))
            for n in numbers[:-1]
        ]
        row = elements.Row(tuple(map(elements.Grow, columns)), "link", "start", equal=True)
        inside = columns[0] if len(columns) == 1 else row
        return elements.WithConnectors(inside, (*connectors, *self._way_back(rows)))

    def _way_back(self, rows: int) -> tuple[elements.Connector, ...]:
        """Return the way back around the outside of columns of so many stages."""
        if not self.back:
            return ()
        start, end = self.back.start, self.back.end
        (name, leaves), (other, arrives) = (self._outside(number, rows) for number in (start, end))
        way = elements.Connector(name, other, "model.strong", "flow", leaves=leaves, arrives=arrives)
        return (way,)

    def _outside(self, number: int, rows: int) -> tuple[str, Literal["left", "right"]]:
        """Return what is at the outside of a stage: the disc of a left column, else the card."""
        is_left = number <= rows < len(self.stages)
        return (_disc_name(number), "left") if is_left else (_card_name(number), "right")

    def _column(self, numbers: range, style: str, whole: bool) -> elements.Element:
        cells = []
        for row, number in enumerate(numbers):
            stage, is_last = self.stages[number - 1], number == len(self.stages)
            disc = elements.disc(str(number), stage.role, is_last)
            cells.append(elements.Cell(elements.named_fragment(number, _disc_name(number), disc), row, 0))
            label = self.back.label if self.back and self.back.start == number else ""
            card = _card(stage, is_last, style, whole, label)
            cells.append(elements.Cell(elements.named_fragment(number, _card_name(number), card), row, 1))
        return elements.Grid(tuple(cells), (0.0, 1.0), "small", "small")


def _disc_name(number: int) -> str:
    return f"etapa {number}"


def _card_name(number: int) -> str:
    return f"cartão {number}"


def _card(stage: Stage, is_last: bool, style: str, whole: bool, label: str) -> elements.Element:
    """Return a stage's name with its icon at the other end; `label` says when one goes back from it."""
    strong, soft = f"{stage.role}.strong", f"{stage.role}.soft"
    name: elements.Element = elements.Text(stage.name, style, strong if is_last else "ink")
    if whole:
        name = elements.NoWrap(name)
    is_tight = bool(stage.picture) and not label
    if is_tight:
        # The icon's tile is higher than one line, so that only several lines need room of their own.
        name = elements.Card(name, None, None, "hair", "none")
    if label:
        name = elements.Column((name, elements.Text(f"↩ {label}", "label", "model.strong")), "small")
    words: tuple[elements.Element, ...] = (elements.Grow(name),)
    if stage.picture:
        words += (elements.Icon(stage.picture, strong, tile="surface" if is_last else soft),)
    fill = soft if is_last else "surface"
    row = elements.Row(words, "small")
    padding = "tiny" if is_tight else "small"
    return elements.Card(
        row, fill, f"{stage.role}.line", padding, "small" if whole or style == "mark" else "medium"
    )


EXAMPLES = {
    "avaliar": Pipeline(
        [
            Stage("Perguntas de teste", "lista", "instruction"),
            Stage("Respostas do modelo", "conversa", "model"),
            Stage("Notas dos avaliadores", "estrela", "response"),
        ]
    ),
    "RAG": Pipeline(
        [
            Stage("Pergunta da pessoa", "user", "instruction"),
            Stage("Busca de trechos", "search", "input"),
            Stage("Prompt com os trechos", "file-text", "model"),
            Stage("Resposta com fontes", "quote", "response"),
        ]
    ),
    "oito etapas e uma volta": Pipeline(
        [
            Stage("Coleta", "download", "input"),
            Stage("Limpeza", "funil", "input"),
            Stage("Tokens", "tesoura", "input"),
            Stage("Lotes", "pacote", "input"),
            Stage("Treino", "cerebro", "model"),
            Stage("Avaliação", "medidor", "model"),
            Stage("Ajustes", "ajustes", "model"),
            Stage("Publicação", "nuvem", "response"),
        ],
        back=Back(7, 5, "se a nota for baixa"),
    ),
}
