"""Fields of a text and its tokens: a text as a tokenizer reads it, and tokens that are read by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo, WrapValidator

from infograficos.content.fields import MAX_TEXT_LENGTH
from infograficos.content.token_alphabets import DecodedToken
from infograficos.content.token_decoding import find_readings
from infograficos.content.token_offsets import TextRange, locate_row
from infograficos.content.token_row import MAX_CHIP_LENGTH, TokenRow, limit_length, read_row, token_row
from infograficos.content.token_text import is_unknown
from infograficos.text.characters import compose, validate_characters


def _validate_text(text: str) -> str:
    # Tokenizers read tabs and line ends, which are tokens of their own.
    validate_characters(text.replace("\t", " ").replace("\r", " "))
    return text


#: A text as decoding gives it, with tabs and ends of lines.
DecodedText = Annotated[str, Field(strict=True, max_length=MAX_TEXT_LENGTH), AfterValidator(_validate_text)]

#: A text as it is tokenized.
TokenizedText = Annotated[
    str, Field(strict=True, min_length=1, max_length=MAX_TEXT_LENGTH), AfterValidator(_validate_text)
]


def is_same_text(first: str, second: str) -> bool:
    """Return whether two texts are the same in the composed form of Unicode, in which they look alike."""
    return compose(first) == compose(second)


def read_tokens_of(field: str, limit: int = MAX_CHIP_LENGTH) -> WrapValidator:
    """Return what decodes the tokens of the text in a field, which shows where Ġ is a letter."""

    def read(value: object, validate: Callable[[object], Any], info: ValidationInfo) -> TokenRow:
        decoded = read_row(value, validate)
        text = info.data.get(field)
        if isinstance(text, str) and not isinstance(value, TokenRow):
            readings = find_readings([token.raw for token in decoded])
            decoded = next((row for row in readings if _is_row_of(text, row)), decoded)
        return limit_length(token_row((token.text for token in decoded), decoded), limit)

    return WrapValidator(read)


def _is_row_of(text: str, row: tuple[DecodedToken, ...]) -> bool:
    try:
        return bool(locate_row(text, row, exactly=True))
    except ValueError:
        return False


def decode_text(text: str, row: Sequence[DecodedToken], places: Sequence[TextRange]) -> str:
    """Return what decoding the tokens of a text gives, without special tokens, but with unknown ones."""
    alphabet = next((token.alphabet for token in row if token.alphabet != "text"), "text")
    kept = [token for token in row if not token.is_marker or is_unknown(token.text)]
    if alphabet == "word piece":
        return _join_word_pieces(kept)
    if alphabet in ("bytes", "sentence piece"):
        joined = b"".join(token.piece for token in kept).decode("utf-8", "replace")
        return joined.removeprefix(" ") if alphabet == "sentence piece" else joined
    return _join_located(text, row, places)


def _join_word_pieces(row: Sequence[DecodedToken]) -> str:
    pieces = (token.word if token.word != token.text else f" {token.word}" for token in row)
    text = "".join(pieces).removeprefix(" ").replace(" ' ", "'")
    # What `clean_up_tokenization_spaces` does in transformers.
    return re.sub(r" (?=[.?!,]|n't|'(?:m|s|ve|re))", "", text)


def _join_located(text: str, row: Sequence[DecodedToken], places: Sequence[TextRange]) -> str:
    """Return tokens with their own spaces, or with one wherever they dropped some."""
    joined, end = "", 0
    for token, place in zip(row, places, strict=True):
        if not place:
            continue
        # Several tokens may have parts of one character, which counts once.
        start = max(place[0], end)
        joined += (" " if place[0] > end > 0 else "") + _read_piece(token, text[start : place[1]])
        end = max(end, place[1])
    return joined


def _read_piece(token: DecodedToken, characters: str) -> str:
    """Return what a token gives where its text has these characters, which it may have changed."""
    word = token.piece.decode("utf-8", "replace").strip()
    is_kept = token.alphabet == "slice" or "\ufffd" in word or word == characters.strip()
    return characters if is_kept else word
