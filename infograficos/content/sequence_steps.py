"""What happens in a sequence: calls, returns and notes, and the frames around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator

from infograficos.content.fields import Flag, Items, Name, Words, content, short
from infograficos.errors import ContentError, InputError

#: What a message says, what a note says, and when a frame's steps happen.
MessageText = Annotated[Words, short(40)]
NoteText = Annotated[Words, short(70)]
Condition = Annotated[Words, short(36)]


@content
class Call:
    """A message from one actor to another, or to itself.

    Args:
        sender: who sends it.
        receiver: who gets it; the same name for what an actor does by itself.
        text: what it says, such as “POST /login”.
        highlighted: whether it is the one to remember, of which there is at most one.
        lost: whether it never arrives.
    """

    sender: Name
    receiver: Name
    text: MessageText
    highlighted: Flag = False
    lost: Flag = False

    def __post_init__(self) -> None:
        _validate_lost(self)


@content
class Return:
    """The answer to a call, which ends the work of its sender.

    Args:
        sender: who answers.
        receiver: who gets the answer.
        text: what it says, such as “token”.
        highlighted: whether it is the message to remember, of which there is at most one.
        lost: whether it never arrives.
    """

    sender: Name
    receiver: Name
    text: MessageText
    highlighted: Flag = False
    lost: Flag = False

    def __post_init__(self) -> None:
        _validate_lost(self)
        if self.sender == self.receiver:
            raise ContentError("o retorno “{text}” vai de um ator a ele mesmo; use Call", text=self.text)


def _validate_lost(message: Call | Return) -> None:
    if message.lost and (message.highlighted or message.sender == message.receiver):
        raise ContentError(
            "“{text}” se perde no caminho: não pode ser o destaque, nem ir a quem a envia", text=message.text
        )


def _read_over(over: object) -> object:
    return (over,) if isinstance(over, str) else over


@content
class Note:
    """Words over an actor, or over two and all between them.

    Args:
        over: the name of the actor, or a list of two.
        text: the words.
    """

    over: Annotated[Items[Name], BeforeValidator(_read_over)]
    text: NoteText

    def __post_init__(self) -> None:
        if not 1 <= len(self.over) <= 2:
            raise ContentError("a nota “{text}” fica sobre um ator, ou entre dois", text=self.text)


def _read_steps(steps: object) -> tuple[Any, ...]:
    """Return the steps of a list; anything else raises `ValueError`."""
    kinds = ", ".join(kind.__name__ for kind in STEPS)
    if isinstance(steps, str) or not isinstance(steps, Sequence):
        raise ContentError("esperada uma lista de {kinds}", kinds=kinds)
    for number, step in enumerate(steps, 1):
        if not isinstance(step, STEPS):
            raise ContentError(
                "o item {number} é {found}; esperado um de {kinds}",
                number=number,
                found=type(step).__name__,
                kinds=kinds,
            )
    if not steps:
        raise ContentError("esperado ao menos um passo, veio uma lista vazia")
    return tuple(steps)


def _read_branches(branches: object) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """Return the branches of a dictionary, each with its condition and its steps."""
    pairs = list(branches.items()) if isinstance(branches, Mapping) else branches
    if not isinstance(pairs, list | tuple) or not all(isinstance(each, tuple | list) for each in pairs):
        raise ContentError("esperado um dicionário: a condição de cada ramo, e a lista do que acontece nele")
    if len(pairs) < 2:
        raise ContentError("esperados ao menos dois ramos; um só é Option(condição, passos)")
    return tuple((condition, _read_branch(condition, steps)) for condition, steps in pairs)


def _read_branch(condition: str, steps: object) -> tuple[Any, ...]:
    try:
        return tuple(Option(condition, steps).steps)
    except InputError as error:
        raise ValueError(f"“{condition}”: {error}") from None


#: A list of steps, and branches by their conditions.
Steps = Annotated[Any, BeforeValidator(_read_steps)]
Branches = Annotated[Any, BeforeValidator(_read_branches)]


@content
class Loop:
    """Steps that are repeated.

    Args:
        condition: how often, or until when, such as “até 3 vezes”.
        steps: a list of what happens each time.
    """

    condition: Condition
    steps: Steps


@content
class Option:
    """Steps that may be left out.

    Args:
        condition: when they happen.
        steps: a list of what happens then.
    """

    condition: Condition
    steps: Steps


@content
class Alternative:
    """Branches of which one happens.

    Args:
        branches: a dictionary: when each happens, and the list of what happens then.
    """

    branches: Branches


@content
class Parallel:
    """Branches that all happen at the same time.

    Args:
        branches: a dictionary: the name of each, and the list of what happens in it.
    """

    branches: Branches


STEPS = (Call, Return, Note, Loop, Option, Alternative, Parallel)
Step = Call | Return | Note | Loop | Option | Alternative | Parallel


def sections(frame: Step) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    """Return the conditions of a frame, each with its steps; a message or a note has none."""
    if isinstance(frame, Loop | Option):
        return ((frame.condition, frame.steps),)
    return frame.branches if isinstance(frame, Alternative | Parallel) else ()


def flat_steps(steps: Sequence[Step]) -> Iterator[Call | Return | Note]:
    """Yield the messages and notes in their order, also those in frames."""
    for step in steps:
        if isinstance(step, Call | Return | Note):
            yield step
        for _, inner in sections(step):
            yield from flat_steps(inner)


def depth(steps: Sequence[Step]) -> int:
    """Return how many frames are around the innermost step."""
    inner = [depth(each) for step in steps for _, each in sections(step)]
    return 1 + max(inner) if inner else 0


def named_actors(step: Call | Return | Note) -> tuple[str, ...]:
    """Return the names of the actors in a message or a note."""
    return tuple(step.over) if isinstance(step, Note) else (step.sender, step.receiver)
