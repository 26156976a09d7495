"""The inside of a block of layers: the data's path through it and the residual paths around its layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infograficos.content.items import RoleItem
from infograficos.elements.card import Fragment, Named, named_fragment, tinted_card
from infograficos.elements.connectors.connector import Connector, Junction, chain
from infograficos.elements.flow import FirstThatFits, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.pile import Pile
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.elements.titled import inner_layer
from infograficos.layout import Element


@dataclass(frozen=True)
class OpenBlock:
    """Layers on a card, and the names by which connectors find them.

    Args:
        title: the block's name, perhaps with how often it comes.
        layers: in the order in which the data passes them.
        residual: the first and last layer, counted from 1, that each residual path goes around.
        nth: which open block of its figure it is, from 1.
        upwards: the first layer is at the bottom.
        repeated: draw it as one of several.
    """

    title: str
    layers: Sequence[RoleItem]
    residual: Sequence[tuple[int, int]]
    nth: int = 1
    upwards: bool = True
    repeated: bool = False

    @property
    def entry(self) -> str:
        """The name of where the data enters."""
        return self._name("entrada")

    @property
    def exit(self) -> str:
        """The name of where the data leaves."""
        return self._name("saída")

    @property
    def path(self) -> list[str]:
        """The names of the layers and sums that the data passes."""
        names = [self._layer(number) for number, _ in enumerate(self.layers, 1)]
        for place, last in enumerate(sorted(last for _, last in self.residual)):
            names.insert(last + place, self._name(f"soma {last}"))
        return names

    @property
    def connectors(self) -> tuple[Connector, ...]:
        """All connectors of the block from its entry to its exit."""
        return (*self.bypasses, *chain([self.entry, *self.path, self.exit]))

    @property
    def bypasses(self) -> tuple[Connector, ...]:
        """The residual paths, which run at the right of the layers."""
        ends = ((self._name(f"ramo {first}"), self._name(f"soma {last}")) for first, last in self.residual)
        return tuple(Connector(*pair, "model.strong", leaves="right", arrives="right") for pair in ends)

    def element(self, step: int) -> Element:
        """Return the layers on a card, each in a step after `step`; details are all beside or all below."""
        return FirstThatFits(tuple(self._surface(step, beside) for beside in (True, False)))

    def with_title(self, step: int, in_path: bool = False) -> Element:
        """Return the layers below the title, as one of several if the block is repeated.

        `in_path` leaves the middle and the right free, where the data passes.
        """
        title: Element = Text(self.title, "mark", "model.strong")
        if in_path:
            title = Grid((Cell(title, 0, 0), Cell(Spacer(), 0, 1)), (1.0, 1.0), "link", equal=True)
        inside = self.element(step)
        return Column((title, Pile(inside, "model") if self.repeated else inside), "small")

    def _surface(self, step: int, beside: bool) -> Element:
        firsts, lasts = ([pair[end] for pair in self.residual] for end in (0, 1))
        gap = Spacer("medium")
        parts = [_center(self.entry, Spacer())]
        for number, layer in enumerate(self.layers, 1):
            parts += self._fork(number) if number in firsts else [gap]
            card = inner_layer(layer.name, layer.detail, layer.role, beside)
            parts.append(named_fragment(step + number, self._layer(number), card))
            if number in lasts:
                junction = _center(self._name(f"soma {number}"), Junction())
                parts += [gap, Fragment(step + number, junction)]
        ordered = in_order([*parts, gap, _center(self.exit, Spacer())], self.upwards)
        return tinted_card(Column(ordered, "none"), "model", "none", "large")

    def _fork(self, number: int) -> list[Element]:
        """Return the gap before a layer, where a residual path begins."""
        gap = Spacer("small")
        return [gap, _center(self._name(f"ramo {number}"), Spacer()), gap]

    def _layer(self, number: int) -> str:
        return self._name(f"camada {number} do bloco")

    def _name(self, noun: str) -> str:
        return noun if self.nth == 1 else f"{noun}, {self.nth}"


def in_order(parts: Sequence[Element], upwards: bool) -> tuple[Element, ...]:
    """Return the parts from top to bottom, the first of them at the bottom if they go upwards."""
    return tuple(reversed(parts) if upwards else parts)


def _center(name: str, child: Element) -> Element:
    return Row((Named(name, child),), justify="center")
