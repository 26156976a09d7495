"""The rules of the series, one module each.

To add a rule, write a module named after it with `RULE`, its id, `TITLE`, its name in Portuguese for `check`,
and `check`, and list it below.
A rule that compares the figures of a chapter is listed in `CHAPTER_RULES`; see `consistency`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

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
    markup,
    overprint,
    portability,
    shape,
    softness,
    vision,
)
from infograficos.language.messages import message

_MODULES = (
    legibility,
    fit,
    overprint,
    arrows,
    contrast,
    vision,
    brevity,
    shape,
    composition,
    accessibility,
    language,
    markup,
    portability,
    softness,
    colorfulness,
    consistency,
)

#: What the rules are called in Portuguese, by id.
_TITLES: Mapping[str, str] = {module.RULE: module.TITLE for module in _MODULES}

#: The rules for one figure, in the order in which equally severe findings are listed.
RULES: Sequence[Callable[[AuditedFigure], Iterator[Finding]]] = (
    legibility.check,
    fit.check,
    overprint.check,
    arrows.check,
    contrast.check,
    vision.check_color_alone,  # meaning that only colour carries
    brevity.check,
    shape.check,
    composition.check_width,  # the width of the body
    composition.check_boxes,  # boxes with a border
    accessibility.check,
    language.check,
    markup.check,
    portability.check,
    vision.check,  # colours that some readers cannot tell apart
    softness.check,
    colorfulness.check,
    consistency.check,  # within one figure
)

#: The rules for the figures of a chapter; they yield each finding with the index of its figure.
CHAPTER_RULES: Sequence[Callable[[Sequence[AuditedFigure]], Iterator[tuple[int, Finding]]]] = (
    consistency.check_chapter,  # between figures
)


def rule_title(rule: str) -> str:
    """Return what a rule is called in the language of messages, by its id."""
    return message(_TITLES[rule])
