"""Points on a plane: distances that are computed, names that are refused, groups told by shape."""

from __future__ import annotations

from itertools import combinations
from math import dist
from random import Random

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.points import EXAMPLES, Cluster, Points
from infograficos.elements.planes.hull import gap_between
from infograficos.scene.items import Path, TextBlock, walk

THREE = [[0.0, 0.0], [3.0, 4.0], [6.0, 0.0]]
NAMES = ["gato", "cachorro", "carro"]


class Array:
    """What a tensor looks like to the library."""

    def tolist(self):
        return THREE


def figure(content: Points) -> Figure:
    return Figure(1, "plano", "Um plano", "O que o exemplo ensina", content)


def texts(content: Points, width: float = 700) -> list[str]:
    frame = figure(content).draw(width=width).frame
    return [v.item.text.replace("\u00a0", " ") for v in walk(frame) if isinstance(v.item, TextBlock)]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["palavras parecidas"].describe() == (
        "Plano com 8 pontos: animais (gato, cachorro e coelho); veículos (carro, ônibus e moto); "
        "frutas (maçã e banana). Distância entre gato e cachorro: 1,06. "
        "Distância entre cachorro e carro: 2,92."
    )
    assert EXAMPLES["analogia"].describe() == (
        "Plano com 6 pontos: rei, homem, mulher, rainha, mesa e cadeira; eixos: dimensão 1 e dimensão 2. "
        "A conta rei − homem + mulher dá um ponto perto de rainha."
    )
    assert EXAMPLES["vetores"].describe() == (
        "Plano com 3 vetores: animais (gato e cachorro); sem grupo: carro."
    )


def test_a_single_point_and_long_clusters_are_described_too():
    assert Points([[1, 2]], ["só"]).describe() == "Plano com 1 ponto: só; eixos: dimensão 1 e dimensão 2."
    names = [f"uma palavra comprida {i}" for i in range(8)]
    clusters = [Cluster("um", "model", names[:4]), Cluster("outro", "input", names[4:])]
    assert Points([[i, 0] for i in range(8)], names, clusters).describe() == (
        "Plano com 8 pontos: um (uma palavra comprida 0 e mais 3); outro (uma palavra comprida 4 e mais 3)."
    )


def test_distances_are_euclidean_and_arrays_are_taken():
    plane = Points(Array(), NAMES, distance=("gato", "cachorro"))
    assert plane.distances == (5.0,)
    assert "5" in texts(plane)


def test_on_a_phone_the_distances_are_in_a_key_if_the_plane_has_no_room():
    found = texts(EXAMPLES["palavras parecidas"], 360)
    assert "gato – cachorro: 1,06" in found
    assert "1,06" not in found


def test_the_analogy_is_computed_and_answered_by_the_nearest_other_point():
    plane = EXAMPLES["analogia"]
    assert plane.analogy_place == pytest.approx((4.4, 1.4))
    assert plane.answer == "rainha"
    result = plane.analogy_place
    others = [n for n in plane.names if n not in plane.analogy]
    assert min(others, key=lambda n: dist(plane.points[plane.names.index(n)], result)) == "rainha"


def test_without_another_point_the_analogy_has_no_answer():
    plane = Points(THREE, NAMES, analogy=("gato", "cachorro", "carro"))
    assert plane.answer is None
    assert plane.describe().endswith(" A conta gato − cachorro + carro dá um ponto.")


def test_the_arrows_of_an_analogy_are_parallel():
    frame = figure(EXAMPLES["analogia"]).draw().frame
    lines = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]
    first, second = (line for line in lines if len(line.commands) == 2)
    slopes = []
    for line in (first, second):
        start, end = line.commands[0].points[0], line.commands[1].points[0]
        slopes.append((end.x - start.x) / (end.y - start.y))
    assert slopes[0] == pytest.approx(slopes[1])


@pytest.mark.parametrize("width", [700, 360])
def test_the_name_of_the_answer_is_beside_it_without_a_line_across_the_ring(width):
    frame = figure(EXAMPLES["analogia"]).draw(width=width).frame
    leaders = [v.item for v in walk(frame) if isinstance(v.item, Path) and not v.item.fill]
    assert [p for p in leaders if p.stroke and p.stroke.paint.role == "ink" and len(p.commands) == 2] == []


def test_clusters_differ_by_shape():
    frame = figure(EXAMPLES["palavras parecidas"]).draw().frame
    marks = [
        v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "mark" and v.item.fill
    ]
    shapes = {mark.fill.role: "".join(step.verb for step in mark.commands) for mark in marks}
    assert len(set(shapes.values())) == 3


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Points([[1, 2, 3], [4, 5, 6]], ["a", "b"]),
            "Points.points: os vetores têm 3 dimensões, e um plano tem 2: reduza-os antes, com PCA, t-SNE ou "
            "UMAP, ou dê só as duas colunas que quer ver",
        ),
        (
            lambda: Points([[1, 2], [4]], ["a", "b"]),
            "Points.points: cada ponto tem x e y; vieram pontos com 1 e 2 números",
        ),
        (
            lambda: Points([1, 2], ["a", "b"]),
            "Points.points: esperada uma lista de pontos, cada um com x e y, ou uma matriz de n × 2",
        ),
        (
            lambda: Points([[1, float("nan")]], ["a"]),
            "Points.points[0][1]: esperado um número finito, veio NaN",
        ),
        (
            lambda: Points(THREE, ["a", "b"]),
            "Points: points e names devem ter o mesmo tamanho; vieram 3 e 2",
        ),
        (
            lambda: Points(THREE, ["a", "b", "a"]),
            "Points: o nome “a” aparece em mais de um ponto",
        ),
        (
            lambda: Points(THREE, NAMES, distance=("gato", "cachoro")),
            "Points: o ponto “cachoro” não existe; você quis dizer “cachorro” ou “carro”?",
        ),
        (
            lambda: Points(THREE, NAMES, distance=("gato", "gato")),
            "Points: a distância é entre dois pontos; veio “gato” duas vezes",
        ),
        (
            lambda: Points(THREE, NAMES, analogy=("gato", "gato", "carro")),
            "Points: a analogia é entre três pontos diferentes",
        ),
        (
            lambda: Points(THREE, NAMES, [Cluster("a", "model", ["gato"]), Cluster("b", "input", ["gato"])]),
            "Points: o ponto “gato” está em mais de um grupo",
        ),
        (
            lambda: Points(THREE, NAMES, [Cluster("a", "model", ["gato"]), Cluster("b", "model", ["carro"])]),
            "Points: cada grupo tem um papel só seu; “model” aparece duas vezes",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_vectors_are_arrows_from_the_origin_in_the_colours_of_their_points():
    content = EXAMPLES["vetores"]
    frame = figure(content).draw().frame
    lines = [v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "connector"]
    arrows = [line for line in lines if len(line.commands) == 2]
    assert len({line.commands[0].points[0] for line in arrows}) == 1
    assert [line.stroke.paint.role for line in arrows] == ["category3.strong"] * 2 + ["ink"]


def test_more_arrows_than_one_can_tell_apart_are_refused():
    many = [[i, 1] for i in range(13)]
    message = refusal(lambda: Points(many, [str(i) for i in range(13)], arrows=True))
    assert message == "Points: 13 setas não se leem; com arrows, dê até 12 pontos"


def test_many_points_are_all_drawn_and_the_names_left_out_are_counted():
    many = Points([[i % 10 * 0.1, i // 10 * 0.1] for i in range(100)], [f"palavra {i}" for i in range(100)])
    found = [text for text in texts(many) if text.startswith("palavra ")]
    assert f"… e mais {100 - len(found)} nomes" in texts(many)


@pytest.mark.parametrize("variant", ["light", "dark"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name, variant):
    chapter = Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])])
    assert [f.finding.message for judged in check(chapter).figures for f in judged.findings] == []
    assert figure(EXAMPLES[name]).draw(variant=variant, width=360).findings == ()


@pytest.mark.parametrize("width", [700, 360])
@pytest.mark.parametrize("seed", range(3))
def test_the_names_that_the_figure_is_about_are_never_left_out(seed, width):
    rng = Random(seed)  # noqa: S311
    names = [f"palavra {i}" for i in range(14)]
    places = [(rng.uniform(0, 6), rng.uniform(0, 4)) for _ in names]
    content = Points(places, names, analogy=names[:3], distance=[names[3:5]])
    shown = set(texts(content, width))
    assert {*names[:5], content.answer} <= shown


def test_of_points_in_one_place_one_is_said_to_lie_on_the_other():
    content = Points([(0, 0), (0, 0), (2, 2)], ["a", "b", "c"])
    errors = [each for each in Figure(1, "a", "A", "B", content).draw().findings if each.severity == "error"]
    assert [each.advice for each in errors] == [
        "ela está sobre outra marca: afaste uma da outra, ou deixe só uma"
    ]


@pytest.mark.parametrize("width", [700, 360])
def test_the_shortest_distance_is_the_solid_one_and_its_group_is_lit(width):
    frame = figure(EXAMPLES["palavras parecidas"]).draw(width=width).frame
    surfaces = [v for v in walk(frame) if getattr(v.item, "purpose", "") == "surface" and v.item.fill]
    solid = [v.rect for v in surfaces if v.item.fill.role == "category3.solid"]
    words = next(v for v in walk(frame) if isinstance(v.item, TextBlock) and "1,06" in v.item.text)
    assert len(solid) == 1
    assert solid[0].holds(words.rect)
    tones = [v.item.fill.role for v in surfaces if isinstance(v.item, Path)]
    assert tones == ["category3.mid", "category1.tint", "category2.tint"]


@pytest.mark.parametrize("width", [700, 360])
def test_groups_stay_apart(width):
    frame = figure(EXAMPLES["palavras parecidas"]).draw(width=width).frame
    hulls = [v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "surface"]
    outlines = [[p for step in v.item.commands for p in step.points] for v in hulls]
    assert all(gap_between(a, b) >= 6 for a, b in combinations(outlines, 2))


def test_an_analogy_fills_the_parallelogram_of_its_two_arrows():
    frame = figure(EXAMPLES["analogia"]).draw().frame
    area = next(v.item for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "surface")
    a, b, c, d = (step.points[0] for step in area.commands if step.points)
    assert (a.x - b.x, a.y - b.y) == pytest.approx((d.x - c.x, d.y - c.y))
    assert "rei − homem + mulher ≈ rainha" in " ".join(texts(EXAMPLES["analogia"]))
