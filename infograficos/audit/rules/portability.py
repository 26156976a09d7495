"""Portability: only SVG that every renderer draws alike, and no external references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, truncate
from infograficos.language.messages import mark_message, message

RULE, TITLE = "portability", mark_message("portabilidade")

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"

_PAINT_ATTRIBUTES = frozenset(
    "id class transform fill fill-opacity stroke stroke-width".split()
    + "stroke-linecap stroke-linejoin stroke-dasharray".split()
)

#: The elements that may be written, with their attributes besides paint.
SUBSET: Mapping[str, frozenset[str]] = {
    "svg": frozenset("width height viewBox role lang aria-labelledby".split()),
    "title": frozenset(),
    "desc": frozenset(),
    "defs": frozenset(),
    "style": frozenset({"type"}),
    "g": frozenset(),
    "rect": frozenset("x y width height rx".split()),
    "ellipse": frozenset("cx cy rx ry".split()),
    "path": frozenset("d fill-rule".split()),
    "use": frozenset("x y".split()),
    "image": frozenset("x y width height preserveAspectRatio".split()),
    "text": frozenset("x y font-family font-size textLength lengthAdjust".split()),
}

#: An embedded picture; its media type must be right, since engines do not check it.
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}")

#: The only style sheet allowed: colours for dark screens, which other renderers ignore.
_DARK_COLORS = re.compile(
    r"@media screen and \(prefers-color-scheme:dark\)\{"
    r"(?:\.[a-z][a-z0-9-]*\{(?:fill|stroke):(?:none|#[0-9a-f]{6})\})+\}"
)

_NUMERIC = frozenset("d x y width height rx ry cx cy transform viewBox stroke-width textLength".split())


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield the elements, attributes, links and numbers that some renderer rejects."""
    for element in figure.svg.iter():
        tag = element.tag.removeprefix(_SVG)
        if tag not in SUBSET:
            yield _violation(_element(tag), message("só o subconjunto portável de SVG"))
            continue
        yield from _attributes(tag, element)
        link = element.get(_HREF)
        if tag == "style" and not _DARK_COLORS.fullmatch(element.text or ""):
            yield _violation(_element(tag), message("só as cores do escuro, para quem o prefere"))
        if tag == "image":
            if not _EMBEDDED.fullmatch(link or ""):
                yield _violation(_element(tag), message("só um PNG ou JPEG embutido"))
        elif link is not None and (not link.startswith("#") or link[1:] not in figure.svg_ids):
            reference = message("a referência “{address}”", address=truncate(link))
            yield _violation(reference, message("só referências a algo do próprio arquivo"))


def _element(tag: str) -> str:
    return message("o elemento “{tag}”", tag=tag)


def _attributes(tag: str, element: ElementTree.Element) -> Iterator[Finding]:
    for name, value in element.attrib.items():
        if name.startswith("{"):
            continue
        if name not in SUBSET[tag] and name not in _PAINT_ATTRIBUTES:
            attribute = message("o atributo “{name}” em “{tag}”", name=name, tag=tag)
            yield _violation(attribute, message("só o subconjunto portável de SVG"))
        elif name in _NUMERIC and not _is_finite(value):
            number = message("o número “{number}” em “{tag}”", number=value[:40], tag=tag)
            yield _violation(number, message("números finitos"))
        elif name not in ("d", "viewBox") and "url(" in value:
            reference = message("“{reference}” em “{tag}”", reference=value[:40], tag=tag)
            yield _violation(reference, message("só referências a algo do próprio arquivo"))


def _is_finite(value: str) -> bool:
    lowered = value.lower()
    return value.isascii() and "nan" not in lowered and "inf" not in lowered


def _violation(measured: str, limit: str) -> Finding:
    advice = message("use os elementos da biblioteca")
    return Finding(RULE, "error", measured, limit, advice, aspect="SVG")
