"""Colours in OKLCH: lightness, chroma and hue, as an eye sees them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import atan2, cbrt, cos, degrees, hypot, radians, sin

Vector = tuple[float, float, float]
Matrix = Sequence[Vector]

#: Linear sRGB to OKLab's cone responses, and their cube roots to OKLab (Ottosson, 2020).
_TO_CONES: Matrix = (
    (0.4122214694707629, 0.5363325372617349, 0.051445993267502196),
    (0.2119034958178251, 0.6806995506452345, 0.10739695353694051),
    (0.08830245919005637, 0.2817188391361215, 0.6299787016738223),
)
_TO_OKLAB: Matrix = (
    (0.21045426830931396, 0.7936177747023053, -0.0040720430116192585),
    (1.9779985324311686, -2.42859224204858, 0.450593709617411),
    (0.025904042465547734, 0.7827717124575297, -0.8086757549230774),
)

#: The way back: OKLab to the cube roots of cone responses, and cone responses to linear sRGB.
_FROM_OKLAB: Matrix = (
    (1.0, 0.3963377773761749, 0.2158037573099136),
    (1.0, -0.1055613458156586, -0.0638541728258133),
    (1.0, -0.0894841775298119, -1.2914855480194092),
)
_FROM_CONES: Matrix = (
    (4.0767416360759583, -3.3077115392580629, 0.2309699031821043),
    (-1.2684379732850315, 2.6097573492876882, -0.3413193760026570),
    (-0.0041960761386756, -0.7034186179359362, 1.7076146940746117),
)

#: How far a channel may leave the gamut before it rounds to another colour.
_GAMUT_TOLERANCE = 1e-4


@cache
def to_oklch(color: str) -> Vector:
    """Return the lightness, the chroma and the hue, in degrees, of a colour such as `#1b2433`."""
    long, medium, short = map(cbrt, transform(_TO_CONES, to_linear(color)))
    lightness, a, b = transform(_TO_OKLAB, (long, medium, short))
    return lightness, hypot(a, b), degrees(atan2(b, a)) % 360


@cache
def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """Return the colour as `#rrggbb`, with as much of its chroma as a screen can show."""
    least, most = 0.0, chroma
    if _is_shown(lightness, chroma, hue):
        least = chroma
    # 20 halvings are finer than a channel's 256 steps.
    for _ in range(20 if least < most else 0):
        middle = (least + most) / 2
        least, most = (middle, most) if _is_shown(lightness, middle, hue) else (least, middle)
    channels = (min(1.0, max(0.0, value)) for value in _linear_of(lightness, least, hue))
    return "#" + "".join(f"{round(255 * _encode(value)):02x}" for value in channels)


def to_linear(color: str) -> Vector:
    """Return the linear sRGB channels, from 0 to 1, of a colour such as `#1b2433`."""
    channels = (value / 255 for value in bytes.fromhex(color[1:]))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


def dot(row: Vector, vector: Vector) -> float:
    """Return the dot product, the same on every version of Python, whose `sum` are not."""
    return row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2]


def transform(matrix: Matrix, vector: Vector) -> Vector:
    """Return the product of a matrix and a vector."""
    x, y, z = (dot(row, vector) for row in matrix)
    return x, y, z


def _linear_of(lightness: float, chroma: float, hue: float) -> Vector:
    turn = radians(hue)
    lab = (lightness, chroma * cos(turn), chroma * sin(turn))
    long, medium, short = transform(_FROM_OKLAB, lab)
    return transform(_FROM_CONES, (long**3, medium**3, short**3))


def _is_shown(lightness: float, chroma: float, hue: float) -> bool:
    channels = _linear_of(lightness, chroma, hue)
    return all(-_GAMUT_TOLERANCE <= value <= 1 + _GAMUT_TOLERANCE for value in channels)


def _encode(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
