"""Fits: nothing overflows, nothing covers anything, and every text has air around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from infograficos.audit.audited_figure import AuditedFigure, body, ink
from infograficos.audit.finding import Finding, format_apart, shorten
from infograficos.audit.overflow import Overflow, moved_by_overflow, overflows
from infograficos.scene.flattening import Segment, crosses, flattened
from infograficos.scene.geometry import TOLERANCE, Point, Rect
from infograficos.scene.items import Box, Ellipse, Image, Path, TextLine, Visit

RULE = "encaixe"

#: An arrow joins a card if one of its ends is this near to the card's border, in units.
_JOINED = 2.5


class _Line(NamedTuple):
    """A line of text, the room that its letters may fill, and that from its baseline to its capitals."""

    visit: Visit
    line: TextLine
    ink: Rect
    body: Rect


_Cards = Sequence[tuple[Visit, Rect]]


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield what overflows, leaves the sheet, overlaps, is crossed, or is too near to a border."""
    lines = [_Line(visit, line, ink(visit, line), body(visit, line)) for visit, line in figure.lines]
    # The sheet's own paper is no card.
    cards = [(visit, rect) for visit, rect in figure.surfaces if rect != figure.sheet]
    found = list(overflows(figure.frame))
    yield from map(_overflow, found)
    yield from _outside(figure, lines, found)
    yield from _overlaps(lines)
    yield from _crossed(figure, lines, cards)
    yield from _near_borders(figure, lines, cards)
    yield from _on_images(figure, lines)


_Where = tuple[tuple[str, ...], str, Rect]


def _finding(where: _Where, measured: str, limit: str, advice: str) -> Finding:
    path, words, rect = where
    return Finding(RULE, "error", measured, limit, advice, path, shorten(words), rect)


def _on_line(line: _Line, measured: str, limit: str, advice: str) -> Finding:
    return _finding((line.visit.path, line.line.text, line.ink), measured, limit, advice)


def _on_item(visit: Visit, measured: str, limit: str, advice: str) -> Finding:
    return _finding((visit.path, "", visit.rect), measured, limit, advice)


def _overflow(found: Overflow) -> Finding:
    where = (found.visit.path, found.words, found.rect)
    if not found.measure:
        return _finding(where, "sai do seu quadro", "dentro dele", "dê mais espaço")
    needed, offered = format_apart(found.needed, found.offered, 0)
    measured = f"precisa de {needed} unidades de {found.measure}"
    return _finding(where, measured, offered, "encurte o texto ou dê mais espaço")


def _outside(figure: AuditedFigure, lines: Sequence[_Line], found: Sequence[Overflow]) -> Iterator[Finding]:
    """Yield what leaves the sheet, except what an overflow elsewhere has pushed out."""
    blamed = {id(overflow.visit.item) for overflow in found}
    moved = {(id(visit.item), visit.at) for visit in moved_by_overflow(figure.frame)}
    innocent = {(item, at) for item, at in moved if item not in blamed}
    visits = [visit for visit in figure.visits if (id(visit.item), visit.at) not in innocent]
    for visit in visits:
        if isinstance(visit.item, Box | Ellipse | Path | Image) and not figure.sheet.holds(visit.rect, 0.05):
            yield _on_item(visit, "sai da folha", "dentro dela", "dê mais espaço")
    for line in lines:
        if not figure.sheet.holds(line.ink) and (id(line.visit.item), line.visit.at) not in innocent:
            yield _on_line(line, "sai da folha", "dentro dela", "encurte o texto")


def _overlaps(lines: Sequence[_Line]) -> Iterator[Finding]:
    for line, other in combinations(lines, 2):
        # Most lines are far from each other.
        if not line.ink.overlaps(other.ink, 0.5):
            continue
        # Accents and descenders of neighbouring lines may share a stripe; letters may not.
        if line.ink.overlaps(other.body, 0.5) or line.body.overlaps(other.ink, 0.5):
            measured = f"encosta em “{shorten(other.line.text)}”"
            yield _on_line(line, measured, "textos separados", "dê mais espaço")


def _crossed(figure: AuditedFigure, lines: Sequence[_Line], cards: _Cards) -> Iterator[Finding]:
    order = {id(visit): index for index, visit in enumerate(figure.visits)}
    for index, visit in enumerate(figure.visits):
        if not isinstance(visit.item, Path) or visit.item.purpose != "connector":
            continue
        segments = flattened(visit.item, visit.at)
        for line in lines:
            if any(crosses(a, b, line.body) for a, b in segments):
                yield _on_line(line, "é cortado por uma seta", "setas longe do texto", "mude a seta")
        for card, rect in cards:
            if order[id(card)] < index and _passes(segments, rect) and not _joins(segments, rect):
                measured = "é atravessado por uma seta que não o liga"
                yield _on_item(card, measured, "setas em volta", "mude a seta")


def _joins(segments: list[Segment], rect: Rect) -> bool:
    """Say whether an end of the arrow touches the card's border or lies on the card."""
    outer = rect.grown(_JOINED)
    return any(map(outer.contains, _ends(segments)))


def _ends(segments: list[Segment]) -> Iterator[Point]:
    """Yield where a line begins, where each of its branches stops, and the tip of its last head."""
    yield segments[0][0]
    for (_, before), (after, _) in pairwise(segments):
        if before != after:
            yield before
    yield segments[-1][0]
    yield segments[-1][1]


def _passes(segments: list[Segment], rect: Rect) -> bool:
    inner = rect.grown(-1.0)
    return any(crosses(a, b, inner) for a, b in segments)


def _near_borders(figure: AuditedFigure, lines: Sequence[_Line], cards: _Cards) -> Iterator[Finding]:
    """Yield the lines nearer than allowed to the border of the innermost surface that they are on."""
    room = figure.look.theme.limits.text_room
    boxes = [rect for visit, rect in cards if isinstance(visit.item, Box)]
    for line in lines:
        rect = line.body
        around = [box for box in boxes if box.overlaps(rect)]
        if not around:
            continue
        inner = min(around, key=lambda surface: surface.width * surface.height)
        across = min(rect.x - inner.x, inner.right - rect.right)
        nearest = min(across, rect.y - inner.y, inner.bottom - rect.bottom)
        if nearest < room - TOLERANCE:
            measured, limit = format_apart(nearest, room, 1)
            advice = "dê mais espaço ou encurte o texto"
            yield _on_line(line, f"fica a {measured} unidades da borda", f"ao menos {limit}", advice)


def _on_images(figure: AuditedFigure, lines: Sequence[_Line]) -> Iterator[Finding]:
    """Yield the lines on a picture in pixels, where nothing says whether they can be read."""
    pictures = [visit.rect for visit in figure.visits if isinstance(visit.item, Image)]
    for line in lines:
        if any(picture.overlaps(line.ink) for picture in pictures):
            yield _on_line(line, "fica sobre uma imagem", "texto fora da imagem", "ponha-o ao lado")
