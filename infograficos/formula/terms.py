"""Finds the terms that a figure explains in a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from infograficos.formula.tree import Fence, Fraction, Group, Marked, Node, Nodes, Root, Scripts, Symbol


def mark_terms(formula: Nodes, roles: Mapping[Nodes, str]) -> Nodes:
    """Return a formula in which every occurrence of each term is marked with its role.

    Longer terms take precedence. `z` does not match in `z_i`, unless it never occurs without a subscript.
    """
    for term in sorted(roles, key=_length, reverse=True):
        alone = _mark(formula, term, roles[term], everywhere=False)
        formula = alone if alone != formula else _mark(formula, term, roles[term], everywhere=True)
    return formula


def marked_terms(formula: Nodes) -> set[Nodes]:
    """Return the terms marked anywhere in a formula."""
    own = {node.body for node in formula if isinstance(node, Marked)}
    return own.union(*(marked_terms(part) for node in formula for part in _children(node)))


def find_symbols(formula: Nodes) -> Iterator[str]:
    """Yield possible terms as an author writes them: `x`, `x_i`, `softmax`."""
    for node in formula:
        if isinstance(node, Symbol) and node.kind in ("identifier", "function"):
            yield node.text
        if isinstance(node, Scripts):
            yield from _subscript_names(node)
        for part in _children(node):
            yield from find_symbols(part)


def _subscript_names(node: Scripts) -> Iterator[str]:
    index = node.subscript[0] if node.subscript and len(node.subscript) == 1 else None
    if isinstance(node.base, Symbol) and isinstance(index, Symbol) and not node.superscript:
        yield f"{node.base.text}_{index.text if len(index.text) == 1 else f'{{{index.text}}}'}"


def _length(term: Nodes) -> int:
    return sum(1 + sum(_length(part) for part in _children(node)) for node in term)


def _children(node: Node) -> tuple[Nodes, ...]:
    if isinstance(node, Scripts):
        return tuple(part for part in ((node.base,), node.subscript, node.superscript) if part)
    if isinstance(node, Fraction):
        return (node.numerator, node.denominator)
    return (node.body,) if isinstance(node, Root | Fence | Group | Marked) else ()


def _mark(formula: Nodes, term: Nodes, role: str, everywhere: bool) -> Nodes:
    result: list[Node] = []
    search = partial(_mark, term=term, role=role, everywhere=everywhere)
    at = 0
    while at < len(formula):
        if formula[at : at + len(term)] == term:
            result.append(Marked(term, role))
            at += len(term)
        else:
            result.append(_mark_children(formula[at], search, everywhere))
            at += 1
    return tuple(result)


def _mark_children(node: Node, search: Callable[[Nodes], Nodes], everywhere: bool) -> Node:
    """Return a node with its parts searched; marked terms stay as they are."""
    if isinstance(node, Scripts):
        whole = everywhere or not node.subscript
        base = search((node.base,))[0] if whole else _mark_children(node.base, search, everywhere)
        lower, upper = (part and search(part) for part in (node.subscript, node.superscript))
        return Scripts(base, lower, upper)
    if isinstance(node, Fraction):
        return Fraction(search(node.numerator), search(node.denominator))
    if isinstance(node, Root | Fence | Group):
        return replace(node, body=search(node.body))
    return node
