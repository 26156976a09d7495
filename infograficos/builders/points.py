"""Pontos em um plano: palavras parecidas ficam perto, e a distância é medida."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from math import dist
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from infograficos import elements
from infograficos.content.checks import validate_known, validate_same_length, validate_unique
from infograficos.content.data.axis_labels import LabelsOf, column_label
from infograficos.content.data.read_numbers import read_points
from infograficos.content.descriptions import fullest, join_within
from infograficos.content.element_words import PLANE_WORDS
from infograficos.content.fields import Flag, Items, Number, Some, Words, between, content, length, short
from infograficos.content.own_words import OwnWord
from infograficos.content.token_row import TokenName, find_token, read_labels, token_reference
from infograficos.errors import ContentError
from infograficos.language.grammar import join_and, phrase
from infograficos.language.numbers import MINUS, fit_places, format_column
from infograficos.language.texts import mark_text

__all__ = ["Cluster", "Points"]

WORDS = PLANE_WORDS

#: More points are dots and nothing to read; more arrows from one place cannot be told apart.
_MAX_POINTS, _MAX_ARROWS = 200, 12
#: How many characters the description has for names, from the most to none.
_ROOMS = 110, 70, 40, 0
_MAX_MAGNITUDE = 1e6

_Coordinate = Annotated[Number, between(-_MAX_MAGNITUDE, _MAX_MAGNITUDE)]
_Point = Items[_Coordinate]
_MAX_NAME = 24
_Name = Annotated[TokenName, token_reference("names")]
_Pair = Annotated[Items[_Name], length(2, 2)]


def _as_pairs(value: object) -> object:
    is_pair = isinstance(value, list | tuple) and all(isinstance(name, str) for name in value)
    return [value] if is_pair and value else value


@content
class Cluster:
    """Points that belong together.

    Args:
        name: what they are called together.
        role: their colour role.
        members: their names.
    """

    name: Annotated[Words, short(24)]
    role: Words
    members: Some[TokenName]


def _find_members(cluster: Cluster, info: ValidationInfo) -> Cluster:
    names = info.data.get("names") or ()
    return replace(cluster, members=[find_token(names, member) for member in cluster.members])


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
        x_name: what the lower axis is; by default as a data frame calls it.
        y_name: what the left axis is; by default as a data frame calls it.
        places: how many decimals the distances have; by default two, or as many as they need.
    """

    points: Annotated[Some[Items[_Coordinate]], BeforeValidator(read_points), length(0, _MAX_POINTS)]
    names: Annotated[
        Sequence[Annotated[str, Field(strict=True)]],
        length(1),
        read_labels(_MAX_NAME, ordered=False, are_names=True),
    ]
    clusters: Annotated[Items[Annotated[Cluster, AfterValidator(_find_members)]], length(0, 4)] = ()
    distance: Annotated[Items[_Pair], BeforeValidator(_as_pairs), length(0, 3)] = ()
    analogy: Annotated[Items[_Name], length(3, 3)] | None = None
    arrows: Flag = False
    x_name: Annotated[Words, short(24), LabelsOf("points", column_label(0)), OwnWord()] = "dimensão 1"
    y_name: Annotated[Words, short(24), LabelsOf("points", column_label(1)), OwnWord()] = "dimensão 2"
    places: Annotated[int, between(0, 4)] | None = None

    def __post_init__(self) -> None:
        validate_same_length(points=self.points, names=self.names)
        named = [name for name in self.names if name]
        validate_unique(named, "o nome “{name}” aparece em mais de um ponto")
        ends = [name for pair in self.distance for name in pair]
        members = [name for cluster in self.clusters for name in cluster.members]
        for name in (*members, *ends, *(self.analogy or ())):
            validate_known("o ponto", name, named)
        validate_unique(members, "o ponto “{name}” está em mais de um grupo")
        names, roles = ([getattr(each, field) for each in self.clusters] for field in ("name", "role"))
        validate_unique(names, "cada grupo tem um nome só seu; “{name}” aparece duas vezes")
        validate_unique(roles, "cada grupo tem um papel só seu; “{name}” aparece duas vezes")
        self._check_lines()

    def _check_lines(self) -> None:
        same = next((first for first, second in self.distance if first == second), None)
        if same:
            raise ContentError("a distância é entre dois pontos; veio “{name}” duas vezes", name=same)
        if self.analogy and len(set(self.analogy)) < 3:
            raise ContentError("a analogia é entre três pontos diferentes")
        if self.arrows and (count := len(self.points)) > _MAX_ARROWS:
            raise ContentError(
                "{number} setas não se leem; com arrows, dê até {most} pontos", number=count, most=_MAX_ARROWS
            )

    @cached_property
    def distances(self) -> tuple[float, ...]:
        """The Euclidean distance between the points of each pair."""
        return tuple(dist(self._place(first), self._place(second)) for first, second in self.distance)

    @cached_property
    def analogy_place(self) -> tuple[float, float] | None:
        """The place a − b + c of the analogy."""
        if self.analogy is None:
            return None
        a, b, c = map(self._place, self.analogy)
        return a[0] - b[0] + c[0], a[1] - b[1] + c[1]

    @cached_property
    def answer(self) -> str | None:
        """The named point nearest to the analogy's result, the three it starts from aside."""
        others = [name for name in self.names if name and name not in (self.analogy or ())]
        if self.analogy_place is None or not others:
            return None
        result = self.analogy_place
        return min(others, key=lambda name: dist(self._place(name), result))

    def body(self) -> elements.Element:
        """Return the plane between the names of its axes, and the analogy in words below it."""
        pairs = zip(self.distance, self._distance_labels, strict=True)
        captions = tuple(f"{a} – {b}: {label}" for (a, b), label in pairs)
        plane = elements.LabeledScatter(self._scatter(), self.x_name, self.y_name, captions)
        if self.analogy is None:
            return plane
        a, b, c = self.analogy
        equation = elements.equation((a, b, c), self.answer, "model")
        return elements.Column((plane, elements.Named("analogia", equation)), "small")

    def describe(self) -> str:
        """Return who belongs together, how far some are apart, and what the analogy comes to."""
        return fullest(map(self._describe, _ROOMS))

    def _describe(self, room: int) -> str:
        """Return a description with so many characters for names."""
        if self.arrows:
            plane = phrase(("Plano com {count} vetor", "Plano com {count} vetores"), len(self.points))
        else:
            plane = phrase(("Plano com {count} ponto", "Plano com {count} pontos"), len(self.points))
        names = (self._describe_clusters if self.clusters else self._describe_names)(room) if room else ""
        sentences = [f"{plane}{names}."]
        for pair, label in zip(self.distance, self._distance_labels, strict=True):
            sentences.append(phrase("Distância entre {pair}: {label}.", pair=join_and(pair), label=label))
        if self.analogy:
            source = (
                mark_text("A conta {formula} dá um ponto perto de {name}.")
                if self.answer
                else mark_text("A conta {formula} dá um ponto.")
            )
            sentences.append(phrase(source, formula=self._formula, name=self.answer))
        return " ".join(sentences)

    def _describe_clusters(self, room: int) -> str:
        each_room = room // len(self.clusters)
        clusters = "; ".join(
            f"{c.name} ({join_within(c.members, each_room - len(c.name))})" for c in self.clusters
        )
        if len(clusters) > room:
            clusters = join_and([f"{each.name} ({len(each.members)})" for each in self.clusters])
        members = {name for cluster in self.clusters for name in cluster.members}
        rest = [name for name in self.names if name and name not in members]
        alone = f"; {phrase('sem grupo: {names}', names=join_within(rest, 40))}" if rest else ""
        return f": {clusters}{alone}"

    def _describe_names(self, room: int) -> str:
        axes = f"; {phrase('eixos: {names}', names=join_and((self.x_name, self.y_name)))}"
        named = [name for name in self.names if name]
        if not named:
            return axes
        return f": {join_within(named, room - len(axes))}{axes}"

    @property
    def _distance_labels(self) -> list[str]:
        places = fit_places(self.distances) if self.distances and self.places is None else self.places
        return format_column(self.distances, places, distinct=True)

    @property
    def _formula(self) -> str:
        a, b, c = self.analogy or ("", "", "")
        return f"{a} {MINUS} {b} + {c}"

    def _place(self, name: str) -> tuple[float, float]:
        x, y = self.points[self.names.index(name)]
        return float(x), float(y)

    def _scatter(self) -> elements.Scatter:
        indices = sorted(range(len(self.names)), key=lambda i: self.names[i] not in self._essential)
        marks = list(map(self._mark, indices))
        if self.analogy_place:
            marks.append(elements.Mark("", *self.analogy_place, "model", "ring"))
        order = [self.names[i] for i in indices]
        alone = self.clusters[0] if len(self.clusters) == 1 else None
        nearest = self._cluster_of(*self._nearest) if self._nearest else alone
        groups = tuple(
            elements.MarkGroup(c.name, c.role, tuple(map(order.index, c.members)), c is nearest)
            for c in self.clusters
        )
        area = tuple(map(self._place, self.analogy)) if self.analogy else ()
        if self.analogy_place:
            area = area[0], area[1], area[2], self.analogy_place
        return elements.Scatter(tuple(marks), groups, tuple(self._lines()), self.arrows, area)

    @property
    def _nearest(self) -> tuple[str, str] | None:
        """The pair with the smallest of the measured distances, which is the one to remember."""
        pairs = dict(zip(self.distances, self.distance, strict=True))
        return (pairs[min(pairs)][0], pairs[min(pairs)][1]) if pairs else None

    def _cluster_of(self, *names: str) -> Cluster | None:
        """Return the cluster that names belong to together."""
        return next((c for c in self.clusters if set(names) <= set(c.members)), None)

    @cached_property
    def _essential(self) -> frozenset[str | None]:
        """The names that the figure is about, which get their places first and are never left out."""
        ends = (name for pair in self.distance for name in pair)
        return frozenset((*ends, *(self.analogy or ()), self.answer))

    def _mark(self, index: int) -> elements.Mark:
        name, (x, y) = self.names[index], self.points[index]
        is_essential = name in self._essential
        for cluster, shape in zip(self.clusters, elements.SHAPES, strict=False):
            if name and name in cluster.members:
                return elements.Mark(name, x, y, cluster.role, shape, is_essential)
        return elements.Mark(name, x, y, essential=is_essential)

    def _lines(self) -> Iterator[elements.PlaneLine]:
        """Return the vectors, the analogy's arrows from b to c and from a, and the distances."""
        line = elements.PlaneLine
        for mark in map(self._mark, range(len(self.names) if self.arrows else 0)):
            if mark.x or mark.y:
                yield line((0.0, 0.0), (mark.x, mark.y), "", "arrow", mark.color)
        if self.analogy and self.analogy_place:
            a, b, c = map(self._place, self.analogy)
            yield line(b, c, "", "arrow", "model.strong")
            yield line(a, self.analogy_place, "", "dashed arrow", "model.strong")
        for (first, second), label in zip(self.distance, self._distance_labels, strict=True):
            is_nearest = (first, second) == self._nearest
            cluster = self._cluster_of(first, second)
            solid = f"{cluster.role if cluster else 'model'}.solid" if is_nearest else None
            yield line(self._place(first), self._place(second), label, solid=solid)


EXAMPLES = {
    "palavras parecidas": Points(
        points=[(1, 3.4), (1.7, 4.2), (2.2, 2.9), (4.6, 3.9), (5.6, 2.9), (5.8, 4.6), (3.2, 0.9), (4.2, 1.4)],
        names=["gato", "cachorro", "coelho", "carro", "ônibus", "moto", "maçã", "banana"],
        clusters=[
            Cluster("animais", "category3", ["gato", "cachorro", "coelho"]),
            Cluster("veículos", "category1", ["carro", "ônibus", "moto"]),
            Cluster("frutas", "category2", ["maçã", "banana"]),
        ],
        distance=[("gato", "cachorro"), ("cachorro", "carro")],
    ),
    "analogia": Points(
        points=[[4.2, 3.6], [1.2, 3.1], [1.4, 0.9], [4.3, 1.3], [6.4, 2.4], [6.6, 1.2]],
        names=["rei", "homem", "mulher", "rainha", "mesa", "cadeira"],
        analogy=("rei", "homem", "mulher"),
    ),
    "vetores": Points(
        points=[[3.2, 0.8], [2.3, 2.4], [-1.5, 2.1]],
        names=["gato", "cachorro", "carro"],
        clusters=[Cluster("animais", "category3", ["gato", "cachorro"])],
        arrows=True,
    ),
}
HEADLINES = {
    "palavras parecidas": "Perto quer dizer **parecido**{category3}",
    "analogia": "A conta dá quase **rainha**{model}",
    "vetores": "Animais têm **rumo parecido**{category3}",
}
