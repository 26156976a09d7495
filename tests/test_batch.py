"""Rows of batches as training code has them: lists, arrays or tensors, aligned or shifted, padded or not."""

from __future__ import annotations

import pytest
from refusals import refusal

from infograficos.builders.loss_mask import IGNORED, LossMask

IDS = [[10, 11, 12, 13, 0], [20, 21, 22, 23, 24]]
LABELS = [[IGNORED, IGNORED, 12, 13, IGNORED], [IGNORED, 21, 22, 23, 24]]
MASK = [[1, 1, 1, 1, 0], [1, 1, 1, 1, 1]]
LOSSES = [[0.0, 0.0, 1.5, 0.5, 0.0], [0.0, 1.0, 2.0, 3.0, 4.0]]
BATCH = {"input_ids": IDS, "labels": LABELS, "attention_mask": MASK}


def names(ids):
    return [f"t{i}" for i in ids]


def padded(losses, **pieces):
    """The first row alone, without its mask."""
    return LossMask.from_batch(IDS[0], LABELS[0], losses, **pieces)


class Held:
    """What an array or a tensor has in common with any other."""

    def __init__(self, values):
        self.values = values

    def tolist(self):
        return self.values


def test_a_row_of_a_batch_keeps_its_ids_labels_and_padding():
    mask = LossMask.from_batch(BATCH, losses=LOSSES, tokens=names)
    assert mask.tokens == ("t10", "t11", "t12", "t13", "t0")
    assert mask.kinds == ("masked", "masked", "learned", "learned", "padding")
    assert mask.learned_losses == (1.5, 0.5)


@pytest.mark.parametrize("hold", [list, tuple, Held, lambda values: [Held(row) for row in values]])
@pytest.mark.parametrize(("row", "mean"), [(0, 1.0), (1, 2.5)])
def test_every_holder_of_values_gives_the_same(hold, row, mean):
    pieces = {name: hold(values) for name, values in BATCH.items()}
    assert LossMask.from_batch(pieces, losses=hold(LOSSES), row=row).mean == mean
    assert LossMask.from_batch(IDS[row], LABELS[row], LOSSES[row], attention_mask=MASK[row]).mean == mean


@pytest.mark.parametrize(
    "losses",
    [[row[1:] for row in LOSSES], [loss for row in LOSSES for loss in row[1:]]],
    ids=["rows", "behind each other"],
)
def test_shifted_losses_belong_to_the_tokens_that_they_predict(losses):
    found = LossMask.from_batch(BATCH, losses=losses, row=1, shifted=True)
    assert found.losses == (0.0, 1.0, 2.0, 3.0, 4.0)


def test_with_shifted_losses_the_first_token_does_not_count_whatever_its_label():
    found = LossMask.from_batch([5, 6, 7], [5, 6, 7], [0.5, 0.25], shifted=True)
    assert found.kinds == ("first", "learned", "learned")
    assert found.mean == 0.375


def test_losses_of_what_does_not_count_may_be_anything():
    found = LossMask.from_batch([5, 6, 7], [IGNORED, 6, 7], [float("nan"), 0.5, 0.25])
    assert found.mean == 0.375
    assert LossMask.from_batch([5, 6], [IGNORED, 6], [None, 0.5]).mean == 0.5


def test_tokens_come_from_the_text_and_special_ones_from_their_names_or_ids():
    offsets = [(0, 0), (0, 1), (1, 6), (0, 0)]
    ids, labels = [1, 46, 308, 50256], [IGNORED, 46, 308, 50256]
    given = {"text": "O gato", "offset_mapping": offsets, "special": {50256: "<|endoftext|>"}}
    assert LossMask.from_batch(ids, labels, [0, 1, 1, 1], **given).tokens == (
        "1", "O", "gato", "<|endoftext|>",
    )  # fmt: skip
    held = {"input_ids": [ids], "labels": [labels], "offset_mapping": [offsets]}
    assert LossMask.from_batch(held, losses=[[0, 1, 1, 1]], text=["O gato"]).tokens[1:3] == ("O", "gato")


@pytest.mark.parametrize(
    ("tokens", "read"),
    [
        (["Fran", "Ã§a", "Ġcafé".replace("é", "Ã©"), "Ċ", "Ġ"], ["Fran", "ça", "café", "↵", "␣"]),
        (["ĠÃ", "§"], ["<C3>", "<A7>"]),
        (["Â", "½"], ["<C2>", "<BD>"]),
        (["▁café", "▁"], ["café", "␣"]),
        (["em", "##prego", "##"], ["em", "prego", "##"]),
        (["###", "Oi", "!"], ["###", "Oi", "!"]),
        (["inconstitucional", "\t", "a\u200bb"], ["inconstit…", "⇥", "a<U+200B>b"]),
    ],
)
def test_a_vocabularys_tokens_are_spelled_as_one_reads_them(tokens, read):
    ids = list(range(len(tokens)))
    assert LossMask.from_batch(ids, ids, [1.0] * len(ids), tokens=tokens).tokens == tuple(read)


def test_the_part_of_a_text_that_a_token_stands_for_may_be_blank_or_nothing():
    offsets = [(0, 1), (1, 2), (2, 4), (0, 0), (4, 4)]
    found = LossMask.from_batch(IDS[0], IDS[0], [1] * 5, offset_mapping=offsets, text="a\n b")
    assert found.tokens == ("a", "↵", "b", "13", "0")


def test_the_parts_of_a_character_are_distinguished_by_their_offsets():
    found = LossMask.from_batch([130, 125], [130, 125], [1, 1], offset_mapping=[(0, 1)] * 2, text="½")
    assert found.tokens == ("½¹", "½²")


def test_words_with_and_without_a_space_are_distinguished_by_their_offsets():
    offsets = [(0, 2), (3, 5), (5, 7)]
    found = LossMask.from_batch([7, 8, 7], [7, 8, 7], [1, 1, 1], offset_mapping=offsets, text="to toto")
    assert found.tokens == ("to", "␣to", "to")


class Tokenizer:
    """What the library asks of a tokenizer of `transformers`; `###` is one of its tokens, as in GPT-2."""

    names = ("###", "ĠÃ©", "Ċ", "<s>")

    def __call__(self, text):
        raise AssertionError(f"ids are no text: {text}")

    def convert_ids_to_tokens(self, ids):
        return [self.names[i] for i in ids]

    def decode(self, ids, skip_special_tokens=False):
        texts = ("###", " é", "\n", "" if skip_special_tokens else "<s>")
        return "".join(texts[i] for i in ids)


@pytest.mark.parametrize(
    "source",
    [Tokenizer(), Tokenizer().convert_ids_to_tokens, Tokenizer().decode, lambda ids: Tokenizer().decode(ids)],
    ids=["itself", "its names", "its decode", "a function"],
)
def test_a_tokenizer_names_its_ids_itself(source):
    found = LossMask.from_batch([3, 0, 1, 2], [3, 0, 1, 2], [1.0] * 4, tokens=source)
    assert found.tokens == ("<s>", "###", "é", "↵")


def test_ids_that_a_tokenizer_does_not_know_are_refused_in_words():
    assert refusal(lambda: LossMask.from_batch([9], [9], [1.0], tokens=Tokenizer())) == (
        "from_batch: o tokenizador não aceita estes ids (IndexError: tuple index out of range); "
        "são do mesmo modelo?"
    )


def test_a_tokenizer_of_bytes_is_asked_for_bytes():
    class Encoding:
        def decode_single_token_bytes(self, token):
            return (b"a\xc3", b"\xa7", b" ")[token]

    for source in (Encoding(), Encoding().decode_single_token_bytes):
        found = LossMask.from_batch([0, 1, 2], [0, 1, 2], [1, 1, 1], tokens=source)
        assert found.tokens == ("a<C3>", "<A7>", "␣")


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: LossMask.from_batch({"labels": LABELS}, losses=LOSSES), "o lote não tem “input_ids”"),
        (
            lambda: LossMask.from_batch({"input_ids": IDS}, losses=LOSSES),
            "faltam os labels, um por token (−100 para ignorar)",
        ),
        (lambda: LossMask.from_batch(BATCH), "faltam as losses, uma por token (reduction='none')"),
        (lambda: LossMask.from_batch(BATCH, row=2), "o lote tem as linhas de 0 a 1; veio row=2"),
        (
            lambda: padded(LOSSES[0][1:]),
            "esperadas 5 losses, vieram 4; se vêm de logits[:-1] com labels[1:], use shifted=True",
        ),
        (
            lambda: padded(LOSSES[0], shifted=True),
            "esperadas 4 losses, vieram 5; se já há uma por token, use shifted=False",
        ),
        (lambda: LossMask.from_batch(IDS[0], [1.5] * 5, []), "labels deve ter só números inteiros; veio 1.5"),
        (lambda: LossMask.from_batch(IDS[0], [IGNORED] * 4, LOSSES[0]), "labels tem 4 valores para 5 tokens"),
        (lambda: LossMask.from_batch(IDS, LABELS[0], LOSSES), "input_ids tem 2 linhas, e labels, uma só"),
        (
            lambda: LossMask.from_batch([5, 6], [IGNORED, 6], [0.0, float("nan")]),
            "a loss de um token que conta deve ser um número finito; veio nan",
        ),
        (
            lambda: LossMask.from_batch([5, 6], [IGNORED, 6], [0.0, None]),
            "a loss de um token que conta deve ser um número finito; veio um valor mascarado",
        ),
        (lambda: padded(2.5), "losses deve ser uma lista, um array ou um tensor"),
        (lambda: padded(LOSSES[0], tokens=["a"]), "vieram 1 tokens para 5 ids"),
        (
            lambda: padded(LOSSES[0], offset_mapping=[(0, 1)] * 5),
            "offset_mapping pede também text, o texto que foi tokenizado",
        ),
        (
            lambda: padded(LOSSES[0], offset_mapping=[(0, 1, 2)] * 5, text="a"),
            "offset_mapping: esperado um par (início, fim), veio uma lista com 3 itens",
        ),
    ],
)  # fmt: skip
def test_a_batch_that_does_not_agree_is_refused_word_for_word(attempt, message):
    assert refusal(attempt) == f"from_batch: {message}"


SHIFTED = (
    "os labels já vêm deslocados, cada um é o id seguinte: labels[1] é 12, como input_ids[2]. Aqui cada "
)
ALIGN = "label é o id do próprio token: dê "


@pytest.mark.parametrize(
    ("labels", "losses", "advice"),
    [
        (
            [IGNORED, 12, 13, 9],
            [0.0, 1.0, 2.0, 3.0],
            "input_ids=[*input_ids, labels[-1]] (e mais um em tokens, se é uma lista), "
            "labels=[-100, *labels]",
        ),
        ([IGNORED, 12, 13, IGNORED], [0.0, 1.0, 2.0, 0.0], "labels=[-100, *labels[:-1]], losses=losses[:-1]"),
        ([IGNORED, 12, 13], [0.0, 1.0, 2.0], "labels=[-100, *labels]"),
    ],
)
def test_labels_of_the_next_tokens_are_noticed_and_the_advice_works(labels, losses, advice):
    ids = IDS[0][:4]
    refused = refusal(lambda: LossMask.from_batch(ids, labels, losses))
    assert refused == f"from_batch: {SHIFTED}{ALIGN}{advice} e shifted=True"
    if labels[-1] == 9:
        ids = [*ids, labels[-1]]
    labels = [IGNORED, *labels][: len(ids)]
    found = LossMask.from_batch(ids, labels, losses[: len(ids) - 1], shifted=True)
    assert found.learned_losses == ((1.0, 2.0, 3.0) if labels[-1] == 9 else (1.0, 2.0))
    assert [label for label in found.labels if label != IGNORED][:2] == [12, 13]


def test_labels_that_are_no_ids_of_the_row_are_taken():
    # A masked language model learns what the input hides; equal neighbours are aligned as well as shifted.
    assert LossMask.from_batch([5, 103, 7], [IGNORED, 6, IGNORED], [0, 1, 0]).labels == (IGNORED, 6, IGNORED)
    assert LossMask.from_batch([5, 5, 5], [IGNORED, 5, 5], [0, 1, 1]).labels == (IGNORED, 5, 5)


numpy_types = pytest.mark.parametrize("kind", ["float16", "float32", "float64"])


@numpy_types
def test_numpys_arrays_are_taken_whatever_their_types(kind):
    numpy = pytest.importorskip("numpy")
    found = LossMask.from_batch(
        {name: numpy.array(values, dtype="int32") for name, values in BATCH.items()},
        losses=numpy.array(LOSSES, dtype=kind),
        attention_mask=numpy.array(MASK, dtype=bool),
    )
    assert found.mean == 1.0
    assert found.kinds[-1] == "padding"


def test_numpys_own_numbers_and_masked_values_are_taken():
    numpy = pytest.importorskip("numpy")
    ids = [numpy.int64(i) for i in IDS[0]]
    losses = numpy.ma.masked_array(LOSSES[0], mask=[label == IGNORED for label in LABELS[0]])
    labels = [numpy.array(label) for label in LABELS[0]]
    assert LossMask.from_batch(ids, labels, losses).mean == 1.0


def test_single_precision_is_written_as_it_was_meant():
    numpy = pytest.importorskip("numpy")
    mask = LossMask.from_batch([1, 2], [1, 2], numpy.array([0.1, 0.3], dtype="float32"))
    assert mask.describe().endswith("têm losses 0,1; 0,3, com média 0,20; ela corrige os pesos.")
