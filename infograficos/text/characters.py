"""Which characters no text may hold: controls, codes of no character, and what changes the reading order."""

from __future__ import annotations

import re

# What opens and closes a change of direction, so that a line is not read in the order in which it is written.
# Hebrew and Arabic words need none of these: the order of their letters comes from the letters themselves.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")

# All controls but the line's end, and the halves of pairs.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

# Codes that Unicode keeps free for ever; XML refuses two of them, and with these the whole picture.
_LAST_OF_PLANES = "".join(chr(0x10000 * plane + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NO_CHARACTER = re.compile(f"[\ufdd0-\ufdef{_LAST_OF_PLANES}]")

_REFUSED = (
    (_CONTROL, "um caractere de controle (U+{:04X}); apague-o"),
    (_NO_CHARACTER, "um código que não é caractere (U+{:04X}); apague-o"),
    (_REORDERING, "um caractere que muda a ordem da leitura (U+{:04X}); apague-o"),
)


def forbidden_character_message(text: str) -> str | None:
    """Say which character of a text may not stand in it, and what to do; None where all may."""
    if text.isprintable():
        return None
    for refused, kind in _REFUSED:
        found = refused.search(text)
        if found:
            return f"o texto tem {kind.format(ord(found[0]))}"
    return None
