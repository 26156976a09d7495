"""A graph's drawing, made of what an author says about it."""

from __future__ import annotations

from typing import get_args

from infograficos.content.data.picture_values import PICTURES
from infograficos.content.graph_net import Net, NetEdge, NetNode
from infograficos.elements.diagram_labels import DiagramLabels
from infograficos.elements.graphs.graph import GraphDrawing
from infograficos.elements.graphs.node import GraphNode, NodeState
from infograficos.elements.graphs.parts import EdgeState, GraphEdge, GraphGroup
from infograficos.elements.graphs.shapes import NodeShape
from infograficos.graphs.model import Flow, Shape
from infograficos.layout import Element
from infograficos.text.markup import plain_text

#: The role of what is switched off, as are edges to and from it.
_OFF = "masked"

#: The name of the dot that leads to where a machine starts.
_START = "•"


def draw_net(net: Net, flow: Flow | None = None, kind: Shape | None = None, below: str = "none") -> Element:
    """Return a graph with its nodes in the order in which edges name them.

    Args:
        net: the graph.
        flow: where edges lead; by default where there is room.
        kind: what kind of graph it is, if it is one of those that the layout engine knows.
        below: the name of the space that is kept free below it, for a legend.
    """
    groups = (
        GraphGroup(group.name, tuple(group.nodes), parent.name if parent else None, net.roles[group.name])
        for group, parent in net.groups
    )
    nodes = [net_node(net, name) for name in net.names]
    edges = [_edge(net, edge) for edge in net.edges]
    if net.start:
        role = net.roles[net.start]
        nodes = [GraphNode(_START, "", role, "start"), *nodes]
        edges = [GraphEdge(_START, net.start, role=role), *edges]
    return DiagramLabels(GraphDrawing(tuple(nodes), tuple(edges), tuple(groups), flow, kind, below=below))


def net_node(net: Net, name: str) -> GraphNode:
    """Return a node as it is drawn."""
    node = net.nodes[name]
    shape = node.shape or net.shape
    is_object = shape == "person" or (isinstance(node.picture, str) and node.picture in PICTURES)
    state: NodeState = "solid" if node.emphasis else "focus" if name in net.path else "context"
    return GraphNode(
        name,
        node.label or name,
        net.roles[name],
        "plain" if is_object else _shape(node, shape),
        state,
        node.detail,
        node.picture or ("person" if shape == "person" else ""),
        tuple(node.values),
        name in net.final,
        net.order.index(name) + 1,
    )


def _shape(node: NetNode, shape: str) -> NodeShape:
    """Return the shape of a node, by its name if none is said."""
    known: tuple[NodeShape, ...] = get_args(NodeShape)
    usual: NodeShape = "decision" if plain_text(node.label or node.name).endswith("?") else "box"
    return next((each for each in known if each == shape), usual)


def _edge(net: Net, edge: NetEdge) -> GraphEdge:
    ends = net.roles[edge.source], net.roles[edge.target]
    role = edge.role or (_OFF if _OFF in ends else ends[0])
    is_marked = (edge.source, edge.target) in net.ways
    state: EdgeState = "marked" if is_marked else "aside" if net.path else "usual"
    heaviest = max((each.weight or 0.0 for each in net.edges), default=0.0)
    weight = None if edge.weight is None else edge.weight / heaviest
    heads = net.directed and edge.two_way, net.directed
    return GraphEdge(edge.source, edge.target, edge.words, role, state, edge.dashed, weight, heads)
