"""Caixas dentro de caixas: o que está dentro de quê, com setas se houver."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from infograficos import elements
from infograficos.builders.graph import Chain, Edge, Node, NodeGroup
from infograficos.content.fields import Items, Some, Words, content
from infograficos.content.graph_net import Net
from infograficos.language.texts import mark_text

__all__ = ["NestedBoxes"]

_OPENING = mark_text(("Caixas, com {count} parte dentro.", "Caixas, com {count} partes dentro."))


@content
class NestedBoxes:
    """Boxes that hold parts and other boxes, such as networks in a cloud or fields in a field.

    Args:
        boxes: the outermost boxes, each a `NodeGroup` with what is in it.
        edges: arrows between parts, each an `Edge` or a `Chain`.
        nodes: what there is to say of parts besides their names, such as a shape or a picture.
        role: the colour role of boxes and parts that get none otherwise.
    """

    boxes: Some[NodeGroup]
    edges: Items[Edge | Chain] = ()
    nodes: Items[Node] = ()
    role: Words = "model"

    def __post_init__(self) -> None:
        self._net.validate()

    def body(self) -> elements.Element:
        """Return the boxes; with arrows, they are placed by the layout engine."""
        return elements.draw_net(self._net) if self.edges else elements.nested_boxes(self._net)

    def describe(self) -> str:
        """Return what is in each box, and the arrows."""
        return self._net.describe()

    @cached_property
    def _net(self) -> Net:
        parts = ([each] if isinstance(each, Edge) else each.edges() for each in self.edges)
        edges = tuple(edge for part in parts for edge in part)
        net = Net(edges, self.nodes, self.boxes, Node, role=self.role, opening=_OPENING)
        return replace(net, members=tuple(name for group, _ in net.groups for name in group.nodes))


EXAMPLES = {
    "campos da IA": NestedBoxes(
        [
            NodeGroup(
                "Inteligência artificial",
                [
                    "Xadrez por busca",
                    NodeGroup(
                        "Aprendizado de máquina",
                        [
                            "Árvores de decisão",
                            NodeGroup("Aprendizado profundo", ["CNN", "LLM"], "response"),
                        ],
                        "model",
                    ),
                ],
                "input",
            )
        ],
        nodes=[Node("LLM", emphasis=True)],
    ),
    "contêineres": NestedBoxes(
        [
            NodeGroup(
                "Servidor",
                [
                    "Kernel Linux",
                    NodeGroup("Contêiner A", ["API", "Python 3.12"], "response"),
                    NodeGroup("Contêiner B", ["Fila", "Python 3.8"], "input"),
                ],
                "masked",
            )
        ],
    ),
}
HEADLINES = {
    "campos da IA": "Todo LLM é **aprendizado profundo**{response}",
    "contêineres": "Cada contêiner traz **o seu Python**{response}",
}
