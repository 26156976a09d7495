"""Inline markup: **strong** words and `code`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from infograficos.text.typography import smarten
from infograficos.value_object import value_object

Emphasis = Literal["plain", "strong", "code"]

# `code` or **strong**, neither starting nor ending in a space; a backslash escapes either sign.
_MARKUP = re.compile(r"\\([\\`*])|`([^`\n]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*")


@value_object
class Span:
    """A stretch of text with one emphasis."""

    text: str
    emphasis: Emphasis = "plain"


def parse_markup(markup: str) -> tuple[Span, ...]:
    """Parse a text in which **two asterisks** mark strong words and `backticks` mark code."""
    spans: list[Span] = []
    position = 0
    for match in _MARKUP.finditer(markup):
        spans.append(Span(markup[position : match.start()]))
        escaped, code, strong = match.groups()
        emphasis: Emphasis = "code" if code else "strong" if strong else "plain"
        spans.append(Span(escaped or code or strong, emphasis))
        position = match.end()
    spans.append(Span(markup[position:]))
    return tuple(_smarten_spans(spans))


def _smarten_spans(spans: list[Span]) -> Iterator[Span]:
    before = ""
    for span in spans:
        if span.text:
            text = span.text if span.emphasis == "code" else smarten(span.text, before)
            yield Span(text, span.emphasis)
            before = text[-1]


def plain_text(markup: str) -> str:
    """Return the words of a marked-up text, without its marks."""
    return "".join(span.text for span in parse_markup(markup))
