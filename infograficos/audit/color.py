"""Colours as eyes see them: contrast, perceived difference, lightness and chroma."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import atan2, cbrt, cos, degrees, exp, hypot, radians, sin, sqrt

_Vector = tuple[float, float, float]
_Matrix = Sequence[Sequence[float]]

#: Linear sRGB to CIE XYZ (IEC 61966-2-1), and the XYZ of its white, D65.
_TO_XYZ: _Matrix = (
    (0.4123907992659593, 0.357584339383878, 0.1804807884018343),
    (0.21263900587151024, 0.715168678767756, 0.07219231536073371),
    (0.01933081871559182, 0.11919477979462598, 0.9505321522496607),
)
_WHITE = (0.3127 / 0.329, 1.0, (1 - 0.3127 - 0.329) / 0.329)

#: CIE XYZ to OKLab's cone responses, and their cube roots to OKLab (Ottosson, 2020).
_TO_CONES: _Matrix = (
    (0.819022437996703, 0.3619062600528904, -0.1288737815209879),
    (0.03298365393238847, 0.9292868615863434, 0.03614466635064236),
    (0.04817718935962421, 0.2642395317527308, 0.6335478284694309),
)
_TO_OKLAB: _Matrix = (
    (0.21045426830931396, 0.7936177747023053, -0.0040720430116192585),
    (1.9779985324311686, -2.42859224204858, 0.450593709617411),
    (0.025904042465547734, 0.7827717124575297, -0.8086757549230774),
)

#: Dichromats' view of linear sRGB (Viénot, Brettel and Mollon, 1999).
_DICHROMATS: dict[str, _Matrix] = {
    "protan": (
        (0.11238276122216405, 0.8876172387778362, 0.0),
        (0.11238276122216398, 0.8876172387778362, 0.0),
        (0.0040057682730469425, -0.004005768273046939, 1.0),
    ),
    "deutan": (
        (0.2927501142784356, 0.7072498857215644, 0.0),
        (0.2927501142784356, 0.7072498857215644, 0.0),
        (-0.022336587034129083, 0.022336587034129093, 1.0),
    ),
}

#: Tritanopia needs two half-planes of cone responses (Brettel, Viénot and Mollon, 1997).
_TO_LMS: _Matrix = (
    (0.178824041258, 0.4351609057000001, 0.04119349692),
    (0.034556423182, 0.27155382458, 0.038671308360000003),
    (0.000299565576, 0.0018430896, 0.01467086136),
)
_TRITAN_SEPARATOR = (0.344781556122, -0.6551784438780001)
_TRITAN: tuple[_Matrix, _Matrix] = (
    (
        (7.392856536180033, -11.148044821248138, 0.0),
        (-0.34194012421930653, 3.5501661175064, 0.0),
        (-4.2050692716448586, 10.89115898202731, 0.0),
    ),
    (
        (8.0643934576311, -12.42414705871019, 0.0),
        (-0.9956078228581946, 4.7923119863996835, 0.0),
        (-0.2150297288038942, 3.3090019545637928, 0.0),
    ),
)


@cache
def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours such as `#1b2433`, from 1 to 21.

    Source: WCAG 2.2, “contrast ratio” and “relative luminance”.
    """
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@cache
def lightness_and_chroma(color: str) -> tuple[float, float]:
    """Return a colour's lightness and chroma in OKLCH."""
    cones = _transform(_TO_CONES, _transform(_TO_XYZ, _linear(color)))
    lightness, a, b = _transform(_TO_OKLAB, (cbrt(cones[0]), cbrt(cones[1]), cbrt(cones[2])))
    return lightness, hypot(a, b)


@cache
def difference(first: str, second: str, eye: str = "") -> float:
    """Return how far apart two colours are (ΔE2000) to an eye: `protan`, `deutan`, `tritan`, or any other.

    What such an eye sees is never shown on a screen, and so is not clipped to a screen's colours.
    Source: Sharma, Wu and Dalal, “The CIEDE2000 color-difference formula” (2005).
    """
    (l1, a1, b1), (l2, a2, b2) = _lab(first, eye), _lab(second, eye)
    stretch = 1.5 - 0.5 * _chroma_weight((hypot(a1, b1) + hypot(a2, b2)) / 2)
    (c1, h1), (c2, h2) = _polar(a1 * stretch, b1), _polar(a2 * stretch, b2)
    colorless = c1 * c2 == 0
    turn = 0.0 if colorless else (h1 - h2 + 180) % 360 - 180
    hue = h1 + h2 if colorless else _mean_hue(h1, h2)
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    tilt = (
        1
        - 0.17 * _cos(hue - 30)
        + 0.24 * _cos(2 * hue)
        + 0.32 * _cos(3 * hue + 6)
        - 0.20 * _cos(4 * hue - 63)
    )
    off_middle = (lightness - 50) ** 2
    dl = (l1 - l2) / (1 + 0.015 * off_middle / sqrt(20 + off_middle))
    dc = (c1 - c2) / (1 + 0.045 * chroma)
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * tilt)
    rotation = -2 * _chroma_weight(chroma) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)


def _luminance(color: str) -> float:
    red, green, blue = _linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(color: str) -> _Vector:
    channels = (value / 255 for value in bytes.fromhex(color[1:]))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


@cache
def _lab(color: str, eye: str) -> _Vector:
    xyz = _transform(_TO_XYZ, _seen(_linear(color), eye))
    x, y, z = (_lab_curve(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    a, b = 500 * (x - y), 200 * (y - z)
    # A grey has no hue, not that of its rounding.
    return (116 * y - 16, a, b) if hypot(a, b) > 1e-9 else (116 * y - 16, 0.0, 0.0)


def _lab_curve(share: float) -> float:
    return cbrt(share) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def _seen(linear: _Vector, eye: str) -> _Vector:
    if eye == "tritan":
        cones = _transform(_TO_LMS, linear)
        side = _TRITAN_SEPARATOR[0] * cones[0] + _TRITAN_SEPARATOR[1] * cones[1] > 0
        return _transform(_TRITAN[side], cones)
    return _transform(_DICHROMATS[eye], linear) if eye in _DICHROMATS else linear


def _transform(matrix: _Matrix, vector: _Vector) -> _Vector:
    # Not `sum`, which rounds otherwise from one version of Python to the next.
    x, y, z = (a * vector[0] + b * vector[1] + c * vector[2] for a, b, c in matrix)
    return x, y, z


def _chroma_weight(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _polar(a: float, b: float) -> tuple[float, float]:
    return hypot(a, b), degrees(atan2(b, a)) % 360


def _mean_hue(first: float, second: float) -> float:
    half = (first + second) / 2
    return half if abs(first - second) <= 180 else (half + 180 if half < 180 else half - 180)


def _cos(angle: float) -> float:
    return cos(radians(angle))
