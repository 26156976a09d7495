"""Fit: nothing overflows or overlaps, and every text keeps its distance from borders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product

from infograficos.audit.audited_figure import AuditedFigure, AuditedLine
from infograficos.audit.finding import Finding, at_least, format_apart, format_below, truncate
from infograficos.audit.overflow import Overflow, displaced_items, find_overflows
from infograficos.language.hyphenation import INSTALL, has_dictionary, longest_syllable
from infograficos.language.messages import mark_message, message
from infograficos.scene.flattening import Segment, crosses, flatten
from infograficos.scene.geometry import TOLERANCE, Point, Rect
from infograficos.scene.items import Box, Frame, Image, Path, Shape, TextBlock, Visit

RULE, TITLE = "fit", mark_message("encaixe")

#: What is too long, by the side that is too short.
_NEEDS = {
    "width": mark_message("precisa de {length} unidades de largura"),
    "height": mark_message("precisa de {length} unidades de altura"),
}

#: The kinds of text that may be hyphenated.
_PROSE = ("heading", "paragraph")

#: How deep, in units, two inks lie on each other at least: less is rounding.
_DEEP = 0.05

#: The largest distance, in units, between the end of an arrow and the border of a card that it joins.
_JOIN_DISTANCE = 2.5


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield overflows, overlaps, crossings, and items off the sheet or too near to a border."""
    # The sheet's background is no card.
    cards = [visit for visit in figure.surfaces if visit.rect != figure.sheet]
    overflows = list(find_overflows(figure.frame))
    yield from map(_overflow, overflows)
    yield from _outside(figure, overflows)
    yield from _overlaps(figure.lines)
    if not overflows:
        # What overflows pushes its neighbours under arrows that will not pass there.
        yield from _crossings(figure, cards)
    yield from _near_borders(figure, [card.rect for card in cards if isinstance(card.item, Box)])
    yield from _on_images(figure)


def find_problems(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield why parts of a figure cannot be drawn well; what else is found on it follows from that."""
    for visit in figure.visits:
        if isinstance(visit.item, Frame) and visit.item.problem:
            measured, advice = visit.item.problem
            yield _on_item(visit, measured, message("tudo na folha"), advice)


def _on_line(line: AuditedLine, measured: str, limit: str, advice: str) -> Finding:
    return Finding(RULE, "error", measured, limit, advice, *line.subject)


def _on_item(visit: Visit, measured: str, limit: str, advice: str) -> Finding:
    return Finding(RULE, "error", measured, limit, advice, visit.path, rect=visit.rect)


def _overflow(overflow: Overflow) -> Finding:
    measured, limit = message("sai do seu quadro"), message("dentro dele")
    advice = message("dê mais espaço")
    if overflow.side:
        needed, limit = format_apart(overflow.needed, overflow.offered, 0)
        measured = message(_NEEDS[overflow.side], length=needed)
        advice = _advice(overflow)
    path, excerpt = overflow.visit.path, truncate(overflow.text)
    return Finding(RULE, "error", measured, limit, advice, path, excerpt, overflow.rect)


def _advice(overflow: Overflow) -> str:
    if _is_prose(overflow) and not has_dictionary() and overflow.offered >= _hyphenated_width(overflow):
        return message(
            "encurte o texto, dê mais espaço ou deixe separar as sílabas: {command}", command=INSTALL
        )
    return message("encurte o texto ou dê mais espaço")


def _is_prose(overflow: Overflow) -> bool:
    block = overflow.visit.item
    if not isinstance(block, TextBlock) or block.kind not in _PROSE:
        return False
    runs = (placed.run for line in block.lines if line.text == overflow.text for placed in line.runs)
    return not any("mono" in run.face.casefold() for run in runs)


def _hyphenated_width(overflow: Overflow) -> float:
    """Return about how wide a line of one word is at least if it is hyphenated."""
    letters = max(map(longest_syllable, overflow.text.split()), default=0)
    return (letters + 1) * overflow.needed / max(1, len(overflow.text))


def _outside(figure: AuditedFigure, overflows: Sequence[Overflow]) -> Iterator[Finding]:
    """Yield the items outside the sheet, except those displaced by an overflow."""
    overflowing = {id(overflow.visit.item) for overflow in overflows}
    inside = {(id(visit.item), visit.at) for visit in displaced_items(figure.frame)}
    displaced = {(item, at) for item, at in inside if item not in overflowing}
    leaves, within = message("sai da folha"), message("dentro dela")
    for visit in figure.visits:
        is_outside = isinstance(visit.item, Shape | Image) and not figure.sheet.holds(visit.rect, 0.05)
        if is_outside and (id(visit.item), visit.at) not in displaced:
            yield _on_item(visit, leaves, within, message("dê mais espaço"))
    for line in figure.lines:
        if not figure.sheet.holds(line.ink) and (id(line.visit.item), line.visit.at) not in displaced:
            yield _on_line(line, leaves, within, message("encurte o texto"))


def _overlaps(lines: Sequence[AuditedLine]) -> Iterator[Finding]:
    for line, other in combinations(lines, 2):
        # Skip lines that are far apart.
        if not line.ink.overlaps(other.ink, _DEEP):
            continue
        # Accents and descenders of neighbouring lines may share a stripe; letters may not.
        if (
            line.ink.overlaps(other.letter_box, _DEEP)
            or line.letter_box.overlaps(other.ink, _DEEP)
            or _meet(line, other)
        ):
            measured = message("encosta em “{text}”", text=truncate(other.line.text))
            yield _on_line(line, measured, message("textos separados"), message("dê mais espaço"))


def _meet(line: AuditedLine, other: AuditedLine) -> bool:
    """Return whether an accent of one line lies on a descender of another."""
    return any(one.overlaps(another, _DEEP) for one, another in product(line.overhangs, other.overhangs))


def _crossings(figure: AuditedFigure, cards: Sequence[Visit]) -> Iterator[Finding]:
    for visit, item in figure.shapes("connector"):
        if not isinstance(item, Path):
            continue
        segments = flatten(item, visit.at)
        for line in figure.lines:
            near = [box for _, box in line.run_boxes if visit.rect.overlaps(box, -TOLERANCE)]
            if any(crosses(a, b, box) for a, b in segments for box in near):
                measured, limit = message("é cortado por uma seta"), message("setas longe do texto")
                yield _on_line(line, measured, limit, message("mude a seta"))
        for card in cards:
            is_behind = figure.position(card) < figure.position(visit)
            if is_behind and _passes(segments, card.rect) and not _joins(item, segments, card.rect):
                measured = message("é atravessado por uma seta que não o liga")
                yield _on_item(card, measured, message("setas em volta"), message("mude a seta"))


def _joins(item: Path, segments: list[Segment], rect: Rect) -> bool:
    """Return whether an end of the arrow touches the card."""
    outer = rect.inflate(_JOIN_DISTANCE)
    return any(map(outer.contains, _ends(item, segments)))


def _ends(item: Path, segments: list[Segment]) -> Iterator[Point]:
    """Yield the start of a connector, the end of each branch, and the tip of the last head."""
    yield segments[0][0]
    if item.fill:
        # The outline of a flow's tip starts at its back, and is half done at its point.
        yield from segments[(len(segments) - 1) // 2]
    for (_, before), (after, _) in pairwise(segments):
        if before != after:
            yield before
    yield from segments[-1]


def _passes(segments: list[Segment], rect: Rect) -> bool:
    inner = rect.inflate(-1.0)
    return any(crosses(a, b, inner) for a, b in segments)


def _near_borders(figure: AuditedFigure, boxes: Sequence[Rect]) -> Iterator[Finding]:
    """Yield the lines too near to the border of the innermost surface around them."""
    for line in figure.lines:
        rect = line.letter_box
        around = [box for box in boxes if box.overlaps(rect)]
        if not around:
            continue
        inner = min(around, key=lambda surface: surface.width * surface.height)
        across = min(rect.x - inner.x, inner.right - rect.right)
        nearest = min(across, rect.y - inner.y, inner.bottom - rect.bottom)
        if below := format_below(nearest, figure.limits.text_room, 1):
            measured = message("fica a {distance} unidades da borda", distance=below[0])
            yield _on_line(line, measured, at_least(below[1]), message("dê mais espaço ou encurte o texto"))


def _on_images(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the lines on a raster image, where contrast cannot be measured."""
    images = [visit.rect for visit in figure.visits if isinstance(visit.item, Image)]
    for line in figure.lines:
        if any(image.overlaps(line.ink) for image in images):
            measured, limit = message("fica sobre uma imagem"), message("texto fora da imagem")
            yield _on_line(line, measured, limit, message("ponha-o ao lado"))
