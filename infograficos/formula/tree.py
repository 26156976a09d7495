"""The nodes of a formula's syntax tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: A prefix, such as ∇, belongs to what follows it; a large operator takes its limits above and below.
SymbolKind = Literal[
    "identifier", "number", "words", "function", "large", "operator", "slash", "relation", "punctuation",
    "prefix", "sign",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Symbol:
    """A letter with its primes, a name, a number or a sign."""

    text: str
    kind: SymbolKind


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with a subscript, a superscript, or both."""

    base: Node
    subscript: Nodes | None = None
    superscript: Nodes | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """A numerator over a denominator."""

    numerator: Nodes
    denominator: Nodes


@dataclass(frozen=True, slots=True)
class Root:
    """A square root of its body."""

    body: Nodes


@dataclass(frozen=True, slots=True)
class Fence:
    """A body in brackets; `applied` right after a name, as in `p(x)`."""

    opening: str
    body: Nodes
    closing: str
    applied: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A body in braces, which are not drawn."""

    body: Nodes


@dataclass(frozen=True, slots=True)
class Marked:
    """A term that the figure explains, in its role's colours."""

    body: Nodes
    role: str


Node = Symbol | Scripts | Fraction | Root | Fence | Group | Marked
Nodes = tuple[Node, ...]
