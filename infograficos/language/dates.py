"""Reads when something happened from words such as “2017”, “jun. 2018” or “semana 3”, in any language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import cache

from infograficos.language.durations import read_durations
from infograficos.language.languages import language_codes, load_language
from infograficos.language.texts import current_language

_MONTH = r"(?P<name>[^\W\d_]{3})[^\W\d_]*\.?"

#: The ways to write a date, by day, month and year; a month has a number or a name.
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})",
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?",
        r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})",
        rf"(?:(?P<day>\d{{1,2}})º?(?: de)? )?{_MONTH}(?: del? |[ /-])(?P<year>\d{{4}})",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?, (?P<year>\d{{4}})",
    )
)

#: A day and a month by number, whose order depends on the language.
_NUMERIC = re.compile(r"(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})[-/.](?P<year>\d{4})")

_YEAR = 365.25

#: What is counted from the start: “semana 3”, “passo 1.000”, “step 1,000”.
_COUNT = re.compile(r"(?P<period>[a-z]+) (?P<count>\d[\d., \xa0]*)")


def read_times(words: Sequence[str]) -> list[float] | None:
    """Return the moments as numbers on one scale, or nothing if some of them cannot be read."""
    counts = [_COUNT.fullmatch(_fold(each.strip())) for each in words]
    periods = {match["period"] for match in counts if match}
    if all(counts) and len(periods) == 1 and periods <= _periods():
        return [float(re.sub(r"\D", "", match["count"])) for match in counts if match]
    if (dates := read_dates(words)) is not None:
        return dates
    amounts = read_durations(words)
    # Numbers that go down may count backwards, or say something else.
    return amounts if amounts and amounts == sorted(amounts) else None


def read_dates(words: Sequence[str]) -> list[float] | None:
    """Return dates as numbers of years, or nothing if some of them cannot be read."""
    dates = [_read_date(each.strip()) for each in words]
    return [each for each in dates if each is not None] if None not in dates else None


def _read_date(words: str) -> float | None:
    match = next((read for pattern in _DATES if (read := pattern.fullmatch(words))), None)
    if match is not None:
        parts = match.groupdict()
    elif match := _NUMERIC.fullmatch(words):
        names = ("month", "day") if current_language().month_first else ("day", "month")
        parts = {"year": match["year"], names[0]: match["first"], names[1]: match["second"]}
    else:
        return None
    name = (parts.get("name") or "").casefold()
    month = _months().get(name) if name else int(parts.get("month") or 1)
    try:
        day = date(int(parts["year"]), month or 0, int(parts.get("day") or 1))
    except ValueError:
        return None
    return day.year + (day - date(day.year, 1, 1)).days / _YEAR


@cache
def _months() -> dict[str, int]:
    """Return the numbers of the months by their short names in all languages, none of which is ambiguous."""
    languages = map(load_language, language_codes())
    return {name: number for each in languages for number, name in enumerate(each.months, 1)}


@cache
def _periods() -> frozenset[str]:
    """Return the names of what time is counted in, in all languages, without accents."""
    return frozenset(_fold(name) for code in language_codes() for name in load_language(code).periods)


def _fold(words: str) -> str:
    """Return words in lower case and without accents."""
    return unicodedata.normalize("NFD", words).encode("ascii", "ignore").decode().casefold()
