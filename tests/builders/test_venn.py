"""Sets and what they have in common: what is computed, what is said, what is refused, how large areas are."""

from __future__ import annotations

from math import pi

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.venn import EXAMPLES, Intersection, Set, Venn
from infograficos.elements.sets.circles import VennCircle, circles_to_scale, common_area, region_areas
from infograficos.scene.items import TextBlock, walk

AB = [Set("A", 120), Set("B", 90)]


def figure(content: Venn) -> Figure:
    return Figure(1, "conjuntos", "Conjuntos", "O que é comum", content)


def texts(content: Venn, width: float = 700) -> list[str]:
    found = walk(figure(content).draw(width=width).frame)
    return [visit.item.text for visit in found if isinstance(visit.item, TextBlock)]


def test_regions_are_counted_from_what_the_sets_have_and_share():
    content = Venn(AB, [Intersection(["B", "A"], 40)])
    assert content.describe() == (
        "Conjuntos: A (120) e B (90). Em comum, A e B: 40. Em cada um, só A: 80; só B: 50."
    )
    assert {"120", "90", "80", "50", "40"} <= set(texts(content))


def test_the_example_of_three_sets_is_described_word_for_word():
    assert EXAMPLES["três buscas"].describe() == (
        "Conjuntos: BM25 (100\u00a0respostas), vetores (80\u00a0respostas) e grafo (50\u00a0respostas). "
        "Em comum, BM25 e vetores: 40; BM25 e grafo: 20; vetores e grafo: 15; BM25, vetores e grafo: 10."
    )


def test_the_areas_of_two_circles_and_of_what_they_share_are_to_scale():
    circles = circles_to_scale({(0,): 120, (1,): 90, (0, 1): 40})
    assert circles is not None
    first, second = (pi * each.radius**2 for each in circles)
    assert second / first == pytest.approx(90 / 120)
    assert common_area(circles) / first == pytest.approx(40 / 120, rel=1e-6)


def test_sets_apart_have_circles_apart_and_a_part_is_inside_its_whole():
    apart = circles_to_scale({(0,): 4, (1,): 1, (0, 1): 0})
    inside = circles_to_scale({(0,): 4, (1,): 1, (0, 1): 1})
    assert apart is not None
    assert inside is not None
    assert apart[1].x - apart[0].x > apart[0].radius + apart[1].radius
    assert inside[1].x + inside[1].radius < inside[0].x + inside[0].radius


def test_the_areas_of_three_circles_are_in_the_order_of_their_numbers():
    common = {(0,): 100, (1,): 80, (2,): 50, (0, 1): 40, (0, 2): 20, (1, 2): 15, (0, 1, 2): 10}
    circles = circles_to_scale(common)
    assert circles is not None
    areas = region_areas(circles)
    order = sorted(areas, key=areas.__getitem__)
    assert order[0] == (1, 2)
    assert order[-3:] == [(0, 1), (1,), (0,)]


def test_the_area_that_three_circles_share_is_that_of_the_small_one_inside_both_others():
    circles = (VennCircle(0.0, 0.0, 2.0), VennCircle(1.0, 0.0, 2.0), VennCircle(0.5, 0.2, 0.5))
    assert common_area(circles) == pytest.approx(pi / 4)


def test_circles_that_no_areas_can_follow_are_equal_and_a_note_says_so():
    pairs = [Intersection(["A", "B"], 40), Intersection(["A", "C"], 40), Intersection(["B", "C"], 40)]
    sets = [Set("A", 100), Set("B", 100), Set("C", 100)]
    content = Venn(sets, [*pairs, Intersection(["A", "B", "C"], 0)])
    assert "áreas fora de escala" in texts(content)
    assert "áreas fora de escala" not in texts(Venn(AB, [Intersection(["A", "B"], 40)]))


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Venn(AB, [Intersection(["A", "B"], 91)]),
            "Venn: a interseção de A e B tem 91, mais que B, que tem 90",
        ),
        (
            lambda: Venn([*AB, Set("C", 9)], [Intersection(["A", "C"], 5), Intersection(["B", "C"], 6)]),
            "Venn: as interseções de “C” somam 11, mais que os seus 9",
        ),
        (
            lambda: Venn(AB, [Intersection(["A", "B"])]),
            "Venn: dê “size” a todos os conjuntos e interseções, ou a nenhum",
        ),
        (
            lambda: Venn([Set("A", 3), Set("B", 3)], [Intersection(["A", "B"], 3)]),
            "Venn: A e B são o mesmo conjunto; dê um só",
        ),
        (
            lambda: Venn([Set("A", 3), Set("B", 0)]),
            "Venn: o conjunto “B” está vazio; um círculo precisa de área",
        ),
        (
            lambda: Venn(AB, [Intersection(["A", "A"], 3)]),
            "Venn: a interseção é de conjuntos diferentes; veio “A” duas vezes",
        ),
        (
            lambda: Venn(AB, [Intersection(["A", "B"], 3), Intersection(["B", "A"], 3)]),
            "Venn: a interseção de A e B aparece duas vezes",
        ),
        (
            lambda: Venn([Set("A"), Set("precisão")], [Intersection(["A", "precisao"])]),
            "Venn: o conjunto “precisao” não existe; você quis dizer “precisão”?",
        ),
    ],
)
def test_sets_that_cannot_be_as_said_are_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
