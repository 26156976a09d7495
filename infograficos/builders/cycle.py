"""Passos que se repetem: o último leva de volta ao primeiro."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from infograficos import elements
from infograficos.content.checks import (
    SymbolField,
    SymbolValues,
    name_alone,
    name_with_detail,
    validate_unique_names,
    validate_values,
)
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Detail, Items, OptionalText, content, length, short
from infograficos.content.items import RoleItem
from infograficos.errors import unknown_name_message
from infograficos.language.grammar import capitalize, ensure_full_stop, phrase
from infograficos.text.markup import plain_text

__all__ = ["Cycle", "Step"]

#: The role of what is said about the repetition.
_BACK = "model"

#: How much larger than others the picture in the middle is.
_LARGER = 1.6


@content
class Step(RoleItem):
    """One step of the loop."""


@content
class Cycle:
    """Numbered steps in a loop; the way from the last back to the first is the one to remember.

    Args:
        steps: three to six steps, in order.
        label: what is said about the repetition, such as “repeats for 3 epochs”, or nothing.
        entry: what leads into the first step, once, such as “Random weights”, or nothing.
        highlight: the name of the step that everything hangs on; by default the last one.
        picture: the name of a picture or an icon of what goes round, such as `weights` or `tokens`, the path
            of an SVG or PNG of your own, or nothing.
        values: what the picture shows, as for a `Stage` of a `Pipeline`.
    """

    steps: Annotated[Items[Step], length(3, 6)]
    label: Annotated[Detail, short(40)] = ""
    entry: Step | None = None
    highlight: OptionalText = ""
    picture: SymbolField = ""
    values: SymbolValues = ()

    def __post_init__(self) -> None:
        validate_values(self.picture, self.values)
        known = [plain_text(step.name) for step in self.steps]
        if self.highlight and _key(self.highlight) not in map(_key, known):
            raise ValueError(unknown_name_message("o passo em destaque", self.highlight, known))
        validate_unique_names(step.name for step in (*self.steps, *((self.entry,) if self.entry else ())))

    def body(self) -> elements.Element:
        """Return the steps on a road around what goes round: a ring, or a racetrack on a phone."""
        ring, track = (road(*self._road()) for road in (elements.RingRoad, elements.Racetrack))
        return elements.FirstThatFits((elements.WideOnly(ring), track))

    def _road(self) -> tuple[Any, ...]:
        """Return the steps, the number of the solid one, and what is in and before the loop."""
        stops = tuple(elements.RoadStop(each.name, each.role, each.detail) for each in self.steps)
        style = "mark" if self.picture else "heading"
        words = elements.Text(self.label, style, f"{_BACK}.strong", "center") if self.label else None
        return (
            stops,
            self._solid,
            self._picture,
            elements.Fragment(len(self.steps), words) if words else None,
            self._entry(self.entry) if self.entry else None,
            self.entry.role if self.entry else _BACK,
        )

    @property
    def _picture(self) -> elements.Element | None:
        role = self.steps[0].role
        return elements.draw_symbol(self.picture, role, self.values, _LARGER) if self.picture else None

    @property
    def _solid(self) -> int:
        """The number of the highlighted step, by default the last one."""
        names = [_key(each.name) for each in self.steps]
        return names.index(_key(self.highlight)) + 1 if self.highlight else len(names)

    def describe(self) -> str:
        """Return the steps in order, and that they start over."""
        return fullest(map(self._describe, (name_with_detail, name_alone)))

    def _describe(self, describe: Callable[[Step], str]) -> str:
        loop = phrase(
            "Ciclo de {count} passos: {steps} → de volta a {first}.",
            len(self.steps),
            steps=" → ".join(map(describe, self.steps)),
            first=name_alone(self.steps[0]),
        )
        back = f" {ensure_full_stop(capitalize(plain_text(self.label)))}" if self.label else ""
        entry = f" {phrase('Antes, uma só vez: {entry}.', entry=describe(self.entry))}" if self.entry else ""
        return f"{loop}{back}{entry}"

    def _entry(self, step: Step) -> elements.Element:
        """Return what leads into the first step."""
        name = elements.Text(step.name, "mark", f"{step.role}.strong", "center")
        return elements.named_fragment(1, "entrada", elements.with_caption(name, step.detail, "center"))


def _key(name: str) -> str:
    return plain_text(name).strip().casefold()


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
        picture="weights",
    ),
    "geração": Cycle(
        steps=[
            Step("Contexto", "input", "tokens até aqui"),
            Step("Modelo", "model", "logits"),
            Step("Sorteio", "response", "um token"),
            Step("Junta", "input", "ao contexto"),
        ],
        label="repete até o token de fim",
        picture="tokens",
        values=["O", "gato", "…"],
        highlight="Sorteio",
    ),
}
HEADLINES = {
    "treino": "Cada volta ajusta os **pesos**{response}",
    "geração": "Um token **por volta**{response}",
}
