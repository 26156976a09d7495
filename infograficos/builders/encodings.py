"""Tudo vira número: texto, áudio e imagem, cada um com o vetor que sai dele."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Annotated

from pydantic import BeforeValidator, Field

from infograficos import elements
from infograficos.content.checks import matrix_shape, validate_same_length, validate_unique
from infograficos.content.data.read_numbers import to_builtins
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Items, Number, Some, Words, between, content, length, short
from infograficos.content.own_words import OwnWord, OwnWords
from infograficos.content.token_row import RawTokens, decoded_row, read_tokens, token_labels
from infograficos.content.token_text import display_text
from infograficos.errors import ContentError
from infograficos.language.grammar import phrase
from infograficos.language.numbers import fit_places, format_vector, join_numbers

__all__ = ["AudioData", "Encodings", "ImageData", "TextData"]

WORDS = OwnWords(
    ids=("{count} ID", "{count} IDs"),
    code_points=("{count} código Unicode", "{count} códigos Unicode"),
    samples="{count} amostras",
    pixels=("{down} × {across} = {count} pixel", "{down} × {across} = {count} pixels"),
)

_MAX_MAGNITUDE = 999_999.0
#: How many first numbers of a vector are shown with its last one, on ever narrower sheets.
_COUNTS = (4, 3, 2, 1)
#: How many tokens have a chip, and how many numbers the description has.
_MAX_CHIPS, _DESCRIBED = 3, 3


def _as_rows(value: object) -> object:
    rows = to_builtins(value)
    if not isinstance(rows, list) or not all(isinstance(row, list | tuple) for row in rows):
        raise ContentError("esperada uma lista de linhas, cada uma delas uma lista de intensidades")
    if any(isinstance(pixel, list | tuple) for row in rows for pixel in row):
        raise ContentError("uma imagem em cores tem três canais; dê um deles, ou a imagem em tons de cinza")
    return rows


_Name = Annotated[Words, short(16)]
_Entry = Annotated[Number, between(-_MAX_MAGNITUDE, _MAX_MAGNITUDE)]


@content
class TextData:
    """A text in tokens; its numbers are their ids, or the Unicode code points of single characters.

    Args:
        tokens: the tokens as one reads them.
        ids: one whole number a token; by default each character's code point.
        name: what kind of data it is.
        role: its colour role.
    """

    tokens: Annotated[RawTokens, read_tokens(12)]
    ids: Some[Annotated[int, between(0, _MAX_MAGNITUDE)]] | None = None
    name: Annotated[_Name, OwnWord("text")] = "texto"
    role: Words = "instruction"

    def __post_init__(self) -> None:
        validate_same_length(tokens=self.tokens, ids=self.ids)
        long = next((token for token in self._characters if len(token) > 1), None)
        if self.ids is None and long:
            raise ContentError(
                "sem ids, cada token é um só caractere; veio “{token}”. Dê um número por token em ids",
                token=long,
            )

    @cached_property
    def numbers(self) -> tuple[float, ...]:
        """The ids, or the code points."""
        return tuple(map(ord, self._characters) if self.ids is None else self.ids)

    @property
    def _characters(self) -> tuple[str, ...]:
        """The tokens as they were given: without ids, Ġ is the letter that it is."""
        return tuple(str(token.raw) for token in decoded_row(self.tokens))

    @property
    def size(self) -> str:
        """How much data there is."""
        return WORDS("ids" if self.ids else "code_points", len(self.tokens))

    def picture(self) -> elements.Element:
        """Return the first tokens."""
        labels = token_labels(self.tokens) if self.ids else map(display_text, self._characters)
        chips = [elements.token_chip(label, self.role, slim=True) for label in tuple(labels)[:_MAX_CHIPS]]
        more = [elements.Text("…", "mark", "muted", literal=True)] if len(self.tokens) > _MAX_CHIPS else []
        return elements.Row((*chips, *more), "hair")


@content
class AudioData:
    """A sound; its numbers are its samples.

    Args:
        samples: how far the wave is from rest at equal times.
        name: what kind of data it is.
        role: its colour role.
    """

    samples: Annotated[Some[_Entry], length(2, 2000)]
    name: Annotated[_Name, OwnWord("audio")] = "áudio"
    role: Words = "response"

    @property
    def numbers(self) -> tuple[float, ...]:
        """The samples, in order."""
        return tuple(self.samples)

    @property
    def size(self) -> str:
        """How much data there is."""
        return WORDS("samples", len(self.samples))

    def picture(self) -> elements.Element:
        """Return the wave."""
        return elements.Waveform(tuple(self.samples), self.role)


@content
class ImageData:
    """A grey image; its numbers are its pixels, row after row.

    Args:
        pixels: intensities from 0 (black) to `white`, rows of equal length.
        white: the intensity of a white pixel.
        name: what kind of data it is.
        role: its colour role.
    """

    pixels: Annotated[Some[Annotated[Some[Number], length(0, 32)]], BeforeValidator(_as_rows), length(0, 32)]
    white: Annotated[Number, Field(gt=0, le=65535)] = 255
    name: Annotated[_Name, OwnWord("image")] = "imagem"
    role: Words = "input"

    def __post_init__(self) -> None:
        matrix_shape("da imagem", self.pixels)
        wrong = next((pixel for row in self.pixels for pixel in row if not 0 <= pixel <= self.white), None)
        if wrong is not None:
            raise ContentError(
                "cada pixel vai de 0 a white ({white}); veio {found}",
                white=float(self.white),
                found=float(wrong),
            )

    @cached_property
    def numbers(self) -> tuple[float, ...]:
        """The pixels, row after row."""
        return tuple(pixel for row in self.pixels for pixel in row)

    @property
    def size(self) -> str:
        """How much data there is."""
        down, across = matrix_shape("da imagem", self.pixels)
        return WORDS("pixels", down * across, down=down, across=across)

    def picture(self) -> elements.Element:
        """Return the pixels."""
        rows = tuple(tuple(pixel / self.white for pixel in row) for row in self.pixels)
        return elements.PixelGrid(rows, self.role)


_Source = TextData | AudioData | ImageData


@content
class Encodings:
    """Raw data of several kinds, each with the numbers that a model reads in its place.

    Args:
        sources: one to four texts, sounds or images, in order.
    """

    sources: Annotated[Items[_Source], length(1, 4)]

    def __post_init__(self) -> None:
        names = [source.name for source in self.sources]
        validate_unique(names, "cada dado tem um nome só seu; “{name}” aparece duas vezes")

    def body(self) -> elements.Element:
        """Return a row each: data, arrow, vector; on narrow sheets, the vector below its data."""
        options = (*map(self._wide, _COUNTS[:3]), *map(self._narrow, _COUNTS))
        return elements.Named("dados", elements.FirstThatFits(options))

    def describe(self) -> str:
        """Return what each kind of data becomes, with its first numbers."""
        counts = range(_DESCRIBED, -1, -1)
        lists = ("; ".join(_describe_source(source, count) for source in self.sources) for count in counts)
        return fullest(
            phrase("Dados que viram vetores de números: {sources}.", sources=each) for each in lists
        )

    def _wide(self, count: int) -> elements.Element:
        """Return a panel each: data, a flow that meets the vector's middle, and the vector."""
        cells: list[elements.Cell] = []
        for row, source in enumerate(self.sources):
            vector = elements.Named(source.name, _vector(source, count))
            picture = elements.Card(source.picture(), None, None, "small", "none")
            panel = elements.Card(elements.Spacer(), f"{source.role}.soft", None, "none")
            flow = elements.FlowArrow("right", f"{source.role}.mid", "ribbon_thin")
            # The size hangs below the vector, whose middle the flow meets.
            hanging = elements.HangingCaption(vector, _size(source), "tiny")
            numbers = elements.Card(hanging, None, None, "small", "none")
            first, then = (partial(elements.Fragment, 2 * row + step) for step in (1, 2))
            cells += [
                elements.Cell(first(panel), row, 0, columns=6, align="stretch"),
                elements.Cell(elements.Spacer("hair"), row, 0),
                elements.Cell(first(_title(source)), row, 1),
                elements.Cell(first(picture), row, 2, justify="center"),
                elements.Cell(then(flow), row, 3),
                elements.Cell(then(numbers), row, 4),
                elements.Cell(elements.Spacer("hair"), row, 5),
            ]
        return elements.Grid(tuple(cells), (0.0, 0.0, 0.0, 0.0, 1.0, 0.0), "tiny", "tiny")

    def _narrow(self, count: int) -> elements.Element:
        """Return a panel each, in which the vector is below its data."""
        panels = []
        for row, source in enumerate(self.sources):
            head = elements.Row((_title(source), source.picture()), "small", justify="between")
            vector = elements.Named(source.name, _vector(source, count))
            flow = elements.FlowArrow("down", f"{source.role}.mid", "ribbon_thin", "large")
            numbers = elements.Fragment(2 * row + 2, elements.Column((flow, vector, _size(source)), "tiny"))
            panel = elements.panel(elements.Column((head, numbers), "tiny"), source.role, padding="small")
            panels.append(elements.Fragment(2 * row + 1, panel))
        return elements.Column(tuple(panels), "small")


def _title(source: _Source) -> elements.Element:
    return elements.Text(source.name, "heading", f"{source.role}.strong", literal=True)


def _vector(source: _Source, count: int) -> elements.Element:
    cells = elements.truncate_vector(source.numbers, count)
    white = source.white if isinstance(source, ImageData) else None
    vector = elements.Vector(cells, source.role, _places(cells), largest=white, grey=white is not None)
    return replace(vector, grouped=not isinstance(source, TextData))


def _size(source: _Source) -> elements.Element:
    return elements.Text(source.size, "label", "muted", literal=True)


def _places(numbers: Sequence[float | None]) -> int | None:
    return fit_places([number for number in numbers if number is not None])


def _describe_source(source: _Source, count: int) -> str:
    """Return a source with its first numbers, or where there is room for none with its size alone."""
    if not count:
        return f"{source.name}, {source.size}"
    numbers = format_vector(source.numbers, _places(source.numbers[:count]), count)
    if isinstance(source, TextData):
        more = ("…",) if len(source.numbers) > count else ()
        numbers = f"[{join_numbers((*map(str, source.numbers[:count]), *more))}]"
    return f"{source.name} ({source.size}) → {numbers}"


EXAMPLES = {
    "texto, áudio e imagem": Encodings(
        [
            TextData(["O", "gato", "dorme"], [4, 17, 23]),
            AudioData([0.0, 0.59, 0.95, 0.95, 0.59, 0.0, -0.59, -0.95, -0.95, -0.59, 0.0]),
            ImageData(
                [
                    [230, 245, 250, 238, 61],
                    [12, 30, 25, 220, 48],
                    [8, 15, 190, 110, 5],
                    [4, 120, 205, 20, 3],
                    [2, 215, 60, 6, 1],
                ]
            ),
        ]
    ),
    "letras": Encodings([TextData(list(word), name=word) for word in ("avó", "avô")]),
}
HEADLINES = {
    "texto, áudio e imagem": "Tudo vira **número**{model}",
    "letras": "Um acento, **outro número**{instruction}",
}
