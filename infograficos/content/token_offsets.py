"""Offsets: where each token starts and ends in its text, as given by a tokenizer or found by its words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from infograficos.content.token_alphabets import DecodedToken
from infograficos.content.token_text import is_unknown, show_controls, show_signs
from infograficos.content.validation_messages import expected_message
from infograficos.errors import ContentError, InputError
from infograficos.language.messages import message
from infograficos.text.characters import compose, drop_accents

#: The placeholder for a token that is not in the text and whose name is unknown.
SPECIAL = "<especial>"

#: What an unknown token may replace: a word, one with symbols such as emoji, or a single sign.
_NEXT_WORDS = tuple(re.compile(rf"\s*({word})") for word in (r"\w+", r"(?:\w|[^\x00-\u206f\s])+", r"\S"))
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

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
        raise InputError(
            "Tokenization.{field}: esperado um texto só, veio um lote de {size}", field=name, size=len(batch)
        )
    return tuple(batch[0])


def read_offset(offset: object, owner: str) -> tuple[int, int]:
    """Return a start and an end; anything else raises `InputError`, with the field in the message."""
    start, end = offset if isinstance(offset, list | tuple) and len(offset) == 2 else (None, None)
    if isinstance(start, int) and isinstance(end, int):
        return start, end
    raise InputError(f"{owner}: {expected_message('um par (início, fim)', offset)}")


def find_ranges(text: str, offsets: Sequence[tuple[int, int]]) -> tuple[TextRange, ...]:
    """Return the offsets, None for tokens that are not in the text; a blank that lost its own gets it back.

    Byte-level BPE may trim a token's blanks off its offset, and of a blank alone nothing but its end is left.
    """
    ranges: list[TextRange] = []
    here = 0
    for (start, end), after in zip(offsets, [*offsets[1:], (0, 0)], strict=True):
        first = here if start == end and text[here:end].isspace() else start
        # SentencePiece's own space before a text has the offset of the letter after it.
        is_extra = first == after[0] < end <= after[1] and text[first:end].isascii()
        ranges.append((first, end) if first < end and not is_extra else None)
        here = here if is_extra else max(here, end)
    return tuple(ranges)


def validate_offsets(text: str, row: Sequence[DecodedToken], offsets: Sequence[tuple[int, int]]) -> None:
    """Raise `ValueError` for offsets outside a text, out of its order, or of tokens of other letters."""
    before = 0
    for i, ((start, end), token) in enumerate(zip(offsets, row, strict=True)):
        if not start <= end <= len(text):
            raise ContentError(
                "offsets[{index}] é ({start}, {end}), e o texto vai de 0 a {length}; "
                "os offsets são deste texto?",
                index=i,
                start=start,
                end=end,
                length=len(text),
            )
        if start < end:
            if start < before:
                raise ContentError(
                    "offsets[{index}] volta de {before} para {start}; dê os tokens na ordem do texto",
                    index=i,
                    before=before,
                    start=start,
                )
            before = start
        piece = text[start:end]
        if are_other_letters(token.text, piece):
            raise ContentError(
                "o token “{token}” tem offsets[{index}], que no texto é “{piece}”; "
                "os offsets são destes tokens?",
                token=token.text.strip(),
                index=i,
                piece=piece.strip(),
            )


def are_other_letters(token: str, piece: str) -> bool:
    """Return whether a token and its piece of a text are Latin letters, and not the same ones.

    Case and accents aside, which a tokenizer may drop; so it may a sign, or write it in other ways.
    """
    first, second = map(_bare_letters, (token, piece))
    return all(each.isascii() and each.isalpha() for each in (first, second)) and first != second


def _bare_letters(text: str) -> str:
    return drop_accents(unicodedata.normalize("NFKD", text.strip()).casefold())


def slice_text(text: str, ranges: Sequence[TextRange]) -> list[str]:
    """Return each token's characters; those in several tokens are numbered there: “½¹” and “½²”."""
    spans = [range(place[0], min(place[1], len(text))) if place else range(0) for place in ranges]
    shares = Counter(position for span in spans for position in span)
    parts: Counter[int] = Counter()

    def read(position: int) -> str:
        parts[position] += 1
        # A character of one byte has no parts.
        is_shared = shares[position] > 1 and not text[position].isascii()
        return text[position] + (str(parts[position]).translate(_SUPERSCRIPTS) if is_shared else "")

    return ["".join(map(read, span)) or SPECIAL for span in spans]


def slice_tokens(text: str, ranges: Sequence[TextRange]) -> tuple[DecodedToken, ...]:
    """Return tokens that are known by their offsets alone: each is its characters in the text."""
    return tuple(DecodedToken(each, each, each.encode(), "slice") for each in slice_text(text, ranges))


def restore_spaces(text: str, ranges: Sequence[TextRange]) -> list[str]:
    """Return the blanks before each token that no other token holds."""
    ends = [0, *(place[1] if place else 0 for place in ranges)]
    starts = [max(ends[: i + 1]) for i in range(len(ranges))]
    gaps = (text[end : place[0]] if place else "" for end, place in zip(starts, ranges, strict=True))
    return [gap if gap.isspace() else "" for gap in gaps]


def locate_row(text: str, row: Sequence[DecodedToken], *, exactly: bool = False) -> tuple[TextRange, ...]:
    """Return the offset of each token; `ValueError` where tokens and text disagree.

    Args:
        exactly: whether letters must be those of the text, where tokenizers may lower and compose them.
    """
    data = text.encode()
    offsets: list[TextRange] = []
    here = 0
    for position, token in enumerate(row):
        found = _locate(data, here, token, exactly) or _locate_unknown(data, here, row[position:], exactly)
        if found is None and not token.is_marker:
            raise ContentError(
                "o token {position} (“{token}”) não continua o texto, que segue com {rest}",
                position=position,
                token=show_signs(token.text),
                rest=_rest(data, here),
            )
        offsets.append(_count_characters(data, *found) if found and found[0] < found[1] else None)
        here = found[1] if found else here
    if data[here:].strip():
        rest = _rest(data, here)
        raise ContentError("os tokens acabam antes do texto: falta {rest}", rest=rest)
    return tuple(offsets)


def _locate_unknown(
    data: bytes, here: int, row: Sequence[DecodedToken], exactly: bool
) -> tuple[int, int] | None:
    """Return the word that an unknown token replaces: as long a one as the next token can follow."""
    if not is_unknown(row[0].text):
        return None
    rest = _decode(data[here:])
    found = [match.span(1) for match in (pattern.match(rest) for pattern in _NEXT_WORDS) if match]
    spans = [(here + _count_bytes(rest[:start]), here + _count_bytes(rest[:end])) for start, end in found]
    after = next((token for token in row[1:] if not token.is_marker), None)
    fitting = (
        span
        for span in spans
        if (_locate(data, span[1], after, exactly) if after else not data[span[1] :].strip())
    )
    return next(fitting, spans[0] if spans else None)


def _count_characters(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Return the range of characters that a range of bytes touches."""
    # The first byte of each character is no continuation of another.
    first, last = (sum(byte & 0xC0 != 0x80 for byte in data[:place]) for place in (start, end))
    starts_within = start < len(data) and data[start] & 0xC0 == 0x80
    return first - starts_within, last


def _locate(data: bytes, here: int, token: DecodedToken, exactly: bool) -> tuple[int, int] | None:
    piece, rest = token.piece, _decode(data[here:])
    if data.startswith(piece, here):
        return here, here + len(piece)
    # A tokenizer may drop spaces that no token holds, and add one at the start.
    start = here + _count_bytes(rest[: len(rest) - len(rest.lstrip())])
    bare = piece.lstrip()
    if here == 0 and not bare:
        return 0, 0
    if data.startswith(bare, start) and (here == 0 or bare == piece):
        return start, start + len(bare)
    if not exactly and (here == 0 or bare == piece or start > here):
        size = _normalized_size(rest.lstrip(), _decode(bare))
        if size:
            return start, start + size
    return None


def _normalized_size(text: str, token: str) -> int:
    """Return how many bytes of a text become a token in lower case, composed or without accents."""
    for size in range(1, min(len(text), 3 * len(token)) + 1):
        ends_character = size == len(text) or not unicodedata.combining(text[size])
        if ends_character and token in _normal_forms(text[:size]):
            return _count_bytes(text[:size])
    return 0


def _normal_forms(text: str) -> Iterator[str]:
    for cased in (text, text.lower()):
        split = unicodedata.normalize("NFD", cased)
        yield split
        yield compose(cased)
        yield drop_accents(split)


def _decode(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _count_bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogateescape"))


def _rest(data: bytes, here: int) -> str:
    rest = show_controls(_decode(data[here:]).strip())
    return f"“{rest[:20]}…”" if len(rest) > 20 else f"“{rest}”" if rest else message("nada")


def find_split_words(text: str, offsets: Sequence[TextRange]) -> tuple[tuple[int, int], ...]:
    """Return the first and last position of the tokens of each word, or character, that is in several."""

    def continues_word(position: int) -> bool:
        before, offset = offsets[position - 1], offsets[position]
        if not before or not offset:
            return False
        if before[0] <= offset[0] < before[1]:
            return True
        if before[1] != offset[0] or offset[0] == 0:
            return False
        return text[offset[0] - 1].isalnum() and text[offset[0]].isalnum()

    runs = [(split, [*run]) for split, run in groupby(range(1, len(offsets)), continues_word)]
    return tuple((run[0] - 1, run[-1]) for split, run in runs if split)
