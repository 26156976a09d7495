"""A vector times matrices: products that are computed, shapes that agree."""

from __future__ import annotations

import pytest
from blocks import caps
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.projection import EXAMPLES, Projection, Weights
from infograficos.scene.items import Frame, Path, TextBlock, walk, words


def figure(content: Projection) -> Figure:
    return Figure(1, "projecao", "Uma projeção", "O que o exemplo ensina", content)


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["consulta, chave e valor"].describe() == (
        "O vetor x = [1,0; 0,5; −1,0] multiplicado por W sub Q (3 × 2) dá q = [0,7; 0,4] "
        "(o que procuro); por W sub K (3 × 2) dá k = [0,5; 0,0] (o que ofereço); "
        "por W sub V (3 × 2) dá v = [−0,3; −0,3] (o que entrego)."
    )
    assert EXAMPLES["uma cabeça do GPT-2"].describe() == (
        "O vetor x, de 768 números, multiplicado por W sub Q (768 × 64) dá q, com 64 números; "
        "por W sub K (768 × 64) dá k, com 64 números; por W sub V (768 × 64) dá v, com 64 números."
    )


def test_one_number_is_said_in_the_singular():
    content = Projection("x", [Weights("W", "y", "model", size=1)], size=1)
    assert content.describe() == "O vetor x, de 1 número, multiplicado por W (1 × 1) dá y, com 1 número."


def test_a_row_vector_is_multiplied_from_the_left():
    content = Projection("x", [Weights("W", "y", "model", [[1, 2, 3], [10, 20, 30]])], values=[1, 0.5])
    assert content.results == ((6.0, 12.0, 18.0),)


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("name", EXAMPLES)
def test_each_matrix_is_level_with_its_result_left_of_it(name, width):
    frame = figure(EXAMPLES[name]).draw(width=width).frame
    rects = {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}
    for matrix, result in (("$W_Q$", "q"), ("$W_K$", "k"), ("$W_V$", "v")):
        assert rects[matrix].right < rects[result].x
        assert rects[matrix].center.y == pytest.approx(rects[result].center.y)


@pytest.mark.parametrize("width", [700, 360])
def test_flows_lead_into_each_matrix_and_out_of_it_in_its_role(width):
    frame = figure(EXAMPLES["consulta, chave e valor"]).draw(width=width).frame
    flows = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.joins and v.item.fill]
    roles = {flow.joins: flow.fill.role for flow in flows if flow.purpose == "surface"}
    assert roles == {
        ("x", "$W_Q$"): "instruction.mid", ("$W_Q$", "q"): "instruction.mid",
        ("x", "$W_K$"): "model.mid", ("$W_K$", "k"): "model.mid",
        ("x", "$W_V$"): "response.mid", ("$W_V$", "v"): "response.mid",
    }  # fmt: skip


@pytest.mark.parametrize("width", [700, 360])
def test_flows_leave_the_vector_without_crossing(width):
    frame = figure(EXAMPLES["uma cabeça do GPT-2"]).draw(width=width).frame
    lines = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.joins[:1] == ("x",)]
    middles = {line.joins[1]: line.commands[0].points[0] for line in lines}
    starts = [middles[name] for name in ("$W_Q$", "$W_K$", "$W_V$")]
    # On a phone the farthest lane's flow is the outer one.
    order = [point.y for point in starts] if width == 700 else [-point.x for point in starts]
    assert order == sorted(order)


def test_a_plate_has_the_rows_and_columns_of_its_matrix():
    def lines(rows: int, columns: int) -> int:
        frame = figure(Projection("x", [Weights("W", "y", "model", size=columns)], size=rows)).draw().frame
        grid = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "ornament"]
        return max(len(path.commands) // 2 for path in grid if path.stroke)

    assert [lines(2, 3), lines(4, 5)] == [3, 7]


def test_what_a_result_means_is_written_beside_its_name():
    frame = figure(EXAMPLES["consulta, chave e valor"]).draw().frame
    assert "q o que procuro" in " ".join(words(frame).split())


def test_all_vectors_share_one_scale_of_tones():
    weights = [Weights("A", "a", "model", [[1.0, -0.1]]), Weights("B", "b", "model", [[0.1, -0.5]])]
    frame = figure(Projection("x", weights, values=[2.0])).draw().frame
    slate = [face.item.fill.role for face in caps(frame) if face.item.fill.role.startswith("masked")]
    # −0.2 and −1.0 as numbers of 2 at most.
    assert slate == ["masked.tint", "masked.mid"]


def test_the_shapes_are_written():
    frame = figure(EXAMPLES["uma cabeça do GPT-2"]).draw().frame
    found = [v.item.text.replace("\u00a0", " ") for v in walk(frame) if isinstance(v.item, TextBlock)]
    assert found.count("768 × 64") == 3
    assert found.count("d = 64") == 3
    assert found.count("d = 768") == 1


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Projection("x", [Weights("W", "y", "model", [[1.0]])], values=[1.0, 2.0]),
            "Projection: “W” precisa de 2 linhas, uma por número de “x”; tem 1",
        ),
        (
            lambda: Projection("x", [Weights("W", "y", "model", size=4)], values=[1.0]),
            "Projection: “W”: dê os números do vetor e de todas as matrizes, ou só os tamanhos",
        ),
        (
            lambda: Projection("x", [Weights("W", "x", "model", size=4)], size=8),
            "Projection: cada vetor e cada matriz tem um nome só seu; “x” aparece duas vezes",
        ),
        (
            lambda: Weights("W", "y", "model"),
            "Weights: “W”: dê values ou size: um dos dois, e só um",
        ),
        (
            lambda: Weights("W", "y", "model", [[1.0, 2.0], [3.0]]),
            "Weights: as linhas de “W” devem ter o mesmo tamanho; vieram linhas de 1 e 2",
        ),
        (
            lambda: Weights("W", "y", "model", [1.0]),
            "Weights.values: esperada uma lista de linhas, cada uma delas uma lista",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("variant", ["light", "dark"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name, variant):
    chapter = Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])])
    assert [f.finding.message for judged in check(chapter).figures for f in judged.findings] == []
    assert figure(EXAMPLES[name]).draw(variant=variant, width=360).findings == ()


@pytest.mark.parametrize("width", [700, 360])
def test_the_name_of_a_matrix_is_larger_than_its_index(width):
    frame = figure(EXAMPLES["uma cabeça do GPT-2"]).draw(width=width).frame
    names = [v.item for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text[:1] == "W"]
    sizes = [[run.run.size for line in name.lines for run in line.runs] for name in names]
    assert len(sizes) == 3
    assert all(letter > index for letter, index in sizes)
