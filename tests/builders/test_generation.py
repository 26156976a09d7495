"""A text that grows token by token: what is said, what is refused, what stands under what."""

from __future__ import annotations

import pytest
from blocks import caps
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.generation import EXAMPLES, Generation
from infograficos.scene.geometry import Point
from infograficos.scene.items import Path, TextBlock, walk


def figure(content: Generation) -> Figure:
    return Figure(1, "geracao", "Geração", "O que o exemplo ensina", content)


def test_the_examples_are_described_word_for_word():
    told = (
        "Geração em 3 passos, um token por passo. Depois de “O gato subiu” vêm “no”, “muro” e “.”; cada um "
        "volta como entrada do passo seguinte."
    )
    assert EXAMPLES["laço do decoder"].describe() == f"{told} O último passo lê 5 tokens."
    assert EXAMPLES["com cache"].describe() == (f"{told} Com o cache, o último passo lê 1 token em vez de 5.")


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
    assert all(len(columns[token]) == 1 for token in ("O", "gato", "subiu", "no", "muro", "."))


def surfaces(content: Generation, width: int):
    """The chips, or the marks that stand for them, in the order in which they are drawn, key included."""
    return caps(figure(content).draw(width=width).frame)


@pytest.mark.parametrize(("width", "keys"), [(700, 0), (360, 1)])
@pytest.mark.parametrize(("name", "kept"), [("laço do decoder", 0), ("com cache", 3 + 4)])
def test_with_a_cache_only_the_newest_token_of_a_later_step_is_read(name, kept, width, keys):
    pale = [v for v in surfaces(EXAMPLES[name], width) if v.item.fill.role == "surface"]
    assert len(pale) == (kept + keys if kept else 0)


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize(
    "content", [*EXAMPLES.values(), Generation(["palavra"] * 8, ["abacaxi", "banana", "caju"])]
)
def test_an_arrow_leads_from_each_new_token_to_where_the_next_step_reads_it(content, width):
    visits = list(walk(figure(content).draw(width=width).frame))
    arrows = [v.rect for v in visits if isinstance(v.item, Path) and v.item.purpose == "connector"]
    assert len(arrows) == len(content.generated) - 1
    chips = surfaces(content, width)
    new = [v.rect for v in chips if v.item.fill.role == "response.mid"]
    again = [v.rect for v in chips if v.item.fill.role == "response.soft" and v.rect not in new]
    for arrow, output in zip(arrows, new, strict=False):
        across = abs(arrow.center.x - output.center.x) < 1
        down = abs(arrow.center.y - output.center.y) < 1
        assert across != down
        after = arrow.translate(Point(0.0, 24.0) if across else Point(24.0, 0.0))
        assert any(rect.overlaps(after) for rect in again)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
