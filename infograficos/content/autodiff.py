"""The values of a computational graph forward, and its gradients back, by reverse-mode differentiation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp, inf, isfinite, log, prod, tanh
from typing import Final, Protocol

from infograficos.errors import ContentError


class Operation(Protocol):
    """A step of a computation: what it is called, what it does, and with which variables."""

    @property
    def name(self) -> str:
        """The variable that it computes."""

    @property
    def operation(self) -> str:
        """One of `OPERATIONS`."""

    @property
    def inputs(self) -> Sequence[str]:
        """The variables that it takes, in order."""


Values = Sequence[float]


def _sigmoid(x: float) -> float:
    return 1.0 / (1.0 + exp(-x)) if x >= 0 else exp(x) / (1.0 + exp(x))


#: What each operation computes, and by how much its result grows with each of its inputs.
_FUNCTIONS: Final[Mapping[str, tuple[Callable[[Values], float], Callable[[Values], list[float]]]]] = {
    "+": (sum, lambda v: [1.0] * len(v)),
    "-": (lambda v: v[0] - v[1], lambda _v: [1.0, -1.0]),
    "*": (prod, lambda v: [prod(w for j, w in enumerate(v) if j != i) for i in range(len(v))]),
    "/": (lambda v: v[0] / v[1], lambda v: [1.0 / v[1], -v[0] / v[1] ** 2]),
    "max": (max, lambda v: [float(i == v.index(max(v))) for i in range(len(v))]),
    "square": (lambda v: v[0] ** 2, lambda v: [2.0 * v[0]]),
    "exp": (lambda v: exp(v[0]), lambda v: [exp(v[0])]),
    "log": (lambda v: log(v[0]), lambda v: [1.0 / v[0]]),
    "relu": (lambda v: max(0.0, v[0]), lambda v: [float(v[0] > 0.0)]),
    "sigmoid": (lambda v: _sigmoid(v[0]), lambda v: [_sigmoid(v[0]) * (1.0 - _sigmoid(v[0]))]),
    "tanh": (lambda v: tanh(v[0]), lambda v: [1.0 - tanh(v[0]) ** 2]),
}

#: How many inputs an operation takes, at least and at most.
_ARITIES: Final[Mapping[str, tuple[int, float]]] = {
    **dict.fromkeys(("+", "*", "max"), (2, inf)), **dict.fromkeys(("-", "/"), (2, 2)),
}  # fmt: skip

#: How operations between their inputs, and those before theirs, are written.
_SIGNS: Final = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_NAMES: Final = {"relu": "ReLU", "sigmoid": "σ"}


def write_operation(operation: Operation, names: Sequence[str]) -> str:
    """Return what an operation does with its inputs: “x + y”, “σ(z)”, “z²”."""
    if sign := _SIGNS.get(operation.operation):
        return f" {sign} ".join(names)
    if operation.operation == "square":
        return f"{names[0]}²"
    return f"{_NAMES.get(operation.operation, operation.operation)}({', '.join(names)})"


def forward(inputs: Mapping[str, float], operations: Sequence[Operation]) -> dict[str, float]:
    """Return the value of every variable; `ValueError` refuses what has none."""
    values = dict(inputs)
    for step in operations:
        least, most = _ARITIES.get(step.operation, (1, 1))
        if not least <= len(step.inputs) <= most:
            raise ContentError(
                (
                    "“{name}”: “{operation}” não se faz com {count} valor",
                    "“{name}”: “{operation}” não se faz com {count} valores",
                ),
                len(step.inputs),
                name=step.name,
                operation=step.operation,
            )
        given = [values[name] for name in step.inputs]
        try:
            value = _FUNCTIONS[step.operation][0](given)
        except (ArithmeticError, ValueError):
            value = inf
        if not isfinite(value):
            raise ContentError(
                "“{name}”: {operation} não dá um número",
                name=step.name,
                operation=_formula(step, given),
            )
        values[step.name] = float(value)
    return values


def _formula(step: Operation, given: Values) -> str:
    return write_operation(step, [f"{value:g}".replace("-", "−") for value in given])


def backward(values: Mapping[str, float], operations: Sequence[Operation]) -> dict[str, float]:
    """Return by how much the last result grows with every variable."""
    gradients = dict.fromkeys(values, 0.0)
    gradients[operations[-1].name] = 1.0
    for step in reversed(operations):
        given = [values[name] for name in step.inputs]
        for name, slope in zip(step.inputs, _FUNCTIONS[step.operation][1](given), strict=True):
            gradients[name] += gradients[step.name] * slope
    return gradients
