"""Every text of every kind of figure: markup is drawn as words, what no text may hold is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hostile_words import REFUSED, text_places, with_text
from lxml import etree

from infograficos import Figure
from infograficos.builders import builders, examples
from infograficos.errors import InputError
from infograficos.scene.items import TextBlock, walk

SVG = "{http://www.w3.org/2000/svg}"

#: As much markup as the shortest names have room for.
SHORT = "<b>\"&'</b>]]>"

#: One example of each kind, the one with the most texts.
ONE_OF_EACH = {
    name: max((e for e in examples().values() if type(e) is kind), key=lambda e: len(text_places(e)))
    for name, kind in builders().items()
}

ELEMENTS = set("svg title desc defs g rect ellipse path use image text style tspan".split())

every_kind = pytest.mark.parametrize("name", ONE_OF_EACH)


def one_of_each_place(content):
    """The ways to the texts of a content, one of those that differ in nothing but the place in a list."""
    places = {tuple(part for part in place if isinstance(part, str)): place for place in text_places(content)}
    return list(places.values())


def saying_places(content):
    """The same without the names of colours, which say nothing themselves."""
    return [place for place in one_of_each_place(content) if not any("role" in str(part) for part in place)]


def accepted(content, text):
    """The content with a text wherever it may stand."""
    for place in saying_places(content):
        with suppress(InputError):
            content = with_text(content, place, text)
    return content


@every_kind
def test_what_no_text_may_hold_comes_out_of_no_text_of_a_kind(name):
    content, refused = ONE_OF_EACH[name], 0
    for place in one_of_each_place(content):
        for piece, _ in REFUSED.values():
            try:
                drawing = Figure(1, "x", "T", "H", with_text(content, place, f"a{piece}b")).draw()
            except InputError:
                refused += 1
            else:
                # A token is drawn with signs for its blanks, and what is cut off is not drawn at all.
                assert piece not in drawing.description.text
                assert piece not in drawing.svg(force=True)
    assert refused


@every_kind
def test_markup_in_every_text_of_a_kind_is_drawn_as_words(name):
    content = accepted(ONE_OF_EACH[name], SHORT)
    assert text_places(content)
    drawing = Figure(1, "x", "T", "H", content).draw()
    for mode in ("outlined", "live"):
        root = etree.fromstring(drawing.svg(mode, force=True).encode())
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS
        assert root.findtext(f"{SVG}desc") == drawing.description.text


def marked(content):
    """The content with a different marked text wherever one may stand, and these texts unmarked."""
    bare = []
    for i, place in enumerate(saying_places(content)):
        with suppress(InputError):
            content = with_text(content, place, f"**q{i}z**")
            bare.append(f"q{i}z")
    return content, bare


@pytest.mark.parametrize("name", list(examples()))
def test_the_description_says_marks_only_where_they_are_drawn(name):
    content, bare = marked(examples()[name])
    blocks = [place.item for place in walk(Figure(1, "x", "T", "H", content).draw().frame)]
    drawn = " ".join(line.text for block in blocks if isinstance(block, TextBlock) for line in block.lines)
    said = content.describe()
    both = [text for text in bare if text in said and text in drawn]
    assert [text for text in both if f"**{text}**" in said] == [x for x in both if f"**{x}**" in drawn]
