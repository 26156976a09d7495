"""Camadas que se alargam e se estreitam: quanto mais longa a barra, mais números saem dela."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from infograficos import elements
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Flag, Items, Label, Words, content, length, short
from infograficos.content.own_words import OwnWords
from infograficos.language.grammar import phrase
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
        name: such as “expands”.
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
    """Layers below each other, each as wide as it has units, with flows between them.

    Args:
        layers: two to five layers, in the order in which the data passes them.
        weights: say how many weights lie between two layers that are fully connected, biases aside.
    """

    layers: Annotated[Items[Width], length(2, 5)]
    weights: Flag = False

    def body(self) -> elements.Element:
        """Return the layers as caps to scale, with their weights on what flows between them."""
        layers = tuple(
            elements.FunnelLayer(each.units, format_number(each.units), each.name, each.detail, each.role)
            for each in self.layers
        )
        links = tuple(map(_count_weights, self._weights)) if self.weights else ()
        return elements.Named("camadas", elements.Funnel(layers, self.layers.index(self._extreme), links))

    def describe(self) -> str:
        """Return the layers with their units and, if they are shown, all weights between them."""
        layers = " → ".join(f"{plain_text(each.name)} ({format_number(each.units)})" for each in self.layers)
        count = len(self.layers)
        long = phrase("{count} camadas e seus números por token: {layers}.", count, layers=layers)
        short = phrase("{count} camadas: {layers}.", count, layers=layers)
        if not self.weights:
            return fullest((long, short))
        weights = phrase("Ao todo, {weights} entre elas.", weights=_count_weights(sum(self._weights)))
        return fullest((f"{long} {weights}", f"{short} {weights}", short))

    @property
    def _weights(self) -> list[int]:
        return [above.units * below.units for above, below in pairwise(self.layers)]

    @property
    def _extreme(self) -> Width:
        """The layer whose size differs most from that of the first."""
        start = self.layers[0].units
        return max(self.layers, key=lambda layer: max(layer.units / start, start / layer.units))


def _count_weights(count: int) -> str:
    return WORDS("weights", count)


HEADLINES = {
    "MLP do GPT-2": "**Quatro vezes**{model} mais largo",
    "LoRA": "Só **oito**{model} números passam",
}

EXAMPLES = {
    "MLP do GPT-2": Widths(
        [
            Width("entra", 768, "input"),
            Width("expande", 4 * 768, "model", "depois, GELU"),
            Width("sai", 768, "response"),
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
