"""Shapes a text in one face with HarfBuzz."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

import uharfbuzz

from infograficos.fonts.characters import strip_variation_selectors
from infograficos.fonts.faces import Face
from infograficos.scene.glyph_run import CAP_HEIGHT, Glyph, InkBox

#: Inter would turn "->" into an arrow and "3x5" into "3×5", and JetBrains Mono "!=" into "≠". Kerning, marks
#: and `locl` are on by default.
_OFF = {"calt": False, "clig": False, "dlig": False, "liga": False}

#: How far round letters reach beyond cap height and baseline, in times the size.
_OVERSHOOT = 0.03


def shape_run(text: str, face: Face, tabular: bool = False) -> tuple[Glyph, ...]:
    """Return the glyphs of a text that the face covers, left to right, in font units.

    Args:
        text: in its composed form.
        face: the font.
        tabular: give all digits one width.
    """
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.language = "pt"
    # Guessed from the first letter, Greek would lose the tilde of "θ x̃": Inter has no marks for Greek.
    buffer.script = "Latn"
    # Only marks need `ccmp`; JetBrains Mono's would raise the backtick that follows a capital.
    marked = not face.plain.issuperset(text)
    uharfbuzz.shape(face.font, buffer, {**_OFF, "ccmp": marked, "tnum": tabular})
    return tuple(
        Glyph(info.codepoint, position.x_advance, position.x_offset, position.y_offset, info.cluster)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


def ink_boxes(glyphs: Sequence[Glyph], face: Face) -> list[InkBox]:
    """Return the left, lowest, right and highest ink of each glyph of a run that has any, in font units."""
    boxes, x = list[InkBox](), 0
    for glyph in glyphs:
        left, low, right, high = _glyph_bounds(face, glyph.id)
        if left < right:
            across, up = x + glyph.x_offset, glyph.y_offset
            boxes.append((left + across, low + up, right + across, high + up))
        x += glyph.advance
    return boxes


def ink_bounds(boxes: Sequence[InkBox]) -> InkBox:
    """Return the box around several; all 0 without any."""
    if not boxes:
        return 0, 0, 0, 0
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return min(lefts), min(lows), max(rights), max(highs)


def overhangs(boxes: Sequence[InkBox], face: Face) -> tuple[InkBox, ...]:
    """Return the boxes that reach above the cap height or below the baseline: accents and descenders."""
    slack = _OVERSHOOT * face.units_per_em
    top = CAP_HEIGHT * face.units_per_em + slack
    return tuple([box for box in boxes if box[3] > top or box[1] < -slack])


@cache
def _glyph_bounds(face: Face, glyph_id: int) -> tuple[int, int, int, int]:
    extents = face.font.get_glyph_extents(glyph_id)
    left, high = extents.x_bearing, extents.y_bearing
    # HarfBuzz gives the height downwards, and so negative.
    return left, high + extents.height, left + extents.width, high


def covers(face: Face, cluster: str) -> bool:
    """Return whether the face draws a base with every mark attached to it."""
    visible = strip_variation_selectors(cluster)
    if len(visible) == 1 and visible in face.characters:
        return True
    # HarfBuzz decomposes a letter where the face has only its parts.
    parts = unicodedata.normalize("NFD", visible)
    return face.characters.issuperset(parts) and _marks_attached(face, visible)


def _marks_attached(face: Face, cluster: str) -> bool:
    # Where a face has no anchor for a mark on this base, the mark lands on the next letter.
    marks = [(mark, face.font.get_glyph_extents(mark.id)) for mark in shape_run(cluster, face)[1:]]
    return not any(mark.advance or mark.x_offset + ink.x_bearing + ink.width / 2 >= 0 for mark, ink in marks)
