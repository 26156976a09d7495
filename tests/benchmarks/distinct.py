"""Any number of figures, no two alike: the kinds of the series' chapter with words of their own."""

from __future__ import annotations

from random import Random

from infograficos import Chapter, Figure
from infograficos.builders.comparison import Behaviour, Comparison
from infograficos.builders.loss_mask import IGNORED, LossMask
from infograficos.builders.pipeline import Pipeline, Stage
from infograficos.builders.record import Field, Record
from infograficos.builders.rubric import Answer, Rubric

_SYLLABLES = "ba ce di fo gu lha me ni po qua re são ti vo xa zé cor mul ten par".split()
_PICTURES = ("pairs", "tokens", "weights", "curve", "chat")
_ROLES = ("instruction", "input", "model", "model", "response")


def distinct_chapter(count: int) -> Chapter:
    """A chapter of so many figures; the same number gives the same figures."""
    return Chapter(1, "Medição", [_figure(number) for number in range(1, count + 1)])


def _figure(number: int) -> Figure:
    random = Random(number)  # noqa: S311 — no secret
    kinds = (_comparison, _record, _loss_mask, _pipeline, _rubric)
    content = kinds[number % len(kinds)](random)
    return Figure(number, f"figura-{number}", _words(random, 2), _words(random, 2), content)


def _words(random: Random, count: int) -> str:
    words = ["".join(random.choices(_SYLLABLES, k=2)) for _ in range(count)]
    return " ".join(words).capitalize()


def _comparison(random: Random) -> Comparison:
    before = Behaviour(_words(random, 2), _words(random, 2), [_words(random, 2), _words(random, 2)])
    after = Behaviour(_words(random, 2), _words(random, 2), [_words(random, 1)])
    return Comparison(
        _words(random, 2), before, after, _words(random, 1), (_words(random, 1), _words(random, 1))
    )


def _record(random: Random) -> Record:
    roles = ("instruction", "input", "response")
    return Record([Field(f"campo{i}", _words(random, 3), f"### M{i}:", role) for i, role in enumerate(roles)])


def _loss_mask(random: Random) -> LossMask:
    tokens = [_words(random, 1) for _ in range(7)]
    losses = [0.0] * 4 + [round(random.uniform(0.2, 3), 1) for _ in range(3)]
    return LossMask(tokens=tokens, labels=[IGNORED] * 4 + [11, 12, 13], losses=losses)


def _pipeline(random: Random) -> Pipeline:
    pairs = zip(_PICTURES, _ROLES, strict=True)
    return Pipeline([Stage(_words(random, 2), picture, role) for picture, role in pairs])


def _rubric(random: Random) -> Rubric:
    answers = [
        Answer(
            f"resposta {letter}", _words(random, 3), random.choices(range(1, 6), k=2), random.uniform(5, 9)
        )
        for letter in "AB"
    ]
    return Rubric(_words(random, 4), [_words(random, 1), _words(random, 2)], answers)
