"""Characters that no text may hold: controls, noncharacters and bidirectional controls."""

from __future__ import annotations

import re
import unicodedata

from infograficos.language.messages import mark_message, message

_LAST_OF_PLANES = "".join(chr(0x10000 * plane + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))

_FORBIDDEN = {
    # All controls but the newline, and surrogates.
    mark_message("um caractere de controle"): re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]"),
    # XML refuses two of these, and then the whole picture.
    mark_message("um código que não é caractere"): re.compile(f"[\ufdd0-\ufdef{_LAST_OF_PLANES}]"),
    # Overrides and isolates make a line read in another order than it is written. Hebrew and Arabic words do
    # without: their direction comes from their letters.
    mark_message("um caractere que muda a ordem da leitura"): re.compile("[\u202a-\u202e\u2066-\u2069]"),
}


def compose(text: str) -> str:
    """Return the text with its accents joined to their letters: files write “ção” in two ways."""
    return unicodedata.normalize("NFC", text)


def drop_accents(text: str) -> str:
    """Return a decomposed text without its accents."""
    return "".join(character for character in text if not unicodedata.combining(character))


def validate_characters(text: str) -> str:
    """Return the text, its line ends as newlines and its tabs as spaces.

    One with a forbidden character raises `ValueError`.
    """
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\t", " ")
        for kind, pattern in _FORBIDDEN.items():
            match = pattern.search(text)
            if match:
                source = mark_message("o texto tem {kind} (U+{code:04X}); apague-o")
                raise ValueError(message(source, kind=message(kind), code=ord(match[0])))
    return text
