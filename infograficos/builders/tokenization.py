"""Um texto cortado em tokens, cada um com seu id no vocabulário, e o caminho de volta ao texto."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import validate_same_length
from infograficos.content.data.numbers import to_builtins
from infograficos.content.fields import Flag, Natural, Some, Words, content, short
from infograficos.content.token_offsets import TextRange, find_split_words, locate_tokens, slice_text, unbatch
from infograficos.content.token_text import is_unknown, speak_token
from infograficos.language.numbers import format_number
from infograficos.language.portuguese import join_and, pluralize
from infograficos.text.typography import first_words, truncate_line

__all__ = ["Tokenization"]

Token = Annotated[str, Field(strict=True, min_length=1), short(24)]
Id = Natural
#: How many entries of the vocabulary fit beside the rest, and how many tokens are said one by one.
_ENTRIES, _SAID = 8, 5
#: How many of a text's words are drawn above its tokens: as many as a label has.
_WORDS = 6
#: How much of a text is said, and how long a description may become.
_QUOTED, _LONGEST_SAID = 40, 205


@content
class Tokenization:
    """A text, the tokens that it is cut into, and the id of each; the way back is checked here.

    Args:
        text: what is tokenized.
        tokens: the tokens in order, with Ġ, ▁, ## or real spaces, or none, and with letters as the text has
            them: “ção”, where byte-level BPE lists bytes as “Ã§Ã£o”; `from_offsets` needs no such list.
        ids: one id a token; a list, an array or a tensor.
        offsets: where each token starts and ends in the text; (0, 0) for those that are not in it.
        vocabulary: which id each token has; an excerpt with the tokens used is shown.
        back: show the text that decoding gives.
        positions: number the tokens, counted from 0.
        shown: how many tokens are drawn; the others are counted.
    """

    text: Words
    tokens: Some[Token]
    ids: Some[Id]
    offsets: Some[tuple[Id, Id]] | None = None
    vocabulary: Mapping[str, Id] | None = None
    back: Flag = False
    positions: Flag = False
    shown: Annotated[int, Field(strict=True, ge=1, le=20)] = 12

    @classmethod
    def from_offsets(
        cls, text: str, input_ids: object, offset_mapping: object, **others: object
    ) -> Tokenization:
        """Return the figure of what a tokenizer gave with `return_offsets_mapping=True`.

        Args:
            text: what was tokenized.
            input_ids: the ids; a batch of one text is as good as the text's own list.
            offset_mapping: where each token starts and ends in the text; (0, 0) for special tokens.
            others: what else the figure has, such as `back` or `shown`.
        """
        ids = unbatch(to_builtins(input_ids), "input_ids", 1)
        offsets = unbatch(to_builtins(offset_mapping), "offset_mapping", 2)
        tokens = [slice_text(text, place, i) for i, place in enumerate(offsets)]
        given: dict[str, Any] = {"text": text, "tokens": tokens, "ids": ids, "offsets": offsets, **others}
        return cls(**given)

    def __post_init__(self) -> None:
        validate_same_length(tokens=self.tokens, ids=self.ids, offsets=self.offsets or self.tokens)
        if self.offsets is None:
            self._check_ids()
        else:
            self._check_offsets()
        self._check_vocabulary()
        _ = self.places

    def _check_ids(self) -> None:
        ids: dict[str, int] = {}
        tokens: dict[int, str] = {}
        for token, found in zip(self.tokens, self.ids, strict=True):
            if ids.setdefault(token, found) != found:
                raise ValueError(
                    f"o token “{token}” tem os ids {ids[token]} e {found}; um token tem sempre o mesmo id"
                )
            if tokens.setdefault(found, token) != token:
                raise ValueError(
                    f"o id {found} é de “{tokens[found]}” e de “{token}”; cada token tem um id só seu"
                )

    def _check_offsets(self) -> None:
        for i, (start, end) in enumerate(self.offsets or ()):
            if not start <= end <= len(self.text):
                raise ValueError(
                    f"offsets[{i}] é ({start}, {end}), e o texto vai de 0 a {len(self.text)}; "
                    "os offsets são deste texto?"
                )

    def _check_vocabulary(self) -> None:
        for token, found in zip(self.tokens, self.ids, strict=True) if self.vocabulary else ():
            known = (self.vocabulary or {}).get(token)
            if known is None:
                raise ValueError(f"o token “{token}” não está no vocabulário")
            if known != found:
                raise ValueError(f"o token “{token}” tem id {found}, e no vocabulário tem id {known}")

    @cached_property
    def places(self) -> tuple[TextRange, ...]:
        """Where each token stands in the text; nothing for special tokens."""
        if self.offsets is None:
            return locate_tokens(self.text, self.tokens)
        return tuple((start, end) if start < end else None for start, end in self.offsets)

    @cached_property
    def decoded(self) -> str:
        """The text that the tokens give: with their own spaces, or with one wherever they dropped some."""
        read, end = "", 0
        for token, place in zip(self.tokens, self.places, strict=True):
            if place:
                read += " " if place[0] > end > 0 else ""
                # Bytes of one character are several tokens at one place: the character is read once.
                read += token if is_unknown(token) else self.text[max(place[0], end) : place[1]]
                end = max(end, place[1])
        return read

    @property
    def splits(self) -> tuple[tuple[int, int], ...]:
        """The words that are cut into several tokens: the positions of their first and last token."""
        return find_split_words(self.text, self.places)

    def body(self) -> elements.Element:
        """Return the text, its tokens with ids, the way back, and the vocabulary's entries."""
        parts = [_text_card(self.text, "input"), _step("encode"), self._strip()]
        if self.back:
            parts += [_step("decode"), _text_card(self.decoded, self._returned)]
        column = elements.Column(tuple(parts), "tiny")
        if not self.vocabulary:
            return column
        return elements.Column(
            (column, elements.Named("vocabulário", self._excerpt(self.vocabulary))), "medium"
        )

    def describe(self) -> str:
        """Return how many tokens the text becomes, the first of them, what is cut, and what comes back."""
        count = pluralize(len(self.tokens), "token", "tokens")
        known = zip(self.tokens[:_SAID], self.ids, strict=False)
        pairs = [f"“{truncate_line(speak_token(token), 12)}” ({found})" for token, found in known]
        more = len(self.tokens) - _SAID
        pairs += [f"mais {format_number(more)}"] if more > 0 else []
        ids = "com seus ids" if len(self.tokens) > 1 else "com seu id"
        whole = f"“{truncate_line(self.text, _QUOTED)}” vira {count}, {ids}: {join_and(pairs)}."
        for sentence in (self._cut_words, self._returns if self.back else ""):
            if sentence and len(whole) + len(sentence) < _LONGEST_SAID:
                whole = f"{whole} {sentence}"
        return whole

    @property
    def _cut_words(self) -> str:
        if not self.splits:
            return ""
        first, last = self.splits[0]
        parts = [speak_token(token) for token in self.tokens[first : last + 1]]
        return f"“{self._word(first, last)}” se divide em {join_and(parts)}."

    @property
    def _returned(self) -> str:
        return "input" if self.decoded == self.text else "alert"

    @property
    def _returns(self) -> str:
        same = self.decoded == self.text
        return f"O decode devolve {'o mesmo texto' if same else f'“{truncate_line(self.decoded, _QUOTED)}”'}."

    def _word(self, first: int, last: int) -> str:
        start, end = self.places[first] or (0, 0), self.places[last] or (0, 0)
        return self.text[start[0] : end[1]].strip()

    def _strip(self) -> elements.Element:
        count, number = min(self.shown, len(self.tokens)), elements.token_number
        chips = tuple(elements.token_chip(t, _role(t, p)) for t, p in self._placed(count))
        lanes = [
            elements.Lane(chips, "token"),
            elements.Lane(tuple(number(each, "model.strong") for each in self.ids[:count]), "id"),
        ]
        if self.positions:
            lanes.insert(1, elements.Lane(tuple(number(i) for i in range(count)), "posição"))
        spans = tuple(
            elements.TokenSpan(first, min(last, count - 1), self._word(first, last), "input")
            for first, last in self.splits
            if first < count
        )
        left = len(self.tokens) - count
        more = f"… e mais {format_number(left)}" if left else ""
        return elements.Named("tokens", elements.TokenStrip(tuple(lanes), spans, more))

    def _placed(self, count: int) -> list[tuple[str, TextRange]]:
        return list(zip(self.tokens, self.places, strict=True))[:count]

    def _excerpt(self, vocabulary: Mapping[str, int]) -> elements.Element:
        """Return the entries used, by id, and as many of their neighbours as there is room for."""
        used = set(self.ids[: self.shown])
        near = sorted(vocabulary.items(), key=lambda e: (min(abs(e[1] - i) for i in used), e[1]))[:_ENTRIES]
        entries = sorted(near, key=lambda entry: entry[1])
        return elements.vocabulary_card(
            [elements.VocabularyEntry(t, i, i in used) for t, i in entries], len(vocabulary)
        )


def _role(token: str, place: TextRange) -> str:
    return "masked" if place is None else "alert" if is_unknown(token) else "input"


def _text_card(text: str, role: str) -> elements.Element:
    words = elements.Text(
        f"“{first_words(text, _WORDS)}”", "strong", f"{role}.strong", "center", literal=True
    )
    return elements.Card(words, f"{role}.soft", f"{role}.line", "small", "small", "inner")


def _step(name: str) -> elements.Element:
    return elements.Row(
        (elements.Arrow("down"), elements.Text(name, "label", "muted", literal=True)),
        "tiny",
        "center",
        "center",
    )


_VOCABULARY = {
    ",": 11, ".": 13, "Ġde": 260, "Ġum": 262, "Ġa": 263, "O": 46, "Ġo": 267, "Ġto": 281, "ken": 305,
    "Veja": 1402, "Ġlê": 1410, "iza": 1511, "ção": 2033, "Ġtexto": 2210, "Ġgato": 3308,
}  # fmt: skip
_RARE = ("Veja", "Ġa", "Ġto", "ken", "iza", "ção")
_PLAIN = ("O", "Ġgato", "Ġlê", "Ġo", "Ġtexto")

EXAMPLES = {
    "palavra rara": Tokenization(
        text="Veja a tokenização", tokens=_RARE, ids=[_VOCABULARY[token] for token in _RARE], back=True
    ),
    "vocabulário": Tokenization(
        text="O gato lê o texto",
        tokens=_PLAIN,
        ids=[_VOCABULARY[token] for token in _PLAIN],
        vocabulary=_VOCABULARY,
    ),
    "fora do vocabulário": Tokenization(
        text="Olá, Zuleica!", tokens=["Olá", ",", "<unk>", "!"], ids=[8, 2, 0, 1], back=True
    ),
}
