"""Dois lugares e o que passa de um para o outro, em cada sentido."""

from __future__ import annotations

from typing import Annotated

from infograficos import elements
from infograficos.content.checks import name_with_detail, validate_unique_names
from infograficos.content.fields import Flag, Items, Words, content, length, short
from infograficos.content.items import IconItem
from infograficos.text.markup import plain_text

__all__ = ["Crossing", "Exchange", "Place"]


@content
class Place(IconItem):
    """One of the two places."""


@content
class Crossing:
    """What passes from one place to the other.

    Args:
        name: such as “`torch.save`”.
        back: it goes from the second place to the first.
    """

    name: Annotated[Words, short(36)]
    back: Flag = False


@content
class Exchange:
    """Two places and what passes between them, such as saving and loading, or asking and answering.

    Args:
        first: the place where the exchange starts, on the left or on top.
        second: the other place.
        crossings: one to four things that pass, in order.
    """

    first: Place
    second: Place
    crossings: Annotated[Items[Crossing], length(1, 4)]

    def __post_init__(self) -> None:
        validate_unique_names((self.first.name, self.second.name))

    def body(self) -> elements.Element:
        """Return the places beside each other, or below each other on narrow sheets."""
        wide = (elements.WideOnly(self._wide(style)) for style in ("heading", "mark"))
        return elements.FirstThatFits((*wide, self._narrow()))

    def describe(self) -> str:
        """Return the two places and what passes each way."""
        directions = " ".join(map(self._describe_direction, self._directions))
        return f"Troca entre {name_with_detail(self.first)} e {name_with_detail(self.second)}. {directions}"

    @property
    def _directions(self) -> list[bool]:
        return sorted({crossing.back for crossing in self.crossings})

    def _describe_direction(self, back: bool) -> str:
        names = [plain_text(crossing.name) for crossing in self.crossings if crossing.back == back]
        places = (self.second, self.first) if back else (self.first, self.second)
        return f"{' → '.join(plain_text(place.name) for place in places)}: {', '.join(names)}."

    def _wide(self, style: str) -> elements.Element:
        """Return a card at each side, and an arrow for each thing that passes."""
        gap, crossings = elements.Spacer("tiny"), [self._lane(i) for i in range(len(self.crossings))]
        middle = elements.Column((gap, *crossings, gap), "large", justify="center")
        columns = enumerate((self._card(self.first, style), middle, self._card(self.second, style)))
        cells = tuple(elements.Cell(child, 0, column, align="stretch") for column, child in columns)
        connectors = tuple(_arrow(i, crossing.back) for i, crossing in enumerate(self.crossings))
        return elements.WithConnectors(elements.Grid(cells, (1.0, 1.0, 1.0), "none"), connectors)

    def _narrow(self) -> elements.Element:
        """Return one card above the other, with an arrow in each direction beside the words."""
        none, gap, directions = elements.Spacer(), elements.Spacer("medium"), self._directions
        words = elements.Column(tuple(map(_label, self.crossings)), "medium")
        padded = elements.Grow(elements.Column((gap, words, gap), "none"))
        down, up = (elements.Column(_ends(back), "none") if back in directions else none for back in (0, 1))
        between = elements.Row((none, down, padded, up, none), "medium", "stretch")
        first, second = (self._card(place, "heading") for place in (self.first, self.second))
        connectors = tuple(_arrow(back, back) for back in directions)
        return elements.WithConnectors(elements.Column((first, between, second), "none"), connectors)

    def _card(self, place: Place, style: str) -> elements.Element:
        name = "primeiro lugar" if place is self.first else "segundo lugar"
        card = elements.titled_card(place, style, "center", nowrap=True, strong=place is self.second)
        return elements.Named(name, card)

    def _lane(self, number: int) -> elements.Element:
        """Return the name of a crossing above the room of its arrow, which reaches from card to card."""
        name = elements.Grow(elements.Text(self.crossings[number].name, "label", "ink", "center"))
        gap = elements.Spacer("small")
        words = elements.Row((gap, name, gap), "none")
        return elements.Column((words, elements.Row(_ends(number), "none")), "small")


def _ends(number: int) -> tuple[elements.Element, ...]:
    """Return both ends of an arrow from card to card, with the room between them."""
    none = elements.Spacer()
    first, second = (elements.Named(_end(number, is_second), none) for is_second in (False, True))
    return first, elements.Grow(none), second


def _arrow(number: int, back: bool) -> elements.Connector:
    return elements.Connector(_end(number, back), _end(number, not back), stroke="flow")


def _label(crossing: Crossing) -> elements.Element:
    return elements.Text(crossing.name, "label", "ink", "end" if crossing.back else "start")


def _end(number: int, is_second: bool) -> str:
    return f"passagem {number + 1} {'no segundo' if is_second else 'no primeiro'} lugar"


EXAMPLES = {
    "salvar e carregar": Exchange(
        first=Place("Memória", "model", "pesos na GPU", "gpu"),
        second=Place("Disco", "response", "gpt2.pt", "disco"),
        crossings=[Crossing("`torch.save`"), Crossing("`torch.load`", back=True)],
    ),
    "ferramenta": Exchange(
        first=Place("Modelo", "model", "escreve a chamada", "robo"),
        second=Place("Ferramenta", "response", "faz a conta", "calculadora"),
        crossings=[Crossing("37 × 41"), Crossing("1517", back=True)],
    ),
}
