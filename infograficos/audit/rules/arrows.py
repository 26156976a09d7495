"""Arrows: each meets the middle of a side, and its head lies on no bend, line or foreign border."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from infograficos.audit.audited_connector import Arrowhead, AuditedConnector, distance
from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, at_most, format_apart
from infograficos.audit.painted_area import distance_to_segment, outline
from infograficos.audit.part_names import translate_part
from infograficos.language.messages import mark_message, message
from infograficos.scene.flattening import crosses
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Box, Frame, Visit
from infograficos.scene.panel_frames import panel_around

RULE, TITLE = "arrows", mark_message("setas")

#: How far from a side an arrow may end that meets it, and from the side's middle, in units.
_NEAR, _OFF_MIDDLE = 3.0, 2.0

#: How far from the line the axis of a head may be where the head begins, in units.
_BENT = 2.5


class _End(NamedTuple):
    """An end of a connector on a side of what it joins: how far from the side's middle, and the connector."""

    offset: float
    connector: AuditedConnector
    is_tip: bool


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the arrows that miss the middle of a side, and the heads that lie on something."""
    yield from _check_middles(figure)
    for connector in figure.connectors:
        for head in connector.heads:
            if obstacle := _obstacle(figure, connector, head):
                measured = message("a ponta da seta fica sobre {obstacle}", obstacle=obstacle)
                limit = message("pontas livres")
                advice = message("dê mais espaço entre as partes que ela liga")
                path, excerpt = connector.visit.path, connector.names
                yield Finding(RULE, "warning", measured, limit, advice, path, excerpt, head.rect)


def _check_middles(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the arrows off the middle of their side; several there are even, and a level one may miss it."""
    sides = _ends_by_side(figure)
    centered = {
        id(end.connector) for ends in sides.values() for end in ends if abs(end.offset) <= _OFF_MIDDLE
    }
    for (name, _, _), ends in sides.items():
        offsets = [end.offset for end in ends]
        if abs(min(offsets) + max(offsets)) <= 2 * _OFF_MIDDLE:
            continue
        for end in ends:
            is_level = len(end.connector.line) == 1 and id(end.connector) in centered
            if end.is_tip and not is_level:
                yield _off_middle(name, end)


def _off_middle(name: str, end: _End) -> Finding:
    distance, limit = format_apart(abs(end.offset), _OFF_MIDDLE, 1)
    measured = message(
        "a seta chega a {distance} unidades do meio de “{name}”", distance=distance, name=translate_part(name)
    )
    advice = message("aponte-a para outro lado, ou dê às duas partes o mesmo tamanho")
    visit, excerpt = end.connector.visit, end.connector.names
    return Finding(RULE, "warning", measured, at_most(limit), advice, visit.path, excerpt, visit.rect)


def _ends_by_side(figure: AuditedFigure) -> Mapping[tuple[str, Rect, str], list[_End]]:
    """Return the ends of connectors on each side of each named frame."""
    frames: dict[tuple[str, str], list[Rect]] = defaultdict(list)
    for visit in figure.visits if figure.connectors else ():
        if isinstance(visit.item, Frame) and visit.item.name:
            frames[panel_around(visit.path), visit.item.name].append(visit.rect)
    found: dict[tuple[str, Rect, str], list[_End]] = defaultdict(list)
    for connector in figure.connectors:
        tips = [head.tip for head in connector.heads]
        for name in connector.item.joins:
            for rect in frames[panel_around(connector.visit.path), name]:
                for point in connector.ends:
                    if rect.inflate(_NEAR).contains(point) and (met := _meet(rect, point)):
                        is_tip = any(distance(point, tip) < _NEAR for tip in tips)
                        found[name, rect, met[0]].append(_End(met[1], connector, is_tip))
    return found


def _meet(rect: Rect, point: Point) -> tuple[str, float] | None:
    """Return the side of a rectangle that a point lies on, and how far from the side's middle."""
    across, down = point.x - rect.center.x, point.y - rect.center.y
    gaps = {
        "left": (abs(point.x - rect.x), down),
        "right": (abs(point.x - rect.right), down),
        "top": (abs(point.y - rect.y), across),
        "bottom": (abs(point.y - rect.bottom), across),
    }
    side, (gap, offset) = min(gaps.items(), key=lambda each: each[1][0])
    return (side, offset) if gap <= _NEAR else None


def _obstacle(figure: AuditedFigure, connector: AuditedConnector, head: Arrowhead) -> str:
    """Return what an arrowhead lies on, if anything."""
    line = connector.line
    if line and min(distance_to_segment(head.foot, a, b) for a, b in line) > _BENT:
        return message("uma curva do traço")
    if any(_lies_on_line(head, other) for other in figure.connectors if other is not connector):
        return message("outra seta")
    cards = (card for card in figure.surfaces if isinstance(card.item, Box) and card.item.stroke)
    is_on_border = any(_lies_on_border(head, card) for card in cards)
    return message("a borda de outra parte") if is_on_border else ""


def _lies_on_line(head: Arrowhead, other: AuditedConnector) -> bool:
    """Return whether a head lies on another connector, unless both come to the same place."""
    if not other.visit.rect.inflate(1.0).overlaps(head.rect):
        return False
    meets = any(distance(point, head.tip) < 2 * _NEAR for point in other.ends)
    return not meets and any(crosses(a, b, head.rect) for a, b in other.line)


def _lies_on_border(head: Arrowhead, card: Visit) -> bool:
    """Return whether a head lies on the border of a card that it does not point to."""
    rect, ink = card.rect, head.rect
    if not rect.inflate(1.0).overlaps(ink) or rect.inflate(-1.0).holds(ink):
        return False
    sides = outline(card)
    is_met = min(distance_to_segment(head.tip, a, b) for a, b in sides) <= _NEAR
    return not is_met and any(crosses(a, b, ink) for a, b in sides)
