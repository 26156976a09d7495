"""Reads how long after a start something happened from words such as “35 ms”, “1,2 s” or “210”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from infograficos.language.texts import current_language

#: An amount; a sign with three digits after it separates thousands, unless a lone 0 is before it.
_AMOUNT = re.compile(
    r"(?P<sign>[+−-]?)(?P<whole>[1-9]\d{0,2}(?P<group>[., \xa0])\d{3}(?:(?P=group)\d{3})*|\d+)"
    r"(?:[.,](?P<fraction>\d+))?[ \xa0]?(?P<unit>[a-zµμ]*)"
)

#: The units of time in seconds; without a unit, numbers are what they are.
_SECONDS = {
    "": 1.0,
    "ns": 1e-9,
    "µs": 1e-6,
    "μs": 1e-6,
    "us": 1e-6,
    "ms": 1e-3,
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
}


def read_durations(words: Sequence[str]) -> list[float] | None:
    """Return amounts on one scale; nothing if some cannot be read, or only some of them have a unit."""
    found = [match for each in words if (match := _AMOUNT.fullmatch(each.strip()))]
    units = {match["unit"] for match in found}
    if len(found) < len(words) or not units <= set(_SECONDS) or ("" in units and len(units) > 1):
        return None
    return [_read_amount(match) for match in found]


def _read_amount(match: re.Match[str]) -> float:
    """Return a number with its sign, in seconds if it has a unit."""
    whole, fraction = match["whole"], match["fraction"]
    if match["group"] == current_language().decimal and whole.count(match["group"]) == 1 and not fraction:
        whole, fraction = whole.split(match["group"])
    digits = re.sub(r"\D", "", whole)
    amount = float(f"{digits}.{fraction or 0}") * _SECONDS[match["unit"]]
    return -amount if match["sign"] in ("−", "-") else amount
