"""The tasks of a schedule: when each starts and ends, in which row it is, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Annotated

from infograficos.content.fields import Items, Label, Number, OptionalText, Words, content, length, short
from infograficos.errors import ContentError, unknown_name_message
from infograficos.language.numbers import format_short
from infograficos.text.markup import plain_text

_Name = Annotated[Words, short(40)]


@content
class Task:
    """Work from a start to an end.

    Args:
        name: such as “train”.
        start: when it starts; without it, when the last of those in `after` ends, or at 0.
        duration: how long it takes.
        lane: who or what does it, such as “GPU 1”: tasks of one lane are in one row, which has its name.
        role: its colour.
        detail: a few words on its bar; in a lane, a number or a letter, and the legend has the name.
        after: the names of the tasks that it waits for, from which arrows come.
        group: a heading above its row, and those of others of the group.
    """

    name: _Name
    start: Number | None = None
    duration: Number = 1.0
    lane: Annotated[OptionalText, short(30)] = ""
    role: OptionalText = ""
    detail: Label = ""
    after: Annotated[Items[_Name], length(0, 6)] = ()
    group: Label = ""

    def __post_init__(self) -> None:
        if self.duration <= 0:
            raise ContentError(
                "a tarefa “{name}” deve durar mais que 0; veio {duration}",
                name=plain_text(self.name),
                duration=format_short(self.duration),
            )

    @property
    def row(self) -> str:
        """The name of its row."""
        return self.lane or self.name


def find_starts(tasks: Sequence[Task]) -> list[float]:
    """Return when each task starts; none waits for one that is not there, nor for itself."""
    return [_Starts(tasks).start(i) for i in range(len(tasks))]


class _Starts:
    """Finds starts along what tasks wait for."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tasks
        #: A name that several tasks have is that of the last one.
        self._places: Mapping[str, int] = {task.name: i for i, task in enumerate(tasks)}

    def start(self, i: int, waiting: tuple[int, ...] = ()) -> float:
        """Return when a task starts, for which those of some numbers wait."""
        task = self._tasks[i]
        if i in waiting:
            names = [plain_text(self._tasks[j].name) for j in (*waiting[waiting.index(i) :], i)]
            raise ContentError("as tarefas esperam umas pelas outras: {names}", names=" → ".join(names))
        ends = [self._end(name, (*waiting, i)) for name in task.after]
        ready = max(ends, default=0.0)
        if task.start is None:
            return ready
        if ends and task.start < ready:
            late = task.after[ends.index(ready)]
            raise ContentError(
                "“{name}” começa em {start}, antes de “{other}” acabar, em {end}",
                name=plain_text(task.name),
                start=format_short(task.start),
                other=plain_text(late),
                end=format_short(ready),
            )
        return task.start

    def _end(self, name: str, waiting: tuple[int, ...]) -> float:
        if name not in self._places:
            raise ValueError(unknown_name_message("a tarefa", name, self._places))
        i = self._places[name]
        return self.start(i, waiting) + self._tasks[i].duration


def validate_lanes(tasks: Sequence[Task], starts: Sequence[float]) -> None:
    """Refuse two tasks at once in a lane, two rows of one name, and tasks with a group beside others."""
    for row, places in rows_of(tasks):
        lanes = {tasks[i].lane for i in places}
        if len(places) > 1 and "" in lanes:
            raise ContentError("duas filas têm o nome “{name}”", name=plain_text(row))
        if len({tasks[i].group for i in places}) > 1:
            raise ContentError("a fila “{name}” está em dois grupos", name=plain_text(row))
        for i, j in pairwise(sorted(places, key=lambda place: starts[place])):
            if starts[i] + tasks[i].duration > starts[j] + 1e-9:
                raise ContentError(
                    "na fila “{lane}”, “{name}” e “{other}” se sobrepõem em {start}",
                    lane=plain_text(row),
                    name=plain_text(tasks[i].name),
                    other=plain_text(tasks[j].name),
                    start=format_short(starts[j]),
                )
    if any(task.group for task in tasks) and not all(task.group for task in tasks):
        name = next(task.name for task in tasks if not task.group)
        raise ContentError("dê um grupo a todas as tarefas, ou a nenhuma; falta o de “{name}”", name=name)


def rows_of(tasks: Sequence[Task]) -> Iterator[tuple[str, list[int]]]:
    """Yield the rows with the numbers of their tasks; those of a group follow each other."""
    groups = list(dict.fromkeys(task.group for task in tasks))
    for group in groups:
        for row in dict.fromkeys(task.row for task in tasks if task.group == group):
            yield row, [i for i, task in enumerate(tasks) if task.row == row]
