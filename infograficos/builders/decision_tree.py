"""Uma árvore de decisão: perguntas em que se divide, e folhas com a resposta."""

from __future__ import annotations

from dataclasses import replace

from infograficos.builders.graph import Edge, Graph, Node
from infograficos.content.fields import Words, content
from infograficos.content.graph_checks import validate_tree
from infograficos.content.graph_net import Net
from infograficos.language.texts import mark_text

__all__ = ["DecisionTree"]

_OPENING = mark_text(("Árvore de decisão com {count} nó.", "Árvore de decisão com {count} nós."))


@content
class DecisionTree(Graph):
    """Questions that lead to others or to an answer; all nodes that lead on are decisions.

    Args:
        edges: from each question to what follows, with the answer on them: `Edge("x < 3?", "A", "sim")`.
        groups: nodes that belong together.
        nodes: what there is to say of nodes besides their names, such as a detail.
        path: the names of nodes in order, to mark the way that one case takes.
        directed: False for lines without arrowheads.
        role: the colour role of questions.
        shape: the shape of nodes that have none of their own.
        leaf_role: the colour role of the answers.
    """

    leaf_role: Words = "response"

    def __post_init__(self) -> None:
        validate_tree(self._net.names, self._net.edges)
        self._net.validate()

    def _make_net(self) -> Net:
        """Return the graph with every node declared: as a decision where it leads on, else as an answer."""
        net = super()._make_net()
        inner = {edge.source for edge in net.edges}
        declared = {node.name: node for node in self.nodes}
        nodes = (self._style(declared.get(name) or Node(name), name in inner) for name in net.names)
        return replace(net, declared=tuple(nodes), opening=_OPENING)

    def _style(self, node: Node, leads_on: bool) -> Node:
        if leads_on:
            return replace(node, shape=node.shape or self.shape or "decision")
        return replace(node, role=node.role or self.leaf_role)


EXAMPLES = {
    "íris": DecisionTree(
        [
            Edge("Pétala até 2,45 cm?", "Setosa", "sim"),
            Edge("Pétala até 2,45 cm?", "Largura até 1,75 cm?", "não"),
            Edge("Largura até 1,75 cm?", "Versicolor", "sim"),
            Edge("Largura até 1,75 cm?", "Virginica", "não"),
        ],
        nodes=[
            Node("Setosa", detail="50 de 50"),
            Node("Versicolor", detail="49 de 54"),
            Node("Virginica", detail="45 de 46"),
        ],
    ),
    "que técnica usar": DecisionTree(
        [
            Edge("Tem rótulos?", "São muitos?", "sim"),
            Edge("Tem rótulos?", "Há grupos?", "não"),
            Edge("São muitos?", "Ajuste fino", "sim"),
            Edge("São muitos?", "Few-shot", "não"),
            Edge("Há grupos?", "Clustering", "sim"),
            Edge("Há grupos?", "Embeddings", "não"),
        ]
    ),
}
HEADLINES = {
    "íris": "Duas medidas da **pétala**{model} dão a espécie",
    "que técnica usar": "Os **rótulos**{model} decidem o caminho",
}
