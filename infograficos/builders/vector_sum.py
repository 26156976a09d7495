"""Vetores que se somam: token mais posição, ou a média ponderada que a atenção faz."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import cos, sin
from operator import mul
from typing import TYPE_CHECKING, Annotated

from infograficos import elements
from infograficos.content.checks import validate_unique
from infograficos.content.data.checkable_sum import CheckableSum
from infograficos.content.data.sums import dot
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Items, Name, Number, Numbers, Words, between, content, length, short
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError, deprecated_names
from infograficos.language.grammar import phrase
from infograficos.language.messages import message
from infograficos.language.numbers import (
    fit_places,
    format_column,
    format_number,
    format_rounded,
    format_vector,
)
from infograficos.text.markup import plain_text
from infograficos.text.typography import NO_BREAK_SPACE

__all__ = ["Summand", "VectorSum"]

WORDS = OwnWords(
    rounded="números arredondados",
    followed="dimensão {number}",
    excerpt="trecho: {count} de {total}",
)

#: Larger numbers do not fit a cell.
_MAX_PLACES, _MAX_MAGNITUDE = 4, 9999.0
#: Longer vectors are mosaics of all their numbers.
_MOST_NUMBERS = 8
#: Of longer ones so many are mosaics, whose squares are large enough on a phone.
_MOST_SQUARES = 130
#: So many vectors without weights meet in their sum.
_MEETING = 2
#: How many first numbers of the sum the description has.
_DESCRIBED = 4

_Name = Annotated[Words, short(20)]
_Entry = Annotated[Number, between(-_MAX_MAGNITUDE, _MAX_MAGNITUDE)]


@content
class Summand:
    """One vector of the sum.

    Args:
        name: what it is called.
        values: its numbers.
        role: its colour role.
        weight: what it is multiplied by, or nothing.
    """

    name: _Name
    values: Numbers
    role: Words
    weight: _Entry | None = None

    def __post_init__(self) -> None:
        if max(abs(value) for value in self.values) > _MAX_MAGNITUDE:
            raise ContentError(
                "“{name}” tem um número maior que 9.999, que não cabe em uma célula", name=self.name
            )


@content
class VectorSum:
    """Vectors of one size, each perhaps times a weight, and the vector that they add up to.

    Args:
        terms: two to four vectors, in order.
        name: what their sum is called; its numbers are computed here.
        role: the colour role of the sum.
        dimensions: what each number of the vectors stands for, in a word; by default its position.
    """

    terms: Annotated[Items[Summand], length(2, 4)]
    name: _Name
    role: Words = "model"
    dimensions: Items[Name] = ()

    def __post_init__(self) -> None:
        sizes = [len(term.values) for term in self.terms]
        if len(set(sizes)) > 1:
            found = [
                message("“{name}” tem {size}", name=each.name, size=len(each.values)) for each in self.terms
            ]
            raise ContentError("só se somam vetores do mesmo tamanho; {found}", found=found)
        if self.dimensions and len(self.dimensions) != sizes[0]:
            raise ContentError(
                (
                    "dimensions deve ter {count} nome, um por número dos vetores",
                    "dimensions deve ter {count} nomes, um por número dos vetores",
                ),
                sizes[0],
            )
        names = [plain_text(term.name).casefold() for term in self.terms] + [plain_text(self.name).casefold()]
        validate_unique(names, "cada vetor tem um nome só seu; “{name}” aparece duas vezes")
        weights = [term.weight is None for term in self.terms]
        if any(weights) and not all(weights):
            raise ContentError("dê weight a todos os vetores, ou a nenhum")
        if max(abs(value) for value in self.values) > _MAX_MAGNITUDE:
            raise ContentError("a soma tem um número maior que 9.999, que não cabe em uma célula")

    @cached_property
    def values(self) -> tuple[float, ...]:
        """The sum, each vector times its weight."""
        columns = zip(*(term.values for term in self.terms), strict=True)
        return tuple(dot(self._weights, column) for column in columns)

    def body(self) -> elements.Element:
        """Return the vectors poured together by their weights, or number by number; long ones as mosaics."""
        fitted = elements.FirstThatFits(tuple(self._poses()))
        rounded = WORDS("rounded") if self._sum.is_rounded else ""
        return elements.Named("soma", elements.with_caption(fitted, rounded, "center", "small"))

    def _poses(self) -> Iterator[elements.Element]:
        size = len(self.values)
        largest = max(abs(part.weight * value) for part in self._parts for value in part.values) or 1.0
        parts = [part.draw(largest) for part in self._parts]
        if size > _MOST_NUMBERS:
            yield self._mosaics(parts)
            return
        if self.terms[0].weight is not None and min(self._weights) > 0:
            yield elements.poured_sum(parts, self._weights, vertical=False)
            yield elements.poured_sum(parts, self._weights, vertical=True)
        rows = self.dimensions or [str(i + 1) for i in range(size)]
        if self.dimensions and self.terms[0].weight is None and len(self.terms) == _MEETING:
            yield elements.meeting_sum(parts, self.dimensions)
            yield elements.meeting_sum(parts, self.dimensions, is_tight=True)
        yield elements.upright_sum(parts, rows)
        yield elements.upright_sum(parts, rows, is_tight=True)
        yield elements.lying_sum(parts, rows)

    def _mosaics(self, parts: Sequence[elements.SumPart]) -> elements.Element:
        """Return mosaics of the numbers around the one that is followed, of long vectors an excerpt."""
        size, name = len(self.values), WORDS("followed", number=self._followed + 1)
        first = min(max(0, self._followed - _MOST_SQUARES // 2), max(0, size - _MOST_SQUARES))
        around = slice(first, first + _MOST_SQUARES)
        cut = [replace(part, numbers=part.numbers[around], shares=part.shares[around]) for part in parts]
        if size > _MOST_SQUARES:
            name = f"{name}; {WORDS('excerpt', count=_MOST_SQUARES, total=format_number(size))}"
        return elements.mosaic_sum(cut, self._followed - first, name)

    def describe(self) -> str:
        """Return the sum by the names of its vectors, and the first numbers of all or of the result."""
        return fullest(map(self._describe_sum, (4, 3, 2, 0)))

    def _describe_sum(self, count: int) -> str:
        """Return the sum with so many numbers of each vector; with none, with more of the result."""
        *terms, result = self._parts
        lists = [f" {format_vector(term.values, term.places, count)}" if count else "" for term in terms]
        names = " + ".join(f"{term.factor}{term.name}{n}" for term, n in zip(terms, lists, strict=True))
        first = format_vector(result.values, result.places, count or _DESCRIBED)
        equation = f"{self.name} = {names}"
        sentences = [
            phrase(
                ("{equation}, vetores de {count} número.", "{equation}, vetores de {count} números."),
                len(self.values),
                equation=equation,
            ),
            phrase("Resultado: {numbers}.", numbers=first),
            *([self._describe_followed()] if len(self.values) > _MOST_NUMBERS else []),
            *([phrase("Os números estão arredondados.")] if self._sum.is_rounded else []),
        ]
        return " ".join(sentences)

    def _describe_followed(self) -> str:
        """Return the sum at the position that is followed."""
        *terms, result = ((part, part.numbers[self._followed]) for part in self._parts)
        equation = " + ".join(f"{part.factor}{number}" for part, number in terms)
        return phrase("Dimensão {number}: {sum}.", number=self._followed + 1, sum=f"{equation} = {result[1]}")

    @cached_property
    def _weights(self) -> tuple[float, ...]:
        return tuple(1.0 if term.weight is None else term.weight for term in self.terms)

    @cached_property
    def _visible(self) -> tuple[int, ...]:
        """The positions whose numbers are written, in the figure or in its description."""
        size = len(self.values)
        return tuple(range(size)) if size <= _MOST_NUMBERS else (*range(_DESCRIBED), self._followed)

    @cached_property
    def _followed(self) -> int:
        """The position that is followed in mosaics: the last one of those where no vector is weak."""
        columns = zip(*(term.values for term in self.terms), strict=True)
        products = [tuple(map(mul, self._weights, column)) for column in columns]
        # Numbers that all are positive are added more easily than negative ones, and both cancel each other.
        least = [(min(signed) > 0, max(min(signed), -max(signed))) for signed in products]
        return max(range(len(least)), key=lambda i: (least[i], i))

    @cached_property
    def _sum(self) -> CheckableSum:
        """The sum as far as it is written."""
        vectors = [term.values for term in self.terms]
        return CheckableSum(self._weights, vectors, self.values, self._visible, _MAX_PLACES)

    @cached_property
    def _parts(self) -> tuple[_Part, ...]:
        """The terms, then their sum."""
        written = self._sum
        places, sum_places = written.places or (None, None)
        result = written.add_rounded(places) if places else self.values
        if not places:
            places = fit_places(written.numbers, most=_MAX_PLACES)
            sum_places = fit_places([self.values[i] for i in self._visible], most=_MAX_PLACES)
        factors = (f"{format_rounded(weight, written.weight_places)} × " for weight in self._weights)
        terms = (
            _Part(
                "+", "" if term.weight is None else factor, weight, term.name, term.role, term.values, places
            )
            for term, factor, weight in zip(self.terms, factors, self._weights, strict=True)
        )
        return (*terms, _Part("=", "", 1.0, self.name, self.role, result, sum_places))


@dataclass(frozen=True)
class _Part:
    """A vector as it is drawn: the sign before it, what its numbers are multiplied by, its name and these."""

    sign: str
    factor: str
    weight: float
    name: str
    role: str
    values: Sequence[float]
    places: int | None

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Its numbers as they are written."""
        return tuple(format_column(self.values, self.places))

    def draw(self, largest: float) -> elements.SumPart:
        """Return what is drawn of it."""
        shares = tuple(self.weight * value / largest for value in self.values)
        factor = self.factor.replace(" ", NO_BREAK_SPACE)
        return elements.SumPart(self.sign, factor, self.name, self.role, self.numbers, shares)


if not TYPE_CHECKING:
    __getattr__ = deprecated_names(__name__, {"Term": "Summand"})


def _noise(scale: float, a: int, b: int, modulus: int) -> list[float]:
    """Return 768 numbers from −scale to scale that look random."""
    remainders = ((a * i * i + b * i) % modulus for i in range(768))
    return [round(scale * remainder / (modulus // 2) - scale, 2) for remainder in remainders]


def _waves(position: int) -> list[float]:
    """Return the sinusoidal encoding of a position in 768 numbers."""
    angles = (position / 10_000 ** (i / 768) for i in range(0, 768, 2))
    return [round(wave(angle), 2) for angle in angles for wave in (sin, cos)]


HEADLINES = {
    "token e posição": "A soma diz **o quê e onde**{response}",
    "média da atenção": "A saída é quase **“gato”**{model}",
    "768 dimensões": "A soma guarda **os dois**{response}",
}

EXAMPLES = {
    "token e posição": VectorSum(
        terms=[
            Summand("“gato”", [0.9, -0.2, 0.1], "input"),
            Summand("posição 1", [0.0, 0.1, 0.8], "model"),
        ],
        name="entrada",
        role="response",
        dimensions=["bicho", "comida", "início"],
    ),
    "média da atenção": VectorSum(
        terms=[
            Summand("V(o)", [1.0, 0.2, -0.4], "input", 0.05),
            Summand("V(gato)", [0.6, -0.5, 0.8], "model", 0.9),
            Summand("V(dorme)", [-0.2, 0.8, 0.4], "instruction", 0.05),
        ],
        name="saída",
    ),
    "768 dimensões": VectorSum(
        terms=[Summand("token", _noise(0.6, 37, 11, 101), "input"), Summand("posição", _waves(40), "model")],
        name="entrada",
        role="response",
    ),
}
