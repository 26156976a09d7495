"""Which characters a figure may hold, and how a refused one is named in the author's language."""

from __future__ import annotations

import re
import unicodedata

from infograficos.errors import InputError

#: How many characters either side of a refused one the message repeats.
CONTEXT_LENGTH = 20

#: Controls, formats, surrogates, private and unassigned codes and the two separators: they have no shape of
#: their own, or one that no reader could agree on.
_SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

_UNNAMED = {
    "\t": "tabulação",
    "\n": "quebra de linha",
    "\r": "retorno de carro",
    "Cc": "caractere de controle",
    "Cs": "metade de um par substituto",
    "Co": "caractere de uso privado",
    "Cn": "código sem caractere",
}

_VARIATION_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def is_drawable(character: str) -> bool:
    """Say whether a character may stand in a figure at all, whatever the fonts hold."""
    return unicodedata.category(character) not in _SHAPELESS


def is_combining_mark(character: str) -> bool:
    """Say whether a character sits on the one before it."""
    return unicodedata.category(character).startswith("M")


def graphemes(text: str) -> list[str]:
    """Cut a text into what readers see as one sign: a base with the marks that sit on it."""
    signs: list[str] = []
    for character in text:
        if signs and is_combining_mark(character):
            signs[-1] += character
        else:
            signs.append(character)
    return signs


def strip_variation_selectors(text: str) -> str:
    """Return the text without variation selectors, which choose a shape but have none."""
    return _VARIATION_SELECTOR.sub("", text)


def undrawable_character_error(text: str, position: int) -> InputError:
    """Return the refusal of the shapeless character at `position`."""
    name = f"U+{ord(text[position]):04X} ({_name(text[position])})"
    return InputError(
        f"o caractere {name} não pode ser desenhado; "
        f"apague-o ou troque-o por um espaço no texto “{_around(text, position, 1)}”"
    )


def missing_character_error(text: str, position: int) -> InputError:
    """Return the refusal of the character at `position`, which no bundled font has."""
    character = text[position]
    return InputError(
        f"o caractere “{character}” (U+{ord(character):04X}, {_name(character)}) não existe nas fontes "
        f"da biblioteca; troque-o no texto “{_around(text, position, 1)}”"
    )


def unsupported_combination_error(text: str, position: int, sign: str) -> InputError:
    """Return the refusal of a sign whose base and marks no single font puts together."""
    codes = " + ".join(f"U+{ord(character):04X}" for character in sign)
    return InputError(
        f"nenhuma fonte da biblioteca desenha a combinação “{sign}” ({codes}); "
        f"troque-a no texto “{_around(text, position, len(sign))}”"
    )


def _name(character: str) -> str:
    unnamed = _UNNAMED.get(character) or _UNNAMED.get(unicodedata.category(character), "sem nome")
    return unicodedata.name(character, unnamed)


def _around(text: str, position: int, length: int) -> str:
    start, end = max(0, position - CONTEXT_LENGTH), position + length + CONTEXT_LENGTH
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return before + "".join(map(_visible, text[start:end].strip())) + after


def _visible(character: str) -> str:
    return character if is_drawable(character) else f"[U+{ord(character):04X}]"
