"""A record and its text: what is said, what is refused, how fields and text belong together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal
from samples import drawing

from infograficos.builders.record import EXAMPLES, Field, Record
from infograficos.chapter_07 import data_format
from infograficos.figure import Figure
from infograficos.scene.items import Box, Frame, Path, TextBlock, walk, words
from infograficos.theme import load_theme

FIELD = Field("k", "v", "m", "input")


@pytest.mark.parametrize(
    ("content", "description"),
    [
        (
            data_format.content,
            "Um registro de 3 campos vira o texto que o modelo lê: instruction sob “### Instrução:”, "
            "input (opcional) sob “### Entrada:” e output sob “### Resposta:”.",
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


def arrows(name: str, width: float) -> list[Path]:
    items = [visit.item for visit in walk(drawing(name, width=width).frame)]
    return [item for item in items if isinstance(item, Path) and item.purpose == "connector"]


def test_each_field_has_an_arrow_to_the_text_in_its_own_colour():
    pens = [arrow.stroke for arrow in arrows(data_format.full_name, 700)]
    assert [pen.paint.role for pen in pens] == ["instruction.strong", "input.strong", "response.strong"]
    assert {pen.width for pen in pens} == {load_theme().stroke["arrow"]}


def test_an_empty_field_has_no_arrow_and_no_marker():
    name = "example-record-sem-entrada"
    roles = [arrow.stroke.paint.role for arrow in arrows(name, 700)]
    assert roles == ["instruction.strong", "response.strong"]
    said = words(drawing(name).frame)
    assert "(vazio)" in said
    assert "### Entrada:" not in said


def test_an_optional_field_is_dashed_and_says_so():
    frame = drawing(data_format.full_name).frame
    dashed = [
        visit.path[-1]
        for visit in walk(frame)
        if isinstance(visit.item, Box) and visit.item.stroke and visit.item.stroke.dash
    ]
    assert dashed == ["campo input"]
    assert words(frame).count("opcional") == 1


def test_on_a_phone_the_text_is_below_the_record():
    visits = list(walk(drawing(data_format.full_name, width=360).frame))
    places = {visit.item.name: visit.rect for visit in visits if isinstance(visit.item, Frame)}
    assert places["texto do modelo"].y > places["campo output"].bottom
    assert len(arrows(data_format.full_name, 360)) == 1


@pytest.mark.parametrize("width", [700, 360])
def test_the_text_is_one_in_the_face_of_code_without_room_for_an_empty_field(width):
    visits = list(walk(drawing("example-record-sem-entrada", width=width).frame))
    text = next(v.rect for v in visits if isinstance(v.item, Frame) and v.item.name == "texto do modelo")
    lines = [v for v in visits if isinstance(v.item, TextBlock) and text.holds(v.rect)]
    assert [v.item.text for v in lines] == ["### Instrução:", "Capital da França?", "### Resposta:", "Paris."]
    assert {v.item.lines[0].runs[0].run.face.split("-")[0] for v in lines} <= {"mono", "JetBrainsMono"}
    gaps = [b.rect.y - a.rect.bottom for a, b in pairwise(lines)]
    assert gaps[1] < 2 * gaps[0] + 1


def test_each_arrow_ends_at_the_lines_of_its_field():
    visits = list(walk(drawing("example-record-sem-entrada").frame))
    rects = {v.item.name: v.rect for v in visits if isinstance(v.item, Frame)}
    joins = [v.item.joins for v in visits if isinstance(v.item, Path) and v.item.purpose == "connector"]
    assert joins == [("campo instruction", "trecho instruction"), ("campo output", "trecho output")]
    assert rects["trecho output"].x == pytest.approx(rects["texto do modelo"].x)


@pytest.mark.parametrize("name", [data_format.full_name, "example-record-conversa"])
def test_the_lines_of_each_field_are_beside_it_and_break_only_where_they_must(name):
    visits = list(walk(drawing(name).frame))
    rects = {v.item.name: v.rect for v in visits if isinstance(v.item, Frame)}
    fields = [(place, rect) for place, rect in rects.items() if place.startswith("campo")]
    parts = [(rect, rects[place.replace("campo", "trecho")]) for place, rect in fields]
    assert max(abs(field.center.y - part.center.y) for field, part in parts) < 6
    text = rects["texto do modelo"]
    assert text.bottom == pytest.approx(parts[-1][0].bottom)
    assert {len(v.item.lines) for v in visits if isinstance(v.item, TextBlock) and text.holds(v.rect)} == {1}
