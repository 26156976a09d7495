"""What a graph says to those who do not see it: its edges, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from infograficos.content.graph_checks import Arc
from infograficos.language.grammar import ensure_full_stop, join_and
from infograficos.text.markup import plain_text

#: What stands between two nodes: by the edge's direction, where it has both, and where it has none.
ARROW, BOTH_WAYS, LINE = "→", "↔", "—"

_Arc = TypeVar("_Arc", bound=Arc)


@dataclass(frozen=True, slots=True)
class EdgeWriter(Generic[_Arc]):
    """Writes edges as sentences: “A → B → C. C → D (sim) e E (não).”.

    Args:
        names: what each node is called.
        details: a few more words on some nodes, which are said where one is first named.
        label: returns the words of an edge, or an empty text.
        directed: whether edges have a direction.
    """

    names: Mapping[str, str]
    details: Mapping[str, str]
    label: Callable[[_Arc], str]
    directed: bool = True

    def write(self, order: Sequence[str], edges: Sequence[_Arc]) -> str:
        """Return the sentences of all edges, given the nodes in the order in which they are read."""
        details = dict(self.details)
        return " ".join(map(ensure_full_stop, self._sentences(order, list(edges), details)))

    def _sentences(self, order: Sequence[str], left: list[_Arc], details: dict[str, str]) -> Iterator[str]:
        """Yield a sentence for each chain and each fan; what is said is taken from what is left."""
        for name in order:
            while found := _leaving(name, left):
                alike = [edge for edge in found if self._sign(edge) == self._sign(found[0])]
                write = self._chain if len(alike) == 1 else self._fan
                start = self._mention(name, "", details)
                yield f"{start}{write(alike, left, details)}"

    def _fan(self, edges: Sequence[_Arc], left: list[_Arc], details: dict[str, str]) -> str:
        """Return several edges from one node."""
        for edge in edges:
            left.remove(edge)
        ends = [self._mention(edge.target, self.label(edge), details) for edge in edges]
        return f" {self._sign(edges[0])} {join_and(ends)}"

    def _chain(self, edges: Sequence[_Arc], left: list[_Arc], details: dict[str, str]) -> str:
        """Return an edge and those that go on from it one by one."""
        edge = edges[0]
        left.remove(edge)
        end = self._mention(edge.target, self.label(edge), details)
        following = _leaving(edge.target, left)
        rest = self._chain(following, left, details) if len(following) == 1 else ""
        return f" {self._sign(edge)} {end}{rest}"

    def _mention(self, name: str, label: str, details: dict[str, str]) -> str:
        """Return a node with the words of the edge that leads to it and, the first time, its detail."""
        notes = filter(None, (plain_text(label), plain_text(details.pop(name, ""))))
        words = "; ".join(notes)
        return f"{self.names[name]} ({words})" if words else self.names[name]

    def _sign(self, edge: _Arc) -> str:
        return LINE if not self.directed else BOTH_WAYS if edge.two_way else ARROW


def _leaving(name: str, edges: Sequence[_Arc]) -> list[_Arc]:
    return [edge for edge in edges if edge.source == name]
