"""Lines of a chart, with their steps, and points of them that have a name."""

from __future__ import annotations

from functools import cached_property
from itertools import chain, groupby, pairwise
from math import isfinite, isinf
from typing import Annotated

from infograficos.content.checks import validate_same_length
from infograficos.content.data.axis_labels import LabelsOf, index_numbers
from infograficos.content.fields import COMPOSED, Number, Numbers, Reading, Some, Words, content, short
from infograficos.errors import ContentError

#: The labels of larger numbers would take the room of the curves.
_MAX_MAGNITUDE = 1e9

#: What a line, an axis or a point of a chart is called.
CurveName = Annotated[Words, COMPOSED, short(24)]


@content
class StepSeries:
    """A name and a value at each of several steps.

    Args:
        name: the words at its end.
        values: at least two numbers; NaN or nothing where one is missing. ∞, or NaN up to the end of what
            was computed, is where the line diverges.
        role: whose colour it has.
        steps: the step of each value, increasing; by default as a column's index has it, or 1, 2, 3…
    """

    name: CurveName
    values: Some[Reading]
    role: Words
    steps: Annotated[Numbers | None, LabelsOf("values", index_numbers)] = None

    def __post_init__(self) -> None:
        if len(self.values) < 2:
            raise ContentError("“{name}” tem 1 valor; uma curva precisa de ao menos 2", name=self.name)
        if not self.points:
            raise ContentError("“{name}” não tem nenhum valor finito", name=self.name)
        if max(abs(number) for point in self.points for number in point) > _MAX_MAGNITUDE:
            raise ContentError(
                "“{name}” tem um número maior que {limit}; mude a unidade",
                name=self.name,
                limit=_MAX_MAGNITUDE,
            )
        if any(after <= before for before, after in pairwise(self.all_steps)):
            raise ContentError("os passos devem crescer do primeiro ao último")

    @cached_property
    def all_steps(self) -> tuple[float, ...]:
        """The steps, also those without a value."""
        validate_same_length(steps=self.steps, values=self.values)
        return tuple(map(float, self.steps or range(1, len(self.values) + 1)))

    @cached_property
    def runs(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """Each step with its value, in runs between which values are missing."""
        pairs = zip(self.all_steps, self.values, strict=True)
        runs = groupby(pairs, lambda pair: _is_finite(pair[1]))
        return tuple(tuple((step, float(value or 0)) for step, value in run) for here, run in runs if here)

    @cached_property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Each step that has a value, with it."""
        return tuple(chain.from_iterable(self.runs))

    @cached_property
    def divergence(self) -> float | None:
        """The first step that is ∞, or from which on all is NaN where nothing else is missing."""
        infinite = (i for i, value in enumerate(self.values) if value is not None and isinf(value))
        start = next(infinite, len(self.runs[0]) if self._ends_in_nan else None)
        return None if start is None else self.all_steps[start]

    @property
    def _ends_in_nan(self) -> bool:
        rest = self.values[len(self.runs[0]) :] if len(self.runs) == 1 and _is_finite(self.values[0]) else ()
        return bool(rest) and all(value is not None for value in rest)

    @cached_property
    def lowest(self) -> int:
        """Where the smallest value is among the points, the first of several."""
        return min(range(len(self.points)), key=lambda i: self.points[i][1])


@content
class NamedStep:
    """A step that has a name.

    Args:
        step: where it is; the line has a value there.
        name: what it is called, in a word or two, such as “wrong”.
        role: its colour role.
    """

    step: Number
    name: Annotated[Words, short(16)]
    role: Words


def _is_finite(value: float | None) -> bool:
    return value is not None and isfinite(value)
