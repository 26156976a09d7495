"""A formula on the sheet: spaces, scripts, bars, brackets, breaks, and where words would stand beside it."""

from __future__ import annotations

import pytest

from infograficos.elements.formulas.box import horizontal_box
from infograficos.elements.formulas.line import FormulaLine
from infograficos.fonts import default_fonts
from infograficos.formula import mark_terms, parse_formula
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import Box, Frame, Path, TextBlock, TextLine, extent, walk
from infograficos.theme import ResolvedTheme, load_theme

LAYOUTER = Layouter(ResolvedTheme(load_theme()), default_fonts())
SIZE = 38.0
CAP = LAYOUTER.ruler.metrics(LAYOUTER.look.font("formula")).cap_height
X_HEIGHT = LAYOUTER.ruler.metrics(LAYOUTER.look.font("formula")).x_height


def drawn(text: str, width: float = 2000.0, terms: dict[str, str] | None = None, **options) -> Frame:
    roles = {parse_formula(term): role for term, role in (terms or {}).items()}
    line = FormulaLine(mark_terms(parse_formula(text), roles), **options)
    return LAYOUTER.layout(line, Limits(width, min_width=options.pop("min_width", 0.0)))


def lines(frame: Frame) -> list[TextLine]:
    (block,) = [visit.item for visit in walk(frame) if isinstance(visit.item, TextBlock)]
    return list(block.lines)


def line(frame: Frame, text: str) -> TextLine:
    return next(each for each in lines(frame) if each.text == text)


def paths(frame: Frame):
    return [visit.rect for visit in walk(frame) if isinstance(visit.item, Path)]


def gaps(text: str) -> list[float]:
    """The spaces between the symbols of a formula, in sizes."""
    (only,) = lines(drawn(text))
    ends = [run.x + run.run.width for run in only.runs]
    return [round((run.x - end) / SIZE, 3) for run, end in zip(only.runs[1:], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "spaces"),
    [
        ("a = b", [0.278, 0.278]),
        ("a + b", [0.222, 0.222]),
        ("-a", [0.0]),
        ("a = -b", [0.278, 0.278, 0.0]),
        ("B A", [0.11]),
        ("log p", [0.2]),
        ("a, b", [0.0, 0.167]),
        ("(a)", [0.0, 0.0]),
        ("a / b", [0.167, 0.167]),
        ("p(x)", [0.02, 0.0, 0.0]),
    ],
)
def test_the_space_between_two_symbols_is_that_of_their_classes(text, spaces):
    assert gaps(text) == spaces


def test_what_varies_is_bolder_than_what_does_not():
    faces = [run.run.face for run in lines(drawn("log p = 2"))[0].runs]
    assert faces == ["Inter-Regular", "Inter-SemiBold", "Inter-Regular", "Inter-Regular"]


def test_a_head_and_a_foot_stand_over_each_other_and_apart():
    frame = drawn("x_i^2")
    base, head, foot = line(frame, "x"), line(frame, "2"), line(frame, "i")
    assert head.origin.x == foot.origin.x
    assert head.origin.x > base.origin.x + base.width
    assert head.origin.y < base.origin.y < foot.origin.y
    assert foot.origin.y - foot.runs[0].run.size * 0.73 > head.origin.y


def test_no_script_is_smaller_than_what_can_be_read():
    sizes = [run.run.size for each in lines(drawn("e^{z_{i_j}}", 100)) for run in each.runs]
    assert min(sizes) >= LAYOUTER.look.theme.limits.smallest_text


def test_the_bar_of_a_fraction_lies_where_a_minus_does_with_its_parts_in_the_middle():
    frame = drawn("frac{1}{N}")
    (bar,) = paths(frame)
    above, below = line(frame, "1"), line(frame, "N")
    assert above.origin.x + above.width / 2 == pytest.approx(bar.center.x)
    assert below.origin.x + below.width / 2 == pytest.approx(bar.center.x)
    assert bar.width > below.width
    assert frame.baseline - bar.center.y == pytest.approx(0.52 * X_HEIGHT)
    clear = (bar.y - above.origin.y, below.origin.y - CAP - bar.y)
    assert clear[0] == pytest.approx(clear[1], abs=0.08 * SIZE)


def test_a_root_covers_what_is_under_it():
    frame = drawn("sqrt{b^2 - 4 a c}")
    (sign,) = paths(frame)
    for each in lines(frame):
        assert sign.x < each.origin.x
        assert each.origin.x + each.width <= sign.right
        assert sign.y < each.origin.y - 0.73 * each.runs[0].run.size


def test_brackets_are_the_letters_of_the_face_until_they_must_grow():
    assert paths(drawn("(a + b_i)")) == []
    frame = drawn("(frac{a}{b})")
    left, bar, right = sorted(paths(frame), key=lambda rect: rect.x)
    assert left.right < bar.x
    assert bar.right < right.x
    assert left.height == right.height > frame.size.height * 0.95
    assert left.center.y == pytest.approx(bar.y)


def test_a_sum_has_its_limits_above_and_below_and_in_a_fraction_behind_it():
    frame = drawn("sum_{i=1}^{N} x")
    sign, end, start = line(frame, "∑"), line(frame, "N"), line(frame, "i = 1")
    middles = [each.origin.x + each.width / 2 for each in (sign, end, start)]
    assert middles == pytest.approx([middles[0]] * 3)
    assert end.origin.y < sign.origin.y - 0.73 * sign.runs[0].run.size
    assert start.origin.y - CAP * 25 / SIZE > sign.origin.y
    inside = drawn("frac{sum_j x}{2}")
    assert line(inside, "j").origin.x >= line(inside, "∑").origin.x + line(inside, "∑").width


def test_a_term_has_the_strong_tone_on_a_tint():
    frame = drawn("a + x_i", terms={"x_i": "input"})
    (ground,) = [visit for visit in walk(frame) if isinstance(visit.item, Box)]
    assert (ground.item.fill.role, ground.item.purpose) == ("input.tint", "ornament")
    colors = {run.run.text: run.paint.role for each in lines(frame) for run in each.runs}
    assert colors == {"a": "ink", "+": "ink", "x": "input.strong", "i": "input.strong"}
    letter, foot = lines(frame)[0], line(frame, "i")
    assert letter.origin.x + letter.runs[1].x < ground.rect.x < letter.origin.x + letter.runs[2].x
    assert foot.origin.x + foot.width < ground.rect.right


def test_grounds_of_neighbours_do_not_touch():
    frame = drawn("B A", terms={"B": "input", "A": "model"})
    first, second = [visit.rect for visit in walk(frame) if isinstance(visit.item, Box)]
    assert second.x - first.right == pytest.approx(0.11 * SIZE)
    assert (first.y, first.height) == (second.y, second.height)


def test_a_formula_is_made_smaller_before_it_is_broken():
    wide = drawn("a + b = c + d").size.width
    sizes = [{run.run.size for each in lines(drawn("a + b = c + d", width)) for run in each.runs}
             for width in (wide, wide - 1, wide * 0.7)]  # fmt: skip
    assert sizes == [{38.0}, {30.0}, {25.0}]


def test_a_line_is_broken_before_a_relation_and_the_next_one_is_indented():
    frame = drawn("Atenção(Q, K, V) = softmax(a + b) V", 300)
    starts = {round(each.origin.y): each for each in reversed(lines(frame))}
    first, second, *_ = [starts[y] for y in sorted(starts)]
    assert first.text == "Atenção(Q, K, V)"
    assert second.text == "= softmax(a + b) V"
    assert second.origin.x > first.origin.x
    assert not frame.overflowing


def test_a_minus_is_not_parted_from_its_number_nor_a_bracket_from_what_it_holds():
    for width in range(60, 400, 7):
        texts = [each.text for each in lines(drawn("f(a) = -b + (c + d)", width))]
        assert not any(text.endswith(("(", "= −", "=", "+")) for text in texts)


def test_the_baseline_is_that_of_the_first_line_and_everything_lies_within_the_frame():
    frame = drawn("p_i = frac{e^{z_i/T}}{sum_j e^{z_j/T}}")
    assert line(frame, "p").origin.y == pytest.approx(frame.baseline)
    whole = extent(frame)
    assert all(whole.holds(rect, 2) for rect in paths(frame))
    assert all(each.origin.y - 0.5 * each.runs[0].run.size >= 0 for each in lines(frame))


def test_a_formula_is_in_the_middle_of_room_that_it_must_fill():
    narrow = drawn("a = b", align="center")
    frame = LAYOUTER.layout(FormulaLine(parse_formula("a = b"), align="center"), Limits(500, min_width=500))
    assert frame.size.width == 500
    assert lines(frame)[0].origin.x == pytest.approx((500 - narrow.size.width) / 2)


def test_neighbours_are_read_together_with_their_spaces():
    assert [each.text for each in lines(drawn("loss = log p(x_i) + 1"))] == ["loss = log p(x", "i", ") + 1"]


def test_only_the_lines_that_are_drawn_are_set(monkeypatch):
    """Where a hundred and sixty signs may part, thirteen thousand lines could be."""
    made = []
    monkeypatch.setattr(
        "infograficos.elements.formulas.line.horizontal_box",
        lambda pieces, gaps: made.append(len(pieces)) or horizontal_box(pieces, gaps),
    )
    frame = drawn("'" * 160, 600.0)
    assert len(lines(frame)) > 1
    assert sum(made) == 160 * 3  # in each of three sizes


@pytest.mark.parametrize("text", ["-frac{1}{N}", "x - frac{1}{N}", "frac{a}{b} frac{c}{d}", "frac{a}{b} - c"])
def test_a_bar_keeps_clear_of_a_minus_and_of_another_bar(text):
    frame = drawn(text)
    bars = [(bar.x, bar.right) for bar in paths(frame) if bar.height < 0.01]
    runs = [(line.origin.x + placed.x, placed.run) for line in lines(frame) for placed in line.runs]
    signs = [(x + run.ink.x, x + run.ink.right) for x, run in runs if run.text == "−"]
    first, second = sorted([*bars, *signs])
    assert second[0] - first[1] > SIZE / 4
