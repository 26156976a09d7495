"""Passos que se repetem: o último leva de volta ao primeiro."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from infograficos import elements
from infograficos.content.data.names import name_with_detail, validate_unique_names
from infograficos.content.fields import Detail, Name, Words, content, short
from infograficos.language.portuguese import ensure_full_stop, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Cycle", "Step"]

_LABEL = "rótulo"
#: The colour of what makes a cycle of the steps: the way back, and what is said about it.
_BACK = "model"


@content
class Step:
    """One step of the loop.

    Args:
        name: what it is called, such as “forward”.
        role: whose colours it has.
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
        """Return the steps in a ring, or below each other where it is narrow."""
        return elements.FirstThatFits((self._ring("strong"), self._ring("mark"), self._column()))

    def describe(self) -> str:
        """Return the steps in order, and that they start over."""
        count = pluralize(len(self.steps), "passo", "passos")
        steps = " → ".join(name_with_detail(step) for step in self.steps)
        back = f" {ensure_full_stop(_capitalized(plain_text(self.label)))}" if self.label else ""
        return f"Ciclo de {count}: {steps} → de volta a {plain_text(self.steps[0].name)}.{back}"

    def _ring(self, style: str) -> elements.Element:
        places = self._places()
        cards = tuple(
            elements.Fragment(number, elements.Named(place, _card(number, step, style)))
            for number, (place, step) in enumerate(zip(places, self.steps, strict=True), 1)
        )
        words = elements.Text(self.label, "heading", f"{_BACK}.strong", "center")
        middle = (
            elements.Fragment(len(self.steps), elements.Named(_LABEL, words))
            if self.label
            else elements.Spacer()
        )
        return elements.WithConnectors(
            elements.Ring(cards, middle), elements.ring_connectors(places, back=f"{_BACK}.strong")
        )

    def _column(self) -> elements.Element:
        """Return the cards below each other; the way back runs at their side."""
        places = self._places()
        cards: list[elements.Element] = [
            elements.Fragment(number, elements.Named(place, _row(number, step)))
            for number, (place, step) in enumerate(zip(places, self.steps, strict=True), 1)
        ]
        if self.label:
            words = elements.Text(self.label, "heading", f"{_BACK}.strong", "center")
            label = elements.Card(words, f"{_BACK}.soft", f"{_BACK}.line", "medium", "small")
            cards.append(elements.Fragment(len(self.steps), elements.Named(_LABEL, label)))
            places.append(_LABEL)
        chain = elements.WithConnectors(elements.Column(tuple(cards), "large"), elements.chain(places))
        return elements.SideArrows(chain, places[-1], (places[0],), f"{_BACK}.strong", "flow")

    def _places(self) -> list[str]:
        return [f"passo {number}" for number in range(1, len(self.steps) + 1)]


def _card(number: int, step: Step, style: str) -> elements.Element:
    color = f"{step.role}.strong"
    count = elements.Text(str(number), style, color, literal=True)
    title = elements.Row((count, elements.Text(step.name, style, color)), "tiny", "baseline", "center")
    words: tuple[elements.Element, ...] = (title,)
    if step.detail:
        words += (elements.Text(step.detail, "label", "muted", "center"),)
    card = elements.Column(words, "text")
    return elements.Card(card, border=f"{step.role}.line", across="tiny", align="center")


def _row(number: int, step: Step) -> elements.Element:
    words: tuple[elements.Element, ...] = (elements.Text(step.name, "heading", f"{step.role}.strong"),)
    if step.detail:
        words += (elements.Text(step.detail, "label", "muted"),)
    row = elements.Row(
        (elements.disc(str(number), step.role), elements.Grow(elements.Column(words, "text"))), "small"
    )
    return elements.Card(row, border=f"{step.role}.line", padding="medium")


def _capitalized(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


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
