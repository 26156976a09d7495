"""Whatever stands in whatever: things stay inside each other, beside each other, and within the offer."""

from __future__ import annotations

from functools import cache

from blocks import Block
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from ruler import ForgetfulLayouter

from infograficos.elements.card import Card, Named, badge, chip
from infograficos.elements.charts.bar import LabeledBar
from infograficos.elements.charts.butterfly import Rating
from infograficos.elements.flow import FirstThatFits, Grow, NoWrap, ShrinkToFit, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.icon import Icon
from infograficos.elements.images.raw_data import Curve
from infograficos.elements.matrices.cells import Heatmap
from infograficos.elements.row import Column, Row
from infograficos.elements.shapes import Arrow, Rule, Swatch
from infograficos.elements.text import Text
from infograficos.fonts import default_fonts
from infograficos.layout import Element, Layouter
from infograficos.scene.geometry import Limits, Rect
from infograficos.scene.items import Frame, walk
from infograficos.theme import ResolvedTheme, load_theme

WORDS = (
    "a o de da em que para com e não modelo treino instrução resposta tokens “Paris” −100 R$ 10 50 % Fig. 3 "
    "perplexidade pré-treino **alinhado** `input` média/total avaliação… x 50256 3,14 `x[i+1] != y` ℝ→∇ "
    "pneumoultramicroscopicossilicovulcanoconiótico " + "w" * 60
).split(" ")
GAPS = st.sampled_from(["none", "hair", "small", "medium", "large"])
ALIGNS = st.sampled_from(["start", "center", "end", "stretch"])


def texts() -> st.SearchStrategy[Element]:
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
    styles = st.sampled_from(["body", "heading", "label", "code", "headline"])
    return st.builds(Text, words, styles, align=st.sampled_from(["start", "center", "end"]))


def leaves() -> st.SearchStrategy[Element]:
    chips = st.sampled_from(WORDS).map(lambda word: chip(word, "response"))
    blocks = st.builds(Block, st.floats(5, 300), st.floats(5, 60), st.floats(5, 90))
    words = st.sampled_from(WORDS)
    shapes = st.one_of(
        st.builds(Icon, st.sampled_from(["brain", "table"]), tile=st.sampled_from([None, "surface"])),
        st.builds(
            LabeledBar,
            st.floats(0, 9),
            st.just(9.0),
            words,
            st.just("response"),
            st.sampled_from(["horizontal", "vertical"]),
        ),
        st.builds(Rating, st.integers(0, 5), st.just(5), st.just("model")),
        st.builds(Arrow, st.sampled_from(["right", "down"]), length=GAPS),
        st.builds(Swatch, st.just("model.soft"), width=st.sampled_from([None, "cell"])),
        st.just(Heatmap(((0.1, 0.5), (0.7, 1.0)), "model")),
        st.just(Curve((3.0, 1.0, 0.5))),
        st.just(Rule()),
        st.builds(badge, words, st.just("masked")),
    )
    return st.one_of(texts(), texts(), chips, blocks, shapes, GAPS.map(Spacer))


def inner(children: st.SearchStrategy[Element], spans: bool, equal: bool) -> st.SearchStrategy[Element]:
    grown = children | children.map(Grow)
    several = st.lists(grown, min_size=1, max_size=4).map(tuple)
    justify = st.sampled_from(["start", "center", "between"])
    return st.one_of(
        st.builds(Row, several, GAPS, ALIGNS | st.just("baseline"), justify, st.booleans()),
        st.builds(Column, several, GAPS, ALIGNS, justify),
        st.builds(Card, children, padding=GAPS, horizontal_padding=GAPS, align=ALIGNS),
        st.builds(Named, st.sampled_from(["a", "b"]), children),
        st.builds(ShrinkToFit, children),
        st.builds(NoWrap, children),
        st.builds(FirstThatFits, st.lists(children, min_size=1, max_size=3).map(tuple)),
        grids(children, spans, equal),
    )


@st.composite
def grids(draw, children: st.SearchStrategy[Element], spans: bool, equal: bool) -> Element:
    columns, rows = draw(st.integers(1, 3)), draw(st.integers(1, 2))
    cells = [
        Cell(draw(children), row, column, align=draw(ALIGNS), justify=draw(ALIGNS))
        for row in range(rows)
        for column in range(columns)
    ]
    if spans and draw(st.booleans()):
        cells.append(Cell(draw(children), rows, 0, columns=columns))
    grow = draw(st.tuples(*[st.sampled_from([0.0, 1.0, 2.0])] * columns))
    return Grid(tuple(cells), grow, draw(GAPS), draw(GAPS), equal and draw(st.booleans()))


def trees(spans: bool = True, equal: bool = True) -> st.SearchStrategy[Element]:
    return st.recursive(leaves(), lambda children: inner(children, spans, equal), max_leaves=8)


TREES = trees()
WIDTHS = st.integers(280, 1600).map(float)


@cache
def look() -> ResolvedTheme:
    return ResolvedTheme(load_theme())


def layouter() -> Layouter:
    return Layouter(look(), default_fonts())


def frames(frame: Frame) -> list[Frame]:
    return [visit.item for visit in walk(frame) if isinstance(visit.item, Frame)]


def inside(frame: Frame) -> list[Rect]:
    return [
        Rect(placed.at.x, placed.at.y, placed.item.size.width, placed.item.size.height)
        for placed in frame.items
        if isinstance(placed.item, Frame)
    ]


@settings(max_examples=120)
@given(TREES, WIDTHS)
def test_children_stay_inside_their_parents_and_off_their_siblings(tree, width):
    for frame in frames(layouter().layout(tree, Limits(width))):
        whole = Rect(0, 0, frame.size.width, frame.size.height)
        children = inside(frame)
        assert all(whole.holds(child, 0.02) for child in children)
        for place, child in enumerate(children):
            assert not any(child.overlaps(other, 0.02) for other in children[:place])


@settings(max_examples=120)
@given(TREES, WIDTHS)
def test_nothing_is_drawn_outside_the_offer_unless_it_is_marked(tree, width):
    frame = layouter().layout(tree, Limits(width))
    sheet = Rect(0, 0, width, frame.size.height)
    outside = [
        visit.rect
        for visit in walk(frame)
        if not isinstance(visit.item, Frame) and not sheet.holds(visit.rect, 0.02)
    ]
    assert frame.overflowing or not outside


#: Below a word that may break, cells that no word keeps from being squeezed.
SQUEEZED = Grid(
    (
        Cell(chip("a", "response"), 0, 0),
        Cell(Heatmap(((0.1, 0.5), (0.7, 1.0)), "model"), 1, 0, justify="stretch"),
    ),
    (0.0,),
)


@settings(max_examples=80)
@given(TREES)
@example(SQUEEZED)
def test_at_its_narrowest_an_element_fits_and_one_unit_less_is_marked(tree):
    asked = layouter()
    narrowest = asked.narrowest(tree)
    assert not asked.layout(tree, Limits(narrowest)).overflowing
    if narrowest >= 1:
        less = asked.layout(tree, Limits(narrowest - 1))
        assert less.overflowing or less.splits_words


@settings(max_examples=60)
@given(TREES, WIDTHS)
def test_remembering_answers_changes_none(tree, width):
    remembered = layouter().layout(tree, Limits(width))
    assert ForgetfulLayouter(look(), default_fonts()).layout(tree, Limits(width)) == remembered


@settings(max_examples=60)
@given(trees(equal=False), WIDTHS)  # test_grid.py holds the case of equal columns that break their words
@example(Row((Grow(ShrinkToFit(Text("a a"))),)), 280.0)
def test_more_room_than_is_needed_changes_no_height_of_what_does_not_fill_it(tree, width):
    # Shrunk, a choice takes its narrowest arrangement; stretched, it may take a wider and higher one.
    assume(not ("ShrinkToFit(" in repr(tree) and "FirstThatFits(" in repr(tree)))
    asked = layouter()
    natural = asked.natural(tree)
    if natural.width <= width:
        height = asked.layout(tree, Limits(width)).size.height
        # Shrunk words are as narrow as they can be, and need fewer lines where something makes them wide.
        least = 0.0 if "ShrinkToFit(" in repr(tree) else natural.height - 0.02
        assert least <= height <= natural.height + 0.02
