"""De dois a quatro quadros em uma figura só, cada um com sua letra, e na mesma escala onde se comparam."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, GetPydanticSchema

from infograficos import elements
from infograficos.builders.bars import Bars
from infograficos.builders.curves import Curves, NamedPoint, Series
from infograficos.builders.kind import Builder, Chart, validate_builder
from infograficos.builders.matrix import Matrix
from infograficos.content.checks import validate_known, validate_unique
from infograficos.content.descriptions import description_room, limit_room
from infograficos.content.fields import COMPOSED, Items, Words, content, length, short
from infograficos.content.nested_contents import nested_contents
from infograficos.errors import ContentError
from infograficos.language.grammar import ensure_full_stop, phrase
from infograficos.text.markup import plain_text
from infograficos.text.typography import truncate_at_word

__all__ = ["Panels"]

_LETTERS = "abcd"
#: How many characters a panel's description has at least.
_LEAST = 20


def _read_panels(value: object) -> object:
    """Return pairs of a title and a content, also of those in a dict."""
    pairs = list(value.items()) if isinstance(value, Mapping) else value
    if isinstance(pairs, list | tuple) and all(isinstance(each, list | tuple) for each in pairs):
        return pairs
    raise ContentError(
        "esperado um dicionário de títulos e conteúdos, como {example}",
        example="{“A”: Bars(…), “B”: Bars(…)}",
    )


_Panel = tuple[Annotated[Words, short(30), COMPOSED], Annotated[Any, BeforeValidator(validate_builder)]]
_Panels = Annotated[Items[_Panel], BeforeValidator(_read_panels), length(2, len(_LETTERS))]


@content
class Panels:
    """Two to four contents of other kinds in one figure, beside each other or, where narrow, stacked.

    Charts of one kind that measure the same, such as two `Bars` of one measure, have one scale.

    Args:
        panels: the contents by their titles, such as `{"before": Bars(…), "after": Bars(…)}`, or pairs.
        scale: `shared` gives all charts of one kind one scale, whatever they measure, `own` gives each its
            own; by default those that measure the same share theirs.
        focus: the title of the panel that keeps its solid accent, of which a figure has one; by default the
            last that has any.
    """

    panels: Annotated[Any, GetPydanticSchema(lambda _source, schema: schema(_Panels))]
    scale: Literal["shared", "own"] | None = None
    focus: Annotated[Words, COMPOSED] | None = None

    def __post_init__(self) -> None:
        titles = [title for title, _ in self.panels]
        validate_unique(titles, "o painel “{name}” aparece mais de uma vez")
        validate_known("o painel", self.focus, titles)
        for title, inner in self.panels:
            if any(isinstance(each, Panels) for each in nested_contents(inner)):
                raise ContentError(
                    "“{title}” tem painéis dentro; um painel mostra um só conteúdo de outro tipo", title=title
                )
        if self.scale == "shared" and not any(map(self._others, range(len(self.panels)))):
            raise ContentError(
                "“shared” pede ao menos dois gráficos de um mesmo tipo, como Bars ou Curves; "
                "deixe “scale” de fora"
            )

    @property
    def focal_role(self) -> str:
        """The role of words that a headline marks without naming one: that of the panel in focus."""
        focus = dict(self.panels)[self.focus] if self.focus else self.panels[-1][1]
        return str(getattr(focus, "focal_role", "model"))

    def body(self) -> elements.Element:
        """Return the panels in a row, else in two columns, and on narrow sheets below each other."""
        count = len(self.panels)
        shapes = [(columns, equal) for columns in sorted({count, 2}, reverse=True) for equal in (True, False)]
        wide = (elements.WideOnly(self._grid(columns, equal=equal)) for columns, equal in shapes)
        drawing = elements.FirstThatFits((*wide, self._grid(1, equal=True)))
        return elements.PanelGroup(drawing, count, self._focus)

    @property
    def _focus(self) -> int | None:
        return 1 + [title for title, _ in self.panels].index(self.focus) if self.focus else None

    def _grid(self, columns: int, *, equal: bool) -> elements.Element:
        """Return the panels in columns; the bodies of a row stand on one line where they share a scale."""
        cells = []
        for i, (title, body) in enumerate(zip(self._titles, self._bodies, strict=True)):
            row, column = divmod(i, columns)
            name = elements.panel_name(i + 1)
            # The last one, if it is alone in its row, has all of it.
            span = columns - column if i == len(self._bodies) - 1 else 1
            align: elements.Align = "end" if self._others(i) else "start"
            cells += [
                elements.Cell(elements.Named(name, title), 3 * row, column, 1, span, "start"),
                elements.Cell(elements.Named(name, body), 3 * row + 1, column, 1, span, align),
            ]
        # Two gaps part panels below each other.
        cells += [
            elements.Cell(elements.Spacer(), 3 * i + 2, 0) for i in range((len(cells) // 2 - 1) // columns)
        ]
        return elements.Grid(tuple(cells), (1.0,) * columns, "large", "medium", equal=equal)

    @cached_property
    def _titles(self) -> tuple[elements.Element, ...]:
        """The letter of each panel in a ring, with its title."""
        return tuple(
            elements.Row((elements.letter_ring(letter), elements.Text(title, "strong")), "small")
            for letter, (title, _) in zip(_LETTERS, self.panels, strict=False)
        )

    @cached_property
    def _bodies(self) -> tuple[elements.Element, ...]:
        return tuple(map(self._body, range(len(self.panels))))

    def _body(self, number: int) -> elements.Element:
        inner: Builder = self.panels[number][1]
        others = self._others(number)
        return inner.body_like(others) if others and isinstance(inner, Chart) else inner.body()

    def _others(self, number: int) -> Sequence[Any]:
        """Return the other charts on one scale with that of a panel."""
        chart = self.panels[number][1]
        if self.scale == "own" or not isinstance(chart, Chart):
            return ()
        alike = (each for i, (_, each) in enumerate(self.panels) if i != number and type(each) is type(chart))
        return [each for each in alike if self.scale == "shared" or each.measured == chart.measured]

    def describe(self) -> str:
        """Return what each panel shows, with as much room for each as the others leave."""
        starts = [
            phrase("({letter}) {title}:", letter=letter, title=plain_text(title))
            for letter, (title, _) in zip(_LETTERS, self.panels, strict=False)
        ]
        room = description_room() - sum(len(start) + 2 for start in starts)
        texts = [self._describe(inner, room) for _, inner in self.panels]
        # What short ones leave goes to the long ones.
        for done, i in enumerate(sorted(range(len(texts)), key=lambda i: len(texts[i]))):
            part = room // (len(texts) - done)
            texts[i] = texts[i] if len(texts[i]) <= part else self._describe(self.panels[i][1], part)
            room -= len(texts[i])
        return " ".join(f"{start} {text}" for start, text in zip(starts, texts, strict=True))

    @staticmethod
    def _describe(inner: Builder, room: int) -> str:
        with limit_room(room, least=_LEAST):
            return truncate_at_word(ensure_full_stop(inner.describe()), max(room, _LEAST))


def _wait(load: float, clerks: int) -> float:
    """Return the mean wait in a queue, in times of service, for one or two clerks who are so busy."""
    return load**clerks / (1 - load**clerks)


_LOADS = [percentage / 100 for percentage in range(0, 91, 5)]

EXAMPLES = {
    "filas": Panels(
        {
            title: Curves(
                [Series(queue, [_wait(load, clerks) for load in _LOADS], role, [100 * x for x in _LOADS])],
                x_name="carga",
                y_name="espera",
                places=1,
                points=[NamedPoint(80, "a 80 %", role)],
            )
            for title, queue, clerks, role in (
                ("uma fila por caixa", "M/M/1", 1, "alert"),
                ("fila única", "M/M/2", 2, "response"),
            )
        },
    ),
    "spam": Panels(
        {
            "1.000 e-mails": Matrix(
                [[80, 20], [40, 860]],
                rows=["spam", "outro"],
                columns=["acusou", "liberou"],
                row_axis="era",
                column_axis="o filtro",
                diagonal="acertos",
            ),
            "o que se mede": Bars(
                {"precisão": 80 / 120, "revocação": 80 / 100, "F1": 2 * 80 / (2 * 80 + 40 + 20)},
                places=2,
                highlighted="revocação",
                role="response",
            ),
        },
    ),
}
HEADLINES = {
    "filas": "Juntas, as filas **andam mais**{response}",
    "spam": "94 % de acerto, e **1 em 5**{alert} escapa",
}
