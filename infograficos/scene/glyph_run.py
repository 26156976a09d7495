"""A shaped run of text: the glyphs that are measured are the glyphs that are drawn."""

from __future__ import annotations

from typing import Literal

from infograficos.scene.geometry import Rect
from infograficos.value_object import value_object

Family = Literal["sans", "mono"]

#: Cap height and descent in times the size, rounded from Inter's 0.727 and 0.241: for layout and rules by
#: which a line's body is the same in every face.
CAP_HEIGHT, DESCENT = 0.73, 0.24

#: The size of a subscript or superscript in times that of its text.
SCRIPT = 0.75


#: The left, lowest, right and highest ink from the start of a baseline, in font units with y upwards.
InkBox = tuple[int, int, int, int]


@value_object
class FontStyle:
    """The style of a run: family, weight (400, 600 or 700), size in units, whether digits are tabular.

    `rise` says how many units above the baseline it is, for superscripts, or below it where negative.
    """

    family: Family = "sans"
    weight: int = 400
    size: float = 22.0
    tabular: bool = False
    rise: float = 0.0


@value_object
class Glyph:
    """One glyph of a face, with its advance and offsets in font units and its character."""

    id: int
    advance: int
    x_offset: int
    y_offset: int
    cluster: int


@value_object
class GlyphRun:
    """A row of shaped glyphs of one face.

    Args:
        text: the characters that it shows.
        face: the bundled file's name without its ending.
        size: in units.
        units_per_em: the font units per em.
        glyphs: left to right.
        bounds: of all its ink; all 0 without any.
        overhangs: the boxes of its accents and descenders, with their letters.
        rise: how many units above the baseline of its line it is.
    """

    text: str
    face: str
    size: float
    units_per_em: int
    glyphs: tuple[Glyph, ...]
    bounds: InkBox
    overhangs: tuple[InkBox, ...] = ()
    rise: float = 0.0

    @property
    def text_size(self) -> float:
        """Its size in units, or the size of the text that it is a script of."""
        return self.size / SCRIPT if self.rise else self.size

    @property
    def width(self) -> float:
        """The run's advance in units."""
        return sum(glyph.advance for glyph in self.glyphs) * self.size / self.units_per_em

    @property
    def ink(self) -> Rect:
        """The box of its ink from the start of its baseline, in units with y downwards."""
        return self.scale(self.bounds)

    def scale(self, box: InkBox) -> Rect:
        """Return a box of its ink in units, with y downwards."""
        left, low, right, high = (edge * self.size / self.units_per_em for edge in box)
        return Rect(left, -high - self.rise, right - left, high - low)


@value_object
class Metrics:
    """A style's vertical measures in units, all positive, from the baseline."""

    descent: float
    cap_height: float
    x_height: float
