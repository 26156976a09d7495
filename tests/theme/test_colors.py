from itertools import combinations

import pytest
from coloraide import Color

from infograficos.theme import load_theme

THEME = load_theme()
VARIANTS = ("light", "dark")
ROLES = ("instruction", "input", "response", "model", "masked", "alert")
VISIONS = (None, "protan", "deutan", "tritan")

#: CIEDE2000 below which two strong tones would be told apart by their label alone.
APART = 8.0


def colors(variant):
    return getattr(THEME.colors, variant)


def seen(value, vision):
    return Color(value).filter(vision) if vision else Color(value)


def test_the_roles_are_those_of_the_series():
    assert tuple(colors("light").roles) == tuple(colors("dark").roles) == ROLES


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("behind", ["soft", "paper", "surface"])
def test_strong_tones_are_read_easily(variant, role, behind):
    tones = colors(variant).roles[role]
    ground = tones.soft if behind == "soft" else getattr(colors(variant), behind)
    assert Color(tones.strong).contrast(ground) >= 5.5


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("text", ["ink", "muted"])
def test_text_is_read_on_paper_cards_and_every_soft_fill(variant, text):
    palette = colors(variant)
    grounds = [palette.paper, palette.surface, *(tones.soft for tones in palette.roles.values())]
    worst = min(Color(getattr(palette, text)).contrast(ground) for ground in grounds)
    assert worst >= THEME.limits.contrast_text


@pytest.mark.parametrize(("variant", "lowest", "highest"), [("light", 0.93, 0.99), ("dark", 0.25, 0.33)])
@pytest.mark.parametrize("role", ROLES)
def test_soft_fills_are_soft(variant, lowest, highest, role):
    lightness, chroma, _ = Color(colors(variant).roles[role].soft).convert("oklch").coords()
    assert lowest <= lightness <= highest
    assert chroma <= 0.05 if variant == "dark" else chroma <= 0.045


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(
    ("role", "hue"), [("instruction", 255), ("input", 75), ("response", 155), ("model", 295), ("alert", 25)]
)
def test_strong_tones_keep_the_hue_of_their_role(variant, role, hue):
    actual = Color(colors(variant).roles[role].strong).convert("oklch")["hue"]
    assert abs((actual - hue + 180) % 360 - 180) <= 8


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(("one", "other"), list(combinations(ROLES, 2)))
def test_roles_stay_apart_for_every_eye(variant, vision, one, other):
    roles = colors(variant).roles
    distance = seen(roles[one].strong, vision).delta_e(seen(roles[other].strong, vision), method="2000")
    assert distance >= APART
