"""Rows of tokens: in which alphabet they are read, what is drawn and said, and where they are in a text."""

from __future__ import annotations

import re

import pytest

from infograficos.content.token_decoding import decode_as, decode_tokens
from infograficos.content.token_offsets import (
    find_ranges,
    find_split_words,
    locate_row,
    slice_text,
)
from infograficos.content.token_row import decoded_row, find_token, token_labels
from infograficos.content.token_text import label_tokens, visible_parts


def locate_tokens(text, tokens):
    return locate_row(text, decoded_row(tokens))


def texts(tokens, **rules):
    return [token.text for token in decode_tokens(tokens, **rules)]


def encode(text):
    """A text in the letters of byte-level BPE, as GPT-2, Llama 3 and Qwen list their tokens."""
    plain = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    moved = [byte for byte in range(256) if byte not in plain]
    return "".join(chr(b if b in plain else 256 + moved.index(b)) for b in text.encode())


@pytest.mark.parametrize(
    ("row", "read"),
    [
        (["A", "ĠatenÃ§Ã£o", "ĠÃ©"], ["A", " atenção", " é"]),
        (
            [encode(word) for word in ("Fran", "ça", " 日本", "!\n\n", "\t", " ")],
            ["Fran", "ça", " 日本", "!\n\n", "\t", " "],
        ),
        # By hand, with the letters as they are: “é” begins no character of several bytes here.
        (["O", "Ġlê", "Ġé", "Ġo"], ["O", " lê", " é", " o"]),
        (["Ġłódź", "Ġo"], [" łódź", " o"]),
        (
            [encode("mo") + encode("że"), encode("Привет"), "â", "ĸ", "ģ"],
            ["może", "Привет", "<E2>", "<96>", "<81>"],
        ),
        (["<|im_start|>", "user", "Ċ", "Oi"], ["<|im_start|>", "user", "\n", "Oi"]),
        (["def", "Ġx", "():", "ĊĠĠĠ", "Ġreturn"], ["def", " x", "():", "\n   ", " return"]),
        # GPT-NeoX lists several spaces as they are.
        (["def", "Ġx", "        ", "Ċ"], ["def", " x", "        ", "\n"]),
        # Llama 2, T5 and Gemma.
        (["▁oi", ":\n", "<0x43>", "#"], [" oi", ":\n", "C", "#"]),
        (["<s>", "▁O", "▁gato", "▁", "<0x0A>", "</s>"], ["<s>", " O", " gato", " ", "\n", "</s>"]),
        (["▁", "你", "好"], [" ", "你", "好"]),
        # BERT, whose mark is drawn.
        (["[CLS]", "em", "##prego", "[UNK]", "[SEP]"], ["[CLS]", "em", "##prego", "[UNK]", "[SEP]"]),
        # tiktoken.
        ([b"Ol", b"\xc3\xa1", b" mundo"], ["Ol", "á", " mundo"]),
        (["b'Ol\\xc3\\xa1'", "b' mundo'", "<|endoftext|>"], ["Olá", " mundo", "<|endoftext|>"]),
    ],
)
def test_a_row_is_read_in_the_alphabet_that_it_shows(row, read):
    assert texts(row) == read


@pytest.mark.parametrize(
    "row",
    [
        ["###", "ĠInst"][:1],
        ["Veja", "##Título"],
        ["#", "##", "###", "C#", "F##"],
        ["Ġorġ", "jorqod"],
        ["Ġgantija", "Ċirku", "Valletta"],
        list("Ġwanni"),
        ["▁", "▂", "▃", "▅"],
        ["čas", "je", "česká"],
        ["São", "Paulo", "É", "Ã"],
        ["«", "É»", "ça"],
        ["Nº", "1ª", "½", "Â"],
        ["É»", "Å»", "Maß³", "ß", "§", "COL·LECCIÓ", "Ó·"],
        ["É", "ĳ", "É", "»"],
        ["l-Ġgantija", "Ġesù"],
        ["a", "▁▁", "x▁y"],
        # A row with blanks has been decoded.
        ["O", " gato", "Ġ", "▁"],
        ["b'", "'"],
    ],
)
def test_letters_are_no_marks_where_the_row_shows_no_alphabet(row):
    assert texts(row) == row


def test_names_are_decoded_only_where_they_cannot_be_words():
    assert texts(["Ġgantija", "Mdina"], are_names=True) == ["Ġgantija", "Mdina"]
    assert texts(["O", "Ġgato"], are_names=True) == ["O", " gato"]
    assert texts(["▁▂", "▁", "▁▁"], are_names=True) == ["▁▂", "▁", "▁▁"]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        (["Â", "½"], ["<C2>", "<BD>"]),
        (["ĠÃ", "§", "o"], [" <C3>", "<A7>", "o"]),
        (["a", "<0xF0>", "<0x9F>", "<0x98>", "<0x80>"], ["a", "<F0>", "<9F>", "<98>", "<80>"]),
        ([b"a\xc3", b"\xa7"], ["a<C3>", "<A7>"]),
        # A row that ends within a character.
        (["ĠÃ©", "ĠaÃ"], [" é", " a<C3>"]),
    ],
)
def test_the_parts_of_a_character_are_its_bytes(row, read):
    assert texts(row) == read


def test_tokens_that_follow_no_text_are_read_one_by_one():
    assert texts(["Ã§Ã£o", "Ġé"], ordered=False) == ["ção", " <E9>"]
    assert texts(["Ġé", "Ġo"], ordered=False) == [" é", " o"]
    assert texts(["Ġgato", "##s"], ordered=False) == [" gato", "##s"]


def test_what_a_tokenizer_decodes_outweighs_the_row():
    assert [token.piece for token in decode_as(["###", "▁"], "###▁")] == [b"###", "▁".encode()]
    assert [token.piece for token in decode_as(["Ġorn", "a"], "Ġorna")] == ["Ġorn".encode(), b"a"]
    assert [token.piece for token in decode_as(["▁", "a"], " a")] == [b" ", b"a"]
    assert [token.piece for token in decode_as(["[CLS]", "C", "##A"], "CA")] == [b"[CLS]", b"C", b"A"]


@pytest.mark.parametrize(
    ("row", "labels"),
    [
        (["Ġmundo", "Ġo"], ("mundo", "o")),
        ([" mundo", "mundo", "o"], ("␣mundo", "mundo", "o")),
        (["em", "##prego", "emprego", "prego"], ("em", "##prego", "emprego", "prego")),
        (["em", "##prego"], ("em", "prego")),
        (["\n", " ", "\t", "  ", "\r\n"], ("↵", "␣", "⇥", "␣␣", "↵↵")),
        ([" ", "\u00a0", "\u3000"], ("␣", "<U+00A0>", "<U+3000>")),
        (["ação", "ac\u0327a\u0303o"], ("ação", "ac<U+0327>a<U+0303>o")),
        (["A", "▁A", "<0x41>"], ("A", "␣A", "<0x41>")),
        (["c", "\u0327"], ("c", "<U+0327>")),
        (["a\u200bb", "\x00"], ("a<U+200B>b", "<U+0000>")),
    ],
)
def test_different_tokens_of_a_row_have_different_labels(row, labels):
    assert token_labels(row) == labels


def test_a_label_is_cut_short_unless_another_begins_alike():
    long = decode_tokens(["inconstitucional", "constitucional", "constitucionais"])
    assert label_tokens(long, 10) == ("inconstit…", "constitucional", "constitucionais")


def test_a_token_is_found_by_any_of_its_spellings():
    row = ["Ġmundo", "mundo", "ĠaÃ§Ã£o"]
    named = {"Ġmundo": "Ġmundo", " mundo": "Ġmundo", "mundo": "mundo", "ação": "ĠaÃ§Ã£o"}
    assert {name: find_token(row, name) for name in named} == named
    assert find_token(row, "ac\u0327a\u0303o") == "ĠaÃ§Ã£o"
    assert find_token(row, "rato") == "rato"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        (" gato", (("␣", True), ("gato", False))),
        ("a b", (("a", False), ("␣", True), ("b", False))),
        ("\n\n", (("↵↵", True),)),
        ("\tx", (("⇥", True), ("x", False))),
        ("##ção", (("##ção", False),)),
        ("Ġ", (("Ġ", False),)),
    ],
)
def test_spaces_are_drawn_as_signs(text, drawn):
    assert visible_parts(text) == drawn


def test_tokens_are_found_with_and_without_their_spaces():
    assert locate_tokens("O gato", ["O", "Ġgato"]) == ((0, 1), (1, 6))
    assert locate_tokens("O gato", ["O", "gato"]) == ((0, 1), (2, 6))
    # SentencePiece puts a space in front of the text that the text does not have.
    assert locate_tokens("O gato", ["▁O", "▁gato"]) == ((0, 1), (1, 6))


def test_tokens_are_found_as_a_tokenizer_changes_them():
    assert locate_tokens("Atenção, já", ["[CLS]", "atencao", ",", "ja"]) == (None, (0, 7), (7, 8), (9, 11))
    assert locate_tokens("ac\u0327a\u0303o", ["aç", "ão"]) == ((0, 3), (3, 6))
    assert locate_tokens("a½b", ["aÂ", "½", "b"]) == ((0, 2), (1, 2), (2, 3))
    with pytest.raises(ValueError, match="não continua"):
        locate_tokens("atencao", ["atenção"])


def test_markers_stand_nowhere_and_an_unknown_token_for_one_word():
    assert locate_tokens("oi Zuleica!", ["<s>", "oi", "<unk>", "!", "</s>"]) == (
        None, (0, 2), (3, 10), (10, 11), None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        (["O", "Ġrato"], "o token 1 (“␣rato”) não continua o texto, que segue com “gato”"),
        (["O", "Ġga"], "os tokens acabam antes do texto: falta “to”"),
        (["O", "Ġgato", "!"], "o token 2 (“!”) não continua o texto, que segue com nada"),
    ],
)
def test_tokens_of_another_text_are_refused(tokens, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        locate_tokens("O gato", tokens)


def test_a_blank_whose_offset_was_trimmed_is_no_special_token():
    trimmed = [(0, 0), (0, 1), (2, 2), (3, 3), (3, 4), (4, 4)]
    assert find_ranges("a  b", trimmed) == (None, (0, 1), (1, 2), (2, 3), (3, 4), None)


def test_a_character_in_several_tokens_is_numbered_in_each():
    assert slice_text("a½b", [(0, 2), (1, 2), (2, 3)]) == ["a½¹", "½²", "b"]


def test_words_in_pieces_are_found_and_marks_are_no_pieces():
    text = "a tokenização, supermercado"
    tokens = ["a", "Ġto", "ken", "ização", ",", "Ġsuper", "mercado"]
    assert find_split_words(text, locate_tokens(text, tokens)) == ((1, 3), (5, 6))
    assert find_split_words("½", [(0, 1), (0, 1)]) == ((0, 1),)
