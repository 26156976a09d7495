"""Dois lugares e o que passa de um para o outro, em cada sentido."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from infograficos import elements
from infograficos.content.data.names import name_with_detail, validate_icon, validate_unique_names
from infograficos.content.fields import Detail, Flag, Name, Words, content, short
from infograficos.text.markup import plain_text

__all__ = ["Crossing", "Exchange", "Place"]


@content
class Place:
    """One of the two places.

    Args:
        name: such as “Memória”.
        role: whose colours it has.
        detail: what it is, in a few words, or nothing.
        icon: the name of an icon before its name, such as `hard-drive` or `disco`, or nothing.
    """

    name: Name
    role: Words
    detail: Detail = ""
    icon: Annotated[Detail, AfterValidator(validate_icon)] = ""


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
        first: where the exchange starts; it stands on the left, or on top.
        second: the other place.
        crossings: one to four things that pass, in order.
    """

    first: Place
    second: Place
    crossings: Annotated[Sequence[Crossing], Field(min_length=1, max_length=4), AfterValidator(tuple)]

    def __post_init__(self) -> None:
        validate_unique_names((self.first.name, self.second.name))

    def body(self) -> elements.Element:
        """Return the places beside each other, or below each other where it is narrow."""
        return elements.FirstThatFits(
            (*(elements.WideOnly(self._wide(style)) for style in ("heading", "mark")), self._narrow())
        )

    def describe(self) -> str:
        """Return the two places and what passes each way."""
        ways = " ".join(filter(None, (self._said(back) for back in (False, True))))
        return f"Troca entre {name_with_detail(self.first)} e {name_with_detail(self.second)}. {ways}"

    def _said(self, back: bool) -> str:
        names = [plain_text(crossing.name) for crossing in self.crossings if crossing.back == back]
        places = (self.second, self.first) if back else (self.first, self.second)
        way = " → ".join(plain_text(place.name) for place in places)
        return f"{way}: {', '.join(names)}." if names else ""

    def _wide(self, style: str) -> elements.Element:
        """Return a card at each side, and an arrow for each thing that passes."""
        crossings = [self._lying(number) for number in range(len(self.crossings))]
        middle = elements.Column(
            (elements.Spacer("tiny"), *crossings, elements.Spacer("tiny")), "large", justify="center"
        )
        cells = (
            elements.Cell(self._card(self.first, style), 0, 0, align="stretch"),
            elements.Cell(middle, 0, 1, align="stretch"),
            elements.Cell(self._card(self.second, style), 0, 2, align="stretch"),
        )
        return elements.WithConnectors(elements.Grid(cells, (1.0, 1.0, 1.0), "none"), self._links())

    def _narrow(self) -> elements.Element:
        """Return one card above the other, with an arrow each way at the two sides of the words."""
        words = elements.Column(tuple(_aside(crossing) for crossing in self.crossings), "medium")
        padded = elements.Column((elements.Spacer("medium"), words, elements.Spacer("medium")), "none")
        lanes = [_lane(back) if self._said(back) else elements.Spacer() for back in (False, True)]
        between = elements.Row(
            (elements.Spacer(), lanes[0], elements.Grow(padded), lanes[1], elements.Spacer()),
            "medium",
            "stretch",
        )
        cards = [self._card(place, "heading") for place in (self.first, self.second)]
        ways = [back for back in (False, True) if self._said(back)]
        links = tuple(
            elements.Connector(_end(back, back), _end(back, not back), stroke="flow") for back in ways
        )
        return elements.WithConnectors(elements.Column((cards[0], between, cards[1]), "none"), links)

    def _card(self, place: Place, style: str) -> elements.Element:
        name = "primeiro lugar" if place is self.first else "segundo lugar"
        return elements.Named(
            name, elements.titled_card(place, style, "center", whole=True, strong=place is self.second)
        )

    def _lying(self, number: int) -> elements.Element:
        """Return what passes above the room of its arrow, which reaches from card to card."""
        ends = (
            elements.Named(_end(number, False), elements.Spacer()),
            elements.Grow(elements.Spacer()),
            elements.Named(_end(number, True), elements.Spacer()),
        )
        name = elements.Text(self.crossings[number].name, "label", "ink", "center")
        words = elements.Row(
            (elements.Spacer("small"), elements.Grow(name), elements.Spacer("small")), "none"
        )
        return elements.Column((words, elements.Row(ends, "none")), "small")

    def _links(self) -> tuple[elements.Connector, ...]:
        return tuple(
            elements.Connector(_end(number, crossing.back), _end(number, not crossing.back), stroke="flow")
            for number, crossing in enumerate(self.crossings)
        )


def _lane(back: bool) -> elements.Element:
    """Return the room of an arrow from card to card."""
    ends = (
        elements.Named(_end(back, False), elements.Spacer()),
        elements.Grow(elements.Spacer()),
        elements.Named(_end(back, True), elements.Spacer()),
    )
    return elements.Column(ends, "none")


def _aside(crossing: Crossing) -> elements.Element:
    return elements.Text(crossing.name, "label", "ink", "end" if crossing.back else "start")


def _end(way: int, second: bool) -> str:
    """Return the name of the place where an arrow starts or ends."""
    return f"passagem {way + 1} {'no segundo' if second else 'no primeiro'} lugar"


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
