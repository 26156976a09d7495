"""Typography of a string: true minus, curly quotes, ellipsis, and spaces that must not break."""

from __future__ import annotations

import re
import textwrap
from functools import cache

from infograficos.errors import truncate
from infograficos.language.languages import Language
from infograficos.language.numbers import MINUS
from infograficos.language.texts import current_language

NO_BREAK_SPACE = "\u00a0"
SOFT_HYPHEN = "\u00ad"

_REWRITES = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<![\w.])-(?=\d)"), MINUS),
)

_STRAIGHT = re.compile("[\"']")
_CURLY = {'"': ("“", "”", "″"), "'": ("‘", "’", "′")}

# A quotation opens at the start, after a space or an opening sign or, before a word, after a sign that joins.
_OPENING = re.compile(
    r"""(?<![^\s(\[{<«‹“‘])["'](?=\S)|(?<=["':=/|+*~–—,;-])["'](?=[\w(\[{<«‹“‘"'`¿¡#@$…−-])"""
)

# Inside a word, and in the years '90 and '90s and in rock 'n' roll.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])|'\d\ds?\b|'n'|(?<='n)'")

# 5′, 6″, W′ and f′(x).
_PRIME = re.compile(r"""(?<=\d)["']|(?<=\b[^\W\d_])'""")

# What can end a single quotation: without it, an apostrophe begins a word that lost its first letter.
_SINGLE_END = re.compile(r"(?<=\S)'(?!\w)")

_MEASURES = r"%|‰|°[CF]?|[kmcMG]?[mgBb]|k[mg]|[mµ]?s|h|min|px|[kMG]Hz"


def smarten(text: str, before: str = "") -> str:
    """Put a minus sign before numbers and … as one character.

    `before` is the preceding character, by which a minus differs from a hyphen.
    """
    whole = before + text
    for pattern, replacement in _REWRITES:
        whole = pattern.sub(replacement, whole)
    return whole[len(before) :]


def curl_quotes(text: str) -> str:
    """Put “curly quotes”, apostrophes and the primes of 5′ and 6″; the text's length stays."""
    inside = dict.fromkeys(_CURLY, False)
    return _STRAIGHT.sub(lambda match: _curl(text, match.start(), inside), text)


def _curl(text: str, i: int, inside: dict[str, bool]) -> str:
    """Return a straight quote as a curly one; `inside` says which quotations are open before it."""
    sign = text[i]
    opening, closing, prime = _CURLY[sign]
    if sign == "'" and _APOSTROPHE.match(text, i):
        return closing
    is_ended = sign == '"' or _SINGLE_END.search(text, i + 2)
    if is_ended and not inside[sign] and _OPENING.match(text, i):
        inside[sign] = True
        return opening
    if not inside[sign] and _PRIME.match(text, i):
        return prime
    inside[sign] = False
    return closing


def insert_no_break_spaces(text: str) -> str:
    """Keep “R$ 10”, “50 %” and “Fig. 3” on one line; the text's length stays."""
    for pattern in _unbreakable(current_language()):
        text = pattern.sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text)
    return text


@cache
def _unbreakable(language: Language) -> tuple[re.Pattern[str], ...]:
    """Return what is found around the spaces at which no line may end."""
    patterns = (
        r"(?<=R\$) (?=\d)|(?<=US\$) (?=\d)",
        rf"(?<=\d) (?=(?:{_MEASURES}|{language.counted})(?!\w))",
        # A short relation or product is read at once; in a long one a line may end before a sign.
        r"(?<!\S)\S{1,8} [=≠≤≥≈<>×] (?=\S{1,8}(?!\S))",
        r"(?<=\d) (?=\d{3}(?!\d))",
        rf"(?<!\w)((?:{language.numbered})\.?) (?=\d)",
        rf"(?<!\w)((?:{language.titles})\.) (?=\w)",
    )
    return tuple(map(re.compile, patterns))


def one_line(text: str) -> str:
    """Join lines with spaces, without empty lines and tabs."""
    return " ".join(filter(None, map(str.strip, text.expandtabs(1).splitlines())))


def truncate_line(text: str, limit: int) -> str:
    """Return a text in one line, cut with “…” to so many characters."""
    return truncate(" ".join(text.split()), limit, strip=True)


def truncate_at_word(text: str, limit: int) -> str:
    """Return a text in one line, cut with “…” after a whole word to at most so many characters."""
    return textwrap.shorten(text, limit, placeholder="…")


def first_words(text: str, count: int) -> str:
    """Return a text's first words as they are, with “…” where there are more."""
    words = list(re.finditer(r"\S+", text))
    return text if len(words) <= count else f"{text[: words[count - 1].end()]} …"
