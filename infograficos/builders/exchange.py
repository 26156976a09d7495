"""Dois lugares e o que passa de um para o outro, em cada sentido."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Annotated, Literal

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
        """Return a place at each side, and between them a signpost for each thing that passes."""
        places = tuple(self._place(place, style) for place in (self.first, self.second))
        children = enumerate((places[0], self._passes(), places[1]))
        cells = [elements.Cell(child, 0, column, align="stretch") for column, child in children]
        # Places of one width, in which the words of both have as many lines.
        whole = elements.SameWidthAs(tuple(map(elements.NoWrap, places)) if style == "heading" else places)
        cells += [elements.Cell(whole, 0, column) for column in (0, 2)]
        return elements.Grid(tuple(cells), (1.0, 2.0, 1.0), "none")

    def _narrow(self) -> elements.Element:
        """Return the places beside each other, and below them what passes between their lines."""
        places = self.first, self.second
        row = elements.Row(
            tuple(self._place(place, "mark") for place in places), "tiny", "stretch", equal=True
        )
        first, second = (
            elements.Rule(f"{place.role}.body", "ribbon_thin", vertical=True) for place in places
        )
        gap = elements.Spacer("small")
        between = elements.Row((gap, first, elements.Grow(self._passes()), second, gap), "none", "stretch")
        return elements.Column((row, between), "none")

    def _passes(self) -> elements.Element:
        gap = "medium" if len(self.crossings) <= _MAX_SPACIOUS else "tiny"
        edge, posts = elements.Spacer("tiny"), map(self._signpost, range(len(self.crossings)))
        return elements.Column((edge, *posts, edge), gap, justify="center")

    def _signpost(self, number: int) -> elements.Element:
        """Return what passes on its signpost; the last one is solid, as the exchange leads to it."""
        crossing, is_last = self.crossings[number], number == len(self.crossings) - 1
        side: Literal["left", "right"] = "left" if crossing.back else "right"
        role = self.second.role if crossing.back else self.first.role
        is_spacious = len(self.crossings) <= _MAX_SPACIOUS
        tone: Literal["tint", "mid", "solid"] = "solid" if is_last else "mid" if is_spacious else "tint"
        style, ink = "strong" if is_spacious else "mark", "paper" if is_last else "ink"
        post = elements.Signpost(elements.Text(crossing.name, style, ink, "center"), role, side, tone)
        return elements.named_fragment(number + 1, f"passagem {number + 1}", post)

    def _place(self, place: Place, style: str) -> elements.Element:
        """Return a place as an object with its name on a panel; both names are on one line."""
        name, other = (
            ("primeiro lugar", self.second) if place is self.first else ("segundo lugar", self.first)
        )
        child: elements.Element = elements.SameHeightAs(_words(place, style), (_words(other, style),))
        if drawn := elements.emblem(place):
            like = tuple(filter(None, (elements.emblem(other),)))
            drawn = elements.SameHeightAs(drawn, like, "center")
            child = elements.Column((drawn, child), "small", "center")
        panel = elements.Card(child, f"{place.role}.soft", None, "medium", "small", align="center")
        return elements.Named(name, panel)


def _words(place: Place, style: str) -> elements.Element:
    """Return the name of a place with its detail below it."""
    title: elements.Element = elements.Text(place.name, style, f"{place.role}.strong", "center")
    title = elements.NoWrap(title) if style == "heading" else title
    return elements.with_caption(title, place.detail, "center")


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
HEADLINES = {
    "salvar e carregar": "O disco **guarda**{response} os pesos",
    "ferramenta": "Quem calcula é a **ferramenta**{response}",
    "servidor": "A resposta vem **aos poucos**{response}",
}
