"""Dois ou três conjuntos e o que têm em comum, com as áreas na ordem dos números."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from infograficos import elements
from infograficos.content.checks import validate_known, validate_unique_names
from infograficos.content.data.set_regions import exclusive, subsets
from infograficos.content.descriptions import fullest
from infograficos.content.fields import (
    Items,
    Label,
    Natural,
    OptionalText,
    Words,
    content,
    first_duplicate,
    length,
    short,
)
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError
from infograficos.language.grammar import add_unit, join_and, phrase
from infograficos.language.numbers import format_number
from infograficos.text.markup import plain_text

__all__ = ["Intersection", "Set", "Venn"]

WORDS = OwnWords(not_to_scale="áreas fora de escala")

_Name = Annotated[Words, short(24)]


@content
class Set:
    """One set of a `Venn`, drawn as a circle.

    Args:
        name: such as “recall”.
        size: how much it has in all, with what it shares, or nothing where only words are compared.
        words: what only this set has, in a few words, or nothing.
        role: its colour; by default each set has a category of its own.
    """

    name: _Name
    size: Natural | None = None
    words: Label = ""
    role: OptionalText = ""


@content
class Intersection:
    """What two or three sets have in common.

    Args:
        sets: their names.
        size: how much they share; of two sets, with what a third one shares too.
        words: what they share, in a few words, or nothing.
    """

    sets: Annotated[Items[_Name], length(2, 3)]
    size: Natural | None = None
    words: Label = ""


@content
class Venn:
    """Sets as circles with what they have in common; two are to scale, of three the areas are in order.

    Args:
        sets: two or three; all of them have a size, or none.
        intersections: what they have in common; where sizes are given, one that is left out is empty.
        highlight: the names of the sets whose region stands out, and that of no others; by default all.
        unit: what the sizes are counted in, such as “people”.
        role: the colour of what sets have in common.
    """

    sets: Annotated[Items[Set], length(2, 3)]
    intersections: Items[Intersection] = ()
    highlight: Items[_Name] = ()
    unit: Annotated[OptionalText, short(20)] = ""
    role: Words = "model"

    def __post_init__(self) -> None:
        names = [each.name for each in self.sets]
        validate_unique_names(names)
        for name in (*self.highlight, *(name for each in self.intersections for name in each.sets)):
            validate_known("o conjunto", name, names)
        for shared in self.intersections:
            if (twin := first_duplicate(shared.sets)) is not None:
                raise ContentError(
                    "a interseção é de conjuntos diferentes; veio “{name}” duas vezes", name=twin
                )
        places = [self._places(each.sets) for each in self.intersections]
        if (again := first_duplicate(places)) is not None:
            raise ContentError("a interseção de {sets} aparece duas vezes", sets=self._join(again))
        sizes = [
            size is not None for size in (*(s.size for s in self.sets), *(i.size for i in self.intersections))
        ]
        if any(sizes) and not all(sizes):
            raise ContentError("dê “size” a todos os conjuntos e interseções, ou a nenhum")
        if all(sizes):
            self._validate_sizes()

    def _validate_sizes(self) -> None:
        """Refuse sets without anything, and those that cannot overlap as their sizes say."""
        empty = next((each.name for each in self.sets if not each.size), None)
        if empty is not None:
            raise ContentError("o conjunto “{name}” está vazio; um círculo precisa de área", name=empty)
        for members, size in self._common.items():
            for larger in (each for each in self._common if set(members) < set(each)):
                if self._common[larger] > size:
                    raise ContentError(
                        "a interseção de {sets} tem {shared}, mais que {whole}, que tem {size}",
                        sets=self._join(larger),
                        shared=self._common[larger],
                        whole=self._join(members),
                        size=size,
                    )
        for members, amount in self._exclusive.items():
            if amount < 0:
                raise ContentError(
                    "as interseções de “{name}” somam {shared}, mais que os seus {size}",
                    name=self.sets[members[0]].name,
                    shared=self._common[members] - amount,
                    size=self._common[members],
                )
        twins = next((m for m in self._common if len(m) == 2 and self._are_same(m)), None)
        if twins:
            raise ContentError("{sets} são o mesmo conjunto; dê um só", sets=self._join(twins))

    def body(self) -> elements.Element:
        """Return the circles and, where their areas say nothing, a note that says so."""
        diagram = elements.DiagramLabels(
            elements.VennDiagram(self._circles, tuple(self._regions()), self._solid, self.role)
        )
        if not self._is_counted or self._scaled:
            return diagram
        note = elements.Text(WORDS("not_to_scale"), "label", "muted", "center")
        return elements.Column((diagram, note), "small", "stretch")

    def describe(self) -> str:
        """Return the sets, what they have in common, and what each has alone."""
        sets = phrase("Conjuntos: {sets}.", sets=join_and([self._total(each) for each in self.sets]))
        common, alone = self._say_common(), self._say_alone()
        plain = phrase("Conjuntos: {sets}.", sets=join_and([plain_text(each.name) for each in self.sets]))
        return fullest(
            " ".join(filter(None, parts))
            for parts in ((sets, common, alone), (sets, common), (plain, common), (plain,))
        )

    def _say_common(self) -> str:
        """Return what sets have in common."""
        said = [
            phrase("{sets}: {contents}", sets=self._join(self._places(each.sets)), contents=contents)
            for each in self.intersections
            if (contents := _contents(each.size, each.words))
        ]
        return phrase("Em comum, {regions}.", regions="; ".join(said)) if said else ""

    def _say_alone(self) -> str:
        """Return what is in one set only."""
        alone = [self._exclusive[i,] if self._is_counted else None for i in range(len(self.sets))]
        said = [
            phrase("só {sets}: {contents}", sets=plain_text(each.name), contents=contents)
            for each, amount in zip(self.sets, alone, strict=True)
            if (contents := _contents(amount, each.words))
        ]
        return phrase("Em cada um, {regions}.", regions="; ".join(said)) if said else ""

    @property
    def _is_counted(self) -> bool:
        return self.sets[0].size is not None

    @property
    def _solid(self) -> tuple[int, ...]:
        return self._places(self.highlight) or tuple(range(len(self.sets)))

    @cached_property
    def _common(self) -> dict[tuple[int, ...], int]:
        """How much sets have, and have in common, by their places."""
        given = {self._places(each.sets): each.size or 0 for each in self.intersections}
        given |= {(i,): each.size or 0 for i, each in enumerate(self.sets)}
        return {members: given.get(members, 0) for members in subsets(len(self.sets))}

    @cached_property
    def _exclusive(self) -> dict[tuple[int, ...], int]:
        """How much is in each region, and in no other."""
        return {members: round(amount) for members, amount in exclusive(self._common).items()}

    @cached_property
    def _scaled(self) -> tuple[elements.VennCircle, ...] | None:
        return elements.circles_to_scale(self._common) if self._is_counted else None

    @property
    def _circles(self) -> tuple[elements.VennSet, ...]:
        places = self._scaled or elements.equal_circles(len(self.sets))
        return tuple(
            elements.VennSet(place, each.name, self._size(each), each.role or f"category{number}")
            for number, (place, each) in enumerate(zip(places, self.sets, strict=True), 1)
        )

    def _regions(self) -> Iterator[elements.VennRegion]:
        """Yield the regions with something to write on them."""
        words = {self._places(each.sets): each.words for each in self.intersections}
        words |= {(i,): each.words for i, each in enumerate(self.sets)}
        for members in subsets(len(self.sets)):
            amount = self._exclusive[members] if self._is_counted else 0
            number = format_number(amount) if amount else ""
            if number or words.get(members):
                yield elements.VennRegion(members, number, words.get(members, ""))

    def _are_same(self, pair: tuple[int, ...]) -> bool:
        return all(self._common[i,] == self._common[pair] for i in pair)

    def _places(self, names: Items[str]) -> tuple[int, ...]:
        return tuple(sorted([each.name for each in self.sets].index(name) for name in names))

    def _join(self, members: tuple[int, ...]) -> str:
        return join_and([plain_text(self.sets[i].name) for i in members])

    def _size(self, each: Set) -> str:
        return add_unit(format_number(each.size), self.unit) if each.size is not None else ""

    def _total(self, each: Set) -> str:
        return (
            f"{plain_text(each.name)} ({plain_text(self._size(each))})"
            if each.size is not None
            else plain_text(each.name)
        )


def _contents(amount: int | None, words: str) -> str:
    """Return how much is in a region, and what, as far as it is said."""
    return ", ".join(filter(None, (format_number(amount) if amount else "", plain_text(words))))


EXAMPLES = {
    "precisão e recall": Venn(
        sets=[Set("relevantes", 80, role="response"), Set("recuperados", 60, role="instruction")],
        intersections=[Intersection(["relevantes", "recuperados"], 45, "acertos")],
        unit="documentos",
    ),
    "junções": Venn(
        sets=[Set("clientes", words="sem pedido"), Set("pedidos", words="sem cliente")],
        intersections=[Intersection(["clientes", "pedidos"], words="INNER JOIN")],
    ),
    "três buscas": Venn(
        sets=[Set("BM25", 100), Set("vetores", 80), Set("grafo", 50)],
        intersections=[
            Intersection(["BM25", "vetores"], 40),
            Intersection(["BM25", "grafo"], 20),
            Intersection(["vetores", "grafo"], 15),
            Intersection(["BM25", "vetores", "grafo"], 10),
        ],
        unit="respostas",
    ),
    "ciência de dados": Venn(
        sets=[
            Set("estatística", words="modelos"),
            Set("computação", words="código"),
            Set("domínio", words="perguntas"),
        ],
        intersections=[
            Intersection(["estatística", "computação"], words="ML"),
            Intersection(["estatística", "computação", "domínio"], words="ciência de dados"),
        ],
    ),
}
HEADLINES = {
    "precisão e recall": "Três em cada quatro são **acertos**{model}",
    "junções": "A junção fica com o **comum**{model}",
    "três buscas": "Só **dez**{model} as três acharam",
    "ciência de dados": "Onde **três saberes**{model} se encontram",
}
