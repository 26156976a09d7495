"""What training scripts really have: arrays of NumPy, and tensors where PyTorch is installed."""

from __future__ import annotations

import numpy as np
import pytest

from infograficos import Chapter, Figure, check
from infograficos.builders import IGNORED, Curves, Distribution, LossMask, Matrix, Points, Series
from infograficos.errors import InputError

WORDS = ["Cor", "do", "céu", "?", "Azul", ".", "<pad>"]
IDS = [[0, 1, 2, 3, 4, 5, 6]]
LABELS = [[IGNORED, IGNORED, IGNORED, IGNORED, 4, 5, IGNORED]]
SEEN = [[1, 1, 1, 1, 1, 1, 0]]


def named(ids):
    return [WORDS[i] for i in ids]


def numpy_losses(logits, labels):
    """The loss of each label but the first, from the logits before it."""
    shifted, targets = logits[:, :-1], labels[:, 1:]
    norm = np.log(np.exp(shifted).sum(-1))
    counted = np.where(targets == IGNORED, 0, targets)
    found = norm - np.take_along_axis(shifted, counted[..., None], -1)[..., 0]
    return np.where(targets == IGNORED, 0.0, found).astype(np.float32)


@pytest.fixture(scope="module")
def logits():
    return np.random.default_rng(7).normal(size=(1, len(WORDS), len(WORDS))).astype(np.float32)


@pytest.fixture(scope="module")
def mask(logits):
    batch = {"input_ids": np.array(IDS), "labels": np.array(LABELS), "attention_mask": np.array(SEEN)}
    losses = numpy_losses(logits, batch["labels"])
    return LossMask.from_batch(batch, losses=losses, tokens=named, shifted=True)


def published(content):
    report = check(Chapter(1, "Dados", [Figure(1, "dados", "Dados", "Números de verdade", content)]))
    return [each.finding.message for figure in report.figures for each in figure.findings]


def test_a_numpy_batch_becomes_a_figure(mask, logits):
    expected = numpy_losses(logits, np.array(LABELS))[0][[3, 4]].mean()
    assert mask.mean == pytest.approx(float(expected), rel=1e-6)
    assert mask.kinds == ("masked",) * 4 + ("learned",) * 2 + ("padding",)
    assert published(mask) == []


def test_arrays_are_taken_wherever_there_are_numbers():
    weights = np.tril(np.ones((3, 3), dtype=np.float16))
    weights /= weights.sum(-1, keepdims=True)
    contents = [
        Matrix(weights, ["o", "gato", "dorme"]),
        Distribution(
            "O gato", np.array(["sobe", "dorme", "mia"]), logits=np.array([2.0, 1.0, 0.5], dtype=np.float32)
        ),
        Curves([Series("treino", 1 / (1 + np.arange(5)), "model", np.arange(5))]),
        Points(np.array([[0.0, 1.0], [2.0, 3.0], [4.0, 1.0]]), names=["um", "dois", "três"]),
    ]
    for content in contents:
        assert published(content) == []


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_a_number_that_is_none_is_refused(wrong):
    with pytest.raises(InputError, match=r"Points\.points\[0\]\[1\]: esperado um número finito"):
        Points(np.array([[1.0, wrong]]), ["um"])


def test_tensors_of_pytorch_become_the_same_figure(mask, logits):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    batch = {"input_ids": torch.tensor(IDS), "labels": torch.tensor(LABELS)}
    batch["attention_mask"] = torch.tensor(SEEN, dtype=torch.bool)
    scores = torch.tensor(logits, requires_grad=True)
    losses = torch.nn.functional.cross_entropy(
        scores[:, :-1].flatten(0, 1), batch["labels"][:, 1:].flatten(), reduction="none", ignore_index=IGNORED
    )
    figure = LossMask.from_batch(batch, losses=losses.reshape(1, -1).detach(), tokens=named, shifted=True)
    assert figure.mean == pytest.approx(mask.mean, rel=1e-5)
    assert (figure.tokens, figure.labels, figure.kinds) == (mask.tokens, mask.labels, mask.kinds)
    half = Distribution("O gato", ["sobe", "mia"], logits=torch.tensor([1.0, 0.0], dtype=torch.bfloat16))
    assert published(half) == []
