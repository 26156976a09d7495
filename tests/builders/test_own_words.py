"""The words that a kind draws by itself: each is declared, and other texts may stand in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from functools import cache
from string import Formatter
from threading import Barrier

import pytest
from refusals import refusal

from infograficos import Figure
from infograficos.builders import (
    IGNORED,
    Alignment,
    Attention,
    AudioData,
    Bars,
    Branch,
    Branches,
    Call,
    Code,
    Command,
    Comparison,
    Curves,
    Encodings,
    Field,
    Generation,
    Hub,
    ImageData,
    KeyValues,
    LossMask,
    Matrix,
    Option,
    Parallel,
    Points,
    Projection,
    Record,
    Rubric,
    Sequence,
    Series,
    Shift,
    Summand,
    Table,
    Terminal,
    Tokenization,
    VectorSum,
    Venn,
    Weights,
    Windows,
    builders,
    examples,
)
from infograficos.builders.comparison import EXAMPLES as COMPARISONS
from infograficos.builders.rubric import EXAMPLES as RUBRICS
from infograficos.builders.venn import Intersection, Set
from infograficos.content import OwnWords, content
from infograficos.content.own_words import own_words
from infograficos.elements import Text
from infograficos.scene.items import words

WORDS = OwnWords(greeting="olá", guests=("{count} convidado", "{count} convidados"))

#: What else shows words that no example of a kind shows.
MORE = [
    Venn(
        [Set("A", 100), Set("B", 100), Set("C", 100)],
        [
            *(Intersection(pair, 40) for pair in (["A", "B"], ["A", "C"], ["B", "C"])),
            Intersection(["A", "B", "C"], 0),
        ],
    ),
    Alignment(["a", "b"], ["c", "d"], [[0.6, 0.01], [0.0, 0.7]]),
    Alignment(["a"] * 8, ["b"] * 8, pairs=[(i, j) for i in range(5) for j in range(5)]),
    Alignment(["a"] * 5, ["b"] * 5, [[0.5] * 5] * 5),
    Alignment(["a"] * 5, ["b"] * 5, [[0.9 - 0.15 * i - 0.03 * j for j in range(5)] for i in range(5)]),
    Attention(list("abcdef"), [0.3, 0.3, 0.155, 0.085, 0.08, 0.08], 5),
    Attention(list("abc"), [1 / 3] * 3, 2),
    Bars([("a", 1), ("b", 2)], cut=1.5),
    Branches(Branch("a", "model"), [Branch("b", "model"), Branch("c", "masked", off=True)]),
    Code("um\ndois\ntrês", "text", file_name="a.txt", most=1),
    Comparison("a", COMPARISONS["temperatura"].before, COMPARISONS["temperatura"].after),
    Curves([Series("a", [2.0, 1.0, 1.0, float("nan")], "model")], lowest="a"),
    Curves([Series("a", [2.0, 1.0, 3.0], "model")], lowest="a"),
    Encodings([AudioData([0.0, 1.0]), ImageData([[0, 255]])]),
    Generation(["palavra"] * 8, ["abacaxi", "banana", "caju"], cached=True),
    KeyValues({"a": True, "b": False}),
    LossMask(["a", "b", "c"], [IGNORED, 1, IGNORED], [0.0, 1.0, 0.0], attention_mask=[1, 1, 0]),
    LossMask(["a"] * 40, [1, *[IGNORED, 2, IGNORED, 3] * 9, *[IGNORED] * 3],
             [1.0] * 40, attention_mask=[1] * 37 + [0] * 3, first_predicted=False),
    Matrix([[0.1] * 12] * 12, most=6),
    Matrix([[-float(i)] * 8 for i in range(8)]),
    Matrix([[0.1 * (j - 5) for j in range(12)]] * 12, most=8),
    Matrix([[0.2, 0.4, 1.9], [1.0, 1.0, 1.0]], softmax=True, focus="1"),
    Matrix([[float(i * j) for j in range(12)] for i in range(9)], most=8),
    Points([(1 + i / 1e4, i / 1e4) for i in range(60)], [f"palavra {i}" for i in range(60)]),
    Projection("x", [Weights("W", "y", "model", [[0.5], [0.5]])], [1.0, 2.0]),
    Record([Field("a", "b", "c", "input", optional=True)]),
    Rubric("a", ["b", "c"], RUBRICS["resumo"].answers),
    Sequence([Option("a", [Call("b", "c", "d")]),
              Parallel({"e": [Call("b", "c", "f")], "g": [Call("b", "c", "h")]})]),
    Shift(list("abcdef"), shown=2),
    Table([{"a": "x", "b": True}, {"a": "y", "b": False}], most=1),
    Table([{"a": "x", "b": True}, {"a": "y", "b": False}]),
    Terminal([Command("ls", "a\nb\nc\nd\ne\nf")]),
    Tokenization("a b c", ["a", "b", "c"], [0, 1, 2], vocabulary={"a": 0, "b": 1, "c": 2},
                 positions=True, shown=2, back=True),
    Tokenization("a b", ["a", "b"], [0, 1], vocabulary={letter: i for i, letter in enumerate("abcdefghi")}),
    VectorSum([Summand("a", [0.00004, 1 / 3], "input"), Summand("b", [2 / 3, 1234.5678], "model")], "c"),
    Windows(list("abcde"), size=2, shown=2),
    Windows([f"token{i}" for i in range(40)], size=8, stride=8),
]  # fmt: skip


@content
class Party:
    """A kind of the author's own."""

    guests: int

    def body(self):
        return Text(f"{WORDS('greeting')}, {WORDS('guests', self.guests)}")

    def describe(self):
        return "Uma festa."


#: Exponents are no letters.
LETTERS = re.compile(r"[^\W\d_¹²³⁰-⁹]+")

#: Languages, letters that authors or panels are named by, what joins the last of several, the heading, and
#: the sign that `\mathbb{E}` gives.
NAMES = {"Python", "TOML", "JSON", "α", "σ", "e", "T", "H", "a", "b", "𝔼"}

#: Signs inside a text that are not drawn, or not as letters.
UNSEEN = str.maketrans(dict.fromkeys("Ġ_$`", ""))


def figure(shown: object, **words: object) -> Figure:
    return Figure(1, "a", "T", "H", shown, words=words)


def drawn(shown: object, width: float = 700, **replaced: object) -> str:
    """All words of a figure, with single spaces."""
    return " ".join(words(figure(shown, **replaced).draw(width=width).frame).split())


def sentinels(kind: type) -> dict[str, str]:
    """For each of a kind's words, a text that occurs nowhere else, with the same placeholders."""
    found = {}
    for place, (name, source) in enumerate(own_words(kind).items()):
        parts = Formatter().parse(source if isinstance(source, str) else source[1])
        marks = (f"{{{mark}}}" for _, mark, _, _ in parts if mark)
        found[name] = " ".join((f"Zq{chr(97 + place)}", *marks))
    return found


def own_texts(value: object) -> Iterator[str]:
    """Yield all texts that an author gave a content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from own_texts([*value, *value.values()])
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in own_texts(each))
    elif is_dataclass(value):
        yield from own_texts([getattr(value, each.name) for each in fields(value)])


@cache
def seen(name: str) -> tuple[str, frozenset[str]]:
    """All that a kind shows and says when each of its words is a sentinel, and what nobody wrote of it."""
    kind = builders()[name]
    replaced, said, strange = sentinels(kind), [], set()
    for sample in (each for each in (*examples().values(), *MORE) if type(each) is kind):
        shown = [drawn(sample, width, **replaced) for width in (700, 360)]
        said += [*shown, figure(sample, **replaced).alt]
        given = " ".join((*own_texts(sample), *replaced.values()))
        known = f"{given} {given.translate(UNSEEN)}"
        strange |= set(LETTERS.findall(" ".join(shown))) - set(LETTERS.findall(known)) - NAMES
    return " ".join(said), frozenset(strange)


@pytest.mark.parametrize("name", builders())
def test_another_text_shows_in_place_of_each_word(name):
    said, _ = seen(name)
    unused = [word for word, text in sentinels(builders()[name]).items() if text.split()[0] not in said]
    assert unused == []


@pytest.mark.parametrize("name", builders())
def test_a_kind_draws_no_word_that_is_neither_its_authors_nor_declared(name):
    _, strange = seen(name)
    assert strange == set()


def test_a_plural_follows_its_count_and_a_single_text_stands_for_all():
    windows = Windows(list("abcde"), size=2, shown=2)
    pair = ("… e mais uma de {tokens}", "… e mais {count} de {tokens}")
    assert "… e mais uma de 5" in drawn(windows, more_windows=pair)
    assert "… e mais 2 de 6" in drawn(Windows(list("abcdef"), size=2, shown=2), more_windows=pair)
    assert "(1 de 5)" in drawn(windows, more_windows="({count} de {tokens})")


def test_a_default_of_a_field_is_a_word_and_what_its_author_wrote_is_not():
    assert "rodada" in drawn(examples()["Curves/overfitting"], x_name="rodada")
    assert "rodada" not in drawn(examples()["Curves/taxas de aprendizado"], x_name="rodada")
    assert "Pessoa" in drawn(examples()["Conversation/contexto"], user="Pessoa")


def test_a_noun_is_the_same_in_the_alternative_text():
    mask = examples()["LossMask/dois turnos"]
    assert "têm alvo −100" in figure(mask, label="alvo").alt
    assert "têm rótulo −100" in figure(mask).alt


def test_what_was_computed_with_other_words_is_not_kept():
    curves = examples()["Curves/overfitting"]
    assert "1000 época treino" in drawn(curves, x_name="época")
    assert "1000 passo treino" in drawn(curves)


def test_figures_drawn_at_once_have_their_own_words():
    together = Barrier(2)

    class Slow(Party):
        def body(self):
            together.wait(timeout=10)
            return super().body()

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda word: drawn(Slow(1), greeting=word), ("oi", "alô"))
    assert ("oi, 1" in first, "alô, 1" in second) == (True, True)


def test_a_kind_of_the_authors_own_has_words_too():
    assert "olá, 1 convidado" in drawn(Party(1))
    assert "oi, 20.000 pessoas" in drawn(Party(20_000), greeting="oi", guests="{count} pessoas")


@pytest.mark.parametrize(
    ("replaced", "message"),
    [
        ({"ignord": "x"}, "em LossMask, a palavra “ignord” não existe; você quis dizer “ignored”? "
         "As palavras são: label, ignored, padding, "),
        ({"zzz": "x"}, "a palavra “zzz” não existe; os nomes válidos são: “label”, “ignored”, "),
        ({"ignored": ""}, "words.ignored: esperado um texto com ao menos uma letra, veio um texto vazio"),
        ({"ignored": 3}, "Figure.words.ignored: esperado um texto, veio 3"),
        ({"count_tokens": ["a"]}, "Figure.words.count_tokens"),
        ({"ignored": ("a", "b")}, "“ignored” não muda com a quantidade; dê um texto só, como “fora da loss”"),
        ({"ignored": "{count}"}, "“ignored” deve ter as mesmas marcas que “fora da loss”; veio “{count}”. "),
        ({"count_group": "{count}"}, "as mesmas marcas que “{count} de {name}”; veio “{count}”"),
        ({"count_group": "{count} {name!r}"}, "deve ter as mesmas marcas que"),
        ({"count_group": "{count.real} {name}"}, "deve ter as mesmas marcas que"),
        ({"ignored": "a {"}, "em “ignored”, “a {” tem uma chave sem par; escreva “{{”"),
    ],
)  # fmt: skip
def test_a_wrong_word_is_refused_with_what_is_right(replaced, message):
    assert message in refusal(lambda: figure(examples()["LossMask/dois turnos"], **replaced))


def test_a_word_that_is_a_field_has_the_fields_limits():
    long = {"user": "x" * 100}
    assert "words: “user”: esperado um texto de no máximo" in refusal(
        lambda: figure(examples()["Conversation/contexto"], **long)
    )


def test_a_kind_that_writes_nothing_says_so():
    message = refusal(lambda: figure(examples()["Hub/agente"], center="x"))
    assert "words: Hub não escreve nada por si" in message
    assert isinstance(examples()["Hub/agente"], Hub)


def test_doubled_braces_are_drawn_as_one():
    assert "{vazio}" in drawn(examples()["Record/sem entrada"], empty="{{vazio}}")


def test_the_documentation_lists_the_words_of_a_kind_with_their_source():
    assert "Words that `Figure(words={…})` replaces:\n" in (Windows.__doc__ or "")
    both = "… e mais {count} janela, em {tokens} tokens / … e mais {count} janelas, em {tokens} tokens"
    assert f"    more_windows: {both}" in (Windows.__doc__ or "").splitlines()
    assert "    x_name: passo\n" in (Curves.__doc__ or "")
    assert "Words that" not in (Hub.__doc__ or "")


def test_the_documentation_lists_the_words_in_the_language_of_messages(monkeypatch):
    monkeypatch.setenv("INFOGRAFICOS_MESSAGES", "en")
    both = (
        "… and {count} more window, over {tokens} tokens / … and {count} more windows, over {tokens} tokens"
    )
    assert f"    more_windows: {both}" in (Windows.__doc__ or "").splitlines()
    assert "    x_name: step\n" in (Curves.__doc__ or "")
