"""What is written in a figure is what NumPy computes from its data, to the last digit that is written."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest

from infograficos.builders import (
    Attention,
    Bars,
    Distribution,
    LossMask,
    Matrix,
    Points,
    Projection,
    VectorSum,
)
from infograficos.builders.projection import Weights
from infograficos.builders.vector_sum import Summand

_NUMBER = re.compile(r"(?:([<>])\s)?(−?\d[\d.]*(?:,\d+)?)(?:\s×\s10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")
_PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")

#: How many random figures of each kind a run of the tests checks.
SAMPLES = 6


def is_written(text: str, true: float) -> bool:
    """Whether a text says a number: rounded to its last digit, or a bound; never 0 for what is not."""
    sign, mantissa, power = _NUMBER.fullmatch(text.strip().rstrip("%").strip()).groups()
    value = float(mantissa.replace(".", "").replace(",", ".").replace("−", "-"))
    scale = 10.0 ** int((power or "0").translate(_PLAIN))
    if sign:
        return true < value if sign == "<" else true > value
    unit = 10.0 ** -len(mantissa.partition(",")[2]) * scale
    return abs(value * scale - true) <= unit / 2 * (1 + 1e-6) + 1e-12 and bool(value or abs(true) < 1e-12)


def numbers(text: str) -> list[str]:
    return [match[0] for match in _NUMBER.finditer(text)]


def vector(random, size):
    return (random.normal(size=size) * 10.0 ** random.integers(-5, 3)).tolist()


def check_attention(random):
    weights = random.dirichlet(np.full(5, 0.3))
    content = Attention(list("abcde"), weights, 4)
    shares = 100 * np.array(weights)[list(content.strongest)]
    assert all(abs(a - b) < 1 for a, b in zip(content.percentages, shares, strict=False))


def check_softmax(random):
    scores = random.normal(size=(3, 3)) * random.integers(1, 20)
    powers = np.exp(scores - scores.max(1, keepdims=True))
    weights = powers / powers.sum(1, keepdims=True)
    content = Matrix(scores, list("abc"), list("xyz"), softmax=True)
    said = content.describe().rpartition("linha: ")[2].rstrip(".").split("; ")
    for phrase, row in zip(said, weights, strict=True):
        assert is_written(re.search(r"(?:[<>]\s)?[\d,]+$", phrase)[0], row.max())


def check_distribution(random):
    logits = random.normal(size=6) * random.integers(1, 9)
    chances = np.sort(np.exp(logits - logits.max()) / np.exp(logits - logits.max()).sum())[::-1]
    said = re.findall(r"\(([^)]*%)\)", Distribution("x", list("abcdef"), logits=logits).describe())
    assert said
    assert all(is_written(text, 100 * chance) for text, chance in zip(said, chances, strict=False))


def check_mean(random):
    losses = np.abs(np.array(vector(random, 4)))
    text = LossMask(list("abcd"), [1, 2, 3, 4], losses).describe()
    found = numbers(text.partition("losses ")[2].rstrip("."))
    assert all(is_written(text, loss) for text, loss in zip(found, losses, strict=False))
    unit = 10.0 ** -len(found[-1].partition(",")[2])
    assert is_written(found[-1], losses.mean()) or (
        "×" not in found[-1]
        and abs(float(found[-1].strip("<> \u00a0").replace(".", "").replace(",", ".")) - losses.mean())
        <= 1.5 * unit
    )


def check_sum(random):
    first, second = vector(random, 3), vector(random, 3)
    content = VectorSum([Summand("p", first, "input"), Summand("q", second, "model")], "s")
    said = re.search(r"Resultado: \[(.*?)\]", content.describe())[1].split("; ")
    assert all(is_written(text, a + b) for text, a, b in zip(said, first, second, strict=True))


def check_projection(random):
    source, matrix = vector(random, 3), np.array(vector(random, 6)).reshape(3, 2)
    said = re.findall(
        r"= \[(.*?)\]", Projection("x", [Weights("W", "q", "model", matrix)], source).describe()
    )[-1]
    assert all(is_written(t, v) for t, v in zip(said.split("; "), np.array(source) @ matrix, strict=True))


def check_distance(random):
    points = np.array(vector(random, 4)).reshape(2, 2)
    text = Points(points, ["p", "q"], distance=("p", "q")).describe().rpartition(": ")[2].rstrip(".")
    assert is_written(text, float(np.linalg.norm(points[0] - points[1])))


def check_histogram(random):
    values = random.normal(size=30) * 10.0 ** random.integers(-3, 4)
    content = Bars.counting(values, int(random.integers(2, 9)))
    assert [count for _, (count,) in content.values] == np.histogram(values, content.edges)[0].tolist()
    assert len({name for name, _ in content.values}) == len(content.values)
    labels = [name.split(" a ") for name, _ in content.values]
    assert all(a[-1] == b[0] for a, b in pairwise(labels))


CHECKS = (
    check_attention, check_softmax, check_distribution, check_mean, check_sum, check_projection,
    check_distance, check_histogram,
)  # fmt: skip


@pytest.mark.parametrize("check", CHECKS)
def test_the_numbers_of_random_figures_are_those_of_numpy(check):
    random = np.random.default_rng(7)
    for _ in range(SAMPLES):
        check(random)
