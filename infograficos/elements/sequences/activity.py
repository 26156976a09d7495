"""When each lifeline is at work: from what it is asked to what it answers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from infograficos.elements.sequences.parts import SequenceMessage


@dataclass(frozen=True, slots=True)
class Activation:
    """A lifeline at work from one height to another, and the step at which that starts."""

    lifeline: int
    top: float
    bottom: float
    step: int


@dataclass(slots=True)
class _Work:
    """Work that goes on: since when, how many calls are open, and when it last sent or received."""

    top: float
    step: int
    last: float
    calls: int = 0


class Activity:
    """Follows messages from top to bottom, and notes when each lifeline works.

    Who starts by itself, and who never answers, works until its last message. The branches of a choice all
    start from the work that went on before it.
    """

    def __init__(self) -> None:
        self._going: dict[int, _Work] = {}
        self._done: list[Activation] = []
        self._choices: list[dict[int, int]] = []

    def send(self, message: SequenceMessage, y: float, bottom: float, step: int) -> None:
        """Note a message that leaves at a height, and arrives at one."""
        self._touch(message.start, y, bottom, step)
        if not message.is_lost and (not message.is_return or message.end in self._going):
            self._touch(message.end, y, bottom, step)
            self._going[message.end].calls += not message.is_return and message.start != message.end
        if message.is_return:
            self._answer(message.start, bottom)

    @property
    def working(self) -> Collection[int]:
        """The lifelines that work now."""
        return self._going.keys()

    def start_choice(self) -> None:
        """Note that branches follow."""
        self._choices.append({lifeline: work.calls for lifeline, work in self._going.items()})

    def start_branch(self, y: float, step: int) -> None:
        """Note that a branch begins at a height, with the work that went on before the choice."""
        calls = self._choices[-1]
        for lifeline in [each for each in self._going if each not in calls]:
            self._stop(lifeline, self._going[lifeline].last)
        for lifeline, count in calls.items():
            self._going.setdefault(lifeline, _Work(y, step, y)).calls = count

    def end_choice(self) -> None:
        """Note that no more branches follow."""
        self._choices.pop()

    def activations(self) -> list[Activation]:
        """End all work, and return it."""
        for lifeline in list(self._going):
            self._stop(lifeline, self._going[lifeline].last)
        return self._done

    def _touch(self, lifeline: int, y: float, bottom: float, step: int) -> None:
        self._going.setdefault(lifeline, _Work(y, step, bottom)).last = bottom

    def _answer(self, lifeline: int, y: float) -> None:
        """Close a call of a lifeline; with its last one it stops."""
        work = self._going[lifeline]
        was_called = work.calls > 0
        work.calls -= was_called
        if was_called and not work.calls:
            self._stop(lifeline, y)

    def _stop(self, lifeline: int, y: float) -> None:
        work = self._going.pop(lifeline)
        self._done.append(Activation(lifeline, work.top, y, work.step))
