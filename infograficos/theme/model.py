"""The tables of a theme, validated strictly: no numbers as text, no unknown names."""

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

from infograficos.content.fields import LanguageTag
from infograficos.content.validation_messages import expected_message
from infograficos.language.languages import SOURCE
from infograficos.language.messages import message
from infograficos.scene.color import from_oklch, to_oklch
from infograficos.scene.glyph_run import Family
from infograficos.theme.cross_table_issues import cross_table_issues
from infograficos.theme.tones import shade_of

#: The weights that the bundled faces have.
WEIGHTS: Mapping[str, tuple[int, ...]] = {"sans": (400, 600, 700), "mono": (400, 600)}

#: The least and greatest sheet width in units.
NARROWEST, WIDEST = 280, 1600

COLOR = "#[0-9a-fA-F]{6}"

#: The greatest length in units or pixels, which bounds memory.
LARGEST = 10_000

#: The most letters of a folder name, for file systems that count up to 255 bytes.
LONGEST_NAME = 80

#: The tone of what the light falls on.
LIT_TONE = "lit"

#: Device names, which Windows refuses as folder names.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}
)


def _color(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(COLOR, value):
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
        raise ValueError(expected_message("um nome de pasta de até {most} letras", value, most=LONGEST_NAME))
    return value


Color = Annotated[str, BeforeValidator(_color)]
Name = Annotated[str, AfterValidator(_name)]
FolderName = Annotated[Name, AfterValidator(_folder_name)]
Positive = Annotated[float, Field(gt=0, le=LARGEST, allow_inf_nan=False)]
Length = Annotated[float, Field(ge=0, le=LARGEST, allow_inf_nan=False)]
Count = Annotated[int, Field(gt=0, le=LARGEST)]
CoverSide = Annotated[int, Field(ge=200, le=4096)]
SheetWidth = Annotated[float, Field(ge=NARROWEST, le=WIDEST)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Contrast = Annotated[float, Field(ge=1, le=21, allow_inf_nan=False)]


class ThemePart(BaseModel):
    """A table of the theme: frozen and without unknown names."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Sheet(ThemePart):
    """Sheet widths and margins in units; sheets under `narrow` have the layout for a phone, `phone` wide."""

    width: Positive
    margin: Length
    narrow: Positive
    narrow_margin: Length
    phone: Positive


class TypeStyle(ThemePart):
    """A type style: size in units, `leading` (the distance between baselines) in multiples of it."""

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
    """A role's eight tones, from that of panels (`soft`) to that of text (`strong`).

    `tint` is the lightest face of an object, `mid` a face that matters, `line` a border, `body` and `deep`
    are the sides of an object, and `solid` is the one solid fill of a figure.
    """

    soft: Color
    tint: Color
    mid: Color
    line: Color
    body: Color
    deep: Color
    solid: Color
    strong: Color


class Colors(ThemePart):
    """One variant's neutral colours, its roles, and the colours of what is only a category."""

    paper: Color
    surface: Color
    ink: Color
    muted: Color
    line: Color
    roles: dict[Name, Tones]
    categories: dict[Name, Tones]

    def by_name(self) -> dict[str, str]:
        """Return every colour by name: `ink`, `response.soft`.

        Two are made from others: `shade` is the paper in an object's shade, and `response.lit` the top of an
        object, on which the light falls.
        """
        neutral = {name: getattr(self, name) for name in ("paper", "surface", "ink", "muted", "line")}
        neutral["shade"] = shade_of(self.paper)
        tones = (self.roles | self.categories).items()
        lit = {f"{role}.{LIT_TONE}": _light(each) for role, each in tones}
        return neutral | lit | {f"{role}.{tone}": value for role, each in tones for tone, value in each}


def _light(tones: Tones) -> str:
    """Return the tint or, where the sides are lighter, a colour two thirds of the way to the solid fill."""
    tint, side, solid = map(to_oklch, (tones.tint, tones.body, tones.solid))
    if tint[0] > side[0]:
        return tones.tint
    lightness, chroma = (side[i] + (solid[i] - side[i]) * 2 / 3 for i in (0, 1))
    return from_oklch(lightness, chroma, solid[2])


class Variants(ThemePart):
    """The colours of the light and the dark variant."""

    light: Colors
    dark: Colors


class Preset(ThemePart):
    """A place of publication: `width` of the PNG in pixels, `tallest` in multiples of the width.

    `column`, `phone` and `small_phone` are column widths in CSS pixels. `sheet` is a sheet width in units;
    None is the theme's. An `on_request` preset is exported only by name.
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
    """A cover: size and centred safe area in pixels, its width on a `phone` in CSS pixels."""

    width: CoverSide
    height: CoverSide
    safe_width: CoverSide | None = None
    safe_height: CoverSide | None = None
    phone: Positive
    description: str

    @model_validator(mode="after")
    def _agrees(self) -> CoverSize:
        if self.safe[0] > self.width or self.safe[1] > self.height:
            raise ValueError(message("o meio que sempre se vê não pode ser maior que a capa"))
        if not 1.2 <= self.width / self.height <= 3.2:
            wide = message(
                "esperada uma capa deitada: a largura de {least} a {most} vezes a altura", least=1.2, most=3.2
            )
            raise ValueError(wide)
        return self

    @property
    def safe(self) -> tuple[int, int]:
        """Width and height of the safe area, in pixels."""
        return self.safe_width or self.width, self.safe_height or self.height


class ToneBounds(ThemePart):
    """The least and the greatest lightness of a tone, and its greatest chroma, in OKLCH."""

    darkest: Share
    lightest: Share
    chroma: Share


class VariantBounds(ThemePart):
    """The bounds of each tone on light and on dark paper."""

    light: dict[Name, ToneBounds]
    dark: dict[Name, ToneBounds]


class ThemeLimits(ThemePart):
    """The limits of the rules: text on screens in CSS pixels, fills in OKLCH, lengths in units."""

    smallest_text: Positive
    desktop_text: Positive
    phone_text: Positive
    tallest: Positive
    tallest_narrow: Positive
    text_room: Length
    cover_title: Positive
    words_advised: Count
    words_most: Count
    diagram_words_advised: Count
    diagram_words_most: Count
    label_words: Count
    code_lines: Count
    paragraph_lines: Count
    paragraph_lines_narrow: Count
    contrast_text: Contrast
    contrast_mark: Contrast
    color_distance: Length
    tones: VariantBounds
    strong_share: Share
    accents: Annotated[int, Field(ge=0, le=LARGEST)]
    body_width: Share
    outlined_most: Share
    mid_tone_most: Share
    alt_least: Count
    alt_most: Count


class Theme(ThemePart):
    """The visual system of the figures; tables such as `space` and `presets` take further names.

    `language` is that of figures and chapters without their own.
    """

    language: LanguageTag = SOURCE
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
        issues = [str(issue) for issue in cross_table_issues(self.model_dump())]
        if issues:
            raise ValueError("; ".join(issues))
        return self

    def __hash__(self) -> int:
        """Hash what is hashable, so that a theme can be part of a key."""
        return hash(self.sheet.width)
