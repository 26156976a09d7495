"""Little text: words in the figure, words in a label, lines in a paragraph, lines of code."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, Severity, truncate
from infograficos.scene.items import TextBlock, Visit

RULE = "concisao"


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield a figure, a label or a paragraph that says too much at once."""
    limits, count = figure.limits, word_count(read_words(figure))
    if count > limits.words_advised:
        grave = count > limits.words_most
        measured, limit = (
            f"tem {count} palavras",
            f"até {limits.words_most if grave else limits.words_advised}",
        )
        severity: Severity = "error" if grave else "warning"
        advice = "corte palavras ou divida a figura em duas"
        yield Finding(RULE, severity, measured, limit, advice, rect=figure.sheet)
    yield from _check_code(figure)
    for visit, block in figure.texts:
        yield from _check_block(figure, visit, block)


def read_words(figure: AuditedFigure) -> str:
    """Return the words that a reader reads as sentences: those of a listing are counted by its lines."""
    return " ".join(block.text for _, block in figure.texts if block.kind != "listing")


def word_count(text: str) -> int:
    """Return how many words a reader finds: pieces with a letter or a figure in them."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _check_code(figure: AuditedFigure) -> Iterator[Finding]:
    # A line and its number, or its prompt, share a baseline; the rest of a broken line is no line of its own.
    baselines = {
        round(visit.at.y + block.lines[0].origin.y)
        for visit, block in figure.texts
        if block.kind == "listing" and block.text
    }
    if len(baselines) > figure.limits.code_lines:
        measured, limit = f"tem {len(baselines)} linhas de código", f"até {figure.limits.code_lines}"
        yield Finding(RULE, "warning", measured, limit, "mostre só as que ensinam", rect=figure.sheet)


def _check_block(figure: AuditedFigure, visit: Visit, block: TextBlock) -> Iterator[Finding]:
    limits, location = figure.limits, (visit.path, truncate(block.text), visit.rect)
    count, lines = word_count(block.text), len(block.lines)
    if block.kind == "label" and count > limits.label_words:
        measured, limit = f"rótulo de {count} palavras", f"até {limits.label_words}"
        yield Finding(RULE, "warning", measured, limit, "encurte o rótulo", *location)
    most = limits.paragraph_lines_narrow if figure.is_narrow else limits.paragraph_lines
    if block.kind == "paragraph" and lines > most:
        measured, limit = f"parágrafo de {lines} linhas", f"até {most}"
        yield Finding(RULE, "warning", measured, limit, "corte palavras", *location)
