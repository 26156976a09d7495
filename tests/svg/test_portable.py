"""Only what every renderer draws alike is written: an explicit list of elements and attributes."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from samples import figures, svg

PAINTED = {"fill", "stroke", "stroke-width", "stroke-dasharray"}
WORDS = {"x", "y", "font-family", "font-size", "fill-opacity", "textLength", "lengthAdjust", "xml:space"}

#: What outlined and traced pictures may hold.
PORTABLE: dict[str, set[str]] = {
    "svg": {"width", "height", "viewBox", "role", "lang", "xml:lang", "aria-labelledby"},
    "title": {"id"},
    "desc": {"id"},
    "defs": set(),
    "g": {"fill", "transform"},
    "rect": {"x", "y", "width", "height", "rx"} | PAINTED,
    "ellipse": {"cx", "cy", "rx", "ry"} | PAINTED,
    "path": {"d", "id", "transform", "fill-rule", "stroke-linecap", "stroke-linejoin"} | PAINTED,
    "use": {"xlink:href", "x", "y"},
    "image": {"xlink:href", "x", "y", "width", "height", "preserveAspectRatio"},
    "text": WORDS,
}

#: What live text needs besides.
LIVE = PORTABLE | {
    "style": {"type"},
    "text": WORDS | {"style"},
    # `y` lowers an index and raises a power.
    "tspan": {
        "x",
        "y",
        "fill",
        "font-family",
        "font-weight",
        "font-size",
        "textLength",
        "lengthAdjust",
        "style",
    },
}

NAMESPACES = {
    "http://www.w3.org/1999/xlink": "xlink:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://www.w3.org/2000/svg": "",
}

every_figure = pytest.mark.parametrize("name", list(figures()))


def short(name: str) -> str:
    parts = etree.QName(name)
    return f"{NAMESPACES[parts.namespace] if parts.namespace else ''}{parts.localname}"


def foreign(root: etree._Element, allowed: dict[str, set[str]]) -> set[str]:
    """What a picture holds that it may not."""
    found = set()
    for element in root.iter():
        if not isinstance(element.tag, str):
            found.add(str(element))
            continue
        tag = short(element.tag)
        names = {short(key) for key in element.attrib}
        if tag not in allowed:
            found.add(tag)
        found |= {f"{tag}@{name}" for name in names - allowed.get(tag, set())}
    return found


@every_figure
@pytest.mark.parametrize("mode", ["outlined", "traced"])
@pytest.mark.parametrize("width", [700, 360])
def test_outlined_and_traced_pictures_keep_to_the_portable_subset(name, mode, width):
    assert foreign(etree.fromstring(svg(name, mode, "dark", width).encode()), PORTABLE) == set()


@every_figure
def test_live_pictures_add_styles_and_spans_only(name):
    assert foreign(etree.fromstring(svg(name, "live").encode()), LIVE) == set()


def test_the_list_refuses_what_it_does_not_name():
    picture = etree.fromstring('<svg xmlns="http://www.w3.org/2000/svg"><g filter="x"><script/></g></svg>')
    assert foreign(picture, PORTABLE) == {"g@filter", "script"}


@every_figure
@pytest.mark.parametrize("mode", ["outlined", "traced", "live"])
def test_colours_are_plain_hexadecimal_or_none(name, mode):
    root = etree.fromstring(svg(name, mode).encode())
    colours = {element.get(key) for element in root.iter() for key in ("fill", "stroke")} - {None}
    assert len(colours) > 3
    assert all(re.fullmatch(r"none|#[0-9a-f]{6}", colour) for colour in colours)


@every_figure
def test_nothing_is_fetched_from_elsewhere(name):
    for mode in ("outlined", "traced", "live"):
        addresses = set(re.findall(r"https?://[^\"' ]+", svg(name, mode)))
        assert addresses <= set(NAMESPACES)
        assert "url(" not in svg(name, mode).replace("url(data:font/woff2;base64,", "")
