"""Colour arithmetic, held against an independent library and the formula's own published data."""

import random
from itertools import combinations

import pytest
from coloraide import Color

from infograficos.scene.color import to_oklch
from infograficos.scene.perception import difference
from infograficos.theme import load_theme

EYES = ("", "protan", "deutan", "tritan")

OWN = sorted({value for paper in load_theme().colors for value in paper[1].by_name().values()})
CHANCE = random.Random(7)  # noqa: S311
ANY = ["#000000", "#ffffff", "#808080", "#010101", "#ff0000", "#0000ff"] + [
    f"#{CHANCE.randrange(1 << 24):06x}" for _ in range(60)
]


def seen(color, eye):
    return Color(color).filter(eye) if eye else Color(color)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("colors", [OWN, ANY], ids=["of the theme", "any"])
def test_the_difference_is_that_of_another_library(colors, eye):
    for one, other in combinations(colors, 2):
        expected = seen(one, eye).delta_e(seen(other, eye), method="2000")
        assert difference(one, other, eye) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("color", OWN + ANY)
def test_lightness_and_chroma_are_those_of_another_library(color):
    lightness, chroma, _ = Color(color).convert("oklch").coords()
    assert to_oklch(color)[:2] == pytest.approx((lightness, chroma), abs=1e-6)


def test_a_colour_differs_from_itself_by_nothing():
    assert {difference(color, color, eye) for color in OWN + ANY for eye in EYES} == {0.0}
