"""Inline emphasis: what is strong, what is code, what is only an asterisk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruler import square_layouter

from infograficos.elements.text import Text
from infograficos.fonts import default_fonts
from infograficos.layout import Layouter
from infograficos.scene.geometry import Limits
from infograficos.scene.items import TextBlock
from infograficos.text.markup import parse_markup, plain_text
from infograficos.text.templates import compact_number, render
from infograficos.theme import ResolvedTheme, load_theme


def told(markup: str) -> list[tuple[str, str]]:
    return [(span.text, span.emphasis) for span in parse_markup(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("só texto", [("só texto", "plain")]),
        ("a **loss** cai", [("a ", "plain"), ("loss", "strong"), (" cai", "plain")]),
        ("com `input` vazio", [("com ", "plain"), ("input", "code"), (" vazio", "plain")]),
        ("**dois** `tipos`", [("dois", "strong"), (" ", "plain"), ("tipos", "code")]),
        ("**a*b**", [("a*b", "strong")]),
        ("2 ** 3 ** 4", [("2 ** 3 ** 4", "plain")]),
        ("5 * 4 * 3", [("5 * 4 * 3", "plain")]),
        ("um ` só", [("um ` só", "plain")]),
        ("**sem fim", [("**sem fim", "plain")]),
        ("`**x**`", [("**x**", "code")]),
        ("", []),
    ],
)
def test_asterisks_mark_strong_words_and_backticks_code(markup, expected):
    assert told(markup) == expected


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (r"\**x\**", "**x**"),
        (r"a \`b\` c", "a `b` c"),
        (r"C:\\dados", r"C:\dados"),
        (r"\n fica", r"\n fica"),
    ],
)
def test_a_backslash_takes_the_meaning_away(markup, words):
    assert plain_text(markup) == words


def test_code_is_drawn_as_it_is_and_words_are_polished():
    assert plain_text('"a" ... `"a" ... -1` -1') == '“a” … "a" ... -1 −1'


@pytest.mark.parametrize(("markup", "words"), [('"**oi**"', "“oi”"), ('diz "`x`"', "diz “x”")])
def test_typography_sees_the_whole_sentence_and_not_each_span_alone(markup, words):
    assert plain_text(markup) == words


@given(st.text("abç dé", min_size=1, max_size=20))
def test_words_without_marks_are_their_own_plain_text(words):
    assert plain_text(words) == words


def blocks(text: Text, width: float) -> list[TextBlock]:
    frame = square_layouter().layout(text, Limits(width))
    return [placed.item for placed in frame.items]


def test_a_literal_text_is_drawn_with_all_its_signs():
    (block,) = blocks(Text('**-1** "x"...', literal=True), 500)
    assert block.text == '**-1** "x"...'
    assert [run.run.face for run in block.lines[0].runs] == ["sans-400"]


@pytest.mark.parametrize(
    ("style", "faces"),
    [
        ("body", ["sans-400", "sans-600", "mono-400"]),
        ("heading", ["sans-600", "sans-700", "mono-600"]),
        ("code", ["mono-400", "mono-600", "mono-400"]),
        ("key", ["mono-600", "mono-600", "mono-600"]),
    ],
)
def test_emphasis_is_a_step_heavier_than_its_surroundings_and_code_is_monospaced(style, faces):
    (block,) = blocks(Text("a**b**`c`", style), 500)
    assert [run.run.face for run in block.lines[0].runs] == faces


@pytest.mark.parametrize(("align", "start"), [("start", 0), ("center", 35), ("end", 70)])
def test_a_line_is_where_its_alignment_says_in_the_width_it_must_fill(align, start):
    frame = square_layouter().layout(Text("abc", align=align), Limits(100, min_width=100))
    block = frame.items[0].item
    assert frame.items[0].at.x + block.lines[0].origin.x == start


def test_a_text_reaches_from_the_first_cap_height_to_the_last_baseline():
    frame = square_layouter().layout(Text("um dois tres"), Limits(40))
    assert (frame.size.width, frame.size.height, frame.baseline) == (40, 50, 10)
    block = frame.items[0].item
    assert [(line.text, line.origin.y) for line in block.lines] == [("um", 10), ("dois", 30), ("tres", 50)]


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.0, "1"), (0.126, "0.13"), (-0.001, "0"), (100.0, "100"), (-2.5, "-2.5"), (10.10, "10.1"), (0.0, "0")],
)
def test_a_length_has_two_decimals_at_most_and_no_trailing_zeros(value, written):
    assert compact_number(value) == written


def test_a_template_of_svg_escapes_words():
    line = {"x": 0, "y": 0, "width": 1, "size": 20, "text": '<fim> & "x"', "runs": []}
    assert "&lt;fim&gt; &amp;" in render("svg/outlined.svg", lines=[line], kind="paragraph")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (Text("a", "code"), "code"),
        (Text("a", "key"), "code"),
        (Text("a", "headline"), "heading"),
        (Text("a", "headline_small"), "heading"),
        (Text("a", "heading"), "heading"),
        (Text("a"), "paragraph"),
        (Text("a", literal=True), "label"),
        (Text("a\nb", literal=True), "paragraph"),
    ],
)
def test_a_text_is_judged_by_what_it_is(text, kind):
    (block,) = blocks(text, 500)
    assert block.kind == kind


@pytest.mark.parametrize(("words", "is_tabular"), [("caixa-preta", False), ("−1,50", True), ("12 GB", True)])
def test_tabular_digits_leave_the_hyphens_and_spaces_of_words_alone(words, is_tabular):
    layouter = Layouter(ResolvedTheme(load_theme()), default_fonts())
    plain, tabular = (layouter.natural(Text(words, tabular=each)) for each in (False, True))
    assert (plain != tabular) is is_tabular


def test_plain_text_has_no_soft_hyphens():
    assert plain_text("intero**pera\u00adbili**dade") == "interoperabilidade"
