"""Checks SVG text: well formed, of a known size, self-contained."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat

from infograficos.errors import InputError

#: The widest PNG, in pixels.
MAX_WIDTH = 8192

#: The tallest image that Cairo draws, in pixels.
MAX_HEIGHT = 32767

#: The most pixels in a PNG: 256 MiB while it is drawn. resvg aborts the process where memory is short.
MAX_PIXELS = 2**26

#: Nested elements; resvg overflows the stack on a few hundred.
MAX_DEPTH = 100

#: A data URL of a PNG or JPEG.
EMBEDDED_IMAGE = re.compile(r"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/]+={0,2})")

_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(?:px)?\s*")


@dataclass(frozen=True, slots=True)
class SvgDocument:
    """A checked SVG: its root element as text, its width and height in user units."""

    root: str
    width: float
    height: float

    def height_at(self, width: int) -> int:
        """Return the height in pixels for a width in pixels; `InputError` where that is too large."""
        if isinstance(width, bool) or not isinstance(width, int) or not 1 <= width <= MAX_WIDTH:
            raise InputError(
                "a largura “{width}” não serve; esperado um inteiro de 1 a {limit} pixels",
                width=str(width),
                limit=MAX_WIDTH,
            )
        height = max(1, round(self.height * (width / self.width)))
        if height > MAX_HEIGHT or width * height > MAX_PIXELS:
            raise InputError(
                "um PNG de {width} × {height} pixels é grande demais; peça uma largura menor",
                width=width,
                height=height,
            )
        return height


def parse_svg(svg: str) -> SvgDocument:
    """Check an SVG and find its size; `InputError` where it is malformed or not self-contained."""
    parsed = _Parser()
    try:
        source = svg.encode()
        parsed.parser.Parse(source, True)
    except expat.ExpatError as error:
        line, column = error.lineno, error.offset + 1
        raise InputError(
            "o SVG está malformado na linha {line}, coluna {column}", line=line, column=column
        ) from error
    except UnicodeEncodeError as error:
        raise InputError(
            "o SVG está malformado: o caractere {position} é inválido", position=error.start + 1
        ) from error
    width, height = _size(parsed.attributes)
    return SvgDocument(source[parsed.start :].decode(), width, height)


class _Parser:
    """Parses an SVG once: finds its root element, and rejects what must not be drawn."""

    def __init__(self) -> None:
        self.attributes: dict[str, str] = {}
        self.start = 0
        self._depth = 0
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.StartElementHandler = self._start_element
        self.parser.EndElementHandler = self._end_element
        self.parser.EntityDeclHandler = self._reject_entity
        self.parser.ProcessingInstructionHandler = self._reject_stylesheet

    def _start_element(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if self._depth == 0:
            if tag != "svg":
                raise InputError("esperado um SVG; o documento começa com “{tag}”", tag=tag)
            self.start, self.attributes = self.parser.CurrentByteIndex, attributes
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise InputError("o SVG tem mais de {limit} elementos um dentro do outro", limit=MAX_DEPTH)
        if tag == "text":
            # Cairo would use any font of the machine, and resvg would draw nothing.
            raise InputError("o SVG traz texto vivo; para PNG e PDF, o texto precisa vir em contornos")
        # Engines do not follow links.
        if tag != "a":
            _reject_external_files(tag, attributes)

    def _end_element(self, _name: str) -> None:
        self._depth -= 1

    def _reject_entity(self, name: str, *_about: object) -> None:
        raise InputError("o SVG declara a entidade “{name}”; entidades não são aceitas", name=name)

    def _reject_stylesheet(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise InputError("o SVG pede uma folha de estilo de fora; a figura precisa estar completa em si")


def _reject_external_files(tag: str, attributes: dict[str, str]) -> None:
    for name, value in attributes.items():
        if name.rpartition(" ")[2] != "href" or (tag == "image" and EMBEDDED_IMAGE.fullmatch(value)):
            continue
        if not value.startswith("#"):
            shown = value if len(value) <= 60 else f"{value[:60]}…"
            raise InputError(
                "o SVG pede “{url}” em “{tag}”; a figura precisa estar completa em si", url=shown, tag=tag
            )


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    # As in the engines, `width` and `height` each override `viewBox`.
    box = attributes.get("viewBox", "").replace(",", " ").split()[2:] or ["", ""]
    explicit = [attributes.get(side, "") for side in ("width", "height")]
    found = [_length(side) or _length(other) for side, other in zip(explicit, box, strict=False)]
    if len(found) != 2 or not all(found):
        raise InputError("o SVG não diz o tamanho da figura: faltam “width” e “height”, ou “viewBox”")
    return found[0], found[1]


def _length(text: str) -> float:
    if not text or text.endswith("%"):
        return 0.0
    match = _NUMBER.fullmatch(text)
    if not match:
        raise InputError("o tamanho “{text}” do SVG não serve; esperado um número de pixels", text=text)
    return float(match[1])
