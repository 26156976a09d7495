"""Two places and what passes between them: what is said, what is refused, where things go."""

from __future__ import annotations

from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.exchange import EXAMPLES, Crossing, Exchange, Place
from infograficos.content.descriptions import DESCRIPTION_ROOM
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Frame, TextBlock, walk

A, B = Place("Memória", "model"), Place("Disco", "response")


def figure(content: Exchange) -> Figure:
    return Figure(1, "troca", "Uma troca", "O que o exemplo ensina", content)


def crossings(*back: bool) -> list[Crossing]:
    return [Crossing(f"coisa {number}", each) for number, each in enumerate(back, 1)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["histórico"].describe() == (
        "Troca entre Você e Modelo. Você → Modelo: Sou a Ana. Modelo → Você: Oi, Ana! "
        "Você → Modelo: Qual é meu nome? (com tudo o que já passou). Modelo → Você: Ana!"
    )
    assert EXAMPLES["servidor"].describe() == (
        "Troca entre Cliente (envia) e Servidor (lê, depois escreve). Cliente → Servidor: prompt. "
        "Servidor → Cliente: “Era” (após 0,2 s), “uma” (após 0,05 s), “vez” (após 0,05 s)."
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
        (
            lambda: Exchange(A, B, [Crossing("a"), Crossing("b"), Crossing("c", after=1)]),
            "Exchange: dê “after” a todas as passagens depois da primeira, ou a nenhuma",
        ),
        (
            lambda: Exchange(A, B, [Crossing("a"), Crossing("b", after=1), Crossing("c", after=10)]),
            "Exchange: as esperas somam mais de 10 vezes a menor, e a escala não cabe em uma figura",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def rects(frame: Frame) -> dict[str, Rect]:
    """Where the named elements are."""
    return {v.item.name: v.rect for v in walk(frame) if isinstance(v.item, Frame) and v.item.name}


def signposts(frame: Frame) -> list[tuple[Rect, Rect, str]]:
    """For each signpost the whole of it, its straight part and its colour, in order."""
    posts = [v for v in walk(frame) if isinstance(v.item, Frame) and v.item.name.startswith("passagem")]
    found = []
    for post in posts:
        (band,) = (v for v in walk(post.item, post.at) if isinstance(v.item, Box))
        found.append((post.rect, band.rect, band.item.fill.role))
    return found


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_names_of_both_places_are_on_one_line_whatever_is_drawn_above_them(name, width):
    content = EXAMPLES[name]
    frame = figure(content).draw(width=width).frame
    names = {content.first.name, content.second.name}
    tops = [v.rect.y for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text in names]
    assert len(tops) == 2
    assert tops[0] == pytest.approx(tops[1])


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("back", [(False,), (True,), (False, True), (False, False, True), (True,) * 4])
def test_every_signpost_points_to_where_it_goes_in_the_colour_of_where_it_comes_from(back, width):
    drawn = figure(Exchange(A, B, crossings(*back))).draw(width=width)
    assert drawn.findings == ()
    posts = signposts(drawn.frame)
    assert [band.x > whole.x for whole, band, _ in posts] == list(back)
    roles = ["response.mid" if each else "model.mid" for each in back]
    roles[-1] = roles[-1].replace("mid", "solid")
    assert [role for _, _, role in posts] == roles


def test_on_the_sheet_signposts_reach_from_place_to_place():
    frame = figure(Exchange(A, B, crossings(False, True))).draw().frame
    left, right = (rects(frame)[name] for name in ("primeiro lugar", "segundo lugar"))
    for whole, _, _ in signposts(frame):
        assert (whole.x, whole.right) == pytest.approx((left.right, right.x))
        assert left.y < whole.y < whole.bottom < left.bottom


def test_on_a_phone_signposts_lie_on_the_lanes_of_both_places_below_their_names():
    frame = figure(Exchange(A, B, crossings(False, True))).draw(width=360).frame
    left, right = (rects(frame)[name] for name in ("primeiro lugar", "segundo lugar"))
    assert left.width == pytest.approx(right.width)
    assert left.right < right.x
    names = [v.rect for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text in (A.name, B.name)]
    for whole, _, _ in signposts(frame):
        assert whole.x - left.x == pytest.approx(right.right - whole.right)
        assert left.x < whole.x < left.right < right.x < whole.right
        assert max(name.bottom for name in names) < whole.y < whole.bottom < left.bottom


@pytest.mark.parametrize("width", [700, 360])
def test_signposts_are_as_far_apart_as_their_times_and_every_wait_is_written(width):
    waits = (0.3, 0.1, 0.15)
    content = Exchange(A, B, [Crossing("a"), *(Crossing("b", after=wait) for wait in waits)])
    frame = figure(content).draw(width=width).frame
    middles = [whole.center.y for whole, _, _ in signposts(frame)]
    steps = [lower - upper for upper, lower in pairwise(middles)]
    assert [step / wait for step, wait in zip(steps, waits, strict=True)] == pytest.approx(
        [steps[0] / 0.3] * 3
    )
    written = [v.item.text for v in walk(frame) if isinstance(v.item, TextBlock) and " s" in v.item.text]
    assert sorted(written) == ["+ 0,1 s", "+ 0,15 s", "0,3 s"]


def test_what_passed_before_passes_again_with_its_history():
    content = Exchange(A, B, [Crossing("um"), Crossing("dois", back=True), Crossing("três", history=True)])
    texts = [v.item.text for v in walk(figure(content).draw().frame) if isinstance(v.item, TextBlock)]
    assert [texts.count(name) for name in ("um", "dois", "três")] == [2, 2, 1]


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
