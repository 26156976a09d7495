"""Sliding windows: which there are, what is said and refused, and that a column is a place in the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from blocks import caps
from hypothesis import given
from hypothesis import strategies as st
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.windows import EXAMPLES, Windows
from infograficos.scene.items import TextBlock, walk, words


def figure(content):
    return Figure(1, "janelas", "Janelas", "Cada parada prevê o próximo token", content)


#: What each tone of a cap says of its token.
PARTS = {"input.soft": "read", "response.mid": "target", "response.solid": "target"}


def rows(frame):
    """For each row, the words of its caps with where they are and what part they have."""
    found: dict[float, list[tuple[str, float, str]]] = {}
    for face in caps(frame):
        for visit in walk(frame):
            if isinstance(visit.item, TextBlock) and face.rect.holds(visit.rect):
                cap = visit.item.text, round(face.rect.center.x, 2), PARTS[face.item.fill.role]
                found.setdefault(round(face.rect.y), []).append(cap)
    return [found[y] for y in sorted(found)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["passo a passo"].describe() == (
        "3 janelas de 4 tokens sobre um texto de 7 tokens, com passo de 1 token. Na primeira, a entrada é "
        "“Lá · vem · o · sol” e o alvo, um token adiante, acaba em “e”; a segunda começa em "
        "“vem” e acaba em “eu”."
    )
    assert Windows(["a", "b"], size=1).describe() == (
        "1 janela de 1 token sobre um texto de 2 tokens. Nela, a entrada é “a” e o alvo, um token adiante, "
        "acaba em “b”."
    )


@given(st.integers(2, 60), st.integers(1, 8), st.integers(1, 9))
def test_every_window_has_a_whole_target_and_no_further_one_would(length, size, stride):
    if length <= size:
        return
    starts = Windows([f"t{i}" for i in range(length)], size, stride).starts
    assert starts[0] == 0
    assert all(b - a == stride for a, b in pairwise(starts))
    assert starts[-1] + size + 1 <= length < starts[-1] + stride + size + 1


def test_a_window_reads_its_tokens_and_predicts_those_one_later():
    content = Windows([f"t{i}" for i in range(12)], size=3, stride=2, shown=3)
    found = [[(text, part) for text, _, part in row] for row in rows(figure(content).draw().frame)]
    assert found == [
        [(f"t{start + later + i}", part) for i in range(3)]
        for start in (0, 2, 4)
        for later, part in ((0, "read"), (1, "target"))
    ]


@pytest.mark.parametrize("width", [700, 360])
def test_windows_that_share_no_token_go_down_stairs_and_many_are_beside_each_other(width):
    found = rows(figure(EXAMPLES["sem sobreposição"]).draw(width=width).frame)
    stairs = [["Lá", "vem"], ["vem", "o"], ["o", "sol"], ["sol", "e"], ["e", "eu"], ["eu", "vou"]]
    assert [[text for text, _, _ in row] for row in found] == stairs
    found = rows(figure(Windows(list("abcde"), size=1, shown=4)).draw(width=width).frame)
    assert ["".join(text for text, _, _ in row) for row in found] == ["abcd", "bcde"]


def test_where_there_is_room_each_token_keeps_its_column():
    places = {}
    for row in rows(figure(EXAMPLES["passo a passo"]).draw().frame):
        for text, x, _ in row:
            places.setdefault(text, set()).add(x)
    assert all(len(xs) == 1 for xs in places.values())


def marks(frame):
    """Each column of marks from the left: what part each mark has, and at which words' height it is."""
    texts = {round(v.rect.center.y): v.item.text for v in walk(frame) if isinstance(v.item, TextBlock)}
    columns: dict[float, list[tuple[str, str]]] = {}
    for v in caps(frame):
        token = next((text for y, text in texts.items() if abs(y - v.rect.center.y) < 5), "")
        columns.setdefault(round(v.rect.x), []).append((PARTS[v.item.fill.role], token))
    return [columns[x] for x in sorted(columns)]


@pytest.mark.parametrize(
    "content",
    [
        Windows([f"token{i}" for i in range(12)], size=3, stride=2, shown=3),
        Windows([f"token{i}" for i in range(12)], size=4, stride=1, shown=4),
    ],
)
def test_on_a_phone_no_window_is_cut_and_each_stands_lower_than_the_last(content):
    drawing = figure(content).draw(width=360)
    assert drawing.findings == ()
    columns = [each for each in marks(drawing.frame) if each[0][1] in content.tokens]
    assert len(columns) == 2 * content.shown
    for number, column in enumerate(columns):
        part, start = number % 2, content.starts[number // 2] + number % 2
        name = ("read", "target")[part]
        assert column == [(name, token) for token in content.tokens[start : start + content.size]]


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize(
    ("size", "stride", "shown"), [(1, 60, 2), (8, 8, 4), (8, 1, 4), (4, 4, 4), (1, 1, 4)]
)
def test_windows_of_any_size_and_stride_fit_the_sheet(size, stride, shown, width):
    content = Windows([f"palavra{i}" for i in range(80)], size, stride, shown)
    assert figure(content).draw(width=width).findings == ()


def test_a_long_run_of_equal_rows_is_one_ellipsis():
    frame = figure(Windows([f"palavra{i}" for i in range(80)], 1, 60, 2)).draw(width=360).frame
    found = [v.item.text for v in walk(frame) if isinstance(v.item, TextBlock)]
    assert found.count("⋮") == 1
    assert {"palavra0", "palavra1", "palavra60", "palavra61"} <= set(found)


def test_tokens_between_two_windows_are_as_far_apart_as_those_in_them():
    content = Windows(tokens=[f"palavras{letter}" for letter in "agjÍgÁpÂ"], size=1, stride=5)
    frame = figure(content).draw(width=360).frame
    rows = [visit.at.y for visit in walk(frame) if getattr(visit.item, "text", "") in content.tokens]
    assert len(rows) >= 7
    assert max(b - a for a, b in pairwise(rows)) == pytest.approx(min(b - a for a, b in pairwise(rows)))


def test_windows_that_are_not_drawn_are_counted():
    drawing = figure(Windows([f"t{i}" for i in range(512)], size=8, stride=8)).draw()
    assert "… e mais 61 janelas, em 512 tokens" in words(drawing.frame)
    assert drawing.findings == ()


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Windows(["a", "b", "c", "d"]),
            "Windows: o texto tem 4 tokens, e com size=4 são precisos ao menos 5: os da entrada e mais "
            "um, que só o alvo tem",
        ),
        (lambda: Windows([]), "Windows.tokens: esperada uma lista de ao menos 1 item, veio uma lista vazia"),
        (
            lambda: Windows(["a", "b"], size=1, stride=0),
            "Windows.stride: esperado um número maior ou igual a 1, veio 0",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


@pytest.mark.parametrize("width", [700, 360])
def test_every_sheet_names_input_and_target(width):
    frame = figure(EXAMPLES["sem sobreposição"]).draw(width=width).frame
    assert {"entrada", "alvo"} <= {v.item.text for v in walk(frame) if isinstance(v.item, TextBlock)}
