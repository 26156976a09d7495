"""Inline markup: **strong** words and `code`."""

from __future__ import annotations

import re
from itertools import cycle
from typing import Literal

from infograficos.text.typography import smarten
from infograficos.value_object import value_object

Emphasis = Literal["plain", "strong", "code"]

# `code` or **strong**, neither starting nor ending in a space; a backslash escapes either sign.
_MARKUP = re.compile(r"\\([\\`*])|`([^`\n]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*")

_SPLIT: tuple[Emphasis, ...] = ("plain", "plain", "code", "strong")


@value_object
class Span:
    """A stretch of text with one emphasis."""

    text: str
    emphasis: Emphasis = "plain"


def parse_markup(markup: str) -> tuple[Span, ...]:
    """Parse a text in which **two asterisks** mark strong words and `backticks` mark code."""
    spans: list[Span] = []
    # The pattern's three groups are between the texts that it splits; only one of them matched.
    for text, emphasis in zip(_MARKUP.split(markup), cycle(_SPLIT), strict=False):
        if text:
            before = spans[-1].text[-1] if spans else ""
            spans.append(Span(text if emphasis == "code" else smarten(text, before), emphasis))
    return tuple(spans)


def plain_text(markup: str) -> str:
    """Return the words of a marked-up text, without its marks."""
    return "".join(span.text for span in parse_markup(markup))
