"""Para onde um token olha: arcos sobre a frase, mais grossos onde há mais peso."""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum
from typing import Annotated, Literal

from infograficos import elements
from infograficos.content.checks import validate_same_length
from infograficos.content.data.scores import share_percentages, sums_to_one
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Flag, Natural, Some, Weight, content, length
from infograficos.content.own_words import OwnWords
from infograficos.content.token_row import TokenLabels
from infograficos.errors import ContentError
from infograficos.language.grammar import capitalize, join_and, phrase
from infograficos.language.numbers import add_percent
from infograficos.language.texts import mark_text
from infograficos.text.typography import NO_BREAK_SPACE, truncate_line

__all__ = ["Attention"]

WORDS = OwnWords(
    hidden="não vê",
    others="os outros {count} somam {percentage}",
    rounded="valores arredondados",
)

#: More tokens have no room on any sheet.
_MAX_TOKENS = 24
#: With more tokens than this they are set closer.
_ROOMY = 7
#: All of the weights, as a percentage, and how many characters of a sentence and a token are quoted.
_WHOLE, _SENTENCE, _NAME = 100, 50, 14


@content
class Attention:
    """A sentence in which one token looks at the others, with the weight that it gives to each.

    Args:
        tokens: the tokens as one reads them.
        weights: one weight a token, adding up to 1; a list, an array or a tensor; a masked one is 0.
        looking: the index of the token that looks, counted from 0.
        causal: it sees only itself and what comes before it; the weights after it are 0.
        written: how many of the largest weights are written as percentages; the rest is summed.
    """

    tokens: Annotated[TokenLabels, length(1, _MAX_TOKENS)]
    weights: Some[Weight]
    looking: Natural
    causal: Flag = True
    written: Count = 3

    def __post_init__(self) -> None:
        validate_same_length(tokens=self.tokens, weights=self.weights)
        if self.looking >= len(self.tokens):
            raise ContentError(
                "looking é a posição de um token, de 0 a {last}; veio {found}",
                last=len(self.tokens) - 1,
                found=self.looking,
            )
        if min(self.weights) < 0:
            raise ContentError("um peso não pode ser negativo")
        total = sum(self.weights)
        if not sums_to_one(self.weights):
            raise ContentError("os pesos devem somar 1; somam {total}", total=float(total))
        for token, weight in zip(self.tokens[self._horizon :], self.weights[self._horizon :], strict=True):
            if weight:
                raise ContentError(
                    "com causal=True, “{looking}” não vê “{token}”, que vem depois: o peso deve ser 0, "
                    "veio {weight}",
                    looking=self.tokens[self.looking],
                    token=token,
                    weight=float(weight),
                )

    @property
    def strongest(self) -> tuple[int, ...]:
        """The positions whose weights are written, from the largest down."""
        positions = [i for i, weight in enumerate(self.weights) if weight]
        positions.sort(key=lambda i: (-self.weights[i], i))
        # A single other weight needs no sum: it is written at its token.
        return tuple(positions if len(positions) == self.written + 1 else positions[: self.written])

    @property
    def percentages(self) -> tuple[int, ...]:
        """The written weights, then the sum of the rest, in whole percentages that add up to 100."""
        total = fsum(self.weights)
        shares = [self.weights[i] / total for i in self.strongest]
        return share_percentages([*shares, max(0.0, 1 - fsum(shares))])

    def body(self) -> elements.Element:
        """Return the sentence with arcs above it; where it does not fit, as a column with arcs beside it."""
        poses = (pose(side) for pose in (self._strip, self._column) for side in ("small", "tiny"))
        return elements.FirstThatFits(tuple(poses))

    def describe(self) -> str:
        """Return the sentence, who looks, and where the weight goes."""
        return fullest(map(self._describe, range(len(self.strongest), 0, -1)))

    def _describe(self, count: int) -> str:
        """Describe where the `count` largest weights go, one by one, and the others together."""
        names = [truncate_line(token, _NAME) for token in self.tokens]
        shares = [
            phrase(
                "{percentage} para si mesmo" if i == self.looking else "{percentage} para “{token}”",
                percentage=self._percent(percentage),
                token=names[i],
            )
            for i, percentage in zip(self.strongest[:count], self.percentages, strict=False)
        ]
        if others := self._rest_count + len(self.strongest) - count:
            rest = self._percent(sum(self.percentages[count:]))
            source = mark_text(("{percentage} para o outro", "{percentage} para os outros {count}"))
            shares.append(phrase(source, others, percentage=rest))
        opening = phrase(
            "Em “{sentence}”, a atenção de “{token}” vai {shares}.",
            sentence=truncate_line(" ".join(self.tokens), _SENTENCE),
            token=names[self.looking],
            shares=join_and(shares),
        )
        causal = [phrase("Não vê os tokens seguintes.")] if self._horizon < len(self.tokens) else []
        rounded = [f"{capitalize(WORDS('rounded'))}."] if self._is_rounded else []
        return " ".join((opening, *causal, *rounded))

    @property
    def _horizon(self) -> int:
        """How many tokens are visible from the one that looks."""
        return self.looking + 1 if self.causal else len(self.tokens)

    @property
    def _rest_count(self) -> int:
        return sum(weight > 0 for weight in self.weights) - len(self.strongest)

    def _percent(self, percentage: int) -> str:
        """Format a percentage; only a weight of 0 or 1 is written as 0 or 100."""
        if percentage == 0:
            number = f"<{NO_BREAK_SPACE}1"
        elif percentage == 100 and max(self.weights) < sum(self.weights):
            number = f">{NO_BREAK_SPACE}99"
        else:
            number = str(percentage)
        return add_percent(number)

    def _numbers(self) -> Iterator[tuple[int, elements.Element]]:
        largest = max(self.weights)
        for i, percentage in zip(self.strongest, self.percentages, strict=False):
            words = self._percent(percentage)
            large = len(self.tokens) <= _ROOMY
            yield i, elements.NumberCell(words, "model", self.weights[i] / largest, large=large)

    def _strip(self, side: str) -> elements.Element:
        count = len(self.tokens)
        cells = [elements.Cell(token, 0, i) for i, token in enumerate(self._tokens("small", side))]
        cells += [elements.Cell(number, 1, i, justify="center") for i, number in self._numbers()]
        if count > self._horizon:
            columns = count - self._horizon
            cells.append(elements.Cell(_hidden_text(), 1, self._horizon, columns=columns))
        grid = elements.Grid(tuple(cells), (1.0,) * count, "tiny" if side == "small" else "hair", "small")
        return elements.with_caption(self._arcs(grid, "above"), self._rest(), "center", "medium")

    def _column(self, side: str) -> elements.Element:
        """Return the tokens below each other, their percentages at the left and the arcs at the right."""
        padding, gap = ("small", "tiny") if len(self.tokens) <= _ROOMY else ("tiny", "hair")
        cells = [elements.Cell(token, i, 1) for i, token in enumerate(self._tokens(padding, side))]
        cells += [elements.Cell(number, i, 0) for i, number in self._numbers()]
        rows = len(self.tokens) - self._horizon
        if rows:
            cells.append(elements.Cell(_hidden_text(), self._horizon, 0, rows=rows))
        grid = elements.Grid(tuple(cells), (0.0, 0.0), side, gap)
        arcs = elements.Row((self._arcs(grid, "right"),), justify="center")
        return elements.with_caption(arcs, self._rest(), "center", "medium")

    def _arcs(self, grid: elements.Grid, side: Literal["above", "right"]) -> elements.Element:
        names = elements.numbered_names("token", self.tokens)
        arcs = tuple(map(elements.Arc, names, self.weights))
        return elements.Arcs(grid, names[self.looking], arcs, side=side)

    def _tokens(self, padding: str, side: str) -> Iterator[elements.Element]:
        """Yield the caps: that of the token that looks is solid, and the heaviest stands out."""
        for i, name in enumerate(elements.numbered_names("token", self.tokens)):
            state: elements.CapState = "focus" if self.weights[i] == max(self.weights) else "context"
            role = "input"
            if i == self.looking:
                role, state = "model", "solid"
            elif i >= self._horizon:
                state = "masked"
            yield elements.Named(
                name, elements.word_cap(self.tokens[i], role, state, "mark", padding, side=side)
            )

    def _rest(self) -> str:
        count, percentage = self._rest_count, self._percent(self.percentages[-1])
        words = [WORDS("others", count, percentage=percentage)] if count else []
        return "; ".join([*words, *([WORDS("rounded")] if self._is_rounded else [])])

    @property
    def _is_rounded(self) -> bool:
        return sum(self.percentages) != _WHOLE


def _hidden_text() -> elements.Element:
    return elements.Text(WORDS("hidden"), "label", "masked.strong", "center")


HEADLINES = {"pronome": "**Ele**{model} é o gato", "sem máscara": "Que **banco**{model}? O da praça"}

EXAMPLES = {
    "pronome": Attention(
        tokens=["O", "gato", "dormiu", "porque", "ele", "cansou"],
        weights=[0.04, 0.63, 0.12, 0.05, 0.16, 0.0],
        looking=4,
    ),
    "sem máscara": Attention(
        tokens=["Ela", "sentou", "no", "banco", "da", "praça"],
        weights=[0.03, 0.21, 0.05, 0.18, 0.08, 0.45],
        looking=3,
        causal=False,
    ),
}
