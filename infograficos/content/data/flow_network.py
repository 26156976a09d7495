"""Flows between named nodes: what each receives, passes on and loses, and in which layer it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isclose

from infograficos.content.data.stacks import exact_sum
from infograficos.content.fields import first_duplicate
from infograficos.errors import ContentError
from infograficos.language.numbers import format_column

#: More layers, or more nodes, have no room for their names.
_MAX_LAYERS, _MAX_NODES = 5, 16

#: By how much of what it receives a node may differ by rounding.
_ROUNDING = 1e-9


@dataclass(frozen=True)
class FlowNetwork:
    """Nodes in the order in which they are named, and what flows between them.

    Args:
        flows: the start, the end and the value of each flow.
        losses: the names of what nodes lose, by the names of those nodes.
    """

    flows: Sequence[tuple[str, str, float]]
    losses: Mapping[str, str]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The nodes that are named in flows."""
        return tuple(dict.fromkeys(name for start, end, _ in self.flows for name in (start, end)))

    def received(self, name: str) -> float:
        """Return how much flows to a node."""
        return exact_sum([value for _, end, value in self.flows if end == name])

    def passed(self, name: str) -> float:
        """Return how much flows from a node."""
        return exact_sum([value for start, _, value in self.flows if start == name])

    def lost(self, name: str) -> float:
        """Return how much a node loses that receives and passes on; below 0 it gains."""
        received, passed = self.received(name), self.passed(name)
        if not received or not passed or isclose(received, passed, rel_tol=_ROUNDING):
            return 0.0
        return exact_sum([received, -passed])

    def value(self, name: str) -> float:
        """Return how much is in a node."""
        return max(self.received(name), self.passed(name))

    @cached_property
    def layers(self) -> dict[str, int]:
        """The layer of each node: one after the last of those that it receives from."""
        layers = dict.fromkeys(self.names, 0)
        for _ in self.names:
            for start, end, _ in self.flows:
                layers[end] = max(layers[end], layers[start] + 1)
        return layers

    @property
    def sources(self) -> tuple[str, ...]:
        """The nodes that receive nothing."""
        return tuple(name for name in self.names if not self.received(name))

    def validate(self) -> None:
        """Refuse flows that go round, are too many to be read, or do not add up."""
        for start, end, _ in self.flows:
            if start == end:
                raise ContentError("“{name}” flui para si mesmo; um fluxo vai a outro nó", name=start)
        again = first_duplicate([(start, end) for start, end, _ in self.flows])
        if again is not None:
            raise ContentError(
                "o fluxo de “{start}” a “{end}” aparece duas vezes; some os dois",
                start=again[0],
                end=again[1],
            )
        self._validate_way()
        nodes = len(self.names) + len(self.losses)
        if nodes > _MAX_NODES:
            raise ContentError(
                "são {nodes} nós, contando as perdas; até {most} se leem. Junte os menores",
                nodes=nodes,
                most=_MAX_NODES,
            )
        for name in self.names:
            self._validate_balance(name)

    def _validate_way(self) -> None:
        """Refuse flows that go round, and too many layers."""
        left = self.names
        while True:
            pairs = [(start, end) for start, end, _ in self.flows if start in left and end in left]
            starts, ends = ({pair[i] for pair in pairs} for i in (0, 1))
            kept = tuple(name for name in left if name in starts and name in ends)
            if kept == left:
                break
            left = kept
        if left:
            raise ContentError("os fluxos dão uma volta por “{name}”; eles vão sempre adiante", name=left[0])
        last = max(self.layers.values()) + 1
        if last > _MAX_LAYERS:
            raise ContentError("são {layers} camadas de nós; até {most} cabem", layers=last, most=_MAX_LAYERS)

    def _validate_balance(self, name: str) -> None:
        """Refuse a node that gains, that loses without saying so, or that says so and does not."""
        received, passed, lost = self.received(name), self.passed(name), self.lost(name)
        if name in self.losses and not (received and passed):
            raise ContentError("“{name}” não recebe e passa; só quem faz as duas coisas perde", name=name)
        if name in self.losses and not lost:
            raise ContentError("“{name}” passa tudo o que recebe; tire “loss”", name=name)
        words = dict(
            zip(("received", "passed", "lost"), format_column([received, passed, abs(lost)]), strict=True)
        )
        if lost < 0:
            raise ContentError(
                "“{name}” recebe {received} e passa {passed}: ganha {lost} do nada",
                name=name,
                **words,
            )
        if lost and name not in self.losses:
            raise ContentError(
                "“{name}” recebe {received} e passa {passed}: perde {lost}. "
                "Se perde mesmo, diga o quê em FlowNode(…, loss=…)",
                name=name,
                **words,
            )
