"""A ruler whose glyphs are squares, and a look with round numbers: layouts that one can check by head."""

from __future__ import annotations

from functools import cache

from infograficos.layout import Element, Layouter
from infograficos.scene.glyph_run import FontStyle, Glyph, GlyphRun, Metrics
from infograficos.theme import ResolvedTheme, Theme, load_theme

#: Every style of the square look: glyphs of 10 by 10, and 20 from one baseline to the next.
SIZE = 10.0
LEADING = 2.0


class SquareRuler:
    """Every character is as wide and as high as the style's size, and stands on the baseline."""

    def shape(self, text: str, style: FontStyle) -> tuple[GlyphRun, ...]:
        glyphs = tuple(Glyph(ord(sign), 1, 0, 0, place) for place, sign in enumerate(text))
        face = f"{style.family}-{style.weight}"
        return (GlyphRun(text, face, style.size, 1, glyphs, (0, 0, len(text), 1)),) if text else ()

    def metrics(self, style: FontStyle) -> Metrics:
        return Metrics(0.0, style.size, style.size / 2)


@cache
def square_theme() -> Theme:
    """The series' colours with measures that add up easily."""
    tables = load_theme().model_dump()
    tables["limits"]["smallest_text"] = SIZE
    tables["type"] = {
        name: {**style, "size": SIZE, "leading": LEADING} for name, style in tables["type"].items()
    }
    tables["space"] |= {"none": 0, "hair": 1, "tiny": 2, "small": 5, "text": 6, "medium": 10, "large": 20}
    tables["space"]["link"] = 40
    tables["radius"] |= {"bar": 2, "chip": 3, "inner": 4, "card": 6, "pill": 100}
    tables["stroke"] |= {"border": 1, "rule": 2, "arrow": 2, "flow": 4, "accent": 4}
    tables["size"] |= {"disc": 30, "dot": 10, "plot": 100, "bar": 40, "picture_width": 100}
    tables["size"] |= {"picture_height": 40, "cell": 20, "edge": 4, "slim_edge": 2}
    tables["size"] |= {"object": 100, "object_small": 50, "object_large": 200}
    tables["sheet"] |= {"width": 700, "margin": 30, "narrow": 480, "narrow_margin": 20, "phone": 360}
    return Theme.model_validate(tables)


def square_layouter() -> Layouter:
    """A layouter with square glyphs and the round look on light paper."""
    return Layouter(ResolvedTheme(square_theme()), SquareRuler())


class ForgetfulLayouter(Layouter):
    """A layouter that works everything out anew each time it is asked."""

    def layout(self, element: Element, limits):
        self._cache.clear()
        return super().layout(element, limits)
