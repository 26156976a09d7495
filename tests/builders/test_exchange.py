"""Two places and what passes between them: what is said, what is refused, where the arrows run."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.exchange import EXAMPLES, Crossing, Exchange, Place
from infograficos.content.descriptions import DESCRIPTION_ROOM
from infograficos.scene.geometry import Point
from infograficos.scene.items import Frame, Path, TextBlock, walk

A, B = Place("Memória", "model"), Place("Disco", "response")


def figure(content: Exchange) -> Figure:
    return Figure(1, "troca", "Uma troca", "O que o exemplo ensina", content)


def crossings(*back: bool) -> list[Crossing]:
    return [Crossing(f"coisa {number}", each) for number, each in enumerate(back, 1)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["salvar e carregar"].describe() == (
        "Troca entre Memória (pesos na GPU) e Disco (gpt2.pt). Memória → Disco: torch.save. "
        "Disco → Memória: torch.load."
    )
    assert EXAMPLES["ferramenta"].describe() == (
        "Troca entre Modelo (escreve a chamada) e Ferramenta (faz a conta). Modelo → Ferramenta: 37 × 41. "
        "Ferramenta → Modelo: 1517."
    )


def test_a_way_that_nothing_goes_is_not_said():
    content = Exchange(A, B, crossings(True, True))
    assert content.describe() == "Troca entre Memória e Disco. Disco → Memória: coisa 1, coisa 2."


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Exchange(A, B, []),
            "Exchange.crossings: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
        (
            lambda: Exchange(A, B, crossings(*[False] * 9)),
            "Exchange.crossings: esperada uma lista de no máximo 8 itens, veio uma lista com 9 itens",
        ),
        (
            lambda: Exchange(A, Place("memória ", "input"), crossings(False)),
            "Exchange: esperados nomes diferentes; “memória” aparece duas vezes",
        ),
        (
            lambda: Crossing("x" * 37),
            "Crossing.name: esperado um texto de no máximo 36 caracteres, veio um de 37",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def ends(frame: Frame) -> list[tuple[Point, Point]]:
    """Start and tip of every arrow."""
    arrows = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]
    return [
        (v.item.commands[0].points[0].translate(v.at), v.item.commands[-2].points[0].translate(v.at))
        for v in arrows
    ]


def cards(frame: Frame):
    named = {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}
    return named["primeiro lugar"], named["segundo lugar"]


@pytest.mark.parametrize("back", [(False,), (True,), (False, True), (False, False, True), (True,) * 4])
def test_on_the_sheet_every_arrow_reaches_from_card_to_card(back):
    drawn = figure(Exchange(A, B, crossings(*back))).draw()
    left, right = cards(drawn.frame)
    assert drawn.findings == ()
    assert len(ends(drawn.frame)) == len(back)
    for (start, tip), returns in zip(ends(drawn.frame), back, strict=True):
        reached = (right.x, left.right) if returns else (left.right, right.x)
        assert (start.x, tip.x) == pytest.approx(reached, abs=2)
        assert start.y == tip.y
        assert left.y < start.y < left.bottom


@pytest.mark.parametrize(("back", "ways"), [((False, False), 1), ((True,), 1), ((True, False, True), 2)])
def test_on_a_phone_there_is_one_arrow_each_way(back, ways):
    drawn = figure(Exchange(A, B, crossings(*back))).draw(width=360)
    top, bottom = cards(drawn.frame)
    assert drawn.findings == ()
    arrows = ends(drawn.frame)
    assert len(arrows) == ways
    for start, tip in arrows:
        assert sorted((start.y, tip.y)) == pytest.approx([top.bottom, bottom.y], abs=2)
        assert start.x == tip.x
    assert arrows[-1][0].y == pytest.approx(bottom.y if any(back) else top.bottom, abs=2)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("count", range(1, 9))
def test_any_number_of_things_passes_in_order(count, width):
    content = Exchange(A, B, [Crossing(f"passo {n}", back=n % 3 == 0) for n in range(1, count + 1)])
    drawn = figure(content).draw(width=width)
    assert [finding.message for finding in drawn.findings if finding.severity == "error"] == []
    tops = {v.item.text: v.rect.y for v in walk(drawn.frame) if isinstance(v.item, TextBlock)}
    heights = [tops[f"passo {n}"] for n in range(1, count + 1)]
    assert heights == sorted(set(heights))


def test_things_are_described_in_the_order_in_which_they_pass():
    content = Exchange(A, B, [Crossing("a"), Crossing("b"), Crossing("c", back=True), Crossing("d")])
    assert content.describe().endswith("Memória → Disco: a, b. Disco → Memória: c. Memória → Disco: d.")


def test_things_without_room_in_the_description_are_counted():
    content = Exchange(A, B, [Crossing(f"uma mensagem {n}", back=n % 2 == 1) for n in range(8)])
    assert content.describe().endswith(" E mais 3 passagens.")
    assert len(content.describe()) <= DESCRIPTION_ROOM
