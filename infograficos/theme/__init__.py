"""The visual system: a theme's file, its values, and the look of a figure in one of its variants."""

from infograficos.theme.loading import load_theme
from infograficos.theme.model import CoverSize, Preset, Theme, ThemeLimits, Tones, TypeStyle
from infograficos.theme.resolved_theme import (
    ResolvedTheme,
    Variant,
    pick_cover,
    pick_preset,
    pick_variant,
    pick_width,
    presets_for,
    refused_width,
)

__all__ = [
    "CoverSize",
    "Preset",
    "ResolvedTheme",
    "Theme",
    "ThemeLimits",
    "Tones",
    "TypeStyle",
    "Variant",
    "load_theme",
    "pick_cover",
    "pick_preset",
    "pick_variant",
    "pick_width",
    "presets_for",
    "refused_width",
]
