"""Colour vision: roles that meet in a figure stay apart for every eye."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.color import difference
from infograficos.audit.finding import Finding, format_apart
from infograficos.audit.paints import painted_roles
from infograficos.scene.geometry import TOLERANCE

RULE = "daltonismo"

_EYES = {
    "": "na visão comum",
    "protan": "na protanopia",
    "deutan": "na deuteranopia",
    "tritan": "na tritanopia",
}


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the pairs of roles that some readers cannot tell apart."""
    roles = sorted(painted_roles(figure))
    for first, second in combinations(roles, 2):
        yield from _pair(figure, first, second)


def _pair(figure: AuditedFigure, first: str, second: str) -> Iterator[Finding]:
    least = figure.look.theme.limits.color_distance
    tones = [figure.look.paint(f"{role}.strong").value for role in (first, second)]
    for eye, name in _EYES.items():
        distance = difference(tones[0], tones[1], eye)
        if distance < least - TOLERANCE:
            measured, limit = format_apart(distance, least, 1)
            yield Finding(
                RULE,
                "error",
                f"“{first}” e “{second}” diferem {measured} (ΔE2000) {name}",
                f"ao menos {limit}",
                "afaste os dois tons fortes no tema",
                rect=figure.sheet,
            )
