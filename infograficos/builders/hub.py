"""Um centro e o que está ligado a ele, de dois a seis itens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from infograficos.content import Detail, Name, Words, content
from infograficos.elements.bracket import Bracket
from infograficos.elements.card import Card, Named
from infograficos.elements.column import Column
from infograficos.elements.connector import Link, Linked
from infograficos.elements.flow import Either, Snug
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.strut import Strut
from infograficos.elements.words import Text
from infograficos.layout import Element
from infograficos.text import plain
from infograficos.typography import listed

_CENTER = "centro"

#: A name of the middle with more letters than this would take the room of the spokes' words if set large.
_SHORT = 7


@content
class Spoke:
    """One thing that the centre reaches.

    Args:
        name: such as “tradução”.
        role: whose colours it has.
        detail: what it is, in a few words, or nothing.
    """

    name: Name
    role: Words
    detail: Detail = ""


@content
class Hub:
    """One thing in the middle and what it reaches around it; the middle is the one to remember.

    Args:
        name: what stands in the middle, such as “LLM”.
        spokes: two to six things around it, first those on the left.
        detail: what the middle is, in a few words, or nothing.
        role: whose colours the middle has.
    """

    name: Name
    spokes: Annotated[Sequence[Spoke], Field(min_length=2, max_length=6), AfterValidator(tuple)]
    detail: Detail = ""
    role: Words = "model"

    @model_validator(mode="after")
    def _differ(self) -> Hub:
        seen = {_key(self.name)}
        for spoke in self.spokes:
            if _key(spoke.name) in seen:
                raise ValueError(
                    f"esperados nomes diferentes; “{plain(spoke.name).strip()}” aparece duas vezes"
                )
            seen.add(_key(spoke.name))
        return self

    def body(self) -> Element:
        """Return the middle between its spokes, or above them where it is narrow."""
        styles = ("heading", "strong", "mark")
        return Either((*(self._wide(style) for style in styles), self._narrow()))

    def describe(self) -> str:
        """Return the middle and its spokes in a sentence."""
        spokes = listed([_said(spoke.name, spoke.detail) for spoke in self.spokes])
        return f"No centro, {_said(self.name, self.detail)}. Ligados a ele: {spokes}."

    def _wide(self, style: str) -> Element:
        """Return three columns; the middle is as high as the others, so that all arrows are straight."""
        half = (len(self.spokes) + 1) // 2
        cells = [Cell(Snug(self._center()), 0, 1, rows=half, align="stretch")]
        cards = self._cards(style)
        # With both sides equally wide the middle stands in the middle of the sheet.
        cells += [Cell(Strut(cards), 0, column) for column in (0, 2)]
        for row, card in enumerate(cards[:half]):
            cells.append(Cell(card, row, 0, align="stretch"))
        if len(cards) == 2 * half:
            for row, card in enumerate(cards[half:]):
                cells.append(Cell(card, row, 2, align="stretch"))
        else:
            right = Column(cards[half:], "medium", justify="center")
            cells.append(Cell(right, 0, 2, rows=half, align="stretch"))
        grid = Grid(tuple(cells), (1.0, 0.0, 1.0), "link", "medium", equal=True)
        return Linked(grid, tuple(Link(_CENTER, name) for name in self._places()))

    def _narrow(self) -> Element:
        column = Column((self._center(), *self._cards("heading")), "small")
        return Bracket(column, _CENTER, tuple(self._places()))

    def _places(self) -> list[str]:
        return [f"item {number}" for number in range(1, len(self.spokes) + 1)]

    def _center(self) -> Element:
        style = "display" if len(plain(self.name)) <= _SHORT else "heading"
        words: tuple[Element, ...] = (Text(self.name, style, f"{self.role}.strong", "center"),)
        if self.detail:
            words += (Text(self.detail, "label", "ink", "center"),)
        surface = Card(Column(words, "medium"), f"{self.role}.soft", f"{self.role}.line", align="center")
        return Named(_CENTER, surface)

    def _cards(self, style: str) -> tuple[Element, ...]:
        return tuple(
            Named(place, _card(spoke, style))
            for place, spoke in zip(self._places(), self.spokes, strict=True)
        )


def _card(spoke: Spoke, style: str) -> Element:
    words: tuple[Element, ...] = (Text(spoke.name, style, f"{spoke.role}.strong"),)
    if spoke.detail:
        words += (Text(spoke.detail, "label", "muted"),)
    return Card(Column(words, "text"), border=f"{spoke.role}.line", across="small", align="center")


def _said(name: str, detail: str) -> str:
    return f"{plain(name)} ({plain(detail)})" if detail else plain(name)


def _key(name: str) -> str:
    return plain(name).strip().casefold()


EXAMPLES = {
    "tarefas": Hub(
        name="LLM",
        detail="um só modelo",
        spokes=[
            Spoke("Chat", "response", "tira dúvidas"),
            Spoke("Código", "response", "completa funções"),
            Spoke("Tradução", "response", "inglês a português"),
            Spoke("Resumo", "response", "só o essencial"),
        ],
    ),
    "pytorch": Hub(
        name="PyTorch",
        detail="cinco peças",
        spokes=[
            Spoke("Tensores", "input", "números"),
            Spoke("DataLoader", "input", "lotes"),
            Spoke("nn.Module", "model", "camadas"),
            Spoke("Autograd", "model", "gradientes"),
            Spoke("AdamW", "response", "novos pesos"),
        ],
    ),
}
