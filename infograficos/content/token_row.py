"""Fields of tokens: rows are decoded, and labelled so that no two tokens look alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError, ValidationInfo, WrapValidator
from pydantic_core import InitErrorDetails

from infograficos.content.fields import MAX_TEXT_LENGTH, short, too_long_message
from infograficos.content.token_alphabets import DecodedToken, show_bytes
from infograficos.content.token_decoding import decode_tokens
from infograficos.content.token_text import label_tokens
from infograficos.errors import ContentError
from infograficos.text.characters import compose, validate_characters

#: Of a token in a chip.
MAX_CHIP_LENGTH = 24


class TokenRow(tuple[str, ...]):
    """Tokens as a figure shows them, which remember what they stand for."""

    decoded: tuple[DecodedToken, ...] = ()
    are_labels: bool = False


def token_row(shown: Iterable[str], decoded: Sequence[DecodedToken], are_labels: bool = False) -> TokenRow:
    """Return tokens as they are shown, with what they stand for."""
    row = TokenRow(shown)
    row.decoded, row.are_labels = tuple(decoded), are_labels
    return row


def decoded_row(tokens: Sequence[str], *more: Sequence[str]) -> tuple[DecodedToken, ...]:
    """Return what the tokens of a row stand for, or of several rows one after another."""
    rows = [row.decoded if isinstance(row, TokenRow) else decode_tokens(row) for row in (tokens, *more)]
    return rows[0] if len(rows) == 1 else decode_tokens([token.raw for row in rows for token in row])


def token_labels(tokens: Sequence[str], *more: Sequence[str]) -> tuple[str, ...]:
    """Return a label for each token of one or more rows, for a sentence: short, and different for others."""
    return label_tokens(decoded_row(tokens, *more))


def validate_ids(tokens: Sequence[str], ids: Sequence[int]) -> None:
    """Raise `ValueError` for a token with two ids, and for an id of two tokens."""
    known: dict[object, int] = {}
    labels: dict[int, str] = {}
    for token, label, id_ in zip(decoded_row(tokens), token_labels(tokens), ids, strict=True):
        if known.setdefault(token.raw, id_) != id_:
            raise ContentError(
                "o token “{token}” tem os ids {first} e {second}; um token tem sempre o mesmo id",
                token=label,
                first=known[token.raw],
                second=id_,
            )
        if labels.setdefault(id_, label) != label:
            raise ContentError(
                "o id {id} é de “{first}” e de “{second}”; cada token tem um id só seu",
                id=id_,
                first=labels[id_],
                second=label,
            )


def find_token(row: Sequence[str], name: str) -> str:
    """Return the token that a name means, as a row shows it; the name where none or several are meant."""
    pairs = list(zip(row, decoded_row(row), strict=True))
    for read, wanted in ((str, name), (compose, compose(name)), (_strip, _strip(name))):
        for spelling in _SPELLINGS:
            found = {shown for shown, token in pairs if read(spelling(shown, token)) == wanted}
            if len(found) == 1:
                return found.pop()
    return name


#: How an author may write a token: as it is shown, as its vocabulary lists it, or as its text.
_SPELLINGS: tuple[Callable[[str, DecodedToken], str], ...] = (
    lambda shown, _token: shown,
    lambda _shown, token: str(token.raw),
    lambda _shown, token: token.text,
)


def _strip(text: str) -> str:
    return compose(text).strip()


def token_reference(field: str) -> AfterValidator:
    """Return what turns names of tokens into those that a field before this one shows."""

    def find(name: str, info: ValidationInfo) -> str:
        return find_token(info.data.get(field) or (), name)

    return AfterValidator(find)


def read_tokens(limit: int = MAX_CHIP_LENGTH) -> WrapValidator:
    """Return what decodes a field of tokens and keeps their blanks, for chips, which draw these as signs."""

    def read(value: object, validate: Callable[[object], Any]) -> TokenRow:
        decoded = read_row(value, validate)
        return limit_length(token_row((token.text for token in decoded), decoded), limit)

    return WrapValidator(read)


def read_labels(limit: int, *, ordered: bool = True, are_names: bool = False) -> WrapValidator:
    """Return what decodes a field of tokens and labels each, with a blank's sign only where twins need it.

    Args:
        limit: the longest label.
        ordered: whether the tokens follow each other in a text.
        are_names: whether they may as well be words, which are decoded on more evidence only.
    """

    def read(value: object, validate: Callable[[object], Any]) -> TokenRow:
        decoded = read_row(value, validate, ordered=ordered, are_names=are_names)
        labels: Sequence[str] = label_tokens(decoded, are_names=are_names)
        if isinstance(value, TokenRow) and value.are_labels:
            labels = value
        return limit_length(token_row(map(validate_characters, labels), decoded, are_labels=True), limit)

    return WrapValidator(read)


def read_row(value: object, validate: Callable[[object], Any], **rules: bool) -> tuple[DecodedToken, ...]:
    """Return what the tokens of a field stand for; those of another figure stand for what they did there."""
    if isinstance(value, TokenRow):
        validate(list(value))
        return value.decoded
    if not isinstance(value, list | tuple):
        return decode_tokens(validate(value), **rules)
    texts = validate([show_bytes(token) if isinstance(token, bytes) else token for token in value])
    raws = [token if isinstance(token, bytes) else text for token, text in zip(value, texts, strict=True)]
    return decode_tokens(raws, **rules)


def limit_length(row: TokenRow, limit: int) -> TokenRow:
    """Return the row; tokens that are too long raise what pydantic reports at their places."""
    issues = [
        InitErrorDetails(
            type="value_error",
            loc=(i,),
            input=token,
            ctx={"error": ValueError(too_long_message(token, limit))},
        )
        for i, token in enumerate(row)
        if len(token) > limit
    ]
    if issues:
        raise ValidationError.from_exception_data("tokens", issues)
    return row


#: A token as an author writes it; it may be blank.
TokenName = Annotated[str, Field(strict=True, min_length=1), short(40)]

_Raw = Annotated[str, Field(strict=True, min_length=1)]

#: At least one token as an author holds it: as its vocabulary lists it, as text, or as bytes.
RawTokens = Annotated[Sequence[_Raw], Field(min_length=1)]

#: Tokens of a text in order, drawn with signs for their blanks.
Tokens = Annotated[RawTokens, read_tokens()]

#: Tokens of a text in order, as one reads them; a sign marks a blank where a token is nothing else.
TokenLabels = Annotated[RawTokens, read_labels(MAX_TEXT_LENGTH)]
