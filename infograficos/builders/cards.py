"""Cartões em grade ou em pilha, cada um com ícone, nome e poucas palavras, e um painel ao lado se ajudar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated

from infograficos import elements
from infograficos.content.checks import name_alone, name_with_detail, validate_unique_names
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Items, Name, Words, between, content, length
from infograficos.content.items import IconItem
from infograficos.language.portuguese import join_and, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Cards", "Item", "Panel"]

#: With more rows, each card has its detail beside its name.
_MAX_TALL = 3


@content
class Item(IconItem):
    """One card, or one line of the panel."""


@content
class Panel:
    """A panel beside the cards, with what concerns all of them.

    Args:
        name: what it is called, such as “Ao lado”.
        items: one to four things.
        role: its colour role.
    """

    name: Name
    items: Annotated[Items[Item], length(1, 4)]
    role: Words = "masked"


@content
class Cards:
    """Things that belong together and are worth a few words each, in reading order.

    Args:
        items: two to eight things.
        columns: how many stand beside each other on a wide sheet: 1 for a stack, 2 or 3.
        panel: a panel beside all of them, or nothing.
    """

    items: Annotated[Items[Item], length(2, 8)]
    columns: Annotated[int, between(1, 3)] = 2
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
        grids = [self._grid(2, "mark")] if self.columns > 1 else []
        grids += [self._grid(1), self._grid(1, whole=False)]
        narrow = [elements.Column((grid, *self._panel()), "medium") for grid in grids]
        return elements.FirstThatFits((*wide, *narrow))

    def describe(self) -> str:
        """Return the cards in order, then the panel."""
        every, none = name_with_detail, name_alone
        return fullest(self._describe(*each) for each in ((every, every), (every, none), (none, none)))

    def _describe(self, describe: Callable[[Item], str], describe_line: Callable[[Item], str]) -> str:
        shape = "em pilha" if self.columns == 1 else "em grade"
        items = join_and(list(map(describe, self.items)))
        cards = f"{pluralize(len(self.items), 'cartão', 'cartões')} {shape}: {items}."
        if not self.panel:
            return cards
        lines = join_and(list(map(describe_line, self.panel.items)))
        return f"{cards} Ao lado, o painel “{plain_text(self.panel.name)}”: {lines}."

    def _beside(self, columns: int, style: str, flat: bool) -> elements.Element:
        grid = self._grid(columns, style, flat)
        if not self.panel:
            return grid
        return elements.Row((elements.Grow(grid), *self._panel()), "medium", "stretch")

    def _grid(
        self, columns: int, style: str = "heading", flat: bool = False, whole: bool = True
    ) -> elements.Element:
        card = elements.titled_strip if flat else partial(elements.titled_card, nowrap=whole, top=True)
        names = elements.numbered_names("cartão", self.items)
        cells = tuple(
            elements.Cell(elements.Named(name, card(item, style)), *divmod(i, columns), align="stretch")
            for i, (name, item) in enumerate(zip(names, self.items, strict=True))
        )
        return elements.Grid(cells, (1.0,) * columns, "small", "small", equal=True)

    def _panel(self) -> tuple[elements.Element, ...]:
        if not self.panel:
            return ()
        title = elements.Text(self.panel.name, "heading", f"{self.panel.role}.strong")
        words = elements.Column((title, *map(_line, self.panel.items)), "medium")
        return (elements.Named("painel", elements.tinted_card(words, self.panel.role, align="center")),)


def _line(item: Item) -> elements.Element:
    color = f"{item.role}.strong"
    name = elements.Text(item.name, "strong", color)
    words = elements.with_caption(name, item.detail, gap="small", color="ink")
    return elements.Row((elements.Icon(item.icon, color), words), "small") if item.icon else words


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
