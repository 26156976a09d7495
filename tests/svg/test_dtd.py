"""The written SVG is valid SVG 1.1, once what readers' aids need beyond it is taken off."""

from pathlib import Path

import pytest
from extras import unavailable
from lxml import etree
from samples import PICTURED, svg

from infograficos.chapter_07 import chapter

DTD = Path("/usr/share/xml/w3c-sgml-lib/schema/dtd/REC-SVG11-20110816/svg11.dtd")


@pytest.fixture(scope="module")
def dtd():
    if not DTD.is_file():
        unavailable("the DTD of SVG 1.1 is not on this machine (Debian's w3c-sgml-lib has it)")
    return etree.DTD(str(DTD))


def stripped(svg):
    """Return the tree without the attributes that came after SVG 1.1."""
    root = etree.fromstring(svg.encode())
    for name in ("role", "lang", "aria-labelledby"):
        root.attrib.pop(name, None)
    return root


@pytest.mark.parametrize("text", ["outlined", "live", "traced"])
@pytest.mark.parametrize("name", PICTURED)
def test_a_figure_is_valid_svg(dtd, name, text):
    root = stripped(svg(name, text))
    assert dtd.validate(root), dtd.error_log.filter_from_errors()


def test_what_is_not_svg_is_not_valid(dtd):
    root = stripped(chapter.figures[0].svg())
    etree.SubElement(root, "{http://www.w3.org/2000/svg}foreignObject").set("nada", "1")
    assert not dtd.validate(root)
