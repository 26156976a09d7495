"""Portable: only what every renderer draws alike, and nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from infograficos.audit.finding import Finding
from infograficos.audit.subject import Subject

RULE = "portabilidade"

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"

_PAINTING = frozenset(
    "id transform fill fill-opacity stroke stroke-width".split()
    + "stroke-linecap stroke-linejoin stroke-dasharray".split()
)

#: The written subset: elements, and what each may carry besides its painting.
SUBSET: Mapping[str, frozenset[str]] = {
    "svg": frozenset("width height viewBox role lang aria-labelledby".split()),
    "title": frozenset(),
    "desc": frozenset(),
    "defs": frozenset(),
    "g": frozenset(),
    "rect": frozenset("x y width height rx".split()),
    "ellipse": frozenset("cx cy rx ry".split()),
    "path": frozenset("d".split()),
    "use": frozenset("x y".split()),
    "text": frozenset("x y font-family font-size textLength lengthAdjust".split()),
}

_BAD_NUMBER = re.compile(r"nan|inf", re.IGNORECASE)
_NUMERIC = frozenset("d x y width height rx ry cx cy transform viewBox stroke-width textLength".split())


def judge(subject: Subject) -> Iterator[Finding]:
    """Yield each element, attribute, link or number that some renderer would trip over."""
    root = subject.written.root
    ids = {element.get("id") for element in root.iter()}
    for element in root.iter():
        tag = element.tag.removeprefix(_SVG)
        if tag not in SUBSET:
            yield _finding(f"o elemento “{tag}”", "só o subconjunto portável de SVG")
            continue
        yield from _attributes(tag, element)
        link = element.get(_HREF)
        if link is not None and (not link.startswith("#") or link[1:] not in ids):
            yield _finding(f"a referência “{link}”", "só referências a algo do próprio arquivo")


def _attributes(tag: str, element: ElementTree.Element) -> Iterator[Finding]:
    for name, value in element.attrib.items():
        if name.startswith("{"):
            continue
        if name not in SUBSET[tag] | _PAINTING:
            yield _finding(f"o atributo “{name}” em “{tag}”", "só o subconjunto portável de SVG")
        elif name in _NUMERIC and _BAD_NUMBER.search(value):
            yield _finding(f"o número “{value[:40]}” em “{tag}”", "números finitos")
        elif name not in ("d", "viewBox") and "url(" in value:
            yield _finding(f"“{value[:40]}” em “{tag}”", "só referências a algo do próprio arquivo")


def _finding(measured: str, limit: str) -> Finding:
    return Finding(RULE, "error", "SVG", "", measured, limit, "use os elementos da biblioteca")
