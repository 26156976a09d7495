"""Dois comportamentos diante do mesmo pedido, e o que leva de um ao outro."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Literal

from infograficos import elements
from infograficos.content.data.picture_values import ModelState
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Items, OptionalText, Some, Words, content, length
from infograficos.content.own_words import OwnWord
from infograficos.language.grammar import join_and, phrase, stop_quotation
from infograficos.text.markup import plain_text

__all__ = ["Behaviour", "Comparison"]

_MAX_LINES = 20
#: How many lines go on to the right of the one before.
_MOST_STEPS = 3
#: The styles of the outcome to remember, best first.
_OUTCOME_STYLES = ("display", "heading", "mark")
#: The widths of the request and of both sides.
_COLUMNS = (1.0, 3.0)
#: The names of what the arrows join.
_REQUEST, _BEFORE, _AFTER = "pedido", "antes", "depois"


@content
class Behaviour:
    """What one side is called, what it does with a request, and what comes out.

    Args:
        name: such as “Base model”.
        does: its habit in two or three words.
        outcome: the lines of its answer.
    """

    name: Words
    does: Words
    outcome: Annotated[Some[Words], length(0, _MAX_LINES)]

    @property
    def is_endless(self) -> bool:
        """Whether its answer goes on and on: its last line ends in “…”."""
        return self.outcome[-1].rstrip().endswith(("…", "..."))


@content
class Comparison:
    """The same request before and after a change; the right side is the one to remember.

    Args:
        request: what both are asked.
        before: how the first behaves; it is shown muted.
        after: how the second behaves; it is the focus of the figure.
        bridge: the name of what leads from one to the other, or nothing.
        made_of: up to two things that the bridge is made of, such as an instruction and its response.
        request_name: what the request is, such as “Request” or “Context”; it is said in the description.
        request_role: its colour role; `input` for a text that is to be continued.
        made_of_roles: the colour role of each part of the bridge.
        models: how the model of each side is drawn: `base`, `tuned`, `frozen`, `lora` or `outline`.
    """

    request: Words
    before: Behaviour
    after: Behaviour
    bridge: OptionalText = ""
    made_of: Annotated[Items[Words], length(0, 2)] = ()
    request_name: Annotated[Words, OwnWord()] = "Pedido"
    request_role: Words = "instruction"
    made_of_roles: tuple[Words, Words] = ("instruction", "response")
    models: tuple[ModelState, ModelState] = ("base", "tuned")

    def body(self) -> elements.Element:
        """Return the request with an arrow to each side; above them on narrow sheets."""
        # Several lines in the largest style would be a wall.
        styles = _OUTCOME_STYLES[min(len(self.after.outcome) // 2, len(_OUTCOME_STYLES) - 1) :]
        wide = (elements.WideOnly(self._wide(style)) for style in styles)
        narrow = (self._narrow(style, is_beside=beside) for beside in (True, False) for style in styles)
        return elements.FirstThatFits((*wide, *narrow))

    def describe(self) -> str:
        """Return both behaviours in a sentence, and what is between them."""
        return fullest(map(self._describe, (True, False)))

    def _describe(self, with_habits: bool) -> str:
        request = stop_quotation(f"{plain_text(self.request_name)}: “{plain_text(self.request)}”")
        before, after = (_describe_side(each, with_habits) for each in (self.before, self.after))
        sides = f"{request} {before} {after}"
        parts = join_and(list(map(plain_text, self.made_of))) if self.made_of else ""
        name = plain_text(self.bridge).strip()
        bridge = f"{name} ({parts})" if name and parts else name or parts
        return f"{sides} {phrase('Entre os dois: {bridge}.', bridge=bridge)}" if bridge else sides

    def _wide(self, style: str) -> elements.Element:
        """Return the request on the left, level with both sides, which are below each other."""
        asked = elements.Column((self._request("down", "start"),), "none", justify="center")
        cells = (elements.Cell(asked, 0, 0, align="stretch"), elements.Cell(self._sides(style, 0.68), 0, 1))
        whole = elements.Grid(cells, _COLUMNS, "large", equal=True)
        return elements.WithConnectors(whole, self._arrows("right"))

    def _narrow(self, style: str, *, is_beside: bool) -> elements.Element:
        """Return the request above both sides; its arrows go down along their left."""
        asked = self._request("right", "end")
        sides = self._sides(style, 0.6, is_beside=is_beside)
        return elements.WithConnectors(elements.Column((asked, sides), "small"), self._arrows("left"))

    def _request(self, side: elements.Side, align: elements.Align) -> elements.Element:
        """Return what is asked, in the balloon of a person; a text that is continued has none."""
        words = elements.balloon_words(self.request, self.request_role)
        if self.request_role != "instruction":
            return elements.Named(_REQUEST, elements.tinted_card(words, self.request_role, "small", "small"))
        balloon = elements.Balloon(words, self.request_role, horizontal_padding="small", name=_REQUEST)
        return elements.Speech(elements.Person(), balloon, side, align)

    def _arrows(self, leaves: Literal["left", "right"]) -> tuple[elements.Connector, ...]:
        color = f"{self.request_role}.mark"
        return tuple(
            elements.Connector(
                _REQUEST, end, color, shape="curved", leaves=leaves, arrives="left", trunk="pedido"
            )
            for end in (_BEFORE, _AFTER)
        )

    def _sides(self, style: str, share: float, *, is_beside: bool = True) -> elements.Element:
        """Return both sides with the bridge between them; `share` is the models'."""
        before, after = self.before, self.after
        base = elements.Model(self.models[0], share=share)
        trail = elements.Row((base, elements.Grow(_trail(before))), "medium")
        first = _side(before, "masked", trail)
        model = elements.Model(self.models[1], share=share)
        last = _side(after, "response", _answer(after, model, style, is_beside=is_beside))
        bridge = (elements.Fragment(2, self._bridge()),) if self._has_bridge else ()
        return elements.Column(
            (elements.named_fragment(1, _BEFORE, first), *bridge, elements.named_fragment(3, _AFTER, last)),
            "tiny",
        )

    @property
    def _has_bridge(self) -> bool:
        return bool(self.bridge.strip() or self.made_of)

    def _bridge(self) -> elements.Element:
        """Return an arrow down, its name and what it is made of."""
        parts = tuple(
            elements.Card(elements.Text(part, "label", "ink"), f"{role}.mid", None, "tiny", "tiny", "bar")
            for part, role in zip(self.made_of, self.made_of_roles, strict=False)
        )
        name = (elements.Text(self.bridge, "strong", "model.strong"),) if self.bridge.strip() else ()
        below = (elements.Wrap(parts, "tiny", "tiny", "start"),) if parts else ()
        arrow = elements.FlowArrow("down", "model.mid")
        told = elements.Column((*name, *below), "tiny")
        return elements.Named("ponte", elements.Row((arrow, told), "small"))


def _side(side: Behaviour, role: str, child: elements.Element) -> elements.Element:
    inside = elements.Column((elements.panel_heading(side.name, side.does, role), child), "text")
    return elements.panel(inside, role, padding="small")


def _trail(side: Behaviour) -> elements.Element:
    """Return the lines of a side, each further to the right than the one before where they never end."""
    lines = [elements.Text(line, "label", "ink") for line in side.outcome]
    if not side.is_endless:
        return elements.Column(tuple(lines), "small")
    return elements.FirstThatFits(tuple(_stagger(lines, step) for step in ("medium", "tiny", "none")))


def _stagger(lines: Sequence[elements.Element], step: str) -> elements.Element:
    spaces = [(elements.Spacer(step),) * min(index, _MOST_STEPS) for index in range(len(lines))]
    rows: list[list[elements.Element]] = [
        [*space, elements.NoWrap(line)] for space, line in zip(spaces, lines, strict=True)
    ]
    arrow = elements.FlowArrow("right", "masked.mid", "ribbon_thin")
    rows[-1] += [elements.Spacer("tiny"), elements.Grow(arrow)]
    return elements.Column(tuple(elements.Row(tuple(row), "none") for row in rows), "small")


def _answer(side: Behaviour, model: elements.Element, style: str, *, is_beside: bool) -> elements.Element:
    """Return the model and its answer, the figure's solid fill."""
    lines: list[elements.Element] = []
    for line in side.outcome:
        words = elements.Text(line, style, "paper", "center")
        lines.append(words if style == _OUTCOME_STYLES[-1] else elements.NoWrap(words))
    balloon = elements.Balloon(elements.Column(tuple(lines), "small"), "response", solid=True)
    if is_beside:
        return elements.Row((model, elements.Grow(balloon)), "hair")
    return elements.Speech(model, balloon, "left", grow=True)


def _describe_side(side: Behaviour, with_habit: bool) -> str:
    counts = Counter(plain_text(line) for line in side.outcome)
    times = [
        phrase("{line} ({count} vezes)", count, line=line) if count > 1 else line
        for line, count in counts.items()
    ]
    habit = f" ({plain_text(side.does)})" if with_habit else ""
    return stop_quotation(f"{plain_text(side.name)}{habit}: “{' · '.join(times)}”")


EXAMPLES = {
    "temperatura": Comparison(
        request="Era uma vez",
        before=Behaviour("Temperatura 0,2", "três sorteios", ["um rei", "um rei", "um rei"]),
        after=Behaviour("Temperatura 1,0", "três sorteios", ["um rei", "uma avó", "um robô!"]),
        request_name="Contexto",
        request_role="input",
        models=("base", "base"),
    )
}

HEADLINES = {"temperatura": "Frio repete, **calor varia**{response}"}
