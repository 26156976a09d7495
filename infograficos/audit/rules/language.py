"""Language: every text of the library's is in the figure's language, and so is its author's content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, truncate
from infograficos.language.languages import language_codes, load_language
from infograficos.language.messages import mark_message, message

RULE, TITLE = "language", mark_message("idioma")

_MISSING = mark_message(("falta {count} texto em “{language}”", "faltam {count} textos em “{language}”"))

#: So many articles and prepositions of one language, and none of the figure's own, are no coincidence.
_TELLING = 3

_WORD = re.compile(r"[^\W\d_]+")


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield texts without a translation, and content that is plainly in another language."""
    if figure.untranslated:
        first, count = truncate(figure.untranslated[0]), len(figure.untranslated)
        measured = message("falta a tradução")
        if count > 1:
            measured = message(_MISSING, count, language=figure.language)
        limit = message("tudo em “{language}”", language=figure.language)
        advice = message("complete o catálogo da língua, ou dê os seus com Figure(…, words={…})")
        yield Finding(RULE, "warning", measured, limit, advice, excerpt=first)
    other = _content_language(figure)
    if other:
        measured = message("o conteúdo parece estar em “{language}”", language=other)
        limit = message("em “{language}”, a língua da figura", language=figure.language)
        advice = message(
            'diga language="{language}" na figura, no capítulo ou no tema, ou traduza o conteúdo',
            language=other,
        )
        yield Finding(RULE, "warning", measured, limit, advice, rect=figure.sheet)


def _content_language(figure: AuditedFigure) -> str | None:
    """Return the language that a figure is plainly in, if it is another than it says."""
    words = list(map(str.casefold, _WORD.findall(" ".join(_spoken(figure)))))
    counts = {code: sum(word in own for word in words) for code, own in _telling_words().items()}
    most = max(counts, key=lambda code: counts[code])
    return most if counts[most] >= _TELLING and not counts[figure.language] else None


def _spoken(figure: AuditedFigure) -> Iterator[str]:
    """Yield the lines of a figure without code, whose words belong to no language."""
    for each in figure.lines:
        yield "".join(
            placed.run.text for placed in each.line.runs if "mono" not in placed.run.face.casefold()
        )


@cache
def _telling_words() -> dict[str, frozenset[str]]:
    """Return the articles, prepositions and conjunctions that only one language has, by language."""
    weak = {code: load_language(code).weak_endings for code in language_codes()}
    others = {code: [weak[other] for other in weak if other != code] for code in weak}
    told = {code: words.difference(*others[code]) for code, words in weak.items()}
    # Single letters are variables in any language.
    return {code: frozenset(word for word in words if len(word) > 1) for code, words in told.items()}
