from itertools import combinations, product

import pytest
from coloraide import Color

from infograficos.scene.color import from_oklch, to_oklch
from infograficos.system.resources import PACKAGE
from infograficos.theme import ResolvedTheme, load_theme
from infograficos.theme.palettes import PALETTES, format_bundled
from infograficos.theme.tones import CATEGORIES

THEMES = {name: load_theme(name) for name in PALETTES}
THEME = THEMES["claro"]
VARIANTS = ("light", "dark")
ROLES = ("instruction", "input", "response", "model", "masked", "alert")
VISIONS = (None, "protan", "deutan", "tritan")

#: CIEDE2000 below which two tones would be told apart by their label alone.
APART = 8.0


def colors(variant, theme="claro"):
    return getattr(THEMES[theme].colors, variant)


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


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("text", ["ink", "muted"])
def test_text_is_read_on_paper_cards_and_every_soft_fill(theme, variant, text):
    palette = colors(variant, theme)
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


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("vision", VISIONS)
def test_roles_and_categories_stay_apart_for_every_eye(theme, variant, vision):
    palette = colors(variant, theme)
    for group, tone in product(
        (palette.roles, palette.categories), ("mid", "body", "deep", "solid", "strong")
    ):
        for one, other in combinations([getattr(tones, tone) for tones in group.values()], 2):
            assert seen(one, vision).delta_e(seen(other, vision), method="2000") >= APART, (one, other)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_holds_the_colors_of_its_table(theme):
    assert THEMES[theme].colors.model_dump() == PALETTES[theme].colors()


@pytest.mark.parametrize("theme", [name for name in PALETTES if name != "claro"])
def test_the_file_of_a_theme_is_what_its_table_writes(theme):
    file = PACKAGE / "theme" / "data" / f"{theme}.toml"
    assert file.read_text(encoding="utf-8") == format_bundled(theme)


def test_only_the_board_and_the_night_are_dark_on_light_pages():
    grounds = {name: ResolvedTheme(theme).ground for name, theme in THEMES.items()}
    assert grounds == {"claro": "light", "papel": "light", "quadro": "dark", "noite": "dark"}
    assert {ResolvedTheme(theme, "dark").ground for theme in THEMES.values()} == {"dark"}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", [*ROLES, *CATEGORIES])
def test_marks_text_and_the_solid_fill_stand_out(theme, variant, name):
    palette = colors(variant, theme)
    tones = {**palette.roles, **palette.categories}[name]
    mark = Color(ResolvedTheme(THEMES[theme], variant).paint(f"{name}.mark").value)
    assert min(mark.contrast(ground) for ground in (palette.paper, tones.soft)) >= 3
    assert Color(tones.solid).contrast(palette.paper) >= 4.5
    assert Color(tones.strong).contrast(tones.tint) >= 4.5
    assert Color(palette.ink).contrast(tones.mid) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("variant", VARIANTS)
def test_no_tone_leaves_the_bounds_of_its_ground(theme, variant):
    palette = colors(variant, theme)
    bounds = getattr(THEME.limits.tones, ResolvedTheme(THEMES[theme], variant).ground)
    for tones in [*palette.roles.values(), *palette.categories.values()]:
        for tone, value in tones:
            lightness, chroma, _ = to_oklch(value)
            assert bounds[tone].darkest <= lightness <= bounds[tone].lightest
            assert chroma <= bounds[tone].chroma


@pytest.mark.parametrize(("color", "hue"), [("#316fbb", 255), ("#7fc19b", 158)])
def test_a_color_comes_back_from_oklch(color, hue):
    lightness, chroma, angle = to_oklch(color)
    assert from_oklch(lightness, chroma, angle) == color
    assert abs(angle - hue) < 1


def test_what_a_screen_cannot_show_keeps_its_lightness_and_hue():
    lightness, chroma, hue = to_oklch(from_oklch(0.7, 0.4, 150))
    assert (lightness, hue) == (pytest.approx(0.7, abs=0.01), pytest.approx(150, abs=1))
    assert chroma < 0.3
