"""Fits: nothing overflows, nothing covers anything, and every text has air around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from infograficos.audit.audited_figure import AuditedFigure, body, ink
from infograficos.audit.finding import Finding, place_of, shortened
from infograficos.language.numbers import format_decimal
from infograficos.scene.flattening import Segment, crosses, flattened
from infograficos.scene.geometry import TOLERANCE, Point, Rect
from infograficos.scene.items import Box, Ellipse, Frame, Image, Path, TextLine, Visit, extent, words

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
    cards = [(visit, rect) for visit, rect in figure.surfaces if rect != extent(figure.frame)]
    yield from _overflows(figure.frame, ())
    yield from _outside(figure, lines)
    yield from _overlaps(lines)
    yield from _crossed(figure, lines, cards)
    yield from _near_borders(figure, lines, cards)
    yield from _on_images(figure, lines)


def _finding(place: tuple[str, ...], text: str, measured: str, limit: str, advice: str) -> Finding:
    return Finding(RULE, "error", place_of(place), shortened(text), measured, limit, advice)


def _overflows(frame: Frame, path: tuple[str, ...]) -> Iterator[Finding]:
    """Yield the innermost frames that needed more room than they had, or hold a child that leaves them."""
    here = (*path, frame.name) if frame.name else path
    inner = [
        finding
        for placed in frame.items
        if isinstance(placed.item, Frame)
        for finding in _overflows(placed.item, here)
    ]
    yield from inner
    if inner:
        return
    if frame.offered is not None:
        across = frame.size.width > frame.offered.width + TOLERANCE
        needed = frame.size.width if across else frame.size.height
        offered = frame.offered.width if across else frame.offered.height
        measure = "largura" if across else "altura"
        yield _finding(
            here,
            words(frame),
            f"precisa de {needed:.0f} unidades de {measure}",
            f"{offered:.0f}",
            "encurte o texto ou dê mais espaço",
        )
    own = extent(frame)
    for placed in frame.items:
        if isinstance(placed.item, Frame) and not own.holds(extent(placed.item).moved(placed.at), 0.05):
            yield _finding(here, words(placed.item), "sai do seu quadro", "dentro dele", "dê mais espaço")


def _outside(figure: AuditedFigure, lines: Sequence[_Line]) -> Iterator[Finding]:
    sheet = extent(figure.frame)
    for visit in figure.visits:
        if isinstance(visit.item, Box | Ellipse | Path | Image) and not sheet.holds(visit.rect, 0.05):
            yield _finding(visit.path, "", "sai da folha", "dentro dela", "dê mais espaço")
    for visit, line, reach, _ in lines:
        if not sheet.holds(reach):
            yield _finding(visit.path, line.text, "sai da folha", "dentro dela", "encurte o texto")


def _overlaps(lines: Sequence[_Line]) -> Iterator[Finding]:
    for (visit, line, reach, own), (_, other, other_reach, other_own) in combinations(lines, 2):
        # Most lines are far from each other.
        if not reach.overlaps(other_reach, 0.5):
            continue
        # Accents and descenders of neighbouring lines may share a stripe; letters may not.
        if reach.overlaps(other_own, 0.5) or own.overlaps(other_reach, 0.5):
            yield _finding(
                visit.path,
                line.text,
                f"encosta em “{shortened(other.text)}”",
                "textos separados",
                "dê mais espaço",
            )


def _crossed(figure: AuditedFigure, lines: Sequence[_Line], cards: _Cards) -> Iterator[Finding]:
    order = {id(visit): index for index, visit in enumerate(figure.visits)}
    for index, visit in enumerate(figure.visits):
        if not isinstance(visit.item, Path) or visit.item.purpose != "connector":
            continue
        segments = flattened(visit.item, visit.at)
        for other, line, _, rect in lines:
            if any(crosses(a, b, rect) for a, b in segments):
                yield _finding(
                    other.path, line.text, "é cortado por uma seta", "setas longe do texto", "mude a seta"
                )
        for card, rect in cards:
            if order[id(card)] < index and _passes(segments, rect) and not _joins(segments, rect):
                yield _finding(
                    card.path,
                    "",
                    "é atravessado por uma seta que não o liga",
                    "setas em volta",
                    "mude a seta",
                )


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
    """Yield the lines nearer than allowed to the border of the innermost surface that they stand on."""
    room = figure.look.theme.limits.text_room
    boxes = [room for visit, room in cards if isinstance(visit.item, Box)]
    for visit, line, _, rect in lines:
        around = [box for box in boxes if box.overlaps(rect)]
        if not around:
            continue
        inner = min(around, key=lambda surface: surface.width * surface.height)
        sides = (rect.x - inner.x, inner.right - rect.right, rect.y - inner.y, inner.bottom - rect.bottom)
        if min(sides) < room - TOLERANCE:
            yield _finding(
                visit.path,
                line.text,
                f"fica a {format_decimal(min(sides), 1)} unidades da borda",
                f"ao menos {format_decimal(room, 1)}",
                "dê mais espaço ou encurte o texto",
            )


def _on_images(figure: AuditedFigure, lines: Sequence[_Line]) -> Iterator[Finding]:
    """Yield the lines on a picture in pixels, where nothing says whether they can be read."""
    pictures = [visit.rect for visit in figure.visits if isinstance(visit.item, Image)]
    for visit, line, reach, _ in lines:
        if any(picture.overlaps(reach) for picture in pictures):
            yield _finding(
                visit.path, line.text, "fica sobre uma imagem", "texto fora da imagem", "ponha-o ao lado"
            )
