"""The rules of the series, one module each.

To add a rule, write a module with `RULE`, the name that `check` prints, and `check`, and list it below.
A rule that compares the figures of a chapter is listed in `CHAPTER_RULES`; see `consistency`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding
from infograficos.audit.rules import (
    accessibility,
    arrows,
    brevity,
    colorfulness,
    composition,
    consistency,
    contrast,
    fit,
    language,
    legibility,
    overprint,
    portability,
    shape,
    softness,
    vision,
)

#: The rules for one figure, in the order in which equally severe findings are listed.
RULES: Sequence[Callable[[AuditedFigure], Iterator[Finding]]] = (
    legibility.check,  # legibilidade
    fit.check,  # encaixe
    overprint.check,  # sobreposicao
    arrows.check,  # setas
    contrast.check,  # contraste
    vision.check_color_alone,  # daltonismo: meaning that only colour carries
    brevity.check,  # concisao
    shape.check,  # formato
    composition.check_width,  # composicao: the width of the body
    composition.check_boxes,  # composicao: boxes with a border
    accessibility.check,  # acessibilidade
    language.check,  # idioma
    portability.check,  # portabilidade
    vision.check,  # daltonismo: colours that some readers cannot tell apart
    softness.check,  # suavidade
    colorfulness.check,  # colorido
    consistency.check,  # coerencia, within one figure
)

#: The rules for the figures of a chapter; they yield each finding with the index of its figure.
CHAPTER_RULES: Sequence[Callable[[Sequence[AuditedFigure]], Iterator[tuple[int, Finding]]]] = (
    consistency.check_chapter,  # coerencia, between figures
)
