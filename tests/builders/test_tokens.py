"""Tokens in every kind that takes them: decoded alike, blanks as signs, twins told apart, `###` as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from refusals import refusal

from infograficos import Figure
from infograficos.builders import builders
from infograficos.builders.alignment import Alignment
from infograficos.builders.attention import Attention
from infograficos.builders.bars import Bars
from infograficos.builders.distribution import Distribution
from infograficos.builders.encodings import Encodings, TextData
from infograficos.builders.generation import Generation
from infograficos.builders.loss_mask import IGNORED, LossMask
from infograficos.builders.matrix import Matrix
from infograficos.builders.points import Cluster, Points
from infograficos.builders.shift import Shift
from infograficos.builders.tokenization import Tokenization
from infograficos.builders.windows import Windows
from infograficos.content.checks import validate_unique, validate_unique_names
from infograficos.gallery.examples import kind_examples
from infograficos.language.languages import language_codes
from infograficos.scene.items import TextBlock, walk

KINDS = {
    "alignment": lambda t: Alignment(t, ["a"], pairs=[(i, 0) for i in range(len(t))]),
    "attention": lambda t: Attention(t, [1 / len(t)] * len(t), len(t) - 1),
    "bars": lambda t: Bars(dict(zip(t, [3, 2, 1, 4, 5], strict=False))),
    "distribution": lambda t: Distribution("x", t, logits=[1.0] * len(t)),
    "encodings": lambda t: Encodings([TextData(t[:3], list(range(len(t[:3]))))]),
    "generation": lambda t: Generation(t[:1], t[1:]),
    "loss mask": lambda t: LossMask(t, [1] * len(t), [1.0] * len(t)),
    "matrix": lambda t: Matrix([[1.0] * len(t)] * len(t), t),
    "points": lambda t: Points([[i, i] for i in range(len(t))], t),
    "shift": Shift,
    "windows": lambda t: Windows(t, size=1, shown=4),
}


def drawn(content) -> set[str]:
    """The texts of a figure's body, with the parts of a chip joined and its signs for spaces left out."""
    frame = Figure(1, "a", "Tokens", "O que o modelo lê", content).draw(width=700).frame
    texts = {visited.item.text for visited in walk(frame) if isinstance(visited.item, TextBlock)}
    return texts | {text.replace("␣", "") for text in texts}


every_kind = pytest.mark.parametrize("make", KINDS.values(), ids=list(KINDS))


@every_kind
def test_the_bytes_of_a_vocabulary_are_read_in_every_kind(make):
    content = make(["A", "ĠatenÃ§Ã£o", "ĠÃ©"])
    assert {"A", "atenção", "é"} <= drawn(content)
    assert not {*"ĠÃ"} & {*"".join(drawn(content)), *content.describe()}
    assert replace(content) == content


@every_kind
@pytest.mark.parametrize(
    ("tokens", "read"),
    [
        (["###", "ĠInst", "ruÃ§Ã£o"], {"###", "Inst", "rução"}),
        (["▁O", "▁gato", "<0x0A>"], {"O", "gato", "↵"}),
        ([b"O", b" gato", b"\xc3"], {"O", "gato", "<C3>"}),
        (["C#", "##", "Ġorġ"], {"C#", "##", "Ġorġ"}),
        (["oi", "\n", "\t"], {"oi", "↵", "⇥"}),
    ],
)
def test_tokens_are_drawn_as_they_are_read_in_every_kind(make, tokens, read):
    assert read <= drawn(make(tokens))


@every_kind
def test_a_space_is_drawn_as_a_sign_in_every_kind(make):
    content = make(["oi", " ", "tchau"])
    assert {"oi", "␣", "tchau"} <= drawn(content)


@pytest.mark.parametrize("twins", [("mundo", "␣mundo"), ("ção", "c<U+0327>a<U+0303>o")])
@pytest.mark.parametrize(
    "kind", ["alignment", "attention", "bars", "distribution", "loss mask", "matrix", "points"]
)
def test_twins_are_distinguished_by_their_spaces_and_accents(kind, twins):
    rows = {"mundo": ["mundo", " mundo"], "ção": ["ção", "c\u0327a\u0303o"]}
    assert {*twins} <= drawn(KINDS[kind](rows[twins[0]]))


@pytest.mark.parametrize("kind", ["generation", "shift", "windows"])
def test_sentences_tell_twins_apart_as_chips_do(kind):
    described = KINDS[kind](["Ċ", "mundo", "Ġmundo"][kind == "windows" :]).describe()
    assert all(word in described for word in ("“mundo”", "“␣mundo”"))


def test_what_is_chosen_is_found_by_the_tokens_own_spelling():
    chosen = Distribution("x", ["Ġmundo", "mundo", "Ċ"], [0.5, 0.3, 0.2], chosen=["Ġmundo", "\n"])
    assert chosen.chosen == ("␣mundo", "↵")
    assert Bars({"Ġde": 2, "ĠaÃ§Ã£o": 1}, highlighted="ação").highlighted == "ação"
    points = Points(
        [[0, 0], [1, 1]],
        ["ĠaÃ§Ã£o", "Ċ"],
        clusters=[Cluster("a", "input", ["aça\u0303o"])],
        distance=("ĠaÃ§Ã£o", "\n"),
    )
    assert (points.clusters[0].members, points.distance) == (("ação",), (("ação", "↵"),))


def test_a_name_of_the_kind_that_names_words_needs_more_evidence():
    assert Points([[0, 0], [1, 1]], ["Ġgantija", "Mdina"]).names == ("Ġgantija", "Mdina")
    assert Matrix([[1.0] * 2] * 2, ["Ġgantija", "Mdina"]).row_names == ("Ġgantija", "Mdina")


def test_characters_without_ids_are_letters_and_no_tokens():
    letters = TextData(["Ġ", "o", " "])
    assert letters.numbers == (ord("Ġ"), ord("o"), 32)
    assert {"Ġ", "␣"} <= drawn(Encodings([letters]))


def test_a_token_that_is_too_long_is_named_by_its_place():
    assert refusal(lambda: Shift(["a", "b" * 25])) == (
        "Shift.tokens[1]: esperado um texto de no máximo 24 caracteres, veio um de 25"
    )


def test_the_text_shows_whether_its_tokens_have_marks_or_letters():
    assert Tokenization("Ġgantija ##a", ["Ġgantija", " ##a"], [1, 2]).tokens == ("Ġgantija", " ##a")
    assert Tokenization("em ##a", ["em", "##a"], [1, 2], back=True).decoded_text == "em ##a"
    assert Tokenization("### Instrução", ["###", "ĠInstruÃ§Ã£o"], [21017, 2]).tokens == ("###", " Instrução")


def test_a_tab_in_a_text_is_its_sign():
    content = Tokenization("a\tb\n", ["a", "\t", "b", "\n"], [1, 2, 3, 4])
    assert {"⇥", "↵"} <= drawn(content)
    assert content.describe().startswith("“a⇥b↵” vira 4 tokens")


def test_a_character_in_several_tokens_has_a_bracket_and_parts_that_differ():
    content = Tokenization.from_offsets("½", [130, 125], [(0, 1), (0, 1)])
    assert content.tokens == ("½¹", "½²")
    assert {"½", "½¹", "½²"} <= drawn(content)
    assert "“½” se divide em ½¹ e ½²." in content.describe()
    content = Tokenization("½", ["Â", "½"], [130, 125], back=True)
    assert content.describe().endswith("“½” se divide em <C2> e <BD>. O decode devolve o mesmo texto.")


def test_a_lone_space_is_no_special_token():
    content = Tokenization.from_offsets("a  b", [68, 224, 224, 69], [(0, 1), (2, 2), (3, 3), (3, 4)])
    assert content.tokens == ("a", " ", " ", "b")
    assert "“␣” (224)" in content.describe()


class Uncased:
    """A tokenizer of BERT, which lowers letters and takes their accents."""

    def convert_ids_to_tokens(self, ids):
        return [{101: "[CLS]", 87: "aten", 88: "##cao", 102: "[SEP]"}[i] for i in ids]

    def decode(self, ids, skip_special_tokens=False):
        words = ["[CLS]", "atencao", "[SEP]"] if len(ids) == 4 else []
        return " ".join(words[1:-1] if skip_special_tokens else words)


def test_what_decoding_gives_is_said_only_where_it_is_known():
    ids, offsets = [101, 87, 88, 102], [(0, 0), (0, 4), (4, 7), (0, 0)]
    given = Tokenization.from_offsets("Atenção", ids, offsets, tokens=Uncased(), back=True)
    assert given.tokens == ("[CLS]", "aten", "##cao", "[SEP]")
    assert given.describe().endswith("O decode devolve “atencao”.")
    named = Uncased().convert_ids_to_tokens(ids)
    assert (
        Tokenization.from_offsets("Atenção", ids, offsets, tokens=named, back=True).decoded_text == "atencao"
    )
    assert Tokenization("Atenção", named, ids, back=True).decoded_text == "atencao"
    known = Tokenization.from_offsets("Atenção", ids, offsets, back=True, decoded="atencao")
    assert known.decoded_text == "atencao"
    assert refusal(lambda: Tokenization.from_offsets("Atenção", ids, offsets, back=True)) == (
        "Tokenization.back: os offsets não dizem o que o decode devolve, que pode mudar letras; dê "
        "tokens=tokenizer, ou em decoded o que tokenizer.decode(input_ids) devolve"
    )


def test_spaces_that_a_page_would_lose_are_signs_in_a_text():
    content = Tokenization("a  b", ["Ġa", "Ġ", "Ġb"], [1, 2, 3], back=True)
    assert "“␣a␣␣b”" in drawn(content)
    assert content.describe().startswith("“a␣␣b” vira 3 tokens")
    assert content.describe().endswith("O decode devolve “␣a␣␣b”.")


def test_another_form_of_unicode_is_no_other_text():
    content = Tokenization("ac\u0327a\u0303o", ["aç", "ão"], [1, 2], back=True)
    assert content.describe().endswith("O decode devolve o mesmo texto, em outra forma do Unicode.")


def test_a_vocabulary_is_read_as_its_tokens_are():
    entries = {"A": 1, "ĠatenÃ§Ã£o": 2, "Ġa": 3}
    content = Tokenization("A atenção", ["A", "ĠatenÃ§Ã£o"], [1, 2], vocabulary=entries)
    assert {"atenção", "a"} <= drawn(content)
    assert Tokenization("A atenção", ["A", " atenção"], [1, 2], vocabulary=entries).ids == (1, 2)


@pytest.mark.parametrize(
    ("text", "tokens", "decoded"),
    [
        # As the decoders of these tokenizers give it.
        ("x e y", ["Ġx", "Ġe", "Ġy"], " x e y"),
        ("x e½", ["▁x", "▁e", "<0xC2>", "<0xBD>"], "x e½"),
        (" x", ["▁x"], "x"),
        ("a: “o”, é!", ["[CLS]", "a", ":", "“", "o", "”", ",", "e", "!", "[SEP]"], "a : “ o ”, e!"),
        ("a: tokens", ["a", ":", "token", "##s"], "a : tokens"),
        ("oi 😀x!", ["[CLS]", "oi", "[UNK]", "!", "[SEP]"], "oi [UNK]!"),
        ("\n\tx", ["Ġ", "Ċ", "ĉ", "x"], " \n\tx"),
        ("Ġx", ["Äł", "x"], "Ġx"),
    ],
)
def test_what_decoding_gives_is_joined_as_the_alphabet_does(text, tokens, decoded):
    content = Tokenization(text, tokens, list(range(len(tokens))), back=True)
    assert content.decoded_text == decoded


def test_the_offsets_of_a_space_before_the_text_are_no_part_of_its_first_letter():
    content = Tokenization.from_offsets("oi", [5, 6], [(0, 1), (0, 2)])
    assert content.tokens == ("<especial>", "oi")


def test_what_a_token_follows_is_the_text_as_it_is():
    content = Distribution("a\tb\n", ["x", "y"], [0.5, 0.5])
    assert "“a⇥b↵”" in drawn(content)
    assert content.describe().startswith("Depois de “a⇥b↵”, ")
    assert Distribution(" ", ["x"], [1.0]).describe().startswith("Depois de “␣”, ")
    assert refusal(lambda: Distribution("", ["x"], [1.0])) == (
        'Distribution.context: esperado um texto de ao menos 1 caractere, veio ""'
    )


@pytest.mark.parametrize(
    "validate", [lambda names: validate_unique(names, "“{name}” duas vezes"), validate_unique_names]
)
def test_names_that_differ_only_in_their_form_of_unicode_are_one_name(validate):
    with pytest.raises(ValueError, match=r"“ação”.* duas vezes"):
        validate(["ação", "ac\u0327a\u0303o"])


@pytest.mark.parametrize("language", language_codes())
def test_examples_of_all_kinds_share_one_vocabulary(language):
    ids, tokens = {}, {}
    for token, id_ in _example_ids(language):
        assert ids.setdefault(token, id_) == id_, token
        assert tokens.setdefault(id_, token) == token, id_
    assert len(ids) > 15


def _example_ids(language):
    """Yield the tokens that examples give with their ids, without the sign of the space before them."""
    for kind in builders():
        for content in kind_examples(kind, language).contents.values():
            for part in (content, *getattr(content, "sources", ())):
                ids = getattr(part, "ids", None) or getattr(part, "labels", None)
                if ids and hasattr(part, "tokens"):
                    pairs = zip(map(str, part.tokens), ids, strict=True)
                    yield from ((token.lstrip("Ġ "), id_) for token, id_ in pairs if id_ != IGNORED)
