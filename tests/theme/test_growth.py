import random
from itertools import combinations, product

import pytest

from infograficos import check
from infograficos.chapter_07 import chapter
from infograficos.errors import InputError
from infograficos.scene.color import to_oklch
from infograficos.scene.perception import contrast, difference
from infograficos.theme import load_theme
from infograficos.theme.growth import grow_palette, parse_seed
from infograficos.theme.palettes import format_theme
from infograficos.theme.tones import MARK_TONE, ROLES

CHANCE = random.Random(15)  # noqa: S311
NOTABLE = ["#0a7d5a", "#888888", "#ffffff", "#000000", "#ffff00", "#39ff14", "#0000ff", "#00ffff"]
SEEDS = NOTABLE + [f"#{CHANCE.randrange(1 << 24):06x}" for _ in range(20)]
LIMITS = load_theme().limits


def worst_distance(group):
    pairs = combinations(group.values(), 2)
    tones, eyes = ("mid", "body", "deep", "solid", "strong"), ("", "protan", "deutan", "tritan")
    return min(difference(one[t], other[t], eye) for (one, other), t, eye in product(pairs, tones, eyes))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_theme_of_any_color_keeps_the_rules_of_colors(seed):
    for variant, colors in grow_palette(seed)[0].colors().items():
        assert min(map(worst_distance, (colors["roles"], colors["categories"]))) >= LIMITS.color_distance
        bounds = getattr(LIMITS.tones, variant)
        for tones in [*colors["roles"].values(), *colors["categories"].values()]:
            marks = [
                contrast(tones[MARK_TONE[variant]], behind) for behind in (colors["paper"], tones["soft"])
            ]
            texts = [contrast(tones["strong"], tones[behind]) for behind in ("soft", "tint")]
            texts += [contrast(tones["solid"], colors["paper"]), contrast(colors["ink"], tones["mid"])]
            texts.append(contrast(colors["muted"], tones["soft"]))
            assert min(marks) >= LIMITS.contrast_mark
            assert min(texts) >= LIMITS.contrast_text
            for tone, value in tones.items():
                lightness, chroma, _ = to_oklch(value)
                assert bounds[tone].darkest <= lightness <= bounds[tone].lightest
                assert chroma <= bounds[tone].chroma


def test_a_color_that_can_be_is_the_solid_fill_itself():
    palette, notes = grow_palette("#5d4298")
    assert palette.colors()["light"]["roles"]["model"]["solid"] == "#5d4298"
    assert notes == ["“model” é a sua cor: o cheio é #5d4298, e o texto, #4a307d"]
    assert {role: hue.hue for role, hue in palette.roles.items() if role != "model"} == {
        role: hue.hue for role, hue in ROLES.items() if role != "model"
    }


def test_what_is_too_near_the_seed_turns_away_and_it_is_said():
    palette, notes = grow_palette("#0a7d5a")
    response = palette.colors()["light"]["roles"]["response"]["solid"]
    assert notes[1:] == [f"para não se confundir com “model”, “response” é {response}"]
    assert abs(palette.roles["response"].hue - palette.roles["model"].hue) >= 36


@pytest.mark.parametrize(
    ("seed", "why"),
    [
        ("#888888", "cinza quer dizer ignorado: o cheio"),
        ("#ffff00", "a cor é clara e viva demais: o cheio"),
        ("#123456", "a cor é escura demais: o cheio"),
    ],
)
def test_what_becomes_of_a_color_that_cannot_be_is_said(seed, why):
    assert grow_palette(seed)[1][0].startswith(why)


@pytest.mark.parametrize("text", ["#0A7D5A", "0a7d5a", " #0a7d5a "])
def test_a_seed_may_come_without_its_sign(text):
    assert parse_seed(text) == "#0a7d5a"
    assert parse_seed("#fa0") == "#ffaa00"


@pytest.mark.parametrize("text", ["verde", "#12", "#1234567", "rgb(1, 2, 3)", ""])
def test_what_is_no_color_is_refused(text):
    with pytest.raises(InputError) as refusal:
        parse_seed(text)
    hint = "esperado #rrggbb ou #rgb, como “#0a7d5a” (entre aspas)"
    assert str(refusal.value) == f"a cor “{text}” não serve; {hint}"


def test_the_chapter_passes_every_rule_in_a_grown_theme(written):
    theme = written(format_theme(grow_palette("#e91e63")[0], "Um tema"))
    assert check(chapter, theme=theme).passes(strict=True)
