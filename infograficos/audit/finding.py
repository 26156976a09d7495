"""Findings, and the numbers in their messages."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from typing import Literal

from infograficos.audit.part_names import translate_path
from infograficos.language.messages import mark_message, message
from infograficos.language.numbers import format_decimal
from infograficos.scene.geometry import TOLERANCE, Rect

Severity = Literal["error", "warning"]

_KINDS = {"error": mark_message("erro"), "warning": mark_message("aviso")}

#: The most decimals of a number in a message.
_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: what was measured, the limit, and advice, in the language of messages.

    Args:
        rule: the rule's id, such as `legibility`; see `rule_title`.
        severity: an `error` keeps the figure from being written, a `warning` does not.
        measured: the measurement.
        limit: the expected value.
        advice: how to mend it.
        path: the names of the frames around its subject, outermost first.
        excerpt: the text that it concerns, truncated.
        rect: the rectangle of its subject on the sheet; None for an invisible one.
        aspect: its location where the path is empty, in Portuguese.
    """

    rule: str
    severity: Severity
    measured: str
    limit: str
    advice: str
    path: tuple[str, ...] = ()
    excerpt: str = ""
    rect: Rect | None = None
    aspect: str = mark_message("folha")

    @property
    def kind(self) -> str:
        """What its severity is called in the language of messages."""
        return message(_KINDS[self.severity])

    @property
    def location(self) -> str:
        """The path, or else the aspect, as the author reads it."""
        return translate_path(self.path) or message(self.aspect)

    @property
    def message(self) -> str:
        """The whole finding in one line."""
        excerpt = f" “{self.excerpt}”" if self.excerpt else ""
        return f"{self.location}:{excerpt} {self.comparison}; {self.advice}"

    @property
    def comparison(self) -> str:
        """What was measured, and what was expected."""
        return message("{measured} (esperado: {limit})", measured=self.measured, limit=self.limit)


def truncate(text: str, limit: int = 60) -> str:
    """Shorten a text to so many characters, ending in “…” with no space before it."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def at_most(limit: object) -> str:
    """Say that no more than so much is expected."""
    return message("até {limit}", limit=limit)


def at_most_percent(limit: str) -> str:
    """Say that no more than so many percent are expected."""
    return message("até {limit} %", limit=limit)


def at_least(limit: str) -> str:
    """Say that no less than so much is expected."""
    return message("ao menos {limit}", limit=limit)


def format_apart(measured: float, limit: float, decimals: int) -> tuple[str, str]:
    """Format two numbers with at least `decimals` decimals, and enough for them to differ.

    A limit that fewer decimals state exactly keeps those: 19,98 and 20,0.
    """
    digits, most = decimals, decimals if isclose(measured, limit) else _MOST_DECIMALS
    while digits < most and format_decimal(measured, digits) == format_decimal(limit, digits):
        digits += 1
    exact = round(limit, decimals) == round(limit, digits)
    return format_decimal(measured, digits), format_decimal(limit, decimals if exact else digits)


def format_below(measured: float, least: float, decimals: int) -> tuple[str, str] | None:
    """Format a number and the least allowed; None unless the number is below it."""
    return format_apart(measured, least, decimals) if measured < least - TOLERANCE else None
