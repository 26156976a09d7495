"""Sources of the tokens of ids: a list, a function, or a tokenizer, which decodes them itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from infograficos.content.data.read_numbers import to_builtins
from infograficos.content.token_alphabets import DecodedToken, RawToken
from infograficos.content.token_decoding import decode_as, decode_tokens
from infograficos.content.token_row import TokenRow, token_row
from infograficos.errors import InputError, describe_exception

#: A tokenizer, the tokens of all ids, or what finds those of some.
TokenSource = Any

#: What gives a token in each library: tiktoken, mistral-common, transformers, tokenizers and sentencepiece.
_METHODS = (
    "decode_single_token_bytes",
    "id_to_byte_piece",
    "convert_ids_to_tokens",
    "id_to_token",
    "id_to_piece",
)


def find_tokens(source: TokenSource, ids: Sequence[Any], owner: str) -> tuple[TokenRow, str | None]:
    """Return the tokens of ids, and the text that they decode to where a tokenizer says so.

    Args:
        source: a tokenizer or one of its methods, a function of a list of ids, or the tokens.
        ids: the ids, whole numbers.
        owner: what the message of an error starts with.
    """
    tokenizer = _find_tokenizer(source)
    if tokenizer is None:
        row = _decode_list(source, ids, owner)
        return token_row((token.text for token in row), row), None
    try:
        raws, text = _list_tokens(tokenizer, ids), _decode_ids(tokenizer, ids)
    except Exception as error:  # a library's own, such as KeyError or OverflowError
        raise InputError(
            "{owner}: o tokenizador não aceita estes ids ({problem}); são do mesmo modelo?",
            owner=owner,
            problem=describe_exception(error),
        ) from None
    row = decode_tokens(raws) if text is None else decode_as(raws, text)
    return token_row((token.text for token in row), row), text


def _find_tokenizer(source: object) -> Any:  # noqa: ANN401 - one of several libraries' classes
    for candidate in (source, getattr(source, "__self__", None)):
        if any(callable(getattr(candidate, name, None)) for name in _METHODS):
            return candidate
    return None


def _list_tokens(tokenizer: Any, ids: Sequence[Any]) -> list[RawToken]:  # noqa: ANN401
    name = next(name for name in _METHODS if callable(getattr(tokenizer, name, None)))
    method = getattr(tokenizer, name)
    tokens = method(list(ids)) if name == "convert_ids_to_tokens" else [method(i) for i in ids]
    return [token if isinstance(token, bytes) else str(token or "") for token in tokens]


def _decode_ids(tokenizer: Any, ids: Sequence[Any]) -> str | None:  # noqa: ANN401
    decode = getattr(tokenizer, "decode", None)
    if not callable(decode):
        return None
    try:
        text = decode(list(ids), skip_special_tokens=True)
    except TypeError:
        text = decode(list(ids))
    return text if isinstance(text, str) else None


def _decode_list(source: TokenSource, ids: Sequence[Any], owner: str) -> tuple[DecodedToken, ...]:
    tokens = to_builtins(source(list(ids)) if callable(source) else source)
    if callable(source) and isinstance(tokens, str):
        # What decodes a text decodes each token alone as well.
        texts = [str(source([i])) for i in ids]
        return tuple(DecodedToken(str(i), text, text.encode()) for i, text in zip(ids, texts, strict=True))
    if isinstance(tokens, str) or not isinstance(tokens, Iterable):
        raise InputError(
            "{owner}: {field} deve ser uma lista, um array ou um tensor", owner=owner, field="tokens"
        )
    raws = [token if isinstance(token, bytes) else str(token) for token in tokens]
    if len(raws) != len(ids):
        raise InputError(
            "{owner}: vieram {tokens} tokens para {ids} ids", owner=owner, tokens=len(raws), ids=len(ids)
        )
    return source.decoded if isinstance(source, TokenRow) else decode_tokens(raws)
