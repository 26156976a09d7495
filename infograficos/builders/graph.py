"""Um grafo: nós de várias formas, arestas com palavras, grupos, laços e voltas."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field

from infograficos import elements
from infograficos.content.checks import SymbolField, SymbolValues, validate_values
from infograficos.content.fields import (
    COMPOSED,
    Detail,
    Flag,
    Items,
    Label,
    Name,
    Number,
    OptionalText,
    Some,
    Words,
    content,
    length,
    short,
)
from infograficos.content.graph_net import Net
from infograficos.language.numbers import format_short

__all__ = ["Chain", "Edge", "Graph", "Node", "NodeGroup"]

#: The name of a node or a group, which is how others know it.
NodeName = Annotated[Name, COMPOSED]

#: How a node is drawn; by its name if nothing is said.
NodeShape = Literal["", "box", "pill", "decision", "cylinder", "circle", "document", "person"]


@content
class Node:
    """One node, where its name alone does not say all about it.

    Args:
        name: by which edges, groups and the path know it.
        role: its colour role; by default that of its group, else that of the graph. The colour of a category,
            such as `category1`, goes on to the nodes that it leads to.
        shape: `box`, `pill`, `decision`, `cylinder`, `circle`, `document` or `person`; by default a box, or
            a decision where the name ends in a question mark.
        detail: a few more words below its name, or nothing.
        picture: the name of a picture above its name, such as `database` or `person`, or of an icon before
            it, the path of an SVG or PNG of your own, or nothing.
        values: what a picture shows, as for a `Stage` of a `Pipeline`.
        emphasis: the one to remember, in a solid colour.
        label: what is written on it in place of its name, for two nodes that are called the same.
    """

    name: NodeName
    role: OptionalText = ""
    shape: NodeShape = ""
    detail: Detail = ""
    picture: SymbolField = ""
    values: SymbolValues = ()
    emphasis: Flag = False
    label: Annotated[Detail, short(40)] = ""

    def __post_init__(self) -> None:
        validate_values(self.picture, self.values)


@content
class Edge:
    """An edge from one node to another, or to itself. A node that only edges name need not be declared.

    Args:
        source: the node that it leaves, by its name.
        target: the node that it leads to.
        label: a few words on it, such as “sim” or “top-5”, or nothing.
        dashed: whether it is optional or seldom taken.
        two_way: whether it leads back, too.
        weight: how much goes along it: it is as broad as that, and the number is written on it if it has no
            words.
        role: its colour role; by default that of its source.
    """

    source: NodeName
    target: NodeName
    label: Label = ""
    dashed: Flag = False
    two_way: Flag = False
    weight: Annotated[Number, Field(gt=0)] | None = None
    role: OptionalText = ""

    @property
    def words(self) -> str:
        """What is written on it."""
        return self.label or ("" if self.weight is None else format_short(self.weight))


@content
class Chain:
    """Edges from each node to the next; where several stand at one place, from and to each of them.

    Args:
        names: at least two nodes in order: `["a", "b", "c"]`, or `["a", ["b", "c"], "d"]`.
        dashed: whether the edges are optional or seldom taken.
        role: their colour role; by default that of their source.
    """

    names: Annotated[Some[NodeName | Some[NodeName]], length(2)]
    dashed: Flag = False
    role: OptionalText = ""

    def edges(self) -> Iterator[Edge]:
        """Yield its edges."""
        places = [[name] if isinstance(name, str) else name for name in self.names]
        for sources, targets in pairwise(places):
            for source in sources:
                yield from (Edge(source, target, dashed=self.dashed, role=self.role) for target in targets)


@content
class NodeGroup:
    """Nodes that belong together, on a panel with a title.

    Args:
        name: the title.
        members: the names of nodes, and groups inside this one.
        role: the colour role of the panel, and of its nodes that have none of their own.
    """

    name: NodeName
    members: Some[NodeName | NodeGroup]
    role: OptionalText = ""

    @property
    def nodes(self) -> tuple[str, ...]:
        """The names of the nodes right in it."""
        return tuple(member for member in self.members if isinstance(member, str))

    @property
    def groups(self) -> tuple[NodeGroup, ...]:
        """The groups right in it."""
        return tuple(member for member in self.members if isinstance(member, NodeGroup))


@content
class Graph:
    """Nodes and edges, laid out by themselves so that they fit the sheet: branches, cycles, groups, loops.

    Args:
        edges: each one an `Edge`, or a `Chain` of several.
        groups: nodes that belong together.
        nodes: what there is to say of nodes besides their names, such as a role or a shape.
        path: the names of nodes in order, to mark the way along them.
        directed: False for lines without arrowheads.
        role: the colour role of nodes that get none otherwise.
        shape: the shape of nodes that have none of their own; by default boxes, and decisions where a name
            ends in a question mark.
    """

    edges: Some[Edge | Chain]
    groups: Items[NodeGroup] = ()
    nodes: Items[Node] = ()
    path: Items[NodeName] = ()
    directed: Flag = True
    role: Words = "model"
    shape: NodeShape = ""

    def __post_init__(self) -> None:
        self._net.validate()

    def body(self) -> elements.Element:
        """Return the nodes, edges and groups, placed by the layout engine."""
        return elements.draw_net(self._net)

    def describe(self) -> str:
        """Return the edges in order, the groups, and the marked path."""
        return self._net.describe()

    @cached_property
    def _net(self) -> Net:
        return self._make_net()

    def _make_net(self) -> Net:
        """Return the graph as it is meant; a kind of graph adds what is its own."""
        parts = ([each] if isinstance(each, Edge) else each.edges() for each in self.edges)
        edges = tuple(edge for part in parts for edge in part)
        return Net(edges, self.nodes, self.groups, Node, self.path, self.directed, self.role, self.shape)


EXAMPLES = {
    "compilador": Graph(
        [
            Chain(["Código", "Léxico", "Sintaxe", "Tipos", "IR", "Otimizador", "Binário"]),
        ],
        nodes=[
            Node("Código", "instruction", "document"),
            Node("Léxico", detail="tokens"),
            Node("Sintaxe", detail="árvore"),
            Node("Tipos", detail="conferidos"),
            Node("IR", "input", detail="três endereços"),
            Node("Otimizador", "input", detail="mais curto"),
            Node("Binário", "response", emphasis=True),
        ],
    ),
    "RAG com volta": Graph(
        [
            Edge("Pergunta", "Precisa de contexto?"),
            Edge("Precisa de contexto?", "Embedding", "sim"),
            Edge("Precisa de contexto?", "LLM", "não"),
            Chain(["Embedding", "Índice vetorial", "Reranker"]),
            Edge("Reranker", "LLM", "top-5"),
            Edge("LLM", "Resposta fiel?"),
            Edge("Resposta fiel?", "Resposta", "sim"),
            Edge("Resposta fiel?", "Precisa de contexto?", "não"),
        ],
        groups=[NodeGroup("Busca", ["Embedding", "Índice vetorial", "Reranker"], "input")],
        nodes=[Node("Pergunta", "instruction"), Node("Resposta", "response", emphasis=True)],
    ),
    "rede na nuvem": Graph(
        [
            Edge("Usuário", "Balanceador", "HTTPS"),
            Chain(["Balanceador", ["API 1", "API 2"], "Postgres"]),
            Edge("API 1", "Redis"),
            Edge("Postgres", "S3", "backup", dashed=True),
        ],
        groups=[
            NodeGroup(
                "VPC",
                [
                    NodeGroup("Sub-rede pública", ["Balanceador"], "model"),
                    NodeGroup("Sub-rede privada", ["API 1", "API 2", "Redis", "Postgres"], "response"),
                ],
                "masked",
            )
        ],
        nodes=[
            Node("Usuário", "instruction"),
            Node("Postgres", "input", "cylinder"),
            Node("Redis", "input", "cylinder"),
            Node("S3", "input"),
        ],
    ),
    "menor caminho": Graph(
        [
            Edge("A", "B", "4"),
            Edge("A", "C", "2"),
            Edge("C", "B", "1"),
            Edge("B", "D", "5"),
            Edge("C", "D", "8"),
            Edge("D", "E", "3"),
            Edge("C", "E", "10"),
            Edge("D", "F", "7"),
            Edge("E", "F", "2"),
        ],
        path=["A", "C", "B", "D", "E", "F"],
        directed=False,
        shape="circle",
    ),
}
HEADLINES = {
    "compilador": "Do texto ao **binário**{response}, uma forma por vez",
    "RAG com volta": "A resposta **volta**{model} se não for fiel",
    "rede na nuvem": "Público, só o **balanceador**{model}",
    "menor caminho": "De A a F, o **menor caminho**{model} custa 13",
}
