"""Passos que se repetem: o último leva de volta ao primeiro."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from typing import Annotated

from infograficos import elements
from infograficos.content.checks import name_alone, name_with_detail, validate_unique_names
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Detail, Items, content, length, short
from infograficos.content.items import RoleItem
from infograficos.language.portuguese import capitalize, ensure_full_stop, pluralize
from infograficos.text.markup import plain_text

__all__ = ["Cycle", "Step"]

_LABEL, _ENTRY = "rótulo", "entrada"
#: The role of the way back and of its label.
_BACK = "model"


@content
class Step(RoleItem):
    """One step of the loop."""


@content
class Cycle:
    """Numbered steps in a loop; the way from the last back to the first is the one to remember.

    Args:
        steps: three to six steps, in order.
        label: what is said about the repetition, such as “repete por 3 épocas”, or nothing.
        entry: what leads into the first step, once, such as “Pesos ao acaso”, or nothing.
    """

    steps: Annotated[Items[Step], length(3, 6)]
    label: Annotated[Detail, short(40)] = ""
    entry: Step | None = None

    def __post_init__(self) -> None:
        validate_unique_names(step.name for step in (*self.steps, *((self.entry,) if self.entry else ())))

    def body(self) -> elements.Element:
        """Return the steps in a ring, or below each other on narrow sheets."""
        return elements.FirstThatFits((self._ring("strong"), self._ring("mark"), self._column()))

    def describe(self) -> str:
        """Return the steps in order, and that they start over."""
        return fullest(map(self._describe, (name_with_detail, name_alone)))

    def _describe(self, describe: Callable[[Step], str]) -> str:
        opening = f"Ciclo de {pluralize(len(self.steps), 'passo', 'passos')}"
        steps = " → ".join(map(describe, self.steps))
        back = f" {ensure_full_stop(capitalize(plain_text(self.label)))}" if self.label else ""
        entry = f" Antes, uma só vez: {describe(self.entry)}." if self.entry else ""
        return f"{opening}: {steps} → de volta a {plain_text(self.steps[0].name)}.{back}{entry}"

    def _ring(self, style: str) -> elements.Element:
        cards = self._cards(_card(number, step, style) for number, step in enumerate(self.steps, 1))
        middle: elements.Element = elements.Spacer()
        if self.label:
            middle = elements.named_fragment(len(self.steps), _LABEL, self._words())
        connectors = elements.ring_connectors(self._places(), back=f"{_BACK}.strong")
        ring: elements.Element = elements.Ring(cards, middle)
        if self.entry:
            entry = elements.Row((self._entry(self.entry),), justify="center")
            ring = elements.Column((entry, ring), "medium")
            connectors += (elements.Connector(_ENTRY, self._places()[0], leaves="bottom", arrives="top"),)
        return elements.WithConnectors(ring, connectors)

    def _column(self) -> elements.Element:
        """Return a column of cards, with the way back at its side."""
        places = self._places()
        first = places[0]
        cards = self._cards(_row(number, step) for number, step in enumerate(self.steps, 1))
        if self.entry:
            places.insert(0, _ENTRY)
            cards = (self._entry(self.entry), *cards)
        if self.label:
            label = elements.tinted_card(self._words(), _BACK, "medium", "small")
            cards += (elements.named_fragment(len(self.steps), _LABEL, label),)
            places.append(_LABEL)
        chain = elements.WithConnectors(elements.Column(cards, "large"), elements.chain(places))
        return elements.SideArrows(chain, places[-1], (first,), f"{_BACK}.strong", "flow")

    def _entry(self, step: Step) -> elements.Element:
        """Return what leads into the first step, on a card without a number."""
        name = elements.Text(step.name, "strong", f"{step.role}.strong", "center")
        words = elements.with_caption(name, step.detail, "center")
        card = elements.Card(words, "surface", f"{step.role}.line", "tiny", "small")
        return elements.named_fragment(1, _ENTRY, card)

    def _words(self) -> elements.Element:
        return elements.Text(self.label, "heading", f"{_BACK}.strong", "center")

    def _cards(self, cards: Iterable[elements.Element]) -> tuple[elements.Element, ...]:
        return tuple(map(elements.named_fragment, count(1), self._places(), cards))

    def _places(self) -> list[str]:
        return elements.numbered_names("passo", self.steps)


def _card(number: int, step: Step, style: str) -> elements.Element:
    color = f"{step.role}.strong"
    digits = elements.Text(str(number), style, color, literal=True)
    title = elements.Row((digits, elements.Text(step.name, style, color)), "tiny", "baseline", "center")
    words = elements.with_caption(title, step.detail, "center")
    return elements.Card(words, border=f"{step.role}.line", horizontal_padding="tiny", align="center")


def _row(number: int, step: Step) -> elements.Element:
    name = elements.Text(step.name, "heading", f"{step.role}.strong")
    words = elements.Grow(elements.with_caption(name, step.detail))
    row = elements.Row((elements.disc(str(number), step.role), words), "small")
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
        entry=Step("Pesos do modelo base", "model"),
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
