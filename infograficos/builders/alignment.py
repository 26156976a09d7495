"""Duas frases ligadas palavra a palavra: quanto mais grossa a faixa, maior o peso."""

from __future__ import annotations

from functools import cached_property
from itertools import combinations
from typing import Annotated

from infograficos import elements
from infograficos.content.checks import validate_exactly_one
from infograficos.content.descriptions import description_room, join_within
from infograficos.content.fields import Natural, Number, Some, Words, between, content, length, short
from infograficos.content.own_words import OwnWord, OwnWords
from infograficos.content.token_row import RawTokens, read_labels
from infograficos.errors import ContentError
from infograficos.language.grammar import join_and, phrase
from infograficos.language.numbers import fit_places, format_column, format_short
from infograficos.language.texts import mark_text
from infograficos.text.typography import truncate_line

__all__ = ["Alignment"]

WORDS = OwnWords(
    ribbon="faixa mais grossa, peso maior",
    pair_ribbon="faixa: palavras que se correspondem",
    omitted="abaixo de {least}, nenhuma",
    drawn="só {drawn} de {total}",
    first_drawn="só as primeiras {drawn} de {total}",
    largest_drawn="só as maiores {drawn} de {total}",
)

#: More words on one side are not legible on a phone.
_MAX_WORDS = 8
#: With more words than this in a column they are set closer.
_ROOMY = 6
#: How many bands the eye can follow.
_MAX_RIBBONS = 16
#: The least share of the largest weight that a link has which may stand out, and of all links that may.
_HEAVY, _MOST_LIT = 0.5, 0.7
#: The weight of a pair: its band is thin enough for several at one word.
_PAIR_WEIGHT = 0.3

_Words = Annotated[RawTokens, read_labels(20, are_names=True)]
_Weight = Annotated[Number, between(0, 1)]


@content
class Alignment:
    """Two sentences and how strongly each word of one is tied to each of the other.

    Args:
        source: the words of the first sentence.
        target: the words of the second one.
        weights: a list for each word of `source`, with a number from 0 to 1 for each of `target`; lists, an
            array or a tensor.
        pairs: instead of weights, which words belong together: positions in both, counted from 0.
        source_name: what the first sentence is.
        target_name: what the second one is.
        least: lighter links are omitted, and the figure says so.
    """

    source: Annotated[_Words, length(0, _MAX_WORDS)]
    target: Annotated[_Words, length(0, _MAX_WORDS)]
    weights: Some[Some[_Weight]] | None = None
    pairs: Some[tuple[Natural, Natural]] | None = None
    source_name: Annotated[Words, short(20), OwnWord()] = "origem"
    target_name: Annotated[Words, short(20), OwnWord()] = "destino"
    least: _Weight = 0.05

    def __post_init__(self) -> None:
        validate_exactly_one(weights=self.weights, pairs=self.pairs)
        if self.weights:
            self._check_shape()
        for a, b in self.pairs or ():
            if a >= len(self.source) or b >= len(self.target):
                raise ContentError(
                    "o par {pair} sai das frases, que vão de 0 a {source} e de 0 a {target}",
                    pair=(a, b),
                    source=len(self.source) - 1,
                    target=len(self.target) - 1,
                )
        if not self.links:
            raise ContentError("nenhum peso chega a {least}; não há o que ligar", least=float(self.least))

    def _check_shape(self) -> None:
        rows, height, width = self.weights or (), len(self.source), len(self.target)
        if len(rows) != height:
            raise ContentError(
                "weights deve ter uma linha por palavra de source, {needed}; tem {found}",
                needed=height,
                found=len(rows),
            )
        for i, row in enumerate(rows):
            if len(row) != width:
                raise ContentError(
                    "weights[{i}] deve ter um peso por palavra de target, {needed}; tem {found}",
                    i=i,
                    needed=width,
                    found=len(row),
                )

    @cached_property
    def links(self) -> tuple[tuple[int, int, float], ...]:
        """The links that are drawn: both positions and the weight, in reading order."""
        if self.pairs:
            return tuple((a, b, _PAIR_WEIGHT) for a, b in sorted(set(self.pairs)))
        rows = enumerate(self.weights or ())
        return tuple((i, j, w) for i, row in rows for j, w in enumerate(row) if w and w >= self.least)

    def _heaviest(self, count: int) -> list[tuple[int, int, float]]:
        return sorted(self.links, key=lambda link: -link[2])[:count]

    def body(self) -> elements.Element:
        """Return the sentences above each other or, on narrow sheets, as two columns."""
        figure = elements.Named("alinhamento", elements.FirstThatFits((self._rows(), self._columns())))
        return elements.with_caption(figure, self._key(), "center", "medium", "model.strong")

    def describe(self) -> str:
        """Return both sentences and the links that weigh most."""
        phrases, heaviest = [], self._heaviest(_MAX_RIBBONS)
        weights = [weight for _, _, weight in heaviest]
        texts = format_column(weights, fit_places(weights), shares=True)
        for (i, j, _), text in zip(heaviest, texts, strict=True):
            source, target = truncate_line(self.source[i], 12), truncate_line(self.target[j], 12)
            link = phrase("“{source}” com “{target}”", source=source, target=target)
            phrases.append(link if self.pairs else f"{link} ({text})")
        opening = phrase(
            "Única ligação" if len(self.links) == 1 else "Ligações" if self.pairs else "Ligações mais fortes"
        )
        sides = (self.source, self.source_name), (self.target, self.target_name)
        both = join_and([f"“{truncate_line(' '.join(words), 36)}” ({name})" for words, name in sides])
        source = mark_text("{both}. {opening}: {links}.")
        rest = len(phrase(source, both=both, opening=opening, links=""))
        links = join_within(phrases, description_room() - rest, len(self.links))
        return phrase(source, both=both, opening=opening, links=links)

    def _rows(self) -> elements.Element:
        above = elements.Row(tuple(map(elements.Grow, self._chips("source"))), "tiny")
        below = elements.Row(tuple(map(elements.Grow, self._chips("target"))), "tiny")
        both = elements.Column((above, elements.RibbonGap(), below), "none")
        rows = elements.Ribbons(both, self._ribbons())
        return elements.Column((self._name("source"), rows, self._name("target")), "small")

    def _columns(self) -> elements.Element:
        slim = max(len(self.source), len(self.target)) > _ROOMY
        cells = (
            elements.Cell(self._name("source"), 0, 0),
            elements.Cell(self._name("target"), 0, 2),
            elements.Cell(elements.Spacer("link"), 1, 1),
            elements.Cell(elements.Column(self._chips("source", slim), "tiny"), 1, 0),
            elements.Cell(elements.Column(self._chips("target", slim), "tiny"), 1, 2),
        )
        grid = elements.Grid(cells, (0.0, 1.0, 0.0), "none", "small")
        return elements.Ribbons(grid, self._ribbons(), "right")

    def _chips(self, side: str, slim: bool = False) -> tuple[elements.Element, ...]:
        words, role, place = (self.source, "input", 0) if side == "source" else (self.target, "response", 1)
        lit = {link[place] for link in self._lit} or set(range(len(words)))
        chips = (
            elements.token_chip(word, role, "focus" if i in lit else "context", slim)
            for i, word in enumerate(words)
        )
        return tuple(map(elements.Named, elements.numbered_names(side, words), chips))

    def _ribbons(self) -> tuple[elements.Ribbon, ...]:
        return tuple(
            elements.Ribbon(f"source {i + 1}", f"target {j + 1}", weight, (i, j) in self._lit)
            for i, j, weight in sorted(self._heaviest(_MAX_RIBBONS))
        )

    @cached_property
    def _lit(self) -> frozenset[tuple[int, int]]:
        """The heavy links that stand out: those that cross, or else those of a word that has several."""
        drawn = self._heaviest(_MAX_RIBBONS)
        heavy = [(i, j) for i, j, weight in drawn if weight >= _HEAVY * drawn[0][2]]
        pairs = [(a, b) for a, b in combinations(heavy, 2) if (a[0] - b[0]) * (a[1] - b[1]) < 0]
        pairs = pairs or [(a, b) for a, b in combinations(heavy, 2) if a[0] == b[0] or a[1] == b[1]]
        lit = frozenset(link for pair in pairs for link in pair)
        # Where nearly all would stand out, none does.
        return lit if len(lit) <= _MOST_LIT * len(drawn) else frozenset()

    def _name(self, side: str) -> elements.Element:
        name, role = (self.source_name, "input") if side == "source" else (self.target_name, "response")
        return elements.Text(name, "label", f"{role}.strong", "center", literal=True)

    def _key(self) -> str:
        """Explain what a band's thickness means, and which bands are left out."""
        words = [WORDS("pair_ribbon" if self.pairs else "ribbon")]
        if any(0 < weight < self.least for row in self.weights or () for weight in row):
            words.append(WORDS("omitted", least=format_short(self.least)))
        if len(self.links) > _MAX_RIBBONS:
            drawn, rest = self._heaviest(_MAX_RIBBONS + 1)[-2:]
            which = "first_drawn" if self.pairs else "largest_drawn" if drawn[2] > rest[2] else "drawn"
            words.append(WORDS(which, drawn=_MAX_RIBBONS, total=len(self.links)))
        return "; ".join(words)


#: Made up, as attention might be where an adjective changes places with its noun: each row adds up to 1.
_WEIGHTS = (
    (0.92, 0.05, 0.02, 0.01, 0.0),
    (0.04, 0.06, 0.85, 0.03, 0.02),
    (0.01, 0.88, 0.08, 0.02, 0.01),
    (0.01, 0.02, 0.05, 0.86, 0.06),
    (0.0, 0.01, 0.02, 0.07, 0.9),
)

HEADLINES = {
    "tradução": "O adjetivo **troca de lugar**{model}",
    "pares": "**Cafuné**{input}: uma palavra vira quatro",
}

EXAMPLES = {
    "tradução": Alignment(
        source=["the", "black", "cat", "sleeps", "now"],
        target=["o", "gato", "preto", "dorme", "agora"],
        weights=_WEIGHTS,
        source_name="inglês",
        target_name="português",
    ),
    "pares": Alignment(
        source=["eu", "adoro", "cafuné"],
        target=["I", "love", "fingers", "through", "my", "hair"],
        pairs=[(0, 0), (1, 1), (2, 2), (2, 3), (2, 4), (2, 5)],
        source_name="português",
        target_name="inglês",
    ),
}
