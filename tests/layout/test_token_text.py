"""Tokens as they are read: their marks for spaces, where they stand in a text, which words they cut."""

from __future__ import annotations

import re

import pytest

from infograficos.content.token_offsets import find_split_words, locate_tokens
from infograficos.content.token_text import decode_token, speak_token, visible_parts


@pytest.mark.parametrize(
    ("token", "read"),
    [
        ("Ġgato", " gato"),
        ("▁gato", " gato"),
        (" gato", " gato"),
        ("##ção", "ção"),
        ("##", "##"),
        ("ĠĠĊ", "  \n"),
        # Ġ within a word is a Maltese letter, ▁ is never one.
        ("oĠa", "oĠa"),
        ("o▁a", "o a"),
    ],
)
def test_a_token_stands_for_its_piece_of_text(token, read):
    assert decode_token(token) == read


@pytest.mark.parametrize(
    ("token", "drawn"),
    [
        ("Ġgato", (("␣", True), ("gato", False))),
        ("a b", (("a", False), ("␣", True), ("b", False))),
        ("\n\n", (("↵↵", True),)),
        ("\tx", (("⇥", True), ("x", False))),
        ("##ção", (("##ção", False),)),
    ],
)
def test_spaces_are_drawn_as_signs(token, drawn):
    assert visible_parts(token) == drawn


def test_a_token_of_spaces_alone_is_said_so():
    assert (speak_token("Ġ"), speak_token("Ġgato")) == ("espaço", "gato")


def test_tokens_are_found_with_and_without_their_spaces():
    assert locate_tokens("O gato", ["O", "Ġgato"]) == ((0, 1), (1, 6))
    assert locate_tokens("O gato", ["O", "gato"]) == ((0, 1), (2, 6))
    # SentencePiece puts a space in front of the text that the text does not have.
    assert locate_tokens("O gato", ["▁O", "▁gato"]) == ((0, 1), (1, 6))


def test_markers_stand_nowhere_and_an_unknown_token_for_one_word():
    assert locate_tokens("oi Zuleica!", ["<s>", "oi", "<unk>", "!", "</s>"]) == (
        None, (0, 2), (3, 10), (10, 11), None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        (["O", "Ġrato"], "o token 1 (“Ġrato”) não continua o texto, que segue com “gato”"),
        (["O", "Ġga"], "os tokens acabam antes do texto: falta “to”"),
        (
            ["O", "ĠgÃ¡to"],
            "o token 1 (“ĠgÃ¡to”) não continua o texto, que segue com “gato”; “Ã” é o primeiro byte de uma "
            "letra com acento: dê as letras, ou use from_offsets",
        ),
        (["O", "Ġgato", "!"], "o token 2 (“!”) não continua o texto, que segue com nada"),
    ],
)
def test_tokens_of_another_text_are_refused(tokens, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        locate_tokens("O gato", tokens)


def test_words_in_pieces_are_found_and_marks_are_no_pieces():
    text = "a tokenização, supermercado"
    tokens = ["a", "Ġto", "ken", "ização", ",", "Ġsuper", "mercado"]
    assert find_split_words(text, locate_tokens(text, tokens)) == ((1, 3), (5, 6))
