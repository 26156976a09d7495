"""Um centro e o que está ligado a ele, de dois a seis itens."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Annotated, Literal

from infograficos import elements
from infograficos.content.checks import name_alone, name_with_detail, validate_unique_names
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Detail, Items, Name, Words, content, length
from infograficos.content.items import IconItem
from infograficos.language.portuguese import inflect, join_and
from infograficos.text.markup import plain_text

__all__ = ["Hub", "Spoke"]

_CENTER = "centro"
#: A longer name in display letters would take the room of the spokes.
_MAX_DISPLAY = 7
#: How the description begins to list the spokes of each direction.
_OPENINGS = {
    "in": ("Chega a ele", "Chegam a ele"),
    "out": ("Sai dele", "Saem dele"),
    "both": ("Vai e volta", "Vão e voltam"),
}


@content
class Spoke(IconItem):
    """One thing that the centre is joined with.

    Args:
        direction: where the arrow points: `out` to the thing, `in` to the centre, or `both`.
    """

    direction: Literal["out", "in", "both"] = "out"


@content
class Hub:
    """One thing in the middle and what it is joined with around it; the middle is the one to remember.

    Args:
        name: the name in the middle, such as “LLM”.
        spokes: two to six things around it, first those on the left.
        detail: what the middle is, in a few words, or nothing.
        role: the colour role of the middle.
    """

    name: Name
    spokes: Annotated[Items[Spoke], length(2, 6)]
    detail: Detail = ""
    role: Words = "model"

    def __post_init__(self) -> None:
        validate_unique_names((self.name, *(spoke.name for spoke in self.spokes)))

    def body(self) -> elements.Element:
        """Return the middle between its spokes, or above them on narrow sheets."""
        styles = ("heading", "strong", "mark")
        wide = tuple(self._wide(style, self._center()) for style in styles)
        # On a wide sheet, smaller letters in the middle come before the layout of a phone.
        small = elements.WideOnly(self._wide("mark", self._center("heading")))
        return elements.FirstThatFits((*wide, small, self._narrow()))

    def describe(self) -> str:
        """Return the middle and its spokes, by the direction of their arrows."""
        return fullest(map(self._describe, (name_with_detail, name_alone)))

    def _describe(self, describe: Callable[[Hub | Spoke], str]) -> str:
        sentences = [f"No centro, {describe(self)}."]
        for direction, opening in _OPENINGS.items():
            spokes = [describe(spoke) for spoke in self.spokes if spoke.direction == direction]
            if spokes:
                sentences.append(f"{inflect(len(spokes), *opening)}: {join_and(spokes)}.")
        return " ".join(sentences)

    def _wide(self, style: str, center: elements.Element) -> elements.Element:
        """Return three columns of one height, so that all arrows are straight."""
        half = (len(self.spokes) + 1) // 2
        cells = [elements.Cell(elements.ShrinkToFit(center), 0, 1, rows=half, align="stretch")]
        cards = self._cards(style)
        # Sides of one width keep the middle in the middle of the sheet.
        cells += [elements.Cell(elements.SameWidthAs(cards), 0, column) for column in (0, 2)]
        is_even = len(cards) == 2 * half
        for i, card in enumerate(cards if is_even else cards[:half]):
            cells.append(elements.Cell(card, i % half, 2 * (i // half), align="stretch"))
        if not is_even:
            right = elements.Column(cards[half:], "medium", justify="center")
            cells.append(elements.Cell(right, 0, 2, rows=half, align="stretch"))
        grid = elements.Grid(tuple(cells), (1.0, 0.0, 1.0), "link", "medium", equal=True)
        connectors = tuple(map(_connector, self._places(), self.spokes))
        return elements.WithConnectors(grid, connectors)

    def _narrow(self) -> elements.Element:
        column = elements.Column((self._center(), *self._cards("heading")), "small")
        heads = tuple(spoke.direction for spoke in self.spokes)
        return elements.SideArrows(column, _CENTER, tuple(self._places()), heads=heads)

    def _center(self, style: str = "") -> elements.Element:
        style = style or ("display" if len(plain_text(self.name)) <= _MAX_DISPLAY else "heading")
        name = elements.Text(self.name, style, f"{self.role}.strong", "center")
        words = elements.with_caption(name, self.detail, "center", "medium", "ink")
        return elements.named_fragment(1, _CENTER, elements.tinted_card(words, self.role, align="center"))

    def _cards(self, style: str) -> tuple[elements.Element, ...]:
        cards = (elements.titled_card(spoke, style) for spoke in self.spokes)
        return tuple(map(elements.named_fragment, count(2), self._places(), cards))

    def _places(self) -> list[str]:
        return elements.numbered_names("item", self.spokes)


def _connector(place: str, spoke: Spoke) -> elements.Connector:
    if spoke.direction == "in":
        return elements.Connector(place, _CENTER)
    return elements.Connector(_CENTER, place, heads="both" if spoke.direction == "both" else "end")


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
    "PyTorch": Hub(
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
    "agente": Hub(
        name="Agente",
        detail="escolhe a ferramenta",
        spokes=[
            Spoke("Pedido", "instruction", "o que fazer", "mensagem", "in"),
            Spoke("Memória", "input", "guarda fatos", "banco-de-dados", "both"),
            Spoke("Terminal", "model", "roda código", "terminal", "both"),
            Spoke("Resposta", "response", "o que fez", "enviar", "out"),
        ],
    ),
}
