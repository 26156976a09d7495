"""Dois comportamentos diante do mesmo pedido, e o que leva de um ao outro."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from pydantic import Field

from infograficos.content import Some, Words, content
from infograficos.elements.card import Card, Named, chip
from infograficos.elements.column import Column
from infograficos.elements.flow import Either, Snug, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.revealed import Revealed
from infograficos.elements.row import Row
from infograficos.elements.shapes import Arrow, Direction
from infograficos.elements.words import Text
from infograficos.layout import Element
from infograficos.text import plain
from infograficos.typography import listed

#: Rows on each side: a gap, the name, a gap, the request, an arrow, the outcome, a gap.
_ROWS = 7

#: More lines than these are no answer that one compares at a glance.
_MOST = 20


@content
class Behaviour:
    """What one side is called, what it does with a request, and what comes out.

    Args:
        name: such as “Modelo base”.
        does: its habit in two or three words.
        outcome: the lines of its answer.
    """

    name: Words
    does: Words
    outcome: Annotated[Some[Words], Field(max_length=_MOST)]


@content
class Comparison:
    """The same request before and after a change; the right side is the one to remember.

    Args:
        request: what both are asked.
        before: how the first behaves; it is shown muted.
        after: how the second behaves; it is the focus of the figure.
        bridge: the name of what leads from one to the other.
        made_of: what the bridge is made of, such as an instruction and its response.
        request_name: what the request is, such as “Pedido” or “Contexto”; it is said in the description.
        request_role: whose colours it has: what a person asks, or `input` for a text that goes on.
        made_of_roles: whose colours each part of the bridge has.
    """

    request: Words
    before: Behaviour
    after: Behaviour
    bridge: Words
    made_of: tuple[Words, Words]
    request_name: Words = "Pedido"
    request_role: Words = "instruction"
    made_of_roles: tuple[Words, Words] = ("instruction", "response")

    def body(self) -> Element:
        """Return both sides with the bridge between them, or below each other where it is narrow."""
        narrow = Column(
            (
                Revealed(1, Named("antes", self._side(self.before, "masked"))),
                self._bridge("down"),
                Revealed(3, Named("depois", self._side(self.after, "response"))),
            ),
            "small",
        )
        return Either((self._wide(), narrow))

    def describe(self) -> str:
        """Return both behaviours in a sentence."""
        asked = _stopped(f"{plain(self.request_name)}: “{plain(self.request)}”")
        between = f"Entre os dois: {plain(self.bridge)} ({listed(list(self.made_of))})."
        return f"{asked} {_said(self.before)} {_said(self.after)} {between}"

    def _wide(self) -> Element:
        """Return a grid, so that what the two sides share stands at the same height."""
        cells = [Cell(self._bridge("right"), 0, 1, rows=_ROWS)]
        for column, side, role in ((0, self.before, "masked"), (2, self.after, "response")):
            step = column + 1
            back = Revealed(step, Named(side.name, Card(Spacer(), border=f"{role}.line")))
            cells.append(Cell(back, 0, column, rows=_ROWS, align="stretch"))
            for row, part in enumerate(self._parts(side, role)):
                cells.append(Cell(Revealed(step, _inset(part)), row, column, align="stretch"))
        return Grid(tuple(cells), (1.0, 0.0, 1.0), "small", "none", equal=True)

    def _side(self, side: Behaviour, role: str) -> Element:
        parts = tuple(_inset(part) for part in self._parts(side, role))
        return Card(Column(parts, "none"), border=f"{role}.line", padding="none")

    def _parts(self, side: Behaviour, role: str) -> tuple[Element, ...]:
        """Return what stands on a side from top to bottom, always in the same number of rows."""
        name = Column(
            (Text(side.name, "heading", f"{role}.strong"), Text(side.does, "label", "muted")), "text"
        )
        color = self.request_role
        words = Text(self.request, "mark", f"{color}.strong", "center")
        asked = Card(words, f"{color}.soft", f"{color}.line", "medium", "tiny", "inner")
        gaps = (Spacer("medium"), Spacer("medium"), Spacer("medium"))
        return (gaps[0], name, gaps[1], asked, _padded(Arrow()), _outcome(side, role), gaps[2])

    def _bridge(self, direction: Direction) -> Element:
        arrow = Arrow(direction, "model.strong", "flow", "link")
        name = Text(self.bridge, "mark", "model.strong", "center")
        pair = Column(
            tuple(chip(*each, "label") for each in zip(self.made_of, self.made_of_roles, strict=True)), "hair"
        )
        if direction == "right":
            return Revealed(2, Named("ponte", Snug(Column((name, arrow, pair), "small"))))
        beside = Row((arrow, Column((name, pair), "small")), "small", "stretch", "center")
        return Revealed(2, Named("ponte", beside))


def _outcome(side: Behaviour, role: str) -> Element:
    style = "display" if role == "response" else "label"
    lines = tuple(Text(line, style, f"{role}.strong", "center") for line in side.outcome)
    column = Column(lines, "small")
    return Card(column, f"{role}.soft", f"{role}.line", "medium", "tiny", "inner", align="center")


def _padded(child: Element) -> Element:
    return Card(child, None, None, "tiny", "none")


def _inset(child: Element) -> Element:
    return Card(child, None, None, "none", "small")


def _said(side: Behaviour) -> str:
    counts = Counter(plain(line) for line in side.outcome)
    times = [f"{line} ({count} vezes)" if count > 1 else line for line, count in counts.items()]
    return _stopped(f"{plain(side.name)} ({plain(side.does)}): “{' · '.join(times)}”")


def _stopped(quotation: str) -> str:
    """Return a sentence that ends in a quotation with a full stop, unless the quotation ends in a mark."""
    return quotation if quotation.endswith((".”", "!”", "?”", "…”")) else f"{quotation}."


EXAMPLES = {
    "temperatura": Comparison(
        request="Era uma vez",
        before=Behaviour("Temperatura 0,2", "escolhe o provável", ["um rei", "um rei", "um rei"]),
        after=Behaviour("Temperatura 1,0", "arrisca mais", ["um robô!"]),
        bridge="softmax mais plana",
        made_of=("logits", "÷ 1,0"),
        request_name="Contexto",
        request_role="input",
        made_of_roles=("model", "model"),
    ),
}
