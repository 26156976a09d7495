"""A listing: what is said, what is refused, which lines stand out, and examples that are true."""

from __future__ import annotations

import ast
import json
import tomllib

import pytest
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.code import EXAMPLES, HEADLINES, Code
from infograficos.scene.items import Path, TextBlock, walk


def figure(content: Code) -> Figure:
    return Figure(1, "codigo", "Código", "O que o exemplo ensina", content)


def written(content: Code, width: float = 700) -> list[str]:
    frame = figure(content).draw(width=width).frame
    blocks = [v.item for v in walk(frame) if isinstance(v.item, TextBlock)]
    return [line.text for block in blocks for line in block.lines if block.kind == "listing"]


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["passo de treino"].describe() == (
        "Código em Python, com 4 linhas. Barras abaixo das linhas 1, 2 e 3: 1, 2 e 3. Em destaque: linha 4, "
        "“optimizer.zero_grad()” (zera o gradiente)."
    )
    assert EXAMPLES["registro"].describe() == (
        "Código em JSON, com 5 linhas. Barras abaixo das linhas 2, 3 e 4: 3, 2 e 2. As das linhas 2 e 3 não "
        'contam. Em destaque: linha 4, “"output": "Good morning"” (só isto ensina).'
    )
    assert EXAMPLES["configuração"].describe() == (
        "Código em TOML, do arquivo treino.toml, com 3 linhas. Barras abaixo das linhas 2 e 3: "
        "6\u00a0×\u00a010⁻⁴ e 2\u00a0×\u00a010⁻⁵. Em destaque: linha 3, “ajuste_fino = 2e-5”."
    )


@pytest.mark.parametrize(("count", "length", "is_large"), [(7, 5, True), (8, 5, False), (1, 40, False)])
def test_a_few_short_lines_are_large(count, length, is_large):
    frame = figure(Code("\n".join(["x" * length] * count))).draw().frame
    line = next(v.item.lines[0] for v in walk(frame) if isinstance(v.item, TextBlock) and "xx" in v.item.text)
    assert (line.width / length > 14) == is_large


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (Code("x = 1"), "Código em Python, com 1 linha. Começa com “x = 1”."),
        (
            Code("a\nb\nc", "text", most=2),
            "Código em texto, com 3 linhas, das quais aparecem as 2 primeiras. Começa com “a”.",
        ),
        (
            Code("a\nb", "text", most=1),
            "Código em texto, com 2 linhas, das quais só a primeira aparece. Começa com “a”.",
        ),
        (
            Code("\n".join("x" * 60 for _ in range(4)), "text", highlight=[1, 2, 3, 4]),
            "Código em texto, com 4 linhas. Em destaque, as linhas 1, 2, 3 e 4.",
        ),
    ],
)
def test_what_is_short_is_said_and_what_is_long_is_summed_up(code, words):
    assert code.describe() == words


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Code(" \n\t\n"),
            "Code.code: esperado um texto com ao menos uma letra, veio um texto vazio",
        ),
        (lambda: Code(3), "Code.code: esperado um texto, veio 3"),
        (
            lambda: Code("x = 1", "pyton"),
            "Code.language: a linguagem “pyton” não existe; você quis dizer “python”?",
        ),
        (
            lambda: Code("\n".join("x" * 13)),
            "Code: o código mostraria 13 linhas, e cabem 12; "
            "dê só as que ensinam, ou diga em “most” quantas mostrar",
        ),
        (
            lambda: Code("\n".join("x" * 12), file_name="a.py"),
            "Code: o código mostraria 12 linhas, e cabem 11; "
            "dê só as que ensinam, ou diga em “most” quantas mostrar",
        ),
        (
            lambda: Code("\n".join("x" * 13), most=12),
            "Code: o código mostraria 12 linhas, e cabem 11; "
            "dê só as que ensinam, ou diga em “most” quantas mostrar",
        ),
        (
            lambda: Code("y\n" + "x" * 91),
            "Code: a linha 2 tem 91 caracteres; esperados até 90, quebre-a em duas",
        ),
        (
            lambda: Code("x = 1", highlight=[2]),
            "Code: a linha 2 não existe; o código tem 1 linha",
        ),
        (
            lambda: Code("a\nb\nc", notes={3: "fim"}, most=2),
            "Code: a linha 3 não aparece: “most” mostra só 2 linhas",
        ),
        (
            lambda: Code("a\nb", notes={1: "x"}, focus=2),
            "Code: a linha 2, em “focus”, não tem nota; dê a nota dela em “notes”",
        ),
        (
            lambda: Code("a\nb", bars={1: 1}, masked=[2]),
            "Code: a linha 2, em “masked”, precisa de uma barra e não pode ter destaque",
        ),
        (
            lambda: Code("a\nb", bars={1: 1}, highlight=[1], masked=[1]),
            "Code: a linha 1, em “masked”, precisa de uma barra e não pode ter destaque",
        ),
        (
            lambda: Code("x = 1", highlight=[0]),
            "Code.highlight[0]: esperado um número maior ou igual a 1, veio 0",
        ),
        (
            lambda: Code("x = 1", notes={1: "x" * 41}),
            "Code.notes[1]: esperado um texto de no máximo 40 caracteres, veio um de 41",
        ),
        (
            lambda: Code("x = 1\x07"),
            "Code.code: o texto tem um caractere de controle (U+0007); apague-o",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


def test_common_indentation_tabs_and_empty_lines_around_are_taken_off():
    assert Code("\n\n\t\tif x:\n\t\t\ty = 1  \n\n").code == "if x:\n    y = 1"
    assert Code("a\r\nb").code == "a\nb"


def test_lines_left_out_are_counted():
    assert written(Code("\n".join("abcdef"), "text", most=4)) == [*"abcd", "… mais 2 linhas"]
    assert written(Code("a\nb", "text", most=1)) == ["a", "… mais 1 linha"]


def test_the_language_is_beside_the_name_of_the_file_and_only_there():
    frames = [figure(Code("x = 1", file_name=name)).draw().frame for name in ("", "a.py")]
    found = [{v.item.text for v in walk(frame) if isinstance(v.item, TextBlock)} for frame in frames]
    assert found[1] - found[0] == {"a.py", "Python"}


def solid_notes(content: Code) -> list[str]:
    """The notes that are painted on a solid surface."""
    blocks = [v.item for v in walk(figure(content).draw().frame) if isinstance(v.item, TextBlock)]
    return [b.text for b in blocks if b.kind != "listing" and b.lines[0].runs[0].paint.role == "paper"][1:]


def test_the_one_note_to_remember_is_solid():
    assert solid_notes(Code("a\nb", notes={1: "um"})) == ["um"]
    assert solid_notes(Code("a\nb", notes={1: "um", 2: "dois"})) == []
    assert solid_notes(Code("a\nb", notes={1: "um", 2: "dois"}, focus=2)) == ["dois"]


@pytest.mark.parametrize("width", [700, 360])
def test_quotes_dashes_and_dots_stay_as_they_are(width):
    assert written(Code('x = "a" - -1 ...'), width) == ['x = "a" - -1 ...']


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("width", [700, 360])
def test_the_longest_listing_is_still_a_figure(width, numbered):
    lines = [f"    valor = funcao(entrada, {n})" for n in range(10)]
    content = Code(
        "\n".join(["if x:", *lines]), file_name="a.py", notes={3: "uma nota curta"}, line_numbers=numbered
    )
    assert figure(content).draw(width=width).findings == ()


@pytest.mark.parametrize("width", [700, 360])
def test_the_longest_words_that_are_taken_fit(width):
    content = Code(
        "x" * 90, notes={1: "palavras " * 3 + "bem juntas"}, file_name="treino/configuracao_base.toml"
    )
    found = figure(content).draw(width=width).findings
    assert [finding.message for finding in found] == []


def test_the_examples_are_what_they_say():
    ast.parse(EXAMPLES["passo de treino"].code)
    record = json.loads(EXAMPLES["registro"].code)
    assert list(record) == ["instruction", "input", "output"]
    words = [len(text.split()) for text in record.values()]
    assert EXAMPLES["registro"].bars == dict(zip((2, 3, 4), words, strict=True))
    assert HEADLINES["registro"] == f"Lê {sum(words)} palavras, aprende **{words[-1]}**{{response}}"
    settings = tomllib.loads(EXAMPLES["configuração"].code)
    bars = EXAMPLES["configuração"].bars
    assert list(settings["taxas"].values()) == list(bars.values())
    assert bars[2] / bars[3] == pytest.approx(30)


@pytest.mark.parametrize("width", [700, 360])
def test_the_bars_that_do_not_count_are_dotted(width):
    content = Code("um()\ndois()\ntres()", bars={1: 1, 2: 2, 3: 3}, highlight=[3], masked=[1, 2])
    paths = [v.item for v in walk(figure(content).draw(width=width).frame) if isinstance(v.item, Path)]
    dotted = [path for path in paths if path.stroke and path.stroke.dash]
    solid = [path for path in paths if path.fill and path.fill.role == "input.solid"]
    assert (len(dotted), len(solid)) == (2, 1)


def test_a_bar_keeps_away_from_the_note_above_it():
    frame = figure(EXAMPLES["registro"]).draw(width=360).frame
    visits = list(walk(frame))
    note = next(v.rect for v in visits if getattr(v.item, "name", "") == "nota, linha 4")
    fills = (v for v in visits if isinstance(v.item, Path) and v.item.fill)
    bar = max((v.rect for v in fills if v.item.fill.role == "response.solid"), key=lambda rect: rect.bottom)
    assert bar.y > note.bottom + 5


@pytest.mark.parametrize("width", [700, 360])
def test_bars_are_to_one_scale_each_below_its_line(width):
    content = Code("um()\ndois()\ntres()", bars={1: 1, 2: 2, 3: 3}, role="model")
    visits = list(walk(figure(content).draw(width=width).frame))
    paths = [v for v in visits if isinstance(v.item, Path) and v.item.fill]
    bars = [v.rect for v in paths if v.item.fill.role == "model.mark"]
    lines = [v.rect for v in visits if isinstance(v.item, TextBlock) and "()" in v.item.text]
    assert [bar.width / bars[0].width for bar in bars] == pytest.approx([1, 2, 3])
    tops = [rect.y for pair in zip(lines, bars, strict=True) for rect in pair]
    assert tops == sorted(tops)


def test_a_bar_of_no_line_is_refused():
    assert refusal(lambda: Code("a", bars={2: 1})) == "Code: a linha 2 não existe; o código tem 1 linha"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []
