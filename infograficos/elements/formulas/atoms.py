"""Turns a formula's nodes into atoms, with the space between each pair of neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from infograficos.elements.formulas.box import MathBox, MathStyle, horizontal_box, text_box
from infograficos.elements.formulas.parts import (
    delimiter,
    fraction,
    highlight_box,
    large_operator,
    limits,
    root,
    scripts,
)
from infograficos.formula.names import LIMITED
from infograficos.formula.tree import (
    Fence,
    Fraction,
    Group,
    Marked,
    Node,
    Nodes,
    Root,
    Scripts,
    Symbol,
    SymbolKind,
)

#: An atom's class, which decides the space around it (TeX).
MathClass = Literal[
    "ordinary", "name", "large", "operator", "relation", "open", "close", "punctuation", "slash", "prefix"
]

_CLASSES: dict[SymbolKind, MathClass] = {
    "identifier": "ordinary",
    "number": "ordinary",
    "words": "ordinary",
    "sign": "ordinary",
    "function": "name",
    "large": "large",
    "operator": "operator",
    "slash": "slash",
    "relation": "relation",
    "punctuation": "punctuation",
    "prefix": "prefix",
}

#: How many parts of formulas are kept: a layout tries each in several sizes and at many widths.
_CACHED = 1024

#: Spaces in times the size.
_TOUCH, _SCRIPT, _HAIR, _THIN, _NAME, _MEDIUM, _THICK = 0.02, 0.08, 0.11, 1 / 6, 0.2, 2 / 9, 5 / 18

#: The space on both sides of an atom; the class listed first decides.
_AROUND: dict[MathClass, float] = {
    "relation": _THICK,
    "operator": _MEDIUM,
    "large": _THIN,
    "slash": _THIN,
    "name": _NAME,
}

_ENDS_OPERAND = ("ordinary", "close")


@dataclass(frozen=True, slots=True)
class Atom:
    """A box with its class; `depth` counts the brackets around it, where breaking a line costs more."""

    box: MathBox
    kind: MathClass
    depth: int = 0


def nodes_box(nodes: Nodes, style: MathStyle) -> MathBox:
    """Return nodes as one box."""
    return _join_atoms(atoms(nodes, style), style)


@lru_cache(_CACHED)
def atoms(nodes: Nodes, style: MathStyle, depth: int = 0) -> tuple[Atom, ...]:
    """Return the atoms of nodes, including those inside brackets."""
    return tuple(atom for node in nodes for atom in _node_atoms(node, style, depth))


def _join_atoms(placed: Sequence[Atom], style: MathStyle) -> MathBox:
    return horizontal_box([atom.box for atom in placed], spacing(placed, style))


def spacing(placed: Sequence[Atom], style: MathStyle) -> list[float]:
    """Return the space before each atom in units; 0 before the first."""
    kinds = [atom.kind for atom in placed]
    for i, kind in enumerate(kinds):
        # A sign with no operand before it is a prefix.
        if kind == "operator" and (i == 0 or kinds[i - 1] not in _ENDS_OPERAND):
            kinds[i] = "prefix"
    spaces = [0.0, *(_space(pair, style) for pair in pairwise(kinds))]
    return [space * style.size for space in spaces[: len(kinds)]]


def _space(pair: tuple[MathClass, MathClass], style: MathStyle) -> float:
    """Return the space between two neighbours, in times the size."""
    first, second = pair
    if first in ("open", "prefix") or second in ("close", "punctuation"):
        return 0.0
    if "name" in pair and second == "open":
        return _TOUCH
    if style.level:
        # Scripts are tight, except around names, which would run into their neighbours.
        return _THIN if "name" in pair else _SCRIPT if {"relation", "operator"} & {*pair} else 0.0
    around = next((space for kind, space in _AROUND.items() if kind in pair), None)
    if around is None and first == "punctuation":
        return _THIN
    return around or (_TOUCH if second == "open" else _HAIR)


def _node_atoms(node: Node, style: MathStyle, depth: int) -> Iterator[Atom]:
    if isinstance(node, Fence):
        yield from _fence_atoms(node, style, depth)
    elif isinstance(node, Group):
        yield from atoms(node.body, style, depth)
    elif isinstance(node, Scripts) and isinstance(node.base, Fence):
        *others, last = _fence_atoms(node.base, style, depth)
        yield from others
        box = scripts(last.box, *_script_boxes(node, style), style)
        yield Atom(box, "close", depth)
    else:
        yield Atom(_box(node, style), _math_class(node), depth)


def _fence_atoms(fence: Fence, style: MathStyle, depth: int) -> Iterator[Atom]:
    inner = atoms(fence.body, style, depth + 1)
    inside = _join_atoms(inner, style)
    yield Atom(delimiter(fence.opening, inside, style), "open", depth)
    yield from inner
    yield Atom(delimiter(fence.closing, inside, style), "close", depth)


def _script_boxes(node: Scripts, style: MathStyle) -> tuple[MathBox | None, MathBox | None]:
    small = style.small()
    lower, upper = (nodes_box(part, small) if part else None for part in (node.subscript, node.superscript))
    return lower, upper


def _math_class(node: Node) -> MathClass:
    if isinstance(node, Scripts):
        return _math_class(node.base)
    if isinstance(node, Marked):
        return _math_class(node.body[0]) if len(node.body) == 1 else "ordinary"
    return _CLASSES[node.kind] if isinstance(node, Symbol) else "ordinary"


def _box(node: Node, style: MathStyle) -> MathBox:
    if isinstance(node, Symbol):
        # The font has no italic: weight sets variables apart.
        weight = 600 if node.kind == "identifier" else 400
        return (
            large_operator(node.text, style) if node.kind == "large" else text_box(node.text, style, weight)
        )
    if isinstance(node, Scripts):
        return _scripts_box(node, style)
    if isinstance(node, Fraction):
        inner = style.inner()
        return fraction(nodes_box(node.numerator, inner), nodes_box(node.denominator, inner), style)
    if isinstance(node, Root):
        return root(nodes_box(node.body, style), style)
    if isinstance(node, Marked):
        colored = replace(style, color=f"{node.role}.strong")
        return highlight_box(nodes_box(node.body, colored), node.role, style)
    return nodes_box((node,), style)


def _scripts_box(node: Scripts, style: MathStyle) -> MathBox:
    base = _box(node.base, style)
    own = node.base
    takes_limits = isinstance(own, Symbol) and (own.kind == "large" or own.text in LIMITED)
    arrange = limits if takes_limits and style.display else scripts
    return arrange(base, *_script_boxes(node, style), style)
