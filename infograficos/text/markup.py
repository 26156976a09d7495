"""Inline markup: **strong** words and `code`."""

from __future__ import annotations

import re
from itertools import cycle
from typing import Literal

from infograficos.text.typography import SOFT_HYPHEN, curl_quotes, smarten
from infograficos.value_object import value_object

Emphasis = Literal["plain", "strong", "code"]

# `code` or **strong**, neither starting nor ending in a space; a backslash escapes either sign.
_MARKUP = re.compile(r"\\([\\`*])|`([^`\n]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*")

_CODE = "x"

_SPLIT: tuple[Emphasis, ...] = ("plain", "plain", "code", "strong")


@value_object
class Span:
    """A stretch of text with one emphasis."""

    text: str
    emphasis: Emphasis = "plain"


def parse_markup(markup: str) -> tuple[Span, ...]:
    """Parse a text in which **two asterisks** mark strong words and `backticks` mark code."""
    # The pattern's three groups are between the texts that it splits; only one of them matched.
    parts = [
        (text, emphasis) for text, emphasis in zip(_MARKUP.split(markup), cycle(_SPLIT), strict=False) if text
    ]
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
    """Return the words of a marked-up text, without its marks and soft hyphens."""
    return "".join(span.text for span in parse_markup(markup)).replace(SOFT_HYPHEN, "")
