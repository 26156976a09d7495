"""Accessibility: a title, a description, a language, and an alt text of the right length."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, Severity, truncate
from infograficos.language.messages import mark_message
from infograficos.scene.items import Image

RULE, TITLE = "accessibility", mark_message("acessibilidade")

_SVG = "{http://www.w3.org/2000/svg}"


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield missing titles, descriptions and languages, and alt texts that are incomplete or too long."""
    yield from _check_alt_length(figure)
    yield from _check_images(figure)
    for measured in _omissions(figure):
        limit, advice = "título, descrição e língua", "exporte com esta biblioteca"
        yield Finding(RULE, "error", measured, limit, advice, aspect="SVG")


def _check_alt_length(figure: AuditedFigure) -> Iterator[Finding]:
    least, most, excerpt = figure.limits.alt_least, figure.limits.alt_most, truncate(figure.alt)
    if not least <= len(figure.alt) <= most:
        measured, limit = f"tem {len(figure.alt)} caracteres", f"de {least} a {most}"
        is_long = len(figure.alt) > most
        advice = f'escreva um mais {"curto" if is_long else "completo"} em Figure(…, alt="…")'
        severity: Severity = "error" if is_long else "warning"
        yield Finding(RULE, severity, measured, limit, advice, excerpt=excerpt, aspect="texto alternativo")


def _check_images(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the images that the alt text does not mention."""
    measured = "o texto alternativo da figura não diz o que a imagem mostra"
    limit, advice = "as palavras da imagem dentro dele", 'inclua-as em Figure(…, alt="…")'
    for visit in figure.visits:
        item = visit.item
        if isinstance(item, Image) and item.alt.strip(" .").casefold() not in figure.alt.casefold():
            yield Finding(RULE, "error", measured, limit, advice, visit.path, truncate(item.alt), visit.rect)


def _omissions(figure: AuditedFigure) -> Iterator[str]:
    for tag, own in (("title", "título próprio"), ("desc", "descrição própria")):
        text = (figure.svg.findtext(f"{_SVG}{tag}") or "").strip()
        if text.casefold() in ("", figure.name.casefold()):
            yield f"não tem {own}"
    if figure.svg.get("role") != "img":
        yield "não diz que é uma imagem (role)"
    if not figure.svg.get("lang"):
        yield "não diz a língua (lang)"
    if not figure.svg_ids.issuperset((figure.svg.get("aria-labelledby") or "-").split()):
        yield "não liga o título e a descrição à imagem (aria-labelledby)"
