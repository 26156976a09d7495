"""Uma rede neural em unidades e arestas: suas camadas, quantos pesos há entre elas, e os de uma unidade."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from infograficos import elements
from infograficos.content.checks import validate_unique_names
from infograficos.content.data.network_units import MOST_UNITS, is_whole, shown_units
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Flag, Items, Number, Words, content, length, short
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError
from infograficos.language.grammar import phrase
from infograficos.language.numbers import format_number, format_short, join_numbers
from infograficos.text.markup import plain_text

__all__ = ["Network", "UnitLayer"]

WORDS = OwnWords(
    weights=("{count} peso", "{count} pesos"),
    off=("{count} desligada", "{count} desligadas"),
)


@content
class UnitLayer:
    """One layer of a network, drawn as its units; of a large one, the first and the last.

    Args:
        name: such as “hidden”.
        units: how many it has.
        role: its colour role.
        labels: what is written on each unit, such as “x₁”, or nothing.
        off: the units, counted from 1, that a dropout switches off.
    """

    name: Annotated[Words, short(24)]
    units: Count
    role: Words = "model"
    labels: Items[Annotated[Words, short(4)]] = ()
    off: Items[Count] = ()

    def __post_init__(self) -> None:
        if self.labels and len(self.labels) != self.units:
            raise ContentError(
                "labels tem {labels} textos, e a camada, {units} unidades",
                labels=len(self.labels),
                units=self.units,
            )
        if self.off and max(self.off) > self.units:
            raise ContentError(
                "off: a unidade {unit} não existe; vão de 1 a {units}", unit=max(self.off), units=self.units
            )
        if len(set(self.off)) == self.units:
            raise ContentError("off desliga a camada inteira; deixe ao menos uma unidade ligada")


@content
class Network:
    """A fully connected network: its layers as units, with an edge from each unit to each of the next layer.

    Args:
        layers: two to six layers, from the input to the output.
        counted: say how many weights lie between two layers, biases aside.
        focus: the layer and its unit, both counted from 1, whose inputs stand out.
        weights: of that unit's inputs, in their order; the edges are as broad as these are large, and
            dashed below 0.
    """

    layers: Annotated[Items[UnitLayer], length(2, 6)]
    counted: Flag = False
    focus: tuple[Count, Count] | None = None
    weights: Items[Number] = ()

    def __post_init__(self) -> None:
        validate_unique_names(layer.name for layer in self.layers)
        for layer in self.layers:
            if (layer.labels or layer.off) and not self._is_whole(layer):
                raise ContentError(
                    "“{name}” não é desenhada inteira: labels e off pedem camadas de até {most} unidades",
                    name=plain_text(layer.name),
                    most=MOST_UNITS,
                )
        if self.focus:
            self._check_focus(*self.focus)
        if self.weights:
            self._check_weights()

    def _check_focus(self, layer: int, unit: int) -> None:
        if not 2 <= layer <= len(self.layers):
            raise ContentError(
                "focus: só as camadas de 2 a {last} têm entradas; veio {layer}",
                last=len(self.layers),
                layer=layer,
            )
        chosen = self.layers[layer - 1]
        if unit in chosen.off or unit not in shown_units(chosen.units, self._largest):
            raise ContentError(
                "focus: a unidade {unit} de “{name}” não é desenhada, ou está desligada",
                unit=unit,
                name=plain_text(chosen.name),
            )

    def _check_weights(self) -> None:
        if not self.focus:
            raise ContentError("weights são os das entradas de uma unidade; diga em focus qual")
        before = self.layers[self.focus[0] - 2]
        if len(self.weights) != before.units or not self._is_whole(before):
            raise ContentError(
                "weights: esperado um peso para cada unidade de “{name}”, que são {units}, até {most}; "
                "vieram {found}",
                name=plain_text(before.name),
                units=before.units,
                most=MOST_UNITS,
                found=len(self.weights),
            )

    @property
    def _largest(self) -> int:
        return max(layer.units for layer in self.layers)

    def _is_whole(self, layer: UnitLayer) -> bool:
        return is_whole(layer.units, self._largest)

    @property
    def counts(self) -> list[int]:
        """How many weights lie between each two neighbouring layers."""
        return [before.units * after.units for before, after in pairwise(self.layers)]

    def body(self) -> elements.Element:
        """Return the layers side by side or, where their words have no room, below each other."""
        columns = tuple(
            elements.UnitColumn(
                layer.name,
                format_number(layer.units),
                layer.role,
                shown_units(layer.units, self._largest),
                tuple(layer.labels),
                tuple(layer.off),
                WORDS("off", len(set(layer.off))) if layer.off else "",
            )
            for layer in self.layers
        )
        links = tuple(WORDS("weights", count) for count in self.counts) if self.counted else ()
        focus = (self.focus[0] - 1, self.focus[1]) if self.focus else None
        numbers = tuple(map(format_short, self.weights))
        drawing = elements.NetworkDrawing(columns, links, focus, tuple(self.weights), numbers)
        return elements.DiagramLabels(elements.Named("rede", drawing))

    def describe(self) -> str:
        """Return the layers with their units, all weights, what is in focus, and what is switched off."""
        layers = " → ".join(f"{plain_text(each.name)} ({format_number(each.units)})" for each in self.layers)
        base = phrase(
            "Rede neural de {count} camadas, com suas unidades: {layers}.", len(self.layers), layers=layers
        )
        details = [*self._describe_focus(), *self._describe_off(), *self._describe_weights()]
        return fullest(" ".join((base, *details[:most])) for most in range(len(details), -1, -1))

    def _describe_weights(self) -> list[str]:
        if not self.counted:
            return []
        return [phrase("Ao todo, {weights} entre elas.", weights=WORDS("weights", sum(self.counts)))]

    def _describe_focus(self) -> list[str]:
        if not self.focus:
            return []
        name = plain_text(self.layers[self.focus[0] - 1].name)
        if not self.weights:
            return [phrase("Em destaque, as entradas de uma unidade de “{name}”.", name=name)]
        numbers = join_numbers(map(format_short, self.weights))
        return [
            phrase("Pesos das entradas de uma unidade de “{name}”: {numbers}.", name=name, numbers=numbers)
        ]

    def _describe_off(self) -> list[str]:
        return [
            phrase(
                (
                    "Em “{name}”, {count} unidade de {units} está desligada.",
                    "Em “{name}”, {count} unidades de {units} estão desligadas.",
                ),
                len(set(layer.off)),
                name=plain_text(layer.name),
                units=layer.units,
            )
            for layer in self.layers
            if layer.off
        ]


EXAMPLES = {
    "dígitos": Network(
        [UnitLayer("pixels", 784, "input"), UnitLayer("oculta", 128), UnitLayer("dígitos", 10, "response")],
        counted=True,
    ),
    "neurônio": Network(
        [
            UnitLayer("entradas", 4, "input", ["x₁", "x₂", "x₃", "1"]),
            UnitLayer("neurônio", 1, "model", ["Σ"]),
            UnitLayer("saída", 1, "response", ["ŷ"]),
        ],
        focus=(2, 1),
        weights=[0.9, -0.6, 0.2, -0.4],
    ),
    "autoencoder": Network(
        [
            UnitLayer("imagem", 784, "input"),
            UnitLayer("codifica", 128),
            UnitLayer("código", 16, "response"),
            UnitLayer("decodifica", 128),
            UnitLayer("cópia", 784, "input"),
        ],
    ),
    "dropout": Network(
        [
            UnitLayer("entrada", 4, "input"),
            UnitLayer("oculta 1", 6, off=[2, 5]),
            UnitLayer("oculta 2", 6, off=[1, 3, 4]),
            UnitLayer("saída", 2, "response"),
        ],
    ),
}

HEADLINES = {
    "dígitos": "**101.632 pesos**{model} para ler um dígito",
    "neurônio": "Um neurônio **soma com pesos**{model}",
    "autoencoder": "Tudo passa por **16 números**{response}",
    "dropout": "**Dropout**{model} desliga ao acaso",
}
