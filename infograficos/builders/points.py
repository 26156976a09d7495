"""Pontos em um plano: palavras parecidas ficam perto, e a distância é medida."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import dist
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from infograficos import elements
from infograficos.content.checks import validate_known, validate_same_length, validate_unique
from infograficos.content.data.points import as_name_pairs, read_points
from infograficos.content.fields import Flag, Number, Some, Words, content, short
from infograficos.language.numbers import MINUS, format_decimal
from infograficos.language.portuguese import join_and, pluralize

__all__ = ["Cluster", "Points"]

#: A figure with more points than this has dots, not things to read.
_MOST = 200
#: More arrows from one place than this cannot be told apart.
_MOST_ARROWS = 12
#: The names that a description says of each cluster, and how long it may be to say them.
_SAID, _LONGEST = 3, 110
_LARGEST = 1e6
Place = Annotated[Sequence[Annotated[Number, Field(ge=-_LARGEST, le=_LARGEST)]], AfterValidator(tuple)]
Label = Annotated[str, Field(strict=True), short(24), AfterValidator(str.strip)]
Pair = Annotated[Sequence[Words], Field(min_length=2, max_length=2), AfterValidator(tuple)]


@content
class Cluster:
    """Points that belong together.

    Args:
        name: what they are called together.
        role: whose colours they have.
        members: their names.
    """

    name: Annotated[Words, short(24)]
    role: Words
    members: Some[Words]


@content
class Points:
    """Named points on a plane whose axes share one scale, so that what looks near is near.

    Args:
        points: x and y of each: pairs, or an array of n × 2.
        names: one name a point; an empty one leaves the point without words.
        clusters: which points belong together, at most four; each has a shape of its own.
        distance: two names, or up to three pairs of names, between which the Euclidean distance is computed.
        analogy: a, b and c, from which a − b + c is computed, with the point that is nearest to it.
        arrows: draw each point as a vector: an arrow from the origin, at most twelve.
        x_name: what the lower axis is.
        y_name: what the left axis is.
        places: how many decimals the distances have.
    """

    points: Annotated[Some[Place], BeforeValidator(read_points), Field(max_length=_MOST)]
    names: Some[Label]
    clusters: Annotated[Sequence[Cluster], Field(max_length=4), AfterValidator(tuple)] = ()
    distance: Annotated[
        Sequence[Pair], BeforeValidator(as_name_pairs), Field(max_length=3), AfterValidator(tuple)
    ] = ()
    analogy: Annotated[Sequence[Words], Field(min_length=3, max_length=3), AfterValidator(tuple)] | None = (
        None
    )
    arrows: Flag = False
    x_name: Annotated[Words, short(24)] = "dimensão 1"
    y_name: Annotated[Words, short(24)] = "dimensão 2"
    places: Annotated[int, Field(strict=True, ge=0, le=4)] = 2

    def __post_init__(self) -> None:
        validate_same_length(points=self.points, names=self.names)
        written = [name for name in self.names if name]
        validate_unique(written, "o nome “{}” aparece em mais de um ponto")
        asked = [name for pair in self.distance for name in pair]
        members = [name for cluster in self.clusters for name in cluster.members]
        for name in (*members, *asked, *(self.analogy or ())):
            validate_known("o ponto", name, written)
        self._check_clusters(members)
        self._check_lines()

    def _check_lines(self) -> None:
        same = next((first for first, second in self.distance if first == second), None)
        if same:
            raise ValueError(f"a distância é entre dois pontos; veio “{same}” duas vezes")
        if self.analogy and len(set(self.analogy)) < 3:
            raise ValueError("a analogia é entre três pontos diferentes")
        if self.arrows and len(self.points) > _MOST_ARROWS:
            raise ValueError(
                f"{len(self.points)} setas não se leem; com arrows, dê até {_MOST_ARROWS} pontos"
            )

    def _check_clusters(self, members: list[str]) -> None:
        validate_unique(members, "o ponto “{}” está em mais de um grupo")
        names, roles = ([getattr(each, field) for each in self.clusters] for field in ("name", "role"))
        validate_unique(names, "cada grupo tem um nome só seu; “{}” aparece duas vezes")
        validate_unique(roles, "cada grupo tem um papel só seu; “{}” aparece duas vezes")

    @cached_property
    def distances(self) -> tuple[float, ...]:
        """The Euclidean distance between the points of each pair."""
        return tuple(dist(self._place(first), self._place(second)) for first, second in self.distance)

    @cached_property
    def composed(self) -> tuple[float, float] | None:
        """The place a − b + c of the analogy."""
        if self.analogy is None:
            return None
        a, b, c = (self._place(name) for name in self.analogy)
        return a[0] - b[0] + c[0], a[1] - b[1] + c[1]

    @cached_property
    def answer(self) -> str | None:
        """The named point nearest to the analogy's result, the three it starts from aside."""
        others = [name for name in self.names if name and name not in (self.analogy or ())]
        if self.composed is None or not others:
            return None
        result = self.composed
        return min(others, key=lambda name: dist(self._place(name), result))

    def body(self) -> elements.Element:
        """Return the plane between the names of its axes, and the analogy in words below it."""
        pairs = zip(self.distance, self.distances, strict=True)
        far = tuple(f"{a} – {b}: {format_decimal(value, self.places)}" for (a, b), value in pairs)
        plane = elements.LabeledScatter(self._scatter, self.x_name, self.y_name, far)
        if self.analogy is None:
            return plane
        return elements.Column(
            (plane, elements.Named("analogia", elements.equation(self._formula, self.answer, "model"))),
            "small",
        )

    def describe(self) -> str:
        """Return who belongs together, how far some are apart, and what the analogy comes to."""
        kinds = ("vetor", "vetores") if self.arrows else ("ponto", "pontos")
        parts = [f"Plano com {pluralize(len(self.points), *kinds)}{self._who}."]
        for (first, second), far in zip(self.distance, self.distances, strict=True):
            parts.append(f"Distância entre {first} e {second}: {format_decimal(far, self.places)}.")
        if self.analogy:
            near = f" perto de {self.answer}" if self.answer else ""
            parts.append(f"A conta {self._formula} dá um ponto{near}.")
        return " ".join(parts)

    @property
    def _who(self) -> str:
        """Who belongs together, or the first names where nobody does."""
        if self.clusters:
            full = "; ".join(self._said(cluster) for cluster in self.clusters)
            short_form = join_and([f"{each.name} ({len(each.members)})" for each in self.clusters])
            rest = [name for name in self.names if name and not any(name in c.members for c in self.clusters)]
            alone = f"; sem grupo: {join_and(rest[:_SAID])}" if rest else ""
            return f": {full if len(full) <= _LONGEST else short_form}{alone}"
        axes = f"; eixos: {self.x_name} e {self.y_name}"
        if not (named := [name for name in self.names if name]):
            return axes
        return f"{': ' if len(named) <= _SAID else ', entre eles '}{join_and(named[:_SAID])}{axes}"

    @property
    def _formula(self) -> str:
        a, b, c = self.analogy or ("", "", "")
        return f"{a} {MINUS} {b} + {c}"

    def _place(self, name: str) -> tuple[float, float]:
        x, y = self.points[self.names.index(name)]
        return float(x), float(y)

    def _said(self, cluster: Cluster) -> str:
        names = list(cluster.members[:_SAID])
        more = len(cluster.members) - len(names)
        return f"{cluster.name} ({join_and([*names, f'mais {more}']) if more else join_and(names)})"

    @property
    def _scatter(self) -> elements.Scatter:
        indices = sorted(range(len(self.names)), key=lambda i: self.names[i] not in self._asked)
        marks = [self._mark(i) for i in indices]
        if self.composed:
            marks.append(elements.Mark("", *self.composed, "model", "ring"))
        order = [self.names[i] for i in indices]
        groups = [
            elements.MarkGroup(c.name, c.role, tuple(order.index(m) for m in c.members))
            for c in self.clusters
        ]
        return elements.Scatter(
            tuple(marks), tuple(groups), (*self._vectors, *self._steps, *self._measures), self.arrows
        )

    @property
    def _asked(self) -> set[str]:
        """The names without which the figure says nothing."""
        pairs = [name for pair in self.distance for name in pair]
        return {*pairs, *(self.analogy or ()), *([self.answer] if self.answer else [])}

    def _mark(self, index: int) -> elements.Mark:
        name, (x, y) = self.names[index], self.points[index]
        for cluster, shape in zip(self.clusters, elements.SHAPES, strict=False):
            if name and name in cluster.members:
                return elements.Mark(name, x, y, cluster.role, shape)
        return elements.Mark(name, x, y)

    @property
    def _measures(self) -> tuple[elements.PlaneLine, ...]:
        return tuple(
            elements.PlaneLine(self._place(first), self._place(second), format_decimal(far, self.places))
            for (first, second), far in zip(self.distance, self.distances, strict=True)
        )

    @property
    def _vectors(self) -> tuple[elements.PlaneLine, ...]:
        """An arrow from the origin to each point, in the colour of the point."""
        marks = [self._mark(i) for i in range(len(self.names))] if self.arrows else []
        return tuple(
            elements.PlaneLine((0.0, 0.0), (mark.x, mark.y), "", "arrow", mark.color)
            for mark in marks
            if mark.x or mark.y
        )

    @property
    def _steps(self) -> tuple[elements.PlaneLine, ...]:
        """The way from b to c, and the same way from a."""
        if self.analogy is None or self.composed is None:
            return ()
        a, b, c = (self._place(name) for name in self.analogy)
        color, line = "model.strong", elements.PlaneLine
        return line(b, c, "", "arrow", color), line(a, self.composed, "", "dashed arrow", color)


EXAMPLES = {
    "palavras parecidas": Points(
        points=[
            [1.0, 3.4],
            [1.7, 4.2],
            [2.2, 2.9],
            [4.6, 3.9],
            [5.6, 2.9],
            [5.8, 4.6],
            [3.2, 0.9],
            [4.2, 1.4],
        ],
        names=["gato", "cachorro", "coelho", "carro", "ônibus", "moto", "maçã", "banana"],
        clusters=[
            Cluster("animais", "response", ["gato", "cachorro", "coelho"]),
            Cluster("veículos", "instruction", ["carro", "ônibus", "moto"]),
            Cluster("frutas", "input", ["maçã", "banana"]),
        ],
        distance=[("gato", "cachorro"), ("cachorro", "carro")],
    ),
    "analogia": Points(
        points=[[4.2, 3.6], [1.2, 3.1], [1.4, 0.9], [4.3, 1.3], [6.4, 2.4], [6.6, 1.2]],
        names=["rei", "homem", "mulher", "rainha", "mesa", "cadeira"],
        analogy=("rei", "homem", "mulher"),
    ),
    "vetores": Points(
        points=[[3.2, 1.0], [2.6, 2.2], [-2.2, 1.8]],
        names=["gato", "cachorro", "carro"],
        clusters=[Cluster("animais", "response", ["gato", "cachorro"])],
        arrows=True,
    ),
}
