"""Plots: what is computed and said, what is refused, where names and ticks are."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders import (
    Area,
    Axis,
    Band,
    Fit,
    HorizontalLine,
    Line,
    Plot,
    Region,
    Scatter,
    VerticalLine,
)
from infograficos.builders.plot import EXAMPLES, HEADLINES
from infograficos.content.plot_values import series_roles
from infograficos.elements.charts.plot_layout import PlotLayout
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Path, TextBlock, walk

LOG = Axis("tamanho", log=True)


def figure(content: Plot, headline: str = "O que o exemplo ensina") -> Figure:
    return Figure(1, "a", "Gráfico", headline, content)


def drawn(content: Plot, width: float = 700):
    return figure(content).draw(width=width).frame


def texts(content: Plot, width: float = 700) -> dict[str, object]:
    return {v.item.text: v.rect for v in walk(drawn(content, width)) if isinstance(v.item, TextBlock)}


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_examples_follow_all_guidelines(name):
    report = check(Chapter(1, "Amostra", [figure(EXAMPLES[name], HEADLINES[name])]))
    assert [each.finding.message for each in report.figures[0].findings] == []


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (
            "terceira lei de Kepler",
            "Anos por volta conforme distância ao Sol (Terra = 1) (eixos logarítmicos), de 0,387 a 30,18: "
            "os 8 planetas, 8 pontos, de 0,241 a 163,7; reta ajustada, expoente 1,50 (R² 1,00).",
        ),
        (
            "curva ROC",
            "Verdadeiros positivos conforme falsos positivos, de 0 a 1: floresta, AUC 0,91, de 0 a 1; "
            "regressão, AUC 0,76, de 0 a 1; acaso, de 0 a 1.",
        ),
        (
            "aquecimento",
            "Taxa de aprendizado (máxima = 1) conforme passo, de 0 a 10.000: de 0 a 0, máximo 1 em 1000. "
            "Região: aquece (de 0 a 1000).",
        ),
        (
            "quarteto de Anscombe",
            "y conforme x, de 4 a 14: segundo conjunto, 11 pontos, de 3,1 a 9,26; reta ajustada, "
            "inclinação 0,50 (R² 0,67).",
        ),
    ],
)
def test_the_examples_are_described_word_for_word(name, description):
    assert EXAMPLES[name].describe() == description


def test_a_long_description_keeps_the_names_and_leaves_out_extremes_first():
    lines = [Line([0, 1, 2], [i, 9 + i, i], f"uma série de nome comprido {i}") for i in range(5)]
    said = Plot(lines).describe()
    assert "máximo" not in said
    assert all(f"uma série de nome comprido {i}" in said for i in range(5))


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        (Axis("x"), Axis("y"), "inclinação 3"),
        (LOG, Axis("y"), "9 a cada ×10"),
        (Axis("ano"), Axis("y", log=True), "×1,50 por ano"),
        (LOG, Axis("y", log=True), "expoente −0,50"),
    ],
)
def test_a_fit_says_its_slope_as_the_axes_are(x, y, words):
    xs = [1.0, 10.0, 100.0] if x.log else [1.0, 2.0, 3.0]
    values = {
        "inclinação 3": lambda v: 3 * v + 2,
        "9 a cada ×10": lambda v: 9 * math.log10(v),
        "×1,50 por ano": lambda v: 1.5**v,
        "expoente −0,50": lambda v: v**-0.5,
    }[words]
    plot = Plot([Scatter(xs, [values(v) for v in xs], "a"), Fit()], x, y)
    assert words in texts(plot)
    assert f"reta ajustada, {words} (R² 1,00)" in plot.describe()


def test_the_area_under_a_line_is_computed_by_trapezoids():
    assert Line([0, 0.5, 1], [0, 1, 1], area="AUC").area_below == 0.75
    assert "AUC 0,75" in texts(Plot([Line([0, 0.5, 1], [0, 1, 1], area="AUC")]))


@pytest.mark.parametrize("width", [700, 360])
def test_decades_of_a_logarithmic_axis_are_at_equal_distances(width):
    found = texts(Plot([Scatter([1e5, 1e8], [1, 2], "a")], x=LOG), width)
    ticks = [found[label].center.x for label in ("10⁵", "10⁶", "10⁷", "10⁸")]
    steps = [b - a for a, b in pairwise(ticks)]
    assert max(steps) - min(steps) < 1


def test_names_in_the_plane_cover_no_other_words_and_lie_in_it():
    lines = [
        Line([0, 1], [0, 1], "primeira"),
        Line([0, 1], [1, 1], "segunda"),
        Line([0, 1], [2, 1], "terceira"),
    ]
    found = texts(Plot(lines), 360)
    names = [found[name] for name in ("primeira", "segunda", "terceira")]
    assert not any(a.overlaps(b) for i, a in enumerate(names) for b in names[:i])


def test_lines_that_end_apart_have_their_names_at_their_ends():
    found = texts(Plot([Line([0, 1], [0, 1], "sobe"), Line([0, 1], [1, 0.2], "desce")]))
    ticks = [found["1,0"].center.x] if "1,0" in found else []
    assert found["sobe"].x == found["desce"].x
    assert all(found["sobe"].x > x for x in ticks)
    assert found["sobe"].center.y < found["desce"].center.y


def dots(content: Plot) -> int:
    """Count the dots of a cloud, each a line of its own in one path."""
    paths = [v.item for v in walk(drawn(content)) if isinstance(v.item, Path) and v.item.purpose == "mark"]
    return sum(command.verb == "M" for command in max(paths, key=lambda path: len(path.commands)).commands)


def test_thousands_of_points_are_thinned_to_one_in_each_cell_and_all_are_counted():
    xs = [i % 100 for i in range(10_000)]
    ys = [i % 97 for i in range(10_000)]
    plot = Plot([Scatter([*xs, 300], [*ys, 400], "nuvem")])
    assert 500 < dots(plot) < 5000
    assert "10.001 pontos" in plot.describe()
    assert "de 0 a 400" in plot.describe()


def test_a_line_of_thousands_of_points_keeps_its_peak():
    ys = [0.0] * 10_000
    ys[4321] = 1.0
    paths = [v for v in walk(drawn(Plot([Line(range(10_000), ys, "a")]))) if isinstance(v.item, Path)]
    line = max(paths, key=lambda visit: len(visit.item.commands))
    assert len(line.item.commands) < 1000
    assert line.rect.height > 200


def test_points_are_placed_once_however_many_axes_a_phone_tries(monkeypatch):
    placed = []
    scale = PlotLayout._scale
    monkeypatch.setattr(PlotLayout, "_scale", lambda self, points: placed.append(1) or scale(self, points))
    big = [1_000_000 * x for x in range(10)]
    drawn(Plot([Line(big, big, "a")]), 360)
    assert len(placed) == 1


@pytest.mark.parametrize(
    ("order", "roles"),
    [
        ("band a b", ["category1", "category1", "category2"]),
        ("a b band", ["category1", "category2", "category2"]),
        ("a band b", ["category1", "category2", "category2"]),
        ("name a b", ["category1", "category2", "category3"]),
        ("band", ["category1"]),
    ],
)
def test_a_band_without_a_name_has_the_colour_of_its_line(order, roles):
    series = {
        "a": Line([1, 2], [1, 2], "a"),
        "b": Line([1, 2], [3, 1], "b"),
        "band": Band([1, 2], [0, 1], [2, 3]),
        "name": Band([1, 2], [0, 1], [2, 3], "faixa"),
    }
    assert series_roles([series[each] for each in order.split()]) == roles


def data_paths(content: Plot, width: float = 700) -> list[Rect]:
    """Where the lines of a plot are."""
    found = (v for v in walk(drawn(content, width)) if isinstance(v.item, Path) and v.item.stroke)
    return [v.rect for v in found if v.item.purpose == "mark"]


@pytest.mark.parametrize("log", [False, True])
def test_a_line_is_cut_where_it_leaves_the_plane(log):
    inside = Plot([Line([1, 2, 3], [1, 10, 100], "a")], y=Axis("y", log=log, low=1, high=100))
    beyond = Plot([Line([1, 2, 3, 4], [1, 10, 100, 1e6], "a")], x=Axis("x", high=3), y=inside.y)
    (one,), (other,) = data_paths(inside), data_paths(beyond)
    assert (one.y, one.bottom) == (pytest.approx(other.y, abs=0.01), pytest.approx(other.bottom, abs=0.01))
    assert "1.000.000" not in " ".join(texts(beyond))


def test_a_line_that_leaves_and_comes_back_has_two_parts():
    plot = Plot([Line([1, 2, 3], [1, 9, 1], "a")], y=Axis("y", low=0, high=5))
    (path,) = [v.item for v in walk(drawn(plot)) if isinstance(v.item, Path) and v.item.purpose == "mark"]
    assert sum(command.verb == "M" for command in path.commands) == 2


def test_names_of_lines_that_end_near_each_other_lead_to_their_ends():
    near = Plot([Line([1, 9], [90, y], name) for y, name in ((1, "um"), (5, "dois"), (9, "três"))])
    places = texts(near)
    assert places["três"].bottom <= places["dois"].y
    assert places["dois"].bottom <= places["um"].y
    assert figure(near).draw().findings == ()


def test_a_name_is_not_read_as_that_of_a_nearer_line():
    plot = Plot(
        [Line([1, 20], [0, 100], "longe"), Line([1, 20], [3, 5], "perto"), Line([1, 20], [1, 1], "embaixo")]
    )
    places = texts(plot, 360)
    assert places["0"].y - places["embaixo"].bottom > 100


@pytest.mark.parametrize("high", [10, 65_536, 600_000, 6e9])
@pytest.mark.parametrize("width", [700, 360])
def test_the_highest_label_keeps_from_the_name_of_its_axis(high, width):
    plot = Plot([Line([1, 10], [1, high], "a")], x="n", y=Axis("operações", log=True))
    assert figure(plot).draw(width=width).findings == ()


def test_error_bars_single_values_and_the_axis_of_each_mark_are_described():
    marks = [VerticalLine(12, "queda"), HorizontalLine(0.5, "meta")]
    said = Plot([Scatter([12], [4.1], "um", error=0.2)], x="dia", y="W₂", marks=marks).describe()
    assert said == (
        "W₂ conforme dia, em 12: um, 1 ponto, em 4,1, com barras de erro. "
        "Linhas tracejadas: queda (dia: 12) e meta (W₂: 0,5)."
    )


def test_names_that_have_no_place_in_the_plane_are_in_rows_above_it():
    # All of them end at the same place, and their waves leave no room for names.
    waves = [
        Line([k / 200 for k in range(201)], [math.sin(math.pi * turns * k / 100) for k in range(201)], name)
        for turns, name in ((9, "sinal"), (10, "amostra"), (13, "o que se lê"))
    ]
    places = texts(Plot(waves))
    assert places["sinal"].y == places["amostra"].y == places["o que se lê"].y
    assert places["sinal"].bottom < places["y"].y


def test_a_gap_parts_a_line():
    plot = Plot([Line([1, 2, 3, 4, 5], [1, 2, math.nan, 2, 1], "a")])
    moves = [
        sum(command.verb == "M" for command in v.item.commands)
        for v in walk(drawn(plot))
        if isinstance(v.item, Path) and v.item.purpose == "mark"
    ]
    assert moves == [2]
    assert "com falhas" in plot.describe()


@pytest.mark.parametrize("axis", ["x", Axis("x", log=True)])
@pytest.mark.parametrize("points", [([5], [2]), ([5, 5, 5], [2, 2, 2])])
def test_one_point_and_points_that_are_all_equal_are_in_the_middle(points, axis):
    plot = Plot([Scatter(*points, "só")], x=axis)
    dot = next(v.rect for v in walk(drawn(plot)) if isinstance(v.item, Path) and v.item.fill)
    rules = [v.rect for v in walk(drawn(plot)) if isinstance(v.item, Path) and v.item.purpose == "ornament"]
    plane = max(rules, key=lambda rect: rect.width)
    assert dot.center.x == pytest.approx(plane.center.x, abs=2)


def scatter(*y: float, **more: object) -> Scatter:
    return Scatter(list(range(1, len(y) + 1)), list(y), "treino", **more)


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: Plot([]), "Plot: um gráfico tem ao menos 1 série de dados, como Line ou Scatter"),
        (lambda: Plot([Fit()]), "Plot: um gráfico tem ao menos 1 série de dados, como Line ou Scatter"),
        (
            lambda: Plot([scatter(1, 2)] * 7),
            "Plot: são 7 séries; até 6 se distinguem de relance. Separe-as em dois gráficos",
        ),
        (lambda: Plot([scatter(1, 2)] * 2), "Plot: o nome “treino” aparece mais de uma vez"),
        (
            lambda: Plot([scatter(1, 0, 2)], y=LOG),
            "Plot: “treino”: y[1] é 0, e “tamanho” é logarítmico: só tem valores acima de 0",
        ),
        (
            lambda: Plot([Line([-1, 2], [1, 2])], x=LOG),
            "Plot: “Line”: x[0] é −1, e “tamanho” é logarítmico: só tem valores acima de 0",
        ),
        (
            lambda: Plot([scatter(1, 2, error=1)], y=LOG),
            "Plot: “treino”: error[0] é 0, e “tamanho” é logarítmico: só tem valores acima de 0",
        ),
        (
            lambda: Plot([scatter(1, 2)], marks=[HorizontalLine(0, "acaso")], y=LOG),
            "Plot: “acaso”: at é 0, e “tamanho” é logarítmico: só tem valores acima de 0",
        ),
        (
            lambda: Plot([scatter(1, 9)], y=Axis("loss", high=5)),
            "Plot: “treino”: y[1] é 9 e fica fora de “loss”; mude low ou high do eixo",
        ),
        (
            lambda: Plot([scatter(1, 1e13)]),
            "Plot: “treino”: y[1] é 1\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}10¹³, um número longo demais "
            "para um eixo; mude a unidade",
        ),
        (lambda: Scatter([1, 2], [1], "a"), "Scatter: x e y devem ter o mesmo tamanho; vieram 2 e 1"),
        (lambda: scatter(math.nan, math.nan), "Scatter: “treino” não tem nenhum ponto com x e y"),
        (
            lambda: scatter(1, math.inf),
            "Scatter: “treino”: y[1] é infinito e não tem lugar no plano; deixe-o sem valor (None)",
        ),
        (lambda: scatter(1, error=[1, 2]), "Scatter: error e y devem ter o mesmo tamanho; vieram 2 e 1"),
        (lambda: scatter(1, error=-1), "Scatter: uma barra de erro não pode ser negativa"),
        (lambda: Line([1], [1], "a"), "Line: “a” tem 1 ponto; uma linha precisa de ao menos 2"),
        (lambda: Line([1, 1], [1, 2], "a"), "Line: “a” tem um só x; uma linha precisa de ao menos 2"),
        (
            lambda: Line([2, 1], [1, 2], "a"),
            "Line: “a”: x[1] é menor que o anterior; uma linha vai da esquerda para a direita",
        ),
        (lambda: Line([1, 2], [None, None], "a"), "Line: “a” não tem nenhum y"),
        (
            lambda: Line([1, 2], [None, 1], "a", area="AUC"),
            "Line: “a” tem falhas, e a área sob ela não se calcula",
        ),
        (lambda: Band([1, 2], [1, 3], [2, 2], "a"), "Band: em x[1], low é maior que high"),
        (
            lambda: Plot([Area([1, 2], [1, 2], "a")], y=LOG),
            "Plot: uma área vai até 0, que um eixo logarítmico não tem; use uma linha",
        ),
        (
            lambda: Plot([scatter(1, 2), Scatter([1], [1], "teste"), Fit()]),
            "Plot: há 2 séries de pontos; diga em “of” a qual a reta se ajusta",
        ),
        (
            lambda: Plot([scatter(1, 2), Fit("treno")]),
            "Plot: a série de pontos “treno” não existe; você quis dizer “treino”?",
        ),
        (
            lambda: Plot([Scatter([1, 1], [1, 2], "a"), Fit()]),
            "Plot: não há reta que se ajuste a “a”: todos os pontos têm o mesmo x",
        ),
        (
            lambda: Plot([scatter(1, 2)], marks=[VerticalLine(i) for i in range(5)]),
            "Plot: são 5 marcas; até 4 deixam ver os dados",
        ),
        (lambda: Region(2, 1, "a"), "Region: a região “a” deve começar antes de onde termina"),
        (lambda: Axis("a", low=2, high=1), "Axis: “a” deve começar antes de onde termina"),
        (lambda: Axis("a", log=True, low=0), "Axis: “a” é logarítmico e só tem valores acima de 0"),
        (
            lambda: Plot([[1, 2]]),
            "Plot.series: esperado um destes: Scatter, Line, Area, Band, Fit, veio uma lista com 2 itens",
        ),
        (lambda: Plot([scatter(1, 2)], x=3), "Plot.x: esperado um objeto Axis, veio 3"),
    ],
)
def test_what_cannot_be_plotted_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


CROWDED = {
    "regiões que se cruzam": Plot(
        [Area([-3, -1, 0, 1, 3], [-9, -1, 0, 1, 9], "área")],
        marks=[Region(-1, 1, "perto de 0"), Region(-2, 2, "faixa", along="y", role="input")],
    ),
    "seis linhas": Plot([Line(range(9), [i**0.5 + k for i in range(9)], f"modelo {k}") for k in range(6)]),
    "faixa e barras": Plot(
        [
            Band(range(5), [1, 2, 3, 4, 5], [3, 4, 5, 6, 7], "95 %"),
            Scatter(range(5), [2, 3, 4, 5, 6], "medido", error=0.5),
            Fit(),
        ],
        marks=[HorizontalLine(4, "limite"), VerticalLine(2, "corte")],
    ),
    "nuvem": Plot([Scatter([i % 71 for i in range(700)], [i % 97 for i in range(700)], "nuvem"), Fit()]),
}


@pytest.mark.parametrize("name", list(CROWDED))
def test_crowded_plots_follow_all_guidelines(name):
    report = check(Chapter(1, "Amostra", [figure(CROWDED[name])]))
    assert [each.finding.message for each in report.figures[0].findings] == []


def test_the_end_of_an_axis_at_zero_is_kept():
    assert "0" in texts(Plot([scatter(40, 50, 60)], y=Axis("acertos", low=0, high=80)))
