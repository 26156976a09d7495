"""Finds the halves of brackets that belong together, and which bars are relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from infograficos.formula.tree import (
    Accent,
    Delimiter,
    Fence,
    Group,
    Node,
    Nodes,
    Scripts,
    Space,
    Stacked,
    Symbol,
    core,
)

#: Letters that as a rule are factors of what follows in brackets, and no functions of it.
_FACTORS = frozenset("αβγδζηκλτω")

_ENDS_OPERAND = ("identifier", "number", "words", "sign", "bold", "alphabet")


def match_brackets(nodes: Sequence[Node]) -> Nodes:
    """Return nodes with a fence for each pair of brackets among them; other halves stay as they are."""
    levels: list[tuple[Delimiter | None, list[Node]]] = [(None, [])]
    for i, node in enumerate(nodes):
        half = core(node)
        if not isinstance(half, Delimiter) or half.side == "relation":
            levels[-1][1].append(_apply(node, half, levels[-1][1]))
            continue
        opening, body = levels[-1]
        side = half.side if half.side != "either" else _side_of_bar(half, opening, body, nodes[i + 1 :])
        if side == "open" and isinstance(node, Delimiter):
            levels.append((half, []))
        elif side == "close" and opening is not None and (half.side != "either" or opening.sign == half.sign):
            levels.pop()
            levels[-1][1].append(_fence(node, half, opening, body, levels[-1][1]))
        else:
            body.append(_relation(node, half) if side == "relation" else node)
    while len(levels) > 1:
        opening, body = levels.pop()
        lonely = [opening] if opening else []
        levels[-1][1].extend((*lonely, *body))
    return tuple(levels[0][1])


def _apply(node: Node, fence: Node, before: list[Node]) -> Node:
    """Return a node, of which brackets that grow hold the argument of a name before them."""
    if not isinstance(fence, Fence) or fence.opening not in ("(", "["):
        return node
    grown = replace(fence, applied=is_applied(before[-1] if before else None, fence.body))
    return grown if node is fence else replace(node, base=grown) if isinstance(node, Scripts) else node


def _fence(node: Node, closing: Delimiter, opening: Delimiter, body: list[Node], before: list[Node]) -> Node:
    applied = opening.sign in "([" and is_applied(before[-1] if before else None, body)
    size = max(opening.size, closing.size)
    fence = Fence(opening.sign, tuple(body), closing.sign, applied, size)
    return Scripts(fence, node.subscript, node.superscript) if isinstance(node, Scripts) else fence


def is_applied(before: Node | None, body: Sequence[Node]) -> bool:
    """Say whether brackets after a node hold its argument, as in p(x), and no factor, as in λ(a + b)."""
    if before is None:
        return False
    name = core(before)
    if isinstance(name, Accent | Stacked):
        return is_applied((name.body if isinstance(name, Accent) else name.base)[-1], body)
    if not isinstance(name, Symbol) or name.kind not in ("identifier", "function", "bold", "alphabet"):
        return False
    return name.text not in _FACTORS or len(body) < 2 or _has_comma(body)


def _has_comma(body: Sequence[Node]) -> bool:
    return any(isinstance(node, Symbol) and node.kind == "punctuation" for node in body)


def _side_of_bar(bar: Delimiter, opening: Delimiter | None, body: list[Node], rest: Sequence[Node]) -> str:
    """Return which half a bar is: it opens before an operand, and closes or stands between two after one."""
    is_after_operand = bool(body) and ends_operand(body[-1])
    if is_after_operand and opening is not None and opening.sign == bar.sign:
        return "close"
    return "open" if _has_partner(bar, rest, is_after_operand) else "relation"


def _has_partner(bar: Delimiter, rest: Sequence[Node], is_after_operand: bool) -> bool:
    """Say whether the other half of a bar follows; after an operand, before any relation or comma."""
    depth = 0
    for node in rest:
        half = core(node)
        if isinstance(half, Delimiter):
            if half.side == "either" and half.sign == bar.sign and depth == 0:
                return True
            depth += {"open": 1, "close": -1}.get(half.side, 0)
            if depth < 0:
                return False
        ends = isinstance(half, Symbol) and half.kind in ("relation", "punctuation")
        if ends and is_after_operand and depth == 0:
            return False
    return False


def ends_operand(node: Node) -> bool:
    """Say whether a node is the end of what a sign may follow."""
    last = core(node)
    if isinstance(last, Symbol):
        return last.kind in _ENDS_OPERAND
    if isinstance(last, Group):
        return bool(last.body) and ends_operand(last.body[-1])
    return last.side == "close" if isinstance(last, Delimiter) else not isinstance(last, Space)


def _relation(node: Node, bar: Delimiter) -> Node:
    """Return a bar between two parts; one with scripts says where a value is taken."""
    if isinstance(node, Scripts) or bar.size or bar.stretched:
        side = Delimiter(
            bar.sign, "close" if isinstance(node, Scripts) else "relation", bar.size, bar.stretched
        )
        return Scripts(side, node.subscript, node.superscript) if isinstance(node, Scripts) else side
    return Symbol("∥" if bar.sign == "‖" else bar.sign, "relation")
