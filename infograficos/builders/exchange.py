"""Dois lugares e o que passa de um para o outro, em cada sentido."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Annotated, Literal

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import name_alone, name_with_detail, validate_unique_names
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Flag, Items, Number, Words, content, length, short
from infograficos.content.items import IconItem
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError
from infograficos.language.grammar import ensure_full_stop, join_and, phrase
from infograficos.language.numbers import format_short
from infograficos.text.markup import plain_text

__all__ = ["Crossing", "Exchange", "Place"]

WORDS = OwnWords(wait="{seconds} s")

#: How many things pass at most, and up to how many have much room between them.
_MAX_CROSSINGS, _MAX_SPACIOUS = 8, 4
#: How much longer than the shortest wait all of them may be together, and one that is drawn as a pause.
_MAX_SPAN, _MIN_PAUSE = 10.0, 2.5
#: The styles of what passes, best first: of one or two things, of a few, and of many.
_STYLES = (("display", "heading", "strong"), ("strong",), ("mark",))


@content
class Place(IconItem):
    """One of the two places."""


@content
class Crossing:
    """What passes from one place to the other.

    Args:
        name: such as “`torch.save`”.
        back: it goes from the second place to the first.
        after: how many seconds after the one before it passes; the distances are to scale.
        history: all that passed before goes with it again, as in a request to a chat model.
    """

    name: Annotated[Words, short(36)]
    back: Flag = False
    after: Annotated[Number, Field(gt=0)] | None = None
    history: Flag = False


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
        if len(self._waits) not in (0, len(self.crossings) - 1):
            raise ContentError("dê “after” a todas as passagens depois da primeira, ou a nenhuma")
        if sum(self._waits) > _MAX_SPAN * min(self._waits, default=0.0):
            raise ContentError(
                "as esperas somam mais de {most} vezes a menor, e a escala não cabe em uma figura",
                most=_MAX_SPAN,
            )

    def body(self) -> elements.Element:
        """Return the places beside each other, or below each other on narrow sheets."""
        wide = (elements.WideOnly(self._wide(style)) for style in ("heading", "mark"))
        return elements.DiagramLabels(elements.FirstThatFits((*wide, self._narrow())))

    def describe(self) -> str:
        """Return the two places and what passes between them, in order."""
        numbers = range(len(self.crossings), 0, -1)
        return fullest((self._describe(numbers[0], name_with_detail), *map(self._describe, numbers)))

    def _describe(self, number: int, describe: Callable[[Place], str] = name_alone) -> str:
        """Describe the first crossings, and how many more there are."""
        passes = groupby(self.crossings[:number], key=lambda crossing: crossing.back)
        sentences = [self._describe_pass(back, crossings) for back, crossings in passes]
        if more := len(self.crossings) - number:
            sentences.append(phrase(("E mais {count} passagem.", "E mais {count} passagens."), more))
        places = join_and([describe(self.first), describe(self.second)])
        return phrase("Troca entre {places}. {crossings}", places=places, crossings=" ".join(sentences))

    @property
    def _directions(self) -> list[bool]:
        return sorted({crossing.back for crossing in self.crossings})

    def _describe_pass(self, back: bool, crossings: Iterable[Crossing]) -> str:
        """Describe what passes in one direction before anything passes in the other."""
        names = map(_describe_crossing, crossings)
        places = (self.second, self.first) if back else (self.first, self.second)
        return (
            f"{' → '.join(plain_text(place.name) for place in places)}: {ensure_full_stop(', '.join(names))}"
        )

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
        """Return the places beside each other, each on a lane that what passes lies on."""
        places = self.first, self.second
        cells = []
        for column, place in enumerate(places):
            lane = elements.Card(elements.Spacer(), f"{place.role}.soft", None)
            cells += [
                elements.Cell(elements.Named(self._ordinal(place), lane), 0, column, 2, align="stretch"),
                elements.Cell(self._emblem(place, "mark"), 0, column, align="start"),
            ]
        gap = elements.Spacer("small")
        passes = elements.Row((gap, elements.Grow(self._passes()), gap), "none")
        cells.append(elements.Cell(passes, 1, 0, columns=2))
        return elements.Grid(tuple(cells), (1.0, 1.0), "tiny", "none", equal=True)

    def _passes(self) -> elements.Element:
        """Return a signpost for each thing that passes, as far apart as their times if they have any."""
        count = len(self.crossings)
        styles = _STYLES[0 if count < 3 else 1 if count <= _MAX_SPACIOUS else 2]
        gap = "medium" if count <= _MAX_SPACIOUS else "tiny"
        edge, options = elements.Spacer("tiny"), []
        for style in styles:
            posts = tuple(self._signpost(number, style) for number in range(count))
            inside = (elements.TimedColumn(posts, self._waits, self._pauses),) if self._waits else posts
            options.append(elements.Column((edge, *inside, edge), gap, justify="center"))
        return elements.FirstThatFits(tuple(options))

    @property
    def _waits(self) -> tuple[float, ...]:
        """How long after the one before each crossing but the first passes; nothing without times."""
        return tuple(crossing.after for crossing in self.crossings[1:] if crossing.after)

    @property
    def _pauses(self) -> tuple[elements.Element | None, ...]:
        """What is between signposts that are far apart: how long nothing passes."""
        least = _MIN_PAUSE * min(self._waits)
        return tuple(self._pause(wait) if wait >= least else None for wait in self._waits)

    def _short_wait(self, number: int) -> str:
        """Return how long after the one before something passes, where no pause says it."""
        if not number or not self._waits or self._pauses[number - 1]:
            return ""
        return WORDS("wait", seconds=format_short(self._waits[number - 1]))

    def _pause(self, wait: float) -> elements.Element:
        words = elements.Text(WORDS("wait", seconds=format_short(wait)), "display", "masked.strong")
        clock = elements.Icon("hourglass", "masked.strong", "disc")
        row = elements.Row((clock, elements.NoWrap(words)), "tiny", justify="center")
        card = elements.Card(row, "surface", None, "none", align="center")
        return elements.DottedOutline(card, "masked.mark")

    def _signpost(self, number: int, style: str) -> elements.Element:
        """Return what passes on its signpost; the last one is solid, as the exchange leads to it."""
        crossing, is_last = self.crossings[number], number == len(self.crossings) - 1
        side: Literal["left", "right"] = "left" if crossing.back else "right"
        role = self._role(crossing)
        is_spacious = len(self.crossings) <= _MAX_SPACIOUS
        tone: Literal["tint", "mid", "solid"] = "solid" if is_last else "mid" if is_spacious else "tint"
        words: elements.Element = elements.Text(crossing.name, style, "paper" if is_last else "ink", "center")
        words = words if style in ("strong", "mark") else elements.NoWrap(words)
        if wait := self._short_wait(number):
            time = elements.Text(f"+ {wait}", "label", "paper" if is_last else "ink")
            words = elements.Row((words, elements.NoWrap(time)), "small", justify="center")
        if crossing.history:
            words = elements.Column((*map(self._repeat, self.crossings[:number]), words), "tiny")
        post = elements.Signpost(words, role, side, tone)
        return elements.named_fragment(number + 1, f"passagem {number + 1}", post)

    def _repeat(self, crossing: Crossing) -> elements.Element:
        """Return what passed before, as a part of what passes now."""
        words = elements.Text(crossing.name, "label", "ink", "center")
        return elements.Card(words, f"{self._role(crossing)}.tint", None, "plate", "tiny", "bar")

    def _role(self, crossing: Crossing) -> str:
        """Return the role of where something comes from."""
        return self.second.role if crossing.back else self.first.role

    def _ordinal(self, place: Place) -> str:
        return "primeiro lugar" if place is self.first else "segundo lugar"

    def _place(self, place: Place, style: str) -> elements.Element:
        """Return a place on a panel."""
        inside = self._emblem(place, style)
        panel = elements.Card(inside, f"{place.role}.soft", None, "none", align="center")
        return elements.Named(self._ordinal(place), panel)

    def _emblem(self, place: Place, style: str) -> elements.Element:
        """Return a place as an object with its name; both names are on one line."""
        other = self.second if place is self.first else self.first
        child: elements.Element = elements.SameHeightAs(_words(place, style), (_words(other, style),))
        if drawn := elements.emblem(place):
            like = tuple(filter(None, (elements.emblem(other),)))
            drawn = elements.SameHeightAs(drawn, like, "center")
            child = elements.Column((drawn, child), "small", "center")
        return elements.Card(child, None, None, "medium", "small")


def _describe_crossing(crossing: Crossing) -> str:
    more = []
    if crossing.after:
        more.append(phrase("após {wait}", wait=WORDS("wait", seconds=format_short(crossing.after))))
    if crossing.history:
        more.append(phrase("com tudo o que já passou"))
    return f"{plain_text(crossing.name)} ({', '.join(more)})" if more else plain_text(crossing.name)


def _words(place: Place, style: str) -> elements.Element:
    """Return the name of a place with its detail below it."""
    title: elements.Element = elements.Text(place.name, style, f"{place.role}.strong", "center")
    title = elements.NoWrap(title) if style == "heading" else title
    return elements.with_caption(title, place.detail, "center")


EXAMPLES = {
    "histórico": Exchange(
        first=Place("Você", "instruction", icon="user"),
        second=Place("Modelo", "model", icon="robo"),
        crossings=[
            Crossing("Sou a Ana."),
            Crossing("Oi, Ana!", back=True),
            Crossing("Qual é meu nome?", history=True),
            Crossing("Ana!", back=True),
        ],
    ),
    "ferramenta": Exchange(
        first=Place("Modelo", "model", "escreve a chamada", "robo"),
        second=Place("Ferramenta", "response", "faz a conta", "calculadora"),
        crossings=[Crossing("37 × 41"), Crossing("1517", back=True)],
    ),
    "servidor": Exchange(
        first=Place("Cliente", "input", "envia", "codigo"),
        second=Place("Servidor", "response", "lê, depois escreve", "servidor"),
        crossings=[
            Crossing("prompt"),
            Crossing("“Era”", back=True, after=0.2),
            Crossing("“uma”", back=True, after=0.05),
            Crossing("“vez”", back=True, after=0.05),
        ],
    ),
}
HEADLINES = {
    "histórico": "Ele não lembra: **relê tudo**{instruction}",
    "ferramenta": "Quem calcula é a **ferramenta**{response}",
    "servidor": "O primeiro token **demora**{response}",
}
