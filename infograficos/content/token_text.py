"""Tokens as one reads them: without a vocabulary's signs for spaces and bytes, and with no blank ones."""

from __future__ import annotations

import unicodedata

#: A token of more characters than this would leave no room for its label and bar on a phone.
_LONGEST = 10

#: What stands at the front of a word in a vocabulary: byte-level BPE, SentencePiece, WordPiece.
_BYTE_SPACE, _PIECE_SPACE, _CONTINUED = "Ġ", "▁", "##"

#: Bytes that byte-level BPE writes as they are in Latin-1; the others get characters from U+0100 on.
_PLAIN_BYTES = (*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100))
_MOVED_BYTES = [byte for byte in range(256) if byte not in _PLAIN_BYTES]
_BYTES = {chr(byte): byte for byte in _PLAIN_BYTES} | {chr(256 + i): b for i, b in enumerate(_MOVED_BYTES)}


def display_tokens(tokens: list[str]) -> list[str]:
    """Return a vocabulary's tokens as one reads them: “Ġmundo”, “▁mundo” and “##mundo” become “mundo”."""
    byte_level = any(_BYTE_SPACE in token or "Ċ" in token for token in tokens)
    return [_readable(_decoded(token) if byte_level else _stripped(token)) for token in tokens]


def display_offset(text: str, offset: tuple[int, int]) -> str:
    """Return the part of a text that a token stands for; nothing for a token that stands for none."""
    first, last = offset
    return _readable(text[first:last]) if first < last else ""


def _decoded(token: str) -> str:
    if not all(sign in _BYTES for sign in token):
        return token.replace(_BYTE_SPACE, " ")
    raw = bytes(_BYTES[sign] for sign in token)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        letters = any(byte < 0x80 for byte in raw.lstrip())
        # Without any letter it is a part of a character; with some, it had been decoded before.
        return (
            token.replace(_BYTE_SPACE, " ") if letters else "".join(f"<{byte:02X}>" for byte in raw.lstrip())
        )


def _stripped(token: str) -> str:
    if token.startswith(_CONTINUED) and len(token) > len(_CONTINUED):
        return token.removeprefix(_CONTINUED)
    return token.replace(_PIECE_SPACE, " ")


def _readable(token: str) -> str:
    words = token.strip(" ") or token
    if words.isspace():
        words = "".join(_SPACES.get(sign, "␣") for sign in words)
    shown = "".join(_visible(sign) for sign in words)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


_SPACES = {"\n": "↵", "\r": "↵", "\t": "⇥"}


def _visible(sign: str) -> str:
    if sign in _SPACES:
        return _SPACES[sign]
    shapeless = unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return f"<U+{ord(sign):04X}>" if shapeless else sign
