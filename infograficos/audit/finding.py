"""What a rule has to say about a figure."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from typing import Literal

from infograficos.language.numbers import format_decimal
from infograficos.scene.geometry import TOLERANCE, Rect

Severity = Literal["error", "warning"]

#: More decimals than this tell no reader anything.
_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that keeps a figure from being as good as it should be, in the author's language.

    Args:
        rule: the rule's name, such as `legibilidade`.
        severity: an `error` keeps the figure from being written, a `warning` does not.
        measured: what was found.
        limit: what was expected.
        advice: what to do about it.
        path: the names of the frames around what it is about, outermost first.
        words: the words that it is about, shortened.
        rect: where on the sheet that is; None where it is nowhere to be seen.
        aspect: what it is about where no frame has a name.
    """

    rule: str
    severity: Severity
    measured: str
    limit: str
    advice: str
    path: tuple[str, ...] = ()
    words: str = ""
    rect: Rect | None = None
    aspect: str = "folha"

    @property
    def place(self) -> str:
        """Where it is, as the author reads it."""
        return " › ".join(self.path) or self.aspect

    @property
    def message(self) -> str:
        """All of it in one line."""
        words = f" “{self.words}”" if self.words else ""
        return f"{self.place}:{words} {self.measured} (esperado: {self.limit}); {self.advice}"


def truncate(text: str, limit: int = 60) -> str:
    """Shorten a text to so many characters, ending in “…” with no space before it."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def format_apart(measured: float, limit: float, decimals: int) -> tuple[str, str]:
    """Format two numbers with as many decimals as keep them apart, and no fewer than `decimals`.

    A limit that is written exactly with fewer decimals keeps these: 19,98 and 20,0.
    """
    places, most = decimals, decimals if isclose(measured, limit) else _MOST_DECIMALS
    while places < most and format_decimal(measured, places) == format_decimal(limit, places):
        places += 1
    exact = round(limit, decimals) == round(limit, places)
    return format_decimal(measured, places), format_decimal(limit, decimals if exact else places)


def format_below(measured: float, least: float, decimals: int) -> tuple[str, str] | None:
    """Format a number that is below the least allowed and the latter; None if it is not below."""
    return format_apart(measured, least, decimals) if measured < least - TOLERANCE else None
