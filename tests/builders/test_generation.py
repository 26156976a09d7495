"""A text that grows token by token: what is said, what is refused, what stands under what."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.generation import EXAMPLES, Generation
from infograficos.scene.items import TextBlock, walk


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
    """Each word's role and where it stands, in the order in which they are drawn."""
    texts = [v for v in walk(figure(content).draw(width=width).frame) if isinstance(v.item, TextBlock)]
    return [(v.item.text, v.item.lines[0].runs[0].paint.role, v.rect) for v in texts]


def test_on_the_sheet_every_token_keeps_its_column():
    columns: dict[str, set[float]] = {}
    for text, _, rect in places(EXAMPLES["laço do decoder"]):
        columns.setdefault(text, set()).add(round(rect.center.x, 2))
    assert all(len(columns[token]) == 1 for token in ("O", "gato", "subiu", "no", "muro", "."))


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize(("name", "kept"), [("laço do decoder", 0), ("com cache", 3 + 4)])
def test_with_a_cache_only_the_newest_token_of_a_later_step_is_read(name, kept, width):
    tokens = {"O", "gato", "subiu", "no", "muro", "."}
    pale = [text for text, role, _ in places(EXAMPLES[name], width) if text in tokens and role == "muted"]
    assert len(pale) == kept


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
