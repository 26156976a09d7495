"""Text, tokens and ids: what is said, what is refused, and that the way back is the text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from blocks import caps
from hypothesis import given
from hypothesis import strategies as st
from refusals import refusal

from infograficos import Chapter, Figure, check
from infograficos.builders.tokenization import EXAMPLES, Tokenization
from infograficos.scene.items import Frame, Path, TextBlock, walk, words


class Tensor:
    """What a tensor is to the library: something with `tolist()`."""

    def __init__(self, values):
        self.values = values

    def tolist(self):
        return self.values


class TinyBPE:
    """Learns merges of letters inside words, the most frequent pair first; spaces stay with the next word."""

    def __init__(self, corpus: str, merges: int):
        self.merges: list[tuple[str, str]] = []
        found = [list(word) for word in re.findall(r"\s?\S+", corpus)]
        for _ in range(merges):
            pairs = [pair for word in found for pair in pairwise(word)]
            self.merges.append(max(sorted(set(pairs)), key=pairs.count))
            found = [self._merged(word, self.merges[-1]) for word in found]
        pieces = sorted({*corpus, *(a + b for a, b in self.merges)})
        self.vocabulary = {token: i for i, token in enumerate(pieces)}

    @staticmethod
    def _merged(word, pair):
        done = []
        for token in word:
            if done and (done[-1], token) == pair:
                done[-1] += token
            else:
                done.append(token)
        return done

    def __call__(self, text):
        tokens, offsets, at = [], [], 0
        for word in re.findall(r"\s?\S+", text):
            cut = list(word)
            for pair in self.merges:
                cut = self._merged(cut, pair)
            tokens += cut
        for token in tokens:
            offsets.append((at, at + len(token)))
            at += len(token)
        return {"input_ids": [self.vocabulary[t] for t in tokens], "offset_mapping": offsets}

    def decode(self, ids):
        tokens = {i: token for token, i in self.vocabulary.items()}
        return "".join(tokens[i] for i in ids)


TINY = TinyBPE("o gato viu o rato e o rato viu o gato no mato", 12)


def figure(content, headline="Cada token tem um número fixo"):
    return Figure(1, "tokens", "Tokens", headline, content)


def drawn(content, width=700):
    return figure(content).draw(width=width)


def test_the_examples_are_described_word_for_word():
    assert EXAMPLES["palavra rara"].describe() == (
        "“Veja a tokenização” vira 6 tokens, com seus ids: “Veja” (33), “a” (6), “to” (11), “ken” (26), "
        "“iza” (38) e “ção” (29). “tokenização” se divide em to, ken, iza e ção. "
        "O decode devolve o mesmo texto."
    )
    assert EXAMPLES["fora do vocabulário"].describe() == (
        "“Olá, Zuleica!” vira 4 tokens, com seus ids: “Olá” (50), “,” (3), “<unk>” (0) e “!” (2). "
        "O decode devolve “Olá, <unk>!”."
    )


@given(st.lists(st.sampled_from("gato rato mato viu no o e tato".split()), min_size=1, max_size=12))
def test_what_a_tokenizer_gives_is_taken_as_it_is(chosen):
    text = " ".join(chosen)
    encoded = TINY(text)
    content = Tokenization.from_offsets(text, **encoded)
    assert content.ids == tuple(encoded["input_ids"])
    assert "".join(content.tokens) == text
    assert content.decoded_text == TINY.decode(encoded["input_ids"]) == text
    for first, last in content.splits:
        piece = "".join(content.tokens[first : last + 1]).strip()
        assert piece in chosen


def test_a_word_with_a_bracket_is_the_one_cut_into_pieces():
    content = Tokenization.from_offsets("o tato", **TINY("o tato"))
    frame = drawn(content).frame
    brackets = [v.item.text for v in walk(frame) if isinstance(v.item, TextBlock) and v.item.text == "tato"]
    assert len(content.tokens) > 2
    assert brackets == ["tato"]


@pytest.mark.parametrize("wrap", [list, Tensor, lambda values: Tensor([values]), lambda values: [values]])
def test_tensors_and_batches_of_one_are_as_good_as_lists(wrap):
    encoded = TINY("o gato")
    plain = Tokenization.from_offsets("o gato", **encoded)
    ids, offsets = encoded["input_ids"], [list(pair) for pair in encoded["offset_mapping"]]
    assert Tokenization.from_offsets("o gato", wrap(ids), wrap(offsets)) == plain


def test_special_tokens_are_not_part_of_the_text():
    content = Tokenization.from_offsets(
        "oi, tudo", [101, 7, 8, 9, 102], [(0, 0), (0, 2), (2, 3), (4, 8), (0, 0)]
    )
    assert content.tokens == ("<especial>", "oi", ",", "tudo", "<especial>")
    assert content.decoded_text == "oi, tudo"


def test_bytes_of_one_character_are_read_once():
    content = Tokenization.from_offsets("oi ç", [1, 2, 3, 4], [(0, 2), (2, 3), (3, 4), (3, 4)])
    assert content.decoded_text == "oi ç"


def test_what_is_lost_is_seen_in_what_comes_back():
    content = Tokenization("a  b", ["a", "b"], [0, 1], back=True)
    assert content.decoded_text == "a b"
    roles = {v.item.fill.role for v in walk(drawn(content).frame) if getattr(v.item, "fill", None)}
    assert "alert.tint" in roles
    kept = {
        v.item.fill.role for v in walk(drawn(EXAMPLES["palavra rara"]).frame) if getattr(v.item, "fill", None)
    }
    assert "alert.tint" not in kept


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Tokenization("a b", ["a", "b"], [1]),
            "Tokenization: tokens, ids e offsets devem ter o mesmo tamanho; vieram 2, 1 e 2",
        ),
        (
            lambda: Tokenization("a a", ["a", "a"], [1, 2]),
            "Tokenization: o token “a” tem os ids 1 e 2; um token tem sempre o mesmo id",
        ),
        (
            lambda: Tokenization("a b", ["a", "b"], [1, 1]),
            "Tokenization: o id 1 é de “a” e de “b”; cada token tem um id só seu",
        ),
        (
            lambda: Tokenization("a c", ["a", "b"], [1, 2]),
            "Tokenization: o token 1 (“b”) não continua o texto, que segue com “c”",
        ),
        (
            lambda: Tokenization("a b", ["a", "b"], [1, 2], vocabulary={"a": 1}),
            "Tokenization: o token “b” não está no vocabulário",
        ),
        (
            lambda: Tokenization("a", ["a"], [1], vocabulary={"a": 3}),
            "Tokenization: o token “a” tem id 1, e no vocabulário tem id 3",
        ),
        (
            lambda: Tokenization("a", ["a"], [-1]),
            "Tokenization.ids[0]: esperado um número maior ou igual a 0, veio -1",
        ),
        (
            lambda: Tokenization.from_offsets("ab", [1], [(0, 5)]),
            "Tokenization: offsets[0] é (0, 5), e o texto vai de 0 a 2; os offsets são deste texto?",
        ),
        (
            lambda: Tokenization.from_offsets("ab", [[1], [2]], [[(0, 2)], [(0, 2)]]),
            "Tokenization.input_ids: esperado um texto só, veio um lote de 2",
        ),
        (
            lambda: Tokenization.from_offsets("ab", [1], [7]),
            "Tokenization.offset_mapping[0]: esperado um par (início, fim), veio 7",
        ),
    ],
)
def test_wrong_content_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == message


@pytest.mark.parametrize("width", [700, 360])
def test_too_many_tokens_are_counted(width):
    drawing = drawn(Tokenization(" ".join(["ab"] * 30), ["ab"] * 30, [7] * 30), width)
    assert "… e mais 18" in words(drawing.frame)
    assert drawing.findings == ()


def test_the_vocabulary_marks_what_the_text_uses_and_says_how_large_it_is():
    frame = drawn(EXAMPLES["vocabulário"]).frame
    card = next(v.item for v in walk(frame) if isinstance(v.item, Frame) and v.item.name == "vocabulário")
    inks = {
        v.item.text: v.item.lines[0].runs[0].paint.role for v in walk(card) if isinstance(v.item, TextBlock)
    }
    # With ids up to 38, these 17 entries are not all.
    assert "trecho" in inks
    used = {text for text, role in inks.items() if text.isdigit() and role == "model.strong"}
    assert used == {str(each) for each in EXAMPLES["vocabulário"].ids}


def test_a_token_in_several_places_of_the_text_stands_out_there_and_in_the_vocabulary():
    faces = [v.item.fill.role for v in caps(drawn(EXAMPLES["vocabulário"]).frame)]
    # Two tokens and the one entry of both, and its id twice.
    assert (faces.count("input.mid"), faces.count("model.mid")) == (3, 2)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_pass_the_guidelines_strictly(name):
    report = check(Chapter(number=1, title="Teste", figures=[figure(EXAMPLES[name])]))
    assert [each.finding.message for judged in report.figures for each in judged.findings] == []


def test_a_whole_paragraph_is_cut_and_counted():
    text = " ".join(["o gato viu o rato"] * 100)
    drawing = drawn(Tokenization.from_offsets(text, **TINY(text), back=True, decoded=text), 360)
    assert re.search(r"… e mais \d{3}\b", words(drawing.frame))
    assert "“o gato viu o rato o …”" in words(drawing.frame)
    assert drawing.findings == ()


@pytest.mark.parametrize("width", [700, 360])
def test_the_arrow_back_stands_in_the_middle(width):
    visits = walk(drawn(EXAMPLES["palavra rara"], width).frame)
    arrows = [v.rect.center.x for v in visits if isinstance(v.item, Path) and v.item.purpose == "connector"]
    assert arrows == pytest.approx([width / 2])


def test_a_ribbon_has_the_text_itself_above_what_its_tokens_are():
    said = words(drawn(EXAMPLES["fora do vocabulário"]).frame).split()
    assert said.index("Zuleica") < said.index("<unk>")


def test_a_text_is_cut_before_every_token_but_the_first():
    def cuts(content):
        paths = [v for v in walk(drawn(content).frame) if isinstance(v.item, Path) and v.item.stroke]
        return sum(bool(v.item.stroke.dash) for v in paths)

    assert cuts(EXAMPLES["palavra rara"]) == len(EXAMPLES["palavra rara"].tokens) - 1
    assert cuts(Tokenization("oi", ["oi"], [1])) == 0


def test_no_cut_stands_before_the_first_token_of_a_line():
    lines: dict[float, int] = {}
    figure = Figure(1, "tokens", "Tokens", "Palavra rara", EXAMPLES["palavra rara"])
    for v in walk(figure.draw(width=360).frame):
        if isinstance(v.item, Path) and v.item.stroke and v.item.stroke.dash:
            lines[round(v.rect.y)] = lines.get(round(v.rect.y), 0) + 1
    assert list(lines.values()) == [1, 3]


@pytest.mark.parametrize(
    ("tokens", "offsets", "message"),
    [
        (
            ["preto", "gato"],
            [(5, 10), (0, 4)],
            "offsets[1] volta de 5 para 0; dê os tokens na ordem do texto",
        ),
        (
            ["cão", "preto"],
            [(0, 4), (5, 10)],
            "o token “cão” tem offsets[0], que no texto é “gato”; os offsets são destes tokens?",
        ),
    ],
)
def test_offsets_of_other_tokens_are_refused(tokens, offsets, message):
    assert refusal(lambda: Tokenization("gato preto", tokens, [1, 2], offsets)) == f"Tokenization: {message}"


def test_offsets_are_those_of_tokens_without_case_accents_or_blanks():
    offsets = [(0, 0), (0, 2), (2, 4), (4, 10), (0, 0)]
    row = ["[CLS]", "ac", "##ao", "preto", "[SEP]"]
    assert Tokenization("Ação preto"[:10], row, [1, 2, 3, 4, 5], offsets).places[1] == (0, 2)
