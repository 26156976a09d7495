"""Perceived colour: contrast and colour difference."""

from __future__ import annotations

from functools import cache
from math import atan2, cbrt, cos, degrees, exp, fsum, hypot, radians, sin, sqrt

from infograficos.scene.color import Matrix, Vector, dot, to_linear, transform

#: Linear sRGB to CIE XYZ (IEC 61966-2-1), and the XYZ of its white, D65.
_TO_XYZ: Matrix = (
    (0.4123907992659593, 0.357584339383878, 0.1804807884018343),
    (0.21263900587151024, 0.715168678767756, 0.07219231536073371),
    (0.01933081871559182, 0.11919477979462598, 0.9505321522496607),
)
_WHITE = (0.3127 / 0.329, 1.0, (1 - 0.3127 - 0.329) / 0.329)

#: The weights of red, green and blue in luma and luminance (Rec. 709).
_LUMA: Vector = (0.2126, 0.7152, 0.0722)

#: Each deficiency's confusion direction in linear sRGB, and the planes that project a colour along it: protan
#: and deutan after Viénot, Brettel and Mollon (1999), tritan, where the farther of two half-planes counts,
#: after Brettel, Viénot and Mollon (1997).
_EYES: dict[str, tuple[Vector, Matrix]] = {
    "protan": ((-0.8876172387778362, 0.11238276122216405, 0.004005768273046943), ((1, -1, 0),)),
    "deutan": ((-0.7072498857215644, 0.2927501142784356, -0.02233658702912909), ((1, -1, 0),)),
    "tritan": (
        (0.16830332487705688, -0.16382486730281062, 1),
        (
            (-0.3756079821999922, 1.127654122898119, -0.7520461406981273),
            (0.07589478675664744, 0.8049996047657653, -0.8808943915224124),
        ),
    ),
}


@cache
def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours such as `#1b2433`, from 1 to 21.

    Source: WCAG 2.2, “contrast ratio” and “relative luminance”.
    """
    low, high = sorted(dot(_LUMA, to_linear(color)) for color in (first, second))
    return (high + 0.05) / (low + 0.05)


@cache
def mid_tone_shares(color: str, behind: str) -> tuple[bool, float]:
    """Return whether a colour is a mid-tone, and the share of its blends with the one behind that are."""
    front, back = bytes.fromhex(color[1:]), bytes.fromhex(behind[1:])
    steps = [step / 20 for step in range(21)]
    mids = [_is_mid_tone(*(a + (b - a) * step for a, b in zip(back, front, strict=True))) for step in steps]
    return mids[-1], sum(mids) / len(mids)


def _is_mid_tone(red: float, green: float, blue: float) -> bool:
    """Return whether a colour is neither grey nor pale nor dark, by channels from 0 to 255."""
    is_colored = max(red, green, blue) - min(red, green, blue) > 45
    return is_colored and 90 < dot(_LUMA, (red, green, blue)) < 215


@cache
def difference(first: str, second: str, eye: str = "") -> float:
    """Return the difference ΔE2000 of two colours to an eye: `protan`, `deutan`, `tritan`, or normal.

    Simulated colours are not clipped to the gamut.
    Source: Sharma, Wu and Dalal, “The CIEDE2000 color-difference formula” (2005).
    """
    (l1, a1, b1), (l2, a2, b2) = _lab(first, eye), _lab(second, eye)
    stretch = 1.5 - 0.5 * _chroma_weight((hypot(a1, b1) + hypot(a2, b2)) / 2)
    (c1, h1), (c2, h2) = _polar(a1 * stretch, b1), _polar(a2 * stretch, b2)
    # Without a hue on either side, every hue term is multiplied by 0.
    turn = (h1 - h2 + 180) % 360 - 180
    hue, lightness, chroma = (h2 + turn / 2) % 360, (l1 + l2) / 2, (c1 + c2) / 2
    terms = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    tilt = 1 + fsum(factor * cos(radians(times * hue + shift)) for factor, times, shift in terms)
    off_middle = (lightness - 50) ** 2
    dl = (l1 - l2) / (1 + 0.015 * off_middle / sqrt(20 + off_middle))
    dc = (c1 - c2) / (1 + 0.045 * chroma)
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * tilt)
    rotation = -2 * _chroma_weight(chroma) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)


@cache
def _lab(color: str, eye: str) -> Vector:
    linear = to_linear(color)
    if eye in _EYES:
        (red, green, blue), planes = _EYES[eye]
        move = max(dot(plane, linear) for plane in planes)
        linear = (linear[0] + red * move, linear[1] + green * move, linear[2] + blue * move)
    xyz = zip(transform(_TO_XYZ, linear), _WHITE, strict=True)
    x, y, z = (
        cbrt(s) if (s := value / white) > 216 / 24389 else (24389 / 27 * s + 16) / 116 for value, white in xyz
    )
    # Rounded, so that a grey has no hue.
    return 116 * y - 16, round(500 * (x - y), 9), round(200 * (y - z), 9)


def _chroma_weight(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _polar(a: float, b: float) -> tuple[float, float]:
    return hypot(a, b), degrees(atan2(b, a)) % 360
