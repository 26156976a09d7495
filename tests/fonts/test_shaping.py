import string
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infograficos.fonts import default_fonts
from infograficos.fonts.faces import FACE_NAMES, load_face
from infograficos.scene.glyph_run import FontStyle

FONTS = default_fonts()
SANS = FontStyle(size=100.0)
MONO = FontStyle("mono", size=100.0)
STYLES = [FontStyle("sans", weight) for weight in (400, 600, 700)] + [
    FontStyle("mono", weight) for weight in (400, 600)
]
PRINTABLE = "".join(chr(code) for code in range(0x20, 0x7F))
PLAIN = sorted(frozenset().union(*(load_face(name).plain for name in FACE_NAMES)))
MARKED = ["x\u0303", "q\u0302", "e\u0302", "a\u0301", "o\u0303", "p\u0304", "✓\ufe0e"]


def width(text, style):
    return sum(run.width for run in FONTS.shape(text, style))


def advances(text, style):
    return sum(glyph.advance for run in FONTS.shape(text, style) for glyph in run.glyphs)


def glyph_ids(text, style):
    return [glyph.id for run in FONTS.shape(text, style) for glyph in run.glyphs]


def nominal(text, face):
    return [load_face(face).font.get_nominal_glyph(ord(character)) for character in text]


@pytest.mark.parametrize("pair", ["AV", "Ta", "P,", "Ly"])
@pytest.mark.parametrize("weight", [400, 600, 700])
def test_pairs_are_kerned(pair, weight):
    style = FontStyle(weight=weight)
    assert width(pair, style) < width(pair[0], style) + width(pair[1], style)


def test_kerning_is_the_same_after_a_greek_letter():
    assert advances("θ AV", SANS) == advances("θ ", SANS) + advances("AV", SANS)


@given(st.floats(0.1, 500, allow_nan=False))
@settings(derandomize=True, database=None, deadline=None)
def test_width_follows_size(size):
    whole = width("Avaliação", FontStyle(size=1.0))
    assert width("Avaliação", FontStyle(size=size)) == pytest.approx(whole * size)


def test_shaping_again_gives_the_same_glyphs_at_any_size():
    first, second = FONTS.shape("Ação", SANS), FONTS.shape("Ação", SANS)
    assert first == second
    larger = FONTS.shape("Ação", FontStyle(size=200.0))
    assert larger[0].glyphs is first[0].glyphs
    assert (first[0].size, larger[0].size) == (100.0, 200.0)


def test_styles_do_not_share_their_glyphs():
    widths = {width("11 Ação", style) for style in [*STYLES[:3], MONO, FontStyle(tabular=True)]}
    assert len(widths) == 5


def test_width_is_the_sum_of_the_runs():
    runs = FONTS.shape("x ∈ ℝ ├", SANS)
    assert width("x ∈ ℝ ├", SANS) == sum(run.width for run in runs) > 0


def test_an_empty_text_has_no_runs():
    assert FONTS.shape("", SANS) == ()
    assert width("", SANS) == 0.0


@pytest.mark.parametrize(
    ("style", "text", "runs"),
    [
        (SANS, "Ação", [("Ação", "Inter-Regular")]),
        (
            SANS,
            "x ∈ ℝ",
            [
                ("x ", "Inter-Regular"),
                ("∈", "NotoSansMath-Subset"),
                (" ", "Inter-Regular"),
                ("ℝ", "NotoSansMath-Subset"),
            ],
        ),
        (MONO, "x ∈ ℝ", [("x ∈ ", "JetBrainsMono-Regular"), ("ℝ", "NotoSansMath-Subset")]),
        (FontStyle(weight=700), "├─ a", [("├─", "JetBrainsMono-SemiBold"), (" a", "Inter-Bold")]),
        (
            MONO,
            "a ⇒ b",
            [("a ", "JetBrainsMono-Regular"), ("⇒", "Inter-Regular"), (" b", "JetBrainsMono-Regular")],
        ),
    ],
)
def test_each_stretch_is_set_in_the_first_face_that_has_it(style, text, runs):
    assert [(run.text, run.face) for run in FONTS.shape(text, style)] == runs


def test_a_mark_stays_with_its_letter_in_a_face_that_can_place_it():
    # JetBrains Mono has the tilde but no anchor for it on "x".
    runs = FONTS.shape("ax\u0303b", MONO)
    assert [(run.text, run.face) for run in runs] == [
        ("a", "JetBrainsMono-Regular"),
        ("x\u0303", "Inter-Regular"),
        ("b", "JetBrainsMono-Regular"),
    ]
    assert runs[1].glyphs[1].advance == 0
    assert runs[1].glyphs[1].x_offset < 0


def test_a_mark_is_placed_whatever_script_begins_the_text():
    alone = FONTS.shape("x\u0303", SANS)[0].glyphs[1]
    after_greek = FONTS.shape("θ x\u0303", SANS)[0].glyphs[-1]
    assert (after_greek.id, after_greek.x_offset) == (alone.id, alone.x_offset)


@given(st.lists(st.sampled_from(PLAIN + MARKED), max_size=30).map("".join), st.sampled_from(STYLES))
@settings(derandomize=True, database=None, deadline=None, max_examples=300)
def test_no_character_is_lost(text, style):
    runs = FONTS.shape(text, style)
    assert "".join(run.text for run in runs) == unicodedata.normalize("NFC", text)
    assert all(run.text and run.face in FACE_NAMES for run in runs)
    assert all(one.face != two.face for one, two in pairwise(runs))
    for run in runs:
        clusters = [glyph.cluster for glyph in run.glyphs]
        assert clusters == sorted(clusters)
        assert 0 <= clusters[0] <= clusters[-1] < len(run.text)


@pytest.mark.parametrize("style", STYLES)
def test_no_character_is_drawn_as_the_empty_box(style):
    for character in PLAIN:
        assert 0 not in glyph_ids(character, style), character


@pytest.mark.parametrize("style", STYLES)
def test_every_pair_of_keyboard_characters_keeps_its_own_glyphs(style):
    for first in PRINTABLE:
        text = "".join(first + second for second in PRINTABLE)
        (run,) = FONTS.shape(text, style)
        assert [glyph.id for glyph in run.glyphs] == nominal(text, run.face), first


@pytest.mark.parametrize(
    "text",
    ["->", "-->", "<=>", "!=", "!==", "===", "3x5", "10:30", "(A)", "A-B", "`API`", "www", "fi", ":::"],
)
@pytest.mark.parametrize("style", [SANS, MONO])
def test_text_is_drawn_as_it_was_written(text, style):
    (run,) = FONTS.shape(text, style)
    assert [glyph.id for glyph in run.glyphs] == nominal(text, run.face)
    assert [glyph.cluster for glyph in run.glyphs] == list(range(len(text)))


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_tabular_figures_share_an_advance(weight):
    def widths(tabular):
        style = FontStyle(weight=weight, tabular=tabular)
        return {width(digit, style) for digit in string.digits}

    assert len(widths(True)) == 1
    assert len(widths(False)) > 1


@pytest.mark.parametrize("text", ["Atenção à música", "não é só isso", "Ẽ ũ ç"])
def test_decomposed_text_is_set_as_composed_text(text):
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    for style in STYLES:
        assert FONTS.shape(decomposed, style) == FONTS.shape(text, style)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("special", "plain"), [("\u00a0", " "), ("\u202f", " "), ("\u2011", "-")])
def test_no_break_characters_look_like_their_plain_ones(style, special, plain):
    (run,) = FONTS.shape(f"a{special}b", style)
    assert 0 not in [glyph.id for glyph in run.glyphs]
    ink = FONTS.outline(run.face, run.glyphs[1].id)
    assert bool(ink) == (plain == "-")
    assert run.glyphs[1].advance > 0


def test_a_variation_selector_draws_nothing_and_takes_no_room():
    assert advances("✓\ufe0e a", SANS) == advances("✓ a", SANS)


@pytest.mark.parametrize(
    ("text", "style", "units"),
    [
        ("Como um modelo de linguagem lê o texto", FontStyle(), 40240),
        ("Atenção: cada token olha para os anteriores.", FontStyle(), 43205),
        ("AVALIAÇÃO — 98,5 % em 1.234 questões", FontStyle(), 40298),
        ("1.111,11 e 2.222,22", FontStyle(tabular=True), 20430),
        ("Reforço com recompensas verificáveis", FontStyle(weight=600), 38458),
        ("Você não precisa de Python", FontStyle(weight=700), 27803),
        ("for token in prompt:", FontStyle("mono"), 12000),
    ],
)
def test_advances_are_the_known_ones(text, style, units):
    assert advances(text, style) == units


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (FontStyle(size=2048.0), (494.0, 1490.0, 1118.0)),
        (FontStyle(weight=700, size=1024.0), (247.0, 745.0, 559.0)),
        (FontStyle("mono", size=100.0), (30.0, 73.0, 55.0)),
    ],
)
def test_metrics_are_the_faces_own(style, expected):
    measured = FONTS.metrics(style)
    assert (measured.descent, measured.cap_height, measured.x_height) == pytest.approx(expected)


def test_the_cap_height_is_the_height_of_a_capital():
    for style in STYLES:
        (run,) = FONTS.shape("H", style)
        ink = load_face(run.face).font.get_glyph_extents(run.glyphs[0].id)
        assert FONTS.metrics(style).cap_height == pytest.approx(ink.y_bearing * style.size / run.units_per_em)


def test_the_ink_of_a_run_reaches_as_far_as_its_glyphs_are_drawn():
    (run,) = FONTS.shape("Åg", FontStyle(weight=700, size=100.0))
    assert 94 < -run.ink.y < 110
    assert 20 < run.ink.bottom < 24
    assert 0 < run.ink.x < 10
    assert 0 < run.width - run.ink.right < 10


def test_marks_reach_over_their_letters_and_blanks_have_no_ink():
    plain, marked = (FONTS.shape(text, SANS)[0].ink for text in ("x", "x\u0303"))
    assert -marked.y > -plain.y
    (blank,) = FONTS.shape("   ", SANS)
    assert blank.bounds == (0, 0, 0, 0)


@given(st.text(st.sampled_from(PLAIN), min_size=1, max_size=6), st.sampled_from(STYLES))
def test_a_run_has_ink_where_it_has_outlines(text, style):
    for run in FONTS.shape(text, style):
        outlined = any(FONTS.outline(run.face, glyph.id) for glyph in run.glyphs)
        assert (run.ink.width > 0) == outlined
