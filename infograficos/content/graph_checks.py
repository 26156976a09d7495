"""Checks of a graph: names that are nearly the same, edges, groups and paths that do not agree with it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Protocol

from infograficos.content.checks import validate_known
from infograficos.errors import ContentError
from infograficos.text.markup import plain_text

#: More nodes cannot be read in one figure.
MOST_NODES = 25

#: How the names of colours begin that only tell categories apart.
_CATEGORY = "category"

#: In shorter words a single letter tells two things apart: “Nó A”, “Nó B”.
_LONG = 5


class Arc(Protocol):
    """An edge between two nodes, each by its name."""

    @property
    def source(self) -> str:
        """The node that it leaves."""

    @property
    def target(self) -> str:
        """The node that it leads to."""

    @property
    def label(self) -> str:
        """Its words, or an empty text."""

    @property
    def two_way(self) -> bool:
        """Whether it leads back, too."""


def validate_names(names: Sequence[str], declared: Collection[str]) -> None:
    """Raise `ValueError` for two names that are one misspelt; what is declared twice is two nodes."""
    for one, other in combinations(names, 2):
        if {one, other} <= set(declared) or not _are_near(one, other):
            continue
        raise ContentError(
            "“{one}” e “{other}” são quase o mesmo nome; se são dois nós, declare os dois em “nodes”",
            one=one,
            other=other,
        )


def _are_near(one: str, other: str) -> bool:
    """Say whether two names differ by case, accents or signs alone, or by one letter of a long word."""
    first, second = _letters(one), _letters(other)
    if first == second:
        # Only the signs tell “$x$” and “x'” apart, or “C” and “C++”.
        return any(map(str.isalnum, one)) and _signs(one) == _signs(other)
    if len(first) != len(second):
        return False
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(pairs) == 1 and _differ_by_a_letter(*pairs[0])


def _letters(name: str) -> list[str]:
    """Return a name's words without case, accents and what joins them."""
    folded = unicodedata.normalize("NFD", plain_text(name).casefold())
    kept = (c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in folded)
    return "".join(kept).split()


def _signs(name: str) -> list[str]:
    """Return the signs of a name that mean something: all but spaces, dots, hyphens and the like."""
    return [c for c in plain_text(name) if unicodedata.category(c) == "Sm" or c in "#*&@%'′"]


def _differ_by_a_letter(one: str, other: str) -> bool:
    """Say whether a letter of a long word is missing, wrong or exchanged with its neighbour."""
    if min(len(one), len(other)) < _LONG or not (one.isalpha() and other.isalpha()):
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        wrong = [i for i, (a, b) in enumerate(zip(short, long, strict=True)) if a != b]
        is_exchange = len(wrong) == 2 and wrong[1] - wrong[0] == 1
        return len(wrong) == 1 or (is_exchange and sorted(short) == sorted(long))
    return any(short == long[:i] + long[i + 1 :] for i in range(len(long)))


def validate_edges(edges: Sequence[Arc]) -> None:
    """Raise `ValueError` for an edge that is there twice with the same words."""
    counts = Counter((edge.source, edge.target, edge.label) for edge in edges)
    for (source, target, _), count in counts.items():
        if count > 1:
            raise ContentError(
                "a aresta de “{source}” a “{target}” aparece duas vezes", source=source, target=target
            )


def validate_members(names: Sequence[str], groups: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Raise `ValueError` for a group's member that is no node, or in two groups, and for a group's name.

    Args:
        names: those of the nodes.
        groups: each group's name and the names of the nodes right in it.
    """
    home: dict[str, str] = {}
    for group, members in groups:
        if group in names:
            raise ContentError("“{name}” é o nome de um nó e o de um grupo; dê outro a um deles", name=group)
        for member in members:
            validate_known("o nó", member, names)
            if member in home:
                raise ContentError(
                    "o nó “{name}” está em dois grupos, “{first}” e “{second}”"
                    if home[member] != group
                    else "o nó “{name}” está duas vezes no grupo “{first}”",
                    name=member,
                    first=home[member],
                    second=group,
                )
            home[member] = group


def validate_path(path: Sequence[str], names: Sequence[str], edges: Iterable[Arc], directed: bool) -> None:
    """Raise `ValueError` for a marked path that leaves the edges of the graph."""
    known = {(edge.source, edge.target) for edge in edges}
    known |= {(edge.target, edge.source) for edge in edges if edge.two_way or not directed}
    for name in path:
        validate_known("o nó", name, names)
    if len(path) == 1:
        raise ContentError("path: um caminho tem ao menos dois nós; veio só “{name}”", name=path[0])
    for source, target in pairwise(path):
        if (source, target) not in known:
            raise ContentError("path: não há aresta de “{source}” a “{target}”", source=source, target=target)


def validate_count(names: Sequence[str], edges: Sequence[Arc], groups: Sequence[tuple[str, int]]) -> None:
    """Raise `ValueError` for more nodes than can be read, with where to split them.

    Args:
        names: those of the nodes.
        edges: all edges.
        groups: the name of each outermost group, and how many nodes are in it.
    """
    if len(names) <= MOST_NODES:
        return
    advice: dict[str, object] = {"count": len(names), "most": MOST_NODES}
    if groups:
        largest, inside = max(groups, key=lambda group: group[1])
        raise ContentError(
            "são {count} nós, e um grafo se lê com até {most}; faça do grupo “{group}”, de {inside} nós, "
            "uma figura à parte, e aqui um nó só",
            **advice, group=largest, inside=inside,
        )  # fmt: skip
    if cut := _best_cut(names, edges):
        (source, target), size = cut
        raise ContentError(
            "são {count} nós, e um grafo se lê com até {most}; divida-o em dois na aresta de “{source}” a "
            "“{target}”: ficam {one} e {other} nós",
            **advice, source=source, target=target, one=len(names) - size, other=size,
        )  # fmt: skip
    raise ContentError(
        "são {count} nós, e um grafo se lê com até {most}; junte em um nó só os que sempre andam juntos",
        **advice,
    )


def _best_cut(names: Sequence[str], edges: Sequence[Arc]) -> tuple[tuple[str, str], int] | None:
    """Return the edge without which the graph falls into the most even halves, and the size of the second."""
    best: tuple[tuple[str, str], int] | None = None
    for edge in edges:
        part = reach(edge.target, [other for other in edges if other is not edge])
        size = len(part)
        if edge.source not in part and (best is None or _uneven(size, names) < _uneven(best[1], names)):
            best = (edge.source, edge.target), size
    return best


def _uneven(size: int, names: Sequence[str]) -> int:
    return abs(len(names) - 2 * size)


def reach(start: str, edges: Iterable[Arc], *, directed: bool = False) -> set[str]:
    """Return the nodes to which edges lead from a node, along them or in both directions, and itself."""
    found, waiting, kept = {start}, [start], list(edges)
    while waiting:
        name = waiting.pop()
        following = {edge.target for edge in kept if edge.source == name}
        if not directed:
            following |= {edge.source for edge in kept if edge.target == name}
        waiting += following - found
        found |= following
    return found


def flow_order(names: Sequence[str], edges: Sequence[Arc]) -> list[str]:
    """Return the nodes in the order in which a reader meets them: along the edges, breadth first."""
    order: list[str] = []
    for start in _starts(names, edges):
        waiting = [start] if start not in order else []
        for name in waiting:
            order.append(name)
            following = (edge.target for edge in edges if edge.source == name)
            waiting += [each for each in dict.fromkeys(following) if each not in (*order, *waiting)]
    return order


def _starts(names: Sequence[str], edges: Sequence[Arc]) -> Iterator[str]:
    """Yield where reading starts: the first node, then those to which nothing leads, then all others."""
    targets = {edge.target for edge in edges}
    yield names[0]
    yield from (name for name in names if name not in targets)
    yield from names


def resolve_roles(
    names: Sequence[str],
    edges: Sequence[Arc],
    known: Mapping[str, str],
    default: str,
    passes: str = _CATEGORY,
) -> Mapping[str, str]:
    """Return the role of every node: the one known for it, else that of the node which leads to it.

    Only what tells categories apart goes on to others; what means something stays where it is said.

    Args:
        names: those of the nodes, in the order in which they are named.
        edges: all edges.
        known: the roles of nodes that have one by themselves or by their group.
        default: the role of all others.
        passes: how the names of roles begin that go on to others.
    """
    roles = dict(known)
    for name in names:
        if name not in known:
            before = (roles.get(edge.source, "") for edge in edges if edge.target == name)
            roles[name] = next((role for role in before if role.startswith(passes) and role), default)
    return roles


def validate_tree(names: Sequence[str], edges: Sequence[Arc]) -> None:
    """Raise `ValueError` for a cycle, a node with two parents, and a second root."""
    parents: dict[str, str] = {}
    for edge in edges:
        if edge.source == edge.target:
            raise ContentError("em uma árvore não há laços; “{name}” leva a si mesmo", name=edge.source)
        if edge.target in parents:
            raise ContentError(
                "em uma árvore cada nó tem um só pai; “{name}” tem dois, “{first}” e “{second}”",
                name=edge.target,
                first=parents[edge.target],
                second=edge.source,
            )
        parents[edge.target] = edge.source
    for name in names:
        _validate_no_cycle(name, parents)
    roots = [name for name in names if name not in parents]
    if len(roots) > 1:
        raise ContentError(
            "em uma árvore há uma só raiz; nada leva a “{first}” nem a “{second}”",
            first=roots[0],
            second=roots[1],
        )


def _validate_no_cycle(start: str, parents: Mapping[str, str]) -> None:
    way = [start]
    while (parent := parents.get(way[-1])) is not None:
        way.append(parent)
        if parent == start:
            raise ContentError("em uma árvore não há ciclos; há este: {way}", way=" → ".join(reversed(way)))
        if parent in way[:-1]:
            return


def validate_reached(start: str, names: Iterable[str], edges: Sequence[Arc]) -> None:
    """Raise `ValueError` for a state that nothing leads to from the start."""
    reached = reach(start, edges, directed=True)
    for name in names:
        if name not in reached:
            raise ContentError(
                "de “{start}” nunca se chega ao estado “{name}”; falta uma transição que leve a ele",
                start=start,
                name=name,
            )
