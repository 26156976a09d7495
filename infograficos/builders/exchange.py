"""Dois lugares e o que passa de um para o outro, em cada sentido."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Annotated

from infograficos import elements
from infograficos.content.checks import name_alone, name_with_detail, validate_unique_names
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Flag, Items, Words, content, length, short
from infograficos.content.items import IconItem
from infograficos.language.portuguese import pluralize
from infograficos.text.markup import plain_text

__all__ = ["Crossing", "Exchange", "Place"]

#: How many things pass at most, and up to how many have much room between them.
_MAX_CROSSINGS, _MAX_SPACIOUS = 8, 4


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
        crossings: one to eight things that pass, in order.
    """

    first: Place
    second: Place
    crossings: Annotated[Items[Crossing], length(1, _MAX_CROSSINGS)]

    def __post_init__(self) -> None:
        validate_unique_names((self.first.name, self.second.name))

    def body(self) -> elements.Element:
        """Return the places beside each other, or below each other on narrow sheets."""
        wide = (elements.WideOnly(self._wide(style)) for style in ("heading", "mark"))
        return elements.FirstThatFits((*wide, self._narrow()))

    def describe(self) -> str:
        """Return the two places and what passes between them, in order."""
        numbers = range(len(self.crossings), 0, -1)
        return fullest((self._describe(numbers[0], name_with_detail), *map(self._describe, numbers)))

    def _describe(self, number: int, describe: Callable[[Place], str] = name_alone) -> str:
        """Describe the first crossings, and how many more there are."""
        passes = groupby(self.crossings[:number], key=lambda crossing: crossing.back)
        sentences = [self._describe_pass(back, crossings) for back, crossings in passes]
        if more := len(self.crossings) - number:
            sentences.append(f"E mais {pluralize(more, 'passagem', 'passagens')}.")
        return f"Troca entre {describe(self.first)} e {describe(self.second)}. {' '.join(sentences)}"

    @property
    def _directions(self) -> list[bool]:
        return sorted({crossing.back for crossing in self.crossings})

    def _describe_pass(self, back: bool, crossings: Iterable[Crossing]) -> str:
        """Describe what passes in one direction before anything passes in the other."""
        names = [plain_text(crossing.name) for crossing in crossings]
        places = (self.second, self.first) if back else (self.first, self.second)
        return f"{' → '.join(plain_text(place.name) for place in places)}: {', '.join(names)}."

    def _wide(self, style: str) -> elements.Element:
        """Return a card at each side, and an arrow for each thing that passes."""
        gap, crossings = elements.Spacer("tiny"), [self._lane(i) for i in range(len(self.crossings))]
        lanes = "large" if len(crossings) <= _MAX_SPACIOUS else "small"
        middle = elements.Column((gap, *crossings, gap), lanes, justify="center")
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
        places = self.first, self.second
        first, second = (self._card(place, "heading", whole=False) for place in places)
        connectors = tuple(_arrow(back, back) for back in directions)
        return elements.WithConnectors(elements.Column((first, between, second), "none"), connectors)

    def _card(self, place: Place, style: str, whole: bool = True) -> elements.Element:
        name = "primeiro lugar" if place is self.first else "segundo lugar"
        card = elements.titled_card(place, style, "center", nowrap=whole, strong=place is self.second)
        return elements.Named(name, card)

    def _lane(self, number: int) -> elements.Element:
        """Return the name of a crossing above the room of its arrow, which reaches from card to card."""
        name = elements.Grow(elements.Text(self.crossings[number].name, "label", "ink", "center"))
        gap = elements.Spacer("small")
        words = elements.Row((gap, name, gap), "none")
        room = "small" if len(self.crossings) <= _MAX_SPACIOUS else "tiny"
        return elements.Column((words, elements.Row(_ends(number), "none")), room)


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
    "servidor": Exchange(
        first=Place("Cliente", "input", "o seu código", "codigo"),
        second=Place("Servidor", "response", "roda o modelo", "servidor"),
        crossings=[
            Crossing("abre a conexão"),
            Crossing("aceita", back=True),
            Crossing("envia o prompt"),
            Crossing("“Era”", back=True),
            Crossing("“uma”", back=True),
            Crossing("“vez”", back=True),
        ],
    ),
}
