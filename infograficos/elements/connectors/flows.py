"""The flows between named elements, and off the sheet, as filled outlines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from infograficos.elements.connectors.connector import BEYOND, Connector
from infograficos.elements.connectors.edge import Edge, resolve_edge
from infograficos.elements.connectors.flow_ends import flow_ends
from infograficos.elements.connectors.flow_route import flow_route
from infograficos.elements.connectors.lines import ConnectorLine
from infograficos.elements.connectors.orthogonal import OUTWARD, Side, outward_point
from infograficos.elements.flow_shape import flow_shape
from infograficos.scene.flattening import flatten
from infograficos.scene.geometry import ORIGIN, Point, Size
from infograficos.scene.items import Frame, Path, PathCommand, Visit

if TYPE_CHECKING:
    from infograficos.theme import ResolvedTheme
    from infograficos.theme.model import Sheet

_OPPOSITE: Mapping[Side, Side] = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}


def route_flows(
    connectors: Sequence[Connector], visits: Sequence[Visit], look: ResolvedTheme
) -> list[ConnectorLine]:
    """Return the outlines of all flows, in their order."""
    edges = [_edge(each, visits, look.theme.sheet) for each in connectors]
    widths = [look.stroke(each.stroke) * getattr(each, "scale", 1.0) for each in connectors]
    flows: list[ConnectorLine] = []
    pointed: set[Point] = set()
    for edge, ends, width in zip(edges, flow_ends(edges, widths), widths, strict=True):
        pen = look.stroke("border") if edge.connector.dashed else 0.0
        line = flow_route(edge, ends, width)
        heads = _heads(edge)
        shape = flow_shape(line, width - pen, heads)
        # Flows of one trunk share their tip.
        tips = dict(zip(compress(ends, heads), shape.heads, strict=True))
        fresh = tuple(tips[end] for end in tips if end not in pointed)
        pointed |= set(tips)
        flows.append(ConnectorLine((edge.connector,), shape.body, ((_corners(line),),), (), fresh))
    return flows


def _edge(connector: Connector, visits: Sequence[Visit], sheet: Sheet) -> Edge:
    if connector.end != BEYOND:
        return resolve_edge(connector, visits)
    whole = visits[0].rect
    margin = sheet.narrow_margin if whole.width < sheet.narrow else sheet.margin
    side = connector.leaves or "right"
    out = OUTWARD[side]
    corner = outward_point(Point(whole.x, whole.y), side, margin)
    far = corner.translate(Point(max(0.0, out.x) * whole.width, max(0.0, out.y) * whole.height))
    size = Size(0.0, whole.height) if out.x else Size(whole.width, 0.0)
    edge = Visit(Frame(size, name=BEYOND), far)
    return resolve_edge(replace(connector, leaves=side, arrives=_OPPOSITE[side]), [*visits, edge])


def _heads(edge: Edge) -> tuple[bool, bool]:
    heads = edge.connector.heads
    return heads == "both", heads != "none" and edge.connector.end != BEYOND


def _corners(line: Sequence[PathCommand]) -> tuple[Point, ...]:
    """Return the points of a middle line, beside which its label may be."""
    pieces = flatten(Path(tuple(line)), ORIGIN)
    return (pieces[0][0], *(end for _, end in pieces))
