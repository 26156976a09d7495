"""A cover's layout: series, title and chapter on the left, a figure's shapes on the right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.audit import AuditedFigure
from infograficos.audit.rules.contrast import lowest_contrast
from infograficos.chapter import Chapter
from infograficos.content.own_code import blame_own_code
from infograficos.content.own_words import with_words
from infograficos.cover.motif import replace_text_with_bars, roles, scale_frame
from infograficos.cover.title import CoverSheet, fit_words
from infograficos.errors import FigureError
from infograficos.fonts import Fonts, default_fonts
from infograficos.language.numbers import format_decimal
from infograficos.layout import Layouter
from infograficos.raster.png import png
from infograficos.scene.geometry import ORIGIN, Limits, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Placed, Stroke
from infograficos.svg import Description, write_svg
from infograficos.system.files import write_by_extension
from infograficos.text.markup import plain_text
from infograficos.theme import ResolvedTheme, Theme, Variant, load_theme, pick_cover, pick_variant

if TYPE_CHECKING:
    from infograficos.figure import Figure
    from infograficos.theme import CoverSize

#: The panel's distance from the words and from the top, in units.
_GAP, _TOP = 26.0, 34.0

#: Widths of the words as fractions of the cover's; the narrowest that allows a large title is chosen.
_TEXT_WIDTHS = (0.5, 0.58, 0.66, 0.74)

#: How far the panel reaches beyond the cover, at the right and below, in units.
_BLEED = 30.0

#: The panel's padding, in units.
_PADDING = 18.0

#: The minimum factor by which shapes are shrunk to be shown whole.
_MIN_FACTOR = 0.75

#: The widths at which a figure is laid out to find the shapes that fit best, in units.
_BODY_WIDTHS = (628.0, 480.0, 320.0)

_BACK, _PANEL = "model.soft", "paper"


@dataclass(frozen=True)
class Cover:
    """A chapter's cover in one size, theme and variant.

    Args:
        name: of its files, without the extension.
        motif: the full name of the figure whose shapes it shows.
        frame: what is drawn.
        description: its title and alt text.
        fonts: those of its words.
        look: its theme and variant.
        size: its size.
    """

    name: str
    motif: str
    frame: Frame
    description: Description
    fonts: Fonts
    look: ResolvedTheme
    size: CoverSize

    @property
    def alt(self) -> str:
        """The alt text."""
        return self.description.text

    def svg(self) -> str:
        """Return the cover as SVG that depends on no font."""
        return write_svg(self.frame, self.description, self.fonts, "outlined")

    def png(self) -> bytes:
        """Return the cover as PNG of its exact size."""
        return png(self.traced_svg, self.size.width)

    @cached_property
    def traced_svg(self) -> str:
        """The cover as SVG for the engine that draws the PNG."""
        return write_svg(self.frame, self.description, self.fonts, "traced")

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the cover to a file atomically; the extension (.svg, .png) chooses the format."""
        return write_by_extension(path, {".svg": lambda: self.svg().encode(), ".png": self.png})


def cover(
    chapter: Chapter,
    preset: str = "og",
    *,
    figure: str | int | None = None,
    theme: Theme | str | PathLike[str] | None = None,
    variant: Variant = "light",
) -> Cover:
    """Compose a chapter's cover; unreadable text raises `FigureError`.

    Args:
        chapter: the chapter that it is for.
        preset: the name of its size in the theme, such as `devto-cover`.
        figure: number or name of the figure whose shapes it shows; by default the most colourful one.
        theme: a theme, the file of one, or nothing for the series' own.
        variant: `light` or `dark`.
    """
    loaded = load_theme(theme)
    size, fonts = pick_cover(loaded, preset), default_fonts()
    look = ResolvedTheme(loaded, pick_variant(variant))
    candidates = chapter.figures if figure is None else (chapter.find(figure),)
    motifs = {each.full_name: _motifs(each, look, fonts) for each in candidates}
    chosen = max(candidates, key=lambda each: len(roles(motifs[each.full_name][0])))
    frame = _compose(chapter, CoverSheet(preset, size, look, fonts), motifs[chosen.full_name])
    place = f"capítulo {chapter.number}" if chapter.number else "introdução"
    alt = (
        f"Capa da série {plain_text(chapter.series)}, {place}: {plain_text(chapter.title)}. "
        f"Ao lado, as formas da figura “{plain_text(chosen.headline)}”, sem as palavras."
    )
    name = f"{chapter.number:02d}-capa{'-dark' if variant == 'dark' else ''}"
    description = Description(name, plain_text(chapter.title), alt, f"{name}/{preset}")
    made = Cover(name, chosen.full_name, frame, description, fonts, look, size)
    _check_contrast(AuditedFigure(name, frame, look, alt, made.svg), preset)
    return made


def _motifs(figure: Figure, look: ResolvedTheme, fonts: Fonts) -> list[Frame]:
    """Return a figure's shapes, laid out at several widths."""
    layouts = [Limits(width, min_width=width) for width in _BODY_WIDTHS]
    own = blame_own_code(figure.full_name, figure.content)
    with own, with_words(figure.content, figure.words) as content:
        frames = [Layouter(look, fonts).layout(content.body(), limits) for limits in layouts]
    return [replace_text_with_bars(frame, look) for frame in frames]


def _compose(chapter: Chapter, sheet: CoverSheet, motifs: list[Frame]) -> Frame:
    look, whole = sheet.look, sheet.rect
    words, width = fit_words(chapter, sheet, [share * whole.width for share in _TEXT_WIDTHS])
    x = sheet.inner.x + width + _GAP
    panel = Rect(x, _TOP, whole.width + _BLEED - x, whole.height + _BLEED - _TOP)
    border = Stroke(look.paint("model.line"), look.stroke("border"))
    items = (
        Placed(ORIGIN, Box(whole, look.paint(_BACK))),
        Placed(ORIGIN, Box(panel, look.paint(_PANEL), border, look.radius("card"))),
        _shapes(panel, whole, motifs),
        Placed(Point(sheet.inner.x, (whole.height - words.size.height) / 2), words),
    )
    return Frame(Size(whole.width, whole.height), items)


def _shapes(panel: Rect, sheet: Rect, motifs: list[Frame]) -> Placed:
    """Return the shapes that fit the panel best, as wide as its visible part; they may be cut off below."""
    visible = Size(sheet.right - panel.x - 2 * _PADDING, sheet.bottom - panel.y - 2 * _PADDING)
    motif = min(
        motifs, key=lambda each: abs(each.size.height * visible.width / each.size.width - visible.height)
    )
    full, whole = visible.width / motif.size.width, visible.height / motif.size.height
    # A little too tall is shrunk; much too tall continues below the cover.
    shapes = scale_frame(motif, whole if _MIN_FACTOR * full <= whole < full else full)
    free = Size(visible.width - shapes.size.width, max(0.0, visible.height - shapes.size.height))
    at = Point(panel.x + _PADDING + free.width / 2, panel.y + _PADDING + free.height / 2)
    return Placed(at, shapes)


def _check_contrast(audited: AuditedFigure, preset: str) -> None:
    ratio, minimum = lowest_contrast(audited), audited.look.theme.limits.contrast_text
    if ratio < minimum:
        raise FigureError(
            f"capa “{preset}”: um texto tem contraste de {format_decimal(ratio, 1)} : 1 com o fundo; "
            f"esperado ao menos {format_decimal(minimum, 1)} : 1; mude “{_BACK}” ou a cor do texto no tema"
        )
