"""Lines of code: to the letter, broken where a reader minds least, and never cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruler import SIZE, square_layouter

from infograficos.elements.code.block import CodeBlock
from infograficos.elements.code.line import CodeLine
from infograficos.scene.geometry import Limits, Rect
from infograficos.scene.items import Box, Ellipse, Frame, Path, TextBlock, walk
from infograficos.text.highlight import highlight

#: A line of the square look is as tall as from one baseline to the next.
STEP = 20.0


def laid(element, columns: float = 1000) -> Frame:
    return square_layouter().layout(element, Limits(columns * SIZE))


def line(code: str, columns: float = 1000, language: str = "python") -> Frame:
    return laid(CodeLine(highlight(code, language)[0]), columns)


def rows(frame: Frame) -> list[tuple[float, str]]:
    """Where each line of type starts, in characters, and what it says."""
    blocks = [v for v in walk(frame) if isinstance(v.item, TextBlock)]
    return [(row.origin.x / SIZE, row.text) for v in blocks for row in v.item.lines]


def hooks(frame: Frame) -> list[Rect]:
    return [v.rect for v in walk(frame) if isinstance(v.item, Path)]


def bands(frame: Frame) -> list[Rect]:
    return [v.rect for v in walk(frame) if isinstance(v.item, Box) and v.item.purpose == "surface"]


def texts(frame: Frame) -> dict[str, Rect]:
    return {v.item.text: v.rect for v in walk(frame) if isinstance(v.item, TextBlock)}


def test_a_line_is_drawn_to_the_letter_with_its_indentation():
    frame = line('    x = "a" - -1 ... # 10 %')
    assert rows(frame) == [(0, '    x = "a" - -1 ... # 10 %')]
    assert frame.size.width == 27 * SIZE


def test_pieces_have_the_colours_of_their_kind_and_keywords_are_heavier():
    (block,) = [v.item for v in walk(line('if f("a", 1): # c')) if isinstance(v.item, TextBlock)]
    found = {run.run.text.strip(): (run.paint.role, run.run.face) for run in block.lines[0].runs}
    del found[""]
    assert found == {
        "if": ("model.strong", "mono-600"),
        "f": ("instruction.strong", "mono-400"),
        "(": ("ink", "mono-400"),
        '"a"': ("response.strong", "mono-400"),
        ",": ("ink", "mono-400"),
        "1": ("input.strong", "mono-400"),
        "):": ("ink", "mono-400"),
        "# c": ("muted", "mono-400"),
    }


@pytest.mark.parametrize(
    ("code", "columns", "expected"),
    [
        # After a comma, and the rest two characters further in than the line.
        ("  f(aaaa, bbbb, cccc)", 18, [(0, "  f(aaaa, bbbb,"), (4, "cccc)")]),
        # At the outer brackets rather than at the inner ones.
        ("f(aaaa(1, 2), bbbb(3, 4))", 20, [(0, "f(aaaa(1, 2),"), (2, "bbbb(3, 4))")]),
        # Before a dot, where nothing else can be parted.
        ("optimizer.zero_grad()", 18, [(0, "optimizer"), (2, ".zero_grad()")]),
        # After an operator, not before it.
        ("aaaaaaaa = bbbbbbbb", 16, [(0, "aaaaaaaa ="), (2, "bbbbbbbb")]),
        # No bracket alone on a line, though two lines would hold all of it.
        ("aaaaa(bbbbbb, cccccc)", 20, [(0, "aaaaa(bbbbbb,"), (2, "cccccc)")]),
        # A string at its spaces.
        ('x = "um dois tres quatro"', 20, [(0, 'x = "um dois tres'), (2, 'quatro"')]),
        # A number is one word.
        ("aaaaaaaaaaaa = 1.25", 16, [(0, "aaaaaaaaaaaa ="), (2, "1.25")]),
    ],
)
def test_a_long_line_goes_on_where_a_reader_minds_least(code, columns, expected):
    frame = line(code, columns)
    assert rows(frame) == expected
    assert frame.size.height == STEP * len(expected)
    assert not frame.overflowing


def test_a_hook_is_before_each_line_that_goes_on():
    frame = line("  f(aaaa, bbbb, cccc)", 18)
    (hook,) = hooks(frame)
    # In the two characters by which the rest stands in, on the level of the second line.
    assert Rect(2 * SIZE, STEP, 2 * SIZE, STEP).holds(hook)


def test_a_word_too_long_for_any_line_is_broken_anywhere():
    frame = line("a" * 40, 20)
    assert [start for start, _ in rows(frame)] == [0, 2, 2]
    assert "".join(text for _, text in rows(frame)) == "a" * 40
    assert frame.size.width <= 20 * SIZE


@given(st.text(st.sampled_from("ab1 \"'()[],.=#/"), max_size=60), st.integers(16, 40))
def test_nothing_but_spaces_at_ends_is_ever_lost_and_nothing_overflows(code, columns):
    frame = line(code.strip(), columns)
    written = "".join(text for _, text in rows(frame))
    assert written.replace(" ", "") == code.replace(" ", "")
    assert frame.size.width <= columns * SIZE + 0.01
    assert len(hooks(frame)) == len(rows(frame)) - 1 or not code.strip()


CODE = "um = 1\ndois = 2\ntres = 3\nquatro = 4"


def test_lines_stand_one_below_the_other_with_their_numbers_before_them():
    frame = laid(CodeBlock(CODE, numbered=True))
    found = texts(frame)
    assert found["2"].y == found["dois = 2"].y == found["um = 1"].y + STEP
    assert {found[text].x for text in ("um = 1", "dois = 2")} == {5 + SIZE + 5}


def test_numbers_are_as_wide_as_the_last_one():
    frame = laid(CodeBlock("\n".join("a" * 10), numbered=True))
    assert [text for _, text in rows(frame) if text != "a"] == [f"{n:>2}" for n in range(1, 11)]


def test_marked_lines_in_a_row_share_a_band_and_others_have_none():
    frame = laid(CodeBlock(CODE, marked=(2, 3)))
    (band,) = bands(frame)
    assert (band.x, band.width) == (0, frame.size.width)
    # A hair of room above and below them.
    assert (band.y, band.height) == (STEP, 2 * STEP + 2)
    assert len({texts(frame)[line].x for line in CODE.split("\n")}) == 1


def test_a_sign_in_the_gutter_is_beside_each_marked_line():
    frame = laid(CodeBlock(CODE, marked=(2, 3)))
    signs = [v.rect.center.y for v in walk(frame) if isinstance(v.item, Ellipse)]
    lines = [texts(frame)[text].center.y for text in ("dois = 2", "tres = 3")]
    assert signs == pytest.approx(lines)


def test_a_note_is_beside_its_line_where_there_is_room():
    frame = laid(CodeBlock(CODE, notes={2: "o dobro"}), 40)
    found = texts(frame)
    assert found["o dobro"].center.y == pytest.approx(found["dois = 2"].center.y, abs=1)
    assert found["o dobro"].x > found["dois = 2"].right


def test_all_notes_stand_below_where_one_has_no_room_beside_its_line():
    notes = {1: "a", 2: "uma nota bem comprida"}
    found = texts(laid(CodeBlock(CODE, notes=notes), 28))
    assert found["a"].y > found["um = 1"].bottom
    assert found["uma nota bem comprida"].y > found["dois = 2"].bottom
    assert found["uma nota bem comprida"].bottom < found["tres = 3"].y


def test_a_note_below_is_in_a_balloon_under_the_first_word_of_its_line():
    frame = laid(CodeBlock("if x:\n    y = 1", notes={2: "uma nota"}), 20)
    found = texts(frame)
    (balloon,) = [v.rect for v in walk(frame) if isinstance(v.item, Path)]
    assert balloon.x == found["    y = 1"].x + 4 * SIZE
    # Its tail is at the line.
    assert 0 <= balloon.y - found["    y = 1"].bottom <= STEP / 2
    assert balloon.holds(found["uma nota"])


@pytest.mark.parametrize("columns", [12, 16, 60])
@pytest.mark.parametrize("numbered", [False, True])
def test_in_reading_order_the_code_comes_first_and_whole(numbered, columns):
    frame = laid(CodeBlock(CODE, marked=(3,), notes={1: "a", 2: "nota longa"}, numbered=numbered), columns)
    found = [v.item for v in walk(frame) if isinstance(v.item, TextBlock)]
    code = [line.text for block in found for line in block.lines][: CODE.count("\n") + 1]
    if columns == 60:
        assert "\n".join(code) == CODE
    kinds = [block.kind for block in found if not block.text.strip().isdigit()]
    assert kinds == sorted(kinds, key=lambda kind: kind != "listing")


def test_lines_with_notes_that_follow_each_other_share_a_band_without_a_seam():
    found = bands(laid(CodeBlock(CODE, marked=(3,), notes={1: "a", 2: "b"}), 40))
    assert len([band for band in found if band.x == 0]) == 1


def test_each_line_can_be_found_by_its_number():
    names = [v.item.name for v in walk(laid(CodeBlock(CODE))) if isinstance(v.item, Frame) and v.item.name]
    assert names == ["linha 1", "linha 2", "linha 3", "linha 4"]
