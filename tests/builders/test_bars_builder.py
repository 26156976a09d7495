"""Bars: how data is read, what is highlighted, what a histogram counts, and what is refused."""

from __future__ import annotations

from math import inf, nan

import pytest
from blocks import bars
from hypothesis import given
from hypothesis import strategies as st
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.bars import EXAMPLES, Bars
from infograficos.content.data.gpt2 import gpt2_size
from infograficos.content.data.stacks import shares_of_hundred
from infograficos.content.own_words import with_words
from infograficos.language.texts import in_language
from infograficos.scene.items import Path, Shape, walk, words


def figure(content: Bars) -> Figure:
    return Figure(1, "a", "Barras", "O que as barras ensinam aqui", content)


def shown(content: Bars, width: float = 700) -> str:
    return " ".join(words(figure(content).draw(width=width).frame).split())


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (
            "modelos maiores",
            "Barras de acertos do GPT-2 sem treino extra (%): 124 mi: 83 e 46; 355 mi: 87 e 55; "
            "774 mi: 88 e 60; 1,5 bi: 89 e 63 (nome próprio e última palavra). "
            "Em destaque: 1,5 bi, +17 sobre 124 mi.",
        ),
        (
            "onde estão os pesos",
            "Barras de milhões de pesos nas matrizes do GPT-2 small: embeddings: 39,4; atenção: 28,3; "
            "FFN: 56,6. Em destaque: FFN, +28,3 sobre atenção.",
        ),
        (
            "loss por papel",
            "Barras de loss média por token: sistema: 2,9 e 2,7; usuário: 3,3 e 3,2; "
            "assistente: 2,8 e 1,6 (antes do SFT e depois do SFT). Em destaque: assistente, "
            "−1,2 sobre antes do SFT.",
        ),
        (
            "tokens por exemplo",
            "Histograma de 34 exemplos, por número de tokens: 0–49: 3; 50–99: 16; 100–149: 8; "
            "150–199: 4; 200–249: 2; 250–300: 1. Em destaque: 50–99.",
        ),
        (
            "memória de treino",
            "Barras de memória para treinar 7 bilhões de pesos (GB): pesos: 14; gradientes: 14; "
            "otimizador: 84. Em destaque: otimizador. Linha tracejada: uma GPU: 80.",
        ),
    ],
)
def test_the_examples_are_described_word_for_word(name, description):
    assert EXAMPLES[name].describe() == description


def test_the_parts_of_the_example_have_the_weights_of_all_matrices():
    parts = dict(EXAMPLES["onde estão os pesos"].values)
    # What is left are biases and norms.
    assert 1e6 * sum(value for (value,) in parts.values()) == pytest.approx(gpt2_size(), rel=2e-3)
    assert parts["FFN"][0] == 2 * parts["atenção"][0]


def test_a_histogram_has_a_piece_for_each_example_unless_they_are_too_many():
    counts = [3, 16, 8, 4, 2, 1]
    content = EXAMPLES["tokens por exemplo"]
    assert len(bars(figure(content).draw().frame)) == sum(counts)
    assert len(bars(figure(Bars.counting([*range(30)] * 5, 3)).draw().frame)) == 3


@pytest.mark.parametrize("width", [360, 342])
def test_the_line_at_a_cut_runs_past_all_lying_bars(width):
    content = Bars({"a": 0.41, "b": 0.68, "c": 0.59}, cut=0.62, cut_name="corte", lying=True)
    visits = list(walk(figure(content).draw(width=width).frame))
    (line,) = [v.rect for v in visits if isinstance(v.item, Path) and v.item.stroke and v.item.stroke.dash]
    lowest = bars(figure(content).draw(width=width).frame)[-1].rect
    assert line.bottom >= lowest.bottom - 1


def test_many_values_are_described_by_their_extremes():
    content = Bars({f"categoria {i} de dez": i for i in range(10)})
    assert content.describe() == (
        "Barras: 10 categorias; maior em categoria 9 de dez: 9; menor em categoria 0 de dez: 0."
    )


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_examples_follow_all_guidelines(name):
    report = check(Chapter(1, "Amostra", [figure(EXAMPLES[name])]))
    assert [each.finding.message for each in report.figures[0].findings] == []


class Array:
    """What NumPy arrays and tensors have in common."""

    def __init__(self, items: object) -> None:
        self.items = items

    def tolist(self) -> object:
        return self.items


@pytest.mark.parametrize(
    "values",
    [
        [("a", 1.5), ("b", -2)],
        {"a": 1.5, "b": -2},
        {"a": Array(1.5), "b": Array(-2)},
        [{"nome": "a", "x": 1.5}, {"nome": "b", "x": -2}],
    ],
    ids=["pairs", "dict", "arrays", "records"],
)
def test_pairs_dicts_and_records_say_the_same(values):
    assert Bars(values) == Bars([("a", 1.5), ("b", -2)])
    assert Bars(values).describe() == "Barras: a: 1,5; b: −2,0."


def test_two_series_come_as_pairs_of_values_or_as_columns():
    columns = [{"papel": "a", "antes": 1, "depois": 2}]
    assert Bars({"a": (1, 2)}, ["antes", "depois"]) == Bars(columns, ["antes", "depois"])


def test_a_unit_stands_with_the_measure_or_else_at_each_number():
    assert "ganho (%) 4 −2" in shown(Bars({"a": 4, "b": -2}, measure="ganho", unit="%"))
    assert "4 % −2 %" in shown(Bars({"a": 4, "b": -2}, unit="%"))


def test_what_is_highlighted_is_solid_and_strong_and_the_others_have_a_face():
    frame = figure(Bars({"a": 1, "b": 2}, highlighted="b")).draw().frame
    assert [bar.item.fill.role for bar in bars(frame)] == ["model.mark", "model.solid"]


@pytest.mark.parametrize("width", [700, 360])
def test_long_names_lie_and_short_ones_stand(width):
    def is_standing(content: Bars) -> bool:
        frame = figure(content).draw(width=width).frame
        first, second = [bar.rect for bar in bars(frame)]
        return first.bottom == pytest.approx(second.bottom)

    assert is_standing(Bars({"a": 1, "b": 2}))
    assert not is_standing(Bars({"a": 1, "b": 2}, lying=True))
    assert not is_standing(Bars({"inconstitucionalissimamente" + c: 2 for c in "ab"})) or width == 700


def test_a_bin_holds_its_lower_edge_and_the_last_one_both():
    content = Bars.counting([0, 1, 2, 2, 3, 4], bins=[0, 2, 4])
    assert content.values == (("0–1", (2,)), ("2–4", (4,)))
    assert Bars.counting([0.0, 0.5, 1.0], bins=[0, 0.5, 1]).values == (
        ("0,0 a 0,5", (1,)),
        ("0,5 a 1,0", (2,)),
    )


@given(st.lists(st.integers(-500, 500), min_size=1, max_size=60), st.integers(2, 10))
def test_every_value_is_counted_once_in_as_many_bins_as_asked_for_at_most(values, bins):
    content = Bars.counting(values, bins)
    assert sum(count for _, (count,) in content.values) == len(values)
    assert len(content.values) <= bins
    if content.edges is None:
        return
    assert content.edges[0] <= min(values)
    assert max(values) <= content.edges[-1]


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: Bars([]), "Bars.values: esperada ao menos 1 barra, veio nenhuma"),
        (lambda: Bars({"a": nan}), "Bars: nenhuma barra tem valor"),
        (lambda: Bars({"a": "1"}), 'Bars.values: “a”: esperado um número finito, veio "1"'),
        (
            lambda: Bars({"a": 1e13}),
            "Bars.values: “a”: o valor passa de 1.000.000.000.000; mude a unidade",
        ),
        (
            lambda: Bars([(None, 2)]),
            "Bars.values: esperado um nome em texto antes dos valores, veio nada",
        ),
        (
            lambda: Bars({"a" * 31: 2}),
            "Bars.values: o nome “aaaaaaaaaaaaaaaaaaaa…” tem 31 caracteres; use no máximo 30",
        ),
        (lambda: Bars([("a", 1), ("a", 2)]), "Bars: a categoria “a” aparece mais de uma vez"),
        (
            lambda: Bars({"a": (1, 2)}),
            "Bars: “a” tem 2 valores para 1 série; dê em “series” um nome para cada valor",
        ),
        (
            lambda: Bars({"a": 1}, ["x", "y"]),
            "Bars: “a” tem 1 valor para 2 séries; dê em “series” um nome para cada valor",
        ),
        (
            lambda: Bars({"a": tuple(range(1, 8))}, list("tuvwxyz")),
            "Bars: esperadas até 6 séries, vieram 7",
        ),
        (lambda: Bars({"a": (1, 2)}, ["x", "x"]), "Bars: a série “x” aparece mais de uma vez"),
        (
            lambda: Bars({"base": 1}, highlighted="bases"),
            "Bars: a categoria destacada “bases” não existe; você quis dizer “base”?",
        ),
        (
            lambda: Bars({f"c{i}": i for i in range(13)}),
            "Bars: são 13 barras; até 12 se comparam de relance. Junte ou corte categorias",
        ),
        (
            lambda: Bars({"a": 1, "b": 2}, since="a"),
            "Bars: “since” diz com que se compara o destaque; dê também “highlighted”",
        ),
        (
            lambda: Bars({"base": 1, "b": 2}, highlighted="b", since="bases"),
            "Bars: o que se compara com o destaque “bases” não existe; você quis dizer “base”?",
        ),
        (
            lambda: Bars({"a": (1, 2)}, ["x", "y"], highlighted="a", since="y"),
            "Bars: a última série é a que se compara; dê em “since” outra série ou categoria",
        ),
        (
            lambda: Bars({"a": -1, "b": 2}, highlighted="b", since="a"),
            "Bars: “since” compara valores acima de 0; deixe-o de fora",
        ),
        (
            lambda: Bars({"a": 1, "b": 2}, sizes=[1]),
            "Bars: sizes deve ter 2 valores, um para cada barra ou grupo",
        ),
        (lambda: Bars({"a": 1}, cut=inf), "Bars.cut: esperado um número finito, veio ∞"),
        (
            lambda: Bars.counting([]),
            "Bars.counting: esperada uma lista de ao menos 1 número, veio uma lista vazia",
        ),
        (
            lambda: Bars.counting([1, nan]),
            "Bars.counting: valor 1: esperado um número finito, veio NaN",
        ),
        (
            lambda: Bars.counting([1, 7, 9], bins=[0, 5]),
            "Bars.counting: 2 valores ficam fora das faixas, de 0 a 5",
        ),
        (
            lambda: Bars.counting([1], bins=[5, 0]),
            "Bars.counting: as bordas das faixas devem ser ao menos 2 e crescer da primeira à última",
        ),
        (
            lambda: Bars.counting([1], bins=0),
            "Bars.counting: esperado um número de faixas de 2 a 100, ou a lista das bordas, veio 0",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize(
    ("values", "counts"),
    [([0.0, 0.3, 0.3, 0.3, 0.55], [1, 3, 1]), ([0.3, 0.45, 0.5, 0.62, 0.8, 0.9], [1, 1, 1, 1, 2])],
)
def test_a_value_on_an_edge_is_counted_where_the_edge_is_written(values, counts):
    counted = [amount for _, (amount,) in Bars.counting(values).values]
    assert [count for count in counted if count] == counts
    assert sum(counted) == len(values)


@pytest.mark.parametrize("width", [700, 360])
def test_three_series_differ_by_the_colours_of_categories_and_are_named(width):
    content = Bars({"a": (0.4, 0.6, 0.75), "b": (1, 0.55, 0.8)}, ["base", "SFT", "DPO"])
    drawing = Figure(1, "barras", "Barras", "Três séries", content).draw(width=width)
    assert drawing.findings == ()
    fills = [v.item.fill.role for v in walk(drawing.frame) if isinstance(v.item, Shape) and v.item.fill]
    faces = ("category1.soft", "category2.soft", "category3.mid")
    assert min(map(fills.count, faces)) >= 2
    assert not any(fill.endswith(".solid") and fill != "model.solid" for fill in fills)


def test_lying_bars_have_the_names_of_their_series_inside_those_of_the_first_category():
    content = Bars({"a": (3, 4), "b": (3, 4)}, ["antes", "depois"], lying=True)
    frame = figure(content).draw().frame
    found = [bar.rect for bar in bars(frame)]
    names = [visit.rect for visit in walk(frame) if getattr(visit.item, "text", "") in ("antes", "depois")]
    assert [bar.holds(name) for bar, name in zip(found, names, strict=False)] == [True, True]
    assert len(names) == 2


def test_where_a_name_is_longer_than_its_bar_there_is_a_legend():
    content = Bars({"a": (1, 90), "b": (3, 4)}, ["antes", "depois"], lying=True)
    frame = figure(content).draw().frame
    assert any(getattr(visit.item, "name", "") == "legenda" for visit in walk(frame))


def painted(content: Bars, width: float = 700) -> list[str]:
    frame = figure(content).draw(width=width).frame
    return [bar.item.fill.role for bar in bars(frame)]


def test_what_the_highlighted_value_gained_is_its_one_solid_part():
    content = Bars({"antes": 4, "depois": 10}, highlighted="depois", since="antes")
    frame = figure(content).draw().frame
    before, base, gain = (bar.rect for bar in bars(frame))
    assert base.height == pytest.approx(before.height, abs=2)
    assert gain.bottom == pytest.approx(base.y, abs=4)
    assert "+6" in words(frame)
    assert "Em destaque: depois, +6 sobre antes." in content.describe()


def test_what_the_highlighted_value_lost_is_dotted_up_to_the_other_series():
    content = Bars({"a": (8, 2), "b": (6, 5)}, ["antes", "depois"], highlighted="a", since="antes")
    frame = figure(content).draw().frame
    dotted = next(
        v.rect for v in walk(frame) if getattr(getattr(v.item, "fill", None), "role", "") == "masked.soft"
    )
    highest = min(bar.rect.y for bar in bars(frame) if bar.rect.height > dotted.height)
    assert dotted.y == pytest.approx(highest, abs=2)
    assert "−6" in words(frame)


def test_a_gain_that_is_too_small_to_be_written_in_the_bar_is_written_after_it():
    content = Bars({"antes": 99, "depois": 100}, highlighted="depois", since="antes", lying=True)
    assert "100 (+1)" in shown(content)


@pytest.mark.parametrize("width", [330, 360, 400])
def test_no_loss_is_written_in_a_column_narrower_than_it(width):
    values = {"system": (2.9, 2.7), "user": (3.3, 3.2), "assistant": (2.8, 1.6)}
    content = Bars(values, ["antes", "depois"], places=1, highlighted="assistant", since="antes")
    assert figure(content).draw(width=width).findings == ()


@pytest.mark.parametrize("width", [700, 360])
def test_blocks_to_scale_stand_beside_the_names(width):
    frame = figure(EXAMPLES["modelos maiores"]).draw(width=width).frame
    sides = [
        v.rect for v in walk(frame) if getattr(getattr(v.item, "fill", None), "role", "") == "model.body"
    ]
    names = [v.rect for v in walk(frame) if getattr(v.item, "text", "") in ("124 mi", "1,5 bi")]
    assert sides[-1].width / sides[0].width == pytest.approx((1558 / 124) ** (1 / 3), rel=0.02)
    assert all(side.x < name.right for side, name in zip((sides[0], sides[-1]), names, strict=True))


def test_units_and_the_labels_of_bins_are_written_as_a_language_does_and_an_authors_stay():
    counts = Bars.counting([0.1, 0.2, 0.7], [0, 0.5, 1], highlighted="0,0 a 0,5", since="0,5 a 1,0")
    own = Bars({"0 a 1": 2, "mais": 1}, edges=[0, 1, 2], unit="%")
    with in_language("en"), with_words(counts, {}) as counts, with_words(own, {}) as own:
        said = counts.describe()
        assert own.describe() == "Histogram: 0 a 1: 2%; mais: 1%."
        assert {"0.0 to 0.5", "0.5 to 1.0"} <= {each.name for each in counts._chart.categories}
    assert said.endswith("0.5 to 1.0: 1. Highlighted: 0.0 to 0.5, +1 compared with 0.5 to 1.0.")


MEMORY = {"1 bi": (2, 2, 12), "7 bi": (14, 14, 84)}
PARTS = ["pesos", "gradientes", "otimizador"]


def stack(values: object = MEMORY, series: list[str] = PARTS, **more: object) -> Bars:
    return Bars(values, series, **({"stacked": "values"} | more))  # type: ignore[arg-type]


def test_the_parts_of_a_stack_are_written_with_their_sum():
    content = stack({"a": (0.1, 0.2), "b": (0.3, 0.4)}, ["x", "y"])
    assert content.describe() == (
        "Barras empilhadas: a: x 0,1 e y 0,2, ao todo 0,3; b: x 0,3 e y 0,4, ao todo 0,7."
    )
    assert {"0,1", "0,2", "0,3", "0,4", "0,7"} <= set(shown(content).split())


@pytest.mark.parametrize("places", [0, 1, 2])
def test_the_shares_of_a_stack_add_up_to_a_hundred_as_they_are_written(places):
    shares = shares_of_hundred([1, 1, 1, 4], places)
    assert sum(round(share * 10**places) for share in shares) == 100 * 10**places
    assert all(abs(share - exact) < 10**-places for share, exact in zip(shares, (100 / 7,) * 3, strict=False))


def test_shares_of_100_percent_are_written_without_a_total():
    content = stack({"a": (1, 2), "b": (3, 1)}, ["x", "y"], stacked="shares", measure="partes")
    assert "Partes de 100% de partes (%): a: x 33" in content.describe()
    assert sorted(each for each in shown(content).split() if each.isdecimal()) == [
        "01",
        "25",
        "33",
        "67",
        "75",
    ]


@pytest.mark.parametrize(("lying", "side"), [(True, "width"), (False, "height")])
def test_the_parts_of_a_stack_are_as_long_as_their_values(lying, side):
    content = stack({"a": (10, 30), "b": (20, 20)}, ["x", "y"], lying=lying)
    # The first two are the keys of the legend.
    lengths = [getattr(bar.rect, side) for bar in bars(figure(content).draw().frame)[2:]]
    air = 2
    assert len(lengths) == 4
    assert (lengths[1] + air) / (lengths[0] + air) == pytest.approx(3, rel=0.02)
    assert lengths[2] == pytest.approx(lengths[3], abs=0.1)
    assert sum(lengths[:2]) == pytest.approx(sum(lengths[2:]), abs=0.1)


@pytest.mark.parametrize("width", [700, 360])
def test_no_number_of_a_stack_is_left_out_however_small_its_part_is(width):
    drawing = figure(stack({"a": (1, 1, 1), "b": (2, 3, 300)}, PARTS)).draw(width=width)
    numbers = sorted(each for each in words(drawing.frame).split() if each.isdecimal())
    assert numbers == sorted(["01", "1", "1", "1", "3", "2", "3", "300", "305"])
    assert drawing.findings == ()


def test_one_series_of_a_stack_or_one_category_may_stand_out():
    assert [each.split(".")[1] for each in painted(stack(highlighted="pesos"))].count("solid") == 2
    faces = {each.item.fill.role for each in walk(figure(stack(highlighted="7 bi")).draw().frame)
             if isinstance(each.item, Shape) and each.item.fill}  # fmt: skip
    assert {"category1.soft", "category1.mid"} <= faces
    assert stack(highlighted="pesos").describe().endswith("Em destaque: pesos.")


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: stack({"a": 1, "b": 2}, []),
            "Bars: uma pilha soma ao menos duas séries; dê os nomes delas em “series”",
        ),
        (lambda: stack({"a": (1, None)}, ["x", "y"]), "Bars: “a”: falta “y”; uma pilha soma todas"),
        (
            lambda: stack({"a": (1, -2)}, ["x", "y"]),
            "Bars: “a”: “y” é negativo, e uma pilha soma partes de ao menos 0",
        ),
        (
            lambda: stack({"a": (0, 0), "b": (1, 2)}, ["x", "y"], stacked="shares"),
            "Bars: “a” soma 0; não há partes de nada",
        ),
        (
            lambda: stack(stacked="shares", unit="GB"),
            "Bars: as partes de uma pilha de 100% não têm a unidade “GB”; tire-a",
        ),
        (
            lambda: stack(highlighted="7 bi", since="1 bi"),
            "Bars: “since” é de barras lado a lado; tire o campo ou “stacked”",
        ),
        (
            lambda: stack(highlighted="peso"),
            "Bars: a categoria destacada “peso” não existe; você quis dizer “pesos”?",
        ),
    ],
)
def test_stacks_that_do_not_add_up_are_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message
