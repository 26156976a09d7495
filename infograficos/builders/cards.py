"""Cartões em grade ou em pilha, cada um com ícone, nome e poucas palavras, e um painel ao lado se ajudar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from infograficos import elements
from infograficos.content.checks import name_with_detail, validate_icon, validate_unique_names
from infograficos.content.fields import Detail, Name, Words, content
from infograficos.language.portuguese import join_and, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Cards", "Item", "Panel"]

#: With more rows, each card has its detail beside its name.
_MAX_TALL = 3


@content
class Item:
    """One card, or one line of the panel.

    Args:
        name: such as “Autograd”.
        role: its colour role.
        detail: what it is, in a few words, or nothing.
        icon: the name of an icon before its name, such as `gpu` or `placa-de-video`, or nothing.
    """

    name: Name
    role: Words
    detail: Detail = ""
    icon: Annotated[Detail, AfterValidator(validate_icon)] = ""


@content
class Panel:
    """A panel beside the cards, with what concerns all of them.

    Args:
        name: what it is called, such as “Ao lado”.
        items: one to four things.
        role: its colour role.
    """

    name: Name
    items: Annotated[Sequence[Item], Field(min_length=1, max_length=4), AfterValidator(tuple)]
    role: Words = "masked"


@content
class Cards:
    """Things that belong together and are worth a few words each, in reading order.

    Args:
        items: two to eight things.
        columns: how many stand beside each other on a wide sheet: 1 for a stack, 2 or 3.
        panel: a panel beside all of them, or nothing.
    """

    items: Annotated[Sequence[Item], Field(min_length=2, max_length=8), AfterValidator(tuple)]
    columns: Annotated[int, Field(strict=True, ge=1, le=3)] = 2
    panel: Panel | None = None

    def __post_init__(self) -> None:
        validate_unique_names(item.name for item in (*self.items, *(self.panel.items if self.panel else ())))

    def body(self) -> elements.Element:
        """Return the cards in as many columns as fit, with the panel beside or below them."""
        wide = [
            elements.WideOnly(self._beside(columns, style, flat))
            for columns in range(self.columns, 0, -1)
            for flat in ((True, False) if len(self.items) > _MAX_TALL * columns else (False,))
            for style in ("heading", "mark")
        ]
        grids = (*((self._grid(2, "mark"),) if self.columns > 1 else ()), self._grid(1))
        narrow = [elements.Column((grid, *self._panel()), "medium") for grid in grids]
        return elements.FirstThatFits((*wide, *narrow))

    def describe(self) -> str:
        """Return the cards in order, then the panel."""
        shape = "em pilha" if self.columns == 1 else "em grade"
        cards = f"{pluralize(len(self.items), 'cartão', 'cartões')} {shape}: {_join_items(self.items)}."
        if not self.panel:
            return cards
        return f"{cards} Ao lado, o painel “{plain_text(self.panel.name)}”: {_join_items(self.panel.items)}."

    def _beside(self, columns: int, style: str, flat: bool) -> elements.Element:
        grid = self._grid(columns, style, flat)
        if not self.panel:
            return grid
        return elements.Row((elements.Grow(grid), *self._panel()), "medium", "stretch")

    def _grid(self, columns: int, style: str = "heading", flat: bool = False) -> elements.Element:
        cells, strip = [], elements.titled_strip
        for i, item in enumerate(self.items):
            card = strip(item, style) if flat else elements.titled_card(item, style, nowrap=True)
            child = elements.Named(f"cartão {i + 1}", card)
            cells.append(elements.Cell(child, i // columns, i % columns, align="stretch"))
        return elements.Grid(tuple(cells), (1.0,) * columns, "small", "small", equal=True)

    def _panel(self) -> tuple[elements.Element, ...]:
        if not self.panel:
            return ()
        title = elements.Text(self.panel.name, "heading", f"{self.panel.role}.strong")
        words = elements.Column((title, *(_line(item) for item in self.panel.items)), "medium")
        role = self.panel.role
        card = elements.Card(words, f"{role}.soft", f"{role}.line", align="center")
        return (elements.Named("painel", card),)


def _line(item: Item) -> elements.Element:
    color = f"{item.role}.strong"
    words: elements.Element = elements.Text(item.name, "strong", color)
    if item.detail:
        words = elements.Column((words, elements.Text(item.detail, "label", "ink")), "small")
    if item.icon:
        words = elements.Row((elements.Icon(item.icon, color), words), "small")
    return words


def _join_items(items: Sequence[Item]) -> str:
    return join_and([name_with_detail(item) for item in items])


EXAMPLES = {
    "bibliotecas": Cards(
        [
            Item("torch", "model", "tensores e gradientes", "camadas"),
            Item("tiktoken", "input", "tokens do GPT-2", "tesoura"),
            Item("numpy", "input", "vetores e matrizes", "grade"),
            Item("matplotlib", "response", "gráficos", "grafico-de-linha"),
        ]
    ),
    "camadas com painel": Cards(
        [
            Item("Seu modelo", "response", "o seu código", "codigo"),
            Item("torch.nn", "model", "camadas prontas", "camadas"),
            Item("torch.autograd", "model", "gradientes", "ramo"),
            Item("Tensores", "model", "números em grade", "grade"),
        ],
        columns=1,
        panel=Panel(
            "Em volta",
            [
                Item("Otimizador", "masked", "ajusta os pesos", "ajustes"),
                Item("CPU ou GPU", "masked", "faz as contas", "placa-de-video"),
            ],
        ),
    ),
}
