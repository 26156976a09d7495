"""Lines over steps: what is said, what is refused, which point is the lowest, what the axes say."""

from __future__ import annotations

import unicodedata

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.curves import EXAMPLES, Curves, NamedPoint, Series
from infograficos.scene.items import Box, Ellipse, Path, TextBlock, walk, words


def figure(content: Curves) -> Figure:
    return Figure(1, "a", "Curvas", "O que o exemplo ensina", content)


def drawn(content: Curves, width: float = 700):
    return figure(content).draw(width=width).frame


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (
            "overfitting",
            "Loss por passo, de 0 a 1000: treino, de 4,21 a 0,75; validação, de 4,23 a 2,55, "
            "com menor valor 1,83 (passo 400). Entre elas, depois do menor ponto: overfitting.",
        ),
        (
            "taxas de aprendizado",
            "Loss por época, de 1 a 8: 0,001 aprende, de 4,20 a 1,70; 0,0001 rasteja, de 4,20 a 3,11; "
            "0,1 explode, de 4,20 a 5,40.",
        ),
    ],
)
def test_the_examples_are_described_word_for_word(name, description):
    assert EXAMPLES[name].describe() == description


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_examples_follow_all_guidelines(name):
    report = check(Chapter(1, "Amostra", [figure(EXAMPLES[name])]))
    assert [each.finding.message for each in report.figures[0].findings] == []
    assert report.figures[0].words <= 60


@pytest.mark.parametrize("x_name", ["passo", "época", "dia"])
def test_the_lowest_point_is_said_whatever_the_gender_of_the_steps(x_name):
    curves = Curves([Series("a", [2, 1, 3], "model")], x_name=x_name, lowest="a", places=1)
    assert curves.describe().endswith(f"a, de 2,0 a 3,0, com menor valor 1,0 ({x_name} 2).")
    shown = [v for v in walk(drawn(curves)) if getattr(v.item, "text", "") in ("menor: 1,0", "2")]
    # The step is below the point that the flag stands on.
    point = next(v.rect for v in walk(drawn(curves)) if isinstance(v.item, Ellipse))
    assert [v.item.text for v in shown] == ["2", "menor: 1,0"]
    assert shown[0].rect.center.x == pytest.approx(point.center.x)


@pytest.mark.parametrize("width", [700, 360])
def test_named_points_have_their_values_and_columns_and_the_first_one_the_only_solid_fill(width):
    points = [NamedPoint(1, "alto", "alert"), NamedPoint(3, "baixo", "response")]
    curves = Curves([Series("a", [8, 4, 2, 1], "alert")], points=points, places=0)
    assert (
        curves.describe()
        == "Loss por passo, de 1 a 4: a, de 8 a 1. Em destaque: alto: 8 (passo 1) e baixo: 2 (passo 3)."
    )
    boxes = {
        v.item.fill.role: v.rect
        for v in walk(drawn(curves, width))
        if isinstance(v.item, Box) and v.item.fill
    }
    other = boxes["response.body"]
    solid = [
        v.rect
        for v in walk(drawn(curves, width))
        if getattr(getattr(v.item, "fill", None), "role", "") == "alert.solid"
    ]
    heights = sorted(rect.height for rect in (*solid, other) if rect.width == other.width)
    assert heights[1] / heights[0] == pytest.approx(4)
    texts = {v.item.text: v.rect for v in walk(drawn(curves, width)) if isinstance(v.item, TextBlock)}
    assert texts["3"].center.x == pytest.approx(other.center.x)
    assert not texts["baixo: 2"].overlaps(other)
    assert not texts["alto: 8"].overlaps(texts["baixo: 2"])


def test_all_steps_have_points_where_one_has():
    curves = Curves([Series("a", [3, 1, 2], "model", [4000, 6000, 12_000])], lowest="a", places=0)
    assert (
        curves.describe()
        == "Loss por passo, de 4.000 a 12.000: a, de 3 a 2, com menor valor 1 (passo 6.000)."
    )


def test_of_several_lowest_points_the_first_is_the_one():
    assert Series("a", [3.0, 1.0, 2.0, 1.0], "model").lowest == 1


def one(*values: float, **more: object) -> Series:
    return Series("a", list(values), "model", **more)


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: one(float("nan"), float("inf")), "Series: “a” não tem nenhum valor finito"),
        (one, "Series.values: esperada uma lista de ao menos 1 item, veio uma lista vazia"),
        (lambda: one(1.0), "Series: “a” tem 1 valor; uma curva precisa de ao menos 2"),
        (
            lambda: one(1.0, 2.0, steps=[1, 2, 3]),
            "Series: steps e values devem ter o mesmo tamanho; vieram 3 e 2",
        ),
        (lambda: one(1.0, 2.0, steps=[5, 5]), "Series: os passos devem crescer do primeiro ao último"),
        (
            lambda: one(1.0, 2e9),
            "Series: “a” tem um número maior que 1.000.000.000; mude a unidade",
        ),
        (
            lambda: Series("a" * 25, [1.0, 2.0], "model"),
            "Series.name: esperado um texto de no máximo 24 caracteres, veio um de 25",
        ),
        (
            lambda: Series("a", ["1", 2.0], "model"),
            'Series.values[0]: esperado um número, veio "1"',
        ),
        (
            lambda: Curves([]),
            "Curves.series: esperada uma lista de ao menos 1 item, veio uma lista vazia",
        ),
        (
            lambda: Curves([one(1.0, 2.0)] * 4),
            "Curves.series: esperada uma lista de no máximo 3 itens, veio uma lista com 4 itens",
        ),
        (lambda: Curves([one(1.0, 2.0)] * 2), "Curves: cada curva deve ter um nome só seu"),
        (
            lambda: Curves([one(1.0, 2.0), Series("b", [1.0, 2.0], "model")]),
            "Curves: cada curva deve ter um papel de cor só seu",
        ),
        (
            lambda: Curves([Series("treino", [1.0, 2.0], "model")], lowest="treno"),
            "Curves: a curva “treno” não existe; você quis dizer “treino”?",
        ),
        (
            lambda: Curves([one(1.0, 2.0)], lowest="a", gap="overfitting"),
            "Curves: “gap” fica entre duas curvas, depois do menor ponto; dê 2 curvas e “lowest”",
        ),
        (
            lambda: Curves([one(1.0, 2.0)], lowest="a", points=[NamedPoint(1, "b", "alert")]),
            "Curves: “lowest” e “points” marcam pontos; dê só um dos dois",
        ),
        (
            lambda: Curves([one(1.0, 2.0)], points=[NamedPoint(1.5, "b", "alert")]),
            "Curves: “a” não tem valor em 1,5, de “b”",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


class Array:
    """What NumPy arrays and tensors have in common."""

    def tolist(self) -> list[float]:
        return [2.0, 1.0]


def test_anything_with_tolist_is_as_good_as_a_list():
    assert Series("a", Array(), "model") == one(2.0, 1.0)


@pytest.mark.parametrize("width", [700, 360])
def test_each_line_has_a_colour_and_a_dash_of_its_own(width):
    lines = [
        visit.item
        for visit in walk(drawn(EXAMPLES["taxas de aprendizado"], width))
        if isinstance(visit.item, Path) and visit.item.purpose == "mark"
    ]
    assert len({line.stroke.dash for line in lines}) == 3
    assert [line.stroke.paint.role for line in lines] == ["response.mark", "model.mark", "alert.mark"]


@pytest.mark.parametrize("width", [700, 360])
def test_the_marked_point_lies_on_the_lowest_knot_of_its_line(width):
    visits = list(walk(drawn(EXAMPLES["overfitting"], width)))
    line = [v for v in visits if isinstance(v.item, Path) and v.item.purpose == "mark"][1]
    knots = [step.points[0].translate(line.at) for step in line.item.commands]
    dot = next(v for v in visits if isinstance(v.item, Ellipse)).rect.center
    lowest = max(knots, key=lambda point: point.y)
    assert (dot.x, dot.y) == pytest.approx((lowest.x, lowest.y))
    assert knots.index(lowest) == 4


def test_a_phone_has_fewer_ticks():
    wide, narrow = (" ".join(words(drawn(EXAMPLES["overfitting"], w)).split()) for w in (700, 360))
    assert "0 200 400 600 800 1000 passo" in wide
    assert "0 400 1000 passo" in narrow


@pytest.mark.parametrize(
    "curves",
    [
        Curves([Series(n, [5, 5], r) for n, r in (("a", "model"), ("b", "input"), ("c", "alert"))]),
        Curves([Series(n, [5, 1, 0], r) for n, r in (("a", "model"), ("b", "input"), ("c", "alert"))]),
        Curves([Series(n, [1, 5, 5], r) for n, r in (("a", "model"), ("b", "input"), ("c", "alert"))]),
        Curves([Series("a", [1e-5, 3e-4], "model", [0.1, 0.2])], lowest="a", places=5),
        Curves([Series("perplexidade", [-3, 2, 800], "model")], x_name="época"),
    ],
)
def test_odd_data_is_drawn_without_fault(curves):
    report = check(Chapter(1, "Amostra", [figure(curves)]))
    assert [each.finding.message for each in report.figures[0].findings] == []


def test_ten_thousand_points_keep_the_lowest_one_and_make_a_small_file():
    values = [3 / (1 + i / 500) + (i * 7919 % 100) / 400 for i in range(10_000)]
    values[4321] = 0.01
    content = Curves([Series("treino", values, "model")], lowest="treino")
    drawing = Figure(1, "a", "t", "A loss cai", content).draw()
    assert len(drawing.svg()) < 60_000
    assert "0,01" in content.describe()
    frame = drawing.frame
    (mark,) = [
        v.rect.center for v in walk(frame) if isinstance(v.item, Ellipse) and v.item.purpose == "mark"
    ][:1]
    lines = (v for v in walk(frame) if isinstance(v.item, Path) and v.item.purpose == "mark")
    line = max(lines, key=lambda v: len(v.item.commands))
    lowest = max((step.points[0].translate(line.at) for step in line.item.commands), key=lambda at: at.y)
    assert (mark.x, mark.y) == pytest.approx((lowest.x, lowest.y))


def test_a_lowest_point_left_of_zero_has_a_true_minus():
    content = Curves([Series("a", [0.0, -1.0, 2.0], "model", [-1.5, -0.75, 0.5])], "entrada", lowest="a")
    assert "menor valor −1 (entrada −0,75)" in content.describe()


def test_the_lowest_curve_is_found_however_its_accents_are_written():
    name = unicodedata.normalize("NFD", "validação")
    series = [Series("validação", [2, 1], "model")]
    assert Curves(series, lowest=name).lowest == "validação"
