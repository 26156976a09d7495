"""Decodes single tokens, each in an alphabet: byte-level BPE, SentencePiece or WordPiece."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

#: A token as its vocabulary lists it, as text, or as bytes.
RawToken = str | bytes

#: Bytes that byte-level BPE writes as they are in Latin-1; the others get characters from U+0100 on.
_PLAIN_BYTES = (*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100))
_MOVED_BYTES = [byte for byte in range(256) if byte not in _PLAIN_BYTES]

#: The byte of each sign of byte-level BPE.
SIGNS = {chr(byte): byte for byte in _PLAIN_BYTES} | {chr(256 + i): b for i, b in enumerate(_MOVED_BYTES)}

#: What UTF-8 leaves of a character that another token begins or ends.
BROKEN = re.compile("[\udc80-\udcff]")

#: Byte-level BPE's spaces and line ends where they are no letters: alone, and Ċ after punctuation.
BLANK_TOKEN = re.compile(r"[ĠĊĉč]+|[^\w\s]+[Ċč]+")
_BLANKS = str.maketrans("ĠĊĉč", " \n\t\r")

#: A byte of a character that SentencePiece's vocabulary lacks.
_BYTE_TOKEN = re.compile(r"<0x([0-9A-F]{2})>")
_SPECIAL = re.compile(r"<[^<>\s]+>|\[[A-Z]+\]")
_WORD_PIECE = re.compile(r"##[^\s#]+")


#: How a token is written: as text, in an alphabet, or as the characters of its text that its offset gives.
Alphabet = Literal["text", "bytes", "sentence piece", "word piece", "slice"]


class DecodedToken(NamedTuple):
    """A token as its vocabulary lists it, its text with the marks that are drawn, and its bytes."""

    raw: RawToken
    text: str
    piece: bytes
    alphabet: Alphabet = "text"

    @property
    def word(self) -> str:
        """The piece of text that the token stands for; parts of characters are bytes, as in “<C3>”."""
        return show_bytes(self.piece)

    @property
    def is_marker(self) -> bool:
        """Whether the token looks special and stands for no text."""
        return isinstance(self.raw, str) and self.text == self.raw and is_special(self.raw)


#: What decodes the tokens of an alphabet.
Decoder = Callable[[str], DecodedToken]


def is_special(token: str) -> bool:
    """Return whether a token looks like a marker, such as `<s>`, `<|endoftext|>` or `[CLS]`."""
    return bool(_SPECIAL.fullmatch(token))


def show_bytes(piece: bytes) -> str:
    """Return the UTF-8 text of bytes; those of characters that are not whole become “<C3>”."""
    text = piece.decode("utf-8", "surrogateescape")
    return BROKEN.sub(lambda found: f"<{ord(found[0]) - 0xDC00:02X}>", text)


def read_bytes(token: str) -> str:
    """Return the text of signs of byte-level BPE, with a surrogate for each byte of a broken character."""
    return bytes(SIGNS[sign] for sign in token).decode("utf-8", "surrogateescape")


def is_byte_level(token: str) -> bool:
    """Return whether a token can be one of byte-level BPE, which leaves special ones as they are."""
    return not is_special(token) and all(sign in SIGNS for sign in token)


def keep_token(token: str) -> DecodedToken:
    """Return a token that stands for itself, unless it is a byte: `<0x0A>`."""
    byte = _BYTE_TOKEN.fullmatch(token)
    if not byte:
        return _of_text(token, token)
    piece = bytes.fromhex(byte[1])
    return DecodedToken(token, show_bytes(piece), piece)


def decode_byte_level(token: str) -> DecodedToken:
    """Decode a token of byte-level BPE: `ĠatenÃ§Ã£o` is “ atenção”."""
    if not is_byte_level(token):
        return decode_spaces(token)
    piece = bytes(SIGNS[sign] for sign in token)
    return DecodedToken(token, show_bytes(piece), piece, "bytes")


def decode_spaces(token: str) -> DecodedToken:
    """Decode a token of byte-level BPE whose letters have been decoded: `Ġatenção` is “ atenção”."""
    rest = "" if BLANK_TOKEN.fullmatch(token) else token.lstrip("ĠĊ")
    blanks = token.removesuffix(rest).translate(_BLANKS)
    return _of_text(token, blanks + rest, "bytes")


def decode_sentence_piece(token: str) -> DecodedToken:
    """Decode a token of SentencePiece: `▁atenção` is “ atenção”."""
    return (
        keep_token(token) if is_special(token) else _of_text(token, token.replace("▁", " "), "sentence piece")
    )


def decode_word_piece(token: str) -> DecodedToken:
    """Decode a WordPiece: `##ção` is “ção”, drawn with its mark."""
    piece = token[2:] if _WORD_PIECE.fullmatch(token) else token
    return _of_text(token, token, "word piece", piece)


def _of_text(raw: str, text: str, alphabet: Alphabet = "text", piece: str | None = None) -> DecodedToken:
    # Half a surrogate pair is no UTF-8; its code shows what it is.
    data = (text if piece is None else piece).encode("utf-8", "backslashreplace")
    return DecodedToken(raw, text, data, alphabet)
