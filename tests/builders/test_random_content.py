"""Whatever an author writes within the documented bounds either fits or is named as what does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infograficos.builders.comparison import Behaviour, Comparison
from infograficos.builders.loss_mask import IGNORED, LossMask
from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.builders.record import Field, Record
from infograficos.builders.rubric import Answer, Rubric
from infograficos.elements.pictures import PICTURE_NAMES
from infograficos.figure import Figure

WORDS = (
    "a o de e que modelo instrução resposta atenção tokenização não é para com loss treino 3 50256 0,7 −100 "
    "inconstitucionalissimamente <fim> α∈ℝ guarda-chuva R$ naïve"
).split()
ROLES = ("instruction", "input", "response", "model", "masked", "alert")


def texts(most):
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=most).map(" ".join)


roles = st.sampled_from(ROLES)
behaviours = st.builds(Behaviour, texts(3), texts(4), st.lists(texts(4), min_size=1, max_size=4))


@st.composite
def masks(draw):
    count = draw(st.integers(1, 9))
    tokens = draw(st.lists(st.sampled_from(WORDS), min_size=count, max_size=count))
    learned = [*draw(st.lists(st.booleans(), min_size=count - 1, max_size=count - 1)), True]
    labels = [draw(st.integers(0, 99_999)) if each else IGNORED for each in learned]
    losses = draw(st.lists(st.floats(0, 20), min_size=count, max_size=count))
    return LossMask(tokens, labels, losses, draw(texts(2)), draw(texts(2)))


@st.composite
def rubrics(draw):
    criteria = draw(st.lists(texts(3), min_size=1, max_size=5))
    scores = st.lists(st.integers(0, 5), min_size=len(criteria), max_size=len(criteria))
    answer = st.builds(Answer, texts(2), texts(7), scores, st.floats(-1000, 1000))
    return Rubric(draw(texts(8)), criteria, (draw(answer), draw(answer)), draw(texts(2)))


@st.composite
def records(draw):
    keys = draw(
        st.lists(st.sampled_from(["instruction", "input", "output", "system"]), min_size=1, unique=True)
    )
    fields = [Field(key, draw(texts(5)), draw(texts(3)), draw(roles), draw(st.booleans())) for key in keys]
    return Record(fields, note=draw(st.just("") | texts(8)))


CONTENTS = {
    "comparison": st.builds(
        Comparison, texts(5), behaviours, behaviours, texts(3), st.tuples(texts(2), texts(2))
    ),
    "loss_mask": masks(),
    "pipeline": st.builds(
        Pipeline,
        st.lists(st.builds(Stage, texts(4), st.sampled_from(PICTURE_NAMES), roles), min_size=1, max_size=6),
    ),
    "record": records(),
    "rubric": rubrics(),
}


def geometric_faults(content, width):
    figure = Figure(1, "teste", "Um teste", "Um título", content)
    return [finding for finding in figure.draw(width=width).findings if finding.rule == "encaixe"]


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("kind", CONTENTS)
@settings(max_examples=40)
@given(data=st.data())
def test_random_content_fits_or_is_named(kind, width, data):
    content = data.draw(CONTENTS[kind])
    faults = geometric_faults(content, width)
    # What does not fit may push its neighbours aside; but something must say that it needs more room.
    named = [fault for fault in faults if fault.measured.startswith("precisa de")]
    assert not faults or named, [fault.message for fault in faults]
    for fault in named:
        assert fault.words, "the words that do not fit are not named"


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("kind", CONTENTS)
def test_some_content_of_every_kind_fits(kind, width):
    """The test above would pass if nothing ever fitted."""
    short = {
        "comparison": Comparison(
            "oi", Behaviour("A", "faz", ["x"]), Behaviour("B", "faz", ["y"]), "e", ("i", "r")
        ),
        "loss_mask": LossMask(["oi", "!"], [IGNORED, 3], [0, 1.5]),
        "pipeline": Pipeline([Stage("Um", "pairs", "model")]),
        "record": Record([Field("input", "oi", "### E:", "input")]),
        "rubric": Rubric("oi?", ["bom"], (Answer("A", "x", [1], 1), Answer("B", "y", [2], 1))),
    }
    assert geometric_faults(short[kind], width) == []
