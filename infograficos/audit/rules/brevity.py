"""Brevity: words in a figure and a label, lines of a paragraph and of code."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, Severity, at_most, truncate
from infograficos.language.messages import mark_message, message
from infograficos.scene.items import TextBlock, Visit

RULE, TITLE = "brevity", mark_message("concisao")


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield a figure, label, paragraph or listing that is too long."""
    limits, count = figure.limits, count_words(prose(figure))
    if count > limits.words_advised:
        is_error = count > limits.words_most
        most = limits.words_most if is_error else limits.words_advised
        measured = message(("tem {count} palavra", "tem {count} palavras"), count)
        severity: Severity = "error" if is_error else "warning"
        advice = message("corte palavras ou divida a figura em duas")
        yield Finding(RULE, severity, measured, at_most(most), advice, rect=figure.sheet)
    yield from _check_code(figure)
    for visit, block in figure.texts:
        yield from _check_block(figure, visit, block)


def prose(figure: AuditedFigure) -> str:
    """Return the text of a figure without its code listings, and without what is only a number."""
    texts = (block.text for _, block in figure.texts if block.kind != "listing")
    return " ".join(text for text in texts if any(map(str.isalpha, text)))


def count_words(text: str) -> int:
    """Return the number of words with a letter or digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _check_code(figure: AuditedFigure) -> Iterator[Finding]:
    # A line shares its baseline with its number or prompt; a wrapped line counts once.
    baselines = {
        round(visit.at.y + block.lines[0].origin.y)
        for visit, block in figure.texts
        if block.kind == "listing" and block.text
    }
    if len(baselines) > figure.limits.code_lines:
        measured = message(("tem {count} linha de código", "tem {count} linhas de código"), len(baselines))
        limit, advice = at_most(figure.limits.code_lines), message("mostre só as que ensinam")
        yield Finding(RULE, "warning", measured, limit, advice, rect=figure.sheet)


def _check_block(figure: AuditedFigure, visit: Visit, block: TextBlock) -> Iterator[Finding]:
    limits, subject = figure.limits, (visit.path, truncate(block.text), visit.rect)
    count, lines = count_words(block.text), len(block.lines)
    if block.kind == "label" and count > limits.label_words:
        measured = message(("rótulo de {count} palavra", "rótulo de {count} palavras"), count)
        limit, advice = at_most(limits.label_words), message("encurte o rótulo")
        yield Finding(RULE, "warning", measured, limit, advice, *subject)
    most = limits.paragraph_lines_narrow if figure.is_narrow else limits.paragraph_lines
    if block.kind == "paragraph" and lines > most:
        measured = message(("parágrafo de {count} linha", "parágrafo de {count} linhas"), lines)
        yield Finding(RULE, "warning", measured, at_most(most), message("corte palavras"), *subject)
