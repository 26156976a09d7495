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
from infograficos.scene.items import Box, TextBlock, walk, words


def figure(content):
    return Figure(1, "janelas", "Janelas", "Cada parada prevê o próximo token", content)


#: What each tone of a cap says of its token.
PARTS = {"input.soft": "read", "response.mid": "new", "response.solid": "new"}


def rows(frame):
    """For each window, the words of its caps with where they are and what part they have."""
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


def test_a_window_reads_its_tokens_and_predicts_the_one_after_them():
    content = Windows([f"t{i}" for i in range(12)], size=3, stride=2, shown=3)
    windows = rows(figure(content).draw().frame)
    read = [[text for text, _, part in row if part == "read"] for row in windows]
    assert read == [["t0", "t1", "t2"], ["t2", "t3", "t4"], ["t4", "t5", "t6"]]
    assert [[text for text, _, part in row if part == "new"] for row in windows] == [["t3"], ["t5"], ["t7"]]
    # What is outside of a window has no face.
    assert all(len(row) == content.size + 1 for row in windows)


@pytest.mark.parametrize("width", [700, 360])
def test_a_line_lies_under_the_tokens_that_the_target_has(width):
    frame = figure(EXAMPLES["passo a passo"]).draw(width=width).frame
    boxes = [v for v in walk(frame) if isinstance(v.item, Box) and v.item.fill]
    lines = [v.rect for v in boxes if v.item.fill.role == "response.mark" and v.rect.height < 6]
    over = [
        [v.rect for v in boxes if v.item.purpose == "surface" and line.y - 40 < v.rect.center.y < line.y]
        for line in lines
    ]
    assert len(lines) == 3
    for line, row in zip(lines, over, strict=True):
        covered = [rect for rect in row if line.x - 2 <= rect.x and rect.right <= line.right + 2]
        assert len(covered) == 4


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
    assert len(columns) == content.shown
    for column, start in zip(columns, content.starts, strict=False):
        end = start + content.size
        assert column == [
            *(("read", token) for token in content.tokens[start:end]),
            ("new", content.tokens[end]),
        ]


def test_on_a_phone_a_line_is_beside_each_token_of_a_target_and_the_key_names_it():
    content = Windows([f"token{i}" for i in range(12)], size=3, stride=2, shown=3)
    visits = list(walk(figure(content).draw(width=360).frame))
    tall = [v.rect for v in visits if isinstance(v.item, Box) and 0 < 2 * v.rect.width < v.rect.height]
    assert len(tall) == content.size * content.shown
    assert "alvo" in [v.item.text for v in visits if isinstance(v.item, TextBlock)]


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
def test_every_sheet_says_which_token_is_new(width):
    found = words(figure(EXAMPLES["sem sobreposição"]).draw(width=width).frame)
    assert "token novo" in found
