"""Reads when something happened from words such as “2017”, “jun. 2018” or “semana 3”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_MONTHS = "jan fev mar abr mai jun jul ago set out nov dez".split()
_MONTH = r"(?P<name>[^\W\d_]{3})[^\W\d_]*\.?"

#: The ways to write a date, by day, month and year; a month has a number or a name.
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})",
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?",
        r"(?:(?P<day>\d{1,2})[-/.])?(?P<month>\d{1,2})[-/.](?P<year>\d{4})",
        rf"(?:(?P<day>\d{{1,2}})º?(?: de)? )?{_MONTH}(?: de |[ /-])(?P<year>\d{{4}})",
    )
)

_YEAR = 365.25

#: What is counted from the start: “semana 3”, “passo 1.000”.
_COUNT = re.compile(
    r"(?P<unit>dia|semana|m[eê]s|ano|[eé]poca|passo|hora|minuto|segundo) (?P<count>\d[\d.]*)", re.I
)


def read_times(words: Sequence[str]) -> list[float] | None:
    """Return the moments as numbers on one scale, or nothing if some of them cannot be read."""
    counts = [_COUNT.fullmatch(each.strip()) for each in words]
    units = {match["unit"].casefold() for match in counts if match}
    if all(counts) and len(units) == 1:
        return [float(match["count"].replace(".", "")) for match in counts if match]
    return read_dates(words)


def read_dates(words: Sequence[str]) -> list[float] | None:
    """Return dates as numbers of years, or nothing if some of them cannot be read."""
    dates = [_read_date(each.strip()) for each in words]
    return [each for each in dates if each is not None] if None not in dates else None


def _read_date(words: str) -> float | None:
    match = next((read for pattern in _DATES if (read := pattern.fullmatch(words))), None)
    if match is None:
        return None
    parts = match.groupdict()
    name = (parts.get("name") or "")[:3].casefold()
    if name and name not in _MONTHS:
        return None
    month = _MONTHS.index(name) + 1 if name else int(parts.get("month") or 1)
    try:
        day = date(int(parts["year"]), month, int(parts.get("day") or 1))
    except ValueError:
        return None
    return day.year + (day - date(day.year, 1, 1)).days / _YEAR
