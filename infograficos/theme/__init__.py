"""The visual system: a theme's file, its values, and the look of a figure in one of its variants."""

from infograficos.theme.loading import load_theme
from infograficos.theme.look import Look, Variant, pick_preset, pick_variant, pick_width, refused_width
from infograficos.theme.model import Preset, Theme, ThemeLimits, Tones, TypeStyle

__all__ = [
    "Look",
    "Preset",
    "Theme",
    "ThemeLimits",
    "Tones",
    "TypeStyle",
    "Variant",
    "load_theme",
    "pick_preset",
    "pick_variant",
    "pick_width",
    "refused_width",
]
