"""Dois comportamentos diante do mesmo pedido, e o que leva de um ao outro."""

from __future__ import annotations

from infograficos.content import Some, Words, content
from infograficos.elements.card import Card, Named, chip
from infograficos.elements.column import Column
from infograficos.elements.flow import Either, Snug, Spacer
from infograficos.elements.grid import Cell, Grid
from infograficos.elements.row import Row
from infograficos.elements.shapes import Arrow, Direction
from infograficos.elements.words import Text
from infograficos.layout import Element
from infograficos.text import plain
from infograficos.typography import listed

#: Rows on each side: a gap, the name, a gap, the request, an arrow, the outcome, a gap.
_ROWS = 7


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
    outcome: Some[Words]


@content
class Comparison:
    """The same request before and after a change; the right side is the one to remember.

    Args:
        request: what both are asked.
        before: how the first behaves; it is shown muted.
        after: how the second behaves; it is the focus of the figure.
        bridge: the name of what leads from one to the other.
        made_of: what the bridge is made of: an instruction and its response.
    """

    request: Words
    before: Behaviour
    after: Behaviour
    bridge: Words
    made_of: tuple[Words, Words]

    def body(self) -> Element:
        """Return both sides with the bridge between them, or below each other where it is narrow."""
        narrow = Column(
            (
                Named("antes", _side(self.before, self.request, "masked")),
                self._bridge("down"),
                Named("depois", _side(self.after, self.request, "response")),
            ),
            "small",
        )
        return Either((self._wide(), narrow))

    def describe(self) -> str:
        """Return both behaviours in a sentence."""
        made_of = listed([plain(part) for part in self.made_of])
        return (
            f"Pedido: “{plain(self.request)}” {_said(self.before)} {_said(self.after)} "
            f"Entre os dois: {plain(self.bridge)} ({made_of})."
        )

    def _wide(self) -> Element:
        """Return a grid, so that what the two sides share stands at the same height."""
        cells = [Cell(self._bridge("right"), 0, 1, rows=_ROWS)]
        for column, side, role in ((0, self.before, "masked"), (2, self.after, "response")):
            back = Card(Spacer(), border=f"{role}.line")
            cells.append(Cell(Named(side.name, back), 0, column, rows=_ROWS, align="stretch"))
            for row, part in enumerate(_parts(side, self.request, role)):
                cells.append(Cell(_inset(part), row, column, align="stretch"))
        return Grid(tuple(cells), (1.0, 0.0, 1.0), "small", "none", equal=True)

    def _bridge(self, direction: Direction) -> Element:
        arrow = Arrow(direction, "model.strong", "flow", "link")
        name = Text(self.bridge, "mark", "model.strong", "center")
        pair = Column(
            (chip(self.made_of[0], "instruction", "label"), chip(self.made_of[1], "response", "label")),
            "hair",
        )
        if direction == "right":
            return Named("ponte", Snug(Column((name, arrow, pair), "small")))
        return Named("ponte", Row((arrow, Column((name, pair), "small")), "small", "stretch", "center"))


def _side(side: Behaviour, request: str, role: str) -> Element:
    parts = tuple(_inset(part) for part in _parts(side, request, role))
    return Card(Column(parts, "none"), border=f"{role}.line", padding="none")


def _parts(side: Behaviour, request: str, role: str) -> tuple[Element, ...]:
    """Return what stands on a side from top to bottom, always in the same number of rows."""
    name = Column((Text(side.name, "heading", f"{role}.strong"), Text(side.does, "label", "muted")), "text")
    asked = Card(
        Text(request, "mark", "instruction.strong", "center"),
        "instruction.soft",
        "instruction.line",
        "medium",
        "tiny",
        "inner",
    )
    gaps = (Spacer("medium"), Spacer("medium"), Spacer("medium"))
    return (gaps[0], name, gaps[1], asked, _padded(Arrow()), _outcome(side, role), gaps[2])


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
    outcome = " ".join(plain(line) for line in side.outcome)
    return f"{plain(side.name)} ({plain(side.does)}): “{outcome}”"


EXAMPLES = {
    "temperatura": Comparison(
        request="Era uma vez",
        before=Behaviour("Temperatura 0,2", "escolhe o provável", ["um rei", "um rei", "um rei"]),
        after=Behaviour("Temperatura 1,0", "arrisca mais", ["um robô!"]),
        bridge="softmax mais plana",
        made_of=("logits", "÷ 1,0"),
    ),
}
