"""Accessible: a title, a description from the content, the language, an alt text of the right length."""

from __future__ import annotations

from collections.abc import Iterator

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, shorten
from infograficos.scene.items import Image

RULE = "acessibilidade"

_SVG = "{http://www.w3.org/2000/svg}"


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield what a screen reader would miss."""
    yield from _alt_length(figure)
    yield from _images_without_words(figure)
    root = figure.svg.root
    title, text = (root.findtext(f"{_SVG}{tag}") or "" for tag in ("title", "desc"))
    for what, value in (("título", title), ("descrição", text)):
        if not value.strip() or value.strip().casefold() == figure.name.casefold():
            yield _missing(f"não tem {what} próprio" if what == "título" else f"não tem {what} própria")
    if root.get("role") != "img":
        yield _missing("não diz que é uma imagem (role)")
    if not root.get("lang"):
        yield _missing("não diz a língua (lang)")
    if not figure.svg.ids.issuperset((root.get("aria-labelledby") or "-").split()):
        yield _missing("não liga o título e a descrição à imagem (aria-labelledby)")


def _alt_length(figure: AuditedFigure) -> Iterator[Finding]:
    limits, length = figure.look.theme.limits, len(figure.alt)
    if not limits.alt_least <= length <= limits.alt_most:
        yield Finding(
            RULE,
            "warning",
            f"tem {length} caracteres",
            f"de {limits.alt_least} a {limits.alt_most}",
            "mude o que “describe” devolve, ou o título",
            words=shorten(figure.alt),
            aspect="texto alternativo",
        )


def _images_without_words(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the pictures in pixels of which the alt text says nothing."""
    alt = figure.alt.casefold()
    for visit in figure.visits:
        item = visit.item
        if isinstance(item, Image) and item.alt.strip(" .").casefold() not in alt:
            yield Finding(
                RULE,
                "error",
                "o texto alternativo da figura não diz o que a imagem mostra",
                "as palavras da imagem dentro dele",
                "inclua-as no que “describe” devolve",
                visit.path,
                shorten(item.alt),
                visit.rect,
            )


def _missing(measured: str) -> Finding:
    limit, advice = "título, descrição e língua", "exporte com esta biblioteca"
    return Finding(RULE, "error", measured, limit, advice, aspect="SVG")
