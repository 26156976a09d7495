"""Uma máquina de estados: onde começa, o que leva de um estado a outro, onde acaba."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from infograficos import elements
from infograficos.builders.graph import Edge, Graph, Node, NodeName
from infograficos.content.checks import validate_known
from infograficos.content.fields import COMPOSED, Items, OptionalText, content
from infograficos.content.graph_checks import validate_reached
from infograficos.content.graph_net import Net
from infograficos.language.texts import mark_text

__all__ = ["StateMachine"]

_OPENING = mark_text(("Máquina com {count} estado.", "Máquina com {count} estados."))


@content
class StateMachine(Graph):
    """States and the transitions between them; a dot leads to the state that it starts in.

    Args:
        edges: the transitions, with the event on each: `Edge("Fechado", "Aberto", "5 falhas")`.
        groups: states that belong together.
        nodes: what there is to say of states besides their names, such as a role.
        path: the names of states in order, to mark the way along them.
        directed: False for lines without arrowheads.
        role: the colour role of states that get none otherwise.
        shape: the shape of states that have none of their own; by default pills.
        start: the state that it starts in; by default the first one that a transition names.
        final: the states in which it may end, which have a double border.
    """

    start: Annotated[OptionalText, COMPOSED] = ""
    final: Items[NodeName] = ()

    def __post_init__(self) -> None:
        names = self._net.names
        for name in (self._net.start, *self.final):
            validate_known("o estado", name, names)
        validate_reached(self._net.start, names, self._net.edges)
        self._net.validate()

    def body(self) -> elements.Element:
        """Return the states, placed by the layout engine."""
        return elements.draw_net(self._net)

    def _make_net(self) -> Net:
        net = super()._make_net()
        return replace(
            net,
            shape=self.shape or "pill",
            start=self.start or net.names[0],
            final=self.final,
            opening=_OPENING,
        )


EXAMPLES = {
    "circuit breaker": StateMachine(
        [
            Edge("Fechado", "Fechado", "sucesso"),
            Edge("Fechado", "Aberto", "5 falhas"),
            Edge("Aberto", "Aberto", "recusa"),
            Edge("Aberto", "Meio aberto", "após 30 s"),
            Edge("Meio aberto", "Aberto", "falha"),
            Edge("Meio aberto", "Fechado", "sucesso"),
        ],
        nodes=[Node("Fechado", "response"), Node("Aberto", "alert"), Node("Meio aberto", "input")],
    ),
    "processo": StateMachine(
        [
            Edge("Novo", "Pronto", "admitido"),
            Edge("Pronto", "Executando", "sua vez"),
            Edge("Executando", "Pronto", "fim da vez"),
            Edge("Executando", "Bloqueado", "pede E/S"),
            Edge("Bloqueado", "Pronto", "E/S pronta"),
            Edge("Executando", "Encerrado", "saída"),
        ],
        nodes=[Node("Executando", emphasis=True)],
        final=["Encerrado"],
    ),
}
HEADLINES = {
    "circuit breaker": "Cinco falhas **abrem**{alert} o circuito",
    "processo": "Só quem está **executando**{model} termina",
}
