"""A shaped run of text: the glyphs that are measured are the glyphs that are drawn."""

from __future__ import annotations

from typing import Literal

from infograficos.value_object import value_object

Family = Literal["sans", "mono"]


@value_object
class FontStyle:
    """How a run is set: family, weight (400, 600 or 700), size in units, whether figures align in columns."""

    family: Family = "sans"
    weight: int = 400
    size: float = 22.0
    tabular: bool = False


@value_object
class Glyph:
    """One glyph of a face, with its advance and offsets in font units and the character it stands for."""

    id: int
    advance: int
    x_offset: int
    y_offset: int
    cluster: int


@value_object
class GlyphRun:
    """Glyphs of one face in a row; `face` is the bundled file's name without its ending."""

    text: str
    face: str
    size: float
    units_per_em: int
    glyphs: tuple[Glyph, ...]

    @property
    def width(self) -> float:
        """The run's advance in units."""
        return sum(glyph.advance for glyph in self.glyphs) * self.size / self.units_per_em


@value_object
class Metrics:
    """A style's vertical measures in units, all positive, from the baseline."""

    descent: float
    cap_height: float
    x_height: float
