"""A cover's layout: series, title and chapter on the left, one large object on the right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from infograficos.audit import AuditedFigure
from infograficos.audit.rules.contrast import lowest_contrast
from infograficos.chapter import Chapter
from infograficos.cover.scene import describe_object, draw_scene
from infograficos.cover.title import CoverSheet, fit_words
from infograficos.errors import FigureError
from infograficos.fonts import Fonts, default_fonts
from infograficos.language.grammar import phrase
from infograficos.language.messages import in_message_language
from infograficos.language.numbers import format_decimal
from infograficos.language.texts import in_language, mark_text
from infograficos.layout import Layouter
from infograficos.raster.png import png
from infograficos.scene.geometry import ORIGIN, Point, Rect, Size
from infograficos.scene.items import Box, Frame, Placed
from infograficos.svg import Description, write_svg
from infograficos.system.files import write_by_extension
from infograficos.text.markup import plain_text
from infograficos.theme import ResolvedTheme, Theme, Variant, load_theme, pick_cover, pick_variant

if TYPE_CHECKING:
    from infograficos.theme import CoverSize

#: How far the panel is from the words, and the object from the edge of the panel, in units.
_GAP, _PADDING = 22.0, 22.0

#: Widths of the words as fractions of the cover's; the narrowest that allows a large title is chosen.
_TEXT_WIDTHS = (0.5, 0.58, 0.66, 0.74)


@dataclass(frozen=True)
class Cover:
    """A chapter's cover in one size, theme and variant.

    Args:
        name: of its files, without the extension.
        object: the name of what it shows.
        frame: what is drawn.
        description: its title and alt text.
        fonts: those of its words.
        look: its theme and variant.
        size: its size.
    """

    name: str
    object: str
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
    object: str | None = None,
    theme: Theme | str | PathLike[str] | None = None,
    variant: Variant = "light",
) -> Cover:
    """Compose a chapter's cover; unreadable text raises `FigureError`.

    Args:
        chapter: the chapter that it is for.
        preset: the name of its size in the theme, such as `devto-cover`.
        object: the name of what it shows; by default the chapter's `cover_object`.
        theme: a theme, its name or file, or nothing for the series' own.
        variant: `light` or `dark`.
    """
    loaded, shown = load_theme(theme), chapter.cover_object if object is None else object
    size, fonts = pick_cover(loaded, preset), default_fonts()
    look = ResolvedTheme(loaded, pick_variant(variant))
    language = chapter.language or loaded.language
    with in_language(language):
        frame = _compose(chapter, CoverSheet(preset, size, look, fonts), shown)
        alt = _describe(chapter, shown)
        name = f"{cover_name(chapter)}{'-dark' if variant == 'dark' else ''}"
    description = Description(name, plain_text(chapter.title), alt, f"{name}/{preset}", language)
    made = Cover(name, shown, frame, description, fonts, look, size)
    _check_contrast(AuditedFigure(name, frame, look, alt, made.svg), preset)
    return made


def cover_name(chapter: Chapter) -> str:
    """Return the name of a chapter's covers, as in `07-capa`, in the language of what is being drawn."""
    return phrase("{number}-capa", number=f"{chapter.number:02d}")


def _describe(chapter: Chapter, shown: str) -> str:
    """Return the alternative text of a cover."""
    series, number = plain_text(chapter.series), chapter.number
    opening = {
        (True, True): mark_text("Capa da série {series}, capítulo {number}: {title}."),
        (True, False): mark_text("Capa da série {series}, introdução: {title}."),
        (False, True): mark_text("Capa do capítulo {number}: {title}."),
        (False, False): mark_text("Capa da introdução: {title}."),
    }[bool(series), bool(number)]
    first = phrase(opening, series=series, number=number, title=plain_text(chapter.title))
    return f"{first} {phrase('Ao lado, {object}.', object=describe_object(shown))}"


def _compose(chapter: Chapter, sheet: CoverSheet, shown: str) -> Frame:
    look, whole, inner = sheet.look, sheet.rect, sheet.inner
    words, width = fit_words(chapter, sheet, [share * whole.width for share in _TEXT_WIDTHS])
    left = inner.x + width + _GAP
    # A tint of the series' colour looks muddy on dark paper.
    back, shade = ("model.soft", "model.tint") if look.ground == "light" else ("surface", "paper")
    panel = Rect(left, 0.0, whole.width - left, whole.height)
    room = Size(inner.right - left - _PADDING, inner.height)
    scene = draw_scene(shown, room, Layouter(look, sheet.fonts), shade)
    at = Point(
        left + _PADDING + (room.width - scene.size.width) / 2,
        inner.y + (inner.height - scene.size.height) / 2,
    )
    items = (
        Placed(ORIGIN, Box(whole, look.paint("paper"))),
        Placed(ORIGIN, Box(panel, look.paint(back))),
        Placed(at, scene),
        Placed(Point(inner.x, (whole.height - words.size.height) / 2), words),
    )
    return Frame(Size(whole.width, whole.height), items)


def _check_contrast(audited: AuditedFigure, preset: str) -> None:
    ratio, minimum = lowest_contrast(audited), audited.look.theme.limits.contrast_text
    if ratio < minimum:
        with in_message_language():
            found, expected = format_decimal(ratio, 1), format_decimal(minimum, 1)
        raise FigureError(
            "capa “{preset}”: um texto tem contraste de {found} : 1 com o fundo; "
            "esperado ao menos {expected} : 1; mude “paper” ou a cor do texto no tema",
            preset=preset,
            found=found,
            expected=expected,
        )
