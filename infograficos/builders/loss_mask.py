"""Uma fita de tokens com rótulos e losses: o que é contexto e o que ensina."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Annotated, Any

from infograficos import elements
from infograficos.content.batch import IGNORED, read_row
from infograficos.content.checks import validate_same_length
from infograficos.content.data.read_numbers import is_finite_number
from infograficos.content.descriptions import fullest
from infograficos.content.element_words import LOSS_WORDS
from infograficos.content.fields import MAX_COUNT, Flag, Reading, Some, Words, between, content
from infograficos.content.losses import Losses
from infograficos.content.own_words import OwnWord, OwnWords
from infograficos.content.token_row import TokenLabels
from infograficos.content.token_sources import TokenSource
from infograficos.language.numbers import MINUS
from infograficos.language.portuguese import inflect, join_and
from infograficos.text.markup import plain_text

__all__ = ["IGNORED", "LossMask"]

WORDS = OwnWords(
    LOSS_WORDS,
    token="token", label="rótulo", loss="loss", ignored="ignorada", padding="preenchimento",
    first="início", no_loss="não há", count_tokens=("{count} token: {parts}", "{count} tokens: {parts}"),
    count_first="{count} inicial", count_group="{count} de {name}",
    mean="loss = ({sum}) ÷\u00a0{count} =", mean_of_many="média de {count} losses =",
)  # fmt: skip

#: A strip of more tokens or runs is cut to as many chips and “…” as the limits say: one limit for a
#: vertical strip, whose runs have headings, and several for horizontal ones on ever narrower sheets.
_MAX_TOKENS, _MAX_RUNS = 11, 5
_VERTICAL_LIMIT, _HORIZONTAL_LIMITS = 14, (10, 9, 8, 7, 6, 5)
_HEADING = 1
#: How many losses a formula adds up one by one.
_MAX_SUMMANDS = 8
_IGNORED_LABEL = f"{MINUS}100"
_LEARNED, _MASKED, _PADDING, _FIRST = "learned", "masked", "padding", "first"


@content
class LossMask:
    """Tokens with their labels and losses; the mean of the losses is computed here.

    Args:
        tokens: the tokens as one reads them.
        labels: one label a token: its id, or −100 where it is ignored.
        losses: one loss a token, in nats: that of predicting this very token. Those of ignored tokens do
            not count, whatever they are.
        masked_name: what the ignored tokens are called.
        learned_name: what the others are called.
        masked_role: the colour role of the ignored tokens; `input` for context.
        attention_mask: 0 for padding and 1 for the other tokens, or nothing where there is no padding.
        first_predicted: whether the first token has a loss; no model predicts it from nothing.
    """

    tokens: TokenLabels
    labels: Some[Annotated[int, between(IGNORED, MAX_COUNT)]]
    losses: Some[Reading]
    masked_name: Annotated[Words, OwnWord()] = "instrução"
    learned_name: Annotated[Words, OwnWord()] = "resposta"
    masked_role: Words = "instruction"
    attention_mask: Some[Annotated[int, between(0, 1)]] | None = None
    first_predicted: Flag = True

    @classmethod
    def from_batch(
        cls,
        batch: object,
        labels: object = None,
        losses: object = None,
        *,
        tokens: TokenSource | None = None,
        offset_mapping: object = None,
        text: object = None,
        attention_mask: object = None,
        special: Mapping[int, str] | None = None,
        row: int = 0,
        shifted: bool = False,
        **names: Any,  # noqa: ANN401 - they are checked as the fields that they are
    ) -> LossMask:
        """Return the figure of one example of a batch: lists, arrays or tensors, of one example or several.

        By default `losses` has one loss a token, that of predicting this very token: the first one's, which
        nothing predicts, is to be ignored by its label. A loss computed as causal models do it, from
        `logits[:-1]` against `labels[1:]`, has one loss less: give it as it is, with `shifted=True`.

        Args:
            batch: `input_ids`, or what a tokenizer or a collator gives: a mapping with `input_ids` and
                perhaps `labels`, `attention_mask` and `offset_mapping`.
            labels: one label a token, aligned with `input_ids`, −100 where it is ignored.
            losses: one loss a token, in nats (`reduction="none"`).
            tokens: the tokenizer, the tokens, or what finds those of ids.
            offset_mapping: where in the text each token starts and ends, instead of `tokens`.
            text: the text that was tokenized, or those of all examples.
            attention_mask: 0 for padding and 1 for the other tokens.
            special: names of ids that have no words, such as `{50256: "<|endoftext|>"}`.
            row: which example of the batch it is, counted from 0.
            shifted: whether `losses` starts with the loss of the second token.
            names: other fields, such as `masked_name`.
        """
        fields = {"labels": labels, "losses": losses, "attention_mask": attention_mask}
        fields |= {"offset_mapping": offset_mapping, "text": text}
        example = read_row(batch, row, fields, tokens=tokens, special=special, shifted=shifted)
        return cls(**example, **names)

    def __post_init__(self) -> None:
        validate_same_length(tokens=self.tokens, labels=self.labels, losses=self.losses)
        if any(label != IGNORED and label < 0 for label in self.labels):
            raise ValueError("um rótulo é o número do token (0 ou mais) ou −100, para ignorar")
        self._check_padding()
        for i, kind in enumerate(self.kinds):
            if kind == _LEARNED and not is_finite_number(self.losses[i]):
                raise ValueError(
                    f"o token {i} (“{self.tokens[i]}”) conta, e a sua loss falta ou não é finita"
                )
        if not self.learned_losses:
            only_first = "só o primeiro token, que nada prevê, tem rótulo" if _FIRST in self.kinds else ""
            raise ValueError(f"{only_first or 'todos os rótulos são −100'}: não sobra token de que aprender")
        if min(self.learned_losses) < 0:
            raise ValueError("a loss de um token não pode ser negativa")

    def _check_padding(self) -> None:
        if self.attention_mask is None:
            return
        if len(self.attention_mask) != len(self.tokens):
            raise ValueError(
                f"attention_mask deve ter um valor por token; vieram {len(self.attention_mask)} "
                f"para {len(self.tokens)}"
            )
        for i, (seen, label) in enumerate(zip(self.attention_mask, self.labels, strict=True)):
            if not seen and label != IGNORED:
                raise ValueError(
                    f"o token {i} é preenchimento (attention_mask 0) e tem o rótulo {label}, que entraria "
                    "na loss; o rótulo do preenchimento é −100"
                )

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What each token is: learned from, masked, padding, or the first one, which nothing predicts."""
        attention = self.attention_mask or (1,) * len(self.tokens)
        kinds = [
            _LEARNED if label != IGNORED else _MASKED if seen else _PADDING
            for label, seen in zip(self.labels, attention, strict=True)
        ]
        if not self.first_predicted and kinds[0] == _LEARNED:
            kinds[0] = _FIRST
        return tuple(kinds)

    @cached_property
    def learned_losses(self) -> tuple[float, ...]:
        """The losses that count."""
        pairs = zip(self.kinds, self.losses, strict=True)
        return tuple(loss for kind, loss in pairs if kind == _LEARNED and is_finite_number(loss))

    @property
    def mean(self) -> float:
        """The loss of the example: the mean over the tokens that are not ignored."""
        return self._losses.mean

    def body(self) -> elements.Element:
        """Return the strip and the mean below it; cut where it is long, upright on narrow sheets."""
        horizontal, vertical = elements.horizontal_loss_strip, elements.vertical_loss_strip
        truncate, count = elements.truncate_runs, len(self.tokens)
        runs = elements.group_runs(self.kinds)
        cuts = (truncate(runs, limit, _LEARNED) for limit in _HORIZONTAL_LIMITS if limit < count)
        wide = [elements.WideOnly(self._figure(horizontal, cut)) for cut in cuts]
        if count > _MAX_TOKENS or len(runs) > _MAX_RUNS:
            cut = truncate(runs, _VERTICAL_LIMIT, _LEARNED, _HEADING)
            return elements.FirstThatFits((*wide, self._figure(vertical, cut)))
        return elements.FirstThatFits((self._figure(horizontal, runs), *wide, self._figure(vertical, runs)))

    def describe(self) -> str:
        """Return which tokens count and what their mean is."""
        few = len(self.tokens) <= _MAX_TOKENS
        return fullest(map(self._describe, (True, False) if few else (False,)))

    def _describe(self, one_by_one: bool) -> str:
        parts = self._describe_masked(one_by_one), self._describe_others(), self._describe_learned(one_by_one)
        return " ".join(sentence for part in parts for sentence in part)

    def _describe_masked(self, one_by_one: bool) -> Iterator[str]:
        masked = self._of(_MASKED)
        label = WORDS("label")
        verb = inflect(len(masked), f"tem {label} −100 e não conta", f"têm {label} −100 e não contam")
        if masked and not one_by_one:
            yield f"{_count_tokens(len(masked), self.masked_name)} {verb}."
        elif masked:
            tokens = inflect(len(masked), "O token", "Os tokens")
            yield f"{tokens} de {plain_text(self.masked_name)} ({' · '.join(masked)}) {verb}."

    def _describe_others(self) -> Iterator[str]:
        for token in self._of(_FIRST):
            yield f"O primeiro token ({token}) não é previsto."
        padding = len(self._of(_PADDING))
        if padding:
            verb = inflect(padding, "não conta", "não contam")
            yield f"{_count_tokens(padding, WORDS('padding'))} {verb}."

    def _describe_learned(self, one_by_one: bool) -> Iterator[str]:
        mean = self._losses.format_mean()
        if not one_by_one and len(self.learned_losses) > 1:
            tokens = _count_tokens(len(self.learned_losses), self.learned_name)
            low, high = (
                self._losses.format(loss) for loss in (min(self.learned_losses), max(self.learned_losses))
            )
            ends = f"loss {low}" if low == high else f"losses de {low} a {high}"
            yield f"{tokens} têm {ends}, com média {mean}."
            return
        count = len(self.learned_losses)
        losses = "; ".join(map(self._losses.format, self.learned_losses))
        # “Os de resposta” are understood only after “Os tokens de instrução”.
        noun = "" if self._of(_MASKED) else inflect(count, " token", " tokens")
        verb = inflect(count, f"tem loss {losses}, e a média é", f"têm losses {losses}, com média")
        tokens = f"{plain_text(self.learned_name)} ({' · '.join(self._of(_LEARNED))})"
        yield f"{inflect(count, 'O', 'Os')}{noun} de {tokens} {verb} {mean}."

    def _of(self, kind: str) -> list[str]:
        return [token for token, each in zip(self.tokens, self.kinds, strict=True) if each == kind]

    @cached_property
    def _losses(self) -> Losses:
        return Losses(self.learned_losses, is_checkable=len(self.learned_losses) <= _MAX_TOKENS)

    def _figure(
        self, draw: Callable[[elements.LossStrip], elements.Element], runs: tuple[elements.TokenRun, ...]
    ) -> elements.Element:
        """Return the strip, a caption if whole runs have no room, and the mean."""
        strip = elements.Named("fita", draw(replace(self._strip, runs=runs)))
        is_cut = any(None in run.shown for run in runs)
        has_gap = any(run.kind == elements.GAP for run in runs)
        caption = (elements.Text(self._counts(), "label", "muted", "center"),) if has_gap else ()
        return elements.Column((strip, *caption, self._formula(is_cut)), "medium")

    @cached_property
    def _strip(self) -> elements.LossStrip:
        """The whole strip, without the runs that are shown."""
        labels, losses = (
            list(map(str, self.labels)),
            [loss if is_finite_number(loss) else 0.0 for loss in self.losses],
        )
        texts = list(map(self._losses.format, losses))
        group = elements.LossGroup
        groups = {
            _MASKED: group(self.masked_name, self.masked_role, _IGNORED_LABEL, WORDS("ignored")),
            _LEARNED: group(self.learned_name, "response"),
            _PADDING: group(WORDS("padding"), "masked", _IGNORED_LABEL, WORDS("ignored")),
            _FIRST: group(WORDS("first"), "masked", labels[0], WORDS("no_loss")),
        }
        names = WORDS("token"), WORDS("label"), WORDS("loss")
        return elements.LossStrip(names, self.tokens, labels, losses, texts, (), groups)

    def _counts(self) -> str:
        names = {_FIRST: "", _MASKED: self.masked_name, _LEARNED: self.learned_name}
        names[_PADDING] = WORDS("padding")
        counts = [
            WORDS("count_group", count, name=name) if name else WORDS("count_first", count)
            for kind, name in names.items()
            if (count := self.kinds.count(kind))
        ]
        return WORDS("count_tokens", len(self.tokens), parts=join_and(counts))

    def _formula(self, is_cut: bool) -> elements.Element:
        count = len(self.learned_losses)
        if count > 1 and (is_cut or count > _MAX_SUMMANDS):
            formula = WORDS("mean_of_many", count)
        else:
            losses = " +\u00a0".join(map(self._losses.format, self.learned_losses))
            formula = WORDS("mean", count, sum=losses)
        card = elements.result_card(formula, self._losses.format_mean(), "response")
        return elements.Named("média", elements.Fragment(4, card))


def _count_tokens(count: int, name: str) -> str:
    return f"{inflect(count, 'O token', f'Os {count} tokens')} de {plain_text(name)}"


EXAMPLES = {
    "dois turnos": LossMask(
        tokens=["Oi", "!", "Olá", ".", "Tchau", "Até", "!"],
        labels=[IGNORED, IGNORED, 812, 13, IGNORED, 4021, 0],
        losses=[0.0, 0.0, 1.25, 0.5, 0.0, 0.75, 0.25],
        masked_name="usuário",
        learned_name="assistente",
    ),
    "sem máscara": LossMask(
        tokens=["O", "gato", "dorme"],
        labels=[46, 308, 5549],
        losses=[0.0, 2.72, 1.62],
        learned_name="texto",
        first_predicted=False,
    ),
}
