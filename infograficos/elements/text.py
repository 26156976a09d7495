"""Text: a paragraph, a label, a line of code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from infograficos.elements.arguments import checked_dataclass
from infograficos.elements.clearance import CLEAR, missing_step
from infograficos.elements.flow import Align, offset
from infograficos.language.texts import current_language
from infograficos.layout import Layouter
from infograficos.scene.geometry import ORIGIN, TOLERANCE, Limits, Point, Rect, Size
from infograficos.scene.glyph_run import SCRIPT, FontStyle
from infograficos.scene.items import Frame, Paint, Placed, PlacedRun, TextBlock, TextKind, TextLine
from infograficos.text.markup import Emphasis, Span, parse_markup, stray_mark
from infograficos.text.paragraph import LineBox, Paragraph, max_line_width

if TYPE_CHECKING:
    from infograficos.text.paragraph import Ruler
    from infograficos.theme import ResolvedTheme

#: One layout sets a text at many widths, and then never again.
_CACHED_TEXTS, _CACHED_BLOCKS = 256, 1024

#: How far accents reach above the cap height and descenders below the baseline, in times the size: what
#: reaches farther moves its neighbours away.
_ACCENT, _DESCENDER = 0.25, 0.33

#: Words with a space, hyphen or stop after them: with tabular digits it would be as wide as a digit.
_PROSE = re.compile(r"[^\W\d_]{2}\W")

#: How far scripts are lowered and raised, in times the size of their text: a subscript's middle is where
#: Inter's own subscripts have it, which are smaller.
_LOWERED, _RAISED = 0.13, 0.36

_KINDS: dict[str, TextKind] = {
    "headline": "heading", "headline_small": "heading", "heading": "heading", "code": "code", "key": "code",
}  # fmt: skip


@checked_dataclass
class Text:
    """A text in one of the theme's styles, wrapped into lines.

    Args:
        content: **two asterisks** make words strong, `backticks` set them as code, $signs$ as a formula; a
            role after strong words, as in **words**{response}, gives them its colour.
        literal: no markup and no typography.
        tabular: give all digits of a number the same width; words keep their spacing.
    """

    content: str
    style: str = "body"
    color: str = "ink"
    align: Align = "start"
    literal: bool = False
    tabular: bool = False

    def layout(self, limits: Limits, layouter: Layouter) -> Frame:
        """Return the lines, from the first cap height to the last baseline."""
        look, ruler, language = layouter.look, layouter.ruler, current_language().code
        width, least = limits.max_width, limits.min_width if self.align != "start" else 0.0
        block, splits = _set_text(self, look, ruler, language, (0.0, inf))
        # Most limits leave a text as it is.
        if least > block.rect.width or block.rect.width > width + TOLERANCE:
            block, splits = _set_text(self, look, ruler, language, (least, width))
        size = Size(block.rect.width, block.rect.height)
        return Frame(size, (Placed(ORIGIN, block),), block.lines[0].origin.y, splits=splits)


@lru_cache(_CACHED_BLOCKS)
def _set_text(
    text: Text, look: ResolvedTheme, ruler: Ruler, language: str, widths: tuple[float, float]
) -> tuple[TextBlock, bool]:
    """Return a text in its lines, and whether a word is broken to fit."""
    tabular = text.tabular and not _PROSE.search(text.content)
    font = look.font(text.style)
    font = replace(font, tabular=True) if tabular else font
    paragraph, cap, tall = _paragraph(text.content, text.literal, font, ruler, language)
    least, most = widths
    lines = paragraph.lines(most)
    step = font.size * look.type(text.style).leading
    width = max(max_line_width(lines), least)
    roles = {run.role for line in lines for run in line.runs if run.role}
    paints = {"": look.paint(text.color)} | {role: look.paint(f"{role}.strong") for role in roles}

    def place(step: float) -> tuple[float, tuple[TextLine, ...]]:
        ys, height = [cap + step * i for i in range(len(lines))], cap + step * (len(lines) - 1)
        if tall:
            ys, height = _spread(lines, cap, font.size, step)
        origins = [
            Point(offset(text.align, width - line.width), y) for line, y in zip(lines, ys, strict=True)
        ]
        placed = [_place(line, at, paints, tabular) for line, at in zip(lines, origins, strict=True)]
        return height, tuple(placed)

    height, placed = place(step)
    # Nearly all lines are far enough apart for any accents and descenders.
    if any(upper.descent + lower.ascent + CLEAR > step for upper, lower in pairwise(lines)):
        height, placed = place(step + missing_step(placed))
    stray = "" if text.literal else stray_mark(text.content)
    block = TextBlock(Rect(0.0, 0.0, width, height), placed, _kind(text), stray)
    return block, any(line.forced for line in lines)


@lru_cache(_CACHED_TEXTS)
def _paragraph(
    content: str, literal: bool, font: FontStyle, ruler: Ruler, _language: str
) -> tuple[Paragraph, float, bool]:
    """Return a text as a paragraph, its cap height in units, and whether its ink is tall.

    Where its lines may end depends on the language.
    """
    marked = (Span(content),) if literal else parse_markup(content)
    paragraph = Paragraph(marked, _styles(font), ruler, not literal and font.family != "mono")
    cap = ruler.metrics(font).cap_height
    tall = paragraph.ascent > cap + _ACCENT * font.size or paragraph.descent > _DESCENDER * font.size
    return paragraph, cap, tall


def _spread(lines: Sequence[LineBox], cap: float, size: float, step: float) -> tuple[list[float], float]:
    """Return the baselines of lines with stacked accents or long descenders, and the height of all."""
    usual, deep = cap + _ACCENT * size, _DESCENDER * size
    ys = [cap + max(0.0, lines[0].ascent - usual)]
    for upper, lower in pairwise(lines):
        is_tall = lower.ascent > usual or upper.descent > deep
        ys.append(ys[-1] + max(step, is_tall * (upper.descent + lower.ascent + CLEAR)))
    return ys, ys[-1] + max(0.0, lines[-1].descent - deep)


def _kind(text: Text) -> TextKind:
    return _KINDS.get(text.style, "label" if "\n" not in text.content and text.literal else "paragraph")


def _place(line: LineBox, origin: Point, paints: Mapping[str, Paint], tabular: bool) -> TextLine:
    runs = tuple([PlacedRun(box.x, box.run, paints[box.role], tabular) for box in line.runs])
    return TextLine(origin, runs, line.width, line.text, line.end)


def _styles(base: FontStyle) -> dict[Emphasis, FontStyle]:
    """Return the font of each emphasis."""
    strong = 600 if base.weight < 600 or base.family == "mono" else 700
    mono = 400 if base.weight < 600 else 600
    script = SCRIPT * base.size
    return {
        "plain": base,
        "strong": FontStyle(base.family, strong, base.size, base.tabular),
        "code": FontStyle("mono", mono, base.size, base.tabular),
        "subscript": FontStyle(base.family, base.weight, script, base.tabular, -_LOWERED * base.size),
        "superscript": FontStyle(base.family, base.weight, script, base.tabular, _RAISED * base.size),
    }
