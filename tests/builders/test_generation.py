"""A text that grows token by token: what is said, what is refused, what stands under what."""

from __future__ import annotations

import pytest
from blocks import caps
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.generation import EXAMPLES, Generation
from infograficos.scene.geometry import Point, Rect
from infograficos.scene.items import Frame, Path, TextBlock, walk


def figure(content: Generation) -> Figure:
    return Figure(1, "geracao", "Geração", "O que o exemplo ensina", content)


def test_the_examples_are_described_word_for_word():
    told = (
        "Geração em 3 passos, um token por passo. Depois de “Era uma” vêm “vez”, “um” e “rei”; cada um "
        "volta como entrada do passo seguinte."
    )
    assert EXAMPLES["laço do decoder"].describe() == f"{told} O último passo lê 4 tokens."
    assert EXAMPLES["com cache"].describe() == (f"{told} Com o cache, o último passo lê 1 token em vez de 4.")


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Generation(["a"], ["b"]),
            "Generation.generated: esperada uma lista de ao menos 2 itens, veio uma lista com 1 item",
        ),
        (
            lambda: Generation(["a"] * 8, ["b"] * 4),
            "Generation: os passos somam 42 tokens desenhados; até 30 se leem bem. Mostre menos passos ou "
            "um contexto mais curto",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def places(content: Generation, width: int = 700):
    """Each word and where it stands, in the order in which they are drawn."""
    texts = [v for v in walk(figure(content).draw(width=width).frame) if isinstance(v.item, TextBlock)]
    return [(v.item.text, v.rect) for v in texts]


def test_on_the_sheet_every_token_keeps_its_column():
    columns: dict[str, set[float]] = {}
    for text, rect in places(EXAMPLES["laço do decoder"]):
        columns.setdefault(text, set()).add(round(rect.center.x, 2))
    assert all(len(columns[token]) == 1 for token in ("Era", "uma"))
    # One is the column in which a later step reads it, after that in which it drops out of the model.
    assert [len(columns[token]) for token in ("vez", "um", "rei")] == [2, 2, 1]


def surfaces(content: Generation, width: int):
    """The chips, or the marks that stand for them, in the order in which they are drawn, key included."""
    return caps(figure(content).draw(width=width).frame)


def flows(content: Generation, width: int = 700):
    """The names that each flow joins, and the rectangles of all names."""
    visits = list(walk(figure(content).draw(width=width).frame))
    joins = dict.fromkeys(v.item.joins for v in visits if isinstance(v.item, Path) and v.item.joins)
    return joins, {v.item.name: v.rect for v in visits if isinstance(v.item, Frame) and v.item.name}


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("content", EXAMPLES.values())
def test_a_flow_leads_from_each_new_token_to_where_the_next_step_reads_it(content, width):
    joins, rects = flows(content, width)
    assert list(joins) == [("novo 0", "lido 1"), ("novo 1", "lido 2")]
    for start, end in joins:
        assert rects[start].bottom < rects[end].y


def test_a_model_stands_between_what_a_step_reads_and_what_it_adds():
    frame = figure(EXAMPLES["laço do decoder"]).draw().frame
    visits = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.fill]
    tops = [v.rect for v in visits if v.item.fill.role.startswith("model.")]
    _, rects = flows(EXAMPLES["laço do decoder"])
    read, new = rects["lido 1"], rects["novo 1"]
    row = [rect for rect in tops if abs(rect.center.y - read.center.y) < 40]
    assert row
    assert all(read.right < rect.x and rect.right < new.x for rect in row)


#: Too many long words for rows on a phone.
LONG = ["palavra"] * 8, ["abacaxi", "banana", "caju"]


@pytest.mark.parametrize(
    ("content", "width", "kept"),
    [
        (EXAMPLES["laço do decoder"], 700, 0),
        (EXAMPLES["com cache"], 700, 2 + 3),
        # With the one in the key.
        (Generation(*LONG, cached=True), 360, 8 + 9 + 1),
    ],
)
def test_with_a_cache_only_the_newest_token_of_a_later_step_is_read(content, width, kept):
    in_cache = [v for v in surfaces(content, width) if v.item.fill.role == "model.soft"]
    assert len(in_cache) == kept
    words = [text for text, _ in places(content, width)]
    assert ("já no cache" in words) == bool(kept)


@pytest.mark.parametrize("width", [700, 360])
def test_in_a_row_of_its_own_one_token_enters_and_those_in_the_cache_are_in_a_tray(width):
    frame = figure(EXAMPLES["com cache"]).draw(width=width).frame
    trays = [v.rect for v in walk(frame) if isinstance(v.item, Path) and is_side(v.item)]
    words = [(text, rect) for text, rect in places(EXAMPLES["com cache"], width)]
    inside = [
        [text for text, rect in words if tray.union(rect).width == tray.width and near(rect, tray)]
        for tray in trays
    ]
    assert inside == [["Era", "uma"], ["Era", "uma", "vez"]]
    _, rects = flows(EXAMPLES["com cache"], width)
    assert all(rects[f"lido {step}"].x > tray.right for step, tray in enumerate(trays, 1))


def is_side(item: Path) -> bool:
    """Whether a path is the sides and the floor of a tray."""
    return bool(item.purpose == "mark" and item.stroke and item.stroke.paint.role == "model.mark")


def near(rect: Rect, tray: Rect) -> bool:
    return abs(rect.center.y - tray.center.y) < 20


@pytest.mark.parametrize("content", [Generation(*LONG), Generation(*LONG, cached=True)])
def test_beside_rows_an_arrow_leads_from_each_new_token_to_the_next_column(content):
    visits = list(walk(figure(content).draw(width=360).frame))
    arrows = [v.rect for v in visits if isinstance(v.item, Path) and v.item.purpose == "connector"]
    assert len(arrows) == len(content.generated) - 1
    chips = surfaces(content, 360)
    new = [v.rect for v in chips if v.item.fill.role == "response.mid"]
    again = [v.rect for v in chips if v.item.fill.role == "response.soft"]
    for arrow, output in zip(arrows, new, strict=False):
        assert arrow.center.y == pytest.approx(output.center.y, abs=1)
        assert any(rect.overlaps(arrow.translate(Point(24.0, 0.0))) for rect in again)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
