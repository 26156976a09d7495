"""PDF: vector, dated for good, the same bytes anywhere, with words to find, select and hear."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from infograficos.raster.page import InvisibleLine, Page
from infograficos.raster.pdf import pdf

#: A picture of 700 units is 525 points: each is 1/96 inch.
POINTS = 0.75

EVEN = InvisibleLine("ação x²", (100.0, 112.0, 122.0, 140.0, 152.0, 160.0, 172.0, 180.0), 200.0, 24.0)
BELOW = InvisibleLine("√ ≤ “fim” 😀", tuple(300.0 + 10 * i for i in range(12)), 240.0, 20.0)


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def places(data: bytes, number: int = 0) -> list[tuple[str, float, float, float]]:
    """What stands where on a page: text, points from the left and from the bottom, size."""
    found = []

    def seen(text, transform, matrix, _font, size):
        if text.strip():
            found.append((text.strip(), matrix[4], matrix[5], size))

    read(data).pages[number].extract_text(visitor_text=seen)
    return found


def test_is_a_vector_pdf_of_one_page(figure, needs_libcairo):
    data = pdf([Page(figure)])
    assert data.startswith(b"%PDF-")
    assert len(read(data).pages) == 1
    assert b"/Subtype /Image" not in data
    assert [float(side) for side in read(data).pages[0].mediabox] == [0, 0, 525, 525]


def test_carries_a_fixed_date_and_no_other(boxes, needs_libcairo):
    said = read(pdf([Page(boxes)])).metadata
    assert {key: said[key] for key in said if "Date" in key} == {"/CreationDate": "D:20000101000000Z"}


def test_the_same_bytes_at_another_hour_of_the_world(figure, run_python, needs_libcairo):
    program = (
        "import sys; from infograficos.raster.page import InvisibleLine, Page;"
        "from infograficos.raster.pdf import pdf;"
        f"sys.stdout.buffer.write(pdf([Page({figure!r}, ({EVEN!r},), 'T', 'Alt')] * 2))"
    )
    zones = zip(("UTC+11", "UTC-11"), ("1", "2"), strict=True)
    here, there = (run_python(program, TZ=zone, PYTHONHASHSEED=seed) for zone, seed in zones)
    assert here.stdout.startswith(b"%PDF-"), here.stderr
    assert here.stdout == there.stdout


def test_words_are_found_in_their_order_with_accents_and_signs(boxes, needs_libcairo):
    data = pdf([Page(boxes, (EVEN, BELOW))])
    assert read(data).pages[0].extract_text().split() == ["ação", "x²", "√", "≤", "“fim”", "😀"]


def test_words_stand_where_their_outlines_do(boxes, needs_libcairo):
    height = 400 * POINTS
    assert places(pdf([Page(boxes, (EVEN, BELOW))])) == [
        ("ação x²", 100 * POINTS, height - 200 * POINTS, pytest.approx(24 * POINTS)),
        ("√ ≤ “fim” 😀", 300 * POINTS, height - 240 * POINTS, pytest.approx(20 * POINTS)),
    ]


def test_each_character_is_as_wide_as_its_outline(boxes, needs_libcairo):
    fonts = read(pdf([Page(boxes, (EVEN,))])).pages[0]["/Resources"]["/Font"]
    _first, widths = fonts["/Unseen"]["/DescendantFonts"][0].get_object()["/W"]
    drawn = [12, 10, 18, 12, 8, 12, 8]
    assert list(widths) == [*(pytest.approx(width / 24 * 1000, abs=0.5) for width in drawn), 0]


def test_words_are_unseen(boxes, needs_libcairo):
    commands = read(pdf([Page(boxes, (EVEN,))])).pages[0].get_contents().get_data()
    assert re.findall(rb"\d Tr|Tj", commands) == [b"3 Tr", b"Tj"]


def test_says_its_title_its_language_and_what_it_shows(boxes, needs_libcairo):
    document = read(pdf([Page(boxes, (), "Só a resposta ensina", "Uma frase e a loss de cada token.")]))
    assert document.metadata.title == "Só a resposta ensina"
    root = document.trailer["/Root"]
    assert root["/Lang"] == "pt-BR"
    (whole,) = root["/StructTreeRoot"]["/K"]
    (figure,) = whole.get_object()["/K"]
    assert (figure.get_object()["/S"], figure.get_object()["/Alt"]) == (
        "/Figure",
        "Uma frase e a loss de cada token.",
    )
    assert document.outline == []


def test_several_pages_have_bookmarks_and_their_own_words(boxes, figure, needs_libcairo):
    data = pdf([Page(boxes, (EVEN,), "Um"), Page(figure, (BELOW,), "Dois")], "Capítulo 07")
    document = read(data)
    assert document.metadata.title == "Capítulo 07"
    assert [page.extract_text().split()[0] for page in document.pages] == ["ação", "√"]
    marks = [(mark.title, document.get_destination_page_number(mark)) for mark in document.outline]
    assert marks == [("Um", 0), ("Dois", 1)]
    keys = [page["/StructParents"] for page in document.pages]
    assert keys == [0, 1]
