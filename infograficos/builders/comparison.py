"""Dois comportamentos diante do mesmo pedido, e o que leva de um ao outro."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from infograficos import elements
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Items, OptionalText, Some, Words, content, length
from infograficos.content.own_words import OwnWord
from infograficos.language.portuguese import join_and, stop_quotation
from infograficos.text.markup import plain_text

__all__ = ["Behaviour", "Comparison"]

#: Rows on each side: a gap, the name, a gap, the request, an arrow, the outcome, a gap.
_ROWS = 7
_MAX_LINES = 20
#: The styles of the outcome to remember, best first.
_OUTCOME_STYLES = ("display", "heading", "mark")


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
    outcome: Annotated[Some[Words], length(0, _MAX_LINES)]


@content
class Comparison:
    """The same request before and after a change; the right side is the one to remember.

    Args:
        request: what both are asked.
        before: how the first behaves; it is shown muted.
        after: how the second behaves; it is the focus of the figure.
        bridge: the name of what leads from one to the other, or nothing.
        made_of: up to two things that the bridge is made of, such as an instruction and its response.
        request_name: what the request is, such as “Pedido” or “Contexto”; it is said in the description.
        request_role: its colour role; `input` for a text that is to be continued.
        made_of_roles: the colour role of each part of the bridge.
    """

    request: Words
    before: Behaviour
    after: Behaviour
    bridge: OptionalText = ""
    made_of: Annotated[Items[Words], length(0, 2)] = ()
    request_name: Annotated[Words, OwnWord()] = "Pedido"
    request_role: Words = "instruction"
    made_of_roles: tuple[Words, Words] = ("instruction", "response")

    def body(self) -> elements.Element:
        """Return both sides with the bridge between them, or below each other on narrow sheets."""
        wide = (elements.WideOnly(self._wide(style)) for style in _OUTCOME_STYLES)
        return elements.FirstThatFits((*wide, *map(self._narrow, _OUTCOME_STYLES)))

    def describe(self) -> str:
        """Return both behaviours in a sentence, and what is between them."""
        return fullest(map(self._describe, (True, False)))

    def _describe(self, with_habits: bool) -> str:
        request = stop_quotation(f"{plain_text(self.request_name)}: “{plain_text(self.request)}”")
        before, after = (_describe_side(each, with_habits) for each in (self.before, self.after))
        sides = f"{request} {before} {after}"
        parts = join_and(list(self.made_of)) if self.made_of else ""
        name = plain_text(self.bridge).strip()
        bridge = f"{name} ({parts})" if name and parts else name or parts
        return f"{sides} Entre os dois: {bridge}." if bridge else sides

    def _narrow(self, style: str) -> elements.Element:
        """Return both sides below each other, with the bridge between them."""
        before = elements.named_fragment(1, "antes", self._side(self.before, "masked", style))
        after = elements.named_fragment(3, "depois", self._side(self.after, "response", style))
        return elements.Column((before, *self._bridge("down"), after), "small")

    def _wide(self, style: str) -> elements.Element:
        """Return a grid, which aligns the rows of both sides."""
        cells = [elements.Cell(bridge, 0, 1, rows=_ROWS) for bridge in self._bridge("right")]
        for column, side, role in ((0, self.before, "masked"), (2, self.after, "response")):
            step = column + 1
            card = elements.Card(elements.Spacer(), border=f"{role}.line")
            surface = elements.named_fragment(step, side.name, card)
            cells.append(elements.Cell(surface, 0, column, rows=_ROWS, align="stretch"))
            for row, part in enumerate(self._parts(side, role, style)):
                child = elements.Fragment(step, _inset(part))
                cells.append(elements.Cell(child, row, column, align="stretch"))
        return elements.Grid(tuple(cells), (1.0, 0.0, 1.0), "small", "none", equal=True)

    def _side(self, side: Behaviour, role: str, style: str) -> elements.Element:
        parts = tuple(map(_inset, self._parts(side, role, style)))
        return elements.Card(elements.Column(parts, "none"), border=f"{role}.line", padding="none")

    def _parts(self, side: Behaviour, role: str, style: str) -> tuple[elements.Element, ...]:
        """Return the `_ROWS` rows of a side, from top to bottom."""
        name = elements.with_caption(elements.Text(side.name, "heading", f"{role}.strong"), side.does)
        words = elements.Text(self.request, "mark", f"{self.request_role}.strong", "center")
        request = elements.tinted_card(words, self.request_role, "medium", "tiny", "inner")
        arrow = elements.Card(elements.Arrow(), None, None, "tiny", "none")
        gap = elements.Spacer("medium")
        return gap, name, gap, request, arrow, _outcome(side, role, style), gap

    def _bridge(self, direction: elements.Direction) -> tuple[elements.Element, ...]:
        """Return what leads from one side to the other, if it has a name or parts."""
        arrow = elements.Arrow(direction, "model.strong", "flow", "link")
        parts = zip(self.made_of, self.made_of_roles, strict=False)
        chips = tuple(elements.chip(part, role, "label") for part, role in parts)
        name = (elements.Text(self.bridge, "mark", "model.strong", "center"),) if self.bridge.strip() else ()
        below = (elements.Column(chips, "hair"),) if chips else ()
        if not (name or below):
            return ()
        bridge: elements.Element = elements.Row(
            (arrow, elements.Column((*name, *below), "small")), "small", "stretch", "center"
        )
        if direction == "right":
            bridge = elements.ShrinkToFit(elements.Column((*name, arrow, *below), "small"))
        return (elements.named_fragment(2, "ponte", bridge),)


def _outcome(side: Behaviour, role: str, style: str) -> elements.Element:
    """Return the lines of an answer; those of the focus in a style, unbroken in the largest ones."""
    is_focus = role == "response"
    color = f"{role}.strong"
    lines: list[elements.Element] = []
    for line in side.outcome:
        words = elements.Text(line, style if is_focus else "label", color, "center")
        lines.append(elements.NoWrap(words) if is_focus and style != _OUTCOME_STYLES[-1] else words)
    column = elements.Column(tuple(lines), "small")
    return elements.tinted_card(column, role, "medium", "tiny", "inner", align="center")


def _inset(child: elements.Element) -> elements.Element:
    return elements.Card(child, None, None, "none", "small")


def _describe_side(side: Behaviour, with_habit: bool) -> str:
    counts = Counter(plain_text(line) for line in side.outcome)
    times = [f"{line} ({count} vezes)" if count > 1 else line for line, count in counts.items()]
    habit = f" ({plain_text(side.does)})" if with_habit else ""
    return stop_quotation(f"{plain_text(side.name)}{habit}: “{' · '.join(times)}”")


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
    )
}
