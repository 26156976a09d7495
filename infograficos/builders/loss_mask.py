"""Uma fita de tokens com rótulos e losses: o que é contexto e o que ensina."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from pydantic import Field, model_validator

from infograficos.content import Number, Some, Words, content
from infograficos.elements.bars import Bar
from infograficos.elements.card import Card, Named, badge, chip
from infograficos.elements.column import Column
from infograficos.elements.flow import Either, Spacer, Unbroken
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Row
from infograficos.elements.shapes import Rule
from infograficos.elements.words import Text
from infograficos.layout import Element
from infograficos.text import sentence
from infograficos.typography import MINUS, decimal, rounded

#: The label that PyTorch's cross entropy leaves out (`ignore_index`).
IGNORED = -100

_MOST_PLACES = 4


@dataclass(frozen=True, slots=True)
class _Group:
    """Tokens next to each other that are all masked or all learned from."""

    masked: bool
    first: int
    count: int


@content
class LossMask:
    """Tokens with their labels and losses; the mean of the losses is computed here.

    Args:
        tokens: the tokens as one reads them.
        labels: one label a token: its id, or −100 where it is ignored.
        losses: one loss a token, in nats; those of ignored tokens do not count, whatever they are.
        masked_name: what the ignored tokens are called.
        learned_name: what the others are called.
    """

    tokens: Some[Words]
    labels: Some[Annotated[int, Field(strict=True, ge=IGNORED)]]
    losses: Some[Number]
    masked_name: Words = "instrução"
    learned_name: Words = "resposta"

    @model_validator(mode="after")
    def _agree(self) -> LossMask:
        lengths = {len(self.tokens), len(self.labels), len(self.losses)}
        if len(lengths) > 1:
            raise ValueError(
                f"tokens, labels e losses devem ter o mesmo tamanho; vieram {len(self.tokens)}, "
                f"{len(self.labels)} e {len(self.losses)}"
            )
        if not self.learned:
            raise ValueError("todos os rótulos são −100: não sobra token de que aprender")
        if any(label != IGNORED and label < 0 for label in self.labels):
            raise ValueError("um rótulo é o número do token (0 ou mais) ou −100, para ignorar")
        if min(self.learned) < 0:
            raise ValueError("a loss de um token não pode ser negativa")
        return self

    @property
    def learned(self) -> tuple[float, ...]:
        """The losses that count."""
        return tuple(loss for label, loss in zip(self.labels, self.losses, strict=True) if label != IGNORED)

    @property
    def mean(self) -> float:
        """The loss of the example: the mean over the tokens that are not ignored."""
        return sum(self.learned) / len(self.learned)

    def body(self) -> Element:
        """Return the strip with its labels and bars, and the mean below; upright where it is narrow."""
        strip = Either((Named("fita", self._lying()), Named("fita", self._upright())))
        return Column((strip, self._formula()), "large")

    def describe(self) -> str:
        """Return which tokens count and what their mean is."""
        masked = " · ".join(t for t, label in zip(self.tokens, self.labels, strict=True) if label == IGNORED)
        learned = " · ".join(t for t, label in zip(self.tokens, self.labels, strict=True) if label != IGNORED)
        ignored = (
            f"Os tokens de {self.masked_name} ({masked}) têm rótulo {MINUS}100 e não contam. "
            if masked
            else ""
        )
        losses = "; ".join(self._written_losses())
        has = (
            f"têm losses {losses}, com média" if len(self.learned) > 1 else f"têm loss {losses}, e a média é"
        )
        return f"{ignored}Os de {self.learned_name} ({learned}) {has} {self._written_mean()}."

    @property
    def _decimals(self) -> tuple[int, int]:
        """The fewest decimals of the losses and of their mean with which these, as written, give that."""
        for more in (1, 0):
            for places in range(1, _MOST_PLACES + 1 - more):
                agreed = decimal(self._mean_of_written(places), places + more) == decimal(
                    self.mean, places + more
                )
                if agreed and not self._vanishes(places):
                    return places, places + more
        return _MOST_PLACES, _MOST_PLACES

    def _vanishes(self, places: int) -> bool:
        return any(loss and not rounded(loss, places) for loss in self.learned)

    def _mean_of_written(self, places: int) -> float:
        return sum(rounded(loss, places) for loss in self.learned) / len(self.learned)

    def _written_losses(self) -> list[str]:
        return [decimal(loss, self._decimals[0]) for loss in self.learned]

    def _written_mean(self) -> str:
        # With no fewer decimals agreeing, it is the mean of what is written, which is what readers can check.
        places, mean_places = self._decimals
        return decimal(self._mean_of_written(places), mean_places)

    def _groups(self) -> list[_Group]:
        groups, first = [], 0
        for masked, labels in groupby(self.labels, lambda label: label == IGNORED):
            count = len(list(labels))
            groups.append(_Group(masked, first, count))
            first += count
        return groups

    def _lying(self) -> Element:
        names = ("token", "rótulo", "loss")
        cells = [Cell(Text(name, "label", "muted"), row, 0) for row, name in enumerate(names, 1)]
        for group in self._groups():
            cells += self._columns(group)
        return Grid(tuple(cells), (0.0, *[1.0] * len(self.tokens)), "tiny", "small")

    def _columns(self, group: _Group) -> list[Cell]:
        column = group.first + 1
        cells = [Cell(self._span(group), 0, column, columns=group.count)]
        cells += [
            Cell(chip(self.tokens[i], _role(group)), 1, i + 1)
            for i in range(group.first, group.first + group.count)
        ]
        if group.masked:
            label = f"{MINUS}100 em todos" if group.count > 1 else f"{MINUS}100"
            cells.append(Cell(_ignored_label(label), 2, column, columns=group.count))
            cells.append(Cell(_ignored_loss(), 3, column, columns=group.count, align="stretch"))
            return cells
        for i in range(group.first, group.first + group.count):
            cells.append(Cell(self._label(i), 2, i + 1))
            cells.append(Cell(self._bar(i), 3, i + 1, align="end"))
        return cells

    def _upright(self) -> Element:
        cells, row = [], 0
        for group in self._groups():
            if row:
                cells.append(Cell(Spacer("tiny"), row, 0))
            cells.append(Cell(self._span(group), row + 1, 0, columns=3))
            row += 2
            for i in range(group.first, group.first + group.count):
                cells.append(Cell(chip(self.tokens[i], _role(group)), row + i - group.first, 0))
                if not group.masked:
                    cells.append(Cell(self._label(i), row + i - group.first, 1))
                    cells.append(Cell(self._bar(i, lying=True), row + i - group.first, 2))
            if group.masked:
                cells.append(Cell(_ignored_label(f"{MINUS}100"), row, 1, rows=group.count, align="stretch"))
                cells.append(Cell(_ignored_loss(), row, 2, rows=group.count, align="stretch"))
            row += group.count
        return Grid(tuple(cells), (0.0, 0.0, 1.0), "tiny", "tiny")

    def _span(self, group: _Group) -> Element:
        name, role = (self.masked_name, "instruction") if group.masked else (self.learned_name, "response")
        return Column(
            (Text(name, "strong", f"{role}.strong", "center"), Rule(f"{role}.line", "accent")), "tiny"
        )

    def _label(self, i: int) -> Element:
        words = Text(str(self.labels[i]), "mark", "response.strong", "center", literal=True, tabular=True)
        return Card(words, None, None, "small", "none")

    def _bar(self, i: int, lying: bool = False) -> Element:
        return Bar(
            self.losses[i], max(self.learned), decimal(self.losses[i], self._decimals[0]), "response", lying
        )

    def _formula(self) -> Element:
        color = "response.strong"
        words = Text(
            sentence("mean", losses=self._written_losses()), "heading", color, "center", literal=True
        )
        mean = Text(self._written_mean(), "headline", color, literal=True)
        wide = Row((Unbroken(words), mean), "tiny", "baseline", "center")
        either = Either((wide, Column((words, mean), "text", "center")))
        return Named("média", Card(either, "response.soft", "response.line", "small"))


def _role(group: _Group) -> str:
    return "instruction" if group.masked else "response"


def _ignored_label(label: str) -> Element:
    words = Text(label, "mark", "masked.strong", "center", literal=True)
    return Card(words, "masked.soft", None, "small", "small", "chip", align="center")


def _ignored_loss() -> Element:
    pill = Row((badge("ignorada", "masked"),), justify="center")
    # In the column of a single token the hatch and the −100 above it have to say it.
    inside = Either((pill, Spacer()))
    return Card(inside, "masked.soft", "masked.line", "small", "hair", "chip", hatched=True, align="center")


EXAMPLES = {
    "dois turnos": LossMask(
        tokens=["Oi", "!", "Olá", ".", "Tchau", "Até", "!"],
        labels=[IGNORED, IGNORED, 812, 13, IGNORED, 4021, 0],
        losses=[0.0, 0.0, 1.25, 0.5, 0.0, 0.75, 0.25],
        masked_name="usuário",
        learned_name="modelo",
    ),
    "sem máscara": LossMask(
        tokens=["O", "gato", "dorme"], labels=[46, 308, 5549], losses=[3.14, 2.72, 1.62], learned_name="texto"
    ),
}
