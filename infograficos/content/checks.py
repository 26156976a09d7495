"""Checks of names and across the fields of a content; each raises `ValueError`, which `content` reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence, Sized
from functools import wraps
from itertools import pairwise
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import AfterValidator, BeforeValidator

from infograficos.content.data.icon_file import IconSource, is_path, read_icon
from infograficos.content.data.picture_values import PICTURES, Value
from infograficos.content.fields import Items, Number, Words, first_duplicate
from infograficos.errors import ContentError, InputError, unknown_name_message
from infograficos.icons.search import unknown_icon_message
from infograficos.language.messages import message
from infograficos.text.characters import compose
from infograficos.text.markup import plain_text

_Value = TypeVar("_Value")
_Result = TypeVar("_Result")


class NamedItem(Protocol):
    """An item with a name and, if not empty, a detail."""

    @property
    def name(self) -> str:
        """The item's name."""

    @property
    def detail(self) -> str:
        """A few words about the item, or an empty text."""


def name_with_detail(item: NamedItem) -> str:
    """Return the name with the detail in brackets."""
    return f"{plain_text(item.name)} ({plain_text(item.detail)})" if item.detail else plain_text(item.name)


def name_alone(item: NamedItem) -> str:
    """Return the name without the detail, where there is no room for it."""
    return plain_text(item.name)


def validate_same_length(**fields: Sized | None) -> None:
    """Raise `ValueError` for fields of different lengths; a field that is None does not count."""
    lengths = {name: len(items) for name, items in fields.items() if items is not None}
    if len(set(lengths.values())) > 1:
        raise ContentError(
            "{names} devem ter o mesmo tamanho; vieram {lengths}",
            names=list(lengths),
            lengths=list(lengths.values()),
        )


def validate_exactly_one(owner: str = "", /, **fields: object) -> None:
    """Raise `ValueError` for both of two fields, and for neither; `owner` is the message's prefix."""
    if sum(value is not None for value in fields.values()) != 1:
        first, second = fields
        advice = message("dê {first} ou {second}: um dos dois, e só um", first=first, second=second)
        raise ValueError(f"{owner}{advice}")


def validate_unique(items: Iterable[str], source: str) -> None:
    """Raise `ValueError` for an item that occurs again.

    `source` is the message, in Portuguese, in which `{name}` stands for the item.
    """
    duplicate = first_duplicate(map(compose, items))
    if duplicate is not None:
        raise ContentError(source, name=duplicate)


def validate_unique_names(names: Iterable[str]) -> None:
    """Raise `ValueError` for two names that are the same, markup, case and outer spaces aside."""
    seen = set()
    for name in names:
        words = compose(plain_text(name).strip())
        if words.casefold() in seen:
            raise ContentError("esperados nomes diferentes; “{name}” aparece duas vezes", name=words)
        seen.add(words.casefold())


def matrix_shape(name: str, rows: Sequence[Sequence[object]]) -> tuple[int, int]:
    """Return the number of rows and columns; rows of different lengths raise `ValueError`.

    `name` says in the message what has the rows, in Portuguese and with its preposition: “de values”.
    """
    widths = sorted({len(row) for row in rows})
    if len(widths) > 1:
        raise ContentError(
            "as linhas {of_matrix} devem ter o mesmo tamanho; vieram linhas de {widths}",
            of_matrix=message(name),
            widths=widths,
        )
    return len(rows), widths[0]


def validate_known(kind: str, name: str | None, known: Collection[str]) -> None:
    """Raise `ValueError` for an unknown name, with suggestions; None is fine."""
    if name is not None and name not in known:
        raise ValueError(unknown_name_message(kind, name, known))


def validate_detours(detours: Iterable[tuple[int, int]], count: int) -> None:
    """Raise `ValueError` for a way around no layer, or none of a block's so many, or one that has another."""
    for way in detours:
        if way[1] < way[0]:
            raise ContentError("o atalho {way} não contorna nada; a primeira camada vem antes", way=way)
        if way[0] < 1 or way[1] > count:
            raise ContentError(
                "o atalho {way} sai do bloco; as camadas vão de 1 a {last}", way=way, last=count
            )
    for one, two in pairwise(sorted(detours)):
        if two[0] <= one[1]:
            raise ContentError("os atalhos {one} e {two} contornam a mesma camada", one=one, two=two)


def as_validator(function: Callable[[_Value], _Result]) -> Callable[[_Value], _Result]:
    """Turn a function that raises `InputError` into a validator of a field."""

    @wraps(function)
    def validate(value: _Value) -> _Result:
        try:
            return function(value)
        except InputError as error:
            raise ValueError(str(error)) from None

    return validate


def check_with(function: Callable[[str], object]) -> AfterValidator:
    """Return a validator that keeps a text unless a function raises `InputError` for it."""

    @as_validator
    def validate(text: str) -> str:
        function(text)
        return text

    return AfterValidator(validate)


#: Return an icon's canonical name, or the drawing in an author's file; `ValueError` refuses another one.
validate_icon: Callable[[object], IconSource] = as_validator(read_icon)

#: The name of an icon, or an author's own SVG or PNG; nothing for an empty text.
IconField = Annotated[Any, BeforeValidator(validate_icon)]


@as_validator
def validate_symbol(source: object) -> IconSource:
    """Return a picture's or an icon's name, or an author's drawing; `ValueError` offers the nearest name."""
    if not isinstance(source, str) or is_path(source):
        return read_icon(source)
    try:
        return source if source in PICTURES else read_icon(source)
    except InputError:
        raise InputError(unknown_icon_message("a imagem ou o ícone", source, tuple(PICTURES))) from None


#: The name of a picture or an icon, or an author's own SVG or PNG; nothing for an empty text.
SymbolField = Annotated[Any, BeforeValidator(validate_symbol)]

#: The values that a picture shows; each picture limits their number and kind.
SymbolValues = Items[Number | Words]


def validate_values(symbol: IconSource, values: Sequence[Value]) -> None:
    """Raise `ValueError` for values that a picture does not show, and for any of an icon."""
    if not values:
        return
    if not isinstance(symbol, str) or symbol not in PICTURES:
        raise ContentError("só um quadro mostra valores, e não um ícone; tire os valores dele")
    try:
        PICTURES[symbol].read(symbol, values)
    except InputError as error:
        raise ValueError(str(error)) from None


def validate_shape(field: str, rows: Sequence[Sequence[object]] | None, shape: tuple[int, int]) -> None:
    """Raise `ValueError` if rows, where there are some, are not of the shape of `values`."""
    found = matrix_shape(message("de {field}", field=field), rows) if rows else shape
    if found != shape:
        expected, given = (f"{height} × {width}" for height, width in (shape, found))
        raise ContentError(
            "{field} deve ter a forma de values, {expected}; tem {found}",
            field=field,
            expected=expected,
            found=given,
        )
