"""Uma imagem pronta, como uma captura de tela ou um mapa de calor, com moldura e legenda."""

from __future__ import annotations

from math import exp, sin
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from infograficos import elements
from infograficos.content.checks import as_validator
from infograficos.content.data.image_file import ImageFile, read_image
from infograficos.content.descriptions import fullest
from infograficos.content.fields import Detail, Words, content, short
from infograficos.elements.images.grey_png import encode_grey_png
from infograficos.language.portuguese import ensure_full_stop
from infograficos.text.markup import plain_text

__all__ = ["Photo"]

#: Up to this ratio of width to height, the caption is beside the picture.
_MAX_PORTRAIT = 1.25


@content
class Photo:
    """A picture in pixels that says what no drawing of this library can.

    Args:
        image: the path of a PNG or JPEG, or its bytes: up to 2 MB, and at least 320 pixels along one side.
        alt: what it shows, for those who do not see it, such as “mapa de atenção com a diagonal escura”.
        caption: what to look at, or nothing.
    """

    image: Annotated[Any, BeforeValidator(as_validator(read_image))]
    alt: Annotated[Words, AfterValidator(str.strip), short(200)]
    caption: Detail = ""

    def body(self) -> elements.Element:
        """Return the picture with its caption, beside it where the picture is narrow, else below it."""
        file: ImageFile = self.image
        below = elements.Column((elements.FramedImage(file, self.alt, self.caption),), align="center")
        if not self.caption or file.width > _MAX_PORTRAIT * file.height:
            return below
        picture = elements.NoWrap(elements.FramedImage(file, self.alt))
        words = elements.Grow(elements.Text(self.caption, "body", "ink"))
        return elements.FirstThatFits((elements.Row((picture, words), "large"), below))

    def describe(self) -> str:
        """Return what the picture shows, then its caption."""
        image = f"Imagem: {ensure_full_stop(plain_text(self.alt))}"
        caption = f" Legenda: {ensure_full_stop(plain_text(self.caption))}" if self.caption else ""
        return fullest((f"{image}{caption}", image))


def sines(positions: int, width: int) -> list[list[float]]:
    """Return the sines of the encodings of positions, a row each, moved from −1…1 to 0…1.

    Source: Vaswani and others, “Attention Is All You Need”, 2017, section 3.5.
    """
    return [
        [(1 + sin(position / 10_000 ** (i / width))) / 2 for i in range(0, width, 2)]
        for position in range(positions)
    ]


def recency(count: int, slope: float) -> list[list[float]]:
    """Return the weights that ALiBi's penalty alone gives to tokens, each row in times its largest.

    Source: Press, Smith and Lewis, “Train Short, Test Long”, 2022.
    """
    return [[exp(-slope * (i - j)) if j <= i else 0.0 for j in range(count)] for i in range(count)]


EXAMPLES = {
    "posições": Photo(
        image=encode_grey_png(sines(32, 128), cell=10),
        alt="senos de 32 posições em 64 colunas: ondas curtas à esquerda, cada vez mais longas à direita",
        caption="Cada linha é uma posição; à direita, as ondas mal mudam",
    ),
    "atenção": Photo(
        image=encode_grey_png(recency(32, 1 / 4), cell=12),
        alt="mapa de atenção de 32 tokens: só a diagonal e o que vem logo antes dela são escuros",
        caption="Mais escuro, mais peso na linha: ele cai com a distância",
    ),
}
