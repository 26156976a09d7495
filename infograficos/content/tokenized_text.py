"""Fields of a text and its tokens: a text as a tokenizer reads it, and tokens that are read by it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo, WrapValidator

from infograficos.content.fields import MAX_TEXT_LENGTH
from infograficos.content.token_alphabets import DecodedToken
from infograficos.content.token_decoding import keep_tokens
from infograficos.content.token_offsets import locate_row
from infograficos.content.token_row import TokenRow, limit_length, read_row, token_row
from infograficos.text.characters import validate_characters

#: Of a token in a chip.
_MAX_LENGTH = 24


def _validate_text(text: str) -> str:
    # Tokenizers read tabs and line ends, which are tokens of their own.
    validate_characters(text.replace("\t", " ").replace("\r", " "))
    return text


#: A text as it is tokenized, with tabs and ends of lines.
TokenizedText = Annotated[
    str, Field(strict=True, min_length=1, max_length=MAX_TEXT_LENGTH), AfterValidator(_validate_text)
]


def is_same_text(first: str, second: str) -> bool:
    """Return whether two texts are the same in the composed form of Unicode, in which they look alike."""
    return unicodedata.normalize("NFC", first) == unicodedata.normalize("NFC", second)


def read_tokens_of(field: str, limit: int = _MAX_LENGTH) -> WrapValidator:
    """Return what decodes the tokens of the text in a field, which shows where Ġ is a letter."""

    def read(value: object, validate: Callable[[object], Any], info: ValidationInfo) -> TokenRow:
        decoded = read_row(value, validate)
        given = keep_tokens([token.raw for token in decoded])
        if given != decoded and not isinstance(value, TokenRow) and _is_row_of(info.data.get(field), given):
            decoded = given
        return limit_length(token_row((token.text for token in decoded), decoded), limit)

    return WrapValidator(read)


def _is_row_of(text: object, row: tuple[DecodedToken, ...]) -> bool:
    try:
        return isinstance(text, str) and bool(locate_row(text, row, exactly=True))
    except ValueError:
        return False
