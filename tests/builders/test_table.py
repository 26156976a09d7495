"""Tables: how data is read, how numbers are written, which value is best, and what a phone shows."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from math import inf, nan

import pytest
from data_frames import Frame
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.table import EXAMPLES, HEADLINES, Table
from infograficos.scene.geometry import Rect
from infograficos.scene.items import Box, Path, TextBlock, walk, words


def figure(content: Table) -> Figure:
    return Figure(1, "a", "Tabela", "O que a tabela ensina aqui", content)


def shown(content: Table, width: float = 700) -> str:
    return " ".join(words(figure(content).draw(width=width).frame).split())


def texts(content: Table, width: float = 700):
    visits = walk(figure(content).draw(width=width).frame)
    return {v.item.text: v for v in visits if isinstance(v.item, TextBlock)}


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (
            "LoRA e ajuste completo",
            "Tabela de 3 linhas por método: milhões e BLEU. Maior BLEU: 70,4 (LoRA). completo: 774,0; 68,5. "
            "adapters: 23,0; 68,9. LoRA: 0,8; 70,4.",
        ),
        (
            "avaliação",
            "Tabela de 3 linhas por ajuste: perplexidade. Menor perplexidade: 4 (completo). nenhum: 20. "
            "LoRA: 5. completo: 4.",
        ),
        (
            "família GPT-2",
            "Tabela de 3 linhas por modelo: camadas e pesos (mi). small: 12; 124. medium: 24; 355. "
            "XL: 48; 1558.",
        ),
    ],
)
def test_the_examples_are_described_word_for_word(name, description):
    assert EXAMPLES[name].describe() == description


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_the_examples_follow_all_guidelines(name):
    report = check(Chapter(1, "Amostra", [figure(EXAMPLES[name])]))
    assert [each.finding.message for each in report.figures[0].findings] == []


def test_the_heads_of_the_examples_are_true_of_their_numbers():
    trained = [row[1] for row in EXAMPLES["LoRA e ajuste completo"].rows.rows]
    assert trained[0] / trained[-1] == pytest.approx(1000, rel=0.01)
    weights = [row[2] for row in EXAMPLES["família GPT-2"].rows.rows]
    assert int(weights[-1] / weights[0]) == 12
    perplexities = [row[1] for row in EXAMPLES["avaliação"].rows.rows]
    assert HEADLINES["avaliação"].startswith(
        f"De {perplexities[0]:.0f} palpites para **{perplexities[-1]:.0f}**"
    )


RECORDS = [{"nome": "a", "x": 1.5, "y": 10}, {"nome": "b", "x": None, "y": -2}]
ROWS = [["a", 1.5, 10], ["b", None, -2]]


class Polars:
    """What a data frame of polars has."""

    def to_dicts(self) -> list[dict[str, object]]:
        return RECORDS


COLUMNS = {"nome": ["a", "b"], "x": [1.5, nan], "y": [10, -2]}
FRAME = Frame(COLUMNS, range(2))


@pytest.mark.parametrize(
    "rows", [RECORDS, FRAME, Polars(), COLUMNS], ids=["dicts", "pandas", "polars", "dict"]
)
def test_dicts_and_data_frames_are_as_good_as_lists_with_names(rows):
    assert Table(rows).rows.select(()) == Table(ROWS, ["nome", "x", "y"]).rows.select(["nome", "x", "y"])


def test_a_gap_in_a_list_is_a_gap():
    assert Table([["a", nan], ["b", 1]], ["n", "x"]).rows.rows == (("a", None), ("b", 1))


def test_the_index_of_a_data_frame_names_its_rows():
    frame = Frame({"loss": [2.1, 1.4], "acurácia": [61, 68]}, ["base", "SFT"])
    assert Table(frame).describe() == "Tabela de 2 linhas: loss e acurácia. base: 2,1; 61. SFT: 1,4; 68."
    assert "loss acurácia base 2,1 61 SFT 1,4 68" in shown(Table(frame))
    # It stays where columns are chosen, as nobody can name it.
    assert "loss base 2,1 SFT 1,4" in shown(Table(frame, columns=["loss"]))


def test_an_index_that_only_counts_is_no_column():
    filtered = Frame({"modelo": ["base", "SFT"], "loss": [2.1, 1.4]}, [7, 3])
    assert Table(filtered).rows.columns == ("modelo", "loss")
    years = Frame({"loss": [2.1, 1.4]}, [2019, 2020])
    assert Table(years).rows.rows == ((2019, 2.1), (2020, 1.4))


def test_columns_of_several_levels_have_both_names():
    frame = Frame({("loss", "mean"): [1.5], ("loss", "std"): [0.5]}, ["a"], ["modelo"])
    assert Table(frame).rows.columns == ("modelo", "loss mean", "loss std")


def test_a_cell_of_data_is_shown_as_it_is():
    content = Table([{"expressão": "2**3**4", "nota": "`x` **y**", "v": 1}])
    assert "2**3**4 `x` **y** 1" in shown(content)
    assert content.describe().endswith("2**3**4: `x` **y**; 1.")


def test_dates_are_written_as_dates():
    rows = [{"dia": date(2026, 11, 30), "hora": datetime(2026, 1, 2, 9, 5)}]
    assert Table(rows).rows.rows == (("30/11/2026", "02/01/2026 09:05"),)


def test_two_values_that_differ_are_not_both_the_best():
    content = Table([["a", 0.1234561], ["b", 0.1234569]], ["m", "x"], best={"x": "min"})
    assert "a 0,123456 b 0,123457" in shown(content)
    assert best(content) == {"0,123456"}


def test_a_real_data_frame_is_read_with_its_index_and_its_gaps():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {"x": [1.5, None], "n": pandas.array([3, None], dtype="Int64")}, index=["a", "b"]
    )
    frame.index.name = "nome"
    table = Table(frame).rows
    assert table.columns == ("nome", "x", "n")
    assert table.rows == (("a", 1.5, 3), ("b", None, None))
    # Without a name an index is only a count, and no column.
    assert Table(frame.reset_index()).rows == table


def test_columns_choose_and_order_those_of_dicts():
    assert "nome y a 10 b −2" in shown(Table(RECORDS, columns=["nome", "y"]))


def test_a_column_has_the_same_decimals_and_parts_all_its_thousands():
    text = shown(Table([["a", 1234, 0.5], ["b", 56789, -2.25]], ["n", "x", "y"]))
    assert "a 1.234 0,50 b 56.789 −2,25" in text


def test_commas_stand_below_each_other_also_where_one_is_on_a_cap():
    found = texts(Table([["a", 9.25], ["b", 123.5]], ["n", "x"], best={"x": "min"}))
    # The figures of both weights differ in width; what is after the comma may differ by less than a unit.
    plain, capped = found["123,50"], found["9,25"]
    assert plain.rect.right == pytest.approx(capped.rect.right)
    after = [_after_comma(visit.item) for visit in (plain, capped)]
    assert after[0] == pytest.approx(after[1], abs=1.0)


def _after_comma(block: TextBlock) -> float:
    run = block.lines[0].runs[0].run
    place = run.text.index(",")
    return sum(g.advance for g in run.glyphs if g.cluster > place) * run.size / run.units_per_em


def best(content: Table) -> set[str]:
    """The values on key caps, solid ones or others."""
    visits = list(walk(figure(content).draw().frame))
    faces = [v for v in visits if isinstance(v.item, Box) and v.item.fill and v.item.purpose == "surface"]
    caps = [v.rect for v in faces if v.item.fill.role in ("response.mid", "response.solid")]
    blocks = [v for v in visits if isinstance(v.item, TextBlock)]
    return {v.item.text for v in blocks if any(cap.holds(v.rect) for cap in caps)}


def test_the_best_is_on_a_cap_strong_and_explained():
    content = Table([["a", 2, 5], ["b", 3, 7]], ["n", "p", "q"], best={"p": "min", "q": "max"})
    text = shown(content)
    assert "n p ↓ q ↑ a 2 5 b 3 7" in text
    assert text.endswith("melhor valor ↓ menor é melhor ↑ maior é melhor")
    assert best(content) == {"2", "7"}
    faces = {word: visit.item.lines[0].runs[0].run.face for word, visit in texts(content).items()}
    assert faces["2"].endswith("SemiBold")
    assert faces["3"].endswith("Regular")


def bands(content: Table, tone: str) -> list[Rect]:
    """The surfaces in a tone, from top to bottom."""
    visits = walk(figure(content).draw().frame)
    return [v.rect for v in visits if isinstance(v.item, Box) and v.item.fill and v.item.fill.role == tone]


def test_the_row_with_all_best_values_is_the_one_to_remember_unless_another_is_named():
    rows, names = [["a", 2, 5], ["b", 1, 7]], ["n", "p", "q"]
    goals = {"p": "min", "q": "max"}
    for content, name in (
        (Table(rows, names, best=goals), "b"),
        (Table(rows, names, best=goals, focus="a"), "a"),
        (Table(rows, names, focus="a"), "a"),
    ):
        (band,) = bands(content, "response.tint")
        assert band.holds(texts(content)[name].rect)
    split = Table(rows, names, best=goals | {"p": "max"})
    assert bands(split, "response.tint") == bands(split, "response.solid") == []


def test_a_bar_is_as_long_as_its_value_and_slate_where_that_is_negative():
    content = Table([["a", 40], ["b", 10], ["c", -20], ["d", None], ["e", 0]], ["n", "x"], bars=["x"])
    longest, quarter = bands(content, "response.body")
    (negative,) = bands(content, "masked.body")
    assert quarter.width == pytest.approx(longest.width / 4)
    assert negative.width == pytest.approx(longest.width / 2)


@pytest.mark.parametrize("width", [700, 360])
def test_no_bar_runs_behind_a_text(width):
    frame = figure(EXAMPLES["família GPT-2"]).draw(width=width).frame
    drawn = list(walk(frame))
    thin = [v.rect for v in drawn if isinstance(v.item, Box) and v.rect.height < 10 and v.rect.width > 5]
    assert len(thin) >= 3
    assert not any(bar.overlaps(v.rect) for bar in thin for v in drawn if isinstance(v.item, TextBlock))


def test_the_bar_is_solid_in_the_row_to_remember():
    for focus in ("a", "b"):
        content = Table([["a", 40], ["b", 10]], ["n", "x"], bars=["x"], focus=focus)
        (bar,), (other,) = bands(content, "response.solid"), bands(content, "response.body")
        assert (bar.width > other.width) == (focus == "a")


def test_small_counts_have_as_many_pieces_of_one_size():
    content = Table([["a", 3], ["b", 1], ["c", None], ["d", 0]], ["n", "x"], bars=["x"])
    pieces = bands(content, "response.body")
    assert [round(rect.width, 6) for rect in pieces] == [round(pieces[0].width, 6)] * 4
    assert len({rect.y for rect in pieces[:3]}) == 1
    # The last piece of each row is below the end of its number.
    assert pieces[2].right == pytest.approx(pieces[3].right)
    for most in (25, 2.5, -1):
        assert len(bands(Table([["a", 3], ["b", most]], ["n", "x"], bars=["x"]), "response.body")) <= 2


@pytest.mark.parametrize("width", [700, 360])
def test_blocks_are_to_scale_and_names_beside_them_aligned(width):
    rows = [["a", 8], ["b", 1], ["c", 0], ["d", None]]
    content = Table(rows, ["n", "x"], sizes="x")
    visits = walk(figure(content).draw(width=width).frame)
    sides = [v.rect.width for v in visits if isinstance(v.item, Path) and v.item.fill.role == "response.body"]
    assert sides[0] == pytest.approx(2 * sides[1])
    assert len(sides) == 2
    names = texts(content, width)
    assert len({names[name].rect.x for name in "abcd"}) == 1


def test_values_that_are_written_alike_are_equally_good():
    content = Table([["a", 1.04], ["b", 1.01], ["c", 2.0]], ["n", "p"], best={"p": "min"}, places={"p": 1})
    assert "a 1,0 b 1,0 c 2,0" in shown(content)
    assert best(content) == {"1,0"}
    assert " Menor p: 1,0 (a e b)." in content.describe()


def test_a_gap_is_a_dash_and_never_the_best():
    content = Table([["a", None], ["b", -1]], ["n", "p"], best={"p": "max"})
    assert "a – b −1" in shown(content)
    assert best(content) == {"−1"}


def test_rows_that_are_too_many_are_counted():
    many = Table([[f"m{i}", i] for i in range(20)], ["n", "x"], most=3)
    assert "m2 2 … e mais 17 linhas" in shown(many)
    assert many.describe() == "Tabela de 20 linhas por n: x. m0: 0. m1: 1. m2: 2. E mais 17 linhas."


def test_a_description_says_every_cell_that_has_room():
    rows = [["dados", "internet", "textos com rótulo"], ["saída", "50 mil chances", "spam ou ham"]]
    assert Table(rows, columns=["etapa", "pré-treino", "fine-tuning"]).describe() == (
        "Tabela de 2 linhas por etapa: pré-treino e fine-tuning. dados: internet; textos com rótulo. "
        "saída: 50 mil chances; spam ou ham."
    )


def test_a_description_without_room_for_cells_names_the_rows():
    rows = [[f"linha {i}", "x" * 60, "y" * 60, "z" * 60] for i in range(2)]
    names = ["etapa", "primeira", "segunda", "terceira"]
    assert Table(rows, names).describe().endswith(" Linhas: linha 0 e linha 1.")


def test_on_a_phone_wide_rows_become_panels_that_name_each_value():
    text = shown(EXAMPLES["família GPT-2"], 360)
    assert "medium camadas 24 pesos (mi) 355" in text


def test_panels_that_are_too_many_for_a_phone_are_counted_but_not_the_best():
    rows = [[f"modelo {i}", 1000.5 + i, 2000.5 + i, 3000.5 - i] for i in range(6)]
    names = ["modelo", "perplexidade", "tokens", "memória"]
    assert "… e mais 1 linha" in shown(Table(rows, names), 360)
    assert "… e mais" not in shown(Table(rows, names, best={"memória": "min"}), 360)


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: Table([]), "Table.rows: esperada uma tabela de ao menos 1 linha, veio uma lista vazia"),
        (
            lambda: Table(3),
            "Table.rows: esperada uma lista de dicionários, uma lista de listas ou um DataFrame, veio 3",
        ),
        (
            lambda: Table(ROWS),
            "Table: as linhas vieram sem nomes de colunas; dê os nomes em “columns”",
        ),
        (
            lambda: Table([["a", 1], ["b"]], ["n", "x"]),
            "Table: a linha 2 tem 1 valor para 2 colunas",
        ),
        (lambda: Table([["a", 1]], ["n", "n"]), "Table: a coluna “n” aparece mais de uma vez"),
        (
            lambda: Table([{"n": "a", "perda": 1}, {"n": "b", "pedra": 2}]),
            "Table.rows: as colunas são as da primeira linha; "
            "a coluna “pedra” não existe; você quis dizer “perda”?",
        ),
        (
            lambda: Table([{"n": "a", "x": inf}]),
            "Table.rows: na linha 1, coluna “x”: esperado um número finito, veio ∞",
        ),
        (
            lambda: Table([{"n": "a", "x": {}}]),
            "Table.rows: na linha 1, coluna “x”: esperado um texto ou um número, veio uma tabela",
        ),
        (
            lambda: Table(RECORDS, best={"z": "min"}),
            "Table: a coluna “z” não existe; os nomes válidos são: “nome”, “x”, “y”",
        ),
        (
            lambda: Table([["a", "b"]], ["n", "t"], best={"t": "min"}),
            "Table: a coluna “t” tem textos; só uma coluna de números tem melhor valor",
        ),
        (
            lambda: Table([["a", "b"]], ["n", "t"], bars=["t"]),
            "Table: a coluna “t” tem textos; só uma coluna de números tem barras",
        ),
        (
            lambda: Table([["a", "b"]], ["n", "t"], sizes="t"),
            "Table: a coluna “t” tem textos; só uma coluna de números tem blocos",
        ),
        (
            lambda: Table([["base", 9], ["SFT", 8]], ["n", "x"], focus="sft"),
            "Table: a linha “sft” não existe; você quis dizer “SFT”?",
        ),
        (
            lambda: Table([["a", 9], ["b", 8], ["c", 1]], ["n", "x"], best={"x": "min"}, most=2),
            "Table: o melhor valor de “x” está na linha 3 e não aparece; "
            "mostre mais em “most” ou ponha as melhores linhas primeiro",
        ),
        (
            lambda: Table([list(range(7))], list("abcdefg")),
            "Table: são 7 colunas; até 6 se leem bem. Escolha as que importam em “columns”",
        ),
        (
            lambda: Table([["a", "b" * 61]], ["n", "t"]),
            "Table: na linha 1, coluna “t”: esperado um texto de no máximo 60 caracteres, veio um de 61",
        ),
        (
            lambda: Table([["a", 1e300]], ["n", "x"]),
            "Table: na linha 1, coluna “x”: o número é longo demais; mude a unidade",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_the_decimals_of_words_are_refused_for_what_they_are():
    assert refusal(lambda: Table([{"a": "x", "b": "y"}], places={"b": 1})) == (
        "Table: a coluna “b” tem textos; só uma coluna de números tem casas decimais"
    )


@pytest.mark.parametrize(("written", "asked"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_column_is_found_however_its_accents_are_written(written, asked):
    column, name = (unicodedata.normalize(form, "ação") for form in (written, asked))
    rows = [{"n": "x", column: 1.5}, {"n": "y", name: 2.5}]
    table = Table(rows, columns=["n", name], best={name: "max"}, places={name: 2}, units={name: "s"})
    assert "Maior ação: 2,50 s (y)" in table.describe()


def test_columns_that_are_written_alike_are_not_lost():
    assert refusal(lambda: Table([{1: "a", "1": "b"}])) == "Table.rows: o nome “1” aparece mais de uma vez"
