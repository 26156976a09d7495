"""Contrast: every text and every mark against what is really painted behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, place_of, shortened
from infograficos.audit.rendered_svg import PaintedShape, PaintedText
from infograficos.language.numbers import format_decimal
from infograficos.scene.flattening import flattened
from infograficos.scene.geometry import TOLERANCE, Point, Rect
from infograficos.scene.items import Box, Ellipse, Paint, Path, Visit

RULE = "contraste"

#: WCAG's “large text”, in CSS pixels, for which 3:1 is enough.
_LARGE = 24.0


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the texts as written, then the marks, that do not stand out enough."""
    yield from _texts(figure)
    yield from _marks(figure)


def lowest_contrast(figure: AuditedFigure) -> float:
    """Return the lowest contrast of a text with what lies behind it."""
    return min((_contrast_of(text, before) for text, before in _with_background(figure)), default=21.0)


@cache
def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours such as `#1b2433`, from 1 to 21.

    Source: WCAG 2.2, “contrast ratio” and “relative luminance”.
    """
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    channels = (value / 255 for value in bytes.fromhex(color[1:]))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _texts(figure: AuditedFigure) -> Iterator[Finding]:
    limits = figure.look.theme.limits
    columns = [preset.column for preset in figure.presets.values()]
    scale = min(columns, default=figure.frame.size.width) / figure.frame.size.width
    for text, before in _with_background(figure):
        least = limits.contrast_mark if text.size * scale >= _LARGE else limits.contrast_text
        ratio = _contrast_of(text, before)
        if ratio < least - TOLERANCE:
            yield Finding(
                RULE,
                "error",
                "folha",
                shortened(text.words),
                f"tem contraste de {format_decimal(ratio, 1)} : 1",
                f"ao menos {format_decimal(least, 1)} : 1",
                "use o tom forte do papel, ou um fundo que se distinga mais dele",
            )


def _with_background(figure: AuditedFigure) -> Iterator[tuple[PaintedText, Sequence[PaintedShape]]]:
    """Yield each text with the filled areas that are painted before it."""
    before: list[PaintedShape] = []
    for item in figure.written.painted:
        if not isinstance(item, PaintedShape):
            yield item, before
        elif item.fill and item.kind != "path":
            before.append(item)


def _contrast_of(text: PaintedText, before: Sequence[PaintedShape]) -> float:
    # Where nothing at all is painted the reader's page shows through; black is the worst that can happen.
    behind = _fills_under(text.rect, before) or {"#000000"}
    return min(contrast(color, other) for color in text.colors for other in behind)


def _fills_under(rect: Rect, shapes: Sequence[PaintedShape]) -> set[str]:
    """Return the fills that are seen at the sampled points of a room."""
    found: set[str] = set()
    points: Sequence[Point] = ()
    for shape in reversed(shapes):
        # Most shapes are nowhere near; they need not be asked for every point.
        if not shape.fill or not shape.rect.overlaps(rect, -2 * TOLERANCE):
            continue
        if shape.kind == "rect" and shape.rect.holds(rect):
            return found | {shape.fill}
        points = points or _samples(rect)
        uncovered = [point for point in points if not shape.covers(point)]
        if len(uncovered) < len(points):
            found.add(shape.fill)
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


def _marks(figure: AuditedFigure) -> Iterator[Finding]:
    least = figure.look.theme.limits.contrast_mark
    before: list[tuple[Rect, Paint]] = []
    for visit in figure.visits:
        if isinstance(visit.item, Box | Ellipse | Path):
            if visit.item.purpose in ("mark", "connector"):
                ratio = min(_mark_contrasts(visit, before), default=21.0)
                if ratio < least - TOLERANCE:
                    yield Finding(
                        RULE,
                        "error",
                        place_of(visit.path),
                        "",
                        f"marca com contraste de {format_decimal(ratio, 1)} : 1",
                        f"ao menos {format_decimal(least, 1)} : 1",
                        "use o tom forte do papel",
                    )
            if visit.item.fill and not isinstance(visit.item, Path):
                before.append((visit.rect, visit.item.fill))


def _mark_contrasts(visit: Visit, before: Sequence[tuple[Rect, Paint]]) -> Iterator[float]:
    item = visit.item
    if not isinstance(item, Box | Ellipse | Path):
        return
    # A filled mark is seen by its fill; a hollow one, or a line, by its stroke.
    paint = item.fill or (item.stroke.paint if item.stroke else None)
    if paint is None:
        return
    for point in _points_of(visit):
        under = _paint_under(point, before)
        if under is not None:
            yield contrast(paint.value, under.value)


def _points_of(visit: Visit) -> Iterator[Point]:
    if isinstance(visit.item, Path):
        for start, end in flattened(visit.item, visit.at):
            yield Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    else:
        yield visit.rect.center


def _paint_under(point: Point, before: Sequence[tuple[Rect, Paint]]) -> Paint | None:
    return next((paint for rect, paint in reversed(before) if rect.contains(point)), None)
