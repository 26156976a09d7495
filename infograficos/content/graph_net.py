"""A graph as it is meant: nodes that edges name are made, roles are found, and all is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from infograficos.content.checks import validate_unique, validate_unique_names
from infograficos.content.data.icon_file import IconSource
from infograficos.content.data.picture_values import Value
from infograficos.content.descriptions import fullest
from infograficos.content.graph_checks import (
    Arc,
    flow_order,
    resolve_roles,
    validate_count,
    validate_edges,
    validate_members,
    validate_names,
    validate_path,
)
from infograficos.content.graph_words import EdgeWriter
from infograficos.language.catalogue import Source
from infograficos.language.grammar import join_and, phrase
from infograficos.language.messages import mark_message
from infograficos.language.texts import mark_text
from infograficos.text.markup import plain_text

#: How the description of a graph of no special kind begins.
_OPENING = mark_text(("Grafo com {count} nó.", "Grafo com {count} nós."))


class NetNode(Protocol):
    """A node as an author declares it."""

    @property
    def name(self) -> str:
        """By which edges and groups know it."""

    @property
    def label(self) -> str:
        """What is written on it in place of its name, or an empty text."""

    @property
    def detail(self) -> str:
        """A few more words, or an empty text."""

    @property
    def role(self) -> str:
        """Its colour role, or an empty text."""

    @property
    def shape(self) -> str:
        """Its shape, or an empty text."""

    @property
    def picture(self) -> IconSource:
        """A picture, an icon, or an empty text."""

    @property
    def values(self) -> Sequence[Value]:
        """What its picture shows."""

    @property
    def emphasis(self) -> bool:
        """Whether it is the one to remember."""


class NetEdge(Arc, Protocol):
    """An edge as an author declares it."""

    @property
    def words(self) -> str:
        """What is written on it."""

    @property
    def role(self) -> str:
        """Its colour role, or an empty text."""

    @property
    def dashed(self) -> bool:
        """Whether it is seldom taken."""

    @property
    def weight(self) -> float | None:
        """How much goes along it, if that is known."""


class NetGroup(Protocol):
    """A group as an author declares it."""

    @property
    def name(self) -> str:
        """Its title."""

    @property
    def nodes(self) -> Sequence[str]:
        """The names of the nodes right in it."""

    @property
    def groups(self) -> Sequence[NetGroup]:
        """The groups right in it."""

    @property
    def role(self) -> str:
        """Its colour role, or an empty text."""


@dataclass(frozen=True)
class Net:
    """Nodes, edges and groups.

    Args:
        edges: all edges.
        declared: the nodes of which more is said than their names.
        outer: the groups that are in no other.
        make: makes a node that only edges name.
        path: the names of the nodes on the marked path.
        directed: whether edges have a direction.
        role: the role of nodes that get none otherwise.
        shape: the shape of nodes that have none.
        passes: how the names of roles begin that go on along edges.
        members: the names of nodes that only groups name.
        start: the node that a dot leads to, if any.
        final: the nodes with a double border.
        opening: how the description begins: what it is, by the number of its nodes.
    """

    edges: Sequence[NetEdge]
    declared: Sequence[NetNode]
    outer: Sequence[NetGroup]
    make: Callable[[str], NetNode]
    path: Sequence[str] = ()
    directed: bool = True
    role: str = "model"
    shape: str = ""
    passes: str = "category"
    members: Sequence[str] = ()
    start: str = ""
    final: Sequence[str] = ()
    opening: Source = _OPENING

    def validate(self) -> None:
        """Raise `ValueError` for what does not make a graph."""
        declared = [node.name for node in self.declared]
        validate_unique(declared, mark_message("esperados nomes diferentes; “{name}” aparece duas vezes"))
        validate_edges(self.edges)
        groups = [(group.name, group.nodes) for group, _ in self.groups]
        validate_unique_names(name for name, _ in groups)
        validate_members(self.names, groups)
        validate_names(self.names, declared)
        validate_path(self.path, self.names, self.edges, self.directed)
        validate_count(self.names, self.edges, [(group.name, _count(group)) for group in self.outer])

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all nodes, in the order in which edges name them, then those that none does."""
        ends = (name for edge in self.edges for name in (edge.source, edge.target))
        return tuple(dict.fromkeys((*ends, *(node.name for node in self.declared), *self.members)))

    @cached_property
    def nodes(self) -> Mapping[str, NetNode]:
        """Every node by its name, as it is declared or made for an edge."""
        declared = {node.name: node for node in self.declared}
        return {name: declared.get(name) or self.make(name) for name in self.names}

    @cached_property
    def order(self) -> Sequence[str]:
        """The names of all nodes as they are read."""
        return flow_order(self.names, self.edges)

    @cached_property
    def groups(self) -> Sequence[tuple[NetGroup, NetGroup | None]]:
        """Every group with the one around it, the outer ones first."""
        found: list[tuple[NetGroup, NetGroup | None]] = [(group, None) for group in self.outer]
        for group, _ in found:
            found += [(inner, group) for inner in group.groups]
        return found

    @cached_property
    def roles(self) -> Mapping[str, str]:
        """The role of every node and group by its name."""
        given: dict[str, str] = {}
        for group, parent in self.groups:
            role = group.role or (given.get(parent.name, "") if parent else "")
            given |= dict.fromkeys((group.name, *group.nodes), role)
        given |= {node.name: node.role for node in self.declared if node.role}
        known = {name: role for name, role in given.items() if role}
        return resolve_roles((*self.names, *given), self.edges, known, self.role, self.passes)

    @cached_property
    def ways(self) -> frozenset[tuple[str, str]]:
        """Both ends of each step of the marked path, and those of steps that have no direction both ways."""
        steps = set(pairwise(self.path))
        back = {(edge.target, edge.source) for edge in self.edges if edge.two_way or not self.directed}
        return frozenset(steps | {(b, a) for a, b in steps if (a, b) in back or (b, a) in back})

    def describe(self) -> str:
        """Return the edges in order, the groups, and the marked path."""
        return fullest(self._descriptions())

    def _descriptions(self) -> Iterator[str]:
        """Yield what is said, from the fullest to the shortest."""
        groups, path = self._describe_groups(), _join(self._describe_ends(), self._describe_path())
        edges = self._describe_edges(lambda edge: edge.words, details=True)
        shorter = self._describe_edges(lambda edge: edge.words)
        yield _join(phrase(self.opening, len(self.names)), edges, groups, path)
        yield _join(edges, groups, path)
        yield _join(shorter, groups, path)
        yield _join(edges, path)
        yield _join(shorter, path)
        yield _join(self._describe_edges(lambda _edge: ""), path)

    def _describe_edges(self, label: Callable[[NetEdge], str], *, details: bool = False) -> str:
        names = {name: self._title(name) for name in self.names}
        notes = {name: self.nodes[name].detail for name in self.names} if details else {}
        return EdgeWriter(names, notes, label, self.directed).write(self.order, self.edges)

    def _describe_groups(self) -> str:
        sentences = []
        for group, _ in self.groups:
            inside = [*map(self._title, group.nodes), *(plain_text(each.name) for each in group.groups)]
            sentences.append(f"{plain_text(group.name)}: {join_and(inside)}.")
        return " ".join(sentences)

    def _describe_ends(self) -> str:
        """Return where it starts and where it may end, if that is said."""
        start = phrase("Começa em {name}.", name=self._title(self.start)) if self.start else ""
        ends = join_and(list(map(self._title, self.final))) if self.final else ""
        return _join(start, phrase("Acaba em {names}.", names=ends) if ends else "")

    def _describe_path(self) -> str:
        way = " → ".join(map(self._title, self.path))
        return phrase("Caminho marcado: {way}.", way=way) if way else ""

    def _title(self, name: str) -> str:
        return plain_text(self.nodes[name].label or name)


def _join(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _count(group: NetGroup) -> int:
    """Return how many nodes are in a group and in those within it."""
    return len(group.nodes) + sum(map(_count, group.groups))
