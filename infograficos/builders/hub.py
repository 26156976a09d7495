"""Um centro e o que está ligado a ele, de dois a seis itens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Annotated, Literal

from infograficos import elements
from infograficos.content.checks import (
    IconField,
    SymbolField,
    name_alone,
    name_with_detail,
    validate_unique_names,
)
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Detail, Items, Name, Words, content, length
from infograficos.content.items import IconItem
from infograficos.language.grammar import join_and, phrase
from infograficos.language.texts import mark_text

__all__ = ["Hub", "Spoke"]

_CENTER = "centro"
#: Up to so many rows, the pictures are above the words; else they are before them.
_MAX_TALL = 2
#: How the description lists the spokes of each direction.
_SENTENCES = {
    "in": mark_text(("Chega a ele: {spokes}.", "Chegam a ele: {spokes}.")),
    "out": mark_text(("Sai dele: {spokes}.", "Saem dele: {spokes}.")),
    "both": mark_text(("Vai e volta: {spokes}.", "Vão e voltam: {spokes}.")),
}


@content
class Spoke(IconItem):
    """One thing that the centre is joined with.

    Args:
        icon: the name of a picture, such as `image` or `audio`, or of an icon, the path of an SVG or PNG of
            your own, or nothing.
        direction: where the arrow points: `out` to the thing, `in` to the centre, or `both`.
    """

    icon: SymbolField = ""
    direction: Literal["out", "in", "both"] = "out"


@content
class Hub:
    """One thing in the middle and what it is joined with around it; the middle is the one to remember.

    Args:
        name: the name in the middle, such as “LLM”.
        spokes: two to six things around it, first those on the left.
        detail: what the middle is, in a few words, or nothing.
        role: the colour role of the middle.
        icon: the name of an icon, or the path of an SVG or PNG of your own, of what is in the middle; without
            one, a middle in the role of the model is drawn as a model.
    """

    name: Name
    spokes: Annotated[Items[Spoke], length(2, 6)]
    detail: Detail = ""
    role: Words = "model"
    icon: IconField = ""

    def __post_init__(self) -> None:
        validate_unique_names((self.name, *(spoke.name for spoke in self.spokes)))

    def body(self) -> elements.Element:
        """Return the middle between its spokes, on narrow sheets those above and below it, or over them."""
        styles = "heading", "mark"
        sizes = "object_large", "object_wide"
        wide = [elements.WideOnly(self._star(style, size)) for style in styles for size in sizes]
        upright = [self._star(style, "object_wide", is_upright=True) for style in styles]
        drawings = elements.FirstThatFits((*wide, *upright, *map(self._narrow, styles)))
        return elements.DiagramLabels(drawings)

    def describe(self) -> str:
        """Return the middle and its spokes, by the direction of their arrows."""
        return fullest(map(self._describe, (name_with_detail, name_alone)))

    def _describe(self, describe: Callable[[Hub | Spoke], str]) -> str:
        sentences = [phrase("No centro, {center}.", center=describe(self))]
        for direction, source in _SENTENCES.items():
            spokes = [describe(spoke) for spoke in self.spokes if spoke.direction == direction]
            if spokes:
                sentences.append(phrase(source, len(spokes), spokes=join_and(spokes)))
        return " ".join(sentences)

    def _star(self, style: str, size: str, *, is_upright: bool = False) -> elements.Element:
        """Return three columns of one height or three rows of one width, so that all flows are straight."""
        half = (len(self.spokes) + 1) // 2
        panels = self._panels(style, is_tall=is_upright or half <= _MAX_TALL)
        line = elements.Row if is_upright else elements.Column

        def cell(child: elements.Element, side: int, place: int = 0, count: int = 1) -> elements.Cell:
            if is_upright:
                return elements.Cell(child, side, place, columns=count, align="stretch")
            return elements.Cell(child, place, side, rows=count, align="stretch")

        cells = [cell(panel, 0, i) for i, panel in enumerate(panels[:half])]
        if len(panels) == 2 * half:
            cells += [cell(panel, 2, i) for i, panel in enumerate(panels[half:])]
        else:
            cells.append(cell(line(tuple(map(elements.Grow, panels[half:])), "small", "stretch"), 2, 0, half))
        cells.append(cell(self._center(style, size, is_upright), 1, 0, half))
        if is_upright:
            grid = elements.Grid(tuple(cells), (1.0,) * half, "small", "link", equal=True)
        else:
            # Sides of one width keep the middle in the middle of the sheet.
            cells += [elements.Cell(elements.SameWidthAs(panels), 0, column) for column in (0, 2)]
            grid = elements.Grid(tuple(cells), (1.0, 0.0, 1.0), "link", "small", equal=True)
        return elements.WithConnectors(grid, tuple(self._flows()))

    def _narrow(self, style: str) -> elements.Element:
        """Return the middle over its spokes, with flows down a spine beside them."""
        column = elements.Column((self._center(style, "object", True), *self._panels(style)), "small")
        heads = tuple(spoke.direction for spoke in self.spokes)
        return elements.SideArrows(
            column,
            _CENTER,
            tuple(self._places()),
            f"{self.role}.body",
            "ribbon_thin",
            "large" if len(set(heads)) > 1 else "link",
            heads=heads,
            is_flow=True,
        )

    def _center(self, style: str, size: str, is_upright: bool) -> elements.Element:
        """Return the panel in the middle, with what is drawn above the words or beside them."""
        drawn, words = self._middle(size)
        if drawn and is_upright:
            beside = elements.Row((drawn, words), "medium", justify="center")
            words = elements.FirstThatFits((beside, elements.Column((drawn, words), "small", "center")))
        elif drawn:
            words = elements.Column((elements.NoWrap(drawn), words), "small", "center")
        panel = self._center_panel(words, "tiny" if style == "mark" and not is_upright else "small")
        return panel if is_upright else elements.ShrinkToFit(panel)

    def _center_panel(self, child: elements.Element, sides: str = "small") -> elements.Element:
        panel = elements.Card(child, f"{self.role}.soft", None, "medium", sides, align="center")
        return elements.named_fragment(1, _CENTER, panel)

    def _middle(self, size: str) -> tuple[elements.Element | None, elements.Element]:
        """Return the object in the middle, if there is one, and its name on a solid plate."""
        drawn = elements.emblem(IconItem(self.name, self.role, icon=self.icon), size)
        name = elements.Text(self.name, "heading", "paper", "center")
        plate = elements.Card(name, f"{self.role}.solid", None, "tiny", "small", "chip")
        return drawn, elements.with_caption(plate, self.detail, "center", "tiny", "ink")

    def _panels(self, style: str, *, is_tall: bool = False) -> tuple[elements.Element, ...]:
        panels = (_panel(spoke, style, is_tall) for spoke in self.spokes)
        return tuple(map(elements.named_fragment, count(2), self._places(), panels))

    def _flows(self) -> Iterator[elements.Flow]:
        """Yield the flows, each in the colour of what it comes from; both ways there is one each way."""
        is_thin = any(spoke.direction == "both" for spoke in self.spokes)
        stroke = "ribbon_thin" if is_thin else "ribbon"
        for place, spoke in zip(self._places(), self.spokes, strict=True):
            if spoke.direction != "in":
                yield elements.Flow(_CENTER, place, f"{self.role}.body", stroke)
            if spoke.direction != "out":
                yield elements.Flow(place, _CENTER, f"{spoke.role}.body", stroke)

    def _places(self) -> list[str]:
        return elements.numbered_names("item", self.spokes)


def _panel(spoke: Spoke, style: str, is_tall: bool) -> elements.Element:
    """Return a spoke on its panel, with its picture above its words or before them."""
    align: elements.Align = "center" if is_tall else "start"
    name = elements.Text(spoke.name, style, f"{spoke.role}.strong", align)
    words = elements.with_caption(name, spoke.detail, align)
    if spoke.icon:
        picture = elements.draw_symbol(spoke.icon, spoke.role)
        above = elements.Column((picture, words), "tiny", "center")
        words = above if is_tall else elements.Row((picture, elements.Grow(words)), "tiny")
    return elements.Card(words, f"{spoke.role}.soft", None, "small", "tiny", align="center")


#: What LoRA of rank 8 adds to a model of 7 billion weights: A and B beside the matrices of the queries and
#: the values, of 4096 × 4096, in each of 32 layers; 2 bytes a weight, as the model's own.
_ADAPTER = f"{32 * 2 * (2 * 4096 * 8) * 2 // 10**6} MB"

EXAMPLES = {
    "tarefas": Hub(
        name="Modelo",
        spokes=[
            Spoke("foto", "category3", icon="image", direction="in"),
            Spoke("voz", "category5", icon="audio", direction="in"),
            Spoke("good night", "category2", icon="idiomas", direction="in"),
            Spoke("“Dois morros ao sol”", "category3"),
            Spoke("“bom dia!”", "category5"),
            Spoke("“boa noite”", "category2"),
        ],
    ),
    "adaptadores LoRA": Hub(
        name=f"{7 * 2} GB",
        detail="congelados",
        role="masked",
        icon="layers",
        spokes=[
            Spoke("Código", "category1", _ADAPTER, "chaves-de-codigo", "in"),
            Spoke("Saúde", "category2", _ADAPTER, "saude", "in"),
            Spoke("Justiça", "category3", _ADAPTER, "balanca", "in"),
            Spoke("Suporte", "category5", _ADAPTER, "fones-de-ouvido", "in"),
        ],
    ),
    "agente": Hub(
        name="Agente",
        spokes=[
            Spoke("1.\u00a0Pedido", "instruction", "“Os testes passam?”", "person", "in"),
            Spoke("3.\u00a0Resposta", "response", "“2 falham”", "chat", "out"),
            Spoke("2.\u00a0Terminal", "input", "roda os testes", "code", "both"),
        ],
    ),
}
HEADLINES = {
    "tarefas": "**Um modelo**{model}, três tarefas",
    "adaptadores LoRA": "LoRA: **8 MB**{category1} por tarefa",
    "agente": "O agente não chuta: **testa**{input}",
}
