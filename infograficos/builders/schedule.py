"""Tarefas em um mesmo eixo de tempo: quem faz o quê, quando começa, quanto dura e o que espera por quê."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from infograficos import elements
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Items, OptionalText, Words, content, length, short
from infograficos.content.plot_marks import VerticalLine
from infograficos.content.schedule_tasks import Task, find_starts, rows_of, validate_lanes
from infograficos.errors import ContentError, unknown_name_message
from infograficos.language.grammar import add_unit, capitalize, join_and, phrase
from infograficos.language.numbers import add_percent, format_number, format_short
from infograficos.text.markup import plain_text

__all__ = ["Schedule", "Task"]

#: How many rows and tasks a reader follows, and how many colours set tasks apart.
_MOST_ROWS, _MOST_TASKS, _COLORS = 12, 60, 6


@content
class Schedule:
    """Tasks as bars on one axis of time, in rows of their own or several in a lane.

    Args:
        tasks: in order; those without a lane have a row each, with their name beside it.
        unit: what time is measured in, such as “weeks”.
        marks: up to three `VerticalLine`, such as today.
        highlight: the name of the tasks that stand out.
        idle: what a gap in a row is called, such as “idle”; without it gaps are empty.
        periods: names of the stretches of time from 0 to 1, from 1 to 2 and so on, such as months.
    """

    tasks: Annotated[Items[Task], length(1, _MOST_TASKS)]
    unit: Annotated[OptionalText, short(24)] = ""
    marks: Annotated[Items[VerticalLine], length(0, 3)] = ()
    highlight: OptionalText = ""
    idle: Annotated[OptionalText, short(16)] = ""
    periods: Annotated[Items[Annotated[Words, short(12)]], length(0, 24)] = ()

    def __post_init__(self) -> None:
        starts = find_starts(self.tasks)
        validate_lanes(self.tasks, starts)
        names = [task.name for task in self.tasks]
        if self.highlight and self.highlight not in names:
            raise ValueError(unknown_name_message("a tarefa", self.highlight, names))
        if (count := len(list(rows_of(self.tasks)))) > _MOST_ROWS:
            raise ContentError(
                "são {count} filas, e um cronograma mostra até {most}; divida-o em dois",
                count=count,
                most=_MOST_ROWS,
            )
        if self.periods and (min(starts) < 0 or self._latest(starts) > len(self.periods)):
            raise ContentError(
                "o tempo vai de {start} a {end}, e periods tem nomes para o de 0 a {count}",
                start=format_short(min(starts)),
                end=format_short(self._latest(starts)),
                count=len(self.periods),
            )

    def body(self) -> elements.Element:
        """Return the rows on the axis of time."""
        rows, marks = tuple(self._rows()), [elements.ScheduleMark(m.at, m.name) for m in self.marks]
        time = elements.ScheduleTime(*self._ends, "" if self.periods else self.unit, tuple(self.periods))
        chart = elements.ScheduleChart(rows, time, tuple(marks), tuple(self._arrows()), self.idle)
        return elements.DiagramLabels(elements.Named("gráfico", chart))

    def describe(self) -> str:
        """Return when all starts and ends, each row with its tasks, the marks, and how long rows wait."""
        low, high = self._ends
        whole = phrase("De {start} a {end}.", start=format_short(low), end=self._say(high))
        rows, linked = (
            f"{capitalize('; '.join(self._describe_row(*each, is_linked) for each in self._places))}."
            for is_linked in (False, True)
        )
        names = join_and([plain_text(row) for row, _ in self._places])
        counted = phrase(
            ("{count} fila: {names}.", "{count} filas: {names}."), len(self._places), names=names
        )
        more = [*self._say_idle(), *self._say_marks()]
        return fullest(
            " ".join(parts)
            for parts in (
                (whole, linked, *more),
                (whole, rows, *more),
                (whole, rows),
                (whole, counted, *more),
                (whole, counted),
            )
        )

    def _describe_row(self, row: str, places: list[int], is_linked: bool) -> str:
        """Return the tasks of a row with their times and, if asked, what they wait for."""
        said = []
        for i in places:
            task = self.tasks[i]
            times = f"{format_short(self._starts[i])}–{format_short(self._starts[i] + task.duration)}"
            if is_linked and task.after:
                names = join_and([plain_text(name) for name in task.after])
                times = phrase("{times}, depois de {names}", times=times, names=names)
            said.append(f"{plain_text(task.name)} ({times})")
        return f"{plain_text(row)}: {', '.join(said)}" if self.tasks[places[0]].lane else said[0]

    def _say_marks(self) -> Iterator[str]:
        if self.marks:
            said = [f"{plain_text(mark.name)}: {self._say(mark.at)}" for mark in self.marks]
            yield f"{capitalize(join_and(said))}."

    def _say_idle(self) -> Iterator[str]:
        """Yield what share of all rows' time nothing is done, if that is drawn."""
        if self.idle:
            low, high = self._ends
            share = 1 - sum(t.duration for t in self.tasks) / ((high - low) * len(self._places))
            yield phrase(
                "{name}: {share} do tempo.",
                name=capitalize(plain_text(self.idle)),
                share=add_percent(format_number(100 * share)),
            )

    def _say(self, time: float) -> str:
        return add_unit(format_short(time), plain_text(self.unit))

    @cached_property
    def _starts(self) -> list[float]:
        return find_starts(self.tasks)

    @cached_property
    def _places(self) -> list[tuple[str, list[int]]]:
        return list(rows_of(self.tasks))

    def _latest(self, starts: list[float]) -> float:
        return max(start + task.duration for start, task in zip(starts, self.tasks, strict=True))

    @property
    def _ends(self) -> tuple[float, float]:
        """When the axis begins and ends: with the first and last task or mark, or with the periods."""
        if self.periods:
            return 0.0, float(len(self.periods))
        at = [mark.at for mark in self.marks]
        return min([*self._starts, *at]), max([self._latest(self._starts), *at])

    def _rows(self) -> Iterator[elements.ScheduleRow]:
        heading = ""
        for row, places in self._places:
            first = self.tasks[places[0]]
            segments = tuple(map(self._segment, places))
            is_new, heading = first.group != heading, first.group
            yield elements.ScheduleRow(row, segments, heading if is_new else "", bool(first.lane))

    def _segment(self, i: int) -> elements.ScheduleSegment:
        task, start = self.tasks[i], self._starts[i]
        state: elements.CapState = "solid" if task.name == self.highlight else "focus"
        words = task.detail or (task.name if task.lane else "")
        name = task.name if task.lane and task.detail else ""
        return elements.ScheduleSegment(start, start + task.duration, words, self._role(task), state, name)

    def _role(self, task: Task) -> str:
        """Return a task's colour: its own, or in a lane its name's, else its group's."""
        if task.role:
            return task.role
        keys = list(
            dict.fromkeys(each.name if each.lane else each.group for each in self.tasks if not each.role)
        )
        key = task.name if task.lane else task.group
        return f"category{keys.index(key) % _COLORS + 1}" if key else "model"

    def _arrows(self) -> Iterator[elements.ScheduleArrow]:
        """Yield what waits for what in another row."""
        at = {i: (row, n) for row, (_, places) in enumerate(self._places) for n, i in enumerate(places)}
        last = {task.name: i for i, task in enumerate(self.tasks)}
        for i, task in enumerate(self.tasks):
            for name in task.after:
                start, end = at[last[name]], at[i]
                if start[0] != end[0]:
                    yield elements.ScheduleArrow(start, end)


EXAMPLES = {
    "projeto de dados": Schedule(
        [
            Task("Coleta", duration=3, group="Dados"),
            Task("Rotulagem", duration=4, after=["Coleta"], group="Dados"),
            Task("Linha de base", 3, 2, after=["Coleta"], group="Modelo"),
            Task("Treino", duration=3, after=["Rotulagem", "Linha de base"], group="Modelo"),
            Task("Avaliação", duration=2, after=["Treino"], group="Modelo"),
        ],
        unit="semanas",
        marks=[VerticalLine(5, "hoje")],
        highlight="Rotulagem",
    ),
    "round-robin": Schedule(
        [
            Task("P1", 0, 24, "em ordem"),
            Task("P2", 24, 3, "em ordem"),
            Task("P3", 27, 3, "em ordem"),
            Task("P1", 0, 4, "em turnos"),
            Task("P2", 4, 3, "em turnos"),
            Task("P3", 7, 3, "em turnos"),
            *(Task("P1", start, 4, "em turnos") for start in range(10, 30, 4)),
        ],
        unit="ms",
    ),
    "pipeline de GPUs": Schedule(
        [
            *(Task("ida", m + s, 1, f"GPU {s + 1}", detail=f"{m + 1}") for s in range(4) for m in range(4)),
            *(
                Task("volta", 13 - 2 * s + 2 * m, 2, f"GPU {s + 1}", detail=f"{m + 1}")
                for s in range(4)
                for m in range(4)
            ),
        ],
        unit="passos",
        idle="bolha",
    ),
    "integração contínua": Schedule(
        [
            Task("instala", 0, 2, detail="cache: 20 s"),
            Task("lint", duration=1, after=["instala"]),
            Task("testes", duration=5, after=["instala"], detail="o gargalo"),
            Task("build", duration=2, after=["instala"]),
            Task("deploy", duration=1, after=["lint", "testes", "build"]),
        ],
        unit="minutos",
        highlight="testes",
    ),
}
HEADLINES = {
    "projeto de dados": "A **rotulagem**{category1} atrasa o treino",
    "round-robin": "Em turnos, **P1**{category1} não prende os outros",
    "pipeline de GPUs": "Quase metade do tempo é **bolha**{masked}",
    "integração contínua": "O deploy só espera pelos **testes**{model}",
}
