"""Um caminho que se divide em ramos paralelos e, se for o caso, se junta de novo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from infograficos import elements
from infograficos.content.checks import name_alone, name_with_detail, validate_unique_names
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Flag, Items, Words, content, length
from infograficos.content.items import IconItem
from infograficos.content.own_words import OwnWord
from infograficos.language.portuguese import capitalize, inflect, join_and
from infograficos.text.markup import plain_text

__all__ = ["Branch", "Branches"]

_START = "início"
#: With more branches, each has its detail beside its name; with more columns, their arrows are shorter.
_MAX_TALL, _MAX_SPACIOUS = 3, 3


@content
class Branch(IconItem):
    """One station of the way: where it divides, one of the branches, or what comes after them.

    Args:
        off: it is there but not used this time; no arrow leads to it. Only a branch can be off.
    """

    off: Flag = False


@content
class Branches:
    """One thing that goes several ways at once, such as the heads of attention or the experts of a mixture.

    Args:
        start: where the way divides.
        branches: two to six ways beside each other, at least one of them in use.
        joined: up to two stations after them, in order; the first is where the branches meet.
        off_name: what the branches that are not used are called.
    """

    start: Branch
    branches: Annotated[Items[Branch], length(2, 6)]
    joined: Annotated[Items[Branch], length(0, 2)] = ()
    off_name: Annotated[Words, OwnWord()] = "sem uso"

    def __post_init__(self) -> None:
        stations = (self.start, *self.branches, *self.joined)
        validate_unique_names(station.name for station in stations)
        if any(station.off for station in (self.start, *self.joined)):
            raise ValueError("só um ramo pode estar desligado (off=True), não o início nem o que os junta")
        if all(branch.off for branch in self.branches):
            raise ValueError("todos os ramos estão desligados (off=True); ao menos um deve estar em uso")

    def body(self) -> elements.Element:
        """Return the branches beside the start, or below it on narrow sheets, and what is off below them."""
        flat = len(self.branches) > _MAX_TALL
        styles = ("heading", "mark")
        options = [(style, is_flat) for is_flat in dict.fromkeys((flat, False)) for style in styles]
        wide = (elements.WideOnly(self._wide(*option)) for option in options)
        narrow = [self._narrow(style, True) for style in styles if flat]
        ways = elements.FirstThatFits((*wide, *narrow, self._narrow("heading", False)))
        return elements.Column((ways, *self._legend()), "medium")

    def describe(self) -> str:
        """Return the start, the branches, and where they meet."""
        return fullest(map(self._describe, (name_with_detail, name_alone)))

    def _describe(self, describe: Callable[[Branch], str]) -> str:
        active = [describe(branch) for branch in self.branches if not branch.off]
        inactive = [describe(branch) for branch in self.branches if branch.off]
        count = inflect(len(active), "um ramo", f"{len(active)} ramos paralelos")
        sentence = f"{describe(self.start)} → {count}: {join_and(active)}."
        if inactive:
            sentence += f" {capitalize(plain_text(self.off_name))}: {join_and(inactive)}."
        if self.joined:
            sentence += f" Depois: {' → '.join(map(describe, self.joined))}."
        return sentence

    def _wide(self, style: str, flat: bool) -> elements.Element:
        """Return the start, the branches and what follows, from left to right, with no name broken."""
        cards = self._cards(style, flat, whole=True)
        start = elements.Named(_START, elements.titled_card(self.start, style, "center", nowrap=True))
        branches = elements.Column(cards, "tiny" if len(cards) > _MAX_TALL else "small")
        stations: list[elements.Element] = [start, branches, *self._after(style, whole=True)]
        cells = tuple(elements.Cell(station, 0, column) for column, station in enumerate(stations))
        fan = elements.fan_out(_START, self._active(), leaves="right", arrives="left")
        connectors = (*fan, *self._connectors("right", "left"))
        gap = "link" if len(cells) <= _MAX_SPACIOUS else "large"
        return elements.WithConnectors(elements.Grid(cells, (1.0,) * len(cells), gap), connectors)

    def _narrow(self, style: str, flat: bool) -> elements.Element:
        """Return one column, with connectors at the left of the branches, then at their right."""
        start = elements.Named(_START, elements.titled_card(self.start, "heading", "center"))
        branches = elements.Column(self._cards(style, flat, whole=False))
        column = elements.Column((start, branches, *self._after("heading")), "large")
        connectors = elements.fan_out(_START, self._active(), leaves="left", arrives="left")
        return elements.WithConnectors(column, (*connectors, *self._connectors("right", "right")))

    def _cards(self, style: str, flat: bool, whole: bool) -> tuple[elements.Element, ...]:
        padding = "small" if len(self.branches) > _MAX_TALL else "medium"
        cards = (
            elements.titled_strip(branch, style, off=branch.off)
            if flat
            else elements.titled_card(branch, style, nowrap=whole, off=branch.off, padding=padding)
            for branch in self.branches
        )
        return tuple(map(elements.Named, self._names, cards))

    def _connectors(
        self, leaves: Literal["right"], arrives: Literal["left", "right"]
    ) -> tuple[elements.Connector, ...]:
        """Return the arrows from the active branches to where they meet, and on from there."""
        places = elements.numbered_names("depois", self.joined)
        meeting = elements.fan_in(self._active(), places[0], leaves=leaves, arrives=arrives) if places else ()
        return (*meeting, *elements.chain(places))

    def _after(self, style: str, whole: bool = False) -> list[elements.Named]:
        cards = (
            elements.titled_card(each, style, "center", nowrap=whole, strong=each is self.joined[-1])
            for each in self.joined
        )
        return list(map(elements.Named, elements.numbered_names("depois", self.joined), cards))

    def _legend(self) -> tuple[elements.Element, ...]:
        """Return what a dashed card means, if there is one."""
        off = next((branch for branch in self.branches if branch.off), None)
        if not off:
            return ()
        sample = elements.Card(
            elements.Spacer("tiny"), border=f"{off.role}.line", padding="tiny", radius="bar", dashed=True
        )
        words = elements.Text(self.off_name, "label", "muted")
        return (elements.Named("legenda", elements.Row((sample, words), "small", justify="center")),)

    def _active(self) -> list[str]:
        return [name for name, branch in zip(self._names, self.branches, strict=True) if not branch.off]

    @property
    def _names(self) -> list[str]:
        return elements.numbered_names("ramo", self.branches)


EXAMPLES = {
    "cabeças em paralelo": Branches(
        start=Branch("x", "input", "256 números"),
        branches=[Branch(f"Cabeça {number}", "model", "64") for number in range(1, 5)],
        joined=[Branch("Concatena", "model", "4 × 64 = 256"), Branch("$W_O$", "response", "mistura tudo")],
    ),
    "mistura de especialistas": Branches(
        start=Branch("Roteador", "model", "escolhe 2 de 4", icon="split"),
        branches=[
            Branch("Especialista 1", "model", "peso 0,7"),
            Branch("Especialista 2", "masked", off=True),
            Branch("Especialista 3", "model", "peso 0,3"),
            Branch("Especialista 4", "masked", off=True),
        ],
        joined=[Branch("Soma", "response", "com os pesos")],
        off_name="não calculados",
    ),
}
