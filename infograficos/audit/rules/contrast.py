"""Contrast: every text and mark against the colours painted behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from infograficos.audit.audited_figure import AuditedFigure, AuditedLine
from infograficos.audit.finding import Finding, at_least, format_below
from infograficos.audit.painted_area import PaintedArea, painted_areas, sample_points
from infograficos.language.messages import mark_message, message
from infograficos.scene.flattening import flatten
from infograficos.scene.geometry import TOLERANCE, Point, Rect
from infograficos.scene.items import Path, Shape, TextBlock, Visit
from infograficos.scene.perception import contrast

RULE, TITLE = "contrast", mark_message("contraste")

#: WCAG's “large text”, in CSS pixels, for which 3:1 is enough.
_LARGE = 24.0

#: How far inside an area, in units, a mark is on it.
_BORDER = 0.1

#: Black on white.
_HIGHEST = 21.0


class _Run(NamedTuple):
    """A run's contrast with its background, its size in units, and its letter box on the sheet."""

    ratio: float
    size: float
    rect: Rect


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the texts and marks with too little contrast."""
    yield from _check_texts(figure)
    yield from _check_marks(figure)


def lowest_contrast(figure: AuditedFigure) -> float:
    """Return the lowest contrast of a text with its background."""
    return min((run.ratio for _, runs in _lines(figure) for run in runs), default=_HIGHEST)


def _check_texts(figure: AuditedFigure) -> Iterator[Finding]:
    advice = message("use o tom forte do papel, ou um fundo que se distinga mais dele")
    columns = [preset.column for preset in figure.presets.values()]
    scale = min(columns, default=figure.frame.size.width) / figure.frame.size.width
    for line, runs in _lines(figure):
        for run in runs:
            is_large = run.size * scale >= _LARGE
            least = figure.limits.contrast_mark if is_large else figure.limits.contrast_text
            if below := format_below(run.ratio, least, 1):
                measured = message("tem contraste de {ratio} : 1", ratio=below[0])
                limit = at_least(f"{below[1]} : 1")
                path, excerpt, _ = line.subject
                yield Finding(RULE, "error", measured, limit, advice, path, excerpt, run.rect)
                break


def _backdrops(figure: AuditedFigure) -> Iterator[tuple[Visit, Sequence[PaintedArea]]]:
    """Yield every visit with the areas painted before it."""
    behind: list[PaintedArea] = []
    for visit in figure.visits:
        yield visit, behind
        behind += painted_areas(visit)


def _lines(figure: AuditedFigure) -> Iterator[tuple[AuditedLine, list[_Run]]]:
    """Yield every line of text with its runs, lowest contrast first."""
    for visit, behind in _backdrops(figure):
        if isinstance(visit.item, TextBlock):
            for line in visit.item.lines:
                audited = AuditedLine(visit, line)
                yield audited, sorted(_runs(audited, behind), key=lambda run: run.ratio)


def _runs(line: AuditedLine, behind: Sequence[PaintedArea]) -> Iterator[_Run]:
    for placed, rect in line.run_boxes:
        # Where nothing is painted the page shows through; black is the worst case.
        colors = _colors_under(rect, behind) or {"#000000"}
        yield _Run(min(contrast(placed.paint.value, color) for color in colors), placed.run.size, rect)


def _colors_under(rect: Rect, areas: Sequence[PaintedArea]) -> set[str]:
    """Return the colours visible at the sample points of a rectangle."""
    colors: set[str] = set()
    points: Sequence[Point] = ()
    for area in reversed(areas):
        # Skip distant areas before testing every point.
        if not area.rect.overlaps(rect, -2 * TOLERANCE):
            continue
        if area.is_convex and area.rect.holds(rect) and all(map(area.covers, rect.corners)):
            return colors | {area.color}
        points = points or sample_points(rect)
        uncovered = [point for point in points if not area.contains(point)]
        if len(uncovered) < len(points):
            colors.add(area.color)
        if not uncovered:
            break
        points = uncovered
    return colors


_ON_MARK = mark_message("ela está sobre outra marca: afaste uma da outra, ou deixe só uma")


def _check_marks(figure: AuditedFigure) -> Iterator[Finding]:
    for visit, behind in _backdrops(figure):
        item = visit.item
        if isinstance(item, Shape) and item.purpose in ("mark", "connector"):
            ratio, is_on_mark = min(_mark_contrasts(visit, item, behind), default=(_HIGHEST, False))
            if below := format_below(ratio, figure.limits.contrast_mark, 1):
                measured = message("marca com contraste de {ratio} : 1", ratio=below[0])
                limit = at_least(f"{below[1]} : 1")
                advice = message(_ON_MARK if is_on_mark else "use o tom forte do papel")
                yield Finding(RULE, "error", measured, limit, advice, visit.path, rect=visit.rect)


def _mark_contrasts(visit: Visit, item: Shape, behind: Sequence[PaintedArea]) -> Iterator[tuple[float, bool]]:
    """Yield a mark's contrasts with what is behind it, and whether that is a mark, too."""
    # A filled mark is seen by its fill; a hollow one, or a line, by its stroke.
    paint = item.fill or (item.stroke.paint if item.stroke else None)
    if paint is None:
        return
    points = _points(visit, item)
    # A point on the border of an area only meets it, as the end of an arrow does.
    near = (area for area in reversed(behind) if area.rect.overlaps(visit.rect, -2 * TOLERANCE))
    inner = [(area, area.rect.inflate(-_BORDER)) for area in near]
    under = [
        next((area for area, inside in inner if inside.contains(point) and area.covers(point)), None)
        for point in points
    ]
    # A mark that crosses another is visible on both sides of it; one that lies on it is not.
    is_crossing = sum(area is not None and area.is_mark for area in under) * 2 < len(points)
    for area in under:
        if area and not (area.is_mark and is_crossing):
            yield contrast(paint.value, area.color), area.is_mark


def _points(visit: Visit, item: Shape) -> list[Point]:
    if not isinstance(item, Path):
        return [visit.rect.center]
    return [a.towards(b, 0.5) for a, b in flatten(item, visit.at)]
