"""Where a line of code may go on in the next one, and which of these places a reader minds least."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from infograficos.text.highlight import CodeSpan

#: What one more line costs, against the costs of breaking at one place or another.
_LINE = 10.0

#: What it costs to leave a whole line empty; half a line is a quarter of that.
_EMPTY = 2.0

#: What a break inside a word costs: it is made only where nothing else helps.
_HARD = 100.0

#: What it costs that so few characters as these are left alone in the last line.
_LONELY, _FEW = 8.0, 3

#: Each bracket that is open at a break makes it worse: arguments stay with their call.
_DEPTH = 2.0

#: What is quoted at a prompt is one argument, which had better stay whole.
_QUOTED = 4.0

#: How much of a line would be left over, from 0 to 1, by the characters from one position to another; less
#: than 0 where they do not fit.
Slack = Callable[[int, int], float]


@dataclass(frozen=True, slots=True)
class _Place:
    """A position in the line and what a break before it costs."""

    position: int
    cost: float


def break_line(pieces: Sequence[CodeSpan], first: int, slack: Slack) -> tuple[tuple[int, int], ...]:
    """Return the start and end of each line that a line of code is broken into, spaces at ends included.

    Args:
        pieces: the line of code.
        first: the first character before which a break is of any use, after indentation and prompt.
        slack: how much of a line some of its characters leave over.
    """
    text = "".join(piece.text for piece in pieces)
    if slack(0, len(text)) >= 0:
        return ((0, len(text)),)
    soft = [_Place(i, cost) for i, cost in _places(pieces, text) if i > first]
    return tuple(_cheapest(text, _with_hard(text, soft, first, slack), slack))


def _places(pieces: Sequence[CodeSpan], text: str) -> list[tuple[int, float]]:
    kinds = [piece.kind for piece in pieces for _ in piece.text]
    quoted = _quoted(text)
    found: list[tuple[int, float]] = []
    depth = 0
    for i in range(1, len(text)):
        written = kinds[i - 1] in ("string", "comment")
        if not written:
            depth = max(0, depth + (text[i - 1] in "([{") - (text[i - 1] in ")]}"))
        whole = written and kinds[i] == kinds[i - 1]
        cost = _cost_in_words(text, i) if whole else _cost_in_code(text, i)
        if cost is not None:
            if kinds[i] == "comment" and not whole:
                cost = 0.0
            argument = kinds[i] == "strong" and quoted[i]
            found.append((i, cost + _DEPTH * depth + (_QUOTED if argument else 0.0)))
    return found


def _quoted(text: str) -> list[bool]:
    """Say of each character whether the quotes before it are still open."""
    open_one, found = "", []
    for sign in text:
        found.append(bool(open_one))
        if sign in "'\"":
            open_one = sign if not open_one else "" if sign == open_one else open_one
    return found


def _cost_in_words(text: str, i: int) -> float | None:
    if text[i - 1] == " " and text[i] != " ":
        return 3.0
    return 8.0 if text[i - 1] in "/&?" else None


def _cost_in_code(text: str, i: int) -> float | None:
    before, after = text[i - 1], text[i]
    if before == " ":
        return _cost_after_space(text[:i], after)
    if after in " )]},;:":
        return None
    if before in "([{,":
        return 2.0
    if after == ".":
        return 5.0 if before.isalpha() or before in ")]_" else None
    return 8.0 if before in "/|&=" and after not in "=/|&" else None


def _cost_after_space(before: str, after: str) -> float | None:
    if after == " ":
        return None
    if before.endswith(", "):
        return 0.0
    # An operator ends a line better than it starts one.
    return 4.0 if after in "=+*/%<>|&" else 1.0


def _with_hard(text: str, soft: list[_Place], first: int, slack: Slack) -> list[_Place]:
    """Return the places with those inside words that are too long for a line of their own."""
    edges = [0, *(place.position for place in soft), len(text)]
    found = {place.position: place for place in soft}
    for start, end in pairwise(edges):
        if slack(start, end) < 0:
            for i in range(max(start, first) + 1, end):
                if not unicodedata.combining(text[i]):
                    found.setdefault(i, _Place(i, _HARD))
    return [found[position] for position in sorted(found)]


def _cheapest(text: str, places: list[_Place], slack: Slack) -> list[tuple[int, int]]:
    stops = [_Place(0, 0.0), *places, _Place(len(text), 0.0)]
    last = len(stops) - 1

    @cache
    def best(start: int) -> tuple[float, int]:
        if start == last:
            return 0.0, last
        options = []
        for end in range(start + 1, last + 1):
            a, b = stops[start].position, stops[end].position
            left = slack(a, b)
            if left < 0 and end > start + 1:
                break
            own = _EMPTY * left * left
            if end == last:
                own = _LONELY if len(text[a:b].strip()) <= _FEW else 0.0
            options.append((_LINE + stops[end].cost + own + best(end)[0], end))
        return min(options)

    # From the end, so that a long line never recurses deeply.
    for start in range(last, -1, -1):
        best(start)
    lines, start = [], 0
    while start < last:
        end = best(start)[1]
        lines.append((stops[start].position, stops[end].position))
        start = end
    return lines
