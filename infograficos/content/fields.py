"""What an author gives to a builder: checked when it is given, refused in the author's language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import wraps
from math import isfinite
from textwrap import dedent
from typing import Annotated, Any, TypeVar, dataclass_transform

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.dataclasses import dataclass as validated_dataclass

from infograficos.content.messages import dotted, expected, mistakes
from infograficos.errors import InputError
from infograficos.language.portuguese import join_and
from infograficos.text.characters import refused_character

_Class = TypeVar("_Class")
_Item = TypeVar("_Item")

LONGEST_TEXT = 2000

#: Of a figure or a chapter: it stands in the names of files, which systems do not let grow for ever.
LAST_NUMBER = 999

#: Python refuses to write a number of thousands of digits, and nobody reads one of more than ten.
LARGEST_COUNT = 10**9


def _with_words(text: str) -> str:
    if not text.strip():
        raise ValueError("esperado um texto com ao menos uma letra, veio um texto vazio")
    return visible(text)


def visible(text: str) -> str:
    """Return a text, or refuse one with a character that no text may hold."""
    refused = refused_character(text)
    if refused:
        raise ValueError(refused)
    return text


def _file_name(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError(
            expected("um nome de arquivo só de letras minúsculas sem acento, algarismos e “-”", text)
        )
    return text


def plain_values(given: object) -> object:
    """Return what an array or a tensor holds as Python's own lists and numbers; all else as it is.

    Arrays are known by their `tolist`, so that none of their libraries has to be there.
    """
    if isinstance(given, list | tuple):
        return [plain_values(item) if hasattr(item, "tolist") else item for item in given]
    # A class, such as that of arrays themselves, has the name, too, and holds nothing.
    return given.tolist() if hasattr(given, "tolist") and not isinstance(given, type) else given


def is_finite(number: float) -> bool:
    """Say whether a number is one that a figure can show: a whole one may be too large for that, too."""
    try:
        return isfinite(number)
    except OverflowError:
        return False


#: A text with something to read in it.
Words = Annotated[str, Field(strict=True, max_length=LONGEST_TEXT), AfterValidator(_with_words)]


def short(longest: int) -> AfterValidator:
    """Return a check that a text has no more characters than a figure has room for."""

    def checked(text: str) -> str:
        if len(text) > longest:
            raise ValueError(f"esperado um texto de no máximo {longest} caracteres, veio um de {len(text)}")
        return text

    return AfterValidator(checked)


def unindented(given: object) -> object:
    """Return lines without the indentation that all of them share, tabs, and empty lines around them."""
    if not isinstance(given, str):
        return given
    lines = dedent(given.replace("\r\n", "\n").expandtabs(4)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


#: Words, or nothing.
Remark = Annotated[str, Field(strict=True, max_length=LONGEST_TEXT), AfterValidator(visible)]

#: Lines of a program or of what it answers, or nothing.
Lines = Annotated[
    str,
    Field(strict=True, max_length=LONGEST_TEXT),
    BeforeValidator(unindented),
    AfterValidator(visible),
]

#: What can be read at a glance.
Name = Annotated[Words, short(40)]

#: A few words more, or nothing.
Detail = Annotated[str, Field(strict=True, max_length=60), AfterValidator(str.strip), AfterValidator(visible)]

#: A name that can stand in a file's name on every system.
FileName = Annotated[str, Field(strict=True, max_length=80), AfterValidator(_file_name)]

#: True or false, and no text or number in their place.
Flag = Annotated[bool, Field(strict=True)]

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Count = Annotated[int, Field(strict=True, ge=1, le=LARGEST_COUNT)]
Natural = Annotated[int, Field(strict=True, ge=0, le=LARGEST_COUNT)]

#: At least one item; a list, an array or a tensor is as good as a tuple, and is kept as a tuple.
Some = Annotated[Sequence[_Item], BeforeValidator(plain_values), Field(min_length=1), AfterValidator(tuple)]


def _as_lists(value: object) -> list[object]:
    """Return what an array, a tensor, or a list of them holds as a list of lists."""
    rows = plain_values(value)
    if isinstance(rows, list) and all(isinstance(row, list | tuple) for row in rows):
        return rows
    raise ValueError("esperada uma lista de linhas, cada uma delas uma lista")


#: Rows of items in lists, an array or a tensor.
Rows = Annotated[Some[Some[_Item]], BeforeValidator(_as_lists)]


def shape_of(name: str, rows: Sequence[Sequence[object]]) -> tuple[int, int]:
    """Return how many rows and columns there are, or refuse rows of different lengths."""
    widths = sorted({len(row) for row in rows})
    if len(widths) > 1:
        sizes = join_and([str(width) for width in widths])
        raise ValueError(f"as linhas de {name} devem ter o mesmo tamanho; vieram linhas de {sizes}")
    return len(rows), widths[0]


#: Numbers in a list, an array or a tensor.
Numbers = Some[Number]


def first_repeated(items: Iterable[_Item]) -> _Item | None:
    """Return the first item that comes again later, or nothing where all are different."""
    listed = list(items)
    times = Counter(listed)
    return next((item for item in listed if times[item] > 1), None)


@dataclass_transform(frozen_default=True)
def content(cls: type[_Class]) -> type[_Class]:
    """Make a class a frozen dataclass that checks its fields and refuses wrong ones with `InputError`."""
    made: Any = validated_dataclass(
        frozen=True, config=ConfigDict(extra="forbid", arbitrary_types_allowed=True)
    )(cls)
    checked = made.__init__

    @wraps(checked)
    def init(self: object, *given: object, **named: object) -> None:
        names = [field.name for field in fields(made)]
        if len(given) > len(names):
            raise InputError(f"{made.__name__}: esperados até {len(names)} valores, vieram {len(given)}")
        values = dict(zip(names, given, strict=False)) | named
        try:
            checked(self, **values)
        except ValidationError as problem:
            listed = {name: plain_values(value) for name, value in values.items()}
            raise InputError(_report(made.__name__, problem, listed, names)) from None
        except UnicodeEncodeError:  # what pydantic raises where a message of ours repeats such a text
            raise InputError(f"{made.__name__}: um dos textos tem metade de um caractere; apague-a") from None

    made.__init__ = init
    return made  # type: ignore[no-any-return]


#: How many mistakes of one content are told.
_MOST_TOLD = 20


def _report(owner: str, problem: ValidationError, values: dict[str, object], names: list[str]) -> str:
    found = mistakes(problem, values, lambda path: () if path else names)
    lines = []
    for mistake in found[:_MOST_TOLD]:
        place = dotted(mistake.path)
        separator = " " if mistake.text.startswith("não existe") else ": "
        lines.append(f"{owner}{f'.{place}' if place else ''}{separator}{mistake.text}")
    return "\n".join([*lines, f"{owner}: e outros erros como estes"] if len(found) > len(lines) else lines)
