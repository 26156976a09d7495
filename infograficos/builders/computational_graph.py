"""Um grafo computacional: os valores seguem para a frente, e os gradientes voltam."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from infograficos import elements
from infograficos.builders.graph import Edge, Node, NodeName
from infograficos.content.autodiff import backward, forward, write_operation
from infograficos.content.checks import validate_known
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Number, Some, Words, content
from infograficos.content.graph_net import Net
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError
from infograficos.language.grammar import join_and, phrase
from infograficos.language.numbers import format_short
from infograficos.text.markup import plain_text
from infograficos.text.typography import NO_BREAK_SPACE

__all__ = ["ComputationalGraph", "Operation"]

WORDS = OwnWords(value="valor", gradient="gradiente")


@content
class Operation:
    """A step of the computation.

    Args:
        name: the variable that it computes.
        operation: what it does with its inputs.
        inputs: the variables that it takes, in order.
    """

    name: NodeName
    operation: Literal["+", "-", "*", "/", "max", "square", "exp", "log", "relu", "sigmoid", "tanh"]
    inputs: Some[NodeName]


@content
class ComputationalGraph:
    """Variables and operations, with every value and the gradient of the last one, all computed.

    Args:
        inputs: the variables that are given, with their values.
        operations: the steps in order; the last one computes the result.
        role: the colour role of variables that are given.
        result_role: that of the result.
    """

    inputs: Mapping[NodeName, Number]
    operations: Some[Operation]
    role: Words = "input"
    result_role: Words = "response"

    def __post_init__(self) -> None:
        known = list(self.inputs)
        for step in self.operations:
            for name in step.inputs:
                validate_known("a variável", name, known)
            if step.name in known:
                raise ContentError(
                    "a variável “{name}” já tem um valor; dê outro nome ao passo", name=step.name
                )
            known.append(step.name)
        self._values  # noqa: B018 - what has no value is refused now
        self._net.validate()

    def body(self) -> elements.Element:
        """Return the variables with values and gradients, and below them which is which."""
        value = elements.Text(WORDS("value"), "label", "ink")
        gradient = elements.Text(f"**∂ {WORDS('gradient')}**{{alert}}", "label", "ink")
        legend = elements.inline_legend((value, gradient))
        return elements.Column((elements.draw_net(self._net, "right", below="link"), legend), "medium")

    def describe(self) -> str:
        """Return the values in order, then the gradients."""
        return fullest(self._descriptions())

    @cached_property
    def _values(self) -> Mapping[str, float]:
        return forward(self.inputs, self.operations)

    @cached_property
    def _net(self) -> Net:
        gradients = backward(self._values, self.operations)
        edges = tuple(
            Edge(name, step.name) for step in self.operations for name in dict.fromkeys(step.inputs)
        )
        result = self.operations[-1].name
        formulas = {
            step.name: f"{step.name} = {write_operation(step, step.inputs)}" for step in self.operations
        }
        nodes = tuple(
            Node(
                name,
                self.role if name in self.inputs else self.result_role if name == result else "",
                label=formulas.get(name, "").replace(" ", NO_BREAK_SPACE),
                detail=f"{_write(value)}{NO_BREAK_SPACE}**∂{NO_BREAK_SPACE}{_write(gradients[name])}**{{alert}}",
            )
            for name, value in self._values.items()
        )
        return Net(edges, nodes, (), Node)

    def _descriptions(self) -> Iterator[str]:
        gradients = backward(self._values, self.operations)
        values = []
        for step in self.operations:
            formula = write_operation(step, list(map(plain_text, step.inputs)))
            values.append(f"{plain_text(step.name)} = {formula} = {_write(self._values[step.name])}")
        given = join_and([f"{plain_text(name)} = {_write(value)}" for name, value in self.inputs.items()])
        back = join_and(
            [f"{plain_text(name)}: {_write(gradient)}" for name, gradient in reversed(gradients.items())]
        )
        ahead = phrase("Para a frente, com {given}: {values}.", given=given, values="; ".join(values))
        yield f"{ahead} {phrase('Para trás, os gradientes: {gradients}.', gradients=back)}"
        inputs = join_and([f"{plain_text(name)}: {_write(gradients[name])}" for name in self.inputs])
        yield f"{ahead} {phrase('Para trás, os gradientes: {gradients}.', gradients=inputs)}"
        yield ahead


def _write(value: float) -> str:
    """Return a number with three digits at most, where it has more."""
    return format_short(float(f"{value:.3g}"))


EXAMPLES = {
    "regra da cadeia": ComputationalGraph(
        {"x": -2, "y": 5, "z": -4}, [Operation("q", "+", ["x", "y"]), Operation("f", "*", ["q", "z"])]
    ),
    "um neurônio": ComputationalGraph(
        {"w": 2, "x": 1.5, "b": -1},
        [
            Operation("u", "*", ["w", "x"]),
            Operation("s", "+", ["u", "b"]),
            Operation("y", "sigmoid", ["s"]),
        ],
    ),
}
HEADLINES = {
    "regra da cadeia": "Os gradientes **voltam**{alert} pelo mesmo caminho",
    "um neurônio": "O peso recebe um **gradiente**{alert} de 0,157",
}
