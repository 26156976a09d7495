"""Contrast: every text and every mark against what is really painted behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infograficos.audit.finding import Finding, place_of, shortened
from infograficos.audit.subject import Subject
from infograficos.audit.written import Lettering, Shape
from infograficos.geometry import TOLERANCE, Point, Rect
from infograficos.scene import Box, Ellipse, Paint, Path, Visit
from infograficos.strokes import flattened
from infograficos.typography import decimal

RULE = "contraste"

#: WCAG's “large text”, in CSS pixels, for which 3:1 is enough.
_LARGE = 24.0


def judge(subject: Subject) -> Iterator[Finding]:
    """Yield the texts as written, then the marks, that do not stand out enough."""
    yield from _texts(subject)
    yield from _marks(subject)


def lowest_contrast(subject: Subject) -> float:
    """Return the lowest contrast of a text with what lies behind it."""
    return min((_contrast_of(text, before) for text, before in _with_background(subject)), default=21.0)


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


def _texts(subject: Subject) -> Iterator[Finding]:
    limits = subject.look.theme.limits
    columns = [preset.column for preset in subject.presets.values()]
    scale = min(columns, default=subject.frame.size.width) / subject.frame.size.width
    for text, before in _with_background(subject):
        least = limits.contrast_mark if text.size * scale >= _LARGE else limits.contrast_text
        ratio = _contrast_of(text, before)
        if ratio < least - TOLERANCE:
            yield Finding(
                RULE,
                "error",
                "folha",
                shortened(text.words),
                f"tem contraste de {decimal(ratio, 1)} : 1",
                f"ao menos {decimal(least, 1)} : 1",
                "use o tom forte do papel, ou um fundo que se distinga mais dele",
            )


def _with_background(subject: Subject) -> Iterator[tuple[Lettering, Sequence[Shape]]]:
    before: list[Shape] = []
    for item in subject.written.painted:
        if isinstance(item, Shape):
            before.append(item)
        else:
            yield item, tuple(before)


def _contrast_of(text: Lettering, before: Sequence[Shape]) -> float:
    # Most shapes are nowhere near; they need not be asked for every point.
    near = [shape for shape in before if shape.fill and shape.kind != "path" and _meet(shape.rect, text.rect)]
    under = {_fill_under(point, near) for point in _samples(text.rect)}
    # Where nothing at all is painted the reader's page shows through; black is the worst that can happen.
    behind = {fill for fill in under if fill} or {"#000000"}
    return min(contrast(color, other) for color in text.colors for other in behind)


def _meet(one: Rect, other: Rect) -> bool:
    return one.overlaps(other, -2 * TOLERANCE)


def _samples(rect: Rect) -> Iterator[Point]:
    for across in range(9):
        for down in range(3):
            yield Point(rect.x + rect.width * across / 8, rect.y + rect.height * down / 2)


def _fill_under(point: Point, shapes: Sequence[Shape]) -> str | None:
    covering = (shape.fill for shape in reversed(shapes) if shape.covers(point))
    return next(covering, None)


def _marks(subject: Subject) -> Iterator[Finding]:
    least = subject.look.theme.limits.contrast_mark
    before: list[Visit] = []
    for visit in subject.visits:
        if isinstance(visit.item, Box | Ellipse | Path):
            if visit.item.purpose in ("mark", "connector"):
                ratio = min(_mark_contrasts(visit, before), default=21.0)
                if ratio < least - TOLERANCE:
                    yield Finding(
                        RULE,
                        "error",
                        place_of(visit.path),
                        "",
                        f"marca com contraste de {decimal(ratio, 1)} : 1",
                        f"ao menos {decimal(least, 1)} : 1",
                        "use o tom forte do papel",
                    )
            before.append(visit)


def _mark_contrasts(visit: Visit, before: Sequence[Visit]) -> Iterator[float]:
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


def _paint_under(point: Point, before: Sequence[Visit]) -> Paint | None:
    for visit in reversed(before):
        item = visit.item
        if isinstance(item, Box | Ellipse) and item.fill and visit.rect.contains(point):
            return item.fill
    return None
