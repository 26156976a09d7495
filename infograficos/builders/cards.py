"""Cartões em grade ou em pilha, com um quadro, nome e poucas palavras, e um painel ao lado se ajudar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil
from typing import Annotated, Literal

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import (
    SymbolField,
    name_alone,
    name_with_detail,
    validate_known,
    validate_unique_names,
)
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Detail, Items, Name, Words, between, content, length
from infograficos.errors import ContentError
from infograficos.language.grammar import join_and, phrase
from infograficos.text.markup import plain_text

__all__ = ["Cards", "Item", "Panel"]

#: Up to so many rows, the symbols are above the names, and up to so many, beside them; then there are none.
_MAX_TALL, _MAX_FLAT = 2, 4
#: How much larger the picture of the card to remember is.
_LARGE = 3.0
#: How many categories have a colour.
_CATEGORIES = 6

_Pose = Literal["large", "tall", "flat", "strip"]


@content
class Item:
    """One card, or one line of the panel.

    Args:
        name: what it is called, such as “torch”.
        role: its colour role where its colour means something; by default a card has one of its own.
        detail: a few words about it, or nothing.
        icon: the name of a picture, such as `tokens` or `curve`, or of an icon, such as `gpu` or
            `cloud`, the path of an SVG or PNG of your own, or nothing.
        size: how much of something it is: each card then has a block for its picture, their volumes to scale.
    """

    name: Name
    role: Detail = ""
    detail: Detail = ""
    icon: SymbolField = ""
    size: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None


@content
class Panel:
    """A panel beside the cards, with what concerns all of them.

    Args:
        name: what it is called, such as “Beside it”.
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
        columns: how many stand beside each other on a wide sheet, 2 or 3; 1 for a stack, each resting on the
            next.
        panel: a panel beside all of them, or nothing.
        focus: the name of the one to remember, or nothing; in a grid it comes first, with a large picture.
    """

    items: Annotated[Items[Item], length(2, 8)]
    columns: Annotated[int, between(1, 3)] = 2
    panel: Panel | None = None
    focus: Detail = ""

    def __post_init__(self) -> None:
        validate_unique_names(item.name for item in (*self.items, *(self.panel.items if self.panel else ())))
        validate_known("o cartão", self.focus or None, [item.name for item in self.items])
        if any(self._sizes) and (None in self._sizes or any(item.icon for item in self.items)):
            raise ContentError("com “size” em um cartão, dê um a cada um e tire os ícones")

    def body(self) -> elements.Element:
        """Return the cards in as many columns as fit, with the panel beside or below them."""
        wide = [
            elements.WideOnly(self._beside(columns, pose, style))
            for columns in range(self.columns, 0, -1)
            for pose in self._poses(columns)
            for style in ("heading", "mark")
        ]
        # No tile below a large card stands alone.
        is_tiled = self.columns > 1 and not (self._lead is not None and len(self.items) % 2 == 0)
        tiles = [self._grid(2, "tall", style, upright=True) for style in ("heading", "mark") if is_tiled]
        lists = [
            self._grid(1, "flat", style, upright=True, whole=style == "heading")
            for style in ("heading", "mark")
        ]
        narrow = [elements.Column((grid, *self._panel()), "small") for grid in (*tiles, *lists)]
        return elements.FirstThatFits((*wide, *narrow))

    def describe(self) -> str:
        """Return the cards in order, then the panel."""
        every, none = name_with_detail, name_alone
        return fullest(self._describe(*each) for each in ((every, every), (every, none), (none, none)))

    def _describe(self, describe: Callable[[Item], str], describe_line: Callable[[Item], str]) -> str:
        cards = phrase(
            "{count} cartões em pilha: {items}."
            if self.columns == 1
            else "{count} cartões em grade: {items}.",
            len(self.items),
            items=join_and(list(map(describe, self.items))),
        )
        if not self.panel:
            return cards
        lines = join_and(list(map(describe_line, self.panel.items)))
        name = plain_text(self.panel.name)
        return f"{cards} {phrase('Ao lado, o painel “{name}”: {items}.', name=name, items=lines)}"

    @property
    def _lead(self) -> int | None:
        """The card to remember where it is larger than the others: in a grid, if it has a picture."""
        leads = (
            i for i, item in enumerate(self.items) if item.name == self.focus and self._has_picture(item)
        )
        return next(leads, None) if self.columns > 1 else None

    @property
    def _sizes(self) -> list[float | None]:
        return [item.size for item in self.items]

    @staticmethod
    def _has_picture(item: Item) -> bool:
        return bool(item.icon or item.size)

    def _poses(self, columns: int) -> tuple[_Pose, ...]:
        has_lead = self._lead is not None and columns > 1
        rows = ceil((len(self.items) - has_lead) / (columns - has_lead))
        if rows <= _MAX_TALL and columns > 1:
            return ("tall", "flat")
        return ("flat",) if rows <= _MAX_FLAT else ("strip",)

    def _beside(self, columns: int, pose: _Pose, style: str) -> elements.Element:
        grid = self._grid(columns, pose, style)
        if not self.panel:
            return grid
        return elements.Row((elements.Grow(grid), *self._panel(wide=True)), "small", "stretch")

    def _grid(
        self, columns: int, pose: _Pose, style: str, *, upright: bool = False, whole: bool = True
    ) -> elements.Element:
        """Return the cards in a grid, after a large one at its left or, `upright`, above it; or a stack."""
        lead = self._lead if upright or columns > 1 else None
        below, after = (0, 0) if lead is None else (1, 0) if upright else (0, 1)
        others = [i for i in range(len(self.items)) if i != lead]
        cells = []
        for place, i in enumerate(others):
            row, column = divmod(place, columns - after)
            card = self._named_card(i, pose, style, whole, "hair" if upright else "small")
            cells.append(elements.Cell(card, row + below, column + after, align="stretch"))
        if lead is not None:
            spans = (1, columns) if upright else (ceil(len(others) / (columns - 1)), 1)
            card = self._named_card(lead, "large", style, whole)
            cells.append(elements.Cell(card, 0, 0, *spans, align="stretch"))
        gap = "none" if self.columns == 1 else "small" if pose == "tall" else "tiny"
        return elements.Grid(tuple(cells), (1.0,) * columns, "small", gap, equal=True)

    def _named_card(
        self, number: int, pose: _Pose, style: str, whole: bool, step: str = "none"
    ) -> elements.Element:
        """Return a card by its name; in a stack each rests on one wider by a step at both sides."""
        name = elements.numbered_names("cartão", self.items)[number]
        card = elements.Named(name, self._card(number, pose, style, whole, step))
        return _indent(card, step, len(self.items) - 1 - number) if self.columns == 1 else card

    def _card(self, number: int, pose: _Pose, style: str, whole: bool, step: str) -> elements.Element:
        item, role = self.items[number], self._role(number)
        words = self._words(item, role, pose, style, whole)
        has_symbol = pose != "strip" and any(map(self._has_picture, self.items))
        if has_symbol:
            words = self._with_symbol(item, role, pose, words)
        if pose in ("tall", "large"):
            return elements.Cap(words, role, padding="small", fit="top" if pose == "tall" else "center")
        if self.columns == 1:
            # What the cards show stays below each other.
            words = _indent(words, step, number)
        # A symbol is high enough to have little room around it.
        padding = "hair" if has_symbol else "tiny"
        return elements.Cap(words, role, "context", padding, slim=self.columns > 1, fit="stretch")

    def _words(self, item: Item, role: str, pose: _Pose, style: str, whole: bool) -> elements.Element:
        align: elements.Align = "center" if pose in ("tall", "large") else "start"
        is_focus = item.name == self.focus
        title: elements.Element = elements.Text(
            item.name, style, "paper" if is_focus else f"{role}.strong", align
        )
        if whole:
            title = elements.NoWrap(title)
        if is_focus:
            title = elements.Card(title, f"{role}.solid", None, "tiny", "small", "chip")
        size = "heading" if pose == "large" and item.size else "label"
        details = (elements.Text(item.detail, size, "ink", align),) if item.detail else ()
        if pose == "strip":
            return elements.Row((title, *map(elements.Grow, details)), "small")
        return elements.Column((title, *details), "small", align)

    def _with_symbol(self, item: Item, role: str, pose: _Pose, words: elements.Element) -> elements.Element:
        """Return a card's words below its symbol, or beside it in line with those of the other cards."""
        symbol = self._symbol(item, role, pose)
        if pose == "large":
            return elements.Column((symbol, words), "small", "center")
        if pose == "tall":
            return elements.Column((symbol, words), "small")
        others = (each for each in enumerate(self.items) if each[0] != self._lead)
        like = tuple(elements.NoWrap(self._symbol(each, self._role(i), pose)) for i, each in others)
        cells = (
            elements.Cell(elements.SameWidthAs(like), 0, 0),
            elements.Cell(symbol, 0, 0, justify="center"),
            elements.Cell(elements.Card(words, None, None, "tiny", "none"), 0, 1),
        )
        return elements.Grid(cells, (0.0, 1.0), "small")

    def _symbol(self, item: Item, role: str, pose: _Pose) -> elements.Element:
        """Return a card's picture, or its block on the scale of all."""
        if item.size:
            largest = max(size for size in self._sizes if size)
            cube = elements.Slab.cube(item.size, largest, role, "object_large")
            block = replace(cube, shade=f"{role}.soft")
            return elements.Row((block,), justify="center") if pose == "tall" else block
        if pose == "large":
            return elements.draw_symbol(item.icon, role, (), _LARGE)
        return elements.Symbol(item.icon, role)

    def _role(self, number: int) -> str:
        return self.items[number].role or f"category{number % _CATEGORIES + 1}"

    def _panel(self, *, wide: bool = False) -> tuple[elements.Element, ...]:
        """Return what is beside the cards: its items below each other, or beside each other on a phone."""
        if not self.panel:
            return ()
        lines = tuple(_line(item, item.role or self.panel.role) for item in self.panel.items)
        below: elements.Element = elements.Column(lines, "small")
        if not wide:
            below = elements.FirstThatFits((elements.Row(lines, "small", "start", equal=True), below))
        return (
            elements.Named(
                "painel", elements.panel(below, self.panel.role, self.panel.name, padding="small")
            ),
        )


def _indent(child: elements.Element, step: str, count: int) -> elements.Element:
    """Return an element with so many steps of room at its sides."""
    return _indent(elements.Card(child, None, None, "none", step), step, count - 1) if count else child


def _line(item: Item, role: str) -> elements.Element:
    name = elements.Text(item.name, "strong", f"{role}.strong", "center")
    words = elements.with_caption(name, item.detail, "center", "small", "ink")
    return elements.Column((elements.Symbol(item.icon, role), words), "small") if item.icon else words


#: The megabytes of their wheels for Python 3.11 on Linux, in versions 2.14.1, 2.4.6, 3.11.2 and 0.14.0.
_WHEELS = {"torch": 554.6, "numpy": 16.9, "matplotlib": 9.9, "tiktoken": 1.2}
_SHARE = 100 * _WHEELS["torch"] / sum(_WHEELS.values())

EXAMPLES = {
    "bibliotecas": Cards(
        [Item(name, detail=f"{size:.0f} MB", size=size) for name, size in _WHEELS.items()],
        focus="torch",
    ),
    "camadas": Cards(
        [
            Item("Seu modelo", detail="o seu código", icon="code"),
            Item("torch.nn", detail="camadas", icon="weights"),
            Item("autograd", detail="gradientes", icon="tree"),
            Item("Tensores", detail="só números", icon="matrix"),
        ],
        columns=1,
        focus="Tensores",
    ),
}

HEADLINES = {
    "bibliotecas": f"O torch é **{_SHARE:.0f} %**{{category1}} do peso",
    "camadas": "Tudo se apoia em **tensores**{category4}",
}
