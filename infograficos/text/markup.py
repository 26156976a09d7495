"""Inline markup: **strong** words, `code` and $formulas$."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Literal

from infograficos.text.typography import SOFT_HYPHEN, curl_quotes, smarten
from infograficos.value_object import value_object

Emphasis = Literal["plain", "strong", "code", "subscript", "superscript"]

# `code`, **strong** or a $formula$ with a letter, none of them starting or ending in a space. A backslash
# escapes any of the signs; beside a letter or a digit, as in US$ and $5, a dollar sign is no mark.
_MARKUP = re.compile(
    r"\\([\\`*$])"
    r"|`([^`\n]+)`"
    r"|\*\*(?=\S)(.+?)(?<=\S)\*\*"
    r"|(?<![\w$])\$(?=[^\s\d])(?=[^$\n]*[^\W\d_])([^$\n]+)(?<=\S)\$(?![\w$])"
)

_CODE = "x"

_SPLIT: tuple[Emphasis | Literal["formula"], ...] = ("plain", "plain", "code", "strong", "formula")


@value_object
class Span:
    """A stretch of text with one emphasis."""

    text: str
    emphasis: Emphasis = "plain"


def parse_markup(markup: str) -> tuple[Span, ...]:
    """Parse a text in which **two asterisks** mark strong words, `backticks` code and $signs$ a formula."""
    return _spans(list(_parts(markup)))


def _parts(markup: str, is_spoken: bool = False) -> Iterator[tuple[str, Emphasis]]:
    """Yield the stretches of a text as they are written; formulas are set, or put in words."""
    # The pattern's four groups are between the texts that it splits; only one of them matched.
    for text, emphasis in zip(_MARKUP.split(markup), cycle(_SPLIT), strict=False):
        if text and emphasis == "formula":
            # Few texts hold one, and a list of figures need not wait for what reads it.
            from infograficos.text.inline_formula import set_inline, speak_inline  # noqa: PLC0415

            if is_spoken:
                yield speak_inline(text), "plain"
            else:
                yield from set_inline(text)
        elif text and emphasis != "formula":
            yield text, emphasis


def _spans(parts: Sequence[tuple[str, Emphasis]]) -> tuple[Span, ...]:
    # A quotation may hold other emphasis; to its quotes, code is a word.
    curled = curl_quotes(
        "".join(_CODE * len(text) if emphasis == "code" else text for text, emphasis in parts)
    )
    spans: list[Span] = []
    position = 0
    for text, emphasis in parts:
        before = spans[-1].text[-1] if spans else ""
        words = curled[position : position + len(text)]
        spans.append(Span(text if emphasis == "code" else smarten(words, before), emphasis))
        position += len(text)
    return tuple(spans)


def plain_text(markup: str) -> str:
    """Return the words of a marked-up text, without its marks and soft hyphens; a formula is put in words."""
    spans = _spans(list(_parts(markup, is_spoken=True)))
    return "".join(span.text for span in spans).replace(SOFT_HYPHEN, "")
