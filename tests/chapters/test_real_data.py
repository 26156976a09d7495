"""From text to a figure: a tokenizer, a masked batch, a trained softmax model, and the loss that is drawn."""

import re
from html import unescape
from itertools import pairwise
from math import exp, log
from pathlib import Path

import pytest

from infograficos import Chapter, Figure, check
from infograficos.builders import IGNORED, LossMask

PAIRS = [("Capital da França ?", "Paris ."), ("Cor do céu ?", "Azul claro .")]
PAD, END = "<pad>", "<fim>"
STEPS, RATE = 12, 0.8


class Tokenizer:
    """Words between spaces, numbered in the order in which they are first seen."""

    def __init__(self, texts):
        self.words = list(dict.fromkeys([PAD, END, *(word for text in texts for word in text.split())]))

    def encode(self, text):
        return [self.words.index(word) for word in text.split()]

    def tokens(self, ids):
        return [self.words[i] for i in ids]

    def decode(self, ids):
        return " ".join(self.tokens(ids))


def softmax(logits):
    top = max(logits)
    powers = [exp(logit - top) for logit in logits]
    return [power / sum(powers) for power in powers]


class Bigram:
    """A row of logits for each token: what may follow it."""

    def __init__(self, size):
        # Not all zero, so that losses differ before any training.
        self.logits = [[((3 * i + 5 * j) % 7) / 7 for j in range(size)] for i in range(size)]

    def losses(self, ids):
        """Return the loss of each token given the one before it; the first has none."""
        pairs = pairwise(ids)
        return [0.0, *(-log(softmax(self.logits[before])[after]) for before, after in pairs)]

    def learn(self, ids, labels):
        """Take a step down the mean loss of the tokens that are not ignored."""
        counted = [i for i in range(1, len(ids)) if labels[i] != IGNORED]
        for i in counted:
            row = self.logits[ids[i - 1]]
            for j, chance in enumerate(softmax(row)):
                row[j] -= RATE * (chance - (j == labels[i])) / len(counted)


def batch(tokenizer):
    """Return ids and labels, all of one length: −100 for the prompt and for the padding."""
    ids, labels = [], []
    for prompt, answer in PAIRS:
        asked, answered = tokenizer.encode(prompt), tokenizer.encode(f"{answer} {END}")
        ids.append(asked + answered)
        labels.append([IGNORED] * len(asked) + answered)
    longest = max(map(len, ids))
    ids = [row + tokenizer.encode(PAD) * (longest - len(row)) for row in ids]
    labels = [row + [IGNORED] * (longest - len(row)) for row in labels]
    return ids, labels


def cross_entropy(model, ids, labels):
    """Compute the mean by another way: the logarithm of a sum less the label's logit, over what counts."""
    total, count = 0.0, 0
    for before, label in zip(ids, labels[1:], strict=False):
        if label != IGNORED:
            row = model.logits[before]
            total += log(sum(map(exp, row))) - row[label]
            count += 1
    return total / count


@pytest.fixture(scope="module")
def tokenizer():
    return Tokenizer([text for pair in PAIRS for text in pair])


@pytest.fixture(scope="module")
def rows(tokenizer):
    ids, labels = batch(tokenizer)
    model = Bigram(len(tokenizer.words))
    for _ in range(STEPS):
        for row, label in zip(ids, labels, strict=True):
            model.learn(row, label)
    return model, list(zip(ids, labels, strict=True))


@pytest.fixture(scope="module")
def chapter(tokenizer, rows):
    model, examples = rows
    given = {"input_ids": [ids for ids, _ in examples], "labels": [labels for _, labels in examples]}
    given["attention_mask"] = [[int(i != tokenizer.words.index(PAD)) for i in ids] for ids, _ in examples]
    losses = [model.losses(ids) for ids, _ in examples]
    return Chapter(
        5,
        "Treino",
        [
            Figure(
                number=row + 1,
                name=f"loss-do-exemplo-{row + 1}",
                title=f"Loss do exemplo {row + 1}",
                headline="Só a resposta conta",
                content=LossMask.from_batch(
                    given, losses=losses, tokens=tokenizer.tokens, row=row, masked_name="contexto"
                ),
            )
            for row in range(len(examples))
        ],
    )


def _number(written):
    return float(written.replace(",", "."))


def test_the_tokenizer_gives_back_what_it_was_given(tokenizer):
    for pair in PAIRS:
        for text in pair:
            assert tokenizer.decode(tokenizer.encode(text)) == text


def test_the_batch_has_one_length_and_hides_prompt_and_padding(tokenizer, rows):
    for (ids, labels), (prompt, answer) in zip(rows[1], PAIRS, strict=True):
        assert len(ids) == len(labels) == len(rows[1][0][0])
        learned = [label for label in labels if label != IGNORED]
        assert tokenizer.decode(learned) == f"{answer} {END}"
        assert labels[: len(prompt.split())] == [IGNORED] * len(prompt.split())


def test_the_mean_of_the_figure_is_that_of_an_independent_computation(chapter, rows):
    model, examples = rows
    for figure, (ids, labels) in zip(chapter.figures, examples, strict=True):
        assert figure.content.mean == pytest.approx(cross_entropy(model, ids, labels), abs=1e-12)


@pytest.mark.parametrize("number", [1, 2])
def test_the_written_mean_is_that_mean_and_that_of_the_written_losses(chapter, rows, number):
    model, examples = rows
    figure = chapter.find(str(number))
    written = re.search(r"têm losses (.+), com média ([\d,]+); ela", figure.alt)
    losses, mean = [_number(loss) for loss in written[1].split("; ")], written[2]
    last_place = 10 ** -len(mean.partition(",")[2])
    assert abs(_number(mean) - cross_entropy(model, *examples[number - 1])) <= last_place / 2 + 1e-12
    assert abs(_number(mean) - sum(losses) / len(losses)) <= last_place / 2 + 1e-12
    drawn = unescape(re.sub(r"<[^>]+>", "|", figure.svg(text="live")))
    assert mean in re.findall(r"\d+,\d+", drawn)


def test_padding_differs_from_what_is_asked(chapter):
    assert [figure.content.kinds.count("padding") for figure in chapter.figures] == [1, 0]
    assert "O token de preenchimento não conta." in chapter.figures[0].alt


def test_losses_without_the_first_tokens_give_the_same_figure(chapter, tokenizer, rows):
    model, examples = rows
    for figure, (ids, labels) in zip(chapter.figures, examples, strict=True):
        losses = model.losses(ids)[1:]
        shifted = LossMask.from_batch(ids, labels, losses, tokens=tokenizer.tokens, shifted=True)
        assert (shifted.mean, shifted.tokens) == (figure.content.mean, figure.content.tokens)


def test_what_is_ignored_does_not_change_the_mean(chapter):
    strip = chapter.figures[0].content
    pairs = zip(strip.losses, strip.labels, strict=True)
    changed = [loss + 100 * (label == IGNORED) for loss, label in pairs]
    assert LossMask(tokens=strip.tokens, labels=strip.labels, losses=changed).mean == strip.mean


def test_the_figures_can_be_published(chapter, tmp_path: Path):
    report = check(chapter)
    assert report.passes(strict=True), report.json()
    assert chapter.figures[0].save(tmp_path / "loss.svg").read_bytes().startswith(b"<")
