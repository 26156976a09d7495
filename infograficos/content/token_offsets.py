"""Offsets: where each token starts and ends in its text, as given by a tokenizer or found by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from infograficos.content.token_text import decode_token, is_special, is_unknown
from infograficos.content.validation_messages import expected_message
from infograficos.errors import InputError

#: The placeholder for a token that is not in the text and whose name is unknown.
SPECIAL = "<especial>"

_NEXT_WORD = re.compile(r"\s*(\w+|[^\w\s])")

#: Start and end of a token in its text; None for one that the text does not hold.
TextRange = tuple[int, int] | None


def unbatch(values: object, name: str, depth: int) -> Sequence[object]:
    """Return a tokenizer's list for a text, also out of a batch of only this text, `depth` lists deep."""
    batch = values if isinstance(values, list | tuple) else ()
    inner: object = batch
    for _ in range(depth):
        inner = inner[0] if isinstance(inner, list | tuple) and inner else None
    if not isinstance(inner, list | tuple):
        return batch
    if len(batch) > 1:
        raise InputError(f"Tokenization.{name}: esperado um texto só, veio um lote de {len(batch)}")
    return tuple(batch[0])


def slice_text(text: str, offset: object, position: int) -> str:
    """Return a text's characters at the offset of the token at `position`, or `SPECIAL` where it has none."""
    if not isinstance(offset, list | tuple) or len(offset) != 2:
        expected = expected_message("um par (início, fim)", offset)
        raise InputError(f"Tokenization.offset_mapping[{position}]: {expected}")
    start, end = offset
    within = isinstance(start, int) and isinstance(end, int)
    return (text[start:end] if within else "") or SPECIAL


def locate_tokens(text: str, tokens: Sequence[str]) -> tuple[TextRange, ...]:
    """Return the offset of each token; `ValueError` where tokens and text disagree."""
    offsets: list[TextRange] = []
    here = 0
    for position, token in enumerate(tokens):
        offset = _locate(text, here, token)
        if offset is None and not is_special(token):
            raise ValueError(
                f"o token {position} (“{token}”) não continua o texto, que segue com {_rest(text, here)}"
                f"{_advice(text, token)}"
            )
        offsets.append(offset)
        here = offset[1] if offset else here
    if text[here:].strip():
        raise ValueError(f"os tokens acabam antes do texto: falta {_rest(text, here)}")
    return tuple(offsets)


def _locate(text: str, here: int, token: str) -> TextRange:
    read = decode_token(token)
    if text.startswith(read, here):
        return here, here + len(read)
    # A tokenizer may drop spaces that no token holds, and add one at the start.
    bare = read.lstrip()
    start = here + len(text[here:]) - len(text[here:].lstrip())
    if text.startswith(bare, start) and (here == 0 or bare == read):
        return start, start + len(bare)
    word = _NEXT_WORD.match(text, here) if is_unknown(token) else None
    return word.span(1) if word else None


def _advice(text: str, token: str) -> str:
    # Letters with accents start with the byte C3 in UTF-8, which byte-level BPE writes as Ã.
    if "Ã" not in token or "Ã" in text:
        return ""
    return "; “Ã” é o primeiro byte de uma letra com acento: dê as letras, ou use from_offsets"


def _rest(text: str, here: int) -> str:
    rest = text[here:].strip()
    return f"“{rest[:20]}…”" if len(rest) > 20 else f"“{rest}”" if rest else "nada"


def find_split_words(text: str, offsets: Sequence[TextRange]) -> tuple[tuple[int, int], ...]:
    """Return the first and last position of the tokens of each word that is split into several."""

    def continues_word(position: int) -> bool:
        before, offset = offsets[position - 1], offsets[position]
        if not before or not offset or before[1] != offset[0] or offset[0] in (0, offset[1]):
            return False
        return text[offset[0] - 1].isalnum() and text[offset[0]].isalnum()

    runs = [(split, [*run]) for split, run in groupby(range(1, len(offsets)), continues_word)]
    return tuple((run[0] - 1, run[-1]) for split, run in runs if split)
