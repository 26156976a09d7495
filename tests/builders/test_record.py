"""A record and its text: what is said, what is refused, how fields and text belong together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal
from samples import drawing

from infograficos.builders.record import EXAMPLES, Field, Record
from infograficos.chapter_07 import data_format
from infograficos.figure import Figure
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk, words

FIELD = Field("k", "v", "m", "input")
EMPTY = "example-record-sem-entrada"


@pytest.mark.parametrize(
    ("content", "description"),
    [
        (
            data_format.content,
            "Um registro de 3 campos vira o texto que o modelo lê: instrução sob “### Instrução:”, "
            "entrada (opcional) sob “### Entrada:” e resposta sob “### Resposta:”.",
        ),
        (
            EXAMPLES["sem entrada"],
            "Um registro de 3 campos vira o texto que o modelo lê: instruction sob “### Instrução:” e output "
            "sob “### Resposta:”. O campo input, vazio, não aparece no texto.",
        ),
        (
            Record([FIELD, *(Field(key, "", "m", "input", optional=True) for key in "ab")]),
            "Um registro de 3 campos vira o texto que o modelo lê: k sob “m”. "
            "Os campos a e b, vazios, não aparecem no texto.",
        ),
        (
            EXAMPLES["conversa"],
            "Um registro de 2 campos vira o texto que o modelo lê: user sob “<|user|>” e assistant sob "
            "“<|assistant|>”.",
        ),
    ],
)
def test_records_are_described_word_for_word(content, description):
    assert content.describe() == description


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: Record([]), "Record.fields: esperada uma lista de ao menos 1 item, veio uma lista vazia"),
        (
            lambda: Field("k", "v", "m", "input", opcional=True),
            "Field.opcional não existe; você quis dizer “optional”?",
        ),
        (lambda: Field("k", None, "m", "input"), "Field.value: esperado um texto, veio nada"),
        (
            lambda: Field("", "v", "m", "input"),
            "Field.key: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (
            lambda: Field("k", "v", "m", "input", "sim"),
            'Field.optional: esperado true ou false, veio "sim"',
        ),
        (
            lambda: Record([Field("k", " ", "m", "input", optional=True)]),
            "Record: todos os campos estão vazios: não sobra texto para o modelo ler",
        ),
        (
            lambda: Record([FIELD, Field("outro", "", "m", "input")]),
            "Record: o campo “outro” está vazio e não é opcional",
        ),
        (
            lambda: Record([FIELD] * 9),
            "Record.fields: esperada uma lista de no máximo 8 itens, veio uma lista com 9 itens",
        ),
        (lambda: Record([FIELD, FIELD]), "Record: o campo “k” aparece mais de uma vez"),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("key", ["texto", "texto do modelo", "campo k"])
def test_a_field_may_be_called_as_one_likes(key):
    figure = Figure(1, "a", "t", "h", Record([Field(key, "v", "m", "input")]))
    assert figure.draw().findings == ()


def flows(name: str, width: float) -> list[Path]:
    items = [visit.item for visit in walk(drawing(name, width=width).frame)]
    return [item for item in items if isinstance(item, Path) and item.joins and item.purpose == "surface"]


@pytest.mark.parametrize("width", [700, 360])
def test_each_field_flows_to_the_text_in_its_own_colour_and_the_text_to_the_model(width):
    roles = [flow.fill.role for flow in flows(data_format.full_name, width)]
    assert roles == ["instruction.body", "input.body", "response.body", "model.body"]


def test_on_the_sheet_each_flow_ends_at_the_lines_of_its_field():
    joins = [flow.joins for flow in flows(EMPTY, 700)]
    assert joins == [
        ("campo instruction", "trecho instruction"),
        ("campo output", "trecho output"),
        ("texto do modelo", "modelo"),
    ]


@pytest.mark.parametrize("name", [data_format.full_name, "example-record-conversa"])
def test_a_flow_is_level_with_the_lines_of_its_field(name):
    places = rects(name)
    for flow in flows(name, 700)[:-1]:
        start, end = (places[each] for each in flow.joins)
        assert start.y < end.center.y < start.bottom
        ys = {round(point.y) for command in flow.commands for point in command.points}
        assert len(ys) == 2


@pytest.mark.parametrize("width", [700, 360])
def test_an_empty_field_has_no_flow_and_no_marker(width):
    assert [flow.fill.role for flow in flows(EMPTY, width)] == [
        "instruction.body",
        "response.body",
        "model.body",
    ]
    said = words(drawing(EMPTY, width=width).frame)
    assert "(vazio)" in said
    assert "### Entrada:" not in said


@pytest.mark.parametrize("width", [700, 360])
def test_what_is_optional_is_dotted_and_so_is_the_note_about_it(width):
    items = [visit.item for visit in walk(drawing(data_format.full_name, width=width).frame)]
    dotted = [item for item in items if isinstance(item, Path) and item.stroke and item.stroke.dash]
    assert [item.stroke.paint.role for item in dotted] == ["input.mark"] * 3


def test_without_a_note_an_optional_field_says_so():
    fields = [FIELD, Field("o", "v", "m", "input", optional=True)]
    said = [words(Figure(1, "a", "t", "h", Record(fields, note=note)).draw().frame) for note in ("", "Nota.")]
    assert ["opcional" in each for each in said] == [True, False]


@pytest.mark.parametrize("width", [700, 360])
def test_the_marker_of_the_last_response_is_the_one_solid_fill(width):
    items = [visit.item for visit in walk(drawing(data_format.full_name, width=width).frame)]
    fills = [item.fill.role for item in items if isinstance(item, Box) and item.fill]
    assert fills.count("response.solid") == 1


def test_on_a_phone_the_text_is_below_the_record_and_the_model_below_the_text():
    places = rects(data_format.full_name, 360)
    record, text, model = (places[name] for name in ("registro", "texto do modelo", "modelo"))
    assert record.bottom < text.y < text.bottom < model.y


@pytest.mark.parametrize("width", [700, 360])
def test_the_text_is_one_in_the_face_of_code_without_room_for_an_empty_field(width):
    text = rects(EMPTY, width)["texto do modelo"]
    visits = walk(drawing(EMPTY, width=width).frame)
    lines = [v for v in visits if isinstance(v.item, TextBlock) and text.holds(v.rect)]
    assert [v.item.text for v in lines] == ["### Instrução:", "Capital da França?", "### Resposta:", "Paris."]
    assert {v.item.lines[0].runs[0].run.face.split("-")[0] for v in lines} <= {"mono", "JetBrainsMono"}
    gaps = [b.rect.y - a.rect.bottom for a, b in pairwise(lines)]
    assert gaps[1] < 40


def rects(name: str, width: float = 700) -> dict[str, Rect]:
    """Where the named elements are."""
    visits = walk(drawing(name, width=width).frame)
    return {v.item.name: v.rect for v in visits if isinstance(v.item, Frame) and v.item.name}


@pytest.mark.parametrize("width", [700, 360])
def test_the_sample_beside_the_note_is_as_empty_as_the_field(width):
    frame = Figure(1, "a", "t", "h", EXAMPLES["sem entrada"]).draw(width=width).frame
    fills = {getattr(getattr(v.item, "fill", None), "role", "") for v in walk(frame)}
    assert not any(fill.startswith("input.") for fill in fills - {"input.strong"})
