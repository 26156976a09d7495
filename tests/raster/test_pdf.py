"""PDF: vector, dated for good, the same bytes anywhere."""

from __future__ import annotations

import re

from infograficos.raster import pdf


def test_is_a_vector_pdf_of_one_page(figure, needs_libcairo):
    data = pdf(figure)
    assert data.startswith(b"%PDF-")
    assert re.findall(rb"/Count (\d+)", data) == [b"1"]
    assert b"/Subtype /Image" not in data
    assert re.search(rb"/MediaBox \[ 0 0 525 525 \]", data)  # 700 units of 1/96 inch


def test_carries_a_fixed_date(boxes, needs_libcairo):
    # Cairo 1.16 leaves out the “D:” before a date.
    assert re.findall(rb"Date \((?:D:)?(.*?)\)", pdf(boxes)) == [b"20000101000000Z"]


def test_the_same_bytes_at_another_hour_of_the_world(figure, run_python, needs_libcairo):
    program = f"import sys; from infograficos.raster import pdf; sys.stdout.buffer.write(pdf({figure!r}))"
    here, there = (run_python(program, TZ=zone) for zone in ("UTC+11", "UTC-11"))
    assert here.stdout.startswith(b"%PDF-"), here.stderr
    assert here.stdout == there.stdout
