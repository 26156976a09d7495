"""Text to glyphs: one shaping serves measuring and drawing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

import uharfbuzz

from infograficos.errors import InputError
from infograficos.fonts.characters import (
    graphemes,
    is_combining_mark,
    is_drawable,
    missing_character_error,
    strip_variation_selectors,
    undrawable_character_error,
    unsupported_combination_error,
)
from infograficos.fonts.faces import DATA, Face, fallback_order, load_face
from infograficos.fonts.glyphs import covers, ink_bounds, shape_run
from infograficos.fonts.outline import path_data
from infograficos.scene.glyph_run import FontStyle, Glyph, GlyphRun, Metrics
from infograficos.value_object import value_object

#: A long-running preview must not keep every text it ever saw.
_CACHED_TEXTS = 16384


@value_object
class _Piece:
    """A run before it has a size."""

    text: str
    face: Face
    glyphs: tuple[Glyph, ...]
    bounds: tuple[int, int, int, int]

    def at(self, size: float) -> GlyphRun:
        return GlyphRun(self.text, self.face.name, size, self.face.units_per_em, self.glyphs, self.bounds)


def _unscaled(text: str, face: Face, tabular: bool) -> _Piece:
    glyphs = shape_run(text, face, tabular)
    return _Piece(text, face, glyphs, ink_bounds(glyphs, face))


class Fonts:
    """The bundled fonts: shapes text, measures it and gives the outlines of its glyphs."""

    def __init__(self, folder: Path = DATA) -> None:
        self._folder = folder
        self._pieces = lru_cache(_CACHED_TEXTS)(self._shape)
        self._outline = cache(self._draw)

    def shape(self, text: str, style: FontStyle) -> tuple[GlyphRun, ...]:
        """Set a text of one line in a style, a run for each stretch that one face can draw.

        The runs' texts, joined, are the text in its composed form (NFC). A character that cannot be drawn,
        or that no bundled font has, raises InputError.
        """
        pieces = self._pieces(text, style.family, style.weight, style.tabular)
        return tuple([piece.at(style.size) for piece in pieces])

    def width(self, text: str, style: FontStyle) -> float:
        """Return how wide a text is in a style, in units; it refuses what `shape` refuses."""
        return sum((run.width for run in self.shape(text, style)), 0.0)

    def metrics(self, style: FontStyle) -> Metrics:
        """Return the vertical measures of a style, in units, from the face that is its first choice."""
        face = self._face(fallback_order(style.family, style.weight)[0])
        scale = style.size / face.units_per_em
        tags = uharfbuzz.OTMetricsTag
        return Metrics(
            -face.font.get_font_extents("ltr").descender * scale,
            face.font.get_metric_position(tags.CAP_HEIGHT) * scale,
            face.font.get_metric_position(tags.X_HEIGHT) * scale,
        )

    def outline(self, face: str, glyph_id: int) -> str:
        """Return a glyph's SVG path data in whole font units, y upwards; "" for a blank glyph."""
        return self._outline(face, glyph_id)

    def _face(self, name: str) -> Face:
        return load_face(name, self._folder)

    def _draw(self, face: str, glyph_id: int) -> str:
        return path_data(self._face(face).font, glyph_id)

    def _shape(self, text: str, family: str, weight: int, tabular: bool) -> tuple[_Piece, ...]:
        composed = unicodedata.normalize("NFC", text)
        stretches = self._stretches(composed, fallback_order(family, weight))
        return tuple(_unscaled(part, face, tabular) for part, face in stretches)

    def _stretches(self, text: str, order: tuple[str, ...]) -> Iterator[tuple[str, Face]]:
        first = self._face(order[0])
        if first.plain.issuperset(text):
            # Nearly every text; the empty one has no run.
            return iter([(text, first)] if text else [])
        chosen = self._chosen(text, order)
        return (
            ("".join(sign for sign, _ in group), face)
            for face, group in groupby(chosen, lambda pair: pair[1])
        )

    def _chosen(self, text: str, order: tuple[str, ...]) -> Iterator[tuple[str, Face]]:
        position = 0
        for sign in graphemes(text):
            yield sign, self._face_for(text, position, sign, order)
            position += len(sign)

    def _face_for(self, text: str, position: int, sign: str, order: tuple[str, ...]) -> Face:
        faces = [self._face(name) for name in order]
        for face in faces:
            if not is_combining_mark(sign[0]) and covers(face, sign):
                return face
        raise _refusal(text, position, sign, frozenset().union(*(face.characters for face in faces)))


def _refusal(text: str, position: int, sign: str, known: frozenset[str]) -> InputError:
    for place, character in enumerate(sign, position):
        if not is_drawable(character):
            return undrawable_character_error(text, place)
        if strip_variation_selectors(character) and character not in known:
            return missing_character_error(text, place)
    return (
        undrawable_character_error(text, position)
        if is_combining_mark(sign[0])
        else unsupported_combination_error(text, position, sign)
    )


@cache
def default_fonts() -> Fonts:
    """Return the fonts that come with the library, opened once."""
    return Fonts()
