"""Quotes, minus signs, dots and the spaces that must not break, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infograficos.language.grammar import join_and
from infograficos.text.markup import parse_markup, plain_text
from infograficos.text.typography import curl_quotes, insert_no_break_spaces, smarten

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("rótulo -100", "rótulo −100"),
        ("-0,5 e (-3)", "−0,5 e (−3)"),
        ("entre 2023-24", "entre 2023-24"),
        ("GPT-2 e pós-treino", "GPT-2 e pós-treino"),
        ("versão 1.-2", "versão 1.-2"),
        ("Capital do...", "Capital do…"),
        ("já “certo” … −1", "já “certo” … −1"),
    ],
)
def test_typed_characters_become_printed_ones(typed, printed):
    assert smarten(typed) == printed


@given(st.text("ab \"-.…'0123(", max_size=12))
def test_what_is_polished_stays_as_it_is(typed):
    once = plain_text(typed)
    assert not {'"', "'"} & set(once)
    assert "..." not in once
    assert plain_text(once) == once


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('Diga "oi" ou ("olá")', "Diga “oi” ou (“olá”)"),
        ('"Bom dia!" e "até"…', "“Bom dia!” e “até”…"),
        ('disse:"oi" e a="b"', "disse:“oi” e a=“b”"),
        ('x/"y"/z, — "oi"', "x/“y”/z, — “oi”"),
        ('["a","b"]', "[“a”,“b”]"),
        ('«"a"» e ""', "«“a”» e “”"),
        ("'aspas' simples e 'outras'", "‘aspas’ simples e ‘outras’"),
        ("'\"a\"' e \"'a'\"", "‘“a”’ e “‘a’”"),
        ("copo d'água e 'casa'", "copo d’água e ‘casa’"),
        ("don't, O'Neil, l'eau", "don’t, O’Neil, l’eau"),
        ("os anos '90 e os '80s", "os anos ’90 e os ’80s"),
        ("rock 'n' roll, 'tá bom", "rock ’n’ roll, ’tá bom"),
        ("5' por 6\" e f'(x)", "5′ por 6″ e f′(x)"),
        ('a "versão 5" e a "6"', "a “versão 5” e a “6”"),
        ('a "¿qué?" e o\n"fim"', "a “¿qué?” e o\n“fim”"),
    ],
)
def test_quotes_turn_to_their_words_and_apostrophes_and_primes_are_distinguished(typed, printed):
    assert curl_quotes(typed) == printed


def test_quotes_are_curled_over_emphasis_and_never_in_code():
    spans = parse_markup('**"oi"** e "`d["a"]`" e "**tchau**"')
    assert "".join(span.text for span in spans) == '“oi” e “d["a"]” e “tchau”'


@pytest.mark.parametrize(
    ("typed", "kept_together"),
    [
        ("custa R$ 10 hoje", f"custa R${NBSP}10 hoje"),
        ("US$ 3 ou R$ 15", f"US${NBSP}3 ou R${NBSP}15"),
        ("cai 50 % em 3 épocas", f"cai 50{NBSP}% em 3{NBSP}épocas"),
        ("são 50 256 tokens", f"são 50{NBSP}256{NBSP}tokens"),
        ("dura 2 h e 5 min", f"dura 2{NBSP}h e 5{NBSP}min"),
        ("pesa 7 GB ou 300 kB", f"pesa 7{NBSP}GB ou 300{NBSP}kB"),
        ("veja Fig. 3 e a Tab. 12", f"veja Fig.{NBSP}3 e a Tab.{NBSP}12"),
        ("pelo Dr. Silva, p. 4", f"pelo Dr.{NBSP}Silva, p.{NBSP}4"),
        ("o nº 5 e o cap 7", f"o nº{NBSP}5 e o cap 7"),
        ("10 gatos, 3 maçãs", "10 gatos, 3 maçãs"),
        ("config. 3", "config. 3"),
        ("5 hoje, 7 minutos", "5 hoje, 7 minutos"),
    ],
)
def test_a_number_stays_with_its_unit_sign_and_title(typed, kept_together):
    assert insert_no_break_spaces(typed) == kept_together


@given(st.text("R$ 10%Fig.3mshépocas", max_size=20))
def test_glueing_changes_nothing_but_spaces(text):
    assert insert_no_break_spaces(text).replace(NBSP, " ") == text


@pytest.mark.parametrize(
    ("items", "sentence"), [(["a"], "a"), (["a", "b"], "a e b"), (["a", "b", "c"], "a, b e c")]
)
def test_words_are_listed_as_in_a_sentence(items, sentence):
    assert join_and(items) == sentence


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("com p = 0,5 e q ≥ 2", "com p\u00a0=\u00a00,5 e q\u00a0≥\u00a02"),
        ("Bloco × 12", "Bloco\u00a0×\u00a012"),
        ("perplexidade ≈ 8", "perplexidade ≈ 8"),
        ("a → b", "a → b"),
    ],
)
def test_short_relations_are_kept_together(text, kept):
    assert insert_no_break_spaces(text) == kept
