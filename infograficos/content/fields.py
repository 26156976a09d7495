"""Field types of a builder's content, validated on construction with messages in the author's language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import partial, wraps
from typing import Annotated, Any, TypeVar, dataclass_transform

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.dataclasses import dataclass as validated_dataclass

from infograficos.content.data.axis_labels import with_labels
from infograficos.content.data.read_numbers import read_gap, read_score, to_builtins
from infograficos.content.data_texts import keep_given
from infograficos.content.documentation import PlainSignature, with_public_names
from infograficos.content.validation_messages import expected_message, format_path, validation_issues
from infograficos.errors import ContentError, InputError
from infograficos.language.messages import message
from infograficos.system.languages import pick_language
from infograficos.text.characters import compose, validate_characters

_Class = TypeVar("_Class")
_Item = TypeVar("_Item")

MAX_TEXT_LENGTH = 2000

#: Of a figure or a chapter; it is part of file names, whose length systems limit.
MAX_FIGURE_NUMBER = 999

#: Python refuses to write a number of thousands of digits, and nobody reads one of more than ten.
MAX_COUNT = 10**9


def _validate_words(text: str) -> str:
    if not text.strip():
        raise ContentError("esperado um texto com ao menos uma letra, veio um texto vazio")
    return validate_characters(text)


def _validate_file_name(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError(
            expected_message("um nome de arquivo só de letras minúsculas sem acento, algarismos e “-”", text)
        )
    return text


#: A text with something to read in it.
Words = Annotated[str, Field(strict=True, max_length=MAX_TEXT_LENGTH), AfterValidator(_validate_words)]


def short(limit: int) -> AfterValidator:
    """Return a validator that limits a text to so many characters."""
    return AfterValidator(partial(_validate_length, limit=limit))


def _validate_length(text: str, limit: int) -> str:
    if len(text) > limit:
        raise ValueError(too_long_message(text, limit))
    return text


def too_long_message(text: str, limit: int) -> str:
    """Say that a text has more than so many characters."""
    return message(
        "esperado um texto de no máximo {limit} caracteres, veio um de {length}",
        limit=limit,
        length=len(text),
    )


def length(minimum: int, maximum: int | None = None) -> Any:  # noqa: ANN401 - pydantic's field has no type
    """Return what limits how many items a list has."""
    return Field(min_length=minimum, max_length=maximum)


def between(minimum: float, maximum: float) -> Any:  # noqa: ANN401 - pydantic's field has no type
    """Return what limits a number, both ends included; texts are not converted."""
    return Field(strict=True, ge=minimum, le=maximum)


#: A text, perhaps empty.
OptionalText = Annotated[
    str, Field(strict=True, max_length=MAX_TEXT_LENGTH), AfterValidator(validate_characters)
]


def _language_code(tag: str) -> str:
    try:
        return pick_language(tag) if tag else ""
    except InputError as error:
        raise ValueError(str(error)) from None


#: The tag of a language, or nothing where it is said elsewhere.
LanguageTag = Annotated[str, Field(strict=True), AfterValidator(_language_code)]

#: A text read at a glance.
Name = Annotated[Words, short(40)]

#: What finds an author's words in another place, however their accents are written.
COMPOSED = AfterValidator(compose)

#: A short text, perhaps empty.
Detail = Annotated[
    str, Field(strict=True, max_length=60), AfterValidator(str.strip), AfterValidator(validate_characters)
]

#: A title of a few words, perhaps empty.
Label = Annotated[Detail, short(30)]

#: A name valid in file names on every system.
FileName = Annotated[str, Field(strict=True, max_length=80), AfterValidator(_validate_file_name)]

#: True or false; texts and numbers are not converted.
Flag = Annotated[bool, Field(strict=True)]

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]

#: A score: a number, −∞ where nothing is left of it, or nothing where one is masked: None or NaN.
Score = Annotated[
    Annotated[float, Field(strict=True)] | None, BeforeValidator(read_gap), AfterValidator(read_score)
]

#: A reading: a number, ∞ or NaN where it diverged, or nothing where it is missing.
Reading = Annotated[float, Field(strict=True)] | None

#: A weight: a number, which is 0 where it is masked.
Weight = Annotated[Number, BeforeValidator(lambda value: 0.0 if value is None else value)]
Count = Annotated[int, Field(strict=True, ge=1, le=MAX_COUNT)]
Natural = Annotated[int, Field(strict=True, ge=0, le=MAX_COUNT)]

#: Items from a list or tuple; kept as a tuple.
Items = Annotated[Sequence[_Item], AfterValidator(tuple)]

#: How many decimals are shown.
Places = Annotated[int, between(0, 6)]

#: A whole number, perhaps negative.
Integer = Annotated[int, between(-MAX_COUNT, MAX_COUNT)]

#: At least one item, from a list, tuple, array or tensor; kept as a tuple.
Some = Annotated[Sequence[_Item], Field(min_length=1), AfterValidator(tuple)]


def to_rows(rows: object) -> list[object]:
    """Return a list of rows, which `content` makes of arrays and tensors; else raise `ValueError`."""
    if isinstance(rows, list) and all(isinstance(row, list | tuple) for row in rows):
        return rows
    raise ContentError("esperada uma lista de linhas, cada uma delas uma lista")


#: Rows of items in lists, an array or a tensor.
Rows = Annotated[Some[Some[_Item]], BeforeValidator(to_rows)]


#: Numbers in a list, an array or a tensor.
Numbers = Some[Number]


def first_duplicate(items: Iterable[_Item]) -> _Item | None:
    """Return the first item that occurs again, or None."""
    counts = Counter(kept := list(items))
    return next((item for item in kept if counts[item] > 1), None)


@dataclass_transform(frozen_default=True, field_specifiers=(Field,))
def content(cls: type[_Class]) -> type[_Class]:
    """Make a class a frozen dataclass whose constructor validates its fields and raises `InputError`."""
    made: Any = validated_dataclass(
        frozen=True, config=ConfigDict(extra="forbid", arbitrary_types_allowed=True, validate_by_name=True)
    )(with_public_names(cls))
    validating_init = made.__init__

    @wraps(validating_init)
    def init(self: object, *args: object, **kwargs: object) -> None:
        names = [field.name for field in fields(made)]
        if len(args) > len(names):
            raise InputError(
                "{kind}: esperados até {most} valores, vieram {found}",
                kind=made.__name__,
                most=len(names),
                found=len(args),
            )
        given = dict(zip(names, args, strict=False)) | kwargs
        values = given
        try:
            with keep_given(self, given):
                values = _read_fields(made, given)
                validating_init(self, **values)
        except ValidationError as error:
            raise InputError(_report(made.__name__, error, values, names)) from None
        except UnicodeEncodeError:  # pydantic's, for a message of ours that repeats half a surrogate pair
            raise InputError(
                "{kind}: um dos textos tem metade de um caractere; apague-a", kind=made.__name__
            ) from None

    made.__init__ = init
    made.__signature__ = PlainSignature()
    return made  # type: ignore[no-any-return]


def _read_fields(owner: Any, given: dict[str, object]) -> dict[str, object]:  # noqa: ANN401 - a pydantic dataclass
    """Convert what libraries hold, and take the labels of data for fields that have them."""
    try:
        given = with_labels(owner.__pydantic_fields__, given)
    except ValueError as error:
        raise InputError(f"{owner.__name__}: {error}") from None
    return {name: _read_field(owner, name, value) for name, value in given.items()}


def _read_field(owner: Any, name: str, value: object) -> object:  # noqa: ANN401 - a pydantic dataclass
    """Convert what libraries hold to lists and numbers, unless the field has a reader of its own."""
    field = owner.__pydantic_fields__.get(name)
    if field is None or field.annotation is Any:
        return value
    try:
        return to_builtins(value)
    except ValueError as error:
        raise InputError(f"{owner.__name__}.{name}: {error}") from None


#: How many issues of one content a message lists.
_MAX_LISTED = 20


def _report(owner: str, error: ValidationError, values: dict[str, object], names: list[str]) -> str:
    issues = validation_issues(error, values, lambda path: () if path else names)
    lines = [f"{owner}{'.' if format_path(issue.path) else ''}{issue}" for issue in issues[:_MAX_LISTED]]
    if len(issues) > _MAX_LISTED:
        lines.append(message("{kind}: e outros erros como estes", kind=owner))
    return "\n".join(lines)
