"""What a theme holds, checked strictly: a number written as text, or a name not foreseen, is a mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from infograficos.content.validation_messages import expected_message
from infograficos.scene.glyph_run import Family
from infograficos.theme.conflicts import find_conflicts

#: The weights that the bundled faces have.
WEIGHTS: Mapping[str, tuple[int, ...]] = {"sans": (400, 600, 700), "mono": (400, 600)}

#: The sheet's width in units: below, no word of a figure fits beside another; above, no reader sees it whole.
NARROWEST, WIDEST = 280, 1600

#: What is longer than this, in units or pixels, is a slip, and would fill the machine's memory.
LARGEST = 10_000

#: What names a folder is no longer than systems allow, in letters of up to three bytes.
LONGEST_NAME = 80

#: The names that Windows keeps for devices, which no folder can have.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}
)


def _color(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        return value.lower()
    raise ValueError(expected_message("uma cor no formato #rrggbb", value))


def _name(value: str) -> str:
    if re.fullmatch(r"[\w-]+", value):
        return value
    raise ValueError(expected_message("um nome só de letras, algarismos, “_” e “-”", value))


def _folder_name(value: str) -> str:
    if value.casefold() in _DEVICES:
        raise ValueError(expected_message("um nome que o Windows não guarde para um aparelho", value))
    if len(value) > LONGEST_NAME:
        raise ValueError(expected_message(f"um nome de pasta de até {LONGEST_NAME} letras", value))
    return value


Color = Annotated[str, BeforeValidator(_color)]
Name = Annotated[str, AfterValidator(_name)]
FolderName = Annotated[Name, AfterValidator(_folder_name)]
Positive = Annotated[float, Field(gt=0, le=LARGEST, allow_inf_nan=False)]
Length = Annotated[float, Field(ge=0, le=LARGEST, allow_inf_nan=False)]
Count = Annotated[int, Field(gt=0, le=LARGEST)]
CoverSide = Annotated[int, Field(ge=200, le=4096)]
SheetWidth = Annotated[float, Field(ge=NARROWEST, le=WIDEST)]
Contrast = Annotated[float, Field(ge=1, le=21, allow_inf_nan=False)]


class ThemePart(BaseModel):
    """A table of the theme: frozen, and closed to names that it does not foresee."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Sheet(ThemePart):
    """The sheet's width and margins in units, for the article and, below `narrow`, for the phone."""

    width: Positive
    margin: Length
    narrow: Positive
    narrow_margin: Length
    phone: Positive


class TypeStyle(ThemePart):
    """How a kind of text is set; `leading` is the distance between lines in times the size."""

    family: Family
    size: Positive
    weight: Literal[400, 600, 700]
    leading: Positive

    @field_validator("weight")
    @classmethod
    def _weight_exists(cls, weight: int, info: ValidationInfo) -> int:
        if info.data.get("family") == "mono" and weight not in WEIGHTS["mono"]:
            raise ValueError(expected_message('400 ou 600, os pesos da família "mono"', weight))
        return weight


class Tones(ThemePart):
    """A role's three tones: fill, border, and text or marks."""

    soft: Color
    line: Color
    strong: Color


class Colors(ThemePart):
    """One variant's neutral colours and roles."""

    paper: Color
    surface: Color
    ink: Color
    muted: Color
    line: Color
    roles: dict[Name, Tones]

    def named(self) -> dict[str, str]:
        """Return every colour by the name that a figure uses: `ink`, `response.soft`."""
        neutral = {name: getattr(self, name) for name in ("paper", "surface", "ink", "muted", "line")}
        return neutral | {
            f"{role}.{tone}": value for role, tones in self.roles.items() for tone, value in tones
        }


class Variants(ThemePart):
    """The same colours on light and on dark paper."""

    light: Colors
    dark: Colors


class Preset(ThemePart):
    """Where a figure is read: PNG width in pixels, columns in CSS pixels, tallest in times the width.

    One with a `sheet` lays its figures out at that width, in units; one `on_request` is written only by name.
    """

    width: Count
    column: Positive
    phone: Positive
    small_phone: Positive
    tallest: Positive
    description: str
    sheet: SheetWidth | None = None
    on_request: bool = False


class CoverSize(ThemePart):
    """A cover in pixels: its size, the middle of it that is always seen, and how wide a phone shows it."""

    width: CoverSide
    height: CoverSide
    safe_width: CoverSide | None = None
    safe_height: CoverSide | None = None
    phone: Positive
    description: str

    @model_validator(mode="after")
    def _agrees(self) -> CoverSize:
        if self.safe[0] > self.width or self.safe[1] > self.height:
            raise ValueError("o meio que sempre se vê não pode ser maior que a capa")
        if not 1.2 <= self.width / self.height <= 3.2:
            raise ValueError("esperada uma capa deitada: a largura de 1,2 a 3,2 vezes a altura")
        return self

    @property
    def safe(self) -> tuple[int, int]:
        """Width and height of what is always seen."""
        return self.safe_width or self.width, self.safe_height or self.height


class ThemeLimits(ThemePart):
    """What the library refuses or warns about; text in units or in the reader's pixels, colours in OKLCH."""

    smallest_text: Positive
    desktop_text: Positive
    phone_text: Positive
    tallest: Positive
    tallest_narrow: Positive
    text_room: Length
    cover_title: Positive
    words_advised: Count
    words_most: Count
    label_words: Count
    code_lines: Count
    paragraph_lines: Count
    paragraph_lines_narrow: Count
    contrast_text: Contrast
    contrast_mark: Contrast
    color_distance: Length
    fill_lightness_light: Length
    fill_lightness_dark: Length
    fill_chroma: Length
    accents: Annotated[int, Field(ge=0, le=LARGEST)]
    alt_least: Count
    alt_most: Count


class Theme(ThemePart):
    """The visual system that the figures share; the tables of names are open to names of one's own."""

    sheet: Sheet
    type: dict[Name, TypeStyle]
    space: dict[Name, Length]
    radius: dict[Name, Length]
    stroke: dict[Name, Positive]
    size: dict[Name, Positive]
    colors: Variants
    presets: dict[FolderName, Preset]
    covers: dict[FolderName, CoverSize]
    limits: ThemeLimits

    @model_validator(mode="after")
    def _agrees(self) -> Theme:
        found = [str(mistake) for mistake in find_conflicts(self.model_dump())]
        if found:
            raise ValueError("; ".join(found))
        return self

    def __hash__(self) -> int:
        """Hash what is hashable, so that what holds a theme can be a key; equal themes hash alike."""
        return hash((self.sheet, self.limits))
