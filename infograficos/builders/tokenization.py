"""Um texto cortado em tokens, cada um com seu id no vocabulário, e o caminho de volta ao texto."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Annotated, Any

from infograficos import elements
from infograficos.content.checks import validate_same_length
from infograficos.content.data.read_numbers import to_builtins
from infograficos.content.descriptions import description_room, join_within
from infograficos.content.element_words import VOCABULARY_WORDS
from infograficos.content.fields import Flag, Natural, Some, between, content
from infograficos.content.own_words import OwnWords
from infograficos.content.token_alphabets import DecodedToken
from infograficos.content.token_decoding import decode_tokens
from infograficos.content.token_offsets import (
    TextRange,
    find_ranges,
    find_split_words,
    locate_row,
    read_offset,
    slice_tokens,
    unbatch,
    validate_offsets,
)
from infograficos.content.token_row import RawTokens, decoded_row, token_labels, token_row, validate_ids
from infograficos.content.token_sources import TokenSource, find_tokens
from infograficos.content.token_text import SPACE_SIGN, is_unknown, show_text
from infograficos.content.tokenized_text import (
    DecodedText,
    TokenizedText,
    decode_text,
    is_same_text,
    read_tokens_of,
)
from infograficos.errors import ContentError, InputError
from infograficos.language.grammar import join_and, phrase
from infograficos.text.typography import first_words, truncate_line

__all__ = ["Tokenization"]

WORDS = OwnWords(
    VOCABULARY_WORDS,
    encode="encode", decode="decode", token="token", position="posição", id="id",
    more_tokens="… e mais {count}", space="{sign} = espaço",
)  # fmt: skip

#: How many entries of the vocabulary have room, and how many of a text's words: as many as a label has.
_MAX_ENTRIES, _MAX_WORDS = 8, 6
#: How many tokens the description names, and how many characters their list at least and a quotation have.
_DESCRIBED, _LIST, _QUOTATION = 12, 40, 40


@content
class Tokenization:
    """A text, the tokens that it is cut into, and the id of each; the way back is checked here.

    Args:
        text: what is tokenized.
        tokens: the tokens in order, as a vocabulary lists them, as bytes, or as text with its spaces or none.
        ids: one id a token; a list, an array or a tensor.
        offsets: where each token starts and ends in the text; (0, 0) for those that are not in it.
        vocabulary: which id each token has; an excerpt with the tokens used is shown.
        back: show the text that decoding gives.
        decoded: that text, as `tokenizer.decode` gives it; by default what the tokens give.
        positions: number the tokens, counted from 0.
        shown: how many tokens are drawn; the others are counted.
    """

    text: TokenizedText
    tokens: Annotated[RawTokens, read_tokens_of("text")]
    ids: Some[Natural]
    offsets: Some[tuple[Natural, Natural]] | None = None
    vocabulary: Mapping[str, Natural] | None = None
    back: Flag = False
    decoded: DecodedText | None = None
    positions: Flag = False
    shown: Annotated[int, between(1, 20)] = 12

    @classmethod
    def from_offsets(
        cls,
        text: str,
        input_ids: object,
        offset_mapping: object,
        *,
        tokens: TokenSource | None = None,
        **others: object,
    ) -> Tokenization:
        """Return the figure of what a tokenizer gave with `return_offsets_mapping=True`.

        Args:
            text: what was tokenized.
            input_ids: the ids; a batch of one text is as good as the text's own list.
            offset_mapping: where each token starts and ends in the text; (0, 0) for special tokens.
            tokens: the tokens, or the tokenizer, which knows them and what they decode to; without them, each
                token is its characters in the text, and what decoding gives is not known.
            others: what else the figure has, such as `back` or `shown`.
        """
        ids = unbatch(to_builtins(input_ids), "input_ids", 1)
        pairs = unbatch(to_builtins(offset_mapping), "offset_mapping", 2)
        offsets = [read_offset(pair, f"Tokenization.offset_mapping[{i}]") for i, pair in enumerate(pairs)]
        given: dict[str, Any] = {"text": text, "ids": ids, "offsets": offsets, **others}
        if tokens is not None:
            row, decoded = find_tokens(tokens, ids, "Tokenization")
            return cls(**{"decoded": decoded, **given, "tokens": row})
        if given.get("back") and given.get("decoded") is None:
            raise InputError(
                "Tokenization.back: os offsets não dizem o que o decode devolve, que pode mudar letras; "
                "dê tokens=tokenizer, ou em decoded o que tokenizer.decode(input_ids) devolve"
            )
        slices = slice_tokens(text, find_ranges(text, offsets))
        return cls(**given, tokens=token_row((token.text for token in slices), slices))

    def __post_init__(self) -> None:
        validate_same_length(tokens=self.tokens, ids=self.ids, offsets=self.offsets or self.tokens)
        if self.offsets is None:
            validate_ids(self.tokens, self.ids)
        else:
            validate_offsets(self.text, self._row, self.offsets)
        self._check_vocabulary()
        _ = self.places

    @property
    def _row(self) -> tuple[DecodedToken, ...]:
        return decoded_row(self.tokens)

    def _check_vocabulary(self) -> None:
        if not self.vocabulary:
            return
        entries = self._entries
        for token, label, id_ in zip(self._row, token_labels(self.tokens), self.ids, strict=True):
            entry = self.vocabulary.get(str(token.raw), entries.get(token.text))
            if entry is None:
                raise ContentError("o token “{token}” não está no vocabulário", token=label)
            if entry != id_:
                raise ContentError(
                    "o token “{token}” tem id {id}, e no vocabulário tem id {entry}",
                    token=label,
                    id=id_,
                    entry=entry,
                )

    @cached_property
    def _entries(self) -> dict[str, int]:
        """The vocabulary by the texts of its tokens."""
        texts = {token.raw: token.text for token in self._row}
        names = decode_tokens(tuple(self.vocabulary or ()), ordered=False)
        ids = (self.vocabulary or {}).values()
        return {texts.get(token.raw, token.text): id_ for token, id_ in zip(names, ids, strict=True)}

    @cached_property
    def places(self) -> tuple[TextRange, ...]:
        """The start and end of each token in the text; None for special tokens."""
        if self.offsets is None:
            return locate_row(self.text, self._row)
        return find_ranges(self.text, self.offsets)

    @cached_property
    def decoded_text(self) -> str:
        """The text that the tokens give: with their own spaces, or with one wherever they dropped some."""
        return decode_text(self.text, self._row, self.places) if self.decoded is None else self.decoded

    @cached_property
    def splits(self) -> tuple[tuple[int, int], ...]:
        """The words that are cut into several tokens: the positions of their first and last token."""
        return find_split_words(self.text, self.places)

    def body(self) -> elements.Element:
        """Return the text, its tokens with ids, the way back, and the vocabulary's entries."""
        has_space = any(" " in token.text for token in self._row[: self.shown])
        key = WORDS("space", sign=SPACE_SIGN) if has_space else ""
        parts = [elements.scissors(WORDS("encode"), key), self._strip()]
        if self.back:
            role = "input" if is_same_text(self.decoded_text, self.text) else "alert"
            back = f"“{show_text(first_words(self.decoded_text, _MAX_WORDS))}”"
            parts += [elements.flow_to_text(WORDS("decode")), elements.ribbon(back, role)]
        column = elements.Column(tuple(parts), "tiny")
        if not self.vocabulary:
            return column
        excerpt = elements.Named("vocabulário", self._excerpt(self.vocabulary))
        return elements.Column((column, excerpt), "medium")

    def describe(self) -> str:
        """Return how many tokens the text becomes, the first of them, what is cut, and what comes back."""
        first = zip(token_labels(self.tokens)[:_DESCRIBED], self.ids, strict=False)
        pairs = [f"“{truncate_line(label, 12)}” ({id_})" for label, id_ in first]
        opening = phrase(
            ("“{text}” vira {count} token, com seu id", "“{text}” vira {count} tokens, com seus ids"),
            len(self.tokens),
            text=truncate_line(show_text(self.text), _QUOTATION),
        )
        room = description_room() - len("  ".join((opening, *self._extra_sentences(), "")))
        text = f"{opening}: {join_within(pairs, max(_LIST, room), len(self.tokens))}."
        for sentence in self._extra_sentences():
            if len(text) + len(sentence) < description_room():
                text = f"{text} {sentence}"
        return text

    def _extra_sentences(self) -> Iterator[str]:
        for first, last in self.splits[:1]:
            parts = join_and(token_labels(self.tokens)[first : last + 1])
            yield phrase("“{word}” se divide em {parts}.", word=self._word(first, last), parts=parts)
        if self.back:
            yield self._describe_back()

    def _describe_back(self) -> str:
        decode, text = WORDS("decode"), truncate_line(show_text(self.decoded_text), _QUOTATION)
        if self.decoded_text == self.text:
            return phrase("O {decode} devolve o mesmo texto.", decode=decode)
        if is_same_text(self.decoded_text, self.text):
            return phrase("O {decode} devolve o mesmo texto, em outra forma do Unicode.", decode=decode)
        return phrase("O {decode} devolve “{text}”.", decode=decode, text=text)

    def _word(self, first: int, last: int) -> str:
        start, end = self.places[first] or (0, 0), self.places[last] or (0, 0)
        return self.text[start[0] : end[1]].strip()

    def _strip(self) -> elements.Element:
        count, number = min(self.shown, len(self.tokens)), elements.token_number
        chips = tuple(map(self._chip, range(count)))
        caps = (elements.word_cap(str(id_), "model", self._id_state(id_)) for id_ in self.ids[:count])
        ids = tuple(replace(cap, side="tiny", slim=True) for cap in caps)
        lanes = [elements.Lane(tuple(map(self._piece, range(count))))]
        lanes += [elements.Lane(chips, WORDS("token"), space_above=True), elements.Lane(ids, WORDS("id"))]
        if self.positions:
            lanes.insert(2, elements.Lane(tuple(number(i) for i in range(count)), WORDS("position")))
        spans = tuple(
            elements.TokenSpan(first, min(last, count - 1), self._word(first, last), "input")
            for first, last in self.splits
            if first < count
        )
        more = WORDS("more_tokens", rest) if (rest := len(self.tokens) - count) else ""
        return elements.Named("tokens", elements.TokenStrip(tuple(lanes), spans, more, ribbon="input.tint"))

    def _chip(self, i: int) -> elements.Element:
        """Return a token; unknown ones, those of a cut word and those in several places stand out."""
        is_marked = any(first <= i <= last for first, last in self.splits)
        role = _role(self.tokens[i], self.places[i])
        state = "focus" if role == "alert" or is_marked else self._id_state(self.ids[i])
        return elements.token_chip(self.tokens[i], role, state)

    def _id_state(self, id_: int) -> elements.CapState:
        """Return the state of an id; beside a vocabulary, one in several places is the point."""
        count = self.ids[: self.shown].count(id_)
        return "neutral" if not count else "focus" if self.vocabulary and count > 1 else "context"

    def _piece(self, i: int) -> elements.Element | None:
        """Return what a token is of the text, before it is cut."""
        place = self.places[i]
        return place and elements.CutPiece(self.text[slice(*place)], "input", is_cut=i > 0)

    def _excerpt(self, vocabulary: Mapping[str, int]) -> elements.Element:
        """Return the entries of the tokens shown and their nearest neighbours, by id."""
        shown = set(self.ids[: self.shown])
        nearest = sorted(self._entries.items(), key=lambda e: (min(abs(e[1] - i) for i in shown), e[1]))
        excerpt = sorted(nearest[:_MAX_ENTRIES], key=lambda entry: entry[1])
        entries = [elements.VocabularyEntry(token, id_, self._id_state(id_)) for token, id_ in excerpt]
        # Ids are counted from 0 without gaps: larger ones are of a vocabulary that is not all here.
        total = len(vocabulary)
        return elements.vocabulary_card(entries, total if max(vocabulary.values()) < total else None)


def _role(token: str, place: TextRange) -> str:
    return "masked" if place is None else "alert" if is_unknown(token) else "input"


#: A small vocabulary of our own, the same in the examples of every kind.
_VOCABULARY = {
    ".": 1, "!": 2, ",": 3, "O": 4, "Ġo": 5, "Ġa": 6, "Ġé": 7, "Ġno": 8, "Ġum": 9, "Ġto": 11, "Ġgato": 17,
    "Ġrei": 19, "Ġdorme": 23, "ken": 26, "ção": 29, "Veja": 33, "iza": 38,
}  # fmt: skip
_RARE = ("Veja", "Ġa", "Ġto", "ken", "iza", "ção")
_PLAIN = ("O", "Ġrei", "Ġé", "Ġo", "Ġrei")

EXAMPLES = {
    "palavra rara": Tokenization(
        text="Veja a tokenização", tokens=_RARE, ids=[_VOCABULARY[token] for token in _RARE], back=True
    ),
    "vocabulário": Tokenization(
        "O rei é o rei", _PLAIN, ids=[_VOCABULARY[token] for token in _PLAIN], vocabulary=_VOCABULARY
    ),
    "fora do vocabulário": Tokenization(
        text="Olá, Zuleica!", tokens=["Olá", ",", "<unk>", "!"], ids=[50, 3, 0, 2], back=True
    ),
}
HEADLINES = {
    "palavra rara": "Palavra rara vira **pedaços**{input}",
    "vocabulário": "Mesmo token, **mesmo id**{model}",
    "fora do vocabulário": "O desconhecido se **perde**{alert}",
}
