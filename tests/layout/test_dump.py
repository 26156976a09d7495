"""A placed frame as text and as data."""

import json

from blocks import Block
from ruler import square_layouter
from samples import drawing

from infograficos.elements import Card, Column, Named, Text
from infograficos.scene.dump import dump_frame, frame_tree
from infograficos.scene.geometry import Limits


def laid_out(element, limits):
    layouter = square_layouter()
    return layouter.layout(element, limits), layouter.origins()


def test_with_its_origins_a_frame_says_which_element_was_offered_what():
    frame, origins = laid_out(Column((Named("caixa", Block(30)), Card(Text("um")))), Limits(100, 90))
    assert dump_frame(frame, origins) == (
        "Column 0 0 40 45 of 100 × 90\n"
        "  Named “caixa” 0 0 40 10 of 100 × inf\n"
        "    box 0 0 40 10 surface\n"
        "  Card 0 15 40 30 of 100 × inf\n"
        "    box 0 15 40 30 surface stroke line 1 radius 6\n"
        "    Text 10 25 20 10 of 80 × inf\n"
        "      paragraph 10 35 20 ink “um”\n"
    )


def test_what_overflows_is_marked():
    frame, origins = laid_out(Card(Block(30)), Limits(40))
    assert dump_frame(frame, origins).splitlines()[0] == "Card 0 0 50 30 of 40 × inf overflows"


def test_as_data_a_frame_has_the_same_places_and_no_limit_is_null():
    frame, origins = laid_out(Card(Block(30)), Limits(40))
    card = frame_tree(frame, origins)
    box, block = card.pop("items")
    assert card == {
        "kind": "frame", "element": "Card", "x": 0, "y": 0, "width": 50, "height": 30,
        "offered": (40, None), "overflows": True,
    }  # fmt: skip
    assert box == {
        "kind": "box", "purpose": "surface", "x": 0, "y": 0, "width": 50, "height": 30, "fill": "surface",
        "stroke": "line", "stroke_width": 1, "dashed": False, "radius": 6,
    }  # fmt: skip
    assert (block["element"], block["offered"]) == ("Block", (20, None))
    assert "offered" not in frame_tree(block_alone())


def block_alone():
    return laid_out(Block(30), Limits())[0]


def test_every_drawable_can_be_written_as_json():
    tree = frame_tree(drawing("01-instruction-tuning-visao-geral").frame)
    assert json.loads(json.dumps(tree))["height"] == 554.1
