"""Uma imagem pronta, como uma captura de tela ou um mapa de calor, com moldura e legenda."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, sin
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator

from infograficos import elements
from infograficos.content.checks import as_validator
from infograficos.content.data.image_file import ImageFile, read_image
from infograficos.content.descriptions import fullest
from infograficos.content.fields import (
    Detail,
    Items,
    Label,
    Name,
    Number,
    Words,
    between,
    content,
    length,
    short,
)
from infograficos.elements.images.map_png import encode_map_png
from infograficos.language.grammar import ensure_full_stop, join_and, phrase
from infograficos.text.markup import plain_text
from infograficos.text.typography import NO_BREAK_SPACE

__all__ = ["Callout", "Photo"]

#: Up to this ratio of width to height, the caption is beside the picture.
_MAX_PORTRAIT = 1.25


@content
class Callout:
    """What to look at in a picture: a ring around it, and a lens that shows it large.

    Args:
        text: what is there, in a few words.
        x: where it is, from the left side, in times the picture's width: 0 to 1.
        y: the same from the upper side, in times its height.
        radius: how large the ring is, in times the picture's width.
        curve: the numbers there, in order, which the lens draws as a curve; by default it shows the pixels.
    """

    text: Name
    x: Annotated[float, between(0, 1)]
    y: Annotated[float, between(0, 1)]
    radius: Annotated[float, between(0.02, 0.3)] = 0.08
    curve: Items[Number] = ()


@content
class Photo:
    """A picture in pixels that says what no drawing of this library can.

    Args:
        image: the path of a PNG or JPEG, or its bytes: up to 2 MB, and at least 320 pixels along one side.
        alt: what it shows, for those who do not see it, such as “attention map with a dark diagonal”.
        caption: what it is, or nothing.
        callouts: up to two places to look at; the first one is the one to remember.
        rows: what each row of a map is, or nothing.
        columns: what each column is, or nothing.
        role: the colour role of the callouts.
    """

    image: Annotated[Any, BeforeValidator(as_validator(read_image))]
    alt: Annotated[Words, AfterValidator(str.strip), short(200)]
    caption: Detail = ""
    callouts: Annotated[Items[Callout], length(0, 2)] = ()
    rows: Label = ""
    columns: Label = ""
    role: Words = "model"

    def body(self) -> elements.Element:
        """Return the picture with its caption, beside it where the picture is narrow, else below it."""
        file: ImageFile = self.image
        # On a phone, a picture is as large as its sheet.
        below: elements.Element = self._below(self._picture("below", "image_height"))
        if self.callouts:
            below = elements.FirstThatFits((elements.WideOnly(self._below(self._picture("below"))), below))
        if file.width > _MAX_PORTRAIT * file.height or not (self.caption or self.callouts):
            return below
        if self.callouts:
            beside: elements.Element = elements.WideOnly(self._below(self._picture("right")))
        else:
            words = elements.Text(self.caption, "body", "ink")
            panel = elements.Card(words, f"{self.role}.soft", None, align="center")
            parts = elements.NoWrap(self._picture("below")), elements.Grow(panel)
            beside = elements.Row(parts, "small", "stretch")
        return elements.FirstThatFits((beside, below))

    def describe(self) -> str:
        """Return what the picture shows and where to look, then its caption."""
        told = [phrase("Imagem: {alt}", alt=plain_text(self.alt))]
        if self.callouts:
            places = [f"“{plain_text(callout.text)}”" for callout in self.callouts]
            told.append(
                phrase(("Em destaque: {parts}", "Em destaque: {parts}"), len(places), parts=join_and(places))
            )
        if self.caption:
            told.append(phrase("Legenda: {caption}", caption=plain_text(self.caption)))
        told = list(map(ensure_full_stop, told))
        return fullest(" ".join(told[:count]) for count in range(len(told), 0, -1))

    def _below(self, picture: elements.Element) -> elements.Element:
        """Return a picture with its caption below it, both in the middle."""
        words = (elements.Text(self.caption, "label", "muted", "center"),) if self.caption else ()
        return elements.Column((picture, *words), "small", "center")

    def _picture(self, side: Literal["below", "right"], size: str = "") -> elements.Element:
        """Return the picture with its callouts, below the names of its axes.

        Args:
            size: the name of the theme's size that limits its height, by default as lenses leave it room.
        """
        is_low = self.callouts and (side == "below" or self.caption)
        size = size or ("marked_image_height" if is_low else "image_height")
        picture: elements.Element = elements.FramedImage(self.image, self.alt, tallest=size)
        names = [
            f"{name}{NO_BREAK_SPACE}{sign}" for name, sign in ((self.rows, "↓"), (self.columns, "→")) if name
        ]
        if names:
            axes = tuple(elements.NoWrap(elements.Text(name, "label", "muted")) for name in names)
            # Closer than that they would read as one phrase.
            beside = elements.Row(axes, "large", justify="between")
            head = elements.FirstThatFits((beside, elements.Column(axes, "hair")))
            picture = elements.Column((head, picture), "tiny")
        marks = tuple(elements.Callout(c.text, c.x, c.y, c.radius, tuple(c.curve)) for c in self.callouts)
        return elements.ImageWithCallouts(picture, marks, self.role, side) if marks else picture


def wave(dimension: int, positions: Iterable[float]) -> list[float]:
    """Return a sine of the encodings of positions in 192 dimensions, moved from −1…1 to 0…1.

    Source: Vaswani and others, “Attention Is All You Need”, 2017, section 3.5.
    """
    return [(1 + sin(position / 10_000 ** (2 * dimension / 192))) / 2 for position in positions]


def ring_on_wave(text: str, position: int, dimension: int) -> Callout:
    """Return a callout whose lens draws what is across its ring: 13 of 64 positions, in one of 32 sines."""
    around = (position - 6 + step / 4 for step in range(49))
    middle = (position + 0.5) / 64, (dimension + 0.5) / 32
    return Callout(text, *middle, 6.5 / 64, wave(dimension, around))


def recency(count: int, slope: float) -> list[list[float]]:
    """Return the weights that ALiBi's penalty alone gives to tokens, each row in times its largest.

    Source: Press, Smith and Lewis, “Train Short, Test Long”, 2022.
    """
    return [[exp(-slope * (i - j)) if j <= i else 0.0 for j in range(count)] for i in range(count)]


EXAMPLES = {
    "posições": Photo(
        image=encode_map_png([wave(row, range(64)) for row in range(32)], cell=8, ink="violet", levels=31),
        alt="senos de 64 posições em 32 linhas: ondas curtas em cima, cada vez mais longas embaixo",
        callouts=[ring_on_wave("rápida", 14, 6), ring_on_wave("lenta", 48, 25)],
        rows="dimensão",
        columns="posição",
    ),
    "atenção": Photo(
        image=encode_map_png(recency(32, 1 / 4), cell=12, ink="green", levels=31),
        alt="mapa de atenção de 32 tokens: só a diagonal e o que vem logo antes dela são escuros",
        callouts=[Callout("perto: pesa", 0.5, 0.48), Callout("longe: some", 0.14, 0.8)],
        rows="consulta",
        columns="chave",
        role="response",
    ),
}

HEADLINES = {
    "posições": "Ondas **dizem a posição**{model}",
    "atenção": "O ALiBi olha para **perto**{response}",
}
