"""A cover's sheet: its size in units, and the area for its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from infograficos.scene.geometry import Rect

if TYPE_CHECKING:
    from infograficos.fonts import Fonts
    from infograficos.theme import CoverSize, ResolvedTheme

#: The width of every cover, in units; a label is then 11 px high on a phone.
_WIDTH = 600.0

#: The distance of the words from the edges, in units.
_MARGIN = 28.0


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
