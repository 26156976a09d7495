"""Names with values: how numbers are written, how groups stand, and what is refused."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.key_values import EXAMPLES, HEADLINES, Group, KeyValues
from infograficos.scene.items import TextBlock, Visit, walk, words


def figure(content: KeyValues) -> Figure:
    return Figure(1, "a", "Valores", "O que os valores ensinam", content)


def shown(content: KeyValues) -> str:
    return " ".join(words(figure(content).draw().frame).split())


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (
            "lote efetivo",
            "Valores: na GPU 8 × vezes 4 = ao todo 32. Em destaque, ao todo.",
        ),
        (
            "GPT-2 small",
            "Valores: cabeças 12 × números 64 = ao todo 768. Em destaque, ao todo.",
        ),
    ],
)
def test_the_examples_are_described_word_for_word(name, description):
    assert EXAMPLES[name].describe() == description


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_examples_follow_all_guidelines(name):
    report = check(Chapter(1, "Amostra", [figure(EXAMPLES[name])]))
    assert [each.finding.message for each in report.figures[0].findings] == []


class Scalar:
    """What a number of NumPy or a tensor of one number has."""

    def tolist(self) -> float:
        return 0.5


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (2e-5, "2 × 10⁻⁵"),
        (-1.5e-4, "−1,5 × 10⁻⁴"),
        (5 * 1.5e-4, "7,5 × 10⁻⁴"),
        (0.001, "0,001"),
        (0.1, "0,1"),
        (3.0, "3"),
        (0, "0"),
        (1024, "1024"),
        (50_257, "50.257"),
        (1e12, "1 × 10¹²"),
        ((0.9, 0.999), "(0,9; 0,999)"),
        (True, "sim"),
        (None, "–"),
        ("AdamW", "AdamW"),
        (Scalar(), "0,5"),
    ],
)
def test_values_are_written_as_portuguese_writes_them(value, written):
    assert f"{written} x" in shown(KeyValues({"x": value}))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.1, "0.1"),
        (1024, "1,024"),
        ((0.9, 0.999), "(0.9, 0.999)"),
        (True, "yes"),
        (date(2017, 6, 12), "06/12/2017"),
    ],
)
def test_values_are_written_in_the_language_of_the_figure(value, written):
    drawn = figure(KeyValues({"x": value})).draw(language="en")
    assert f"{written} x" in " ".join(words(drawn.frame).split())
    assert f"x {written}." in drawn.description.text


def test_only_the_value_to_remember_is_solid():
    content = KeyValues([Group({"a": 1, "b": 2}, "A"), Group({"c": 3}, "C", "input")], focus="c")
    blocks = [v.item for v in walk(figure(content).draw().frame) if isinstance(v.item, TextBlock)]
    # The first is the figure's number.
    assert [b.text for b in blocks if b.lines[0].runs[0].paint.role == "paper"][1:] == ["3"]


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", [1, 3, 7, 10])
def test_as_many_values_as_there_are_fit(count, width):
    content = KeyValues({f"valor {i}": 1000 * i for i in range(count)}, note="O que os valores dizem")
    assert [each.message for each in figure(content).draw(width=width).findings] == []


def groups(content: KeyValues, width: float) -> list[Visit]:
    names = {group.name for group in content.groups}
    return [v for v in walk(figure(content).draw(width=width).frame) if getattr(v.item, "name", "") in names]


def test_groups_stand_beside_each_other_with_one_height_and_on_a_phone_below():
    training = Group({"taxa máxima": 2e-5, "épocas": 3}, "Treino", "model", "learning-rate")
    content = KeyValues([Group({"por lote": 8, "lotes": 4}, "Exemplos", "input", "batch"), training])
    wide, narrow = groups(content, 700), groups(content, 360)
    assert wide[0].rect.y == wide[1].rect.y
    assert wide[0].rect.height == wide[1].rect.height
    assert wide[0].rect.right < wide[1].rect.x
    assert narrow[0].rect.bottom < narrow[1].rect.y


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: KeyValues(3),
            "KeyValues.groups: esperado um dicionário de nomes e valores, ou uma lista de Group",
        ),
        (lambda: KeyValues([]), "KeyValues.groups: esperado ao menos 1 grupo, veio uma lista vazia"),
        (lambda: KeyValues({}), "Group.values: esperado um dicionário de ao menos 1 par, veio um vazio"),
        (
            lambda: KeyValues({"x": inf}),
            "Group.values: “x”: esperado um número finito ou um texto de até 40 caracteres",
        ),
        (
            lambda: KeyValues({f"x{i}": i for i in range(11)}),
            "KeyValues: são 11 pares; até 10 cabem em uma figura. Corte os que menos importam",
        ),
        (
            lambda: KeyValues([Group({"x": 1}, "A"), Group({"y": 1})]),
            "KeyValues: o grupo 2 não tem nome; com mais de um grupo, todos têm",
        ),
        (
            lambda: KeyValues([Group({"x": 1}, "A"), Group({"y": 1}, "A")]),
            "KeyValues: o grupo “A” aparece mais de uma vez",
        ),
        (
            lambda: KeyValues({"época": 1, "lote": 8}, focus="epoca"),
            "KeyValues: o valor “epoca” não existe; você quis dizer “época”?",
        ),
        (
            lambda: Group({"lote": 8, "lotes": 4}, signs=("×", "=")),
            "Group: são 2 valores e 2 sinais; entre cada dois valores vai um sinal",
        ),
        (
            lambda: Group({"lote": 8}, "Dados", picture_values=(8,)),
            "Group: só um quadro mostra valores, e não um ícone; tire os valores dele",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_a_description_counts_the_pairs_that_have_no_room():
    content = KeyValues({f"hiperparâmetro de nome longo {i}": 1000 + i for i in range(8)}, note="Só um teste")
    assert content.describe().endswith(" e mais 3. Só um teste.")


def test_names_that_are_written_alike_are_not_lost():
    message = refusal(lambda: KeyValues({1: "a", "1": "b"}))
    assert message == "Group.values: o nome “1” aparece mais de uma vez"


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_picture_of_an_equation_shows_its_factors_and_the_focus_is_their_product(name):
    (group,) = EXAMPLES[name].groups
    first, second, product = group.values.values()
    assert group.picture_values[-2:] == (first, second)
    assert first * second == product
    assert group.values[EXAMPLES[name].focus] == product
    assert str(product) in HEADLINES[name]


@pytest.mark.parametrize("width", [700, 360])
def test_the_signs_of_an_equation_are_level_with_its_values_and_between_them(width):
    frame = figure(EXAMPLES["lote efetivo"]).draw(width=width).frame
    texts = {v.item.text: v.rect for v in walk(frame) if isinstance(v.item, TextBlock)}
    order = [texts[text] for text in ("8", "×", "4", "=", "32")]
    assert {round(rect.center.y) for rect in order} == {round(order[0].center.y)}
    assert sorted(order, key=lambda rect: rect.x) == order
