"""Where a line may end: at spaces and signs and, in a word wider than its room, inside the word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from infograficos.language.hyphenation import hyphen_positions
from infograficos.language.texts import current_language
from infograficos.scene.items import LineEnd
from infograficos.text.typography import SOFT_HYPHEN

#: What a line costs that ends in an article or preposition, and one that ends inside a word or code; one line
#: more costs 1.
_WEAK_COST, INSIDE_COST = 0.6, 1.5

# The first word keeps a lone letter before it and the last one after it, a separator stands at the end of a
# line, and a compound may be broken after its sign. Around CJK, a line may end anywhere.
_SEPARATOR = "[·•|/=–—]"
_MARK = "[\u0300-\u036f]"
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_BREAK = re.compile(
    rf"(?<!\A\w) ++(?!{_SEPARATOR}(?: |\Z)|{_MARK})(?!\w\Z)|(?<=[^\W\d_][-/])(?=[^\W\d_])"
    rf"|(?<=[—–])(?=\w)|(?<={_CJK})(?=\w)|(?<=\w)(?={_CJK})"
)

# The signs after which a name, a path or a call is read on, but not those inside a number.
_AFTER_SIGN = re.compile(r"(?<=[^ ][-_/\\.:|>=+,;@&?#~()])(?!(?<=\d.)\d)(?=[^\W_].)")
_BEFORE_CAPITAL = re.compile(r"(?<=[^\W\d_A-Z]{3})(?=[A-Z][^\W\d_])|(?<=[A-Z]{3})(?=[A-Z][^\W\d_A-Z])")
_LETTERS = re.compile(r"[^\W\d_]{5,}")


class Piece(NamedTuple):
    """A stretch of text that stays in one line.

    Args:
        start: its first character.
        stop: the character after its last one.
        end: what it ends at.
        cost: of a line that ends there.
        forced: whether a line ends there only to fit.
    """

    start: int
    stop: int
    end: LineEnd = "space"
    cost: float = 0.0
    forced: bool = False


#: Gives where a word may be broken: the end of one piece, the start of the next, and what the first ends at.
Split = Callable[[str], Iterator[tuple[int, int, LineEnd]]]


def pieces(text: str) -> tuple[Piece, ...]:
    """Return what is between two places where a line may end, without the spaces there."""
    found, start = list[Piece](), len(text) - len(text.lstrip(" "))
    for match in _BREAK.finditer(text):
        if match.start() > start:
            found.append(_piece(text, start, match))
        start = match.end()
    if rest := text[start:].rstrip(" "):
        found.append(Piece(start, start + len(rest)))
    return tuple(found)


def _piece(text: str, start: int, match: re.Match[str]) -> Piece:
    if match[0]:
        weak = text[start : match.start()].casefold() in current_language().weak_endings
        return Piece(start, match.start(), "space", _WEAK_COST if weak else 0.0)
    return Piece(start, match.start(), "sign", INSIDE_COST if text[match.start() - 1] in "-/" else 0.0)


def split_word(text: str, word: Piece, fits: Callable[[Piece], bool], hyphenate: bool) -> list[Piece]:
    """Return the pieces of a word that does not fit, or the word alone where no way to break it helps.

    Args:
        text: the text around it.
        word: the piece to split.
        fits: whether a piece fits its line.
        hyphenate: whether a hyphen may be added where the author put none.
    """
    splits = _SPLITS if hyphenate else _SPLITS[:-1]
    single = _split(text, word, _at_spaces)
    return [part for each in single for part in _split_single(text, each, fits, splits)]


def _split_single(
    text: str, word: Piece, fits: Callable[[Piece], bool], splits: Sequence[Split]
) -> Sequence[Piece]:
    parts = [word]
    for split in splits:
        if all(map(fits, parts)):
            return parts
        parts = [
            smaller for part in parts for smaller in ([part] if fits(part) else _split(text, part, split))
        ]
    return parts if all(map(fits, parts)) else [word]


def _split(text: str, piece: Piece, split: Split) -> Iterator[Piece]:
    start = piece.start
    for stop, following, end in split(text[piece.start : piece.stop]):
        yield Piece(start, piece.start + stop, end, INSIDE_COST, forced=True)
        start = piece.start + following
    yield Piece(start, *piece[1:])


def _at(pattern: re.Pattern[str], end: LineEnd) -> Split:
    """Return what splits a word wherever a pattern is found, at what the pieces before it end at."""
    return lambda word: ((match.start(), match.end(), end) for match in pattern.finditer(word))


#: Splits a number from its unit, or a lone letter from its word.
_at_spaces = _at(re.compile(rf"[ \u00a0]++(?!{_MARK})"), "space")


def _between_syllables(word: str) -> Iterator[tuple[int, int, LineEnd]]:
    """Hyphenate the words of a language."""
    for match in _LETTERS.finditer(word):
        for position in hyphen_positions(match[0], current_language().hyphenation):
            yield match.start() + position, match.start() + position, "hyphen"


#: The ways to break a word, the least harmful first: where its author allows it, after the signs of a name,
#: path or call, in camel case, and with a hyphen.
_SPLITS: tuple[Split, ...] = (
    _at(re.compile(f"{SOFT_HYPHEN}(?!{_MARK})"), "hyphen"),
    _at(_AFTER_SIGN, "sign"),
    _at(_BEFORE_CAPITAL, "sign"),
    _between_syllables,
)
