"""Momentos em uma linha do tempo, um deles em destaque."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Literal

from infograficos import elements
from infograficos.content.checks import name_with_detail
from infograficos.content.descriptions import fullest, join_within
from infograficos.content.fields import Detail, Items, Name, Words, content, length
from infograficos.language.dates import read_times
from infograficos.language.portuguese import ensure_full_stop
from infograficos.text.markup import plain_text

__all__ = ["Moment", "Timeline"]

#: How many moments have room beside each other, and how many characters the description has for their names.
_MAX_BESIDE, _NAMES = 5, 120
#: Differences between distances on the line that nobody sees, and the least one between two large dots.
_UNSEEN, _APART = 0.02, 0.09


@content
class Moment:
    """One point on the line.

    Args:
        when: its date or phase, such as “2017”.
        name: what happened.
        detail: what it changed, in a few words, or nothing.
    """

    when: Name
    name: Name
    detail: Detail = ""


@content
class Timeline:
    """Moments in order on a line; the highlighted one is the one to remember.

    Args:
        moments: two to eight moments, the earliest first; where all are dates, or numbers of days, weeks,
            steps and so on, they are at distances to scale.
        highlight: the name of the one to remember.
        role: the colour role of the highlighted one.
    """

    moments: Annotated[Items[Moment], length(2, 8)]
    highlight: Words
    role: Words = "model"

    def __post_init__(self) -> None:
        names = [_key(moment.name) for moment in self.moments]
        twin = next((m.name for m in self.moments if names.count(_key(m.name)) > 1), None)
        if twin:
            raise ValueError(f"esperados nomes diferentes; “{plain_text(twin).strip()}” aparece duas vezes")
        if _key(self.highlight) not in names:
            known = ", ".join(f"“{plain_text(moment.name)}”" for moment in self.moments)
            raise ValueError(f"o destaque “{plain_text(self.highlight)}” não é um dos momentos: {known}")
        for i, (before, after) in enumerate(pairwise(self._times or ())):
            if after < before:
                first, second = (plain_text(moment.when) for moment in self.moments[i : i + 2])
                raise ValueError(f"“{first}” vem antes de “{second}”; dê primeiro o que aconteceu primeiro")

    @cached_property
    def _times(self) -> list[float] | None:
        return read_times([plain_text(moment.when) for moment in self.moments])

    @cached_property
    def shares(self) -> tuple[float, ...] | None:
        """How far each moment is from the first, as a share of all the time, where their distances differ."""
        if self._times is None or self._times[-1] == self._times[0]:
            return None
        first, last = self._times[0], self._times[-1]
        shares = tuple((time - first) / (last - first) for time in self._times)
        evenly = (i / (len(shares) - 1) for i in range(len(shares)))
        is_even = all(abs(a - b) < _UNSEEN for a, b in zip(shares, evenly, strict=True))
        return None if is_even else shares

    def body(self) -> elements.Element:
        """Return the line from left to right, or from top to bottom on narrow sheets."""
        beside = [self._scaled() if self.shares else self._horizontal()]
        options = (*(beside if len(self.moments) <= _MAX_BESIDE else ()), elements.WideOnly(self._rows()))
        return elements.FirstThatFits((*options, self._vertical()))

    def describe(self) -> str:
        """Return the moments in order, and the highlighted one."""
        end = f". Em destaque: {ensure_full_stop(plain_text(self.highlight))}"
        names = [f"{plain_text(each.when)}, {plain_text(each.name)}" for each in self.moments]
        details = [f"{plain_text(each.when)}, {name_with_detail(each)}" for each in self.moments]
        few = join_within(names, _NAMES)
        return fullest(f"Linha do tempo: {each}{end}" for each in ("; ".join(details), "; ".join(names), few))

    def _horizontal(self) -> elements.Element:
        """Return a column for each moment: its date above the line, its name below it."""
        count = len(self.moments)
        dates = tuple(elements.Text(m.when, "heading", self._color(m), "center") for m in self.moments)
        texts = tuple(elements.Column(self._words(m, "center"), "text") for m in self.moments)
        # The line comes first, below the dots; columns of one width keep these at equal distances.
        cells = [elements.Cell(elements.Rule(), 1, 0, columns=count)]
        cells += [elements.Cell(elements.SameWidthAs((*dates, *texts)), 0, column) for column in range(count)]
        for column, moment in enumerate(self.moments):
            text = elements.Named(plain_text(moment.name), texts[column])
            parts = (dates[column], self._dot(moment), text)
            date, dot, name = (elements.Fragment(column + 1, part) for part in parts)
            cells.append(elements.Cell(date, 0, column, align="end"))
            cells.append(elements.Cell(dot, 1, column, justify="center"))
            cells.append(elements.Cell(name, 2, column, align="start"))
        return elements.Grid(tuple(cells), (1.0,) * count, "medium", "medium", equal=True)

    def _scaled(self) -> elements.Element:
        """Return a column for each moment, below a line on which the dots are at distances to scale."""
        columns = [
            elements.Column(
                (elements.Text(m.when, "heading", self._color(m), "center"), *self._words(m, "center"))
            )
            for m in self.moments
        ]
        row = elements.Row(self._named(columns), "small", "start", equal=True)
        return self._on_line(row, "right")

    def _rows(self) -> elements.Element:
        """Return a row for each moment: its date, its name and what it changed."""
        cells = []
        for row, moment in enumerate(self.moments):
            when = elements.Text(moment.when, "heading", self._color(moment))
            words = self._words(moment, "start")
            parts = elements.Named(plain_text(moment.name), when), *words
            for column, part in enumerate(parts):
                cells.append(elements.Cell(elements.Fragment(row + 1, part), row, column))
        return self._on_line(elements.Grid(tuple(cells), (0.0, 0.0, 1.0), "medium", "small"), "down")

    def _vertical(self) -> elements.Element:
        """Return the moments below each other, as cards if there are few."""
        few = len(self.moments) <= _MAX_BESIDE
        blocks = [self._card(moment, few or self._is_highlight(moment)) for moment in self.moments]
        return self._on_line(elements.Column(self._named(blocks)), "down")

    def _named(self, blocks: Sequence[elements.Element]) -> tuple[elements.Element, ...]:
        names = (plain_text(moment.name) for moment in self.moments)
        pairs = enumerate(zip(names, blocks, strict=True), 1)
        return tuple(elements.named_fragment(step, name, block) for step, (name, block) in pairs)

    def _on_line(self, child: elements.Element, direction: Literal["right", "down"]) -> elements.Element:
        """Return the moments beside the line on which each has its dot."""
        names = tuple(plain_text(moment.name) for moment in self.moments)
        near = [b - a for a, b in pairwise(self.shares or ()) if b - a < _APART]
        size = "point" if near or len(names) > _MAX_BESIDE else "dot"
        dots = (self._dot(moment, size) for moment in self.moments)
        steps = tuple(elements.Fragment(step, dot) for step, dot in enumerate(dots, 1))
        return elements.TimeScale(child, names, steps, self.shares, direction)

    def _card(self, moment: Moment, is_card: bool = True) -> elements.Element:
        when = elements.Text(moment.when, "label", self._color(moment))
        words = elements.Column((when, *self._words(moment, "start")), "text" if is_card else "tiny")
        if not is_card:
            return words
        return elements.tinted_card(words, self.role) if self._is_highlight(moment) else elements.Card(words)

    def _dot(self, moment: Moment, size: str = "dot") -> elements.Element:
        if not self._is_highlight(moment):
            return elements.Dot(size, "muted")
        around = "disc" if size == "dot" else "icon"
        ring = elements.Dot(around, f"{self.role}.soft", f"{self.role}.strong", "surface")
        return elements.Stack((ring, elements.Dot(size, f"{self.role}.strong")))

    def _color(self, moment: Moment) -> str:
        return f"{self.role}.strong" if self._is_highlight(moment) else "ink"

    def _is_highlight(self, moment: Moment) -> bool:
        return _key(moment.name) == _key(self.highlight)

    def _words(self, moment: Moment, align: elements.Align) -> tuple[elements.Element, ...]:
        lines = ((moment.name, "strong", self._color(moment)), (moment.detail, "label", "muted"))
        return tuple(elements.Text(words, style, color, align) for words, style, color in lines if words)


def _key(name: str) -> str:
    return plain_text(name).strip().casefold()


EXAMPLES = {
    "modelos": Timeline(
        moments=[
            Moment("2017", "Transformer", "sem recorrência"),
            Moment("2018", "GPT", "pré-treino em texto"),
            Moment("2020", "GPT-3", "175 bilhões de pesos"),
            Moment("2022", "ChatGPT", "segue instruções"),
        ],
        highlight="ChatGPT",
        role="response",
    ),
    "fases": Timeline(
        moments=[
            Moment("Fase 1", "Pré-treino", "prevê o próximo token"),
            Moment("Fase 2", "SFT", "imita boas respostas"),
            Moment("Fase 3", "RLHF", "segue preferências"),
        ],
        highlight="SFT",
    ),
    "setenta anos": Timeline(
        moments=[
            Moment("1950", "Teste de Turing"),
            Moment("1958", "Perceptron"),
            Moment("1986", "Backpropagation"),
            Moment("1997", "LSTM"),
            Moment("2012", "AlexNet"),
            Moment("2017", "Transformer"),
            Moment("2022", "ChatGPT"),
        ],
        highlight="Transformer",
    ),
}
