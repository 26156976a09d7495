"""Markup: marks that are drawn as they are, because nothing closes them."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, truncate
from infograficos.language.messages import mark_message, message

RULE, TITLE = "markup", mark_message("marcas")

#: What to do about a stray mark, by its first character.
_ADVICE = {
    "*": mark_message(r"feche-a, como em **forte**; para dois asteriscos, escreva \*\*"),
    "`": mark_message(r"feche-a, como em `código`; para uma crase, escreva \`"),
    "{": mark_message("cole o papel às palavras, em minúsculas: **palavra**{response}"),
}


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield texts with a mark that was not read as one."""
    for visit, block in figure.texts:
        if mark := block.stray_mark:
            measured = message("a marca “{mark}” aparece no desenho", mark=mark)
            limit, advice = message("marcas aos pares"), message(_ADVICE[mark[0]])
            yield Finding(
                RULE, "warning", measured, limit, advice, visit.path, truncate(block.text), visit.rect
            )
