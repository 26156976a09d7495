"""Whatever an author writes within the documented bounds either fits or is named as what does not."""

from contextlib import suppress
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infograficos.builders import examples
from infograficos.builders.comparison import Behaviour, Comparison
from infograficos.builders.loss_mask import IGNORED, LossMask
from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.builders.record import Field, Record
from infograficos.builders.rubric import Answer, Rubric
from infograficos.content.data.data_table import DataTable
from infograficos.content.data.picture_values import PICTURES
from infograficos.errors import InputError
from infograficos.figure import Figure
from infograficos.scene.items import Frame, walk

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
        st.lists(
            st.builds(Stage, texts(4), st.sampled_from([*PICTURES, "raio", ""]), roles),
            min_size=1,
            max_size=10,
        ),
    ),
    "record": records(),
    "rubric": rubrics(),
}


def geometric_faults(content, width):
    figure = Figure(1, "teste", "Um teste", "Um título", content)
    return [finding for finding in figure.draw(width=width).findings if finding.rule == "fit"]


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("kind", CONTENTS)
@settings(max_examples=12)
@given(data=st.data())
def test_random_content_fits_or_is_named(kind, width, data):
    content = data.draw(CONTENTS[kind])
    faults = geometric_faults(content, width)
    # What does not fit may push its neighbours aside; but something must say that it needs more room.
    named = [fault for fault in faults if fault.measured.startswith("precisa de")]
    assert not faults or named, [fault.message for fault in faults]
    for fault in named:
        assert fault.excerpt, "the words that do not fit are not named"


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


class Array:
    """What arrays and tensors have in common, whatever it is that they hold."""

    def __init__(self, values):
        self.values = values

    def tolist(self):
        return self.values


def no_end():
    """A list that holds itself."""
    values = []
    values.append(values)
    return values


#: What no field is made for, and some take all the same.
OTHERS = [
    None, object(), Array, Array([1, 2]), Array([[0.5], [1.5]]), Array(None), Array("ab"), b"ab", {1},
    range(3), 1j, {"a": 1}, {1: 2}, {"a\ud800": 1}, no_end(), 10**400, str, "x" * 3000, [[[1]]],
    (n for n in "ab"),
]  # fmt: skip


def strange_text(draw, given):
    odd = [
        "",
        " ",
        "x",
        "inconstitucionalissimamente" * 2,
        "á\u0301\u200b",
        "𝛼",
        "\n",
        "**a `b** c`\\",
        "\ud800",
    ]
    return draw(st.sampled_from([*odd, f"{given} {given}", given * 9]))


def strange_number(draw, given):
    near = [0, 1, -1, given + 1, -given, given * 1000, given / 3, 10**6, 1e300, 1e-300, 10**400, 10**5000]
    return draw(st.sampled_from([*near, float("nan"), float("inf"), True, None, "3"]))


def strange_list(draw, given):
    items = list(given)
    change = draw(st.sampled_from(["item", "shorter", "longer", "much longer", "empty", "repeated", "array"]))
    if change == "item" and items:
        place = draw(st.integers(0, len(items) - 1))
        items[place] = strange(draw, items[place])
        return items
    first = items[:1]
    return {
        "shorter": items[:-1], "longer": items + items[-1:], "much longer": items * 12, "empty": [],
        "repeated": first * len(items), "array": Array(items),
    }.get(change, items)  # fmt: skip


def strange_object(draw, given):
    """The same object with one of its fields changed, which its own class may refuse."""
    values = {field.name: getattr(given, field.name) for field in fields(given) if field.init}
    name = draw(st.sampled_from(sorted(values)))
    return type(given)(**values | {name: strange(draw, values[name])})


def strange_table(draw, given):
    changed = strange_list(draw, given.values())
    return changed if isinstance(changed, Array) else dict(zip(given, changed, strict=False))


#: What changes a value of each type; true and false before numbers, which they are, too.
CHANGES = [
    (bool, lambda draw, given: draw(st.sampled_from([not given, None, 2]))),
    (str, strange_text),
    (int | float, strange_number),
    (dict, strange_table),
    (list | tuple, strange_list),
]


def strange(draw, given):
    """Something like what was given, by its type alone: any kind of figure is changed this way."""
    if draw(st.integers(0, 5)) == 5:
        return draw(st.sampled_from(OTHERS))
    if isinstance(given, DataTable):
        named = given.columns
        given = [dict(zip(named, row, strict=True)) if named else row for row in given.rows]
    if is_dataclass(given):
        return strange_object(draw, given)
    for kind, change in CHANGES:
        if isinstance(given, kind):
            return change(draw, given)
    return draw(st.sampled_from([0, 1, 3, "x", [], [0.5], True]))


def missed(frame):
    """What needs more room than it has and is not named by any finding."""
    return [place.item for place in walk(frame) if isinstance(place.item, Frame) and place.item.offered]


@pytest.mark.parametrize("name", list(examples()))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_example_that_is_changed_is_refused_in_words_or_drawn(name, data):
    # `InputError` is what an author is told; any other exception fails the test.
    with suppress(InputError):
        content = strange(data.draw, examples()[name])
        for width in (700, 360):
            drawn = Figure(1, "teste", "Um teste", "Um título", content).draw(width=width)
            faults = [finding for finding in drawn.findings if finding.rule == "fit"]
            assert faults or not missed(drawn.frame), "something overflows and nothing says so"
            drawn.svg()
