"""Uma árvore: uma raiz, e cada nó com um só pai, de cima para baixo ou ao lado."""

from __future__ import annotations

from dataclasses import replace

from infograficos.builders.graph import Chain, Edge, Graph, Node
from infograficos.content.fields import Flag, content
from infograficos.content.graph_checks import validate_tree
from infograficos.content.graph_net import Net
from infograficos.language.texts import mark_text

__all__ = ["Tree"]

_OPENING = mark_text(("Árvore com {count} nó.", "Árvore com {count} nós."))


@content
class Tree(Graph):
    """A tree, whose nodes hand their colour role on to their children.

    Args:
        edges: from each node to its children, best as a `Chain`: `Chain(["html", ["head", "body"]])`.
        groups: nodes that belong together.
        nodes: what there is to say of nodes besides their names, such as a role.
        path: the names of nodes in order, to mark the way along them.
        directed: True for lines with arrowheads.
        role: the colour role of the root.
        shape: the shape of nodes that have none of their own.
    """

    directed: Flag = False

    def __post_init__(self) -> None:
        validate_tree(self._net.names, self._net.edges)
        self._net.validate()

    def _make_net(self) -> Net:
        return replace(super()._make_net(), passes="", opening=_OPENING)


EXAMPLES = {
    "DOM": Tree(
        [
            Chain(["html", ["head", "body"]]),
            Chain(["head", "title"]),
            Chain(["body", ["h1", "p"]]),
            Chain(["p", "a"]),
        ],
        path=["html", "body", "p", "a"],
    ),
    "precedência": Tree([Chain(["+", ["2", "×"]]), Chain(["×", ["3", "4"]])], shape="circle"),
    "famílias": Tree(
        [
            Chain(["Aprendizado de máquina", ["Supervisionado", "Não supervisionado", "Por reforço"]]),
            Chain(["Supervisionado", ["Classificação", "Regressão"]]),
            Chain(["Não supervisionado", ["Agrupamento", "PCA"]]),
            Edge("Por reforço", "Q-learning"),
        ],
        nodes=[
            Node("Supervisionado", "category1"),
            Node("Não supervisionado", "category3"),
            Node("Por reforço", "category5"),
        ],
    ),
}
HEADLINES = {
    "DOM": "Do `html` ao link, um **caminho só**{model}",
    "precedência": "O que se faz **primeiro**{model} fica embaixo",
    "famílias": "Três famílias, pelo que **ensina**{model}",
}
