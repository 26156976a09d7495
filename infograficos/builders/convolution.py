"""Uma convolução ou um pooling: a janela sobre a grade de números, e a conta que dá uma célula da saída."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from infograficos import elements
from infograficos.content.checks import matrix_shape, validate_exactly_one
from infograficos.content.data.sliding_window import SlidingWindow
from infograficos.content.data.window_sum import WindowSum
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Count, Flag, Number, Rows, between, content
from infograficos.content.own_words import OwnWords
from infograficos.errors import ContentError
from infograficos.language.grammar import phrase
from infograficos.language.numbers import fewest_places, format_decimal

__all__ = ["Convolution"]

WORDS = OwnWords(
    input="entrada", kernel="filtro", output="saída", stride="passo {stride}", padding="borda de zeros",
    maximum="máx",
)  # fmt: skip

#: More rows or columns are not legible on a phone, and more products are no sum to follow.
_MAX_SIDE, _MAX_KERNEL, _MAX_PLACES = 8, 4, 2
#: How many characters the numbers beside each other may have on a phone.
_MAX_CHARACTERS = 20

_Kernel = Rows[Number]


@content
class Convolution:
    """A window that slides over a grid of numbers, and how one number of the output comes out of it.

    As in neural networks, the kernel is not turned over: each weight multiplies the number that it lies on.

    Args:
        values: rows of equal length, with the padding up to 8 × 8.
        kernel: the weights, up to 4 × 4; or nothing for a pooling.
        pool: “max” or “average” instead of a kernel.
        size: how many rows and columns a pooling's window has.
        stride: how far the window moves; by default 1, and its size for a pooling.
        padding: how many rings of zeros are put around the values, for a kernel.
        cell: the row and column of the output's number whose sum is shown; by default the farthest from 0.
        pending: leave what comes after that number blank, as while the window is still on its way.
    """

    values: Rows[Number]
    kernel: _Kernel | None = None
    pool: Literal["max", "average"] | None = None
    size: Annotated[int, between(2, _MAX_KERNEL)] = 2
    stride: Count | None = None
    padding: Annotated[int, between(0, 3)] = 0
    cell: tuple[Count, Count] | None = None
    pending: Flag = False

    def __post_init__(self) -> None:
        validate_exactly_one(kernel=self.kernel, pool=self.pool)
        matrix_shape("de values", self.values)
        if self.pool and self.padding:
            raise ContentError("padding é de uma convolução; um pooling não tem zeros em volta")
        self._check_sizes()
        self._check_width()
        down, across = self._window.shape
        if self.cell and not (self.cell[0] <= down and self.cell[1] <= across):
            raise ContentError(
                "cell: a saída tem {down} × {across} células; veio a linha {row}, coluna {column}",
                down=down, across=across, row=self.cell[0], column=self.cell[1],
            )  # fmt: skip

    def _check_sizes(self) -> None:
        if self.kernel and max(matrix_shape("de kernel", self.kernel)) > _MAX_KERNEL:
            size = " × ".join(map(str, matrix_shape("de kernel", self.kernel)))
            raise ContentError("kernel cabe em até {most} × {most}; veio {size}", most=_MAX_KERNEL, size=size)
        height, width = len(self._window.rows), len(self._window.rows[0])
        size = f"{height} × {width}"
        if max(height, width) > _MAX_SIDE:
            raise ContentError(
                "a entrada com sua borda cabe em até {most} × {most}; veio {size}", most=_MAX_SIDE, size=size
            )
        own = self._window.size
        if own[0] > height or own[1] > width:
            raise ContentError(
                "a janela de {window} não cabe na entrada de {size}", window=f"{own[0]} × {own[1]}", size=size
            )

    def _check_width(self) -> None:
        for grid in self._number_texts():
            columns, number = len(grid[0]), _widest(grid)
            if columns * len(number) > _MAX_CHARACTERS:
                raise ContentError(
                    "{columns} colunas de números como {number} não cabem em um celular; use menos colunas, "
                    "ou números mais curtos",
                    columns=columns,
                    number=number,
                )

    @cached_property
    def _window(self) -> SlidingWindow:
        weights = self.kernel or ((1.0,) * self.size,) * self.size
        stride = self.stride or (self.size if self.pool else 1)
        return SlidingWindow(self.values, weights, self.pool or "sum", stride, self.padding)

    @cached_property
    def output(self) -> tuple[tuple[float, ...], ...]:
        """The numbers that come out, in rows."""
        return self._window.output

    @property
    def _cell(self) -> tuple[int, int]:
        """The row and the column of the number whose sum is shown, from 0."""
        if self.cell:
            return self.cell[0] - 1, self.cell[1] - 1
        height, width = self._window.shape
        places = ((i, j) for i in range(height) for j in range(width))
        return max(places, key=lambda place: abs(self.output[place[0]][place[1]]))

    @property
    def _result(self) -> float:
        row, column = self._cell
        return self.output[row][column]

    @cached_property
    def _places(self) -> tuple[int, int, int]:
        """The decimals of the weights, the values and the output."""
        grids = self.kernel or (), self.values, self.output
        flat = ([number for row in grid for number in row] for grid in grids)
        weights, values, output = (fewest_places(numbers, 0, _MAX_PLACES) for numbers in flat)
        return weights, values, output

    @property
    def _sum(self) -> WindowSum:
        products, reduction = self._window.products(*self._cell), self._window.reduction
        return WindowSum(products, self._result, self._places, reduction, WORDS("maximum"))

    def _number_texts(self) -> Iterator[tuple[tuple[str, ...], ...]]:
        """Yield the numbers of the kernel, the input and the output as they are written."""
        grids = self._window.weights, self._window.rows, self.output
        for grid, places in zip(grids, self._places, strict=True):
            yield tuple(tuple(format_decimal(number, places) for number in row) for row in grid)

    def body(self) -> elements.Element:
        """Return the grids beside each other, or in two or three rows, over the sum of one number."""
        kernel, before, after = self._grids()
        equals = elements.Fragment(2, _sign("=" if self.kernel else "→"))
        first = (before, _sign("∗"), kernel) if self.kernel else (before,)
        second = (kernel, equals, after) if self.kernel else (equals, after)
        options: list[elements.Element] = [
            *(elements.Row((*first, equals, after), gap) for gap in ("medium", "tiny")),
            elements.WideOnly(self._two_columns(equals)),
            elements.Column((before, elements.Row(second, "small")), "medium", "stretch"),
            elements.Column((*first[::2], after), "medium", "center"),
        ]
        grids = elements.DiagramLabels(elements.FirstThatFits(tuple(options)))
        note = self._note()
        notes = (elements.Text(note, "label", "muted", "center"),) if note else ()
        return elements.Column((grids, *notes, self._band()), "medium")

    def _two_columns(self, equals: elements.Element) -> elements.Element:
        """Return the input beside the kernel above the output."""
        kernel, before, after = self._grids(low=True)
        beside = elements.Column((kernel, after) if self.kernel else (after,), "small", "center")
        return elements.Row((before, equals, beside), "medium")

    def _grids(self, low: bool = False) -> tuple[elements.Element, elements.Element, elements.Element]:
        """Return the kernel, the input and the output, each under its name."""
        weights, values, output = self._number_texts()
        row, column = self._cell
        window, stride = self._window, self._window.stride
        hits = tuple(self._hits()) if self.pool == "max" else ()
        frame = elements.GridWindow(row * stride, column * stride, *window.size, "model", hits)
        known = row * window.shape[1] + column + 1 if self.pending else None
        shares = map(_shares, (window.weights, self.output))
        grids = (
            elements.NumberGrid(weights, "model", next(shares), _widest(weights), low=low),
            elements.NumberGrid(values, "input", (), _widest(values), frame, padding=self.padding, low=low),
            elements.NumberGrid(
                output, "response", next(shares), _widest(output), None, self._cell, known, 0, low
            ),
        )
        names = ("kernel", "model"), ("input", "input"), ("output", "response")
        columns = (len(grid[0]) for grid in (weights, values, output))
        kernel, before, after = map(_titled, names, grids)
        parts = kernel, before, elements.Fragment(2, after)
        first, second, third = map(elements.Grow, parts, columns)
        return first, second, third

    def _hits(self) -> Iterator[tuple[int, int]]:
        """Yield the first cell of the window with its largest number."""
        (row, column), stride = self._cell, self._window.stride
        numbers = [number for _, number in self._window.products(row, column)]
        down, across = divmod(numbers.index(max(numbers)), self._window.size[1])
        yield row * stride + down, column * stride + across

    def _note(self) -> str:
        stride, usual = self._window.stride, self.size if self.pool else 1
        parts = [WORDS("stride", stride=stride)] if stride != usual else []
        return " · ".join([*parts, *([WORDS("padding")] if self.padding else [])])

    def _band(self) -> elements.Element:
        """Return the sum of the one number, on the output's colour."""
        result = format_decimal(self._result, self._places[2])
        sign = elements.Text(self._sum.sign, "headline_small", "muted", literal=True)
        total = elements.Text(result, "headline_small", "response.strong", literal=True)
        line = elements.Text(" ".join(self._terms()), "body", "muted")
        words = elements.Row((elements.Grow(line), sign, total), "small")
        return elements.Fragment(1, elements.Card(words, "response.soft", None, "small", "medium"))

    def _terms(self) -> Iterator[str]:
        """Yield the terms of the sum, weights and numbers in the colours of their grids."""
        for sign, weight, numbers in self._sum.terms():
            weighed = f"**{weight}**{{model}}" if weight else ""
            ink = "" if sign == "÷" else "{input}"
            yield f"{sign} {weighed}**{numbers}**{ink}".strip()

    def describe(self) -> str:
        """Return the sizes, and the sum of the one number."""
        (down, across), (row, column) = self._window.shape, self._cell
        head = phrase(
            "{kind} em uma entrada de {size}: saída de {output}",
            kind=self._describe_window(), size=f"{len(self.values)} × {len(self.values[0])}",
            output=f"{down} × {across}",
        )  # fmt: skip
        result = format_decimal(self._result, self._places[2])
        place = phrase("Na linha {row}, coluna {column}", row=row + 1, column=column + 1)
        total = f"{place}: {self._sum.write()} {self._sum.sign} {result}."
        note = f" ({self._note()})" if self._note() else ""
        return fullest((f"{head}{note}. {total}", f"{head}. {total}", f"{head}. {place}: {result}."))

    def _describe_window(self) -> str:
        size = " × ".join(map(str, self._window.size))
        if self.kernel:
            return phrase("Convolução com um filtro de {size}", size=size)
        if self.pool == "max":
            return phrase("Pooling pelo máximo, com janela de {size},", size=size)
        return phrase("Pooling pela média, com janela de {size},", size=size)


def _titled(name: tuple[str, str], grid: elements.Element) -> elements.Element:
    word, role = name
    title = elements.Text(WORDS(word), "heading", f"{role}.strong", literal=True)
    return elements.Column((title, grid), "small", "stretch")


def _widest(rows: tuple[tuple[str, ...], ...]) -> str:
    return max((number for row in rows for number in row), key=len)


def _sign(sign: str) -> elements.Element:
    """Return a sign at the height of the middle of grids that have a title above them."""
    text = elements.Text(sign, "headline", "muted", "center", literal=True)
    return elements.Column((elements.Spacer("large"), text), "hair", "center")


def _shares(rows: Rows[Number]) -> tuple[tuple[float, ...], ...]:
    largest = max(abs(number) for row in rows for number in row) or 1.0
    return tuple(tuple(number / largest for number in row) for row in rows)


HEADLINES = {
    "borda": "A janela **acha a borda**{response}",
    "nitidez": "O filtro **aumenta a diferença**{response}",
    "pooling": "De nove números fica **o maior**{response}",
}

EXAMPLES = {
    "borda": Convolution(
        values=[[1, 0, 2, 8, 9], [0, 1, 3, 9, 8], [2, 0, 4, 8, 9], [1, 1, 2, 9, 9], [0, 2, 3, 8, 8]],
        kernel=[[-1, 0, 1]] * 3, cell=(3, 2), pending=True,
    ),
    "nitidez": Convolution(
        values=[[2, 2, 2, 2], [2, 7, 7, 2], [2, 7, 7, 2], [2, 2, 2, 2]],
        kernel=[[0, -1, 0], [-1, 5, -1], [0, -1, 0]], padding=1, cell=(2, 2),
    ),
    "pooling": Convolution(
        values=[[1, 3, 2, 0, 1], [5, 2, 1, 4, 0], [0, 1, 3, 6, 2], [2, 0, 9, 7, 1], [1, 4, 2, 0, 3]],
        pool="max", size=3, stride=2, cell=(2, 1),
    ),
}  # fmt: skip
