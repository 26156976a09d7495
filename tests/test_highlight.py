"""Code read as its language does: nothing is lost, and what is unknown is refused with what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusals import refusal

from infograficos.text.highlight import highlight, language_name


def kinds(code: str, language: str = "python") -> list[tuple[str, str]]:
    """The pieces of a line that are more than space, with what they are."""
    (line,) = highlight(code, language)
    return [(piece.text.strip(), piece.kind) for piece in line if piece.text.strip()]


@given(
    st.text(st.sampled_from(" \nab1\"'#()[]{}=:,.\\-+"), max_size=60),
    st.sampled_from(["python", "json", "toml", "bash", "text"]),
)
def test_put_together_the_pieces_are_the_code_again(code, language):
    lines = highlight(code, language)
    assert "\n".join("".join(piece.text for piece in line) for line in lines) == code


@pytest.mark.parametrize(
    ("code", "language", "found"),
    [
        (
            "if not loss: # fim",
            "python",
            [("if", "keyword"), ("not", "keyword"), ("loss:", "plain"), ("# fim", "comment")],
        ),
        ("F.relu(x)", "python", [("F.", "plain"), ("relu", "name"), ("(x)", "plain")]),
        ("x = relu", "python", [("x = relu", "plain")]),
        ("def f():", "python", [("def", "keyword"), ("f", "name"), ("():", "plain")]),
        ("@jit", "python", [("@jit", "name")]),
        (
            'f"a {b}"',
            "python",
            [('f"a', "string"), ("{b}", "plain"), ('"', "string")],
        ),
        (
            '{"a": [1, true, "b"]}',
            "json",
            [
                ("{", "plain"),
                ('"a"', "name"),
                (": [", "plain"),
                ("1", "number"),
                (",", "plain"),
                ("true", "keyword"),
                (",", "plain"),
                ('"b"', "string"),
                ("]}", "plain"),
            ],
        ),
        ("[treino]", "toml", [("[treino]", "keyword")]),
        ("if x: # 1", "text", [("if x: # 1", "plain")]),
    ],
)
def test_a_piece_is_what_its_language_says(code, language, found):
    assert kinds(code, language) == found


def test_a_string_of_several_lines_is_a_string_in_each_of_them():
    lines = highlight('"""a\nb"""', "python")
    assert [[piece.kind for piece in line] for line in lines] == [["string"], ["string"]]


@pytest.mark.parametrize(
    ("language", "name"),
    [("python", "Python"), ("Python", "Python"), ("text", "texto"), ("rust", "Rust"), ("c++", "C++")],
)
def test_a_language_has_a_name_for_sentences(language, name):
    assert language_name(language) == name


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("pyton", "a linguagem “pyton” não existe; você quis dizer “python”?"),
        ("jsno", "a linguagem “jsno” não existe; você quis dizer “json”?"),
        (
            "@@@",
            "a linguagem “@@@” não existe; os nomes válidos são: “python”, “json”, “toml”, “yaml”, “bash”, "
            "“sql”, “text”",
        ),
    ],
)
def test_an_unknown_language_is_refused_with_the_nearest_names(language, message):
    assert refusal(lambda: language_name(language)) == message


def test_a_rare_language_with_a_slip_is_looked_for_among_all():
    assert "“haskell”" in refusal(lambda: language_name("haskel"))
