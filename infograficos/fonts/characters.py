"""Which characters can be drawn, and the errors for those that cannot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from infograficos.errors import InputError
from infograficos.language.messages import mark_message, message

#: How many characters on either side a message repeats.
CONTEXT_LENGTH = 20

#: Controls, formats, surrogates, private and unassigned codes, separators: characters without a shape.
_SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

_UNNAMED = {
    "\t": mark_message("tabulação"),
    "\n": mark_message("quebra de linha"),
    "\r": mark_message("retorno de carro"),
    "Cc": mark_message("caractere de controle"),
    "Cs": mark_message("metade de um par substituto"),
    "Co": mark_message("caractere de uso privado"),
    "Cn": mark_message("código sem caractere"),
}

_VARIATION_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def is_drawable(character: str) -> bool:
    """Return whether a character has a shape, whatever the fonts contain."""
    return unicodedata.category(character) not in _SHAPELESS


def is_combining_mark(character: str) -> bool:
    """Return whether a character combines with the one before it."""
    return unicodedata.category(character).startswith("M")


def graphemes(text: str) -> list[str]:
    """Split a text into bases with the marks that combine with them."""
    clusters: list[str] = []
    for character in text:
        if clusters and is_combining_mark(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def strip_variation_selectors(text: str) -> str:
    """Remove variation selectors, which choose a shape but have none."""
    return _VARIATION_SELECTOR.sub("", text)


def coverage_error(text: str, position: int, cluster: str, known: Collection[str]) -> InputError:
    """Return the error for a base and marks that no font draws; `known` are all fonts' characters."""
    for place, character in enumerate(cluster, position):
        if not is_drawable(character):
            return _undrawable_character_error(text, place)
        if strip_variation_selectors(character) and character not in known:
            return missing_character_error(text, place)
    if is_combining_mark(cluster[0]):
        return _undrawable_character_error(text, position)
    codes = " + ".join(f"U+{ord(character):04X}" for character in cluster)
    return InputError(
        "nenhuma fonte da biblioteca desenha a combinação “{cluster}” ({codes}); "
        "troque-a no texto “{excerpt}”",
        cluster=cluster,
        codes=codes,
        excerpt=_excerpt(text, position, len(cluster)),
    )


def missing_character_error(text: str, position: int) -> InputError:
    """Return the error for the character at `position`, which no bundled font has."""
    character = text[position]
    return InputError(
        "o caractere “{character}” (U+{code:04X}, {name}) não existe nas fontes da biblioteca; "
        "troque-o no texto “{excerpt}”",
        character=character,
        code=ord(character),
        name=_name(character),
        excerpt=_excerpt(text, position, 1),
    )


def _undrawable_character_error(text: str, position: int) -> InputError:
    return InputError(
        "o caractere U+{code:04X} ({name}) não pode ser desenhado; "
        "apague-o ou troque-o por um espaço no texto “{excerpt}”",
        code=ord(text[position]),
        name=_name(text[position]),
        excerpt=_excerpt(text, position, 1),
    )


def _name(character: str) -> str:
    if name := unicodedata.name(character, ""):
        return name
    other = mark_message("sem nome")
    return message(_UNNAMED.get(character) or _UNNAMED.get(unicodedata.category(character), other))


def _excerpt(text: str, position: int, length: int) -> str:
    start, end = max(0, position - CONTEXT_LENGTH), position + length + CONTEXT_LENGTH
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return before + "".join(map(_escape, text[start:end].strip())) + after


def _escape(character: str) -> str:
    return character if is_drawable(character) else f"[U+{ord(character):04X}]"
