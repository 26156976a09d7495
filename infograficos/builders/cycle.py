"""Passos que se repetem: o último leva de volta ao primeiro."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from infograficos import elements
from infograficos.content.checks import name_with_detail, validate_unique_names
from infograficos.content.fields import Detail, Name, Words, content, short
from infograficos.language.portuguese import capitalize, ensure_full_stop, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Cycle", "Step"]

_LABEL = "rótulo"
#: The role of the way back and of its label.
_BACK = "model"


@content
class Step:
    """One step of the loop.

    Args:
        name: what it is called, such as “forward”.
        role: its colour role.
        detail: what it does, in a few words, or nothing.
    """

    name: Name
    role: Words
    detail: Detail = ""


@content
class Cycle:
    """Numbered steps in a loop; the way from the last back to the first is the one to remember.

    Args:
        steps: three to six steps, in order.
        label: what is said about the repetition, such as “repete por 3 épocas”, or nothing.
    """

    steps: Annotated[Sequence[Step], Field(min_length=3, max_length=6), AfterValidator(tuple)]
    label: Annotated[Detail, short(40)] = ""

    def __post_init__(self) -> None:
        validate_unique_names(step.name for step in self.steps)

    def body(self) -> elements.Element:
        """Return the steps in a ring, or below each other on narrow sheets."""
        return elements.FirstThatFits((self._ring("strong"), self._ring("mark"), self._column()))

    def describe(self) -> str:
        """Return the steps in order, and that they start over."""
        count = pluralize(len(self.steps), "passo", "passos")
        steps = " → ".join(name_with_detail(step) for step in self.steps)
        back = f" {ensure_full_stop(capitalize(plain_text(self.label)))}" if self.label else ""
        return f"Ciclo de {count}: {steps} → de volta a {plain_text(self.steps[0].name)}.{back}"

    def _ring(self, style: str) -> elements.Element:
        cards = tuple(_fragment(n, _card(n, step, style)) for n, step in enumerate(self.steps, 1))
        middle: elements.Element = elements.Spacer()
        if self.label:
            words = elements.Text(self.label, "heading", f"{_BACK}.strong", "center")
            middle = elements.Fragment(len(self.steps), elements.Named(_LABEL, words))
        connectors = elements.ring_connectors(self._places(), back=f"{_BACK}.strong")
        return elements.WithConnectors(elements.Ring(cards, middle), connectors)

    def _column(self) -> elements.Element:
        """Return a column of cards, with the way back at its side."""
        places = self._places()
        cards = [_fragment(number, _row(number, step)) for number, step in enumerate(self.steps, 1)]
        if self.label:
            words = elements.Text(self.label, "heading", f"{_BACK}.strong", "center")
            label = elements.Card(words, f"{_BACK}.soft", f"{_BACK}.line", "medium", "small")
            cards.append(elements.Fragment(len(self.steps), elements.Named(_LABEL, label)))
            places.append(_LABEL)
        chain = elements.WithConnectors(elements.Column(tuple(cards), "large"), elements.chain(places))
        return elements.SideArrows(chain, places[-1], (places[0],), f"{_BACK}.strong", "flow")

    def _places(self) -> list[str]:
        return [_place(number) for number in range(1, len(self.steps) + 1)]


def _place(number: int) -> str:
    return f"passo {number}"


def _fragment(number: int, child: elements.Element) -> elements.Element:
    return elements.Fragment(number, elements.Named(_place(number), child))


def _card(number: int, step: Step, style: str) -> elements.Element:
    color = f"{step.role}.strong"
    count = elements.Text(str(number), style, color, literal=True)
    title = elements.Row((count, elements.Text(step.name, style, color)), "tiny", "baseline", "center")
    words: tuple[elements.Element, ...] = (title,)
    if step.detail:
        words += (elements.Text(step.detail, "label", "muted", "center"),)
    column = elements.Column(words, "text")
    return elements.Card(column, border=f"{step.role}.line", across="tiny", align="center")


def _row(number: int, step: Step) -> elements.Element:
    words: tuple[elements.Element, ...] = (elements.Text(step.name, "heading", f"{step.role}.strong"),)
    if step.detail:
        words += (elements.Text(step.detail, "label", "muted"),)
    disc = elements.disc(str(number), step.role)
    row = elements.Row((disc, elements.Grow(elements.Column(words, "text"))), "small")
    return elements.Card(row, border=f"{step.role}.line")


EXAMPLES = {
    "treino": Cycle(
        steps=[
            Step("Lote", "input", "tokens e alvos"),
            Step("Forward", "model", "calcula logits"),
            Step("Loss", "alert", "mede o erro"),
            Step("Backward", "model", "gradientes"),
            Step("Passo", "response", "novos pesos"),
        ],
        label="repete por 3 épocas",
    ),
    "geração": Cycle(
        steps=[
            Step("Contexto", "input", "tokens até aqui"),
            Step("Modelo", "model", "logits"),
            Step("Sorteio", "response", "um token"),
            Step("Junta", "input", "ao contexto"),
        ],
        label="repete até o token de fim",
    ),
}
