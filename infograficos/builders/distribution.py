"""A distribuição do próximo token: o que pode vir depois, com que chance, e o que um corte deixa de fora."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from itertools import accumulate, pairwise
from math import fsum, inf
from typing import Annotated

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import validate_exactly_one, validate_same_length, validate_unique
from infograficos.content.data.scores import (
    describe_likeliest,
    format_chance,
    softmax,
    tolerance,
    unlikely_error,
    validate_probabilities,
)
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Items, Natural, Number, Score, Some, Weight, content, short
from infograficos.content.own_words import OwnWords
from infograficos.content.token_row import RawTokens, TokenName, read_labels, token_reference
from infograficos.content.token_text import show_text
from infograficos.content.tokenized_text import TokenizedText
from infograficos.errors import ContentError, unknown_name_message
from infograficos.language.grammar import capitalize, join_first, phrase
from infograficos.language.numbers import format_short, round_half_up
from infograficos.text.markup import plain_text
from infograficos.text.typography import truncate_line

__all__ = ["Distribution"]

WORDS = OwnWords(
    temperature="temperatura {value}", top_k="top-k = {kept}", top_p="top-p = {mass}",
    kept="ficam {percentage}", more_tokens="… e mais {count}", together="no total",
    rounded="porcentagens arredondadas",
)  # fmt: skip

#: How far apart equal sums of floats may be.
_ROUNDING = 1e-9
#: How many tokens may be chosen.
_MAX_CHOSEN = 20

_MAX_LENGTH = 20
_Token = Annotated[TokenName, token_reference("tokens")]


@content
class Distribution:
    """What the model expects after a text: one bar a token, and what top-k or top-p leaves out.

    Args:
        context: the text that the next token follows.
        tokens: the tokens, in any order.
        probabilities: one a token, from 0 to 1; they add up to 1, or to less where `others` are not given.
        logits: one a token, instead of probabilities; their softmax is computed here. One that is −∞ or
            masked leaves its token no probability.
        temperature: what the logits are divided by before the softmax.
        chosen: the tokens that are highlighted.
        kept: how many tokens top-k keeps.
        mass: the probability that the fewest tokens kept by top-p reach.
        shown: how many tokens have a bar; the others are summed up.
        others: how many more tokens the vocabulary has, which share what is left of the probability; none
            of them may have to be likelier than those shown.
    """

    context: Annotated[TokenizedText, short(100)]
    tokens: Annotated[RawTokens, read_labels(_MAX_LENGTH, ordered=False)]
    probabilities: Some[Weight] | None = None
    logits: Some[Score] | None = None
    temperature: Annotated[Number, Field(gt=0)] = 1.0
    chosen: Annotated[Items[_Token], Field(max_length=_MAX_CHOSEN)] = ()
    kept: Count | None = None
    mass: Annotated[Number, Field(gt=0, le=1)] | None = None
    shown: Annotated[int, Field(strict=True, ge=1, le=8)] = 6
    others: Natural = 0

    def __post_init__(self) -> None:
        validate_exactly_one(probabilities=self.probabilities, logits=self.logits)
        validate_same_length(tokens=self.tokens, probabilities=self.probabilities, logits=self.logits)
        validate_unique(self.tokens, "o token “{name}” aparece mais de uma vez")
        if self.probabilities is not None:
            validate_probabilities(self.probabilities, self.others)
            if self.temperature != 1:
                raise ContentError("a temperatura só se aplica a logits; com probabilities, deixe-a de fora")
        if self.logits is not None and all(score in (None, -inf) for score in self.logits):
            raise ContentError("todos os logits são −∞ ou faltam: não sobra token para escolher")
        if self.logits is not None and self.others:
            raise ContentError("o softmax precisa dos logits de todos os tokens; deixe “others” de fora")
        self._check_cut()
        validate_unique(self.chosen, "o token escolhido “{name}” aparece mais de uma vez")
        self._check_chosen()
        self._check_others()

    def _check_cut(self) -> None:
        if self.kept is not None and self.mass is not None:
            raise ContentError("dê kept (top-k) ou mass (top-p), não os dois")
        count = len(self.tokens)
        if self.kept is not None and self.kept > count:
            raise ContentError(
                ("kept é {kept}, mas há só {count} token", "kept é {kept}, mas há só {count} tokens"),
                count,
                kept=self.kept,
            )
        total = fsum(chance for _, chance in self.ranking)
        if self.mass is not None and self.others and total < self.mass - _ROUNDING:
            raise ContentError(
                "os tokens dados somam {total} e não chegam a mass ({mass}); dê mais tokens",
                total=total,
                mass=self.mass,
            )

    def _check_others(self) -> None:
        """Refuse a token among the likeliest if one of the others must be likelier."""
        count = min(len(self.tokens), max(self.shown, self.limit if self._cut_name else 0))
        token, least = self.ranking[count - 1]
        rest = 1 - fsum(chance for _, chance in self.ranking)
        # A smaller rest may be rounding alone.
        is_small = rest <= tolerance(self.probabilities or ())
        if not self.others or is_small or rest / self.others <= least + _ROUNDING:
            return
        raise unlikely_error(token, least, rest, self.others)

    def _check_chosen(self) -> None:
        order = [token for token, _ in self.ranking]
        for token in self.chosen:
            if token not in order:
                raise ValueError(unknown_name_message("o token escolhido", token, order[: self.shown]))
            rank = order.index(token) + 1
            if rank > self.limit:
                raise ContentError(
                    "o token escolhido “{token}” fica fora do corte {cut}",
                    token=token,
                    cut=self._cut_name,
                )
            if rank > self.shown:
                raise ContentError(
                    "o token escolhido “{token}” é o {rank}º e não aparece; mostre mais em “shown”",
                    token=token,
                    rank=rank,
                )

    @cached_property
    def ranking(self) -> tuple[tuple[str, float], ...]:
        """The tokens with their probabilities, the likeliest first."""
        chances = self.probabilities or self._softmax()
        # What is rounded adds up to a little more or less than it says.
        total = fsum(chances)
        if not self.others or total > 1:
            chances = [chance / total for chance in chances]
        pairs = zip(self.tokens, chances, strict=True)
        return tuple(sorted(pairs, key=lambda pair: -pair[1]))

    def _softmax(self) -> list[float]:
        scores = [-inf if score is None else score for score in self.logits or ()]
        return softmax(scores, self.temperature)

    @cached_property
    def limit(self) -> int:
        """How many of the likeliest tokens the cut keeps: all of them where there is none."""
        if self.kept is not None:
            return self.kept
        if self.mass is not None:
            sums = accumulate(chance for _, chance in self.ranking)
            counts = (i for i, total in enumerate(sums, 1) if total >= self.mass - _ROUNDING)
            return next(counts, len(self.ranking))
        return len(self.ranking) + self.others

    def body(self) -> elements.Element:
        """Return the text and what follows it, then the bars with the cut among them."""
        bars = elements.ranking(tuple(self._rows()), self.ranking[0][1])
        rounded = WORDS("rounded") if self._is_rounded else ""
        named = elements.with_caption(elements.Named("distribuição", bars), rounded, gap="small")
        return elements.Column((self._context(), named), "medium")

    def describe(self) -> str:
        """Return the likeliest tokens, what the cut keeps and which token is chosen."""
        first = [f"{token} ({format_chance(chance)})" for token, chance in self.ranking[: self.shown]]
        contexts = [truncate_line(plain_text(show_text(self.context)), limit) for limit in (60, 30)]
        ends = [" ".join(self._describe_choice(count)) for count in (len(self.chosen), 1)]
        return fullest(describe_likeliest(first, context, end) for end in ends for context in contexts)

    def _describe_choice(self, count: int) -> Iterator[str]:
        """Return sentences about the cut, the temperature and the first chosen tokens."""
        if self._cut_name:
            yield phrase(
                ("Com {cut}, fica 1 token, com {sum}.", "Com {cut}, ficam {count} tokens, que somam {sum}."),
                self.limit, cut=self._cut_name, sum=format_chance(self._sum(0, self.limit)),
            )  # fmt: skip
        if self.temperature != 1:
            yield f"{capitalize(self._temperature)}."
        if self._is_rounded:
            yield f"{capitalize(WORDS('rounded'))}."
        if self.chosen:
            tokens = join_first(self.chosen, count)
            yield phrase(("Escolhido: {tokens}.", "Escolhidos: {tokens}."), len(self.chosen), tokens=tokens)

    @property
    def _cut_name(self) -> str:
        if self.kept is not None:
            return WORDS("top_k", kept=self.kept)
        return WORDS("top_p", mass=format_short(self.mass)) if self.mass is not None else ""

    @property
    def _temperature(self) -> str:
        return WORDS("temperature", value=format_short(self.temperature))

    def _sum(self, first: int, last: int) -> float:
        """Sum the probabilities of a range of ranks; `others` have the last ranks."""
        total = fsum(chance for _, chance in self.ranking[first:last])
        if not self.others or last <= len(self.ranking):
            return total
        return total + max(0.0, 1 - fsum(chance for _, chance in self.ranking))

    @cached_property
    def _is_rounded(self) -> bool:
        """Whether the percentages as they are written give another sum than the one that is written."""
        shown, total = min(self.shown, len(self.tokens)), len(self.tokens) + self.others
        ends = sorted({*range(shown + 1), *([self.limit] if self._cut_name else []), total})
        parts = [(first, self._tenths(first, last)) for first, last in pairwise(ends)]
        sums = [(total, parts)]
        if self._cut_name:
            sums.append((self.limit, [part for part in parts if part[0] < self.limit]))
        return any(self._tenths(0, last) != sum(tenths for _, tenths in some) for last, some in sums)

    def _tenths(self, first: int, last: int) -> int:
        return round(10 * round_half_up(100 * self._sum(first, last), 1))

    def _context(self) -> elements.Element:
        words = elements.Text(f"“{show_text(self.context)}”", "strong", "input.strong")
        card = elements.Cap(words, "input", padding="tiny")
        cap = partial(elements.word_cap, role="response", style="strong", padding="tiny")
        chips: list[elements.Element] = [cap(token, state="focus") for token in self.chosen]
        chips = chips or [cap("?", state="pending")]
        if self.temperature != 1:
            chips.append(elements.badge(self._temperature, "model"))
        arrow = elements.Arrow("right")
        beside = elements.Row((elements.NoWrap(card), arrow, *chips), "small")
        below = elements.Column((card, elements.Row((arrow, *chips), "small")), "small", "start")
        stack = elements.Column((card, *chips), "small", "start")
        return elements.Named("contexto", elements.FirstThatFits((beside, below, stack)))

    def _rows(self) -> Iterator[elements.RankingRow | elements.RankingCutoff]:
        """Return the rows, the likeliest token first, with the cut between them."""
        shown, total = min(self.shown, len(self.tokens)), len(self.tokens) + self.others
        yield from map(self._row, range(min(shown, self.limit)))
        if shown < self.limit:
            yield self._rest(shown, self.limit)
        if self._cut_name:
            kept = WORDS("kept", percentage=format_chance(self._sum(0, self.limit)))
            yield elements.RankingCutoff(self._cut_name, kept, "response")
            yield from map(self._row, range(self.limit, shown))
        if max(shown, self.limit) < total:
            yield self._rest(max(shown, self.limit), total)

    def _row(self, rank: int) -> elements.RankingRow:
        token, chance = self.ranking[rank]
        if rank >= self.limit:
            return elements.RankingRow(token, format_chance(chance), chance, "masked", "masked")
        fill: elements.Fill = "solid" if token in self.chosen else "mid"
        return elements.RankingRow(token, format_chance(chance), chance, "response", fill)

    def _rest(self, first: int, last: int) -> elements.RankingRow:
        role = "response" if last <= self.limit else "masked"
        chance, count = self._sum(first, last), last - first
        label, note = WORDS("more_tokens", count), WORDS("together") if count > 1 else ""
        return elements.RankingRow(label, format_chance(chance), chance, role, None, note)


EXAMPLES = {
    "top-k": Distribution(
        context="O gato subiu no",
        tokens=["telhado", "muro", "sofá", "armário", "carro"],
        probabilities=[0.423, 0.215, 0.118, 0.064, 0.031],
        chosen=["telhado"],
        kept=3,
        others=41,
    ),
    "top-p": Distribution(
        context="A capital da França é",
        tokens=["Paris", "a", "uma", "Lyon", "conhecida", "o", "Marselha", "onde", "um", "também"],
        logits=[6.1, 4.4, 3.9, 3.1, 2.8, 2.0, 1.2, 1.0, 0.8, 0.5],
        temperature=1.5,
        chosen=["Paris"],
        mass=0.9,
        shown=6,
    ),
}
HEADLINES = {
    "top-k": "Só **três**{response} concorrem",
    "top-p": "**Cinco**{response} bastam para 90 %",
}
