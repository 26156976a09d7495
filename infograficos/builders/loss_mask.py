"""Uma fita de tokens com rótulos e losses: o que é contexto e o que ensina."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Annotated, Any

from infograficos import elements
from infograficos.content.batch import IGNORED, read_row, validate_padding
from infograficos.content.checks import validate_same_length
from infograficos.content.data.read_numbers import is_finite_number
from infograficos.content.descriptions import fullest
from infograficos.content.fields import MAX_COUNT, Flag, Label, Reading, Some, Words, between, content
from infograficos.content.loss_sentences import (
    describe_ignored,
    describe_loss_range,
    describe_losses,
    describe_padding,
    describe_surprise,
)
from infograficos.content.losses import Losses, validate_losses
from infograficos.content.own_words import OwnWord, OwnWords
from infograficos.content.token_row import TokenLabels
from infograficos.content.token_sources import TokenSource
from infograficos.errors import ContentError
from infograficos.language.grammar import join_and, phrase
from infograficos.language.numbers import MINUS
from infograficos.text.markup import plain_text

__all__ = ["IGNORED", "LossMask"]

WORDS = OwnWords(
    label="rótulo", ignored="fora da loss", padding="preenchimento", first="início", no_loss="nada o prevê",
    count_tokens=("{count} token: {parts}", "{count} tokens: {parts}"),
    count_first="{count} inicial", count_group="{count} de {name}",
    mean="({sum}) ÷\u00a0{count}", mean_of_many="média de {count} losses", mean_name="loss média",
    context="contexto", correction="corrige os pesos", expected="{token}?",
)  # fmt: skip

#: A strip of more tokens or runs is cut to as many caps and “…” as the limits say: one limit for a
#: vertical strip, whose runs have headings, and several for horizontal ones on ever narrower sheets.
_MAX_TOKENS, _MAX_RUNS = 11, 5
_VERTICAL_LIMIT, _LIMITS = 14, (10, 9, 8, 7, 6, 5)
#: How many tokens what is ignored and what is learned from have at most if they are beside each other.
_PAIR, _MAX_PAIR, _HEADING = 2, 6, 1
#: How many losses a formula adds up one by one.
_MAX_SUMMANDS = 5
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
        expected: what the model expected in place of the token with the largest loss, which then stands out.
    """

    tokens: TokenLabels
    labels: Some[Annotated[int, between(IGNORED, MAX_COUNT)]]
    losses: Some[Reading]
    masked_name: Annotated[Words, OwnWord()] = "instrução"
    learned_name: Annotated[Words, OwnWord()] = "resposta"
    masked_role: Words = "instruction"
    attention_mask: Some[Annotated[int, between(0, 1)]] | None = None
    first_predicted: Flag = True
    expected: Label = ""

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
            raise ContentError("um rótulo é o número do token (0 ou mais) ou −100, para ignorar")
        if self.attention_mask is not None:
            validate_padding(self.attention_mask, self.labels)
        for i, (kind, token) in enumerate(zip(self.kinds, self.tokens, strict=True)):
            if kind == _LEARNED and not is_finite_number(self.losses[i]):
                raise ContentError(
                    "o token {i} (“{token}”) conta, e a sua loss falta ou não é finita", i=i, token=token
                )
        validate_losses(self.learned_losses, _FIRST in self.kinds)

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
        """Return the tokens, what counts in a light, and the mean that corrects the model."""
        runs = elements.group_runs(self.kinds)
        pair = self._pair(runs)
        cuts = [
            elements.truncate_runs(runs, limit, _LEARNED) for limit in _LIMITS if limit < len(self.tokens)
        ]
        if len(self.tokens) > _MAX_TOKENS or len(runs) > _MAX_RUNS:
            runs = elements.truncate_runs(runs, _VERTICAL_LIMIT, _LEARNED, _HEADING)
        else:
            cuts.insert(0, runs)
        wide = (elements.WideOnly(self._long(elements.horizontal_loss_strip, cut)) for cut in cuts)
        narrow = self._long(elements.vertical_loss_strip, runs)
        return elements.FirstThatFits((*pair[:1], *wide, elements.WideOnly(narrow), *pair[1:], narrow))

    def describe(self) -> str:
        """Return which tokens count and what their mean is."""
        few = len(self.tokens) <= _MAX_TOKENS
        return fullest(map(self._describe, (True, False) if few else (False,)))

    def _describe(self, one_by_one: bool) -> str:
        masked, learned, correction = self._of(_MASKED), self._of(_LEARNED), WORDS("correction")
        sentences = [
            phrase("O primeiro token ({token}) não é previsto.", token=each) for each in self._of(_FIRST)
        ]
        if masked:
            name = plain_text(self.masked_name)
            sentences.insert(0, describe_ignored(masked, name, WORDS("label"), one_by_one=one_by_one))
        if padding := len(self._of(_PADDING)):
            sentences.append(describe_padding(padding, plain_text(WORDS("padding"))))
        name = plain_text(self.learned_name)
        if one_by_one or len(learned) == 1:
            follows = bool(masked)
            sentences.append(describe_losses(learned, name, self._losses, correction, follows=follows))
        else:
            sentences.append(describe_loss_range(name, self._losses, correction))
        if self._surprise is not None:
            sentences.append(describe_surprise(plain_text(self.expected), self.tokens[self._surprise]))
        return " ".join(sentences)

    def _of(self, kind: str) -> list[str]:
        return [token for token, each in zip(self.tokens, self.kinds, strict=True) if each == kind]

    @cached_property
    def _surprise(self) -> int | None:
        """The token with the largest loss, if it is known what was expected instead."""
        pairs = zip(self.losses, self.kinds, strict=True)
        losses = [loss if kind == _LEARNED and is_finite_number(loss) else -1.0 for loss, kind in pairs]
        return losses.index(max(losses)) if self.expected else None

    @cached_property
    def _losses(self) -> Losses:
        return Losses(self.learned_losses, is_checkable=len(self.learned_losses) <= _MAX_TOKENS)

    def _pair(self, runs: tuple[elements.TokenRun, ...]) -> tuple[elements.Element, ...]:
        """Return both arrangements of what comes before the response and the response, if these are short."""
        is_short = max(run.count for run in runs) <= _MAX_PAIR
        if len(runs) != _PAIR or runs[-1].kind != _LEARNED or not is_short:
            return ()
        strip, lesson = replace(self._strip, runs=runs), self._lesson()
        return elements.WideOnly(lesson.beside(strip)), lesson.stacked(strip)

    def _long(
        self, draw: Callable[[elements.LossStrip], elements.Element], runs: tuple[elements.TokenRun, ...]
    ) -> elements.Element:
        """Return the strip, a caption if whole runs have no room, and the mean below."""
        cut = replace(self._strip, runs=runs)
        strip, panels = elements.Named("fita", draw(cut)), cut.panel_names
        has_gap = any(run.kind == elements.GAP for run in runs)
        caption = elements.Text(self._counts(), "label", "muted", "center") if has_gap else None
        lesson = self._lesson(any(None in run.shown for run in runs))
        is_vertical = draw is elements.vertical_loss_strip
        has_context = self.kinds[0] != _LEARNED and not has_gap
        return lesson.below(
            strip, panels=panels, has_context=has_context, is_vertical=is_vertical, caption=caption
        )

    @cached_property
    def _strip(self) -> elements.LossStrip:
        """The whole strip, without the runs that are shown."""
        labels = list(map(str, self.labels))
        losses = [loss if is_finite_number(loss) else 0.0 for loss in self.losses]
        texts = list(map(self._losses.format, losses))
        group, number = elements.LossGroup, str(IGNORED).replace("-", MINUS)
        # Why there is no loss, in ever fewer words.
        reason = f"{number}: {WORDS('ignored')}"
        ignored = f"{WORDS('label')} {reason}", reason, number
        groups = {
            _MASKED: group(self.masked_name, self.masked_role, ignored),
            _LEARNED: group(self.learned_name, "response"),
            _PADDING: group(WORDS("padding"), "masked", ignored),
            _FIRST: group(WORDS("first"), "masked", (WORDS("no_loss"),)),
        }
        said = elements.expected_token(WORDS("expected", token=self.expected))
        surprise = None if self._surprise is None else (self._surprise, said)
        return elements.LossStrip(self.tokens, labels, losses, texts, (), groups, surprise)

    def _counts(self) -> str:
        names = {_FIRST: "", _MASKED: self.masked_name, _LEARNED: self.learned_name}
        names[_PADDING] = WORDS("padding")
        counts = [
            WORDS("count_group", count, name=name) if name else WORDS("count_first", count)
            for kind, name in names.items()
            if (count := self.kinds.count(kind))
        ]
        return WORDS("count_tokens", len(self.tokens), parts=join_and(counts))

    def _lesson(self, is_cut: bool = False) -> elements.LossLesson:
        count, name = len(self.learned_losses), WORDS("mean_name")
        if count > 1 and (is_cut or count > _MAX_SUMMANDS):
            formula, name = WORDS("mean_of_many", count), ""
        else:
            losses = " +\u00a0".join(map(self._losses.format, self.learned_losses))
            formula = WORDS("mean", count, sum=losses)
        words = WORDS("context"), WORDS("correction")
        is_quiet = self._surprise is not None
        return elements.LossLesson(formula, self._losses.format_mean(), name, *words, is_quiet=is_quiet)


EXAMPLES = {
    "dois turnos": LossMask(
        tokens=["Oi", "Olá", "Tchau", "Até"],
        labels=[IGNORED, 50, IGNORED, 58],
        losses=[0.0, 1.2, 0.0, 0.8],
        masked_name="usuário",
        learned_name="assistente",
    ),
    "sem máscara": LossMask(
        tokens=["O", "gato", "dorme", "no", "piano"],
        labels=[4, 17, 23, 8, 42],
        losses=[0.0, 4.1, 2.3, 0.6, 7.2],
        learned_name="texto",
        first_predicted=False,
        expected="sofá",
    ),
}
HEADLINES = {
    "dois turnos": "Só o **assistente**{response} ensina",
    "sem máscara": "A **surpresa**{response} ensina mais",
}
