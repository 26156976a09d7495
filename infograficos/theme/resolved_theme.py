"""A theme in one variant, with colours, spaces and type looked up by name."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

from infograficos.errors import InputError, look_up
from infograficos.language.messages import message
from infograficos.scene.glyph_run import Family, FontStyle
from infograficos.theme.model import (
    LIT_TONE,
    NARROWEST,
    WEIGHTS,
    WIDEST,
    Colors,
    CoverSize,
    Preset,
    Theme,
    Tones,
    TypeStyle,
)
from infograficos.theme.tones import MARK_TONE, Ground, ground_of

if TYPE_CHECKING:
    from infograficos.scene.items import Paint

Variant = Literal["light", "dark"]

#: A variant, or `auto` for an SVG with both.
ColorScheme = Literal["light", "dark", "auto"]


_MARK = "mark"


@dataclass(frozen=True)
class ResolvedTheme:
    """A theme in one variant; an unknown name raises `InputError` with suggestions."""

    theme: Theme
    variant: Variant = "light"

    def paint(self, name: str) -> Paint:
        """Return a colour, such as `paper`, `surface`, `ink`, `muted`, `line`, `shade` or `response.soft`.

        `response.mark` is the tone in which a mark of that role stands out from the paper, `response.lit`
        that of an object's top.
        """
        if name not in self._paints:
            role, _, tone = name.rpartition(".")
            # A builder paints the tones of a role: what the author wrote, and can mend, is the role.
            if role and tone in (*Tones.model_fields, _MARK, LIT_TONE):
                look_up("o papel", role, self._colors.roles)
        return look_up("a cor", name, self._paints)

    def space(self, name: str) -> float:
        """Return a gap in units."""
        return look_up("o espaço", name, self.theme.space)

    def radius(self, name: str) -> float:
        """Return a corner radius in units."""
        return look_up("o raio", name, self.theme.radius)

    def stroke(self, name: str) -> float:
        """Return a stroke width in units."""
        return look_up("o traço", name, self.theme.stroke)

    def size(self, name: str) -> float:
        """Return the size of a small shape in units."""
        return look_up("o tamanho", name, self.theme.size)

    def type(self, name: str) -> TypeStyle:
        """Return a type style."""
        return look_up("o estilo de texto", name, self.theme.type)

    def font(self, name: str, weight: int | None = None, family: Family | None = None) -> FontStyle:
        """Return the font of a type style, optionally in another weight or family.

        A weight that the family lacks becomes its nearest lighter one: 700 becomes 600 in `mono`. A weight
        that no family has raises `InputError`.
        """
        style = self.type(name)
        requested = style.weight if weight is None else weight
        chosen = style.family if family is None else family
        weights = look_up("a família de letra", chosen, WEIGHTS)
        if requested not in WEIGHTS["sans"]:
            raise InputError(
                "o peso de letra {weight} não existe; os pesos válidos são: {valid}",
                weight=requested,
                valid=list(WEIGHTS["sans"]),
            )
        return FontStyle(chosen, max(each for each in weights if each <= requested), style.size)

    @property
    def ground(self) -> Ground:
        """Whether the paper is light or dark: a blackboard is dark in both variants."""
        return ground_of(self._colors.paper)

    @property
    def categories(self) -> frozenset[str]:
        """The names of the colours that only tell categories apart."""
        return frozenset(self._colors.categories)

    @cached_property
    def _paints(self) -> Mapping[str, Paint]:
        # A cached export needs no paints.
        from infograficos.scene.items import Paint  # noqa: PLC0415

        colors = self._colors.by_name()
        tone = MARK_TONE[self.ground]
        marks = {
            f"{role}.{_MARK}": colors[f"{role}.{tone}"]
            for role in (*self._colors.roles, *self._colors.categories)
        }
        return {name: Paint(name, value) for name, value in (colors | marks).items()}

    @property
    def _colors(self) -> Colors:
        colors: Colors = look_up("a variante", self.variant, dict(self.theme.colors))
        return colors


def pick_preset(theme: Theme, name: str) -> Preset:
    """Look up a preset, such as `medium`; an unknown name raises `InputError`."""
    return look_up("o preset", name, theme.presets)


def presets_for(theme: Theme, width: float, names: Container[str] = ()) -> dict[str, Preset]:
    """Return the presets to audit a sheet for, by its width in units.

    The named presets with this sheet width; if there are none, all but those `on_request`.
    """
    candidates = {name: each for name, each in theme.presets.items() if each.sheet in (None, width)}
    named = {name: each for name, each in candidates.items() if name in names}
    return named or {name: each for name, each in candidates.items() if not each.on_request}


def pick_cover(theme: Theme, name: str) -> CoverSize:
    """Look up a cover size, such as `og`; an unknown name raises `InputError`."""
    return look_up("a capa", name, theme.covers)


def pick_width(theme: Theme, width: object = None) -> float:
    """Return a sheet width in units, by default the theme's; an invalid one raises `InputError`."""
    return _pick_width(theme, width, WIDEST)


def pick_published_width(theme: Theme, width: object = None) -> float:
    """Return a sheet width in units as `pick_width`; one that no preset shows legibly raises `InputError`."""
    return _pick_width(theme, width, widest_published(theme))


def widest_published(theme: Theme) -> int:
    """Return the greatest width in units at which the smallest type is legible in a preset's columns."""
    size, limits = min(style.size for style in theme.type.values()), theme.limits
    columns = (
        min(preset.small_phone / limits.phone_text, preset.column / limits.desktop_text)
        for preset in theme.presets.values()
    )
    return min(WIDEST, int(size * max(columns)))


def _pick_width(theme: Theme, width: object, widest: int) -> float:
    if width is None:
        return theme.sheet.width
    if isinstance(width, int | float) and not isinstance(width, bool) and NARROWEST <= width <= widest:
        return float(width)
    given = f"{width:g}" if isinstance(width, float) else str(width)
    advice = "" if widest == WIDEST else message(": mais larga, o texto miúdo não se lê no celular")
    raise InputError(
        "a largura “{width}” não serve; esperado um número de {least} a {most}, em unidades{advice}",
        width=given,
        least=NARROWEST,
        most=widest,
        advice=advice,
    )


def pick_variant(name: str) -> Variant:
    """Look up a variant, `light` or `dark`; an unknown name raises `InputError`."""
    variants: dict[str, Variant] = {variant: variant for variant in get_args(Variant)}
    return look_up("a variante", name, variants)


def pick_color_scheme(name: str) -> ColorScheme:
    """Look up a colour scheme: a variant or `auto`; an unknown name raises `InputError`."""
    schemes: dict[str, ColorScheme] = {scheme: scheme for scheme in get_args(ColorScheme)}
    return look_up("a variante", name, schemes)
