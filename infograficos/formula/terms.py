"""Finds the terms that a figure explains, wherever they stand in a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from infograficos.formula.tree import Fence, Fraction, Group, Marked, Node, Root, Scripts, Series, Symbol


def marked(formula: Series, roles: Mapping[Series, str]) -> Series:
    """Return a formula in which every occurrence of each term is marked with its role.

    The longest terms go first. A term is not found in what has its name and a foot of its own: `z` is not
    `z_i`, unless it stands nowhere alone.
    """
    for term in sorted(roles, key=_length, reverse=True):
        alone = _marked(formula, term, roles[term], feet=False)
        formula = alone if alone != formula else _marked(formula, term, roles[term], feet=True)
    return formula


def marked_terms(formula: Series) -> set[Series]:
    """Return the terms that are marked somewhere in a formula."""
    own = {node.inside for node in formula if isinstance(node, Marked)}
    return own.union(*(marked_terms(part) for node in formula for part in _parts(node)))


def symbols(formula: Series) -> Iterator[str]:
    """Yield what could be a term, as an author writes it: `x`, `x_i`, `softmax`."""
    for node in formula:
        if isinstance(node, Symbol) and node.kind in ("identifier", "function"):
            yield node.text
        if isinstance(node, Scripts):
            yield from _footed(node)
        for part in _parts(node):
            yield from symbols(part)


def _footed(node: Scripts) -> Iterator[str]:
    foot = node.lower[0] if node.lower and len(node.lower) == 1 else None
    if isinstance(node.base, Symbol) and isinstance(foot, Symbol) and not node.upper:
        yield f"{node.base.text}_{foot.text if len(foot.text) == 1 else f'{{{foot.text}}}'}"


def _length(term: Series) -> int:
    return sum(1 + sum(_length(part) for part in _parts(node)) for node in term)


def _parts(node: Node) -> tuple[Series, ...]:
    if isinstance(node, Scripts):
        return tuple(part for part in ((node.base,), node.lower, node.upper) if part)
    if isinstance(node, Fraction):
        return (node.above, node.below)
    return (node.inside,) if isinstance(node, Root | Fence | Group | Marked) else ()


def _marked(formula: Series, term: Series, role: str, feet: bool) -> Series:
    found: list[Node] = []
    at = 0
    while at < len(formula):
        if formula[at : at + len(term)] == term:
            found.append(Marked(term, role))
            at += len(term)
        else:
            found.append(_inside(formula[at], lambda part: _marked(part, term, role, feet), feet))
            at += 1
    return tuple(found)


def _inside(node: Node, search: Callable[[Series], Series], feet: bool) -> Node:
    """Return a node whose parts were searched; what is marked already stays as it is."""
    if isinstance(node, Scripts):
        base = search((node.base,))[0] if feet or not node.lower else _within(node.base, search, feet)
        lower, upper = (part and search(part) for part in (node.lower, node.upper))
        return Scripts(base, lower, upper)
    if isinstance(node, Fraction):
        return Fraction(search(node.above), search(node.below))
    if isinstance(node, Root | Fence | Group):
        return replace(node, inside=search(node.inside))
    return node


def _within(base: Node, search: Callable[[Series], Series], feet: bool) -> Node:
    return base if isinstance(base, Symbol) else _inside(base, search, feet)
