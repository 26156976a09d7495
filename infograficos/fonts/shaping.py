"""Shapes text in the bundled fonts, for measuring and drawing alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

import uharfbuzz

from infograficos.fonts.characters import coverage_error, graphemes, is_combining_mark
from infograficos.fonts.faces import Face, fallback_order, load_face
from infograficos.fonts.glyphs import covers, ink_bounds, ink_boxes, overhangs, shape_run
from infograficos.fonts.outline import path_data
from infograficos.scene.glyph_run import FontStyle, GlyphRun, Metrics

#: Bounds the memory of a long-running preview.
_CACHED_TEXTS = 16384


class Fonts:
    """The bundled fonts: shapes text, measures it and gives the outlines of its glyphs."""

    def shape(self, text: str, style: FontStyle) -> tuple[GlyphRun, ...]:
        """Shape a line of text, one run for each stretch that one face can draw.

        The runs' texts add up to the text in its composed form (NFC). A character that cannot be drawn, or
        that no bundled font has, raises `InputError`.
        """
        runs = _shape_unscaled(text, style.family, style.weight, style.tabular)
        return tuple([_scale(run, style) for run in runs])

    def metrics(self, style: FontStyle) -> Metrics:
        """Return the vertical measures of a style's first face, in units."""
        face = load_face(fallback_order(style.family, style.weight)[0])
        scale = style.size / face.units_per_em
        tags = uharfbuzz.OTMetricsTag
        return Metrics(
            -face.font.get_font_extents("ltr").descender * scale,
            face.font.get_metric_position(tags.CAP_HEIGHT) * scale,
            face.font.get_metric_position(tags.X_HEIGHT) * scale,
        )

    def outline(self, face: str, glyph_id: int) -> str:
        """Return a glyph's SVG path data in whole font units, y upwards; "" for a blank glyph."""
        return path_data(load_face(face).font, glyph_id)


@lru_cache(_CACHED_TEXTS)
def _shape_unscaled(text: str, family: str, weight: int, tabular: bool) -> tuple[GlyphRun, ...]:
    composed, runs = unicodedata.normalize("NFC", text), []
    for part, face in _stretches(composed, fallback_order(family, weight)):
        glyphs = shape_run(part, face, tabular)
        boxes = ink_boxes(glyphs, face)
        bounds, tall = ink_bounds(boxes), overhangs(boxes, face)
        runs.append(GlyphRun(part, face.name, 1.0, face.units_per_em, glyphs, bounds, tall))
    return tuple(runs)


def _scale(run: GlyphRun, style: FontStyle) -> GlyphRun:
    return GlyphRun(
        run.text, run.face, style.size, run.units_per_em, run.glyphs, run.bounds, run.overhangs, style.rise
    )


def _stretches(text: str, order: tuple[str, ...]) -> Iterator[tuple[str, Face]]:
    first = load_face(order[0])
    if first.plain.issuperset(text):
        # The usual case; an empty text has no run.
        return iter([(text, first)] if text else [])
    groups = groupby(_choose_faces(text, order), lambda pair: pair[1])
    return (("".join(cluster for cluster, _ in group), face) for face, group in groups)


def _choose_faces(text: str, order: tuple[str, ...]) -> Iterator[tuple[str, Face]]:
    faces = [load_face(name) for name in order]
    position = 0
    for cluster in graphemes(text):
        usable = not is_combining_mark(cluster[0])
        face = next((face for face in faces if usable and covers(face, cluster)), None)
        if face is None:
            known = frozenset().union(*(face.characters for face in faces))
            raise coverage_error(text, position, cluster, known)
        yield cluster, face
        position += len(cluster)


@cache
def default_fonts() -> Fonts:
    """Return the bundled fonts, opened once."""
    return Fonts()
