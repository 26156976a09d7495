"""Um mapa mental: um assunto no meio, e seus ramos em volta, cada um de uma cor."""

from __future__ import annotations

from dataclasses import replace

from infograficos import elements
from infograficos.builders.graph import Chain, Edge, Node
from infograficos.builders.tree import Tree
from infograficos.content.fields import content
from infograficos.content.graph_net import Net
from infograficos.language.texts import mark_text

__all__ = ["MindMap"]

_OPENING = mark_text(("Mapa mental com {count} nó.", "Mapa mental com {count} nós."))

#: How many colours there are for branches.
_COLORS = 6


@content
class MindMap(Tree):
    """A subject in the middle with branches on both sides of it; each branch has a colour of its own.

    Args:
        edges: from the subject to its branches and so on, best as a `Chain`: `Chain(["LLM", ["a", "b"]])`.
        groups: nodes that belong together.
        nodes: what there is to say of nodes besides their names, such as a role.
        path: the names of nodes in order, to mark the way along them.
        directed: True for lines with arrowheads.
        role: the colour role of the subject.
        shape: the shape of nodes that have none of their own.
    """

    def body(self) -> elements.Element:
        """Return the subject with its branches around it, placed by the layout engine."""
        return elements.draw_net(self._net, kind="mind map")

    def _make_net(self) -> Net:
        """Return the graph with its subject and branches declared: the one solid, the others coloured."""
        net = super()._make_net()
        targets = {edge.target for edge in net.edges}
        subject = next((name for name in net.names if name not in targets), net.names[0])
        branches = [edge.target for edge in net.edges if edge.source == subject]
        colors = {name: f"category{number % _COLORS + 1}" for number, name in enumerate(branches)}
        declared = {node.name: node for node in self.nodes}
        top = declared.get(subject) or Node(subject, self.role)
        made = {subject: replace(top, shape=top.shape or "pill", emphasis=True)}
        for name, color in colors.items():
            node = declared.get(name) or Node(name)
            made[name] = replace(node, role=node.role or color)
        nodes = tuple((declared | made).values())
        return replace(net, declared=nodes, opening=_OPENING)


EXAMPLES = {
    "banco de dados": MindMap(
        [
            Chain(["Consulta lenta", ["Índices", "Consulta", "Esquema", "Servidor"]]),
            Chain(["Índices", ["B-tree", "Cobertura"]]),
            Chain(["Consulta", ["EXPLAIN", "N + 1"]]),
            Chain(["Esquema", ["Partições", "Tipos"]]),
            Chain(["Servidor", ["Memória", "Conexões"]]),
        ]
    ),
    "overfitting": MindMap(
        [
            Chain(["Overfitting", ["Dados", "Modelo", "Treino"]]),
            Chain(["Dados", ["Mais exemplos", "Aumento"]]),
            Chain(["Modelo", ["Menos pesos", "Dropout"]]),
            Edge("Treino", "Early stopping"),
            Edge("Treino", "Weight decay"),
        ]
    ),
}
HEADLINES = {
    "banco de dados": "Quatro lugares onde **procurar**{model}",
    "overfitting": "Contra **overfitting**{model}, três frentes",
}
