"""Decodes rows of tokens: in the alphabet that a row gives evidence of, or that its decoded text confirms."""

from __future__ import annotations

import re
import unicodedata
from ast import literal_eval
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from infograficos.content.token_alphabets import (
    BLANK_TOKEN,
    BROKEN,
    SIGNS,
    DecodedToken,
    Decoder,
    RawToken,
    decode_byte_level,
    decode_sentence_piece,
    decode_spaces,
    decode_word_piece,
    is_byte_level,
    is_special,
    keep_token,
    read_bytes,
    show_bytes,
)

#: Letters of other languages that stand for control bytes, which hardly any text holds.
_CONTROLS = {sign for sign, byte in SIGNS.items() if byte < 0x20 or byte == 0x7F} - {*"ĉĊč"}
#: Letters of Maltese, in which Ġ and Ċ are letters, too.
_MALTESE = {*"ċġħĦżŻ"}

#: The part of a character at the start or the end of what has been cut out of a text.
_STARTED_BEFORE = re.compile("^[\udc80-\udcbf]{1,3}")
_ENDS_LATER = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}$")

#: Bytes after a character's first one, as signs; those above Latin-1 are hardly found beside its letters.
_LATER, _MOVED = "[¡-¬®-¿Ģ-Ń]", "[Ģ-Ń]"
#: What only bytes look like: “Ã§” and “âĢĻ” also across tokens, and other characters within one, in company.
_BYTES_ANYWHERE = re.compile(rf"[ÂÃ]{_LATER}|[à-ô](?={_LATER}{{0,2}}{_MOVED}){_LATER}{{2,3}}")
_BYTES_IN_TOKEN = re.compile(rf"[Ä-Þ]{_MOVED}|[a-z][Ä-Þ]{_LATER}|(?:[Ä-Þ]{_LATER}|[à-ô]{_LATER}{{2,3}}){{2}}")

_BYTES_LITERAL = re.compile(r"b'.*'|b\".*\"")
_WORD_PIECE = re.compile(r"##\w+")
#: A chart made of characters, in which ▁ is the lowest bar.
_BLOCKS = re.compile("[\u2580\u2582-\u259f]")


def decode_tokens(
    tokens: Sequence[RawToken], *, ordered: bool = True, are_names: bool = False
) -> tuple[DecodedToken, ...]:
    """Return what the tokens of a row stand for; without evidence of an alphabet, each stands for itself.

    Args:
        ordered: whether the tokens follow each other in a text, so that several may share a character.
        are_names: whether they may as well be names or words, so that it takes more evidence.
    """
    raws = _read_literals(tokens)
    decode = _find_alphabet([raw for raw in raws if isinstance(raw, str)], ordered, are_names)
    return tuple(map(_with_bytes(decode), raws))


def keep_tokens(tokens: Sequence[RawToken]) -> tuple[DecodedToken, ...]:
    """Return tokens that stand for themselves, as in a text that has Ġ as a letter."""
    return tuple(map(_with_bytes(keep_token), tokens))


def decode_as(tokens: Sequence[RawToken], text: str) -> tuple[DecodedToken, ...]:
    """Return what the tokens of a text stand for, in the alphabet in which they give the decoded text."""
    wanted = "".join(text.split())
    raws = _read_literals(tokens)
    for decode in (keep_token, decode_byte_level, decode_sentence_piece, decode_word_piece):
        row = tuple(map(_with_bytes(decode), raws))
        # Some tokenizers leave special tokens out.
        for pieces in ([each.piece for each in row], [each.piece for each in row if not each.is_marker]):
            if "".join(b"".join(pieces).decode("utf-8", "replace").split()) == wanted:
                return row
    return decode_tokens(tokens)


def find_readings(tokens: Sequence[RawToken]) -> Iterator[tuple[DecodedToken, ...]]:
    """Return what tokens of a known text may stand for: themselves, what the row shows, and all alphabets."""
    kept, shown = keep_tokens(tokens), decode_tokens(tokens)
    # Where both are the same text, the alphabet still says how it is joined.
    same = [token.piece for token in kept] == [token.piece for token in shown]
    yield from (shown,) if same else (kept, shown)
    for decode in (decode_byte_level, decode_spaces, decode_sentence_piece, decode_word_piece):
        yield tuple(map(_with_bytes(decode), tokens))


def _read_literals(tokens: Sequence[RawToken]) -> list[RawToken]:
    """Return tokens whose `b'...'` is read, if all but the special ones are written so."""
    plain = [token for token in tokens if isinstance(token, bytes) or not is_special(token)]
    if not plain or not all(isinstance(t, bytes) or _BYTES_LITERAL.fullmatch(t) for t in plain):
        return list(tokens)
    try:
        return [literal_eval(t) if isinstance(t, str) and not is_special(t) else t for t in tokens]
    except (SyntaxError, ValueError):
        return list(tokens)


def _with_bytes(decode: Decoder) -> Callable[[RawToken], DecodedToken]:
    return lambda raw: (
        DecodedToken(raw, show_bytes(raw), raw, "bytes") if isinstance(raw, bytes) else decode(raw)
    )


def _find_alphabet(row: Sequence[str], ordered: bool, are_names: bool) -> Decoder:
    plain = [token for token in row if token and not is_special(token)]
    # Tokens with spaces have been decoded, and what looks like a mark is a letter; but some vocabularies list
    # several spaces as they are.
    if any(" " in token and (token.strip() or len(token) == 1) for token in plain):
        return keep_token
    shows_spaces = _shows_spaces(plain, are_names)
    if _holds_utf8(row, ordered, shows_spaces):
        return decode_byte_level
    if shows_spaces:
        return decode_spaces
    if _is_sentence_piece(row, plain, are_names):
        return decode_sentence_piece
    return decode_word_piece if ordered and _is_word_piece(row) else keep_token


def _shows_spaces(plain: Sequence[str], are_names: bool) -> bool:
    """Return whether Ġ and Ċ can only be spaces and ends of lines in these tokens."""
    # No alphabet puts the end of a line before letters, or a space after them.
    if _MALTESE & {*"".join(plain)} or any(re.match(r"Ċ+[^\WĊĠ]|.*[^ĠĊĉč]Ġ", token) for token in plain):
        return False
    are_letters = all(len(token) == 1 for token in plain)
    for place, token in enumerate(plain):
        # A first word, or letter, may begin with Ġ in Maltese.
        following = token[1:2] or "".join(plain[1:2] if are_letters else ())
        is_unsure = following.islower() and place == 0 and (are_names or are_letters)
        has_sign = token[0] == "Ġ" or ({*"ĠĊ"} & {*token} and BLANK_TOKEN.fullmatch(token))
        if has_sign and not is_unsure:
            return True
    return False


def _holds_utf8(row: Sequence[str], ordered: bool, shows_spaces: bool) -> bool:
    """Return whether signs of byte-level BPE give UTF-8, as hardly any other text would by chance."""
    if any(_CONTROLS & {*token} for token in row if is_byte_level(token)):
        return False
    texts = list(map(read_bytes, _join_runs(row) if ordered else filter(is_byte_level, row)))
    letters = [letter for letter in "".join(texts) if ord(letter) > 0x7F and not BROKEN.match(letter)]
    if any(unicodedata.category(letter) in ("Cc", "Cn", "Co") for letter in letters):
        return False
    # A row's ends may cut a character; where nothing else shows bytes, only its last one.
    may_start_within = shows_spaces or not ordered
    inner = (_STARTED_BEFORE.sub("", text) if may_start_within else text for text in texts)
    if any(BROKEN.search(_ENDS_LATER.sub("", text)) for text in inner):
        return False
    if not letters:
        return shows_spaces and not any(map(BROKEN.search, texts))
    signs = list(_join_runs(row)) if ordered else row
    return shows_spaces or any(map(_BYTES_ANYWHERE.search, signs)) or any(map(_BYTES_IN_TOKEN.search, row))


def _join_runs(row: Sequence[str]) -> Iterator[str]:
    """Return the text of consecutive tokens, between special ones."""
    return ("".join(tokens) for is_known, tokens in groupby(row, is_byte_level) if is_known)


def _is_sentence_piece(row: Sequence[str], plain: Sequence[str], are_names: bool) -> bool:
    """Return whether ▁ is a space: before words, alone before a text, or beside bytes."""
    if any(map(_BLOCKS.search, plain)):
        return False
    if any(re.match(r"▁+\w" if are_names else "▁+[^▁]", token) for token in plain):
        return True
    has_bytes = any(not keep_token(token).is_marker for token in row if is_special(token))
    return has_bytes or (not are_names and len(plain) > 1 and plain[0] == "▁")


def _is_word_piece(row: Sequence[str]) -> bool:
    """Return whether a token goes on with the word before it: `##ção` does, `###` and a heading do not."""
    if {"[CLS]", "[SEP]"} & {*row}:
        return True
    for before, token in pairwise(row):
        is_piece = _WORD_PIECE.fullmatch(token) and not token[2].isupper()
        if is_piece and before[-1:].isalnum() and not is_special(before):
            return True
    return False
