"""Quem diz o quê a quem, em ordem: chamadas, respostas, notas, e o que se repete ou depende de algo."""

from __future__ import annotations

from collections.abc import Sequence as Ordered
from functools import cached_property
from itertools import chain
from typing import Annotated

from infograficos import elements
from infograficos.content.actor_names import actor_key, collect_names
from infograficos.content.checks import validate_unique_names
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Items, OptionalText, content, length
from infograficos.content.items import IconItem
from infograficos.content.own_words import OwnWords
from infograficos.content.sequence_sentences import describe_steps
from infograficos.content.sequence_steps import (
    Alternative,
    Call,
    Loop,
    Note,
    Option,
    Parallel,
    Return,
    Step,
    Steps,
    depth,
    flat_steps,
    named_actors,
    sections,
)
from infograficos.errors import ContentError
from infograficos.language.grammar import join_and
from infograficos.text.markup import plain_text

__all__ = ["Actor", "Alternative", "Call", "Loop", "Note", "Option", "Parallel", "Return", "Sequence"]

WORDS = OwnWords(
    loop="repete {condition}",
    option="opcional: {condition}",
    first="se {condition}",
    other="senão, {condition}",
    together="ao mesmo tempo: {condition}",
    beside="e também: {condition}",
)

#: How many actors and messages a reader follows, and how deep frames may be in each other.
_MOST_ACTORS, _MOST_MESSAGES, _DEEPEST = 6, 14, 2


@content
class Actor(IconItem):
    """Who takes part.

    Args:
        role: its colour role; without one, a colour that only sets it apart.
    """

    role: OptionalText = ""


@content
class Sequence:
    """Who says what to whom, in order, from top to bottom.

    Args:
        steps: a list of `Call`, `Return`, `Note`, `Loop`, `Option`, `Alternative` and `Parallel`, in order;
            ten messages fit a sheet, and fourteen a phone.
        actors: who takes part, from left to right, where icons, roles or the order matter; whoever only a
            message names comes after them, in order of appearance.
    """

    steps: Steps
    actors: Annotated[Items[Actor], length(0, _MOST_ACTORS)] = ()

    def __post_init__(self) -> None:
        validate_unique_names(actor.name for actor in self.actors)
        self._validate_actors(self._names)
        self._validate_messages([step for step in flat_steps(self.steps) if not isinstance(step, Note)])
        if depth(self.steps) > _DEEPEST:
            raise ContentError("um quadro dentro de um quadro dentro de outro não se lê; use até dois níveis")

    def body(self) -> elements.Element:
        """Return the actors side by side, and what passes between them from top to bottom."""
        chart = elements.SequenceChart(tuple(map(_lifeline, self._cast)), self._events(self.steps))
        return elements.DiagramLabels(chart)

    def describe(self) -> str:
        """Return the messages in their order, with when they happen where it depends."""
        numbers = range(len(list(flat_steps(self.steps))), 0, -1)
        return fullest(describe_steps(self.steps, number, _title) for number in numbers)

    @property
    def _names(self) -> tuple[str, ...]:
        named = chain.from_iterable(map(named_actors, flat_steps(self.steps)))
        return collect_names([actor.name for actor in self.actors], named)

    @cached_property
    def _cast(self) -> tuple[Actor, ...]:
        """All actors, each with a role."""
        known = {actor_key(actor.name): actor for actor in self.actors}
        cast = [known.get(actor_key(name)) or Actor(name) for name in self._names]
        free = (f"category{number}" for number in range(1, _MOST_ACTORS + 1))
        return tuple(
            actor if actor.role else Actor(actor.name, next(free), actor.detail, actor.icon) for actor in cast
        )

    def _validate_actors(self, names: Ordered[str]) -> None:
        if len(names) > _MOST_ACTORS:
            raise ContentError(
                "são {count} atores, e uma sequência mostra até {most}; junte dois em um ({names})",
                count=len(names),
                most=_MOST_ACTORS,
                names=join_and([plain_text(name) for name in names]),
            )
        used = {actor_key(name) for step in flat_steps(self.steps) for name in named_actors(step)}
        if idle := next((actor for actor in self.actors if actor_key(actor.name) not in used), None):
            raise ContentError(
                "nenhuma mensagem vai a “{name}”, nem vem dele; tire-o de actors", name=idle.name
            )
        if len(names) < 2:
            raise ContentError("esperados ao menos dois atores; veio só “{name}”", name=names[0])

    def _validate_messages(self, messages: Ordered[Call | Return]) -> None:
        if not messages:
            raise ContentError("esperada ao menos uma mensagem (Call); vieram só notas")
        if len(messages) > _MOST_MESSAGES:
            raise ContentError(
                "são {count} mensagens, e uma sequência mostra até {most}; divida a figura em duas, "
                "depois de “{text}”",
                count=len(messages),
                most=_MOST_MESSAGES,
                text=self._middle(len(messages)),
            )
        if len([each for each in messages if each.highlighted]) > 1:
            raise ContentError("só uma mensagem pode ser o destaque (highlighted)")

    def _middle(self, count: int) -> str:
        """Return the last message before the middle at which no frame is open."""
        ends, passed = [], 0
        for step in self.steps:
            inner = [each for each in flat_steps([step]) if not isinstance(each, Note)]
            passed += len(inner)
            if inner:
                ends.append((abs(passed - count / 2), inner[-1].text))
        return min(ends, key=lambda end: end[0])[1]

    def _events(self, steps: Ordered[Step]) -> tuple[elements.SequenceEvent, ...]:
        return tuple(map(self._event, steps))

    def _event(self, step: Step) -> elements.SequenceEvent:
        if isinstance(step, Call | Return | Note):
            places = [self._place(name) for name in named_actors(step)]
            if isinstance(step, Note):
                return elements.SequenceNote(min(places), max(places), step.text)
            start, end = places
            is_return = isinstance(step, Return)
            return elements.SequenceMessage(start, end, step.text, is_return, step.highlighted, step.lost)
        titles = [_title(step, number, condition) for number, (condition, _) in enumerate(sections(step))]
        inner = [self._events(events) for _, events in sections(step)]
        parts = tuple(map(elements.FrameSection, titles, inner))
        return elements.SequenceFrame(parts, isinstance(step, Alternative))

    def _place(self, name: str) -> int:
        return [actor_key(each) for each in self._names].index(actor_key(name))


def _title(step: Step, number: int, condition: str) -> str:
    """Return when the steps of a section happen."""
    if isinstance(step, Alternative | Parallel):
        words = ("first", "other") if isinstance(step, Alternative) else ("together", "beside")
        return WORDS(words[number > 0], condition=condition)
    return WORDS("loop" if isinstance(step, Loop) else "option", condition=condition)


def _lifeline(actor: Actor) -> elements.Lifeline:
    sign = elements.Icon(actor.icon, f"{actor.role}.strong") if actor.icon else None
    return elements.Lifeline(actor.name, actor.role, elements.small_emblem(actor), sign)


EXAMPLES = {
    "login com OAuth": Sequence(
        [
            Call("Pessoa", "App", "Entrar"),
            Call("App", "Login", "redireciona, com `state`"),
            Call("Pessoa", "Login", "senha e permissão"),
            Return("Login", "App", "código"),
            Call("App", "Login", "código + segredo"),
            Return("Login", "App", "access token", highlighted=True),
            Call("App", "API", "pedido + token"),
            Return("API", "App", "dados"),
        ],
        actors=[
            Actor("Pessoa", "instruction", icon="user"),
            Actor("App", "category5", icon="smartphone"),
            Actor("Login", "category3", icon="key"),
            Actor("API", "category1", icon="server"),
        ],
    ),
    "TLS 1.3": Sequence(
        [
            Call("Navegador", "Servidor", "`ClientHello` + chave pública"),
            Call("Servidor", "Navegador", "`ServerHello` + chave pública"),
            Note(["Navegador", "Servidor"], "Cada um calcula o mesmo segredo: daqui em diante, tudo cifrado"),
            Call("Servidor", "Navegador", "certificado e assinatura"),
            Call("Servidor", "Navegador", "`Finished`"),
            Call("Navegador", "Navegador", "confere tudo"),
            Call("Navegador", "Servidor", "`Finished` + GET /", highlighted=True),
        ],
        actors=[
            Actor("Navegador", "category5", icon="globe"),
            Actor("Servidor", "category6", icon="server"),
        ],
    ),
    "commit em duas fases": Sequence(
        [
            Call("Coordenador", "Banco A", "prepare"),
            Call("Coordenador", "Banco B", "prepare"),
            Return("Banco A", "Coordenador", "voto"),
            Return("Banco B", "Coordenador", "voto"),
            Alternative(
                {
                    "os dois votam sim": [
                        Call("Coordenador", "Banco A", "commit"),
                        Call("Coordenador", "Banco B", "commit"),
                    ],
                    "um vota não, ou se cala": [
                        Call("Coordenador", "Banco A", "abort"),
                        Call("Coordenador", "Banco B", "abort"),
                    ],
                }
            ),
        ]
    ),
    "chave de idempotência": Sequence(
        [
            Call("Loja", "Pagamentos", "cobra R$ 80, chave 7f3"),
            Call("Pagamentos", "Banco", "cobra R$ 80"),
            Return("Banco", "Pagamentos", "pago"),
            Return("Pagamentos", "Loja", "pago", lost=True),
            Loop(
                "até ouvir a resposta",
                [
                    Call("Loja", "Pagamentos", "cobra R$ 80, chave 7f3"),
                    Call("Pagamentos", "Pagamentos", "7f3 já foi paga"),
                    Return("Pagamentos", "Loja", "pago", highlighted=True),
                ],
            ),
        ],
        actors=[
            Actor("Loja", "category2", icon="store"),
            Actor("Pagamentos", "response", icon="credit-card"),
            Actor("Banco", "category5", icon="landmark"),
        ],
    ),
    "RAG": Sequence(
        [
            Call("Pessoa", "App", "pergunta"),
            Call("App", "Índice", "vetor da pergunta"),
            Return("Índice", "App", "5 trechos"),
            Call("App", "LLM", "pergunta + trechos", highlighted=True),
            Loop("até o fim", [Call("LLM", "App", "um token"), Call("App", "Pessoa", "mostra")]),
        ],
        actors=[
            Actor("Pessoa", "instruction", icon="user"),
            Actor("App", "category5", icon="smartphone"),
            Actor("Índice", "input", icon="database"),
            Actor("LLM", "model"),
        ],
    ),
}
HEADLINES = {
    "login com OAuth": "A senha **nunca**{instruction} passa pelo app",
    "TLS 1.3": "Uma ida e volta, e **já cifra**{category5}",
    "commit em duas fases": "Ou **os dois**{category1} gravam, ou nenhum",
    "chave de idempotência": "Pediu duas vezes, **pagou uma**{response}",
    "RAG": "O app busca, o modelo **lê**{model}",
}
