"""Respostas ao mesmo pedido: critérios de qualidade contra uma métrica numérica."""

from __future__ import annotations

from typing import Annotated

from infograficos import elements
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Natural, Number, Some, Words, between, content, length
from infograficos.content.own_words import OwnWord, OwnWords
from infograficos.language.numbers import format_computed
from infograficos.language.portuguese import capitalize, join_and, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Answer", "Rubric"]

WORDS = OwnWords(
    scale="notas de 0 a {highest}",
)

#: The relative difference up to which two values of a metric are about equal.
_TOLERANCE = 0.05
#: How many criteria a sheet has room for, and how long a request stands beside the answers, in characters.
_MAX_CRITERIA, _MAX_CORNER = 7, 70


@content
class Answer:
    """One answer, how it scores on each criterion, and its value on the metric.

    Args:
        name: such as “resposta A”.
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
    """Two answers to one request; the one that scores best is the one to remember, or both if they are even.

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
                raise ValueError(
                    f"“{answer.name}” tem {pluralize(len(answer.scores), 'nota', 'notas')} para "
                    f"{pluralize(len(self.criteria), 'critério', 'critérios')}"
                )
            if max(answer.scores) > self.highest:
                raise ValueError(f"“{answer.name}” tem nota {max(answer.scores)}; a maior é {self.highest}")

    @property
    def best(self) -> Answer:
        """The answer with the highest scores together."""
        return max(self.answers, key=lambda answer: sum(answer.scores))

    @property
    def relation(self) -> str:
        """The relation of the first metric to the second: ≈ if they differ by at most 5 %, else < or >."""
        first, second = (answer.metric for answer in self.answers)
        if abs(first - second) <= _TOLERANCE * max(abs(first), abs(second)):
            return "≈"
        return "<" if first < second else ">"

    def body(self) -> elements.Element:
        """Return the request, the answers, their scores and the metric, in columns that share their axes."""
        words = elements.Text(f"“{self.request}”", "strong", "instruction.strong", "center")
        request = elements.tinted_card(words, "instruction", "small", radius="inner", align="center")
        answers = (
            elements.Column(tuple(self._answer(answer, beside) for answer in self.answers), "large")
            for beside in (True, False)
        )
        narrow = elements.Column((request, elements.FirstThatFits(tuple(answers))), "large")
        scale = elements.Text(self._scale, "label", "muted")
        above = elements.Column((request, self._wide(elements.Cell(scale, 0, 0, align="end"))), "medium")
        if len(self.request) > _MAX_CORNER:
            return elements.FirstThatFits((elements.WideOnly(above), narrow))
        corner = self._wide(elements.Cell(elements.ShrinkToFit(request), 0, 0, align="stretch"))
        return elements.FirstThatFits((*map(elements.WideOnly, (corner, above)), narrow))

    def describe(self) -> str:
        """Return the scores and the metric of both answers, with what they say if there is room."""
        return fullest(map(self._describe, (True, False)))

    def _describe(self, with_text: bool) -> str:
        scores = "; ".join(
            plain_text(answer.name)
            + (f" (“{plain_text(answer.text)}”): " if with_text else ": ")
            + ", ".join(f"{plain_text(c)} {s}" for c, s in zip(self.criteria, answer.scores, strict=True))
            for answer in self.answers
        )
        metrics = join_and([self._metric(answer) for answer in self.answers])
        parts = (self._scale, scores, f"{plain_text(self.metric_name)}: {metrics}")
        return " ".join(f"{capitalize(part)}." for part in parts)

    @property
    def _scale(self) -> str:
        return WORDS("scale", highest=self.highest)

    def _metric(self, answer: Answer) -> str:
        texts = format_computed([each.metric for each in self.answers], self.places, usual=1)
        return texts[self.answers.index(answer)]

    def _role(self, answer: Answer) -> str:
        return "response" if sum(answer.scores) == sum(self.best.scores) else "masked"

    def _wide(self, corner: elements.Cell) -> elements.Element:
        """Return a table with a column for each answer, one between them for the relation, and a corner."""
        last = len(self.criteria) + 1
        columns = tuple(zip((1, 3), self.answers, strict=True))
        # In reading order, for screen readers.
        cards = (elements.Cell(self._card(answer), 0, column, align="stretch") for column, answer in columns)
        cells = [corner, *cards]
        for row, criterion in enumerate(self.criteria, 1):
            cells.append(elements.Cell(elements.Text(criterion), row, 0))
            for column, answer in columns:
                caps = elements.Row((self._caps(answer, answer.scores[row - 1]),), justify="center")
                cells.append(elements.Cell(caps, row, column))
        first, second = (self._value(answer, "center") for answer in self.answers)
        sign = elements.Text(self.relation, "heading", "alert.strong", "center", literal=True)
        cells.append(elements.Cell(elements.Rule(), last, 0, columns=4))
        values = enumerate((self._metric_text(), first, sign, second))
        cells += [elements.Cell(value, last + 1, column) for column, value in values]
        return elements.Grid(tuple(cells), (0.0, 1.0, 0.0, 1.0), "small", "text", equal=True)

    def _metric_text(self) -> elements.Element:
        return elements.Text(self.metric_name, color="muted")

    def _answer(self, answer: Answer, beside: bool) -> elements.Element:
        """Return an answer with its scores beside the criteria or, where these are too wide, below them."""
        last = len(self.criteria) + 1
        cells = [elements.Cell(self._card(answer), 0, 0, columns=2)]
        for row, (criterion, score) in enumerate(zip(self.criteria, answer.scores, strict=True), 1):
            words, caps = elements.Text(criterion), self._caps(answer, score)
            if beside:
                cells.append(elements.Cell(words, row, 0))
                cells.append(elements.Cell(elements.NoWrap(caps), row, 1, justify="end"))
            else:
                below = elements.Column((words, caps), "small", "start")
                cells.append(elements.Cell(below, row, 0, columns=2))
        values = enumerate((self._metric_text(), self._value(answer, "end")))
        cells += [elements.Cell(value, last, column) for column, value in values]
        return elements.Grid(tuple(cells), (1.0, 0.0), "small", "small")

    def _card(self, answer: Answer) -> elements.Element:
        role = self._role(answer)
        name = elements.Text(answer.name, "strong", f"{role}.strong", "center")
        text = elements.Text(f"“{answer.text}”", "body", align="center")
        fill = "response.soft" if role == "response" else "surface"
        words = elements.Column((name, text), "text")
        return elements.Named(
            answer.name, elements.Card(words, fill, f"{role}.line", "medium", "small", align="center")
        )

    def _caps(self, answer: Answer, score: int) -> elements.Element:
        return elements.Rating(score, self.highest, self._role(answer))

    def _value(self, answer: Answer, align: elements.Align) -> elements.Element:
        return elements.Text(self._metric(answer), "heading", "muted", align, literal=True, tabular=True)


EXAMPLES = {
    "resumo": Rubric(
        request="Resuma em uma frase.",
        criteria=["fiel", "curta"],
        answers=(
            Answer("modelo 1", "O texto fala de gatos.", [4, 5], 0.41),
            Answer("modelo 2", "Gatos dormem muito, e o texto explica por quê.", [5, 2], 0.62),
        ),
        metric_name="ROUGE-L",
        places=2,
    )
}
