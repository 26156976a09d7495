"""Uma tabela para comparar: números alinhados pela vírgula, e o melhor de cada coluna à vista."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from infograficos import elements
from infograficos.content.checks import validate_known
from infograficos.content.data.data_table import DataTable, Value, read_table
from infograficos.content.data.gpt2 import gpt2_size
from infograficos.content.data.read_numbers import MAX_MAGNITUDE
from infograficos.content.data.table_summary import TableSummary
from infograficos.content.descriptions import fullest
from infograficos.content.element_words import ROW_WORDS
from infograficos.content.fields import COMPOSED, Detail, Items, Name, Places, between, content, short
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError
from infograficos.language.grammar import add_unit
from infograficos.language.messages import mark_message, message
from infograficos.language.numbers import NO_VALUE, format_column
from infograficos.text.typography import NO_BREAK_SPACE

__all__ = ["Table"]

WORDS = OwnWords(
    ROW_WORDS,
    best="melhor valor",
    min_is_best="menor é melhor",
    max_is_best="maior é melhor",
    yes="sim",
    no="não",
)

#: More columns than these cannot be read beside each other, nor be kept in mind below each other.
_MAX_COLUMNS = 6
#: In characters; a longer text belongs in the article, not in a cell.
_MAX_TEXT = 60
_Column = Annotated[str, Field(strict=True), COMPOSED]
#: More pieces of a bar are not seen one by one.
_MAX_COUNTED = 24
#: What a heading says besides its name.
_ARROWS = {"min": "↓", "max": "↑"}


@content
class Table:
    """Rows that are compared column by column; the first column says what each row is.

    Args:
        rows: a list of dicts, a list of lists with `columns`, a dict of columns, or a data frame, whose index
            names the rows; a missing value is a gap.
        columns: the columns' names, or which of them are shown and in what order.
        best: which columns have a best value, and whether it is their `min` or their `max`.
        units: what the numbers of a column are measured in, such as “%”.
        places: how many decimals a column has; by default as many as its values need.
        most: how many rows are shown; the others are counted.
        role: the colour role of the best values, and of what else stands out.
        bars: the columns whose numbers have bars below them, each column on a scale of its own from 0; small
            counts have bars in that many pieces.
        sizes: the column whose numbers are drawn as blocks before the rows' names, their volumes to scale.
        focus: the name of the row to remember; by default the one with all best values.
    """

    rows: Annotated[Any, BeforeValidator(read_table)]
    columns: Items[Annotated[Name, COMPOSED]] = ()
    best: Mapping[_Column, Literal["min", "max"]] = Field(default_factory=dict)
    units: Mapping[_Column, Annotated[Detail, short(12)]] = Field(default_factory=dict)
    places: Mapping[_Column, Places] = Field(default_factory=dict)
    most: Annotated[int, between(1, 9)] = 6
    role: Annotated[str, Field(strict=True)] = "response"
    bars: Items[_Column] = ()
    sizes: Annotated[Detail, COMPOSED] = ""
    focus: Annotated[Detail, COMPOSED] = ""

    def __post_init__(self) -> None:
        names = self._table.columns
        if len(names) > _MAX_COLUMNS:
            raise ContentError(
                "são {columns} colunas; até {most} se leem bem. Escolha as que importam em “columns”",
                columns=len(names),
                most=_MAX_COLUMNS,
            )
        for i, name in enumerate(names):
            # The index of a data frame may have no name.
            if (i and not name.strip()) or len(name) > _MAX_TEXT // 2:
                raise ContentError(
                    "o nome de coluna “{name}” deve ter de 1 a {most} caracteres",
                    name=name[:20],
                    most=_MAX_TEXT // 2,
                )
        for name in (*self.best, *self.units, *self.places, *self.bars, *filter(None, [self.sizes])):
            validate_known("a coluna", name, names)
        self._check_values()
        self._check_best_is_shown()
        validate_known("a linha", self.focus or None, [row[0] for row in self._texts[: self.most]])

    def _check_values(self) -> None:
        features = (
            (mark_message("melhor valor"), self.best), (mark_message("casas decimais"), self.places),
            (mark_message("barras"), self.bars), (mark_message("blocos"), filter(None, [self.sizes])),
        )  # fmt: skip
        for feature, names in features:
            for name in names:
                if name not in self._table.numeric:
                    raise ContentError(
                        "a coluna “{name}” tem textos; só uma coluna de números tem {feature}",
                        name=name,
                        feature=message(feature),
                    )
        for number, row in enumerate(self._table.rows, 1):
            for name, value in zip(self._table.columns, row, strict=True):
                place = message("na linha {row}, coluna “{column}”", row=number, column=name)
                if isinstance(value, str) and len(value) > _MAX_TEXT:
                    raise ContentError(
                        "{place}: esperado um texto de no máximo {most} caracteres, veio um de {length}",
                        place=place,
                        most=_MAX_TEXT,
                        length=len(value),
                    )
                if not isinstance(value, str) and value is not None and abs(value) > MAX_MAGNITUDE:
                    raise ContentError("{place}: o número é longo demais; mude a unidade", place=place)

    def _check_best_is_shown(self) -> None:
        for name in self.best:
            if (first := min(self._winners[name], default=0)) >= self.most:
                raise ContentError(
                    "o melhor valor de “{name}” está na linha {row} e não aparece; "
                    "mostre mais em “most” ou ponha as melhores linhas primeiro",
                    name=name,
                    row=first + 1,
                )

    def body(self) -> elements.Element:
        """Return the table or, where it is too narrow for one, a card for each row."""
        names = self._table.columns
        headers = tuple(elements.TableHeader(self._header_text(n), n in self._table.numeric) for n in names)
        rows = tuple(map(self._row, range(min(self.most, len(self._texts)))))
        style = elements.TableStyle(self.role, solid=self._leader is not None)
        table = elements.data_table(headers, rows, len(self._texts) - len(rows), style)
        return elements.Column((elements.Named("tabela", table), *self._legend()), "small")

    def describe(self) -> str:
        """Return how large the table is, what it compares, the best values, and the cells that have room."""
        summary = TableSummary(list(map(self._heading, self._table.columns)), self._texts)
        best = (summary.best(name, self.best[name], *self._best_value(name)) for name in self.best)
        opening, shown = " ".join((summary.columns(), *best)), min(len(self._texts), self.most)
        full = (f"{opening} {summary.cells(number)}" for number in range(shown, 0, -1))
        names_only = f"{opening} {summary.names(shown)}"
        return fullest((*full, names_only, opening) if self.best else (*full, names_only))

    def _best_value(self, name: str) -> tuple[str, Sequence[int]]:
        """Return the best value of a column as it is written, and its rows."""
        rows = sorted(self._winners[name])
        text = self._texts[rows[0]][self._table.columns.index(name)] if rows else NO_VALUE
        return add_unit(text, self.units.get(name, "")).replace(NO_BREAK_SPACE, " "), rows

    @cached_property
    def _table(self) -> DataTable:
        table: DataTable = self.rows
        return table.select(self.columns)

    @cached_property
    def _texts(self) -> tuple[tuple[str, ...], ...]:
        """The formatted values, row by row, with the same decimals in all of a numeric column."""
        columns = []
        for name in self._table.columns:
            values = self._table.column(name)
            if name in self._table.numeric:
                # Two values that differ are not both written as the best.
                texts = format_column(values, self.places.get(name), distinct=name in self.best)  # type: ignore[arg-type]
                columns.append(texts)
            else:
                columns.append([_format_value(value) for value in values])
        return tuple(zip(*columns, strict=True))

    @cached_property
    def _winners(self) -> Mapping[str, frozenset[int]]:
        """The rows with each column's best value, and with values that are formatted alike."""
        winners = {}
        for name, goal in self.best.items():
            place = self._table.columns.index(name)
            values = {i: value for i, value in enumerate(self._table.column(name)) if value is not None}
            choose = min if goal == "min" else max
            best = choose(values, key=lambda i: values[i], default=None)
            text = None if best is None else self._texts[best][place]
            winners[name] = frozenset(i for i in values if self._texts[i][place] == text)
        return winners

    def _heading(self, name: str) -> str:
        return f"{name} ({self.units[name]})" if name in self.units else name

    def _header_text(self, name: str) -> str:
        arrow = f"{NO_BREAK_SPACE}{_ARROWS[self.best[name]]}" if name in self.best else ""
        return f"{self._heading(name)}{arrow}"

    @cached_property
    def _leader(self) -> int | None:
        """The only row with best values, if there is one."""
        rows = {row for winners in self._winners.values() for row in winners}
        return rows.pop() if len(rows) == 1 else None

    def _row(self, number: int) -> elements.TableRow:
        texts = self._texts[number]
        is_focus = texts[0] == self.focus if self.focus else number == self._leader
        pairs = zip(self._table.columns, texts, strict=True)
        values = tuple(self._value(*pair, number, is_focus) for pair in pairs)
        return elements.TableRow(values, is_focus, self._block(number))

    def _value(self, name: str, text: str, number: int, is_focus: bool) -> elements.TableValue:
        is_best = number in self._winners.get(name, ())
        share, count = self._bar(name, number) if name in self.bars else (0.0, 0)
        # Only one bar is solid.
        is_lit = is_focus and share > 0 and name == self.bars[-1] and not is_best
        return elements.TableValue(text, is_best, share, is_lit, count)

    def _bar(self, name: str, number: int) -> tuple[float, int]:
        """Return a bar's length, in times that of the value farthest from 0, and its number of pieces."""
        values = self._numbers(name)
        is_counted = all(value.is_integer() and 0 <= value <= _MAX_COUNTED for value in values)
        count = int(values[number]) if is_counted else 0
        return values[number] / (max(map(abs, values)) or 1.0), count

    def _numbers(self, name: str) -> list[float]:
        """Return a column's numbers in the rows that are shown, 0 for a gap."""
        return [float(value or 0) for value in self._table.column(name)[: self.most]]

    def _block(self, number: int) -> elements.Element | None:
        """Return a block as large as the number of a row says, if it is above 0."""
        sizes = self._numbers(self.sizes) if self.sizes else [0.0] * (number + 1)
        if sizes[number] <= 0:
            return None
        block = elements.Slab.cube(sizes[number], max(sizes), self.role, "object")
        return elements.Card(block, None, None, "tiny", "tiny")

    def _legend(self) -> tuple[elements.Element, ...]:
        """Explain the caps and the arrows of the headings."""
        if not self.best:
            return ()
        tone = "mid" if self._leader is None else "solid"
        sample = elements.Swatch(f"{self.role}.{tone}", width="bar", height="dot")
        items: list[elements.Element] = [
            elements.Row((sample, elements.Text(WORDS("best"), "label", f"{self.role}.strong")), "tiny")
        ]
        for goal in dict.fromkeys(self.best[name] for name in self._table.columns if name in self.best):
            meaning = f"{_ARROWS[goal]}{NO_BREAK_SPACE}{WORDS(f'{goal}_is_best')}"
            items.append(elements.Text(meaning, "label", "muted"))
        return (elements.Named("legenda", elements.Wrap(tuple(items), "large", "small")),)


def _format_value(value: Value) -> str:
    if value is None:
        return NO_VALUE
    if isinstance(value, bool):
        return WORDS("yes" if value else "no")
    return value if isinstance(value, str) else format_column([value])[0]


_FAMILY = ("small", 12, 768), ("medium", 24, 1024), ("XL", 48, 1600)

EXAMPLES = {
    # GPT-2 large on E2E NLG, as in table 3 of Hu et al., “LoRA” (2021).
    "LoRA e ajuste completo": Table(
        [["completo", 774.03, 68.5], ["adapters", 23.00, 68.9], ["LoRA", 0.77, 70.4]],
        columns=["método", "milhões", "BLEU"],
        places={"milhões": 1},
        best={"BLEU": "max"},
        role="model",
        sizes="milhões",
    ),
    "avaliação": Table(
        [["nenhum", 20], ["LoRA", 5], ["completo", 4]],
        columns=["ajuste", "perplexidade"],
        best={"perplexidade": "min"},
        bars=["perplexidade"],
    ),
    "família GPT-2": Table(
        [
            [name, layers, gpt2_size(layers, width) / 1e6]
            for name, layers, width in _FAMILY
        ],
        columns=["modelo", "camadas", "pesos"],
        units={"pesos": "mi"},
        places={"pesos": 0},
        role="model",
        bars=["pesos"],
        sizes="pesos",
        focus="XL",
    ),
}  # fmt: skip

HEADLINES = {
    "LoRA e ajuste completo": "LoRA: **mil vezes**{model} menos, e ganha",
    "avaliação": "De 20 palpites para **4**{response}",
    "família GPT-2": "Um XL pesa **quase 13 small**{model}",
}
