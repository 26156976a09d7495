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
    yield from _check_prose(figure)
    yield from _check_labels(figure)
    yield from _check_code(figure)
    for visit, block in figure.texts:
        yield from _check_block(figure, visit, block)


def all_words(figure: AuditedFigure) -> str:
    """Return the text of a figure without its code listings, and without what is only a number."""
    return " ".join((prose(figure), diagram_labels(figure)))


def prose(figure: AuditedFigure) -> str:
    """Return the text of a figure as `all_words`, without the labels of a diagram."""
    return " ".join(_texts(figure, in_labels=False))


def diagram_labels(figure: AuditedFigure) -> str:
    """Return the labels of the diagrams of a figure, see `DiagramLabels`."""
    return " ".join(_texts(figure, in_labels=True))


def _texts(figure: AuditedFigure, *, in_labels: bool) -> Iterator[str]:
    for visit, block in figure.texts:
        is_counted = block.kind != "listing" and any(map(str.isalpha, block.text))
        if is_counted and visit.in_labels is in_labels:
            yield block.text


def count_words(text: str) -> int:
    """Return the number of words with a letter or digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _check_prose(figure: AuditedFigure) -> Iterator[Finding]:
    count, limits = count_words(prose(figure)), figure.limits
    told = message(("tem {count} palavra", "tem {count} palavras"), count)
    if diagram_labels(figure):
        told = message(
            ("tem {count} palavra fora do diagrama", "tem {count} palavras fora do diagrama"), count
        )
    yield from _check_count(figure, count, (limits.words_advised, limits.words_most), told)


def _check_labels(figure: AuditedFigure) -> Iterator[Finding]:
    count, limits = count_words(diagram_labels(figure)), figure.limits
    told = message(("tem {count} palavra no diagrama", "tem {count} palavras no diagrama"), count)
    bounds = limits.diagram_words_advised, limits.diagram_words_most
    yield from _check_count(figure, count, bounds, told)


def _check_count(
    figure: AuditedFigure, count: int, bounds: tuple[int, int], measured: str
) -> Iterator[Finding]:
    advised, most = bounds
    if count > advised:
        is_error = count > most
        severity: Severity = "error" if is_error else "warning"
        advice = message("corte palavras ou divida a figura em duas")
        yield Finding(
            RULE, severity, measured, at_most(most if is_error else advised), advice, rect=figure.sheet
        )


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
