"""Icons as authors give them: a name of Lucide's, or a drawing of their own, an SVG or an image."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from infograficos.content.data.author_file import read_author_file, validate_length
from infograficos.content.data.image_file import ImageFile, ImageLimits, image_name, is_image, parse_image
from infograficos.errors import InputError
from infograficos.icons import icon_name
from infograficos.language.messages import message

if TYPE_CHECKING:
    from infograficos.icons.svg_parts import IconPart

#: Of an SVG, too; an icon is small on the sheet.
_LIMITS = ImageLimits(100_000, 96)

#: No icon's name has these.
_OF_PATHS = re.compile(r"[./\\]")


@dataclass(frozen=True, slots=True)
class SvgFile:
    """An author's SVG: what messages call it, and its bytes."""

    name: str
    data: bytes = field(repr=False)


#: An icon's English name, or an author's own drawing.
IconSource: TypeAlias = str | SvgFile | ImageFile


def read_icon(source: object) -> IconSource:
    """Return an icon's English name, or the drawing that a path or bytes hold; nothing for an empty text.

    A name that there is not, and a file that cannot be drawn, raise `InputError`.
    """
    if isinstance(source, SvgFile):
        return _read_data(source.name, source.data)
    if isinstance(source, ImageFile):
        source = source.data
    if isinstance(source, bytes | bytearray):
        return _read_data(message("a imagem"), bytes(source))
    if isinstance(source, os.PathLike) or (isinstance(source, str) and is_path(source)):
        name = image_name(source)
        formats = message("SVG, PNG ou JPEG")
        return _read_data(name, read_author_file(source, name, formats, _LIMITS.most_bytes))
    if isinstance(source, str):
        return icon_name(source) if source.strip() else ""
    kind = message("nada") if source is None else type(source).__name__
    raise InputError("esperado o nome de um ícone, ou o caminho de um SVG ou PNG, veio {kind}", kind=kind)


def is_path(text: str) -> bool:
    """Return whether a text is a path, and not an icon's name."""
    return _OF_PATHS.search(text) is not None


def svg_parts(file: SvgFile) -> tuple[IconPart, ...]:
    """Return an SVG's shapes on the icons' grid; what cannot be redrawn raises `InputError`."""
    # Its libraries take time to import, and few figures need them.
    from infograficos.icons.svg_drawing import draw_svg  # noqa: PLC0415
    from infograficos.icons.svg_tree import SvgError  # noqa: PLC0415

    try:
        return draw_svg(file.data)
    except SvgError as error:
        raise InputError(f"{file.name}{error.place}: {error}") from None


def _read_data(name: str, data: bytes) -> IconSource:
    if is_image(data):
        return parse_image(name, data, _LIMITS)
    validate_length(name, len(data), _LIMITS.most_bytes)
    file = SvgFile(name, data)
    svg_parts(file)
    return file
