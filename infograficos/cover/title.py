"""A cover's sheet and the words on it, with the title as large as fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.elements.card import Card
from infograficos.elements.headline import Headline
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.errors import FigureError
from infograficos.language.grammar import phrase
from infograficos.language.messages import in_message_language
from infograficos.language.numbers import format_decimal
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits, Rect
from infograficos.scene.items import Frame
from infograficos.text.markup import plain_text
from infograficos.theme import ResolvedTheme

if TYPE_CHECKING:
    from infograficos.chapter import Chapter
    from infograficos.fonts import Fonts
    from infograficos.theme import CoverSize

#: The width of every cover, in units; a label is then 11 px high on a phone.
_WIDTH = 600.0

#: The distance of the words from the edges, in units.
_MARGIN = 28.0

#: The decrement of the title's size, in units.
_STEP = 2.0

#: The fractions of its full size that are large enough for a title, the best first.
_LARGE = (0.75, 0.6)

#: How many characters of a title a message repeats.
_QUOTED = 40


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """The sheet of a cover in a size of the theme, which `preset` names."""

    preset: str
    size: CoverSize
    look: ResolvedTheme
    fonts: Fonts

    @property
    def rect(self) -> Rect:
        """The whole cover, in units."""
        return Rect(0.0, 0.0, _WIDTH, _WIDTH * self.size.height / self.size.width)

    @property
    def inner(self) -> Rect:
        """The area for the words: never cropped, and without the margin."""
        unit = self.rect.width / self.size.width
        across, down = (
            max(_MARGIN, (side - safe) / 2 * unit)
            for side, safe in zip((self.size.width, self.size.height), self.size.safe, strict=True)
        )
        return Rect(across, down, self.rect.width - 2 * across, self.rect.height - 2 * down)

    @property
    def smallest_title(self) -> float:
        """The smallest font size of a title that is legible on a phone, in units."""
        return self.look.theme.limits.cover_title * self.rect.width / self.size.phone


def fit_words(chapter: Chapter, sheet: CoverSheet, widths: Sequence[float]) -> tuple[Frame, float]:
    """Lay out series, title and chapter in one of several widths, the best first, and return it with them.

    A title that does not fit at the smallest legible size raises `FigureError`.
    """
    tried = [(width, next(_fit(chapter, sheet, width), None)) for width in widths]
    found = [(fitting[0], fitting[1], width) for width, fitting in tried if fitting]
    if not found:
        raise _overflow_error(chapter, sheet)
    full, largest = sheet.look.type("cover").size, max(letters for letters, _, _ in found)
    enough = next((share * full for share in _LARGE if largest >= share * full), largest)
    return next((words, width) for letters, words, width in found if letters >= enough)


def _overflow_error(chapter: Chapter, sheet: CoverSheet) -> FigureError:
    title = plain_text(chapter.title)
    with in_message_language():
        pixels = format_decimal(sheet.look.theme.limits.cover_title, 0)
    return FigureError(
        "capa “{preset}”: o título “{title}” tem {length} caracteres e não cabe nem com letras de "
        "{pixels} px em um celular; encurte-o",
        preset=sheet.preset,
        title=title if len(title) <= _QUOTED else f"{title[:_QUOTED].rstrip()}…",
        length=len(title),
        pixels=pixels,
    )


def _fit(chapter: Chapter, sheet: CoverSheet, width: float) -> Iterator[tuple[float, Frame]]:
    """Yield the layouts that fit, with ever smaller titles, each with the title's size."""
    letters, minimum = sheet.look.type("cover").size, sheet.smallest_title
    while letters >= minimum:
        layouter = Layouter(_with_title(sheet.look, letters), sheet.fonts)
        frame = layouter.layout(_words(chapter), Limits(width))
        if not frame.overflowing and frame.size.height <= sheet.inner.height:
            yield letters, frame
        letters = max(letters - _STEP, minimum) if letters > minimum else 0.0


def _words(chapter: Chapter) -> Column:
    place = phrase("Capítulo {number}", number=chapter.number) if chapter.number else phrase("Introdução")
    title = Headline(chapter.title, "model", "cover")
    series = (Text(chapter.series, "kicker", "model.strong"),) if chapter.series else ()
    named = Column((*series, title), "medium")
    words = Text(place, "kicker", "paper", literal=True)
    plate = Row((Card(words, "model.solid", None, "tiny", "small", "plate"),))
    # The title's descenders need the room that its capitals leave above it.
    return Column((named, plate), "large")


def _with_title(look: ResolvedTheme, letters: float) -> ResolvedTheme:
    theme = look.theme
    style = theme.type["cover"].model_copy(update={"size": letters})
    return ResolvedTheme(theme.model_copy(update={"type": theme.type | {"cover": style}}), look.variant)
