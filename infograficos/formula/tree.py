"""What a formula is made of: symbols, scripts, fractions, roots and what stands in brackets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: A prefix, such as ∇, belongs to what follows it; a large operator takes its limits above and below.
Kind = Literal[
    "identifier", "number", "words", "function", "large", "operator", "slash", "relation", "punctuation",
    "prefix", "sign",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Symbol:
    """What is set as one piece: a letter with its primes, a name, a number, a sign."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with something at its foot, at its head, or both."""

    base: Node
    lower: Series | None = None
    upper: Series | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """One thing over another."""

    above: Series
    below: Series


@dataclass(frozen=True, slots=True)
class Root:
    """What stands under a square root."""

    inside: Series


@dataclass(frozen=True, slots=True)
class Fence:
    """What stands in brackets; it is `applied` where it follows a name at once, as in `p(x)`."""

    opening: str
    inside: Series
    closing: str
    applied: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """What braces hold together; they are not drawn."""

    inside: Series


@dataclass(frozen=True, slots=True)
class Marked:
    """A term that the figure explains, in the colours of its role."""

    inside: Series
    role: str


Node = Symbol | Scripts | Fraction | Root | Fence | Group | Marked
Series = tuple[Node, ...]
