import os
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from infograficos.errors import InputError
from infograficos.fonts import default_fonts, woff2_subset
from infograficos.fonts.faces import DATA, FACE_NAMES
from infograficos.fonts.outline import path_data
from infograficos.scene.glyph_run import FontStyle

TEXTS = ["Atenção: AVALIAÇÃO de 1.234 tokens", "Ty, Wo -> E\u0303 != 3x5 (a) fi"]
UNMARKED = ["`API` -> AVALIAÇÃO"]
STYLES = {
    "Inter-Regular": FontStyle(),
    "Inter-Bold": FontStyle(weight=700),
    "JetBrainsMono-SemiBold": FontStyle("mono", 600),
}


def unpacked(data):
    font = TTFont(BytesIO(data))
    assert font.flavor == "woff2"
    return font


def plain_face(data):
    font = unpacked(data)
    font.flavor = None
    written = BytesIO()
    font.save(written)
    return uharfbuzz.Face(written.getvalue())


def shape(face, text, features):
    """Shape as a browser does, with contextual alternates and ligatures on: outlines and positions."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font = uharfbuzz.Font(face)
    uharfbuzz.shape(font, buffer, features)
    return [
        (path_data(font, info.codepoint), (place.x_advance, place.x_offset, place.y_offset))
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


@pytest.mark.parametrize("face", list(STYLES))
@pytest.mark.parametrize("texts", [TEXTS[:1], TEXTS[1:], UNMARKED], ids=["words", "marks", "code"])
@pytest.mark.parametrize("tabular", [False, True])
def test_a_browser_sets_the_subset_as_the_library_sets_the_whole_font(face, texts, tabular):
    style = STYLES[face]
    style = FontStyle(style.family, style.weight, style.size, tabular)
    (run,) = default_fonts().shape(texts[0], style)
    assert run.face == face
    subset = plain_face(woff2_subset(face, texts))
    shaped = shape(subset, run.text, {"tnum": tabular})
    assert [place for _, place in shaped] == [(one.advance, one.x_offset, one.y_offset) for one in run.glyphs]
    assert [ink for ink, _ in shaped] == [default_fonts().outline(face, one.id) for one in run.glyphs]


@pytest.mark.parametrize("face", FACE_NAMES)
def test_the_subset_has_exactly_the_characters_of_the_texts(face):
    texts = ["∪", "ℝ"] if face.startswith("Noto") else ["ação", "AV (12)"]
    font = unpacked(woff2_subset(face, texts))
    assert set(map(chr, font.getBestCmap())) == set("".join(texts))
    assert not {"fpgm", "prep", "cvt ", "gasp", "DSIG"} & set(font.keys())


def test_what_stands_in_for_a_no_break_character_comes_along():
    font = unpacked(woff2_subset("JetBrainsMono-Regular", ["1\u202f000 e\u2011mail"]))
    assert {" ", "\u2010"} <= set(map(chr, font.getBestCmap()))


def test_decomposed_letters_are_composed_and_selectors_dropped():
    decomposed = unicodedata.normalize("NFD", "ção") + "\ufe0e"
    assert woff2_subset("Inter-Regular", [decomposed]) == woff2_subset("Inter-Regular", ["ção"])


def test_fractions_keep_their_figures():
    (run,) = default_fonts().shape("1\u20442", FontStyle())
    shaped = shape(plain_face(woff2_subset("Inter-Regular", ["1\u20442"])), run.text, {})
    assert [place[0] for _, place in shaped] == [glyph.advance for glyph in run.glyphs]


def test_the_order_of_the_texts_makes_no_difference():
    assert woff2_subset("Inter-Regular", ["ab", "çd"]) == woff2_subset("Inter-Regular", ["dç", "ba", "a"])


@pytest.mark.parametrize("seed", ["0", "1", "2026"])
def test_the_bytes_are_the_same_in_every_process(seed):
    program = (
        "import sys; from infograficos.fonts import woff2_subset; "
        f"sys.stdout.buffer.write(woff2_subset('Inter-Regular', {TEXTS!r}))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        check=True,
        capture_output=True,
        cwd=root,
        env=environment,
    )
    assert done.stdout == woff2_subset("Inter-Regular", TEXTS)


def test_no_time_is_written():
    source = TTFont(DATA / "Inter-Regular.ttf")
    assert unpacked(woff2_subset("Inter-Regular", ["a"]))["head"].modified == source["head"].modified


def test_the_licence_stays_in_the_font():
    names = unpacked(woff2_subset("Inter-Regular", ["a"]))["name"]
    assert names.getDebugName(0).startswith("Copyright 2016 The Inter Project Authors")
    assert "SIL Open Font License" in names.getDebugName(13)


def test_a_character_that_the_face_lacks_is_refused():
    with pytest.raises(InputError) as refusal:
        woff2_subset("Inter-Regular", ["x", "x ∈ y"])
    assert str(refusal.value) == (
        "o caractere “∈” (U+2208, ELEMENT OF) não existe nas fontes da biblioteca; troque-o no texto “x ∈ y”"
    )
