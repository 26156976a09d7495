"""Fluxos em faixas (Sankey) tão largas quanto seus valores: o que entra em cada nó soma o que sai."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import validate_known, validate_unique_names
from infograficos.content.data.flow_network import FlowNetwork
from infograficos.content.data.gpt2 import gpt2_matrices
from infograficos.content.descriptions import fullest
from infograficos.content.fields import (
    Items,
    Label,
    Number,
    OptionalText,
    Places,
    Words,
    content,
    length,
    short,
)
from infograficos.language.grammar import add_unit, join_and, join_first, phrase
from infograficos.language.numbers import format_column
from infograficos.text.markup import plain_text

__all__ = ["Flow", "FlowNode", "Flows"]

_Name = Annotated[Words, short(24)]

#: How many colours categories have.
_CATEGORIES = 6


@content
class Flow:
    """What flows from one node to another, drawn as a band.

    Args:
        start: the node that it comes from.
        end: the node that it goes to.
        value: how much it is.
        role: its colour; by default that of where it comes from.
    """

    start: _Name
    end: _Name
    value: Annotated[Number, Field(gt=0)]
    role: OptionalText = ""


@content
class FlowNode:
    """What is to be said of a node besides its flows.

    Args:
        name: as in the flows.
        role: its colour.
        loss: what it loses, in a word or two; how much is what comes in less what goes out.
    """

    name: _Name
    role: OptionalText = ""
    loss: Label = ""


@content
class Flows:
    """Bands between nodes in layers, on one scale; a node passes on what it receives, or says what it loses.

    Args:
        flows: up to 24, each between two nodes; what is named first is at the top.
        nodes: those with a colour of their own, or that lose something.
        unit: what the values are counted in.
        places: how many decimals; by default as many as the values need.
        highlight: the node to remember.
    """

    flows: Annotated[Items[Flow], length(1, 24)]
    nodes: Items[FlowNode] = ()
    unit: Annotated[OptionalText, short(16)] = ""
    places: Places | None = None
    highlight: _Name | None = None

    def __post_init__(self) -> None:
        validate_unique_names(node.name for node in self.nodes)
        for node in self.nodes:
            validate_known("o nó", node.name, self._network.names)
        validate_known("o nó", self.highlight, self._network.names)
        self._network.validate()

    @cached_property
    def _network(self) -> FlowNetwork:
        losses = {node.name: node.loss for node in self.nodes if node.loss}
        return FlowNetwork([(flow.start, flow.end, flow.value) for flow in self.flows], losses)

    def body(self) -> elements.Element:
        """Return the bands to the right or, where their labels have no room, downwards."""
        nodes, bands = tuple(self._nodes()), tuple(self._bands())
        options = (
            elements.FlowBands(nodes, bands, "horizontal"),
            elements.FlowBands(nodes, bands, "vertical"),
        )
        return elements.Named("fluxos", elements.DiagramLabels(elements.FirstThatFits(options)))

    def describe(self) -> str:
        """Return what flows where, and what is lost; of many flows the largest."""
        network = self._network
        sources = join_and([self._say(name) for name in network.sources])
        flows = [
            f"{plain_text(flow.start)} → {plain_text(flow.end)} ({plain_text(amount)})"
            for flow, amount in zip(self.flows, self._written, strict=True)
        ]
        rows = zip(network.losses.items(), self._losses, strict=True)
        lost = [
            phrase(
                "{node} perde {value} ({words})", node=plain_text(node), value=value, words=plain_text(words)
            )
            for (node, words), value in rows
        ]
        opening = phrase("Fluxos de {sources}", sources=sources)
        marks = f" {self._say_highlight()}" if self.highlight else ""
        losses = f" {phrase('Perdas: {losses}.', losses='; '.join(lost))}" if lost else ""
        whole = (f"{opening}: {'; '.join(flows)}.{losses}{marks}", f"{opening}: {'; '.join(flows)}.{marks}")
        shorter = (f"{opening}: {join_first(flows, count)}.{marks}" for count in range(len(flows) - 1, 0, -1))
        return fullest((*whole, *shorter, f"{opening}."))

    def _say_highlight(self) -> str:
        return phrase("Em destaque: {name}.", name=self._say(self.highlight or ""))

    def _say(self, name: str) -> str:
        return f"{plain_text(name)} ({plain_text(self._amounts[name])})"

    @cached_property
    def _columns(self) -> list[str]:
        """All numbers as they are written: of the nodes, of the flows and of the losses."""
        network = self._network
        values = [
            *map(network.value, network.names),
            *(flow.value for flow in self.flows),
            *map(network.lost, network.losses),
        ]
        return [add_unit(each, self.unit) for each in format_column(values, self.places)]

    @property
    def _amounts(self) -> dict[str, str]:
        return dict(zip(self._network.names, self._columns, strict=False))

    @property
    def _written(self) -> list[str]:
        start = len(self._network.names)
        return self._columns[start : start + len(self.flows)]

    @property
    def _losses(self) -> list[str]:
        return self._columns[len(self._network.names) + len(self.flows) :]

    def _nodes(self) -> Iterator[elements.FlowNode]:
        """Yield the nodes, and after them what they lose."""
        network = self._network
        for name in network.names:
            # What only passes is large, and not what one looks for.
            passing: elements.CapState = "context" if network.passed(name) else "focus"
            state = "solid" if name == self.highlight else passing
            amount, value = self._amounts[name], network.value(name)
            yield elements.FlowNode(name, amount, value, network.layers[name], self._roles[name], state)
        for (name, words), amount in zip(network.losses.items(), self._losses, strict=True):
            layer = network.layers[name] + 1
            yield elements.FlowNode(words, amount, network.lost(name), layer, "masked", "masked")

    def _bands(self) -> Iterator[elements.FlowBand]:
        """Yield the bands between nodes, and after them those of what is lost."""
        network, names = self._network, self._network.names
        for flow, amount in zip(self.flows, self._written, strict=True):
            # A number that is also that of a node at one end is read there.
            ends = network.passed(flow.start), network.received(flow.end)
            label = "" if flow.value in ends else amount
            places = names.index(flow.start), names.index(flow.end)
            yield elements.FlowBand(*places, flow.value, self._band_role(flow), label)
        for i, name in enumerate(network.losses):
            yield elements.FlowBand(names.index(name), len(names) + i, network.lost(name), "masked")

    def _band_role(self, flow: Flow) -> str:
        """Return a band's colour: that of its start or, where all comes from one node, of its end."""
        if flow.role:
            return flow.role
        is_only = self._network.sources == (flow.start,)
        return self._roles[flow.end if is_only else flow.start]

    @cached_property
    def _roles(self) -> dict[str, str]:
        """The colour of each node: its own, a category's, or that of what most of it comes from."""
        network = self._network
        own = {node.name: node.role for node in self.nodes if node.role}
        sources = network.sources
        firsts = (
            [flow.end for flow in self.flows if flow.start == sources[0]]
            if len(sources) == 1
            else list(sources)
        )
        roles = {sources[0]: "model"} if len(sources) == 1 else {}
        if len(firsts) > 1:
            roles |= {name: f"category{i % _CATEGORIES + 1}" for i, name in enumerate(firsts)}
        for name in sorted(network.names, key=network.layers.__getitem__):
            coming = [flow for flow in self.flows if flow.end == name]
            if name not in roles and coming:
                roles[name] = roles[max(coming, key=lambda flow: flow.value).start]
            roles[name] = own.get(name, roles[name])
        return roles


#: Where the weights of GPT-2 small are, in millions; a token's embedding has 768 of them.
_EMBEDDINGS, _ATTENTION, _MLP = gpt2_matrices()
_TOKENS = 50_257 * 768 / 1e6

EXAMPLES = {
    "pesos do GPT-2": Flows(
        [
            Flow("GPT-2 small", "embeddings", _EMBEDDINGS),
            Flow("GPT-2 small", "12 blocos", _ATTENTION + _MLP),
            Flow("embeddings", "tokens", _TOKENS),
            Flow("embeddings", "posições", _EMBEDDINGS - _TOKENS),
            Flow("12 blocos", "atenção", _ATTENTION),
            Flow("12 blocos", "FFN", _MLP),
        ],
        unit="mi",
        places=1,
        highlight="FFN",
    ),
    "filtros de um corpus": Flows(
        [
            Flow("páginas", "filtro de língua", 100),
            Flow("filtro de língua", "filtro de cópias", 44),
            Flow("filtro de cópias", "corpus", 20),
        ],
        nodes=[
            FlowNode("páginas", "input"),
            FlowNode("filtro de língua", loss="outras línguas"),
            FlowNode("filtro de cópias", loss="cópias"),
            FlowNode("corpus", "response"),
        ],
        unit="mi",
        highlight="corpus",
    ),
    "orçamento de latência": Flows(
        [
            Flow("resposta", "rede", 60),
            Flow("resposta", "servidor", 240),
            Flow("servidor", "fila", 30),
            Flow("servidor", "banco", 150),
            Flow("servidor", "código", 60),
        ],
        unit="ms",
        highlight="banco",
    ),
    "lâmpada e LED": Flows(
        [
            Flow("incandescente", "luz", 3),
            Flow("incandescente", "calor", 57),
            Flow("LED", "luz", 4),
            Flow("LED", "calor", 5),
        ],
        nodes=[FlowNode("luz", "input"), FlowNode("calor", "alert")],
        unit="W",
        highlight="calor",
    ),
}
HEADLINES = {
    "pesos do GPT-2": "Quase metade dos pesos está na **FFN**{category2}",
    "filtros de um corpus": "De cada cinco páginas, **uma**{response} fica",
    "orçamento de latência": "Metade da espera é o **banco**{category2}",
    "lâmpada e LED": "A lâmpada antiga faz **calor**{alert}",
}
