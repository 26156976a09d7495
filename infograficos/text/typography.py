"""Portuguese typography of a string: true minus, curly quotes, ellipsis, and spaces that must not break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from math import floor, log10

#: Room for the digits of any float.
_WIDE = Context(prec=400)

#: From here on a number is written with a power of ten.
_LONGEST_WRITTEN = 1e6
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

#: From this many figures before the comma on, thousands are parted by points.
_LONG = 5

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_REWRITES = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<![\w.])-(?=\d)"), MINUS),
    (re.compile(r'(^|[\s(\[{–—])"'), r"\1“"),
    (re.compile(r'"'), "”"),
)

_MEASURES = r"%|‰|°[CF]?|[kmcMG]?[mgBb]|k[mg]|[mµ]?s|h|min|px|[kMG]Hz"
_COUNTED = r"mil|milh(?:ão|ões)|bilh(?:ão|ões)|tokens?|passos?|épocas?"
_UNITS = rf"(?:{_MEASURES}|{_COUNTED})"
_GLUED = (
    re.compile(r"(?<=R\$) (?=\d)|(?<=US\$) (?=\d)"),
    re.compile(rf"(?<=\d) (?={_UNITS}(?!\w))"),
    # A short relation or product is read at once; in a long one a line may end before a sign.
    re.compile(r"(?<!\S)\S{1,8} [=≠≤≥≈<>×] (?=\S{1,8}(?!\S))"),
    re.compile(r"(?<=\d) (?=\d{3}(?!\d))"),
    re.compile(r"(?<!\w)((?:Fig|Figs|Tab|Eq|Cap|Sec|p|pp|n|nº|n\.º|v|vol|art)\.?) (?=\d)"),
    re.compile(r"(?<!\w)((?:Sr|Sra|Dr|Dra|Prof|Profa)\.) (?=\w)"),
)


def smarten(text: str, before: str = "") -> str:
    """Return a text with “curly quotes”, a true minus before numbers and … as one character.

    `before` is the character in front of it, which tells an opening quote from a closing one.
    """
    whole = before + text
    for pattern, written in _REWRITES:
        whole = pattern.sub(written, whole)
    return whole[len(before) :]


def insert_no_break_spaces(text: str) -> str:
    """Return a text of the same length in which “R$ 10”, “50 %” and “Fig. 3” cannot be parted."""
    for pattern in _GLUED:
        text = pattern.sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text)
    return text


def rounded(value: float, places: int) -> float:
    """Round a number as readers do by hand, halves away from zero: 1,25 becomes 1,3.

    It is the number as it is written that is rounded, not the nearest binary fraction.
    """
    exact = Decimal(repr(float(value)))
    return float(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE))


def decimal(value: float, places: int) -> str:
    """Write a number as Portuguese does: decimal comma, true minus, no negative zero.

    Args:
        value: any finite number.
        places: how many decimals to show.
    """
    written = f"{rounded(value, places) + 0.0:.{places}f}"
    return written.replace("-", MINUS).replace(".", ",")


def parted(written: str, always: bool = False) -> str:
    """Return a number that `decimal` wrote with points between its thousands, from 10.000 on.

    Four figures go without a point, as Portuguese allows: a year is one, and 1024 is read at a glance.

    Args:
        written: the number.
        always: part four figures too, as those that stand in a column with more.
    """
    whole, comma, rest = written.partition(",")
    digits = whole.removeprefix(MINUS)
    if len(digits) < _LONG and not always:
        return written
    points = f"{int(digits):,}".replace(",", ".")
    return f"{whole.removesuffix(digits)}{points}{comma}{rest}"


def one_line(text: str) -> str:
    """Return a text of several lines, perhaps empty ones among them, as one without tabs."""
    return " ".join(filter(None, map(str.strip, text.expandtabs(1).splitlines())))


def places_that_add_up(values: Sequence[float], most: int) -> tuple[int, int]:
    """Return the fewest decimals of numbers and of their mean with which these, as written, give that.

    A number that is not 0 is not written as 0. Where no decimals agree, both are `most`.
    """
    mean = sum(values) / len(values)
    for more in (1, 0):
        for places in range(1, most + 1 - more):
            written = decimal(mean_as_written(values, places), places + more)
            vanishing = any(value and not rounded(value, places) for value in values)
            if written == decimal(mean, places + more) and not vanishing:
                return places, places + more
    return most, most


def mean_as_written(values: Sequence[float], places: int) -> float:
    """Return the mean of numbers that are written with so many decimals."""
    return sum(rounded(value, places) for value in values) / len(values)


def short_number(value: float, places: int) -> str:
    """Write a number with so many decimals, or as 1,5 × 10⁶ where it is too long to be read."""
    if abs(value) < _LONGEST_WRITTEN:
        return parted(decimal(value, places))
    power = floor(log10(abs(value)))
    mantissa = decimal(float(Decimal(repr(value)).scaleb(-power)), 1)
    if mantissa.endswith("10,0"):
        mantissa, power = mantissa.replace("10,0", "1,0"), power + 1
    return f"{mantissa} × 10{str(power).translate(_RAISED)}".replace(" ", NO_BREAK_SPACE)
