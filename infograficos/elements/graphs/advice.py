"""What a graph that does not fit lacks, and what to shorten or to cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from infograficos.elements.graphs.node import GraphNode
from infograficos.elements.graphs.parts import GraphEdge
from infograficos.graphs.model import NoFit
from infograficos.language.messages import mark_message, message

#: What is missing where a graph does not fit, by whether that is width, height or both.
_MISSING: Mapping[tuple[bool, bool], str] = {
    (True, False): mark_message("o grafo não cabe: faltam {width} unidades de largura"),
    (False, True): mark_message("o grafo não cabe: faltam {height} unidades de altura"),
    (True, True): mark_message("o grafo não cabe: faltam {width} unidades de largura e {height} de altura"),
    (False, False): mark_message("o grafo não cabe"),
}


def describe_misfit(
    nodes: Sequence[GraphNode], edges: Sequence[GraphEdge], problem: NoFit
) -> tuple[str, str]:
    """Say by how much a graph does not fit, and what to shorten or to cut."""
    width, height = ceil(problem.overflow.width), ceil(problem.overflow.height)
    missing = message(_MISSING[width > 0, height > 0], width=width, height=height)
    return missing, _advice(nodes, edges, problem)


def _advice(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge], problem: NoFit) -> str:
    words = ", ".join(f"“{edges[index].words}”" for index in problem.links if edges[index].words)
    if words:
        return message("encurte ou corte as palavras {words} das arestas", words=words)
    written = {node.name: node.words for node in nodes}
    names = ", ".join(f"“{written[name]}”" for name in problem.nodes if name in written)
    if not names:
        return message("divida-o em duas figuras")
    if any(edge.words for edge in edges):
        return message(
            "encurte as palavras das arestas, encurte ou corte {names}, ou divida-o em duas figuras",
            names=names,
        )
    return message("encurte ou corte {names}, ou divida-o em duas figuras", names=names)
