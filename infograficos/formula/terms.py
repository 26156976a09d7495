"""Finds the terms that a figure explains in a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from infograficos.formula.tree import Accent, Marked, Node, Nodes, Scripts, Symbol, children, map_parts


def mark_terms(formula: Nodes, roles: Mapping[Nodes, str]) -> Nodes:
    """Return a formula in which every occurrence of each term is marked with its role.

    Longer terms take precedence. `z` does not match in `z_i`, unless it never occurs without a subscript.
    """
    for term in sorted(roles, key=_length, reverse=True):
        alone = _mark(formula, term, roles[term], everywhere=False)
        formula = alone if alone != formula else _mark(formula, term, roles[term], everywhere=True)
    return formula


def occurs(term: Nodes, formula: Nodes) -> bool:
    """Say whether a term is found in a formula."""
    return bool(marked_terms(mark_terms(formula, {term: ""})))


def marked_terms(formula: Nodes) -> set[Nodes]:
    """Return the terms marked anywhere in a formula."""
    own = {node.body for node in formula if isinstance(node, Marked)}
    return own.union(*(marked_terms(part) for node in formula for part in children(node)))


def find_symbols(formula: Nodes) -> Iterator[str]:
    """Yield possible terms as an author writes them: `x`, `x_i`, `softmax`."""
    for node in formula:
        if isinstance(node, Symbol) and node.kind in ("identifier", "function", "bold", "alphabet"):
            yield node.text
        if isinstance(node, Scripts):
            yield from _subscript_names(node)
        for part in children(node):
            yield from find_symbols(part)


def has_bold(formula: Nodes) -> bool:
    """Say whether a formula sets some letters in bold, which the others have to differ from."""
    bold = any(isinstance(node, Symbol) and node.kind == "bold" for node in formula)
    return bold or any(has_bold(part) for node in formula for part in children(node))


def _subscript_names(node: Scripts) -> Iterator[str]:
    index = node.subscript[0] if node.subscript and len(node.subscript) == 1 else None
    if isinstance(node.base, Symbol) and isinstance(index, Symbol) and not node.superscript:
        yield f"{node.base.text}_{index.text if len(index.text) == 1 else f'{{{index.text}}}'}"


def _length(term: Nodes) -> int:
    return sum(1 + sum(_length(part) for part in children(node)) for node in term)


def _mark(formula: Nodes, term: Nodes, role: str, everywhere: bool) -> Nodes:
    result: list[Node] = []
    search = partial(_mark, term=term, role=role, everywhere=everywhere)
    at = 0
    while at < len(formula):
        if formula[at : at + len(term)] == term:
            result.append(Marked(term, role))
            at += len(term)
        else:
            result.append(_mark_inside(formula[at], search, everywhere))
            at += 1
    return tuple(result)


def _mark_inside(node: Node, search: Callable[[Nodes], Nodes], everywhere: bool) -> Node:
    """Return a node with its parts searched; marked terms stay as they are."""
    if isinstance(node, Scripts):
        whole = everywhere or not node.subscript
        base = search((node.base,))[0] if whole else _mark_inside(node.base, search, everywhere)
        lower, upper = (part and search(part) for part in (node.subscript, node.superscript))
        return Scripts(base, lower, upper)
    if isinstance(node, Accent) and node.mark != "frame":
        # A hat makes another symbol of its letter.
        return replace(node, body=search(node.body)) if everywhere else node
    return map_parts(node, search)
