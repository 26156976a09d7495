"""Momentos em uma linha do tempo, um deles em destaque."""

from __future__ import annotations

from typing import Annotated

from infograficos import elements
from infograficos.content.checks import name_with_detail
from infograficos.content.fields import Detail, Items, Name, Words, content, length
from infograficos.language.portuguese import ensure_full_stop
from infograficos.text.markup import plain_text

__all__ = ["Moment", "Timeline"]


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
        moments: two to five moments, the earliest first.
        highlight: the name of the one to remember.
        role: the colour role of the highlighted one.
    """

    moments: Annotated[Items[Moment], length(2, 5)]
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

    def body(self) -> elements.Element:
        """Return the line from left to right, or from top to bottom on narrow sheets."""
        return elements.FirstThatFits((self._horizontal(), self._vertical()))

    def describe(self) -> str:
        """Return the moments in order, and the highlighted one."""
        moments = "; ".join(f"{plain_text(each.when)}, {name_with_detail(each)}" for each in self.moments)
        return f"Linha do tempo: {moments}. Em destaque: {ensure_full_stop(plain_text(self.highlight))}"

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

    def _vertical(self) -> elements.Element:
        rule, count = elements.Rule(vertical=True), len(self.moments)
        cells = [elements.Cell(rule, 0, 0, rows=count, align="stretch", justify="center")]
        for row, moment in enumerate(self.moments):
            card = elements.Named(plain_text(moment.name), self._card(moment))
            dot = elements.Fragment(row + 1, self._dot(moment))
            cells.append(elements.Cell(dot, row, 0, justify="center"))
            cells.append(elements.Cell(elements.Fragment(row + 1, card), row, 1))
        return elements.Grid(tuple(cells), (0.0, 1.0), "small", "small")

    def _card(self, moment: Moment) -> elements.Element:
        when = elements.Text(moment.when, "label", self._color(moment))
        words = elements.Column((when, *self._words(moment, "start")), "text")
        return elements.tinted_card(words, self.role) if self._is_highlight(moment) else elements.Card(words)

    def _dot(self, moment: Moment) -> elements.Element:
        if not self._is_highlight(moment):
            return elements.Dot(fill="muted")
        ring = elements.Dot("disc", f"{self.role}.soft", f"{self.role}.strong", "surface")
        return elements.Stack((ring, elements.Dot(fill=f"{self.role}.strong")))

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
}
