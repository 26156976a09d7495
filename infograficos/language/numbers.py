"""Numbers as Portuguese writes them: decimal comma, true minus, points between thousands, powers of ten."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

MINUS = "\u2212"

#: Stands where a value is missing.
NO_VALUE = "–"

#: Room for the digits of any float.
_WIDE = Context(prec=400)

#: A value without a given number of decimals keeps this many digits: enough to compare, few enough to read.
_SIGNIFICANT = Context(prec=4, rounding=ROUND_HALF_UP)

#: Below the first and from the second on, a number is written with a power of ten.
_SMALLEST, _LARGEST = 1e-3, 1e12

#: From this many digits before the comma on, thousands are separated.
_FIRST_GROUPED = 5

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def round_half_up(value: float, places: int) -> float:
    """Round as readers do by hand, halves away from zero: 1,25 becomes 1,3.

    The number is rounded as it is written, not its nearest binary fraction.
    """
    return float(_quantize(value, places))


def is_exact(value: float, places: int) -> bool:
    """Return whether so many decimals show a value without rounding it."""
    return abs(round_half_up(value, places) - value) < 1e-9


def fewest_places(values: Sequence[float], least: int, most: int) -> int:
    """Return the fewest decimals, from `least` on, that show all values exactly, or `most`."""
    exact = (places for places in range(least, most) if all(is_exact(value, places) for value in values))
    return next(exact, most)


def format_vector(values: Sequence[float], places: int, most: int | None = None) -> str:
    """Format the first numbers of a vector, with “…” where there are more: [0,1; 0,2; …]."""
    numbers = [format_decimal(value, places) for value in values[:most]]
    more = ["…"] if most and len(values) > most else []
    return f"[{'; '.join([*numbers, *more])}]"


def format_decimal(value: float, places: int) -> str:
    """Format a finite number with a decimal comma, a true minus and no negative zero."""
    rounded = _quantize(value, places)
    return _localize(f"{rounded or abs(rounded):.{places}f}")


def format_general(value: float) -> str:
    """Format a number with up to six digits and no trailing zeros: 0,9 and not 0,90."""
    return _localize(f"{value:g}")


def format_number(value: float, places: int = 0) -> str:
    """Format a number with a decimal comma and grouped thousands: 50.257."""
    return group_thousands(format_decimal(value, places))


def format_short(value: float, places: int | None = None) -> str:
    """Format a number to be read at a glance, with as few decimals as it needs: 0,1 and 1024 and 2 × 10⁻⁵."""
    if abs(value) >= _LARGEST or (places is None and 0 < abs(value) < _SMALLEST):
        return format_scientific(value, _mantissa_places(value) if places is None else 1)
    return format_number(value, _significant_places(value) if places is None else places)


def format_scientific(value: float, places: int) -> str:
    """Format a number as a mantissa with `places` decimals times a power of ten."""
    if not value:
        return "0"
    rounded = _exact(value).normalize(Context(prec=places + 1, rounding=ROUND_HALF_UP))
    mantissa, exponent = f"{rounded:.{places}e}".split("e")
    return f"{_localize(mantissa)}\u00a0×\u00a010{str(int(exponent)).translate(_SUPERSCRIPT)}"


def format_column(values: Sequence[float | None], places: int | None = None) -> list[str]:
    """Format numbers that stand below each other with equal decimals and equal grouping.

    There are as many decimals as the numbers need; a missing number becomes a dash.
    """
    present = [value for value in values if value is not None]
    if places is None and any(value and abs(value) < _SMALLEST / 10 for value in present):
        digits = max(map(_mantissa_places, present))
        return [NO_VALUE if value is None else format_scientific(value, digits) for value in values]
    if places is None:
        places = max(map(_significant_places, present), default=0)
    decimals = [None if value is None else format_decimal(value, places) for value in values]
    # Beside a longer number, four digits are grouped too.
    always = any(each and group_thousands(each) != each for each in decimals)
    return [NO_VALUE if each is None else group_thousands(each, always) for each in decimals]


def group_thousands(number: str, always: bool = False) -> str:
    """Insert points between the thousands of a formatted number, from 10.000 on.

    Four digits go without a point, as Portuguese allows: a year is one, and 1024 is read at a glance. In a
    column with longer numbers they `always` have one.
    """
    whole, comma, fraction = number.partition(",")
    digits = whole.removeprefix(MINUS)
    if len(digits) < _FIRST_GROUPED and not always:
        return number
    points = f"{int(digits):,}".replace(",", ".")
    return f"{whole.removesuffix(digits)}{points}{comma}{fraction}"


def format_size(size: int) -> str:
    """Write a file's size in bytes: “62 kB”, “1,2 MB”."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} kB" if size < 999_500 else f"{_localize(f'{size / 1_000_000:.1f}')} MB"


def _localize(number: str) -> str:
    return number.replace("-", MINUS).replace(".", ",")


def _exact(value: float) -> Decimal:
    return Decimal(value if isinstance(value, int) else repr(float(value)))


def _quantize(value: float, places: int) -> Decimal:
    return _exact(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def _significant_places(value: float) -> int:
    """Count the decimals that show a value's significant digits."""
    return max(0, -int(_exact(value).normalize(_SIGNIFICANT).as_tuple().exponent))


def _mantissa_places(value: float) -> int:
    """Count the significant digits after the first one."""
    return len(_exact(value).normalize(_SIGNIFICANT).as_tuple().digits) - 1
