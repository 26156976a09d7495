"""Numbers as the language of a drawing writes them: decimal sign, true minus, thousands, powers of ten.

Whole numbers are written exactly. A number is never written as 0, nor a fraction as 1, unless it is that:
it has more decimals, a power of ten, or a bound such as “< 0,01”.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import pairwise
from math import isclose

from infograficos.language.texts import current_language

MINUS = "\u2212"

#: Stands where a value is missing.
NO_VALUE = "–"

#: Room for the digits of any float.
_WIDE = Context(prec=400)

#: A number of more digits than `_TYPED` was computed, unless it ends in cents, and keeps `_SIGNIFICANT` ones:
#: enough to compare, few enough to read.
_SIGNIFICANT, _TYPED, _CENTS = 4, 5, 2

#: How many digits of numbers of 32 bits are not there by chance.
_SINGLE = Context(prec=7, rounding=ROUND_HALF_UP)

#: Up to so many digits show that a fraction is not 1; closer to it, it is a rounding error.
_FRACTION_DIGITS = 9

#: Below the first a number is written with a power of ten; below the second also among larger ones; from the
#: third on if it is not whole, or ends in that many zeros.
_SMALLEST, _TINY, _LARGEST = 1e-3, 1e-4, 1e12

#: How many more decimals than usual tell apart what is said to differ.
_TELLING = 9

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def round_half_up(value: float, places: int) -> float:
    """Round as readers do by hand, halves away from zero: 1,25 becomes 1,3.

    The number is rounded as it is written, not its nearest binary fraction.
    """
    return float(_quantize(value, places))


def is_exact(value: float, places: int) -> bool:
    """Return whether so many decimals show a value without rounding it."""
    return isclose(round_half_up(value, places), value, rel_tol=1e-9)


def is_readable(value: float) -> bool:
    """Return whether a number is written with all its digits where it has as many decimals as it needs."""
    return isclose(float(_readable(value)), value, rel_tol=1e-9)


def fewest_places(values: Sequence[float], least: int, most: int) -> int:
    """Return the fewest decimals, from `least` on, that show all values exactly, or `most`."""
    exact = (places for places in range(least, most) if all(is_exact(value, places) for value in values))
    return next(exact, most)


def fit_places(values: Sequence[float], usual: int = 2, most: int = 4) -> int | None:
    """Return how many decimals `format_column` needs for values that were computed, none if all are whole.

    There are more than usual where that shows all values exactly, or where one would be written as 0 or 1;
    None leaves the choice to `format_column`, where even the most decimals would show nothing of any value.
    """
    if all(float(value).is_integer() for value in values):
        return 0
    if max(map(abs, values)) < 10.0**-most:
        return None
    for is_right in (is_exact, _is_told):
        for places in range(usual, most + 1):
            if all(is_right(value, places) for value in values):
                return places
    return usual


def format_vector(values: Sequence[float], places: int | None, most: int | None = None) -> str:
    """Format the first numbers of a vector, with “…” where there are more: [0,1; 0,2; …]."""
    more = ["…"] if most and len(values) > most else []
    return f"[{join_numbers([*format_column(values[:most], places), *more])}]"


def join_numbers(numbers: Iterable[str]) -> str:
    """Join formatted numbers with what no decimal sign can be taken for."""
    return current_language().separator.join(numbers)


def add_percent(number: str) -> str:
    """Return a formatted number with the percent sign."""
    return f"{number}{current_language().percent}"


def format_decimal(value: float, places: int) -> str:
    """Format a finite number with the decimal sign, a true minus and no negative zero."""
    rounded = _quantize(value, places)
    return _localize(f"{rounded or abs(rounded):.{places}f}")


def format_rounded(value: float, places: int, *, share: bool = False) -> str:
    """Format a number with so many decimals, or with its bound: “< 0,01” is not 0.

    A `share` of less than 1 is not written as 1 either, but “> 0,99”.
    """
    rounded = abs(round_half_up(value, places))
    if (rounded and not (share and places and _is_one_in_vain(value, rounded))) or not value:
        return format_decimal(value, places)
    bound = round_half_up(1 - 10.0**-places if rounded else 10.0**-places, places)
    sign = "<" if bool(rounded) != (value > 0) else ">"
    return f"{sign}\u00a0{format_decimal(bound if value > 0 else -bound, places)}"


def format_number(value: float, places: int = 0) -> str:
    """Format a number with the decimal sign and grouped thousands: 50.257."""
    return group_thousands(format_decimal(value, places))


def format_short(value: float) -> str:
    """Format a number to be read at a glance, with as few decimals as it needs: 0,1 and 1024 and 2 × 10⁻⁵."""
    if 0 < abs(value) < _SMALLEST or _is_long(value):
        return format_scientific(value, _mantissa_places(value))
    return format_number(value, _needed_places(value))


def format_scientific(value: float, places: int) -> str:
    """Format a number as a mantissa with `places` decimals times a power of ten."""
    if not value:
        return "0"
    rounded = _exact(value).normalize(Context(prec=places + 1, rounding=ROUND_HALF_UP))
    mantissa, exponent = f"{rounded:.{places}e}".split("e")
    return f"{_localize(mantissa)}\u00a0×\u00a010{str(int(exponent)).translate(_SUPERSCRIPT)}"


def format_size(size: float) -> str:
    """Format the size of a file in the unit in which it is read at a glance: 12 kB, 1,5 MB, 2,0 GB."""
    if size < 1000:
        return f"{size:.0f} bytes"
    for unit, power, places in (("kB", 3, 0), ("MB", 6, 1)):
        if round_half_up(size / 10**power, places) < 1000:
            return f"{format_decimal(size / 10**power, places)} {unit}"
    return f"{format_number(size / 10**9, 1)} GB"


def format_column(
    values: Sequence[float | None],
    places: int | None = None,
    *,
    distinct: bool = False,
    shares: bool = False,
) -> list[str]:
    """Format numbers that stand below each other with equal decimals and equal grouping.

    Args:
        values: the numbers, None where one is missing; it becomes a dash.
        places: how many decimals; by default as many as the numbers need.
        distinct: show that different numbers differ, whatever decimals that takes.
        shares: the numbers are shares of 1, and less than 1 is not written as 1.
    """
    present = [value for value in values if value is not None]
    texts = _format_column(present, places, shares)
    if distinct and places is None:
        least = max(map(_needed_places, present), default=0)
        more = (_format_column(present, least + extra) for extra in range(1, _TELLING))
        texts = next((each for each in (texts, *more) if _tell_apart(each, present)), texts)
    written = iter(texts)
    return [NO_VALUE if value is None else next(written) for value in values]


def format_computed(values: Sequence[float], places: int | None = None, usual: int = 2) -> list[str]:
    """Format computed values that are compared: with so many decimals or, by default, so that they differ."""
    texts = format_column(values, fit_places(values, usual) if places is None else places)
    if places is None and len(set(texts)) < len(set(values)):
        return format_column(values, distinct=True)
    return texts


def group_thousands(number: str, always: bool = False) -> str:
    """Separate the thousands of a formatted number, in Portuguese from 10.000 on.

    Four digits go without a sign where the language allows it: a year is one, and 1024 is read at a glance.
    In a column with longer numbers they `always` have one.
    """
    language = current_language()
    whole, decimal, fraction = number.partition(language.decimal)
    digits = whole.removeprefix(MINUS)
    if not digits.isdecimal() or (len(digits) < language.grouped_from and not always):
        return number
    grouped = f"{int(digits):,}".replace(",", language.thousands)
    return f"{whole.removesuffix(digits)}{grouped}{decimal}{fraction}"


def _format_column(values: Sequence[float], places: int | None, shares: bool = False) -> list[str]:
    sizes = [abs(value) for value in values if value]
    if places is not None:
        texts = [_format_placed(value, places, shares) for value in values]
    elif sizes and max(sizes) < _SMALLEST:
        digits = max(map(_mantissa_places, values))
        texts = [format_scientific(value, digits) for value in values]
    else:
        # A power of ten among decimals costs less than decimals that no other number needs.
        odd = [_is_long(value) or 0 < abs(value) < _TINY for value in values]
        plain = [value for value, is_odd in zip(values, odd, strict=True) if not is_odd]
        places = max(map(_needed_places, plain), default=0)
        texts = [
            format_short(value) if is_odd else format_decimal(value, places)
            for value, is_odd in zip(values, odd, strict=True)
        ]
    # Beside a longer number, four digits are grouped too.
    always = any(group_thousands(each) != each for each in texts)
    return [group_thousands(each, always) for each in texts]


def _format_placed(value: float, places: int, share: bool) -> str:
    return format_scientific(value, 1) if _is_long(value) else format_rounded(value, places, share=share)


def _tell_apart(texts: Sequence[str], values: Sequence[float]) -> bool:
    """Return whether different numbers are written differently; what differs by a rounding error does not."""
    pairs = sorted(zip(values, texts, strict=True))
    neighbours = pairwise(pairs)
    return all(isclose(x, y, rel_tol=1e-9) for (x, a), (y, b) in neighbours if a == b)


def _localize(number: str) -> str:
    return number.replace("-", MINUS).replace(".", current_language().decimal)


def _exact(value: float) -> Decimal:
    return Decimal(value if isinstance(value, int) else repr(float(value)))


def _quantize(value: float, places: int) -> Decimal:
    return _exact(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def _is_told(value: float, places: int) -> bool:
    """Return whether so many decimals do not make a value 0, nor a fraction 1."""
    rounded = abs(round_half_up(value, places))
    return bool(rounded or not value) and not _is_one_in_vain(value, rounded)


def _is_one_in_vain(value: float, rounded: float) -> bool:
    """Return whether a number is less than 1 by more than a rounding error, and rounded to it."""
    return rounded == 1 and abs(value) < 1 - 1e-9


def _is_long(value: float) -> bool:
    """Return whether a number is read more easily with a power of ten, which then shows all its digits."""
    if abs(value) < _LARGEST:
        return False
    return not float(value).is_integer() or len(_exact(value).normalize().as_tuple().digits) <= _SIGNIFICANT


def _readable(value: float) -> Decimal:
    """Return a number with the digits that are worth reading: all of one that was typed, four of others."""
    exact = _exact(value)
    for context, longest in ((_WIDE, _WIDE.prec), (_SINGLE, _SINGLE.prec - 1)):
        typed = exact.normalize(context)
        _, digits, exponent = typed.as_tuple()
        if _is_one_in_vain(value, abs(float(typed))):
            continue
        if len(digits) <= _TYPED or (int(exponent) >= -_CENTS and len(digits) <= longest):
            return typed
    # A decimal says that the number is not whole.
    kept = max(_SIGNIFICANT, min(exact.adjusted() + 2, _SINGLE.prec))
    usual = _keep_digits(exact, kept)
    if usual % 1:
        return usual
    # What was typed is not made whole, nor a fraction 1.
    longer = (_keep_digits(exact, digits) for digits in range(kept + 1, _FRACTION_DIGITS + 1))
    return next((each for each in longer if _is_worth(each, exact)), usual)


def _keep_digits(exact: Decimal, digits: int) -> Decimal:
    return exact.normalize(Context(prec=digits, rounding=ROUND_HALF_UP))


def _is_worth(rounded: Decimal, exact: Decimal) -> bool:
    """Return whether a number that fewer digits made whole is read better with so many."""
    if abs(exact) < 1:
        return abs(rounded) < 1
    return rounded == exact and len(rounded.as_tuple().digits) <= _SINGLE.prec


def _needed_places(value: float) -> int:
    """Count the decimals that show what is worth reading of a value."""
    return max(0, -int(_readable(value).as_tuple().exponent))


def _mantissa_places(value: float) -> int:
    """Count the digits worth reading after the first one."""
    return len(_readable(value).as_tuple().digits) - 1
