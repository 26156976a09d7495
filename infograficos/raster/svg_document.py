"""The SVG text as it arrives: well formed, of a known size, complete in itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat

from infograficos.errors import InputError

#: The widest PNG, in pixels.
MAX_WIDTH = 8192

#: Cairo draws no picture taller than this, in pixels.
MAX_HEIGHT = 32767

#: The most pixels in a PNG: 256 MiB while it is drawn. resvg aborts the process where memory is short.
MAX_PIXELS = 2**26

#: Groups inside groups; resvg overflows the stack on a few hundred.
MAX_DEPTH = 100

#: A PNG or JPEG that an SVG holds whole.
EMBEDDED_IMAGE = re.compile(r"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/]+={0,2})")

_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(?:px)?\s*")


@dataclass(frozen=True, slots=True)
class SvgDocument:
    """An SVG that an engine may draw: its root element as text, and its width and height in user units."""

    root: str
    width: float
    height: float

    def height_at(self, width: int) -> int:
        """Return the height in pixels that goes with a width in pixels."""
        if isinstance(width, bool) or not isinstance(width, int) or not 1 <= width <= MAX_WIDTH:
            raise InputError(f"a largura “{width}” não serve; esperado um inteiro de 1 a {MAX_WIDTH} pixels")
        height = max(1, round(self.height * (width / self.width)))
        if height > MAX_HEIGHT or width * height > MAX_PIXELS:
            raise InputError(f"um PNG de {width} × {height} pixels é grande demais; peça uma largura menor")
        return height


def parse_svg(svg: str) -> SvgDocument:
    """Check an SVG and find its size; `InputError` where it is malformed, sizeless or needs other files."""
    reader = _Reader()
    try:
        written = svg.encode()
        reader.parser.Parse(written, True)
    except expat.ExpatError as problem:
        place = f"na linha {problem.lineno}, coluna {problem.offset + 1}"
        raise InputError(f"o SVG está malformado {place}") from problem
    except UnicodeEncodeError as problem:
        raise InputError(f"o SVG está malformado: o caractere {problem.start + 1} é inválido") from problem
    width, height = _size(reader.attributes)
    return SvgDocument(written[reader.start :].decode(), width, height)


class _Reader:
    """Goes through an SVG once: notes where its root starts and what it says, and refuses what it must."""

    def __init__(self) -> None:
        self.attributes: dict[str, str] = {}
        self.start = 0
        self._depth = 0
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.StartElementHandler = self._opened
        self.parser.EndElementHandler = self._closed
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction

    def _opened(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if self._depth == 0:
            self._begun(tag, attributes)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise InputError(f"o SVG tem mais de {MAX_DEPTH} elementos um dentro do outro")
        if tag == "text":
            # Cairo would set it in whichever font the machine has, and resvg not at all.
            raise InputError("o SVG traz texto vivo; para PNG e PDF, o texto precisa vir em contornos")
        # A link is followed by whoever reads the page, never by an engine.
        if tag != "a":
            _refuse_other_files(tag, attributes)

    def _begun(self, tag: str, attributes: dict[str, str]) -> None:
        if tag != "svg":
            raise InputError(f"esperado um SVG; o documento começa com “{tag}”")
        self.start, self.attributes = self.parser.CurrentByteIndex, attributes

    def _closed(self, _name: str) -> None:
        self._depth -= 1

    def _entity(self, name: str, *_about: object) -> None:
        raise InputError(f"o SVG declara a entidade “{name}”; entidades não são aceitas")

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise InputError("o SVG pede uma folha de estilo de fora; a figura precisa estar completa em si")


def _refuse_other_files(tag: str, attributes: dict[str, str]) -> None:
    for name, value in attributes.items():
        if name.rpartition(" ")[2] != "href" or (tag == "image" and EMBEDDED_IMAGE.fullmatch(value)):
            continue
        if not value.startswith("#"):
            shown = value if len(value) <= 60 else f"{value[:60]}…"
            raise InputError(f"o SVG pede “{shown}” em “{tag}”; a figura precisa estar completa em si")


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    # `width` and `height` win over `viewBox`, each on its own, as they do in the engines.
    box = attributes.get("viewBox", "").replace(",", " ").split()[2:] or ["", ""]
    given = [attributes.get(side, "") for side in ("width", "height")]
    found = [_length(side) or _length(other) for side, other in zip(given, box, strict=False)]
    if len(found) != 2 or not all(found):
        raise InputError("o SVG não diz o tamanho da figura: faltam “width” e “height”, ou “viewBox”")
    return found[0], found[1]


def _length(written: str) -> float:
    if not written or written.endswith("%"):
        return 0.0
    match = _NUMBER.fullmatch(written)
    if not match:
        raise InputError(f"o tamanho “{written}” do SVG não serve; esperado um número de pixels")
    return float(match[1])
