"""Sets a formula's parts one after another, with the space that each pair of neighbours needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
from infograficos.formula import Fence, Fraction, Group, Kind, Marked, Node, Root, Scripts, Series, Symbol
from infograficos.formula.names import LIMITED

#: What the space around a piece depends on.
MathClass = Literal[
    "ordinary", "name", "large", "operator", "relation", "open", "close", "punctuation", "slash", "prefix"
]

_CLASSES: dict[Kind, MathClass] = {
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

#: The spaces of mathematical typesetting, in times the size.
_TOUCH, _SCRIPT, _HAIR, _THIN, _NAME, _MEDIUM, _THICK = 0.02, 0.08, 0.11, 1 / 6, 0.2, 2 / 9, 5 / 18

#: The space on both sides of a piece, whatever its neighbour; the first of the two that is listed decides.
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
    """A piece with its class; `depth` counts the brackets around it, which a line is rather not broken in."""

    piece: MathBox
    kind: MathClass
    depth: int = 0


def list_box(series: Series, setting: MathStyle) -> MathBox:
    """Return a series on one baseline."""
    placed = atoms(series, setting)
    return horizontal_box([atom.piece for atom in placed], spacing(placed, setting))


def atoms(series: Series, setting: MathStyle, depth: int = 0) -> list[Atom]:
    """Return the pieces of a series, those in its brackets among them."""
    return [atom for node in series for atom in _atoms(node, setting, depth)]


def spacing(placed: list[Atom], setting: MathStyle) -> list[float]:
    """Return the space before each atom, in units; none before the first."""
    kinds = [atom.kind for atom in placed]
    for i, kind in enumerate(kinds):
        # A minus with nothing before it to subtract from belongs to what follows it.
        if kind == "operator" and (i == 0 or kinds[i - 1] not in _ENDS_OPERAND):
            kinds[i] = "prefix"
    spaces = [0.0, *(_space(pair, setting) for pair in pairwise(kinds))]
    return [space * setting.size for space in spaces[: len(kinds)]]


def _space(pair: tuple[MathClass, MathClass], setting: MathStyle) -> float:
    """Return the space between two neighbours, in times the size."""
    first, second = pair
    if first in ("open", "prefix") or second in ("close", "punctuation"):
        return 0.0
    if "name" in pair and second == "open":
        return _TOUCH
    if setting.level:
        # Scripts are set tight, but for names, which would run into their neighbours.
        return _THIN if "name" in pair else _SCRIPT if {"relation", "operator"} & {*pair} else 0.0
    around = next((space for kind, space in _AROUND.items() if kind in pair), None)
    if around is None and first == "punctuation":
        return _THIN
    return around or (_TOUCH if second == "open" else _HAIR)


def _atoms(node: Node, setting: MathStyle, depth: int) -> Iterator[Atom]:
    if isinstance(node, Fence):
        yield from _fenced(node, setting, depth)
    elif isinstance(node, Group):
        yield from atoms(node.inside, setting, depth)
    elif isinstance(node, Scripts) and isinstance(node.base, Fence):
        *others, last = _fenced(node.base, setting, depth)
        yield from others
        piece = scripts(last.piece, *_both(node, setting), setting)
        yield Atom(piece, "close", depth)
    else:
        yield Atom(_piece(node, setting), _class(node), depth)


def _fenced(fence: Fence, setting: MathStyle, depth: int) -> Iterator[Atom]:
    inner = atoms(fence.inside, setting, depth + 1)
    inside = horizontal_box([atom.piece for atom in inner], spacing(inner, setting))
    yield Atom(delimiter(fence.opening, inside, setting), "open", depth)
    yield from inner
    yield Atom(delimiter(fence.closing, inside, setting), "close", depth)


def _both(node: Scripts, setting: MathStyle) -> tuple[MathBox | None, MathBox | None]:
    small = setting.small()
    lower, upper = (part and list_box(part, small) for part in (node.lower, node.upper))
    return lower or None, upper or None


def _class(node: Node) -> MathClass:
    if isinstance(node, Scripts):
        return _class(node.base)
    if isinstance(node, Marked):
        return _class(node.inside[0]) if len(node.inside) == 1 else "ordinary"
    return _CLASSES[node.kind] if isinstance(node, Symbol) else "ordinary"


def _piece(node: Node, setting: MathStyle) -> MathBox:
    if isinstance(node, Symbol):
        return _symbol(node, setting)
    if isinstance(node, Scripts):
        return _scripted(node, setting)
    if isinstance(node, Fraction):
        inner = setting.inner()
        return fraction(list_box(node.above, inner), list_box(node.below, inner), setting)
    if isinstance(node, Root):
        return root(list_box(node.inside, setting), setting)
    if isinstance(node, Marked):
        colored = replace(setting, color=f"{node.role}.strong")
        return highlight_box(list_box(node.inside, colored), node.role, setting)
    return list_box((node,), setting)


def _symbol(symbol: Symbol, setting: MathStyle) -> MathBox:
    if symbol.kind == "large":
        return large_operator(symbol.text, setting)
    # There is no italic: what varies is set apart from what does not by its weight.
    return text_box(symbol.text, setting, 600 if symbol.kind == "identifier" else 400)


def _scripted(node: Scripts, setting: MathStyle) -> MathBox:
    base = _piece(node.base, setting)
    own = node.base
    limited = isinstance(own, Symbol) and (own.kind == "large" or own.text in LIMITED)
    arrange = limits if limited and setting.display else scripts
    return arrange(base, *_both(node, setting), setting)
