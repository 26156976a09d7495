from itertools import combinations

import pytest
from coloraide import Color

from infograficos.scene.color import from_oklch, to_oklch
from infograficos.theme import ResolvedTheme, load_theme
from infograficos.theme.tones import CATEGORIES
from infograficos.theme.tones import ROLES as ROLE_HUES

THEME = load_theme()
VARIANTS = ("light", "dark")
ROLES = ("instruction", "input", "response", "model", "masked", "alert")
VISIONS = (None, "protan", "deutan", "tritan")

#: CIEDE2000 below which two tones would be told apart by their label alone.
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
    ("role", "hue"), [("instruction", 255), ("input", 82), ("response", 158), ("model", 295), ("alert", 18)]
)
def test_strong_tones_keep_the_hue_of_their_role(variant, role, hue):
    actual = Color(colors(variant).roles[role].strong).convert("oklch")["hue"]
    assert abs((actual - hue + 180) % 360 - 180) <= 8


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("tone", ["mid", "body", "deep", "solid", "strong"])
def test_roles_and_categories_stay_apart_for_every_eye(variant, vision, tone):
    palette = colors(variant)
    for group in (palette.roles, palette.categories):
        for one, other in combinations([getattr(tones, tone) for tones in group.values()], 2):
            assert seen(one, vision).delta_e(seen(other, vision), method="2000") >= APART, (one, other)


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_theme_holds_the_colors_of_the_table(variant):
    palette = colors(variant)
    grown = {name: hue.tones(variant) for name, hue in {**ROLE_HUES, **CATEGORIES}.items()}
    assert {**palette.model_dump()["roles"], **palette.model_dump()["categories"]} == grown


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", [*ROLES, *CATEGORIES])
def test_marks_text_and_the_solid_fill_stand_out(variant, name):
    palette = colors(variant)
    tones = {**palette.roles, **palette.categories}[name]
    mark = Color(ResolvedTheme(THEME, variant).paint(f"{name}.mark").value)
    assert min(mark.contrast(ground) for ground in (palette.paper, tones.soft)) >= 3
    assert Color(tones.solid).contrast(palette.paper) >= 4.5
    assert Color(tones.strong).contrast(tones.tint) >= 4.5
    assert Color(palette.ink).contrast(tones.mid) >= 4.5


@pytest.mark.parametrize(("color", "hue"), [("#316fbb", 255), ("#7fc19b", 158)])
def test_a_color_comes_back_from_oklch(color, hue):
    lightness, chroma, angle = to_oklch(color)
    assert from_oklch(lightness, chroma, angle) == color
    assert abs(angle - hue) < 1


def test_what_a_screen_cannot_show_keeps_its_lightness_and_hue():
    lightness, chroma, hue = to_oklch(from_oklch(0.7, 0.4, 150))
    assert (lightness, hue) == (pytest.approx(0.7, abs=0.01), pytest.approx(150, abs=1))
    assert chroma < 0.3
