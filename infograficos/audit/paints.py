"""Collects the colour roles of a figure by what they paint."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.scene.items import Box, Ellipse, Paint, Path, TextBlock, Visit

#: A fill over fewer square units than this is a mark, not a surface.
_LARGE = 2500.0


def painted_roles(figure: AuditedFigure) -> set[str]:
    """Return the roles that shapes and words are painted in, ornaments and neutral colours aside."""
    painted = [visit for visit in figure.visits if getattr(visit.item, "purpose", "") != "ornament"]
    return set().union(*map(_roles, painted))


def worded_roles(figure: AuditedFigure) -> set[str]:
    """Return the roles that words say too: by their colour, or by standing on a surface of the role."""
    found: set[str] = set()
    surfaces = [(rect, roles) for visit, rect in figure.surfaces if (roles := _roles(visit))]
    for visit, block in figure.texts:
        found |= _roles(visit)
        room = block.rect.moved(visit.at)
        for rect, roles in surfaces:
            if rect.holds(room):
                found |= roles
    return found


def large_fills(figure: AuditedFigure) -> list[Paint]:
    """Return the fills of the surfaces, each once, in the order in which they are painted."""
    found: dict[str, Paint] = {}
    for visit in figure.visits:
        item = visit.item
        if not isinstance(item, Box | Ellipse) or item.purpose != "surface":
            continue
        if item.fill and item.rect.width * item.rect.height >= _LARGE:
            found.setdefault(item.fill.role, item.fill)
    return list(found.values())


def strong_fills(figure: AuditedFigure) -> dict[str, str]:
    """Return the strong tones that fill shapes, by role."""
    items = [visit.item for visit in figure.visits]
    fills = [item.fill for item in items if isinstance(item, Box | Ellipse) and item.fill]
    return {fill.role.split(".")[0]: fill.value for fill in fills if fill.role.endswith(".strong")}


def _roles(visit: Visit) -> set[str]:
    return {paint.role.split(".")[0] for paint in _paints(visit) if "." in paint.role}


def _paints(visit: Visit) -> Iterator[Paint]:
    item = visit.item
    if isinstance(item, TextBlock):
        yield from (placed.paint for line in item.lines for placed in line.runs)
    elif isinstance(item, Box | Ellipse | Path):
        if item.fill:
            yield item.fill
        if item.stroke:
            yield item.stroke.paint
