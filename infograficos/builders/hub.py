"""Um centro e o que está ligado a ele, de dois a seis itens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from infograficos import elements
from infograficos.content.checks import name_with_detail, validate_icon, validate_unique_names
from infograficos.content.fields import Detail, Name, Words, content
from infograficos.language.portuguese import join_and
from infograficos.text.markup import plain_text

__all__ = ["Hub", "Spoke"]

_CENTER = "centro"
#: A longer name in display letters would take the room of the spokes.
_MAX_DISPLAY = 7


@content
class Spoke:
    """One thing that the centre reaches.

    Args:
        name: such as “tradução”.
        role: its colour role.
        detail: what it is, in a few words, or nothing.
        icon: the name of an icon before its name, such as `languages` or `idiomas`, or nothing.
    """

    name: Name
    role: Words
    detail: Detail = ""
    icon: Annotated[Detail, AfterValidator(validate_icon)] = ""


@content
class Hub:
    """One thing in the middle and what it reaches around it; the middle is the one to remember.

    Args:
        name: the name in the middle, such as “LLM”.
        spokes: two to six things around it, first those on the left.
        detail: what the middle is, in a few words, or nothing.
        role: the colour role of the middle.
    """

    name: Name
    spokes: Annotated[Sequence[Spoke], Field(min_length=2, max_length=6), AfterValidator(tuple)]
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
        """Return the middle and its spokes in a sentence."""
        spokes = join_and([name_with_detail(spoke) for spoke in self.spokes])
        return f"No centro, {name_with_detail(self)}. Ligados a ele: {spokes}."

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
        connectors = tuple(elements.Connector(_CENTER, name) for name in self._places())
        return elements.WithConnectors(grid, connectors)

    def _narrow(self) -> elements.Element:
        column = elements.Column((self._center(), *self._cards("heading")), "small")
        return elements.SideArrows(column, _CENTER, tuple(self._places()))

    def _places(self) -> list[str]:
        return [f"item {number}" for number in range(1, len(self.spokes) + 1)]

    def _center(self, style: str = "") -> elements.Element:
        style = style or ("display" if len(plain_text(self.name)) <= _MAX_DISPLAY else "heading")
        words = [elements.Text(self.name, style, f"{self.role}.strong", "center")]
        if self.detail:
            words.append(elements.Text(self.detail, "label", "ink", "center"))
        column = elements.Column(tuple(words), "medium")
        card = elements.Card(column, f"{self.role}.soft", f"{self.role}.line", align="center")
        return elements.Fragment(1, elements.Named(_CENTER, card))

    def _cards(self, style: str) -> tuple[elements.Element, ...]:
        return tuple(
            elements.Fragment(step, elements.Named(place, elements.titled_card(spoke, style)))
            for step, (place, spoke) in enumerate(zip(self._places(), self.spokes, strict=True), 2)
        )


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
    "agente": Hub(
        name="Agente",
        detail="escolhe a ferramenta",
        spokes=[
            Spoke("Busca", "input", "lê a web", icon="globo"),
            Spoke("Memória", "input", "guarda fatos", icon="banco-de-dados"),
            Spoke("Terminal", "response", "roda código", icon="terminal"),
            Spoke("Cálculo", "response", "faz contas", icon="calculadora"),
        ],
    ),
}
