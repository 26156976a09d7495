"""The languages of figures and messages, each of them a folder of data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

#: The source language, in which all texts are written.
SOURCE = "pt-BR"


def _open_data() -> Path:
    """Return the folder of the languages; one in a .zip, for the message that says why that cannot work."""
    folder = Path(__file__).parent / "data"
    if folder.is_dir():
        return folder
    from importlib.resources import files  # noqa: PLC0415 — it takes time to import

    return cast("Path", files(__package__) / "data")


_DATA = _open_data()


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """How a language's words are hyphenated.

    Args:
        dictionary: the name of the dictionary for Pyphen.
        before: the fewest letters before a hyphen.
        after: the fewest letters after it.
    """

    dictionary: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Language:
    """What a language decides besides its texts.

    Args:
        code: its tag in BCP 47, such as `pt-BR`.
        name: its name in itself.
        names: what people call it, in any language.
        conjunction: the word before the last item of a list.
        conjunction_before_i: the word in its place before the vowel i.
        disjunction: the word between alternatives.
        disjunction_before_o: the word in its place before the vowel o.
        spoken_otherwise: English words written with one of these vowels and spoken with another sound.
        last_comma: whether a list of three or more has a comma before it.
        and_in_numbers: whether numbers that a sentence lists have it, too.
        separator: what stands between numbers.
        decimal: the decimal sign.
        thousands: what separates thousands.
        grouped_from: from how many digits on it does.
        percent: the percent sign, with the space before it.
        weak_endings: articles, prepositions and conjunctions, which should not end a line.
        counted: nouns that stay with the number before them, as a regular expression.
        numbered: abbreviations that stay with the number after them, as a regular expression.
        titles: abbreviations that stay with the name after them, as a regular expression.
        months: the names of the months, shortened to three letters.
        month_first: whether 12/06/2017 is in December.
        periods: the names of what time is counted in.
        hyphenation: how its words are hyphenated.
    """

    code: str
    name: str
    names: tuple[str, ...]
    conjunction: str
    conjunction_before_i: str
    disjunction: str
    disjunction_before_o: str
    spoken_otherwise: frozenset[str]
    last_comma: bool
    and_in_numbers: bool
    separator: str
    decimal: str
    thousands: str
    grouped_from: int
    percent: str
    weak_endings: frozenset[str]
    counted: str
    numbered: str
    titles: str
    months: tuple[str, ...]
    month_first: bool
    periods: tuple[str, ...]
    hyphenation: Hyphenation


@cache
def language_codes() -> tuple[str, ...]:
    """Return the codes of all languages, the source language first."""
    found = {path.name for path in _DATA.iterdir() if (path / "language.toml").is_file()}
    return (SOURCE, *sorted(found - {SOURCE}))


@cache
def load_language(code: str) -> Language:
    """Return the language of one of the `language_codes`."""
    import tomllib  # noqa: PLC0415 - listing figures needs no language

    data = tomllib.loads((_DATA / code / "language.toml").read_text(encoding="utf-8"))
    conjunction, disjunction = data.pop("and"), data.pop("or")
    return Language(
        code=code,
        conjunction=conjunction,
        conjunction_before_i=data.pop("and_before_i", conjunction),
        disjunction=disjunction,
        disjunction_before_o=data.pop("or_before_o", disjunction),
        spoken_otherwise=frozenset(data.pop("spoken_otherwise", "").split()),
        weak_endings=frozenset(data.pop("weak_endings").split()),
        names=tuple(data.pop("names").split()),
        months=tuple(data.pop("months").split()),
        periods=tuple(data.pop("periods").split()),
        hyphenation=Hyphenation(**data.pop("hyphenation")),
        **data,
    )


def catalogue_path(code: str, catalogue: str) -> Path:
    """Return the file with a language's texts of a kind, such as `figures`."""
    return _DATA / code / f"{catalogue}.po"
