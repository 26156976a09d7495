"""Grammar: plurals, units, lists and full stops."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from infograficos.language.catalogue import Source
from infograficos.language.languages import Language
from infograficos.language.numbers import add_percent, format_number, join_numbers
from infograficos.language.texts import current_language, translate

#: What begins with the vowel i, for languages whose “and” differs before it: “IA” does; “hielo”, “iPhone” and
#: the English “I” do not.
_VOWEL_I = re.compile(r"\W*[Hh]?(?:[íÍ]|i(?![aeoA-Z])|I(?=\w)(?![aeo]))")

#: What begins with the vowel o, for languages whose “or” differs before it: “hoja” does, and so do 8, 80 and
#: 11; “output” does not, nor does 110.
_VOWEL_O = re.compile(r"[^\w−+-]*(?:[Hh]?[oóOÓ](?![uU])|8|11(?:\d{3})*(?!\d))")

#: A letter with its subscript, if any: another letter would be another variable.
_VARIABLE = re.compile(r"[^\W\d_][\d₀-₉]*")

_FIRST_WORD = re.compile(r"[^\W\d_]+")


def phrase(source: Source, count: int | None = None, /, **values: object) -> str:
    """Return a text in the language of what is being drawn, with its placeholders filled in.

    Args:
        source: the text in Portuguese or, where it depends on a count, one for 1 and one for other counts.
        count: what `{count}` stands for.
        values: what the other placeholders stand for.
    """
    text = translate(source, count)
    return text.format(**values) if count is None else text.format(count=format_number(count), **values)


def add_unit(number: str, unit: str) -> str:
    """Return a formatted number with what it is measured in, if anything."""
    return add_percent(number) if unit == "%" else f"{number}\u00a0{unit}" if unit else number


def join_and(items: Sequence[str], separator: str = ", ") -> str:
    """Join items as a sentence does: “a, b e c”."""
    if len(items) == 1:
        return items[0]
    language = current_language()
    before_i = _begins_with(_VOWEL_I, items[-1], language)
    word = language.conjunction_before_i if before_i else language.conjunction
    comma = "," if language.last_comma and len(items) > 2 else ""
    return f"{separator.join(items[:-1])}{comma} {word} {items[-1]}"


def list_numbers(numbers: Iterable[str]) -> str:
    """Join numbers in a sentence, in some languages with “and” before the last: “2.1, 0.8, and 0.4”."""
    language, each = current_language(), list(numbers)
    return join_and(each, language.separator) if language.and_in_numbers else join_numbers(each)


def join_or(items: Sequence[str]) -> str:
    """Join items of which one is meant: “a ou b ou c”."""
    language = current_language()
    joined = items[0]
    for item in items[1:]:
        before_o = _begins_with(_VOWEL_O, item, language)
        joined += f" {language.disjunction_before_o if before_o else language.disjunction} {item}"
    return joined


def _begins_with(vowel: re.Pattern[str], item: str, language: Language) -> bool:
    """Return whether an item begins with a vowel as it is spoken, which English words do otherwise."""
    word = _FIRST_WORD.search(item)
    foreign = word is not None and word[0].casefold() in language.spoken_otherwise
    return bool(vowel.match(item)) and not foreign


def join_first(items: Sequence[str], limit: int, total: int | None = None) -> str:
    """Join the first items as a sentence does and count the others of `total`: “a, b e mais 3”."""
    rest = (len(items) if total is None else total) - limit
    return join_and([*items[:limit], *([phrase("mais {count}", rest)] if rest > 0 else [])])


def capitalize(text: str) -> str:
    """Write a text's first letter as a capital, but not that of a variable such as w₁.

    `str.capitalize` would change the other letters, too.
    """
    if _VARIABLE.fullmatch(text):
        return text
    return f"{text[0].upper()}{text[1:]}"


def ensure_full_stop(sentence: str) -> str:
    """Add a full stop to a sentence that ends in no punctuation mark."""
    stripped = sentence.rstrip()
    return stripped if stripped.endswith((".", "!", "?", "…")) else f"{stripped}."


def stop_quotation(quotation: str) -> str:
    """Add a full stop to a sentence that ends in a quotation without a punctuation mark."""
    return quotation if quotation.endswith((".”", "!”", "?”", "…”")) else f"{quotation}."
