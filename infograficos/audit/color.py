"""Colours as eyes see them: the only importer of coloraide."""

from __future__ import annotations

from functools import cache

from coloraide import Color


@cache
def difference(first: str, second: str, eye: str = "") -> float:
    """Return how far apart two colours are (ΔE2000) to an eye: `protan`, `deutan`, `tritan`, or any other.

    What such an eye sees is never shown on a screen, and so is not forced into a screen's colours.
    """
    one, other = (Color(color).filter(eye) if eye else Color(color) for color in (first, second))
    return float(one.delta_e(other, method="2000"))


@cache
def lightness_and_chroma(color: str) -> tuple[float, float]:
    """Return a colour's lightness and chroma in OKLCH."""
    lightness, chroma, _ = Color(color).convert("oklch").coords()
    return float(lightness), float(chroma)
