"""What a rule has to say about a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that keeps a figure from being as good as it should be, in the author's language.

    Args:
        rule: the rule's name, such as `legibilidade`.
        severity: an `error` keeps the figure from being exported, a `warning` does not.
        place: the names around the element, or `folha`.
        words: the element's words, shortened.
        measured: what was found.
        limit: what was expected.
        advice: what to do about it.
    """

    rule: str
    severity: Severity
    place: str
    words: str
    measured: str
    limit: str
    advice: str

    @property
    def message(self) -> str:
        """Say all of it in one line."""
        words = f" “{self.words}”" if self.words else ""
        return f"{self.place}:{words} {self.measured} (esperado: {self.limit}); {self.advice}"


def place_of(path: tuple[str, ...]) -> str:
    """Return the way to an element as the author reads it."""
    return " › ".join(path) or "folha"


def shortened(text: str, most: int = 60) -> str:
    """Return a text cut to `most` characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
