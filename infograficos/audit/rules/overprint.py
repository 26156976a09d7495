"""Overprint: no line or shape lies on words that it does not carry, and no arrows cross."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from infograficos.audit.audited_figure import AuditedFigure, AuditedLine
from infograficos.audit.finding import Finding
from infograficos.audit.painted_area import outline, painted_areas, sample_points
from infograficos.language.messages import mark_message, message
from infograficos.scene.flattening import Segment, crosses
from infograficos.scene.geometry import Point
from infograficos.scene.items import Box, Shape, Visit

RULE, TITLE = "overprint", mark_message("sobreposicao")


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the words under a stroke or a shape, and the arrows that cross."""
    for visit, item in figure.shapes():
        index = figure.position(visit)
        for line in _lines_under(figure, visit, item):
            place = figure.position(line.visit)
            between = figure.visits[index + 1 : place]
            if _strikes(visit, item, line) and not _is_hidden(line, between):
                measured, limit = message("é cortado por um traço"), message("traços longe do texto")
                yield Finding(RULE, "error", measured, limit, message("afaste um do outro"), *line.subject)
            elif place < index and _covers(visit, line):
                measured, limit = message("fica embaixo de uma forma"), message("textos à vista")
                advice = message("desenhe o texto depois")
                yield Finding(RULE, "error", measured, limit, advice, *line.subject)
    yield from _crossed_connectors(figure)


def _lines_under(figure: AuditedFigure, visit: Visit, item: Shape) -> list[AuditedLine]:
    reach = visit.rect.inflate(item.stroke.width if item.stroke else 0.0)
    return [line for line in figure.lines if reach.overlaps(line.letter_box)]


def _strikes(visit: Visit, item: Shape, line: AuditedLine) -> bool:
    """Return whether a stroke runs through letters; `fit` reports connectors and the borders of cards."""
    is_card = isinstance(item, Box) and item.purpose == "surface"
    if not item.stroke or item.purpose == "connector" or is_card:
        return False
    boxes = [box.inflate(item.stroke.width / 2) for _, box in line.run_boxes]
    return any(crosses(a, b, box) for a, b in outline(visit) for box in boxes)


def _is_hidden(line: AuditedLine, between: Sequence[Visit]) -> bool:
    """Return whether a surface painted in between hides behind it all that a line of text lies on."""
    corners = line.letter_box.corners
    areas = (area for visit in between for area in painted_areas(visit))
    return any(area.is_convex and all(map(area.contains, corners)) for area in areas)


def _covers(visit: Visit, line: AuditedLine) -> bool:
    points = [point for _, box in line.run_boxes for point in sample_points(box)]
    return any(any(map(area.contains, points)) for area in painted_areas(visit))


def _crossed_connectors(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the arrows that cross another one with which they share no end; ribbons and arcs may."""
    arrows = [connector for connector in figure.connectors if connector.item.joins]
    for arrow, other in combinations(arrows, 2):
        if set(arrow.item.joins).isdisjoint(other.item.joins) and any(
            _cross(a, b) for a, b in product(arrow.segments, other.segments)
        ):
            measured = message("cruza a seta de {names}", names=other.names)
            limit, advice = message("setas que não se cruzam"), message("mude a ordem das partes")
            visit = arrow.visit
            yield Finding(RULE, "warning", measured, limit, advice, visit.path, arrow.names, visit.rect)


def _cross(segment: Segment, other: Segment) -> bool:
    return _splits(segment, other) and _splits(other, segment)


def _splits(segment: Segment, other: Segment) -> bool:
    """Return whether the ends of another segment lie on both sides of a segment's line."""
    return _side(segment, other[0]) * _side(segment, other[1]) < 0


def _side(segment: Segment, point: Point) -> float:
    (a, b), c = segment, point
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
