"""Numbers that look like chance and are the same on every machine."""

from __future__ import annotations


class Chance:
    """A generator of whole numbers, by a linear recurrence modulo 2**32."""

    def __init__(self, seed: int) -> None:
        self.state = (seed * 2654435761 + 12345) % (1 << 32)

    def below(self, limit: int) -> int:
        """Return a number from 0 up to, not including, a limit."""
        self.state = (self.state * 1664525 + 1013904223) % (1 << 32)
        return (self.state >> 8) % limit
