"""Colour is never the only carrier: what a role means is written, too."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding
from infograficos.audit.paints import painted_roles, worded_roles

RULE = "daltonismo"


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the roles that no word is painted in or stands on."""
    for role in sorted(painted_roles(figure) - worded_roles(figure)):
        yield Finding(
            RULE,
            "error",
            f"o papel “{role}” só aparece como cor",
            "um rótulo, um traço ou um lugar que diga o mesmo",
            "escreva o que a cor quer dizer",
            rect=figure.sheet,
        )
