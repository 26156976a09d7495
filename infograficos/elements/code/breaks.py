"""Finds the cheapest breaks of a long line of code."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from infograficos.text.highlight import CodeSpan
from infograficos.text.paragraph import cheapest_breaks

#: The cost of one more line, to compare with the costs of breaks.
_LINE = 10.0

#: The cost of an empty line; half a line costs a quarter of it.
_EMPTY = 2.0

#: The cost of a break inside a word, made only as the last resort.
_WORD_BREAK = 100.0

#: The cost of a last line of so few characters.
_LONELY, _FEW = 8.0, 3

#: The cost of each bracket open at a break, so that arguments stay with their call.
_DEPTH = 2.0

#: The cost of a break inside a quoted shell argument.
_QUOTED = 4.0

#: The share of a line left empty by the characters between two positions; negative where they do not fit.
Slack = Callable[[int, int], float]


def break_line(spans: Sequence[CodeSpan], first: int, slack: Slack) -> tuple[tuple[int, int], ...]:
    """Return the start and end of each part of a broken line, whose breaks come after `first`."""
    text = "".join(span.text for span in spans)
    if slack(0, len(text)) >= 0:
        return ((0, len(text)),)
    soft = {i: cost for i, cost in _break_costs(spans, text) if i > first}
    costs = _with_word_breaks(text, soft, first, slack)
    stops = [0, *sorted(costs), len(text)]

    def lines_from(start: int) -> Iterator[tuple[int, tuple[float]]]:
        for end in range(start + 1, len(stops)):
            a, b = stops[start], stops[end]
            left = slack(a, b)
            if left < 0 and end > start + 1:
                return
            if b < len(text):
                yield end, (_LINE + costs[b] + _EMPTY * left * left,)
            else:
                yield end, (_LINE + (_LONELY if len(text[a:].strip()) <= _FEW else 0.0),)

    return tuple((stops[a], stops[b]) for a, b in cheapest_breaks(len(stops) - 1, lines_from))


def _break_costs(spans: Sequence[CodeSpan], text: str) -> Iterator[tuple[int, float]]:
    kinds = [span.kind for span in spans for _ in span.text]
    quoted, depth = _is_quoted(text), 0
    for i in range(1, len(text)):
        verbatim = kinds[i - 1] in ("string", "comment")
        if not verbatim:
            depth = max(0, depth + (text[i - 1] in "([{") - (text[i - 1] in ")]}"))
        inside = verbatim and kinds[i] == kinds[i - 1]
        cost = _cost_in_words(text, i) if inside else _cost_in_code(text, i)
        if cost is not None:
            if kinds[i] == "comment" and not inside:
                cost = 0.0
            argument = kinds[i] == "strong" and quoted[i]
            yield i, cost + _DEPTH * depth + (_QUOTED if argument else 0.0)


def _is_quoted(text: str) -> list[bool]:
    """Say for each character whether it is inside quotes."""
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
        if after == " " or text.endswith(", ", 0, i):
            return None if after == " " else 0.0
        # A break after an operator is better than before it.
        return 4.0 if after in "=+*/%<>|&" else 1.0
    if after in " )]},;:":
        return None
    if before in "([{,":
        return 2.0
    if after == ".":
        return 5.0 if before.isalpha() or before in ")]_" else None
    return 8.0 if before in "/|&=" and after not in "=/|&" else None


def _with_word_breaks(text: str, soft: dict[int, float], first: int, slack: Slack) -> dict[int, float]:
    """Return the costs by index, with those inside words too long for a line."""
    hard = {
        i: _WORD_BREAK
        for start, end in pairwise([0, *soft, len(text)])
        if slack(start, end) < 0
        for i in range(max(start, first) + 1, end)
        if not unicodedata.combining(text[i])
    }
    return hard | soft
