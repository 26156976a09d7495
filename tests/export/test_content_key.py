"""What is written down of a figure to know it again: all of it, or nothing."""

import pytest

from infograficos.builders.loss_mask import LossMask
from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.system.fingerprint import content_key


def pipeline(name="Treino", picture="curve"):
    return Pipeline([Stage("Dataset", "pairs", "instruction"), Stage(name, picture, "model")])


def test_equal_values_made_apart_are_alike():
    assert content_key(pipeline()) == content_key(pipeline())


def test_values_that_a_figure_may_draw_otherwise_are_distinguished():
    values = [
        1,
        1.0,
        True,
        "1",
        b"1",
        None,
        "None",
        (1,),
        [1],
        (),
        ((),),
        (1, 1),
        {"1": 1},
        {1: "1"},
        -0.0,
        0.0,
    ]
    values += [("a", "b"), ("a,'b'",), (("a",), "b"), ("a", ("b",)), pipeline(), pipeline("Ajuste")]
    values += [pipeline(picture="chat"), Stage("Treino", "curve", "model")]
    assert len({content_key(value) for value in values}) == len(values)


class Whole(int):
    """A number that may say of itself what it likes."""

    def __repr__(self):
        return "1"


class OfAChapter(Stage):
    """Content that a chapter of ours defines, in a module that no figure is known by."""


OfAChapter.__module__ = "infograficos.chapter_07"


class Own(Stage):
    """Content with more to it than its fields."""


@pytest.mark.parametrize(
    "value",
    [
        object(),
        {1, 2},
        print,
        Whole(2),
        Own("Treino", "curve", "model"),
        OfAChapter("Treino", "curve", "model"),
        (1, [object()]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_ours_is_not_known(value):
    assert content_key(value) is None


def test_tokens_are_known_with_what_they_stand_for():
    strips = [LossMask(["a", raw], [-100, 7], [0.0, 1.5]) for raw in ("Ã£o", "ão", "Ã£o")]
    keys = [content_key(strip) for strip in strips]
    assert None not in keys
    assert keys[0] == keys[2] != keys[1]
