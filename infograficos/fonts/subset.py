"""A bundled font cut down to the characters of one figure, for SVG whose text stays text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO

import uharfbuzz

from infograficos.fonts.characters import (
    is_combining_mark,
    missing_character_error,
    strip_variation_selectors,
)
from infograficos.fonts.faces import SUBSTITUTES, load_face

#: The features that shaping uses; without `calt` and `liga` no browser draws other glyphs than measured.
_FEATURES = ("kern", "locl", "mark", "mkmk", "tnum")

#: Applied by HarfBuzz around a fraction slash, at the cost of three sets of digits.
_FRACTION_FEATURES = ("dnom", "frac", "numr")

_FRACTION_SLASH = "\u2044"

#: Tables for hints, and for the other styles of the family.
_DROPPED = ("STAT", "gasp")

#: The ids of the names to keep: copyright, family and licence.
_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)


def woff2_subset(face: str, texts: Iterable[str]) -> bytes:
    """Return a bundled font as WOFF2 with only the characters of the texts.

    The same characters give the same bytes, in any order; one that the face lacks raises `InputError`.
    """
    # Slow to import, and only live text needs it.
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    # Keep the source's timestamp and boxes, so that equal subsets have equal bytes.
    data = _subset(face, _required_characters(face, texts))
    font = TTFont(BytesIO(data), recalcTimestamp=False, recalcBBoxes=False)
    font.flavor = "woff2"
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _required_characters(face: str, texts: Iterable[str]) -> set[str]:
    known = load_face(face).characters
    needed: set[str] = set()
    for text in texts:
        composed = strip_variation_selectors(unicodedata.normalize("NFC", text))
        for position, character in enumerate(composed):
            parts = {character} if character in known else set(unicodedata.normalize("NFD", character))
            if not parts <= known:
                raise missing_character_error(composed, position)
            needed |= parts
    return needed | {SUBSTITUTES[character] for character in needed if character in SUBSTITUTES}


def _subset(face: str, characters: set[str]) -> bytes:
    options = uharfbuzz.SubsetInput()
    options.flags = uharfbuzz.SubsetFlags.NO_HINTING
    options.unicode_set.update(map(ord, characters))
    options.name_id_set.update(_NAMES)
    options.drop_table_tag_set.update(_tags(_DROPPED))
    options.layout_feature_tag_set.clear()
    options.layout_feature_tag_set.update(_tags(_features(characters)))
    return bytes(uharfbuzz.subset(load_face(face).face, options).blob.data)


def _features(characters: set[str]) -> Iterator[str]:
    yield from _FEATURES
    if any(map(is_combining_mark, characters)):
        yield "ccmp"
    if _FRACTION_SLASH in characters:
        yield from _FRACTION_FEATURES


def _tags(names: Iterable[str]) -> list[int]:
    # HarfBuzz takes a tag as the number of its four bytes.
    return [int.from_bytes(name.encode(), "big") for name in names]
