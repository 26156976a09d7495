"""Inline markup: **strong** words, perhaps in the colour of a **role**{response}, `code` and $formulas$."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from typing import Literal

from infograficos.text.typography import SOFT_HYPHEN, curl_quotes, smarten
from infograficos.value_object import value_object

Emphasis = Literal["plain", "strong", "code", "subscript", "superscript"]

# `code`, **strong**, perhaps with a {role}, or a $formula$ with a letter, none of them starting or ending in
# a space. A backslash escapes any of the signs; beside a letter or a digit, as in US$ and $5, a dollar sign
# is no mark.
_MARKUP = re.compile(
    r"\\([\\`*$])"
    r"|`([^`\n]+)`"
    r"|\*\*(?=\S)(.+?)(?<=\S)\*\*(?:\{([a-z]\w*)\})?"
    r"|(?<![\w$])\$(?=[^\s\d])(?=[^$\n]*[^\W\d_])([^$\n]+)(?<=\S)\$(?![\w$])"
)

#: What stands for code among other words.
_CODE = "x"

#: What stands for strong words, and for those with a role, where stray marks are looked for.
_STRONG, _NAMED = "\ue000", "\ue001"

# Two asterisks that open or close, a backtick, or what looks like the role of strong words and is none.
_STRAY = re.compile(
    rf"(?<![\w*])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?![\w*])|`|{_STRONG}(?:\{{[^}}\s]*\}}?| \{{\w+\}})"
)

_Group = Emphasis | Literal["role", "formula"]

_SPLIT: tuple[_Group, ...] = ("plain", "plain", "code", "strong", "role", "formula")


@value_object
class Span:
    """A stretch of text with one emphasis, and the role that strong words are named for."""

    text: str
    emphasis: Emphasis = "plain"
    role: str = ""


def parse_markup(markup: str) -> tuple[Span, ...]:
    """Parse a text in which **two asterisks** mark strong words, `backticks` code and $signs$ a formula.

    A role in braces right after strong words, as in **two asterisks**{response}, gives them its colour.
    """
    return _spans(list(_parts(markup)))


def strong_words(markup: str) -> tuple[str, ...]:
    """Return the stretches of a text between **two asterisks**, as they are written."""
    return tuple(match[3] for match in _MARKUP.finditer(markup) if match[3])


def stray_mark(markup: str) -> str:
    """Return the first mark that is no mark, for nothing closes it, as it is written; nothing if all are.

    Two asterisks between spaces or between letters, as in 2 ** 3 and 2**3, are a sign of their own.
    """
    rest = _MARKUP.sub(lambda match: _NAMED if match[4] else _STRONG if match[3] else _CODE, markup)
    found = _STRAY.search(rest)
    return found[0].removeprefix(_STRONG).strip() if found else ""


def name_role(markup: str, role: str) -> str:
    """Name a role for the **strong words** of a text that have none."""
    return _MARKUP.sub(
        lambda match: f"{match[0]}{{{role}}}" if match[3] and not match[4] else match[0], markup
    )


def _parts(markup: str, is_spoken: bool = False) -> Iterator[Span]:
    """Yield the stretches of a text as they are written; formulas are set, or put in words."""
    # The pattern's groups are between the texts that it splits; only one matched, and perhaps its role.
    groups = _MARKUP.split(markup)
    for text, emphasis, after in zip(groups, cycle(_SPLIT), (*groups[1:], ""), strict=False):
        if not text or emphasis == "role":
            continue
        if emphasis != "formula":
            yield Span(text, emphasis, after or "" if emphasis == "strong" else "")
            continue
        # Few texts hold one, and a list of figures need not wait for what reads it.
        from infograficos.text.inline_formula import set_inline, speak_inline  # noqa: PLC0415

        if is_spoken:
            yield Span(speak_inline(text))
        else:
            yield from (Span(*part) for part in set_inline(text))


def _spans(parts: Sequence[Span]) -> tuple[Span, ...]:
    # A quotation may hold other emphasis; to its quotes, code is a word.
    curled = curl_quotes(
        "".join(_CODE * len(part.text) if part.emphasis == "code" else part.text for part in parts)
    )
    spans: list[Span] = []
    position = 0
    for part in parts:
        before = spans[-1].text[-1] if spans else ""
        words = curled[position : position + len(part.text)]
        position += len(part.text)
        spans.append(part if part.emphasis == "code" else replace(part, text=smarten(words, before)))
    return tuple(spans)


def plain_text(markup: str) -> str:
    """Return the words of a marked-up text, without its marks and soft hyphens; a formula is put in words."""
    spans = _spans(list(_parts(markup, is_spoken=True)))
    return "".join(span.text for span in spans).replace(SOFT_HYPHEN, "")
