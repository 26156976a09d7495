"""Contrast: every text and every mark against what is really painted behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.color import contrast
from infograficos.audit.finding import Finding, format_apart, shorten
from infograficos.audit.painted_area import PaintedArea, painted_areas
from infograficos.scene.flattening import flattened
from infograficos.scene.geometry import TOLERANCE, Point, Rect
from infograficos.scene.glyph_run import CAP_HEIGHT
from infograficos.scene.items import Box, Ellipse, Path, TextBlock, TextLine, Visit

RULE = "contraste"

#: WCAG's “large text”, in CSS pixels, for which 3:1 is enough.
_LARGE = 24.0

#: The best that there is: that of black on white.
_HIGHEST = 21.0

_Text = tuple[Visit, TextLine, Rect, float, float]


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the texts and the marks that do not stand out enough."""
    yield from _check_texts(figure)
    yield from _check_marks(figure)


def lowest_contrast(figure: AuditedFigure) -> float:
    """Return the lowest contrast of a text with what lies behind it."""
    return min((ratio for *_, ratio in _texts(figure)), default=_HIGHEST)


def _check_texts(figure: AuditedFigure) -> Iterator[Finding]:
    limits = figure.look.theme.limits
    columns = [preset.column for preset in figure.presets.values()]
    scale = min(columns, default=figure.frame.size.width) / figure.frame.size.width
    worst: dict[int, Finding] = {}
    for visit, line, rect, size, ratio in _texts(figure):
        least = limits.contrast_mark if size * scale >= _LARGE else limits.contrast_text
        if ratio < least - TOLERANCE and id(line) not in worst:
            measured, limit = format_apart(ratio, least, 1)
            worst[id(line)] = Finding(
                RULE,
                "error",
                f"tem contraste de {measured} : 1",
                f"ao menos {limit} : 1",
                "use o tom forte do papel, ou um fundo que se distinga mais dele",
                visit.path,
                shorten(line.text),
                rect,
            )
    yield from worst.values()


def _texts(figure: AuditedFigure) -> Iterator[_Text]:
    """Yield the runs of each line with their place, their size and their contrast, lowest first."""
    behind: list[PaintedArea] = []
    for visit in figure.visits:
        if isinstance(visit.item, TextBlock):
            for line in visit.item.lines:
                yield from sorted(_runs(visit, line, behind), key=lambda text: text[-1])
        else:
            behind += painted_areas(visit)


def _runs(visit: Visit, line: TextLine, behind: Sequence[PaintedArea]) -> Iterator[_Text]:
    for placed in line.runs:
        size = placed.run.size
        x, y = visit.at.x + line.origin.x + placed.x, visit.at.y + line.origin.y
        rect = Rect(x, y - CAP_HEIGHT * size, placed.run.width, CAP_HEIGHT * size)
        # Where nothing at all is painted the reader's page shows through; black is the worst that can happen.
        colors = _colors_under(rect, behind) or {"#000000"}
        ratio = min(contrast(placed.paint.value, color) for color in colors)
        if not placed.run.text.isspace():
            yield visit, line, rect, size, ratio


def _colors_under(rect: Rect, areas: Sequence[PaintedArea]) -> set[str]:
    """Return the colours that are seen at the sampled points of a room."""
    found: set[str] = set()
    points: Sequence[Point] = ()
    for area in reversed(areas):
        # Most areas are nowhere near; they need not be asked for every point.
        if not area.rect.overlaps(rect, -2 * TOLERANCE):
            continue
        if area.is_convex and area.rect.holds(rect) and all(map(area.covers, _corners(rect))):
            return found | {area.color}
        points = points or _samples(rect)
        uncovered = [point for point in points if not area.contains(point)]
        if len(uncovered) < len(points):
            found.add(area.color)
        if not uncovered:
            break
        points = uncovered
    return found


def _samples(rect: Rect) -> list[Point]:
    return [
        Point(rect.x + rect.width * across / 8, rect.y + rect.height * down / 2)
        for across in range(9)
        for down in range(3)
    ]


def _corners(rect: Rect) -> Iterator[Point]:
    return (Point(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom))


def _check_marks(figure: AuditedFigure) -> Iterator[Finding]:
    least = figure.look.theme.limits.contrast_mark
    behind: list[PaintedArea] = []
    for visit in figure.visits:
        item = visit.item
        if isinstance(item, Box | Ellipse | Path) and item.purpose in ("mark", "connector"):
            ratio = min(_mark_contrasts(visit, behind), default=_HIGHEST)
            if ratio < least - TOLERANCE:
                measured, limit = format_apart(ratio, least, 1)
                yield Finding(
                    RULE,
                    "error",
                    f"marca com contraste de {measured} : 1",
                    f"ao menos {limit} : 1",
                    "use o tom forte do papel",
                    visit.path,
                    rect=visit.rect,
                )
        behind += painted_areas(visit)


def _mark_contrasts(visit: Visit, behind: Sequence[PaintedArea]) -> Iterator[float]:
    item = visit.item
    if not isinstance(item, Box | Ellipse | Path):
        return
    # A filled mark is seen by its fill; a hollow one, or a line, by its stroke.
    paint = item.fill or (item.stroke.paint if item.stroke else None)
    if paint is None:
        return
    points = list(_points_of(visit))
    under = [next((area for area in reversed(behind) if area.contains(point)), None) for point in points]
    # A mark that crosses another is seen on both sides of it; one that lies on it is not.
    crosses = sum(area is not None and area.is_mark for area in under) * 2 < len(points)
    for area in under:
        if area and not (area.is_mark and crosses):
            yield contrast(paint.value, area.color)


def _points_of(visit: Visit) -> Iterator[Point]:
    if isinstance(visit.item, Path):
        for start, end in flattened(visit.item, visit.at):
            yield Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    else:
        yield visit.rect.center
