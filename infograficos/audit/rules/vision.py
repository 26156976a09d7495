"""Colour vision: every reader can tell roles apart, and no meaning is carried by colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, at_least, format_below
from infograficos.language.messages import mark_message, message
from infograficos.scene.items import role_names
from infograficos.scene.perception import difference

RULE, TITLE = "vision", mark_message("daltonismo")

_EYES = {
    "": mark_message("na visão comum"),
    "protan": mark_message("na protanopia"),
    "deutan": mark_message("na deuteranopia"),
    "tritan": mark_message("na tritanopia"),
}


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the pairs of roles, or of categories, that some readers cannot tell apart."""
    advice = message("afaste os dois tons fortes no tema")
    roles = _figure_roles(figure)
    categories = roles & figure.look.categories
    pairs = [pair for group in (roles - categories, categories) for pair in combinations(sorted(group), 2)]
    for pair, (eye, vision) in product(pairs, _EYES.items()):
        first, second = (figure.look.paint(f"{role}.strong").value for role in pair)
        if below := format_below(difference(first, second, eye), figure.limits.color_distance, 1):
            measured = message(
                "“{first}” e “{second}” diferem {difference} (ΔE2000) {vision}",
                first=pair[0], second=pair[1], difference=below[0], vision=message(vision),
            )  # fmt: skip
            yield Finding(RULE, "error", measured, at_least(below[1]), advice, rect=figure.sheet)


def check_color_alone(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the roles that no text is painted in or lies on."""
    limit = message("um rótulo, um traço ou um lugar que diga o mesmo")
    advice = message("escreva o que a cor quer dizer")
    for role in sorted(_figure_roles(figure) - _text_roles(figure)):
        measured = message("o papel “{role}” só aparece como cor", role=role)
        yield Finding(RULE, "error", measured, limit, advice, rect=figure.sheet)


def _figure_roles(figure: AuditedFigure) -> set[str]:
    """Return the roles of shapes and texts, except ornaments and neutral colours."""
    items = [visit.item for visit in figure.visits]
    return role_names(item for item in items if getattr(item, "purpose", "") != "ornament")


def _text_roles(figure: AuditedFigure) -> set[str]:
    """Return the roles of texts and of the surfaces behind them."""
    texts = [visit for visit, _ in figure.texts]
    behind = (each for each in figure.surfaces if any(each.rect.holds(text.rect) for text in texts))
    return role_names(visit.item for visit in (*texts, *behind))
