import re
import signal
from itertools import pairwise

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from infograficos.errors import InputError
from infograficos.fonts import default_fonts, outline
from infograficos.fonts.faces import DATA, FACE_NAMES, load_face

ARITY = {"m": 2, "l": 2, "h": 1, "v": 1, "q": 4, "z": 0}
FONTS = default_fonts()


def glyph(face, character):
    return load_face(face).font.get_nominal_glyph(ord(character))


def commands(data):
    """Yield each command with its numbers, repeated letters written out."""
    for letter, numbers in re.findall(r"([a-z])([^a-z]*)", data):
        values = [int(number) for number in re.findall(r"-?\d+", numbers)]
        size = ARITY[letter]
        assert len(values) % size == 0 if size else not values
        for start in range(0, len(values), size or 1) if size else [0]:
            yield letter, values[start : start + size]


def quadratic_extremes(start, control, end):
    yield end
    bend = start - 2 * control + end
    if bend and 0 < (t := (start - control) / bend) < 1:
        yield (1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * end


def bounds(data):
    """Return the box that a path's ink fills, curves followed exactly."""
    x = y = first_x = first_y = 0
    across, down = [], []
    for letter, values in commands(data):
        match letter, values:
            case "z", _:
                x, y = first_x, first_y
                continue
            case "h", [step]:
                control, end = (x, y), (x + step, y)
            case "v", [step]:
                control, end = (x, y), (x, y + step)
            case "q", [cx, cy, dx, dy]:
                control, end = (x + cx, y + cy), (x + dx, y + dy)
            case _, [dx, dy]:
                control, end = (x, y), (x + dx, y + dy)
        if letter == "m":
            first_x, first_y = end
            control, x, y = end, *end
        across += quadratic_extremes(x, control[0], end[0]) if letter == "q" else [end[0]]
        down += quadratic_extremes(y, control[1], end[1]) if letter == "q" else [end[1]]
        x, y = end
    return min(across), min(down), max(across), max(down)


def sampled(face):
    return range(0, load_face(face).face.glyph_count, 5)


@pytest.mark.parametrize("face", FACE_NAMES)
def test_the_path_fills_the_same_box_as_the_glyph(face):
    outlines = TTFont(DATA / f"{face}.ttf").getGlyphSet()
    names = list(outlines)
    drawn = 0
    for glyph_id in sampled(face):
        outlines[names[glyph_id]].draw(pen := BoundsPen(outlines))
        data = FONTS.outline(face, glyph_id)
        if pen.bounds is None:
            assert data == ""
            continue
        # A point halfway between two whole ones is rounded.
        assert bounds(data) == pytest.approx(pen.bounds, abs=0.75), (glyph_id, data)
        drawn += 1
    assert drawn > 40


@pytest.mark.parametrize("face", FACE_NAMES)
def test_the_path_stays_in_the_box_that_the_font_declares(face):
    for glyph_id in sampled(face):
        if data := FONTS.outline(face, glyph_id):
            box = load_face(face).font.get_glyph_extents(glyph_id)
            left, bottom, right, top = bounds(data)
            assert left >= box.x_bearing - 1
            assert right <= box.x_bearing + box.width + 1
            assert bottom >= box.y_bearing + box.height - 1
            assert top <= box.y_bearing + 1


@pytest.mark.parametrize("face", FACE_NAMES)
def test_paths_hold_only_relative_commands_and_whole_numbers(face):
    for glyph_id in sampled(face):
        data = FONTS.outline(face, glyph_id)
        assert re.fullmatch(r"(m-?\d+[ -]\d+([lhvq]-?\d+([ -]\d+)*)+z)*", data), data


@pytest.mark.parametrize("face", FACE_NAMES)
def test_paths_are_written_compactly(face):
    for glyph_id in sampled(face):
        data = FONTS.outline(face, glyph_id)
        assert not re.search(r" -|[a-z] |--|-0|\b0\d", data), data
        letters = re.findall("[a-z]", data)
        assert all(one != two for one, two in pairwise(letters)), data
        steps = [values for letter, values in commands(data) if letter == "l"]
        assert all(across and down for across, down in steps), data


def test_an_outline_is_written_word_for_word():
    letter = glyph("JetBrainsMono-Regular", "H")
    assert FONTS.outline("JetBrainsMono-Regular", letter) == (
        "m93 0v730h90v-312h234v312h90v-730h-90v336h-234v-336z"
    )


def test_curves_stay_quadratic_and_repeated_letters_are_left_out():
    data = FONTS.outline("Inter-Regular", glyph("Inter-Regular", "o"))
    assert data.startswith("m613-24q-152 0-266 72-115 72-179 202-")
    assert data.count("q") == 2


def test_a_point_that_occurs_twice_is_written_once():
    # The font's own contour stays at one point for a step.
    data = FONTS.outline("Inter-SemiBold", glyph("Inter-SemiBold", "ⁿ"))
    assert not re.search(r"[hv]0", data), data


def test_a_blank_glyph_has_no_outline():
    assert FONTS.outline("Inter-Regular", glyph("Inter-Regular", " ")) == ""
    assert FONTS.outline("Inter-Regular", glyph("Inter-Regular", "\u00a0")) == ""


def test_an_outline_is_kept():
    letter = glyph("Inter-Bold", "g")
    assert FONTS.outline("Inter-Bold", letter) is FONTS.outline("Inter-Bold", letter)


def test_an_unknown_face_is_refused():
    with pytest.raises(
        InputError, match=r"^a fonte “Arial” não existe; os nomes válidos são: “Inter-Regular”"
    ):
        FONTS.outline("Arial", 1)


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be blocked")
def test_ctrl_c_while_an_outline_is_read_is_not_lost(monkeypatch):
    add = outline._Pen.add

    def interrupted(*move):
        signal.raise_signal(signal.SIGINT)
        add(*move)

    monkeypatch.setattr(outline._Pen, "add", interrupted)
    with pytest.raises(KeyboardInterrupt):
        outline.path_data.__wrapped__(load_face(FACE_NAMES[0]).font, glyph(FACE_NAMES[0], "a"))
