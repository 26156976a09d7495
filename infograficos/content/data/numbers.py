"""Numbers as Portuguese writes them: short ones by themselves, or a column of them that can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal

from infograficos.text.typography import MINUS, NO_BREAK_SPACE, decimal, parted

#: What stands where there is no value.
NOTHING = "–"

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

#: How many digits a value keeps that has more: enough to compare, few enough to read.
_FEW = Context(prec=4)

#: Below the first and from the second on, a number is written with a power of ten.
_SMALL, _LARGE = 1e-3, 1e12


def short_number(value: float) -> str:
    """Write one number as briefly as it can be: 0,1 and 1024 and 2 × 10⁻⁵."""
    if value and not _SMALL <= abs(value) < _LARGE:
        return _power(value, _decimals(value))
    return column([value], None if isinstance(value, float) else 0)[0]


def column(values: Sequence[float | None], places: int | None = None) -> list[str]:
    """Write numbers that stand below each other: the same decimals, the same way to part thousands.

    Args:
        values: what is written; a missing one is a dash.
        places: how many decimals; as many as the values need where it is not given.
    """
    there = [value for value in values if value is not None]
    if any(value and abs(value) < _SMALL / 10 for value in there) and places is None:
        digits = max(_decimals(value) for value in there)
        return [NOTHING if value is None else _power(value, digits) for value in values]
    if places is None:
        places = max((_places(value) for value in there), default=0)
    written = [None if value is None else decimal(value, places) for value in values]
    # Beside a longer number, four figures are parted too.
    always = any(each and parted(each) != each for each in written)
    return [NOTHING if each is None else parted(each, always) for each in written]


def figure(value: float, places: int) -> str:
    """Write a value with a decimal comma and, from 10.000 on, with points between the thousands."""
    return parted(decimal(value, places))


def grouped(count: int) -> str:
    """Write a whole number with points between its thousands, from 10.000 on: 50.257."""
    return parted(str(count))


def _places(value: float) -> int:
    """Return how many decimals a value needs to be written with four digits."""
    return max(0, -int(_kept(value).as_tuple().exponent))


def _decimals(value: float) -> int:
    """Return how many digits follow the first one."""
    return len(_kept(value).as_tuple().digits) - 1


def _kept(value: float) -> Decimal:
    """Return a value with no more than its first digits, and no zeros at its end."""
    return Decimal(repr(float(value))).normalize(_FEW)


def _power(value: float, digits: int) -> str:
    if not value:
        return "0"
    mantissa, exponent = f"{value:.{digits}e}".split("e")
    ten = f"10{str(int(exponent)).translate(_RAISED)}"
    written = mantissa.replace("-", MINUS).replace(".", ",")
    return NO_BREAK_SPACE.join((written, "×", ten))
