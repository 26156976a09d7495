"""The words of a link: beside it, clear of everything, or reported where there is no room."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from blocks import Block
from hypothesis import given, settings
from hypothesis import strategies as st
from links import blocks, labels, lines, linked, solids, touches
from ruler import square_layouter

from infograficos.audit import AuditedFigure
from infograficos.audit.rules import fit
from infograficos.elements.card import Card, Named
from infograficos.elements.connectors.connector import Connector, fan_out
from infograficos.elements.connectors.with_connectors import WithConnectors
from infograficos.elements.flow import FirstThatFits
from infograficos.elements.row import Column, Row
from infograficos.elements.text import Text
from infograficos.scene.flattening import crosses
from infograficos.scene.geometry import Limits, Point, Size
from infograficos.scene.items import Frame, Placed
from infograficos.theme import ResolvedTheme

ROW = Row((Named("a", Block(50, 40)), Named("b", Block(50, 40))), "link")
COLUMN = Column((Named("a", Block(50, 40)), Named("b", Block(50, 40))), "link", "start")


def test_a_label_is_above_the_middle_of_a_horizontal_line():
    (rect,) = labels(linked(ROW, Connector("a", "b", label="um", heads="none"))).values()
    assert rect.center.x == 70
    assert rect.bottom == pytest.approx(20 - 1 - 4, abs=0.02)


def test_a_label_is_to_the_right_of_a_vertical_line_and_the_frame_grows_to_hold_it():
    frame = linked(COLUMN, Connector("a", "b", label="rótulo", heads="none"))
    (rect,) = labels(frame).values()
    assert rect.x == pytest.approx(25 + 1 + 8, abs=0.02)
    assert rect.center.y == 60
    assert frame.size.width == pytest.approx(rect.right)


def test_a_label_that_has_no_room_in_one_line_is_broken():
    (rect,) = labels(linked(ROW, Connector("a", "b", label="ab cd"))).values()
    assert rect.width == 20


def test_a_label_without_a_free_place_is_reported_below_everything_and_covers_nothing():
    frame = linked(ROW, Connector("a", "b", label="comprido"))
    assert frame.overflowing
    assert labels(frame)["comprido"].y == 44
    sheet = Frame(Size(frame.size.width + 40, frame.size.height + 40), (Placed(Point(20, 20), frame),))
    look = ResolvedTheme(square_layouter().look.theme)
    (finding,) = fit.check(AuditedFigure("01-teste", sheet, look, "Um teste.", str))
    assert finding.message == (
        "folha: “comprido” precisa de 80 unidades de largura (esperado: 24); "
        "encurte o texto ou dê mais espaço"
    )


def test_where_a_label_has_no_place_the_next_arrangement_is_chosen():
    links = (Connector("a", "b", label="comprido"),)
    frame = square_layouter().layout(
        FirstThatFits((WithConnectors(ROW, links), WithConnectors(COLUMN, links))), Limits(300)
    )
    assert not frame.overflowing
    assert blocks(frame)["b"].y > 40


def test_each_branch_of_a_trunk_has_its_own_label():
    ends = Column((Named("b", Block(50, 40)), Named("c", Block(50, 40))), "large")
    row = Row((Named("a", Block(50, 40)), Block(0, 0), Block(0, 0), ends), "link")
    branches = fan_out("a", ["b", "c"])
    frame = linked(row, *(replace(branch, label=branch.end * 2) for branch in branches))
    found = labels(frame)
    assert set(found) == {"bb", "cc"}
    assert found["bb"].bottom < found["cc"].y


SIDES = st.sampled_from([None, None, "top", "right", "bottom", "left"])
NAMES = st.sampled_from("abcd")
LINKS = st.lists(
    st.builds(
        Connector,
        NAMES,
        NAMES,
        leaves=SIDES,
        arrives=SIDES,
        label=st.sampled_from(["", "um", "dois três", "palavra"]),
        shape=st.sampled_from(["square", "curved", "straight"]),
        heads=st.sampled_from(["end", "both", "none"]),
    ),
    min_size=1,
    max_size=4,
)
SIZES = st.lists(st.tuples(st.integers(30, 90), st.integers(24, 70)), min_size=4, max_size=4)


def arranged(sizes, kind: str):
    cards = [
        Named(name, Card(Text("x"), padding="tiny") if kind == "card" else Block(*size))
        for name, size in zip("abcd", sizes, strict=True)
    ]
    if kind == "row":
        return Row(tuple(cards), "link")
    if kind == "column":
        return Column(tuple(cards), "link", "start")
    return Row((Column(tuple(cards[:2]), "link"), Column(tuple(cards[2:]), "link")), "link")


@settings(max_examples=25, deadline=None)
@given(SIZES, st.sampled_from(["row", "column", "both", "card"]), LINKS)
def test_labels_cover_nothing_and_lines_end_on_borders(sizes, kind, drawn):
    frame = linked(arranged(sizes, kind), *drawn, width=900)
    for words, rect in labels(frame).items():
        others = [other for other in solids(frame) if other != rect]
        assert not any(rect.inflate(3.9).overlaps(other) for other in others), words
        pieces = [piece for line in lines(frame) for piece in line]
        assert not any(crosses(a, b, rect.inflate(3.9)) for a, b in pieces), words
    names = blocks(frame)
    for link, line in zip(drawn, lines(frame), strict=True):
        shaft_end = next((a[1] for a, b in pairwise(line) if a[1] != b[0]), line[-1][1])
        assert touches(line[0][0], names[link.start], 1)
        assert touches(shaft_end, names[link.end], 1)
    whole = frame.size
    for line in lines(frame):
        xs, ys = [p.x for s in line for p in s], [p.y for s in line for p in s]
        assert min(*xs, *ys) >= -0.01
        assert max(xs) <= whole.width + 0.01
        assert max(ys) <= whole.height + 0.01
