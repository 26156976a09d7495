"""Numbers as a picture of one hue: what a decoder reads back, and the same bytes everywhere."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from infograficos.elements.images.map_png import encode_map_png


def levels(data: bytes) -> list[list[int]]:
    picture = Image.open(BytesIO(data))
    assert picture.mode == "P"
    picture = picture.convert("L")
    return [[picture.getpixel((x, y)) for x in range(picture.width)] for y in range(picture.height)]


def test_white_is_nothing_and_dark_is_all():
    assert levels(encode_map_png([[0.0, 0.5], [1.0, 0.0]], cell=2)) == [
        [255, 255, 157, 157],
        [255, 255, 157, 157],
        [60, 60, 255, 255],
        [60, 60, 255, 255],
    ]


def test_a_map_may_have_a_colour_and_few_levels():
    picture = Image.open(BytesIO(encode_map_png([[0.0, 0.3, 0.4, 1.0]], ink="violet", levels=2)))
    colors = [picture.convert("RGB").getpixel((x, 0)) for x in range(4)]
    assert colors[0] == (255, 255, 255)
    assert colors[1] == colors[2] == (164, 152, 190)
    assert colors[3] == (0x4A, 0x30, 0x7D)


@given(
    st.integers(1, 300).flatmap(
        lambda width: st.lists(
            st.lists(st.sampled_from([0.0, 0.1, 0.6, 0.61, 1.0]), min_size=width, max_size=width),
            min_size=1,
            max_size=3,
        )
    ),
    st.integers(1, 4),
)
def test_any_matrix_is_read_back_as_it_was(values, cell):
    expected = [
        [round(255 - 195 * round(255 * v) / 255) for v in row for _ in range(cell)]
        for row in values
        for _ in range(cell)
    ]
    assert levels(encode_map_png(values, cell)) == expected


@pytest.mark.parametrize("width", [258, 259, 260, 261, 262, 516, 517])
def test_long_repetitions_are_read_back(width):
    assert levels(encode_map_png([[1.0] * width])) == [[60] * width]


def test_the_bytes_are_the_same_everywhere():
    data = encode_map_png([[i / 31 for i in range(32)]] * 32, 10)
    assert len(data) < 7500
    assert sha256(data).hexdigest()[:16] == "c358e4c91428eca2"
