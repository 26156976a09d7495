"""Loads themes, and resolves their names in a variant."""

from infograficos.theme.loading import ThemeSource, load_theme, theme_file
from infograficos.theme.model import CoverSize, Preset, Theme, ThemeLimits, TypeStyle
from infograficos.theme.resolved_theme import (
    ColorScheme,
    ResolvedTheme,
    Variant,
    pick_color_scheme,
    pick_cover,
    pick_preset,
    pick_published_width,
    pick_variant,
    pick_width,
    presets_for,
)

__all__ = [
    "ColorScheme",
    "CoverSize",
    "Preset",
    "ResolvedTheme",
    "Theme",
    "ThemeLimits",
    "ThemeSource",
    "TypeStyle",
    "Variant",
    "load_theme",
    "pick_color_scheme",
    "pick_cover",
    "pick_preset",
    "pick_published_width",
    "pick_variant",
    "pick_width",
    "presets_for",
    "theme_file",
]
