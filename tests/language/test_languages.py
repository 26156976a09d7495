"""What a language decides: numbers, lists, dates, line ends and hyphens; and which one a figure is in."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from refusals import refusal

from infograficos import Chapter, Figure
from infograficos.builders.windows import EXAMPLES
from infograficos.language.dates import read_times
from infograficos.language.grammar import join_and, join_first, join_or, list_numbers, phrase
from infograficos.language.hyphenation import hyphen_positions
from infograficos.language.languages import language_codes, load_language
from infograficos.language.numbers import (
    add_percent,
    format_column,
    format_number,
    format_short,
    format_vector,
)
from infograficos.language.texts import current_language, in_language
from infograficos.text.line_breaks import pieces
from infograficos.text.typography import insert_no_break_spaces
from infograficos.theme import load_theme

WINDOWS = EXAMPLES["passo a passo"]
FIGURE = Figure(1, "janelas", "Windows", "Look **here**", WINDOWS)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("pt-BR", ["0,5", "1024", "50.257", "−2 × 10⁻⁵", "[0,1; 0,2]", "50 %", "1.024 50.257"]),
        ("en", ["0.5", "1,024", "50,257", "−2 × 10⁻⁵", "[0.1, 0.2]", "50%", "1,024 50,257"]),
        ("es", ["0,5", "1024", "50 257", "−2 × 10⁻⁵", "[0,1; 0,2]", "50 %", "1 024 50 257"]),
    ],
)
def test_numbers_are_written_as_a_language_does(code, expected):
    with in_language(code):
        column = " ".join(format_column([1024, 50257]))
        written = [*map(format_short, (0.5, 1024)), format_number(50257), format_short(-2e-5)]
        written += [format_vector([0.1, 0.2], None), add_percent("50"), column]
    assert [each.replace("\u00a0", " ") for each in written] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("pt-BR", ["a e b", "a, b e c", "a, b e mais 2"]),
        ("en", ["a and b", "a, b, and c", "a, b, and 2 more"]),
        ("es", ["a y b", "a, b y c", "a, b y 2 más"]),
    ],
)
def test_lists_are_joined_as_a_language_does(code, expected):
    with in_language(code):
        assert [join_and(["a", "b"]), join_and(["a", "b", "c"]), join_first(list("abcd"), 2)] == expected


@pytest.mark.parametrize(
    ("last", "word"),
    [
        ("inferencia", "e"),
        ("“índices”", "e"),
        ("<|im_end|>", "e"),
        ("Input", "e"),
        ("IA", "e"),
        ("hilos", "e"),
        ("híbridos", "e"),
        ("hielo", "y"),
        ("iPhone", "y"),
        ("“I know”", "y"),
        ("yo", "y"),
        ("hiatos", "y"),
        ("ice", "y"),
        ("“island”", "y"),
        ("hidden states", "y"),
        ("ImageNet", "e"),
        ("índice", "e"),
    ],
)
def test_spanish_says_e_before_the_vowel_i(last, word):
    with in_language("es"):
        assert join_and(["datos", last]) == f"datos {word} {last}"


@pytest.mark.parametrize(
    ("last", "word"),
    [
        ("hojas", "u"),
        ("“oído”", "u"),
        ("Óptimo", "u"),
        ("ONNX", "u"),
        ("8", "u"),
        ("80 %", "u"),
        ("11", "u"),
        ("11\u00a0000", "u"),
        ("11000", "u"),
        ("110", "o"),
        ("1100", "o"),
        ("−8", "o"),
        ("output", "o"),
        ("“outlined”", "o"),
        ("one-shot", "o"),
        ("host", "o"),
        ("uno", "o"),
    ],
)
def test_spanish_says_u_before_the_vowel_o(last, word):
    with in_language("es"):
        assert join_or(["capas", last]) == f"capas {word} {last}"


def test_alternatives_are_joined_as_a_language_does():
    joined = {}
    for code in ("pt-BR", "en", "es"):
        with in_language(code):
            joined[code] = join_or(["7", "8", "iPhone"])
    assert joined == {"pt-BR": "7 ou 8 ou iPhone", "en": "7 or 8 or iPhone", "es": "7 u 8 o iPhone"}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("pt-BR", ["2", "2; 1", "2; 1; 8"]),
        ("en", ["2", "2 and 1", "2, 1, and 8"]),
        ("es", ["2", "2 y 1", "2; 1 y 8"]),
    ],
)
def test_numbers_are_listed_in_a_sentence_as_a_language_does(code, expected):
    with in_language(code):
        assert [list_numbers(["2"]), list_numbers(["2", "1"]), list_numbers(["2", "1", "8"])] == expected


def test_dates_are_read_in_any_language_and_by_the_order_of_the_own():
    assert read_times(["jan. 2020", "enero de 2020", "Jan 1, 2020", "1 de enero del 2020"]) == [2020.0] * 4
    assert read_times(["step 1,000", "step 2,000"]) == read_times(["passo 1.000", "passo 2.000"])
    with in_language("en"):
        english = read_times(["12/06/2017"])
    assert english == read_times(["06/12/2017"]) != read_times(["12/06/2017"])


@pytest.mark.parametrize(("code", "text"), [("en", "the"), ("es", "los"), ("pt-BR", "dos")])
def test_no_line_ends_well_in_an_article_of_the_language(code, text):
    def cost() -> float:
        return pieces(f"here {text} there")[1].cost

    with in_language(code):
        weak = cost()
    others = [other for other in language_codes() if text not in load_language(other).weak_endings]
    with in_language(others[0]):
        assert weak > cost() == 0


@pytest.mark.parametrize(("code", "kept"), [("en", "3 epochs, see Ch. 7"), ("es", "3 épocas, véase Ec. 7")])
def test_a_number_stays_with_the_nouns_and_abbreviations_of_the_language(code, kept):
    with in_language(code):
        assert insert_no_break_spaces(kept) == re.sub(r"(?<=3) |(?<=[hc]\.) ", "\u00a0", kept)


@pytest.mark.parametrize("code", language_codes())
def test_a_language_has_a_dictionary_of_hyphens(code):
    pytest.importorskip("pyphen")
    assert hyphen_positions("information", load_language(code).hyphenation)


@pytest.mark.parametrize(("name", "code"), [("en", "en"), ("EN", "en"), ("en-GB", "en"), ("pt", "pt-BR")])
def test_a_language_is_named_by_its_tag(name, code):
    assert FIGURE.in_language(name).language == code


@pytest.mark.parametrize(
    ("name", "nearest"), [("english", "en"), ("ingles", "en"), ("spanish", "es"), ("Portugues", "pt-BR")]
)
def test_an_unknown_language_is_refused_with_the_nearest(name, nearest):
    assert f"a língua “{name}” não existe; você quis dizer “{nearest}”" in refusal(
        lambda: FIGURE.in_language(name)
    )


def test_the_nearest_setting_decides_the_language():
    spanish = load_theme().model_copy(update={"language": "es"})
    chapter = Chapter(
        1, "Windows", [FIGURE, replace(FIGURE, number=2, name="own", language="es")], language="en"
    )
    assert [each.language for each in chapter.figures] == ["en", "es"]
    assert [each.language for each in chapter.in_language("pt-BR").figures] == ["pt-BR", "pt-BR"]
    drawn = FIGURE.draw(), FIGURE.draw(spanish), chapter.figures[0].draw(spanish), FIGURE.draw(language="en")
    assert [each.description.language for each in drawn] == ["pt-BR", "es", "en", "en"]


@pytest.mark.parametrize(("code", "words"), [("en", ("input", "target")), ("es", ("entrada", "objetivo"))])
def test_a_figure_says_its_own_words_in_its_language(code, words):
    svg = FIGURE.svg(language=code, text="live")
    assert f'lang="{code}"' in svg
    assert all(word in svg for word in words)
    assert not re.search(r"\b(janelas|alvo)\b", svg)


def test_two_languages_are_drawn_at_once_in_two_threads():
    started = Barrier(2)

    def draw(code: str) -> str:
        started.wait()
        return FIGURE.svg(language=code)

    codes = ["en", "es"] * 4
    with ThreadPoolExecutor(2) as pool:
        drawn = list(pool.map(draw, codes))
    assert drawn == [FIGURE.svg(language=code) for code in codes]
    assert current_language().code == "pt-BR"


def test_a_text_without_translation_stays_portuguese_and_is_noted():
    with in_language("en") as translator:
        assert phrase("palavra que não há, {count}", 3) == "palavra que não há, 3"
        assert phrase(("{count} coisa", "{count} coisas"), 1) == "1 coisa"
    assert translator.missing == {"palavra que não há, {count}", "{count} coisas"}
