"""Accessibility: a title, a description, a language, and an alt text of the right length."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, Severity, truncate
from infograficos.language.messages import mark_message, message
from infograficos.scene.items import Image

RULE, TITLE = "accessibility", mark_message("acessibilidade")

#: Where a finding on the alternative text is.
_ALT = mark_message("texto alternativo")

_SVG = "{http://www.w3.org/2000/svg}"


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield missing titles, descriptions and languages, and alt texts that are incomplete or too long."""
    yield from _check_alt_length(figure)
    yield from _check_images(figure)
    for measured in _omissions(figure):
        limit, advice = message("título, descrição e língua"), message("exporte com esta biblioteca")
        yield Finding(RULE, "error", measured, limit, advice, aspect="SVG")


def _check_alt_length(figure: AuditedFigure) -> Iterator[Finding]:
    least, most, excerpt = figure.limits.alt_least, figure.limits.alt_most, truncate(figure.alt)
    if not least <= len(figure.alt) <= most:
        measured = message(("tem {count} caractere", "tem {count} caracteres"), len(figure.alt))
        limit = message("de {least} a {most}", least=least, most=most)
        severity: Severity = "error" if len(figure.alt) > most else "warning"
        shorter = mark_message('escreva um mais curto em Figure(…, alt="…")')
        fuller = mark_message('escreva um mais completo em Figure(…, alt="…")')
        advice = message(shorter if severity == "error" else fuller)
        yield Finding(RULE, severity, measured, limit, advice, excerpt=excerpt, aspect=_ALT)


def _check_images(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the images that the alt text does not mention."""
    measured = message("o texto alternativo da figura não diz o que a imagem mostra")
    limit = message("as palavras da imagem dentro dele")
    advice = message('inclua-as em Figure(…, alt="…")')
    for visit in figure.visits:
        item = visit.item
        if isinstance(item, Image) and item.alt.strip(" .").casefold() not in figure.alt.casefold():
            yield Finding(RULE, "error", measured, limit, advice, visit.path, truncate(item.alt), visit.rect)


def _omissions(figure: AuditedFigure) -> Iterator[str]:
    own = {"title": mark_message("não tem título próprio"), "desc": mark_message("não tem descrição própria")}
    for tag, omission in own.items():
        text = (figure.svg.findtext(f"{_SVG}{tag}") or "").strip()
        if text.casefold() in ("", figure.name.casefold()):
            yield message(omission)
    if figure.svg.get("role") != "img":
        yield message("não diz que é uma imagem (role)")
    if not figure.svg.get("lang"):
        yield message("não diz a língua (lang)")
    if not figure.svg_ids.issuperset((figure.svg.get("aria-labelledby") or "-").split()):
        yield message("não liga o título e a descrição à imagem (aria-labelledby)")
