"""Camadas que se alargam e se estreitam: quanto mais longa a barra, mais números saem dela."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from infograficos import elements
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Flag, Items, Label, Words, content, length, short
from infograficos.content.own_words import OwnWords
from infograficos.language.numbers import format_number
from infograficos.text.markup import plain_text

__all__ = ["Width", "Widths"]

WORDS = OwnWords(
    weights=("{count} peso", "{count} pesos"),
)


@content
class Width:
    """One layer, and how many numbers come out of it for each token.

    Args:
        name: such as “expande”.
        units: how many numbers it has.
        role: its colour role.
        detail: what happens there, in a few words, or nothing.
    """

    name: Annotated[Words, short(24)]
    units: Count
    role: Words
    detail: Label = ""


@content
class Widths:
    """Layers below each other, each as wide as it has units; between them what joins them.

    Args:
        layers: two to five layers, in the order in which the data passes them.
        weights: say how many weights lie between two layers that are fully connected, biases aside.
    """

    layers: Annotated[Items[Width], length(2, 5)]
    weights: Flag = False

    def body(self) -> elements.Element:
        """Return the bars between names and numbers, or beside both on narrow sheets."""
        return elements.FirstThatFits((elements.WideOnly(self._grid(wide=True)), self._grid(wide=False)))

    def describe(self) -> str:
        """Return the layers with their units and, if they are shown, all weights between them."""
        layers = " → ".join(f"{plain_text(each.name)} ({format_number(each.units)})" for each in self.layers)
        total = sum(self._weights) if self.weights else 0
        weights = f" Ao todo, {_count_weights(total)} entre elas." if total else ""
        opening = f"{len(self.layers)} camadas"
        long = f"{opening} e seus números por token: {layers}.{weights}"
        return fullest((long, f"{opening}: {layers}.{weights}", f"{opening}: {layers}."))

    @property
    def _weights(self) -> list[int]:
        return [above.units * below.units for above, below in pairwise(self.layers)]

    @property
    def _extreme(self) -> Width:
        """The layer whose size differs most from that of the first."""
        start = self.layers[0].units
        return max(self.layers, key=lambda layer: max(layer.units / start, start / layer.units))

    def _grid(self, wide: bool) -> elements.Element:
        largest = max(layer.units for layer in self.layers)
        cells: list[elements.Cell] = []
        for row, layer in enumerate(self.layers):
            cells += self._layer(layer, 2 * row, largest, wide)
        for row, (above, below) in enumerate(pairwise(self.layers)):
            slope = elements.Trapezoid(above.units, below.units, largest, "masked")
            cells.append(elements.Cell(slope, 2 * row + 1, 1, align="stretch"))
            if self.weights:
                text = elements.Text(_count_weights(self._weights[row]), "label", "muted")
                words = elements.Card(text, None, None, "tiny" if wide else "medium", "none")
                cells.append(elements.Cell(words, 2 * row + 1, 2 if wide else 0, justify="start"))
        return elements.Grid(tuple(cells), (0.0, 1.0, 0.0) if wide else (0.0, 1.0), "medium", "none")

    def _layer(self, layer: Width, row: int, largest: int, wide: bool) -> list[elements.Cell]:
        color = f"{layer.role}.strong"
        name = elements.Text(layer.name, "mark", color)
        units = elements.Text(format_number(layer.units), "mark", color)
        details = (elements.Text(layer.detail, "label", "muted"),) if layer.detail else ()
        fill: elements.Fill = "solid" if layer is self._extreme else "pale"
        bar = elements.Cell(elements.Bar(layer.units, largest, layer.role, fill, centered=True), row, 1)
        if wide:
            words = elements.Cell(elements.Column((name, *details), "small"), row, 0, justify="start")
            return [words, bar, elements.Cell(units, row, 2, justify="start")]
        line = elements.Row((elements.NoWrap(name), elements.NoWrap(units)), "tiny")
        title = elements.FirstThatFits((line, elements.Column((name, units), "small")))
        return [elements.Cell(elements.Column((title, *details), "small"), row, 0, justify="start"), bar]


def _count_weights(count: int) -> str:
    return WORDS("weights", count)


EXAMPLES = {
    "MLP do GPT-2": Widths(
        [
            Width("entra", 768, "input"),
            Width("expande", 4 * 768, "model", "depois, GELU"),
            Width("contrai", 768, "response"),
        ],
        weights=True,
    ),
    "LoRA": Widths(
        [
            Width("entra", 768, "input"),
            Width("posto r", 8, "model", "o gargalo"),
            Width("sai", 768, "response"),
        ],
        weights=True,
    ),
}
