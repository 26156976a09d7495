"""The nodes of a formula's syntax tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

#: A prefix, such as ∇, belongs to what follows it; a large operator takes its limits above and below.
SymbolKind = Literal[
    "identifier", "number", "words", "function", "large", "operator", "slash", "relation", "punctuation",
    "prefix", "sign", "bold", "alphabet",
]  # fmt: skip

#: What is drawn over or under a body, or around it.
AccentMark = Literal[
    "hat", "tilde", "bar", "vector", "dot", "two dots", "three dots", "check", "breve", "ring",
    "wide hat", "wide tilde", "underline", "frame",
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
    """A numerator over a denominator, with a bar or, for a binomial, without.

    Args:
        size: whether its parts are as in a displayed formula, as in a line of text, or as its place asks.
    """

    numerator: Nodes
    denominator: Nodes
    size: Literal["inherit", "display", "text"] = "inherit"
    bar: bool = True


@dataclass(frozen=True, slots=True)
class Root:
    """A root of its body: a square root, or that of an index."""

    body: Nodes
    index: Nodes = ()


@dataclass(frozen=True, slots=True)
class Fence:
    """A body in brackets; `applied` right after a name, as in `p(x)`.

    Args:
        opening: the sign, or an empty text where nothing is drawn; so is `closing`.
        size: the least size, from 0, as high as the body, to 4.
    """

    opening: str
    body: Nodes
    closing: str
    applied: bool = False
    size: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A body in braces, which are not drawn."""

    body: Nodes


@dataclass(frozen=True, slots=True)
class Marked:
    """A term that the figure explains, in its role's colours."""

    body: Nodes
    role: str


@dataclass(frozen=True, slots=True)
class Accent:
    """A body with a mark, such as a hat."""

    body: Nodes
    mark: AccentMark


@dataclass(frozen=True, slots=True)
class SpanBrace:
    """A body with a brace along it, below or above, and a note beyond the brace."""

    body: Nodes
    note: Nodes
    below: bool


@dataclass(frozen=True, slots=True)
class Stacked:
    """A base with something below it, above it, or both."""

    base: Nodes
    lower: Nodes | None = None
    upper: Nodes | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, between brackets or not: a matrix, cases, or equations one below the other.

    Args:
        columns: the alignment of each column, `l`, `c` or `r`; further columns repeat them.
        opening: the bracket before it, or an empty text; so is `closing`.
        display: whether its cells are displayed formulas, and the columns alternate the sides of a relation.
    """

    rows: tuple[tuple[Nodes, ...], ...]
    columns: str = "c"
    opening: str = ""
    closing: str = ""
    display: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """A space that the author wrote, in times the size of the letters."""

    width: float


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A bracket without its other half, or a bar between two parts.

    Args:
        size: the least size, from 0 to 4.
        stretched: whether it is as high as the brackets around it.
    """

    sign: str
    side: Literal["open", "close", "either", "relation"]
    size: int = 0
    stretched: bool = False


Node = (
    Symbol
    | Scripts
    | Fraction
    | Root
    | Fence
    | Group
    | Marked
    | Accent
    | SpanBrace
    | Stacked
    | Table
    | Space
    | Delimiter
)
Nodes = tuple[Node, ...]


def children(node: Node) -> tuple[Nodes, ...]:
    """Return the parts of a node, in reading order."""
    if isinstance(node, Scripts):
        return tuple(part for part in ((node.base,), node.subscript, node.superscript) if part)
    if isinstance(node, Fraction):
        return (node.numerator, node.denominator)
    if isinstance(node, Stacked):
        return tuple(part for part in (node.base, node.lower, node.upper) if part)
    if isinstance(node, SpanBrace):
        return (node.body, node.note)
    if isinstance(node, Table):
        return tuple(cell for row in node.rows for cell in row)
    return () if isinstance(node, Symbol | Space | Delimiter) else (node.body,)


def map_parts(node: Node, change: Callable[[Nodes], Nodes]) -> Node:
    """Return a node with each of its parts changed; marked terms and scripts stay as they are."""
    if isinstance(node, Fraction):
        return replace(node, numerator=change(node.numerator), denominator=change(node.denominator))
    if isinstance(node, Stacked):
        lower, upper = (part and change(part) for part in (node.lower, node.upper))
        return Stacked(change(node.base), lower, upper)
    if isinstance(node, SpanBrace):
        return replace(node, body=change(node.body), note=change(node.note))
    if isinstance(node, Table):
        return replace(node, rows=tuple(tuple(map(change, row)) for row in node.rows))
    if isinstance(node, Root | Fence | Group | Accent):
        return replace(node, body=change(node.body))
    return node


def core(node: Node) -> Node:
    """Return what carries a node's scripts; of a marked term, its last part."""
    while isinstance(node, Scripts | Marked):
        node = node.base if isinstance(node, Scripts) else node.body[-1]
    return node
