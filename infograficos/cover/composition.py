"""What stands where on a cover: series, title and chapter on the left, a figure's shapes on the right."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.audit import AuditedFigure
from infograficos.audit.rules.contrast import lowest_contrast
from infograficos.chapter import Chapter
from infograficos.cover.motif import replace_text_with_bars, roles, scale_frame
from infograficos.cover.sheet import CoverSheet
from infograficos.cover.title import fit_words
from infograficos.drawing import loaded_theme
from infograficos.errors import FigureError
from infograficos.fonts import Fonts, default_fonts
from infograficos.language.numbers import format_decimal
from infograficos.layout import Layouter
from infograficos.raster import png
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Placed, Stroke
from infograficos.svg import Description, write_svg
from infograficos.system.atomic_write import write_by_extension
from infograficos.text.markup import plain_text
from infograficos.theme import ResolvedTheme, Theme, Variant, pick_cover, pick_variant

if TYPE_CHECKING:
    from infograficos.figure import Figure
    from infograficos.theme import CoverSize

#: How far the panel with the shapes is from the words and from the top, in units.
_GAP, _TOP = 26.0, 34.0

#: How wide the words are, in times the cover's width: the narrowest that lets the title be large is taken.
_SHARES = (0.5, 0.58, 0.66, 0.74)

#: A panel with shapes leaves the cover by this much, at the right and below.
_BLEED = 30.0

#: The room between the panel's border and the shapes.
_PADDING = 18.0

#: Shapes that fit when made smaller by this factor, or by less, are shown whole.
_NEARLY = 0.75

#: The widths at which a figure's body is laid out for its shapes to be chosen from, in units.
_BODIES = (628.0, 480.0, 320.0)

_BACK, _PANEL = "model.soft", "paper"


@dataclass(frozen=True)
class Cover:
    """A chapter's cover in one size, theme and variant.

    Args:
        name: what its files are called, without their ending: `07-capa`.
        frame: what is on it, placed.
        description: its words for screen readers.
        fonts: what its texts were shaped with.
        look: the theme and variant that it was laid out in.
        size: how many pixels it has, and what of it is always seen.
    """

    name: str
    frame: Frame
    description: Description
    fonts: Fonts
    look: ResolvedTheme
    size: CoverSize

    @property
    def alt(self) -> str:
        """What it shows, in words."""
        return self.description.text

    def svg(self) -> str:
        """Return the cover as SVG that depends on no font."""
        return write_svg(self.frame, self.description, self.fonts, "outlined")

    def png(self) -> bytes:
        """Return the cover as PNG, of its size to the pixel."""
        return png(write_svg(self.frame, self.description, self.fonts, "traced"), self.size.width)

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the cover to a file, whole or not at all; the ending (.svg, .png) says how."""
        return write_by_extension(path, {".svg": lambda: self.svg().encode(), ".png": self.png})


def cover(
    chapter: Chapter,
    preset: str = "og",
    *,
    figure: str | int | None = None,
    theme: Theme | str | PathLike[str] | None = None,
    variant: Variant = "light",
) -> Cover:
    """Compose a chapter's cover; what cannot be read on it raises `FigureError`.

    Args:
        chapter: whose series, number, title and shapes it shows.
        preset: the name of its size in the theme, such as `devto-cover`.
        figure: number or name of the figure whose shapes it shows; by default the most colourful one.
        theme: a theme, the file of one, or nothing for the series' own.
        variant: `light` or `dark`.
    """
    loaded = loaded_theme(theme)
    size, look, fonts = (
        pick_cover(loaded, preset),
        ResolvedTheme(loaded, pick_variant(variant)),
        default_fonts(),
    )
    bodies = {each.full_name: _bodies(each, look, fonts) for each in chapter.figures}
    chosen = chapter.find(str(figure)) if figure is not None else _most_colourful(chapter, bodies)
    frame = _composed(chapter, CoverSheet(preset, size, look, fonts), bodies[chosen.full_name])
    place = f"capítulo {chapter.number}" if chapter.number else "introdução"
    said = (
        f"Capa da série {plain_text(chapter.series)}, {place}: {plain_text(chapter.title)}. "
        f"Ao lado, as formas da figura “{plain_text(chosen.headline)}”, sem as palavras."
    )
    name = f"{chapter.number:02d}-capa{'-dark' if variant == 'dark' else ''}"
    about = Description(name, plain_text(chapter.title), said, f"{name}/{preset}")
    whole = Cover(name, frame, about, fonts, look, size)
    _refuse_pale(whole, preset)
    return whole


def _bodies(figure: Figure, look: ResolvedTheme, fonts: Fonts) -> list[Frame]:
    """Return a figure's shapes as they are laid out in several widths."""
    frames = []
    for width in _BODIES:
        frame = Layouter(look, fonts).layout(figure.content.body(), Limits(width, min_width=width))
        frames.append(replace_text_with_bars(frame, look))
    return frames


def _most_colourful(chapter: Chapter, bodies: dict[str, list[Frame]]) -> Figure:
    return max(chapter.figures, key=lambda figure: len(roles(bodies[figure.full_name][0])))


def _composed(chapter: Chapter, sheet: CoverSheet, bodies: list[Frame]) -> Frame:
    look, whole = sheet.look, sheet.rect
    words, width = fit_words(chapter, sheet, [share * whole.width for share in _SHARES])
    x = sheet.inner.x + width + _GAP
    panel = Rect(x, _TOP, whole.width + _BLEED - x, whole.height + _BLEED - _TOP)
    border = Stroke(look.paint("model.line"), look.stroke("border"))
    items = (
        Placed(ORIGIN, Box(whole, look.paint(_BACK))),
        Placed(ORIGIN, Box(panel, look.paint(_PANEL), border, look.radius("card"))),
        _shapes(panel, whole, bodies),
        Placed(Point(sheet.inner.x, (whole.height - words.size.height) / 2), words),
    )
    return Frame(Size(whole.width, whole.height), items)


def _shapes(panel: Rect, sheet: Rect, bodies: list[Frame]) -> Placed:
    """Return the layout that suits the panel best, as wide as the panel is seen; it may be cut off below."""
    seen = Size(sheet.right - panel.x - 2 * _PADDING, sheet.bottom - panel.y - 2 * _PADDING)
    factors = [seen.width / body.size.width for body in bodies]
    best = min(range(len(bodies)), key=lambda i: abs(bodies[i].size.height * factors[i] - seen.height))
    whole = seen.height / bodies[best].size.height
    # What is a little too tall is made smaller; what is much too tall goes on below the cover.
    factor = whole if _NEARLY * factors[best] <= whole < factors[best] else factors[best]
    shapes = scale_frame(bodies[best], factor)
    free = Size(seen.width - shapes.size.width, max(0.0, seen.height - shapes.size.height))
    at = Point(panel.x + _PADDING + free.width / 2, panel.y + _PADDING + free.height / 2)
    return Placed(at, shapes)


def _refuse_pale(whole: Cover, preset: str) -> None:
    about, least = whole.description, whole.look.theme.limits.contrast_text
    ratio = lowest_contrast(
        AuditedFigure(whole.name, whole.frame, whole.look, about.title, about.text, whole.svg)
    )
    if ratio < least:
        raise FigureError(
            f"capa “{preset}”: um texto tem contraste de {format_decimal(ratio, 1)} : 1 com o fundo; "
            f"esperado ao menos {format_decimal(least, 1)} : 1; mude “{_BACK}” ou a cor do texto no tema"
        )
