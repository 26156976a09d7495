"""Respostas ao mesmo pedido: critérios de qualidade contra uma métrica numérica."""

from __future__ import annotations

from typing import Annotated

from infograficos import elements
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Natural, Number, Some, Words, between, content, length
from infograficos.content.own_words import OwnWord
from infograficos.errors import ContentError
from infograficos.language.grammar import capitalize, join_and, phrase
from infograficos.language.messages import message
from infograficos.language.numbers import format_computed
from infograficos.text.markup import plain_text

__all__ = ["Answer", "Rubric"]

#: The relative difference up to which two values of a metric are about equal.
_TOLERANCE = 0.05
#: The relative difference from which the beam is at its steepest.
_STEEPEST = 0.5
#: How many criteria a sheet has room for.
_MAX_CRITERIA = 7
#: With more criteria all is closer.
_SPACIOUS = 3


@content
class Answer:
    """One answer, how it scores on each criterion, and its value on the metric.

    Args:
        name: such as “answer A”.
        text: what it says.
        scores: one a criterion, from 0 to the rubric's highest.
        metric: its value, such as its perplexity.
    """

    name: Words
    text: Words
    scores: Some[Natural]
    metric: Number


@content
class Rubric:
    """Two answers to one request on the balance of a metric, over their scores; the best in these is lit.

    The balance is level if the two values differ by at most 5 %. It leans to the higher one by their relative
    difference, and most where one is half of the other.

    Args:
        request: what was asked.
        criteria: what a reader judges, one to seven things.
        answers: the two answers.
        metric_name: the number that cannot tell them apart.
        highest: the best score.
        places: how many decimals the metric has; by default one, or as many as tell the values apart.
    """

    request: Words
    criteria: Annotated[Some[Words], length(1, _MAX_CRITERIA)]
    answers: tuple[Answer, Answer]
    metric_name: Annotated[Words, OwnWord()] = "perplexidade"
    highest: Annotated[int, between(1, 7)] = 5
    places: Annotated[int, between(0, 4)] | None = None

    def __post_init__(self) -> None:
        for answer in self.answers:
            if len(answer.scores) != len(self.criteria):
                grades = message(("{count} nota", "{count} notas"), len(answer.scores))
                criteria = message(("{count} critério", "{count} critérios"), len(self.criteria))
                raise ContentError(
                    "“{name}” tem {grades} para {criteria}",
                    name=answer.name,
                    grades=grades,
                    criteria=criteria,
                )
            if max(answer.scores) > self.highest:
                raise ContentError(
                    "“{name}” tem nota {grade}; a maior é {most}",
                    name=answer.name,
                    grade=max(answer.scores),
                    most=self.highest,
                )

    @property
    def best(self) -> Answer:
        """The answer with the highest scores together."""
        return max(self.answers, key=lambda answer: sum(answer.scores))

    @property
    def relation(self) -> str:
        """The relation of the first metric to the second: =, ≈ if they differ by at most 5 %, or < or >."""
        first, second = (answer.metric for answer in self.answers)
        if first == second:
            return "="
        if abs(first - second) <= _TOLERANCE * max(abs(first), abs(second)):
            return "≈"
        return "<" if first < second else ">"

    @property
    def tilt(self) -> float:
        """How far the beam leans: 0 if the metrics are about equal, ±1 if one is at most half the other.

        Between them it follows their relative difference; the higher value is the heavier one.
        """
        first, second = (answer.metric for answer in self.answers)
        if self.relation in "=≈":
            return 0.0
        difference = (second - first) / max(abs(first), abs(second))
        return max(-1.0, min(difference / _STEEPEST, 1.0))

    def body(self) -> elements.Element:
        """Return the request, the answers on a balance of the metric, and the scores of both below it."""
        words = elements.balloon_words(f"“{self.request}”", "instruction")
        is_spacious = len(self.criteria) <= _SPACIOUS
        balloon = elements.Balloon(
            words, padding="small" if is_spacious else "tiny", horizontal_padding="small"
        )
        request = elements.Speech(elements.Person(size="stop" if is_spacious else "icon"), balloon)
        first, second = self.answers
        measure = f"{self._metric(first)} {self.relation} {self._metric(second)}"
        options = (("body", False), ("label", False), ("body", True))
        balance = elements.FirstThatFits(tuple(self._balance(measure, *option) for option in options))
        rows = map(elements.Judgement, self.criteria, first.scores, second.scores)
        scores = elements.ButterflyBars(tuple(rows), self.highest, (self._role(first), self._role(second)))
        parts = (request, elements.Named("balança", balance), elements.Named("notas", scores))
        return elements.Column(parts, "medium" if is_spacious else "small")

    def describe(self) -> str:
        """Return the scores and the metric of both answers, with what they say if there is room."""
        return fullest(map(self._describe, (True, False)))

    def _describe(self, with_text: bool) -> str:
        answers = "; ".join(self._describe_answer(answer, with_text) for answer in self.answers)
        metrics = join_and([self._metric(answer) for answer in self.answers])
        scale = phrase("Notas de 0 a {highest}.", highest=self.highest)
        return f"{scale} {capitalize(answers)}. {capitalize(plain_text(self.metric_name))}: {metrics}."

    def _describe_answer(self, answer: Answer, with_text: bool) -> str:
        name, text = plain_text(answer.name), plain_text(answer.text)
        title = phrase("{name} (“{text}”)", name=name, text=text) if with_text else name
        pairs = zip(self.criteria, answer.scores, strict=True)
        return f"{title}: {', '.join(f'{plain_text(criterion)} {score}' for criterion, score in pairs)}"

    def _metric(self, answer: Answer) -> str:
        texts = format_computed([each.metric for each in self.answers], self.places, usual=1)
        return texts[self.answers.index(answer)]

    def _role(self, answer: Answer) -> str:
        return "response" if sum(answer.scores) == sum(self.best.scores) else "masked"

    def _balance(self, measure: str, style: str, apart: bool) -> elements.Element:
        """Return the answers on the balance, their words in one of the theme's styles."""
        left, right = (elements.Named(answer.name, self._pan(answer, style)) for answer in self.answers)
        return elements.Balance(left, right, measure, self.metric_name, self.tilt, apart)

    def _pan(self, answer: Answer, style: str) -> elements.Element:
        """Return an answer as it lies on the balance; the name of the better one is solid."""
        role = self._role(answer)
        is_best = role == "response" and self._is_decided
        name = elements.Text(answer.name, "mark", "paper" if is_best else f"{role}.strong", "center")
        side = "small" if style == "body" else "tiny"
        tag = elements.Card(name, f"{role}.{'solid' if is_best else 'tint'}", None, "plate", side, "pill")
        text = elements.Text(f"“{answer.text}”", style, "ink", "center")
        words = elements.Column((tag, text), "tiny", "center")
        return elements.Cap(words, role, "focus" if is_best else "context", "tiny")

    @property
    def _is_decided(self) -> bool:
        first, second = (sum(answer.scores) for answer in self.answers)
        return first != second


EXAMPLES = {
    # ROUGE-L to the reference “Remédio inofensivo.”: one of two words is in both.
    "resumo": Rubric(
        request="Resuma a bula.",
        criteria=["fiel", "clara"],
        answers=(
            Answer("modelo 1", "Remédio perigoso.", [0, 5], 0.5),
            Answer("modelo 2", "Remédio seguro.", [5, 5], 0.5),
        ),
        metric_name="ROUGE-L",
        places=2,
    )
}

HEADLINES = {"resumo": "Mesmo ROUGE, **sentido oposto**{alert}"}
