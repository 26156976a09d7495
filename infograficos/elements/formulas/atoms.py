"""Turns a formula's nodes into atoms, with the space between each pair of neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from infograficos.elements.formulas.accents import accent
from infograficos.elements.formulas.box import MathBox, MathStyle, horizontal_box, text_box
from infograficos.elements.formulas.delimiters import delimiter, span_brace
from infograficos.elements.formulas.parts import (
    fraction,
    highlight_box,
    large_operator,
    limits,
    root,
    scripts,
)
from infograficos.elements.formulas.tables import table
from infograficos.formula.names import BESIDE, LIMITED
from infograficos.formula.tree import (
    Accent,
    Delimiter,
    Fence,
    Fraction,
    Group,
    Marked,
    Node,
    Nodes,
    Root,
    Scripts,
    Space,
    SpanBrace,
    Stacked,
    Symbol,
    SymbolKind,
    Table,
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
    "bold": "ordinary",
    "alphabet": "ordinary",
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

_NO_BOX = MathBox(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Atom:
    """A box with its class; `depth` counts the brackets around it, where breaking a line costs more.

    Args:
        before: the space that the author wrote before it, in units.
        bar: the sign of one that is as high as the brackets around it.
    """

    box: MathBox
    kind: MathClass
    depth: int = 0
    before: float = 0.0
    bar: str = ""


def nodes_box(nodes: Nodes, style: MathStyle) -> MathBox:
    """Return nodes as one box."""
    return _join_atoms(atoms(nodes, style), style)


@lru_cache(_CACHED)
def atoms(nodes: Nodes, style: MathStyle, depth: int = 0) -> tuple[Atom, ...]:
    """Return the atoms of nodes, including those inside brackets; a space is before the atom that follows."""
    found: list[Atom] = []
    before = 0.0
    for node in _without_groups(nodes):
        if isinstance(node, Space):
            before += node.width * style.size
            continue
        for atom in _node_atoms(node, style, depth):
            found.append(replace(atom, before=atom.before + before) if before else atom)
            before = 0.0
    return tuple(found)


def _without_groups(nodes: Nodes) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Group):
            yield from _without_groups(node.body)
        else:
            yield node


def _join_atoms(placed: Sequence[Atom], style: MathStyle) -> MathBox:
    return horizontal_box([atom.box for atom in placed], spacing(placed, style))


def spacing(placed: Sequence[Atom], style: MathStyle) -> list[float]:
    """Return the space before each atom in units; before the first only what the author wrote."""
    kinds = [atom.kind for atom in placed]
    for i, kind in enumerate(kinds):
        # A sign with no operand before it is a prefix.
        if kind == "operator" and (i == 0 or kinds[i - 1] not in _ENDS_OPERAND):
            kinds[i] = "prefix"
    spaces = [0.0, *(_space(pair, style) for pair in pairwise(kinds))]
    return [space * style.size + atom.before for space, atom in zip(spaces, placed, strict=False)]


def leading_space(placed: Sequence[Atom], style: MathStyle) -> float:
    """Return the space before a row's second half, whose first half is aligned apart from it, in units."""
    is_sign = bool(placed) and placed[0].kind in ("relation", "operator")
    return _space(("ordinary", placed[0].kind), style) * style.size if is_sign else 0.0


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
    elif isinstance(node, Delimiter):
        kind: MathClass = "close" if node.side == "close" else "open" if node.side == "open" else "relation"
        box = delimiter(node.sign, _NO_BOX, style, node.size)
        yield Atom(box, kind, depth, bar=node.sign if node.stretched else "")
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
    yield Atom(delimiter(fence.opening, inside, style, fence.size), "open", depth)
    for atom in inner:
        yield replace(atom, box=delimiter(atom.bar, inside, style), bar="") if atom.bar else atom
    yield Atom(delimiter(fence.closing, inside, style, fence.size), "close", depth)


def _script_boxes(node: Scripts, style: MathStyle) -> tuple[MathBox | None, MathBox | None]:
    small = style.small()
    lower, upper = (nodes_box(part, small) if part else None for part in (node.subscript, node.superscript))
    return lower, upper


def _math_class(node: Node) -> MathClass:
    if isinstance(node, Scripts):
        return _math_class(node.base)
    if isinstance(node, Delimiter):
        return "close" if node.side == "close" else "open"
    if isinstance(node, Marked | Stacked):
        body = node.body if isinstance(node, Marked) else node.base
        return _math_class(body[0]) if len(body) == 1 else "ordinary"
    return _CLASSES[node.kind] if isinstance(node, Symbol) else "ordinary"


def _box(node: Node, style: MathStyle) -> MathBox:  # noqa: C901, PLR0911 - one for each kind of node
    if isinstance(node, Symbol):
        return _symbol_box(node, style)
    if isinstance(node, Scripts):
        return _scripts_box(node, style)
    if isinstance(node, Fraction):
        return _fraction_box(node, style)
    if isinstance(node, Root):
        index = nodes_box(node.index, style.small().small()) if node.index else None
        return root(nodes_box(node.body, style), style, index)
    if isinstance(node, Marked):
        colored = replace(style, color=f"{node.role}.strong")
        return highlight_box(nodes_box(node.body, colored), node.role, style)
    if isinstance(node, Accent):
        return accent(nodes_box(node.body, style), node.mark, style)
    if isinstance(node, SpanBrace):
        note = nodes_box(node.note, style.small()) if node.note else None
        return span_brace(nodes_box(node.body, style), note, style, below=node.below)
    if isinstance(node, Stacked):
        lower, upper = (nodes_box(part, style.small()) if part else None for part in (node.lower, node.upper))
        return limits(nodes_box(node.base, style), lower, upper, style)
    return _table_box(node, style) if isinstance(node, Table) else nodes_box((node,), style)


def _symbol_box(node: Symbol, style: MathStyle) -> MathBox:
    if node.kind == "large":
        return large_operator(node.text, style)
    # The font has no italic: weight sets variables apart.
    weight = {"identifier": style.letters, "bold": 700}.get(node.kind, 400)
    return text_box(node.text, style, weight)


def _fraction_box(node: Fraction, style: MathStyle) -> MathBox:
    inner = {"display": replace(style, display=False), "text": style.small()}.get(node.size) or style.inner()
    parts = nodes_box(node.numerator, inner), nodes_box(node.denominator, inner)
    return fraction(*parts, style, bar=node.bar)


def _table_box(node: Table, style: MathStyle) -> MathBox:
    """Return a table whose cells are as in a line of text or, of equations, displayed."""
    inner = style if node.display else replace(style, display=False)
    cells = [[atoms(cell, inner) for cell in row] for row in node.rows]
    boxes = [
        [_cell_box(cell, inner, is_half=node.columns == "rl" and i % 2 == 1) for i, cell in enumerate(row)]
        for row in cells
    ]
    inside = table(boxes, node.columns, style, is_loose=node.display)
    opening, closing = (delimiter(sign, inside, style) for sign in (node.opening, node.closing))
    if not node.opening and not node.closing:
        return inside
    return horizontal_box([opening, inside, closing], [0.0, 0.0, 0.0])


def _cell_box(cell: Sequence[Atom], style: MathStyle, *, is_half: bool) -> MathBox:
    gaps = spacing(cell, style)
    if is_half and gaps:
        gaps[0] += leading_space(cell, style)
    return horizontal_box([atom.box for atom in cell], gaps)


def _scripts_box(node: Scripts, style: MathStyle) -> MathBox:
    base = _box(node.base, style)
    own = node.base
    takes_limits = isinstance(own, Symbol) and (
        (own.kind == "large" and own.text not in BESIDE) or (own.text in LIMITED)
    )
    arrange = limits if takes_limits and style.display else scripts
    return arrange(base, *_script_boxes(node, style), style)
