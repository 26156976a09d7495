"""Themes: loading, values, and names resolved in a variant."""

from infograficos.theme.loading import ThemeSource, load_theme
from infograficos.theme.model import CoverSize, Preset, Theme, ThemeLimits, Tones, TypeStyle
from infograficos.theme.resolved_theme import (
    ResolvedTheme,
    Variant,
    invalid_width_message,
    pick_cover,
    pick_preset,
    pick_variant,
    pick_width,
    presets_for,
)

__all__ = [
    "CoverSize",
    "Preset",
    "ResolvedTheme",
    "Theme",
    "ThemeLimits",
    "ThemeSource",
    "Tones",
    "TypeStyle",
    "Variant",
    "invalid_width_message",
    "load_theme",
    "pick_cover",
    "pick_preset",
    "pick_variant",
    "pick_width",
    "presets_for",
]
