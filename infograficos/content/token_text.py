"""Decodes a vocabulary's tokens and shows their blanks: the one place that knows Ġ, ▁ and ##."""

from __future__ import annotations

import re
import unicodedata
from itertools import cycle

from infograficos.errors import truncate

#: The sign for a space: a middle dot could be a token itself.
_SPACE_SIGN = "␣"

_LINE_SIGNS = {"\n": "↵", "\r": "↵", "\t": "⇥"}
_BLANK_SIGNS = str.maketrans({" ": _SPACE_SIGN, "\u00a0": _SPACE_SIGN} | _LINE_SIGNS)
_BLANKS = re.compile(r"([ \u00a0\n\r\t]+)")

#: What starts a token: Ġ and Ċ are byte-level BPE's space and newline, letters anywhere else; ▁ is
#: SentencePiece's space anywhere.
_LEADING = {"Ġ": " ", "Ċ": "\n", "▁": " "}

#: What starts a WordPiece that continues a word.
_CONTINUATION = "##"

#: Bytes that byte-level BPE writes as they are in Latin-1; the others get characters from U+0100 on.
_PLAIN_BYTES = (*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100))
_MOVED_BYTES = [byte for byte in range(256) if byte not in _PLAIN_BYTES]
_BYTES = {chr(byte): byte for byte in _PLAIN_BYTES} | {chr(256 + i): b for i, b in enumerate(_MOVED_BYTES)}

#: A longer token would leave no room for its label and bar on a phone.
_MAX_DISPLAYED = 10

_SPECIAL = re.compile(r"<[^<>\s]+>|\[[A-Z]+\]")
_UNKNOWN = re.compile(r"(<\|?|\[)unk(\|?>|\])", re.IGNORECASE)


def is_special(token: str) -> bool:
    """Return whether a token looks like a marker, such as `<s>`, `<|endoftext|>` or `[CLS]`."""
    return bool(_SPECIAL.fullmatch(token))


def is_unknown(token: str) -> bool:
    """Return whether a token stands for a word that the vocabulary lacks."""
    return bool(_UNKNOWN.fullmatch(token))


def decode_token(token: str, byte_level: bool = False) -> str:
    """Return a token's text: `Ġgato` is “ gato”, `##ção` is “ção”; `byte_level` decodes it all as UTF-8."""
    if byte_level:
        return _decode_bytes(token)
    if token.startswith(_CONTINUATION) and token != _CONTINUATION:
        return token.removeprefix(_CONTINUATION)
    rest = token.lstrip("".join(_LEADING))
    leading = token[: len(token) - len(rest)]
    return "".join(_LEADING[sign] for sign in leading) + rest.replace("▁", " ")


def _decode_bytes(token: str) -> str:
    if not all(sign in _BYTES for sign in token):
        return token.replace("Ġ", " ")
    raw = bytes(_BYTES[sign] for sign in token)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        # ASCII beside broken bytes: the token had been decoded before. Without, it is part of a character.
        if any(byte < 0x80 for byte in raw.lstrip()):
            return token.replace("Ġ", " ")
        return "".join(f"<{byte:02X}>" for byte in raw.lstrip())


def speak_token(token: str) -> str:
    """Return a token for a sentence, without the blanks around it; “espaço” for a blank one."""
    return decode_token(token).strip() or "espaço"


def visible_parts(token: str) -> tuple[tuple[str, bool], ...]:
    """Split a token into what is drawn, each part with whether it stands for blanks."""
    text = token if token.startswith(_CONTINUATION) else decode_token(token)
    # Every second part is what the pattern found.
    parts = zip(_BLANKS.split(text), cycle((False, True)))
    return tuple((part.translate(_BLANK_SIGNS) if blank else part, blank) for part, blank in parts if part)


def display_tokens(tokens: list[str]) -> list[str]:
    """Return tokens as short visible words: `Ġmundo`, `▁mundo` and `##mundo` become “mundo”."""
    byte_level = any("Ġ" in token or "Ċ" in token for token in tokens)
    return [display_text(decode_token(token, byte_level)) for token in tokens]


def display_text(text: str) -> str:
    """Return a token's text without spaces around it, its blanks and controls visible, and not too long."""
    visible = text.strip(" ") or text
    if visible.isspace():
        visible = "".join(_LINE_SIGNS.get(sign, _SPACE_SIGN) for sign in visible)
    return truncate("".join(map(_display_character, visible)), _MAX_DISPLAYED)


def _display_character(character: str) -> str:
    shapeless = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return _LINE_SIGNS.get(character) or (f"<U+{ord(character):04X}>" if shapeless else character)
