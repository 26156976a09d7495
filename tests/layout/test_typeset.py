"""Portuguese line breaking with square glyphs: what a line may end in, and how lines are balanced."""

from __future__ import annotations

from itertools import combinations
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruler import SIZE, SquareRuler

from infograficos.scene.geometry import ORIGIN, Rect
from infograficos.scene.glyph_run import FontStyle
from infograficos.scene.items import TextBlock, TextLine
from infograficos.text.markup import Span
from infograficos.text.paragraph import Paragraph, max_line_width

STYLES = {
    "plain": FontStyle(size=SIZE),
    "strong": FontStyle(weight=600, size=SIZE),
    "code": FontStyle(family="mono", size=SIZE),
}
NBSP = "\u00a0"


def set_text(spans, styles, ruler, max_width):
    return Paragraph(spans, styles, ruler).lines(max_width)


def broken(text: str, letters: float):
    return set_text((Span(text),), STYLES, SquareRuler(), letters * SIZE)


def lines(text: str, letters: float) -> list[str]:
    return [line.text for line in broken(text, letters)]


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("o modelo de linguagem", 12, ["o modelo", "de linguagem"]),
        ("segue a instrução", 11, ["segue", "a instrução"]),
        ("treino com dados", 10, ["treino", "com dados"]),
        ("a loss é a média", 8, ["a loss é", "a média"]),
        ("fim da resposta", 12, ["fim", "da resposta"]),
        ("sobe à direita", 12, ["sobe", "à direita"]),
        ("peso E viés", 7, ["peso", "E viés"]),
    ],
)
def test_no_line_ends_in_an_article_or_preposition_where_another_break_fits(text, letters, expected):
    assert lines(text, letters) == expected


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("o modelo de linguagem", 11, ["o modelo de", "linguagem"]),
        ("segue a instrução", 10, ["segue a", "instrução"]),
        ("o computador", 10, ["o", "computador"]),
        ("rede de base bem", 8, ["rede de", "base bem"]),
    ],
)
def test_a_weak_ending_is_better_than_a_line_too_wide_or_one_line_more(text, letters, expected):
    assert lines(text, letters) == expected


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("um dois três seis", 13, ["um dois", "três seis"]),
        ("aaaa bbbb cccc dddd", 14, ["aaaa bbbb", "cccc dddd"]),
        ("aaa bbb cccc ddd", 12, ["aaa bbb", "cccc ddd"]),
    ],
)
def test_lines_are_as_even_as_they_can_be_without_becoming_more(text, letters, expected):
    assert lines(text, letters) == expected


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("pré-treino", 6, ["pré-", "treino"]),
        ("e/ou isso", 6, ["e/ou", "isso"]),
        ("entrada/saída", 9, ["entrada/", "saída"]),
        ("vale -100", 6, ["vale", "-100"]),
        ("GPT-2 mini", 6, ["GPT-2", "mini"]),
        ("3-gramas", 5, ["3-gramas"]),
        ("modelo—ajustado", 9, ["modelo—", "ajustado"]),
        ("日本語の文", 3, ["日本", "語の文"]),
        ("usa日本", 4, ["usa", "日本"]),
        ("um\ndois três", 20, ["um", "dois três"]),
        ("um\n\ndois", 20, ["um", "", "dois"]),
        ("um\n", 20, ["um", ""]),
        ("custa R$ 10 hoje", 6, ["custa", "R$ 10", "hoje"]),
        ("  fica   junto  ", 20, ["fica   junto"]),
        ("fica   junto", 7, ["fica", "junto"]),
        ("um \u0301e dois", 5, ["um \u0301e", "dois"]),
        ("", 5, [""]),
        ("   ", 5, [""]),
    ],
)
def test_a_line_ends_after_spaces_hyphens_slashes_dashes_newlines_and_around_chinese_signs(
    text, letters, expected
):
    assert lines(text, letters) == expected


def test_a_word_wider_than_the_room_gets_a_line_of_its_own():
    set_lines = set_text((Span("um extraordinário dia"),), STYLES, SquareRuler(), 60)
    assert [(line.text, line.width) for line in set_lines] == [
        ("um", 20),
        ("extraordinário", 140),
        ("dia", 30),
    ]
    assert max_line_width(set_lines) == 140


@pytest.mark.parametrize(
    ("code", "words", "letters", "expected"),
    [
        ("a + b * c", " vira", 10, ["a + b * c", "vira"]),
        ("a + b * c", " vira árvore", 11, ["a + b * c", "vira árvore"]),
        ("a + b * c", " vira", 7, ["a + b *", "c vira"]),
    ],
)
def test_code_stays_in_one_line_where_it_fits_one(code, words, letters, expected):
    spans = (Span(code, "code"), Span(words))
    assert [line.text for line in set_text(spans, STYLES, SquareRuler(), letters * SIZE)] == expected


def test_without_a_limit_a_paragraph_is_one_line():
    assert lines("uma frase bem comprida, sem fim", inf) == ["uma frase bem comprida, sem fim"]


def test_emphasis_goes_on_over_a_break_and_runs_follow_each_other():
    spans = (Span("a "), Span("loss cai", "strong"), Span(" em "), Span("eval", "code"))
    told = [
        [(run.x, run.run.text, run.run.face) for run in line.runs]
        for line in set_text(spans, STYLES, SquareRuler(), 8 * SIZE)
    ]
    assert told == [
        [(0, "a ", "sans-400"), (20, "loss", "sans-600")],
        [(0, "cai", "sans-600")],
        [(0, "em ", "sans-400"), (30, "eval", "mono-400")],
    ]


WORDS = st.lists(
    st.sampled_from(
        ["os", "de", "as", "que", "para", "loss", "modelo", "treino", "dado", "instruções", "ou"]
    ),
    min_size=1,
    max_size=8,
)
WEAK = {"os", "de", "as", "que", "para", "ou"}


def all_breaks(words: list[str]) -> list[list[str]]:
    """Every way of putting the words on lines, one after another."""
    places = range(1, len(words))
    return [
        [" ".join(words[start:end]) for start, end in zip((0, *cuts), (*cuts, len(words)), strict=True)]
        for count in range(len(words))
        for cuts in combinations(places, count)
    ]


def merit(broken: list[str], letters: int) -> tuple[float, int]:
    """Lines and, for a little less, weak endings, then how uneven they are; the smaller the better."""
    weak = sum(line.split()[-1] in WEAK for line in broken[:-1])
    return round(len(broken) + 0.6 * weak, 6), sum((letters - len(line)) ** 2 for line in broken)


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("modelo alinhado fim", 15, ["modelo", "alinhado fim"]),
        ("cada bloco soma ao rio que sobe", 26, ["cada bloco soma", "ao rio que sobe"]),
        ("um par pedido resposta bom", 22, ["um par pedido", "resposta bom"]),
    ],
)
def test_no_line_is_one_short_word_where_another_break_fits(text, letters, expected):
    assert lines(text, letters) == expected


@settings(max_examples=150)
@given(WORDS, st.integers(1, 30))
def test_the_breaks_are_the_best_of_all_that_fit(words, letters):
    fitting = [
        broken
        for broken in all_breaks(words)
        if all(len(line) <= letters or " " not in line for line in broken)
    ]
    set_lines = lines(" ".join(words), letters)
    assert set_lines in fitting
    assert merit(set_lines, letters) == min(merit(broken, letters) for broken in fitting)


@settings(max_examples=100)
@given(st.text("aeoç -/—R$10%日本\n", max_size=30), st.integers(3, 20))
def test_no_word_is_lost_and_only_what_cannot_be_broken_is_too_wide(text, letters):
    set_lines = set_text((Span(text),), STYLES, SquareRuler(), letters * SIZE)
    joined = "".join(line.text for line in set_lines)
    assert "".join(joined.split()) == "".join(text.split())
    for line in set_lines:
        assert "\n" not in line.text
        assert line.width == len(line.text) * SIZE
        assert line.width <= letters * SIZE or line.text.split(" ") == [line.text]


@settings(max_examples=60)
@given(WORDS, st.integers(3, 30), st.data())
def test_emphasis_changes_neither_words_nor_breaks_where_all_styles_are_as_wide(words, letters, data):
    text = " ".join(words)
    cut = data.draw(st.integers(0, len(text)))
    spans = (Span(text[:cut]), Span(text[cut:], "strong"))
    set_lines = set_text(spans, STYLES, SquareRuler(), letters * SIZE)
    assert [line.text for line in set_lines] == lines(text, letters)
    drawn = "".join(run.run.text for line in set_lines for run in line.runs if run.run.face == "sans-600")
    assert drawn.replace(" ", "") == text[cut:].replace(" ", "")


def test_a_long_text_is_broken_without_deep_recursion():
    text = "palavra " * 400
    assert len(lines(text.strip(), 15)) == 200


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("o framework", 12, ["o framework"]),
        ("pesos do W", 9, ["pesos", "do W"]),
        ("o modelo lê", 9, ["o modelo", "lê"]),
    ],
)
def test_no_line_is_a_single_letter_where_it_fits_beside_a_word(text, letters, expected):
    assert lines(text, letters) == expected


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("corte · 0,9 · soma", 7, ["corte ·", "0,9 ·", "soma"]),
        ("Python | Rust", 9, ["Python |", "Rust"]),
        ("a loss — a média", 9, ["a loss —", "a média"]),
        ("entrada / saída", 10, ["entrada /", "saída"]),
    ],
)
def test_no_line_begins_with_a_separator(text, letters, expected):
    assert lines(text, letters) == expected


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("Camada Feed-Forward (FFN)", 13, ["Camada", "Feed-Forward", "(FFN)"]),
        ("Camada Feed-Forward", 12, ["Camada", "Feed-Forward"]),
        ("Modelo pré-treinado", 13, ["Modelo", "pré-treinado"]),
        ("Modelo pré-treinado", 11, ["Modelo pré-", "treinado"]),
    ],
)
def test_a_compound_that_fits_a_line_is_kept_whole(text, letters, expected):
    assert lines(text, letters) == expected


@pytest.mark.parametrize(
    ("word", "letters", "expected"),
    [
        ("<|im_start|>assistant", 14, ["<|im_start|>", "assistant"]),
        ("per_device_train_batch_size 4", 16, ["per_device_", "train_", "batch_size 4"]),
        ("https://example.org/docs/main", 15, ["https://", "example.org/", "docs/main"]),
        ("torch.nn.functional.softmax", 20, ["torch.nn.", "functional.softmax"]),
        ("AutoModelForCausalLM", 12, ["AutoModel", "ForCausalLM"]),
        ("HTTPServerError", 10, ["HTTPServer", "Error"]),
        ("meta-llama/Llama-3.1-8B", 14, ["meta-llama/", "Llama-3.1-8B"]),
        ("optimizer.step()", 12, ["optimizer.", "step()"]),
        ("Interopera\u00adbilidade", 12, ["Interopera-", "bilidade"]),
        ("Interopera\u00adbilidade", 18, ["Interoperabilidade"]),
        ("são 1.234.567,89 tokens", 12, ["são", "1.234.567,89", "tokens"]),
        ("2026-01-15", 8, ["2026-01-15"]),
        ("inconstitucional", 8, ["inconstitucional"]),
        ("um_inconstitucional", 8, ["um_inconstitucional"]),
    ],
)
def test_a_word_wider_than_its_line_is_broken_after_signs_and_before_capitals_if_that_helps(
    word, letters, expected
):
    assert lines(word, letters) == expected


def test_a_block_gives_the_words_of_a_broken_one_as_their_author_wrote_them():
    typed = "lr_per_layer e pré-treino da interopera\u00adbilidade"
    told = [TextLine(ORIGIN, (), line.width, line.text, line.end) for line in broken(typed, 12)]
    assert [line.text for line in told] == ["lr_per_layer", "e pré-treino", "da", "interopera-", "bilidade"]
    narrow = [TextLine(ORIGIN, (), line.width, line.text, line.end) for line in broken(typed, 11)]
    for each in (told, narrow):
        assert TextBlock(Rect(0, 0, 0, 0), tuple(each)).text == typed.replace("\u00ad", "")


class Listening(SquareRuler):
    """Refuses nothing, and keeps what it was asked to shape."""

    def __init__(self):
        self.asked = []

    def shape(self, text, style):
        self.asked.append(text)
        return super().shape(text, style)


def test_a_paragraph_is_shaped_whole_first_so_that_a_refusal_can_quote_all_of_it():
    ruler = Listening()
    set_text((Span("um "), Span("dois", "strong")), STYLES, ruler, 30)
    assert ruler.asked[0] == "um dois"
