"""Portable: only what every renderer draws alike, and nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from infograficos.audit.audited_figure import AuditedFigure
from infograficos.audit.finding import Finding, truncate

RULE = "portabilidade"

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"

_PAINTING = frozenset(
    "id class transform fill fill-opacity stroke stroke-width".split()
    + "stroke-linecap stroke-linejoin stroke-dasharray".split()
)

#: The written subset: elements, and what each may carry besides its painting.
SUBSET: Mapping[str, frozenset[str]] = {
    "svg": frozenset("width height viewBox role lang aria-labelledby".split()),
    "title": frozenset(),
    "desc": frozenset(),
    "defs": frozenset(),
    "style": frozenset({"type"}),
    "g": frozenset(),
    "rect": frozenset("x y width height rx".split()),
    "ellipse": frozenset("cx cy rx ry".split()),
    "path": frozenset("d".split()),
    "use": frozenset("x y".split()),
    "image": frozenset("x y width height preserveAspectRatio".split()),
    "text": frozenset("x y font-family font-size textLength lengthAdjust".split()),
}

#: A picture that comes with all its bytes; its name says what they are, as engines take it at its word.
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}")

#: The one style sheet that may be: other colours on a dark screen, which whoever cannot read it does without.
_DARK_COLORS = re.compile(
    r"@media screen and \(prefers-color-scheme:dark\)\{"
    r"(?:\.[a-z][a-z0-9-]*\{(?:fill|stroke):(?:none|#[0-9a-f]{6})\})+\}"
)

_NUMERIC = frozenset("d x y width height rx ry cx cy transform viewBox stroke-width textLength".split())


def check(figure: AuditedFigure) -> Iterator[Finding]:
    """Yield each element, attribute, link or number that some renderer would trip over."""
    for element in figure.svg.iter():
        tag = element.tag.removeprefix(_SVG)
        if tag not in SUBSET:
            yield _finding(f"o elemento “{tag}”", "só o subconjunto portável de SVG")
            continue
        yield from _attributes(tag, element)
        link = element.get(_HREF)
        if tag == "style" and not _DARK_COLORS.fullmatch(element.text or ""):
            yield _finding("o elemento “style”", "só as cores do escuro, para quem o prefere")
        if tag == "image":
            if not _EMBEDDED.fullmatch(link or ""):
                yield _finding("o elemento “image”", "só um PNG ou JPEG embutido")
        elif link is not None and (not link.startswith("#") or link[1:] not in figure.svg_ids):
            yield _finding(f"a referência “{truncate(link)}”", "só referências a algo do próprio arquivo")


def _attributes(tag: str, element: ElementTree.Element) -> Iterator[Finding]:
    for name, value in element.attrib.items():
        if name.startswith("{"):
            continue
        if name not in SUBSET[tag] and name not in _PAINTING:
            yield _finding(f"o atributo “{name}” em “{tag}”", "só o subconjunto portável de SVG")
        elif name in _NUMERIC and not _is_finite(value):
            yield _finding(f"o número “{value[:40]}” em “{tag}”", "números finitos")
        elif name not in ("d", "viewBox") and "url(" in value:
            yield _finding(f"“{value[:40]}” em “{tag}”", "só referências a algo do próprio arquivo")


def _is_finite(value: str) -> bool:
    lowered = value.lower()
    return value.isascii() and "nan" not in lowered and "inf" not in lowered


def _finding(measured: str, limit: str) -> Finding:
    return Finding(RULE, "error", measured, limit, "use os elementos da biblioteca", aspect="SVG")
