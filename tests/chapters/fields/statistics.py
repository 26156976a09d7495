"""Estatística: distribuições, amostras, ajustes e o teorema de Bayes."""

from math import exp, pi, sqrt

from infograficos import Chapter, Figure
from infograficos.builders import (
    Area,
    Axis,
    Band,
    Bars,
    Chain,
    Edge,
    Fit,
    HorizontalLine,
    Line,
    Node,
    Plot,
    Region,
    Scatter,
    Tree,
    VerticalLine,
)

#: How far from the mean the normal curve is drawn, in standard deviations.
DEVIATIONS = [each / 10 for each in range(-35, 36)]


def normal(x):
    """Return the density of the standard normal distribution."""
    return exp(-(x**2) / 2) / sqrt(2 * pi)


#: A standard error falls with the root of the sample's size.
SIZES = [10, 20, 50, 100, 200, 500, 1000]

bell = Figure(
    number=1,
    name="curva-normal",
    title="A curva normal",
    headline="Dois desvios guardam **95%**{model}",
    content=Plot(
        [Area(DEVIATIONS, [normal(x) for x in DEVIATIONS], role="model")],
        x="desvios padrão até a média",
        y="densidade",
        marks=[Region(-1.96, 1.96, "95%", role="input")],
    ),
)

errors = Figure(
    number=2,
    name="amostra-e-margem",
    title="A margem de uma pesquisa",
    headline="Para a **metade**{model} da margem, quatro vezes mais gente",
    content=Plot(
        [Line(SIZES, [98 / sqrt(size) for size in SIZES], "margem de 95%")],
        x=Axis("pessoas ouvidas", log=True),
        y="pontos percentuais",
        marks=[HorizontalLine(3.1, "1000 pessoas")],
    ),
)

intervals = Figure(
    number=3,
    name="intervalos-de-confianca",
    title="Teste A/B com intervalos",
    headline="Só **C**{category3} vence com folga",
    content=Plot(
        [
            Scatter([1], [4.1], "A", error=[0.4]),
            Scatter([2], [4.5], "B", error=[0.5]),
            Scatter([3], [5.6], "C", error=[0.4]),
        ],
        x=Axis("versão", low=0.5, high=3.5),
        y="conversão (%)",
    ),
)

growth = Figure(
    number=4,
    name="crescimento-exponencial",
    title="Crescimento exponencial",
    headline="Em escala log, dobrar é uma **reta**{instruction}",
    content=Plot(
        [
            Scatter(
                range(11), [3, 5, 13, 22, 50, 95, 190, 400, 760, 1540, 3070], "casos", role="instruction"
            ),
            Fit(),
        ],
        x="semana",
        y=Axis("casos", log=True),
    ),
)

bayes = Figure(
    number=5,
    name="falso-positivo",
    title="Bayes em contagens",
    headline="De 108 positivos, só **9**{alert} estão doentes",
    content=Tree(
        [
            Edge("1000 pessoas", "10 doentes", "1%"),
            Edge("1000 pessoas", "990 sadias", "99%"),
            Edge("10 doentes", "9 positivos", "90%"),
            Edge("10 doentes", "1 negativo", "10%"),
            Edge("990 sadias", "99 positivos", "10%"),
            Edge("990 sadias", "891 negativos", "90%"),
        ],
        nodes=[Node("10 doentes", "alert"), Node("9 positivos", "alert", emphasis=True)],
    ),
)

simpson = Figure(
    number=6,
    name="paradoxo-de-simpson",
    title="O paradoxo de Simpson",
    headline="Melhor em cada grupo, **pior**{alert} no total",
    content=Bars(
        {
            "pedras pequenas": [round(100 * 81 / 87), round(100 * 234 / 270)],
            "pedras grandes": [round(100 * 192 / 263), round(100 * 55 / 80)],
            "todas": [round(100 * 273 / 350), round(100 * 289 / 350)],
        },
        series=["cirurgia", "punção"],
        measure="sucesso do tratamento",
        unit="%",
    ),
)

walk = Figure(
    number=7,
    name="faixa-de-previsao",
    title="Uma previsão com faixa",
    headline="Mais longe, **menos certeza**{model}",
    content=Plot(
        [
            Band(
                range(13),
                [100 - 4 * sqrt(m) for m in range(13)],
                [100 + 4 * sqrt(m) for m in range(13)],
                "9 em 10",
                "model",
            ),
            Line(range(13), [100] * 13, "previsão", role="model"),
        ],
        x="mês à frente",
        y=Axis("vendas", low=80, high=120),
        marks=[VerticalLine(6, "meio ano")],
    ),
)

funnel_tree = Figure(
    number=8,
    name="que-teste-usar",
    title="Que teste usar",
    headline="O **tipo dos dados**{model} escolhe o teste",
    content=Tree(
        [
            Chain(["Comparar", ["Médias", "Proporções"]]),
            Chain(["Médias", ["2 grupos", "3 ou mais"]]),
            Edge("2 grupos", "teste t"),
            Edge("3 ou mais", "ANOVA"),
            Edge("Proporções", "qui-quadrado"),
        ],
        nodes=[Node("Médias", "category1"), Node("Proporções", "category3")],
    ),
)

chapter = Chapter(
    number=5,
    title="Estatística",
    figures=[bell, errors, intervals, growth, bayes, simpson, walk, funnel_tree],
)
