"""What no author means to write is refused in our own words: halves of characters, numbers without end."""

from dataclasses import fields, replace
from functools import partial

import numpy as np
import pytest
from refusals import refusal

from infograficos import Chapter, Figure
from infograficos.builders import examples
from infograficos.builders.bars import Bars
from infograficos.builders.comparison import Behaviour
from infograficos.builders.formula import Formula
from infograficos.builders.key_values import KeyValues
from infograficos.builders.loss_mask import LossMask
from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.builders.shift import Shift
from infograficos.builders.table import Table
from infograficos.builders.tokenization import Tokenization
from infograficos.content.fields import first_duplicate

ENDLESS: list = []
ENDLESS.append(ENDLESS)

#: Two hundred thousand million numbers, for a program that goes down every way through it.
DEEP: list = [1, 2, 3, 4]
for _ in range(20):
    DEEP = [DEEP] * 4

HALF = 'esperado um texto sem metades de caracteres, veio "a\\ud800"'
LARGE = "esperado um número finito, veio um número grande demais"


def figure(**changes):
    return Figure(
        **{"number": 1, "name": "um", "title": "Um", "headline": "A", "content": Formula("a")} | changes
    )


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: Formula("a\ud800"), f"Formula.formula: {HALF}"),
        (
            lambda: Table([{"a": 1}], best={"a\ud800": "min"}),
            "Table: um dos textos tem metade de um caractere; apague-a",
        ),
        (lambda: figure(subtitle="a\ud800"), f"Figure.subtitle: {HALF}"),
        (
            lambda: figure(section="\x00"),
            "Figure.section: o texto tem um caractere de controle (U+0000); apague-o",
        ),
        (lambda: figure(description=b"a"), "Figure.description: esperado um texto, veio um objeto bytes"),
        (
            lambda: figure(number=10**5000),
            "Figure.number: esperado um número menor ou igual a 999, veio um número grande demais",
        ),
        (
            lambda: Chapter(10**5000, "T", [figure()]),
            "Chapter.number: esperado um número menor ou igual a 999, veio um número grande demais",
        ),
        (
            lambda: Formula("a", [{1: "a", "symbol": "a", "words": "a", "role": "model"}]),
            "Formula.terms[0][1]: esperado um nome em texto, veio 1",
        ),
        (
            lambda: Table([[1, 10**400]], columns=["a", "b"]),
            f"Table.rows: na linha 1, coluna 2: {LARGE}",
        ),
        (lambda: Bars([("a", 10**400)]), f"Bars.values: “a”: {LARGE}"),
        (lambda: Bars.counting([10**400]), f"Bars.counting: valor 0: {LARGE}"),
        (
            lambda: Bars.counting([1, 1e300]),
            "Bars.counting: valor 1: o número é longo demais; mude a unidade",
        ),
        (
            lambda: Bars.counting([1, 2], 10**400),
            "Bars.counting: esperado um número de faixas de 2 a 100, ou a lista das bordas, veio um número "
            "grande demais",
        ),
        (lambda: Bars([[]]), "Bars.values: esperado um nome em texto antes dos valores, veio nada"),
        (
            lambda: Bars([("a\x1b", 1)]),
            "Bars.values: o texto tem um caractere de controle (U+001B); apague-o",
        ),
        (
            lambda: Table([{"a": "\ud800"}]),
            "Table.rows: o texto tem um caractere de controle (U+D800); apague-o",
        ),
        (
            lambda: KeyValues({"a": "\ud800"}),
            "Group.values: o texto tem um caractere de controle (U+D800); apague-o",
        ),
        (
            lambda: LossMask(["a"], [10**5000], [1.0]),
            "LossMask.labels[0]: esperado um número menor ou igual a 1.000.000.000, veio um número grande "
            "demais",
        ),
        (
            lambda: Shift(["a", "b"], [1, 10**5000]),
            "Shift.ids[1]: esperado um número menor ou igual a 1.000.000.000, veio um número grande demais",
        ),
        (
            lambda: Pipeline([np.ndarray]),
            "Pipeline.stages[0]: esperado um objeto Stage, veio um objeto type",
        ),
        (
            lambda: Pipeline([Stage("a", "chat", "model")] * 21),
            "Pipeline.stages: esperada uma lista de no máximo 10 itens, veio uma lista com 21 itens",
        ),
        (
            lambda: Behaviour("a", "b", ["c"] * 21),
            "Behaviour.outcome: esperada uma lista de no máximo 20 itens, veio uma lista com 21 itens",
        ),
        (
            lambda: KeyValues({"a": ENDLESS}),
            "Group.values: “a”: esperado um número finito ou um texto de até 40 caracteres",
        ),
        (
            lambda: KeyValues({"a": DEEP}),
            "Group.values: “a”: esperado um número finito ou um texto de até 40 caracteres",
        ),
        (
            lambda: KeyValues({10**5000: 1}),
            "Group.values: esperado um nome em texto, veio um número grande demais",
        ),
    ],
)
def test_wrong_values_are_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_of_many_mistakes_the_first_are_reported():
    told = refusal(lambda: Tokenization("a", [0] * 5000, [1])).splitlines()
    assert told[0] == "Tokenization.tokens[0]: esperado um texto, veio 0"
    assert told[19] == "Tokenization.tokens[19]: esperado um texto, veio 0"
    assert told[20:] == ["Tokenization: e outros erros como estes"]
    assert len(refusal(lambda: Tokenization("a", [0] * 20, [1])).splitlines()) == 20


def test_each_item_is_looked_at_once_to_find_one_that_comes_again():
    class Item:
        compared = 0

        def __init__(self, value):
            self.value = value

        def __hash__(self):
            return hash(self.value)

        def __eq__(self, other):
            Item.compared += 1
            return self.value == other.value

    items = [Item(value) for value in [*range(500), 7]]
    assert first_duplicate(items) is items[7]
    assert Item.compared < 100
    assert first_duplicate("abc") is None


def contents(value):
    """A content, and all those in it."""
    if isinstance(value, list | tuple):
        return [found for each in value for found in contents(each)]
    if not hasattr(value, "__pydantic_fields__"):
        return []
    return [value, *contents([getattr(value, field.name) for field in fields(value) if field.init])]


#: What a field of each type is not given by, though it looks like it.
LIKE = {bool: (1, "yes", "true"), int: (True, "3")}


@pytest.mark.parametrize("name", list(examples()))
def test_flags_and_counts_are_given_as_what_they_are(name):
    figure = Figure(1, "um", "Um", "A", examples()[name])
    for content in contents([figure, Chapter(1, "Um", [figure])]):
        for field in fields(content):
            value = getattr(content, field.name)
            for other in LIKE.get(type(value), ()):
                said = refusal(partial(replace, content, **{field.name: other}))
                wanted = "true ou false" if type(value) is bool else "um número"
                assert said.startswith(f"{type(content).__name__}.{field.name}: esperado {wanted}")
