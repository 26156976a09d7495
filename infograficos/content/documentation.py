"""What `help()` shows of a kind of figure: its fields with types and limits, and an example."""

from __future__ import annotations

import inspect
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from infograficos.content.example_code import example_codes, translate_source
from infograficos.content.own_words import own_words, translate_default
from infograficos.language.catalogue import load_catalogue
from infograficos.language.messages import message_code

#: Limits beyond this number are there to refuse mistakes, and nobody who means well meets them.
_NOTABLE = 1000

#: How many characters a line has at most, as in the code.
_WIDTH = 100

_NAMES: dict[object, tuple[str, str]] = {
    str: ("text", "texts"),
    int: ("whole number", "whole numbers"),
    float: ("number", "numbers"),
    bool: ("True or False", "True or False"),
    Any: ("data", "data"),
}


class PublicNames(type):  # noqa: D101 — a docstring here would hide the property
    @property
    def __doc__(cls) -> str | None:
        """The docstring with each field's type and limits, and the first example."""
        text: str | None = vars(cls).get("__doc__")
        if not text or not isinstance(vars(cls).get("__signature__"), PlainSignature):  # not complete yet
            return text
        return "\n".join([*_with_notes(inspect.cleandoc(text), cls), *_words(cls), *_example(cls)])

    @__doc__.setter
    def __doc__(cls, text: str | None) -> None:
        vars(type)["__doc__"].__set__(cls, text)

    def __dir__(cls) -> list[str]:
        # The arguments say what the fields are, and their defaults are in the signature.
        names = vars(cls).get("__dataclass_fields__", {})
        return [name for name in super().__dir__() if not name.startswith("_") and name not in names]


def with_public_names(cls: type) -> type:
    """Return a class anew with the type `PublicNames`."""
    kept = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    anew = PublicNames(cls.__name__, cls.__bases__, {**kept, "__qualname__": cls.__qualname__})
    for function in filter(inspect.isfunction, kept.values()):
        for cell in function.__closure__ or ():
            # `super()` asks this cell which class it is in.
            if cell.cell_contents is cls:
                cell.cell_contents = anew
    return anew


class PlainSignature:
    """The signature of a content class without annotations, which its documentation says in words."""

    def __get__(self, _instance: object, owner: type) -> inspect.Signature:
        """Return the fields with their defaults."""
        return inspect.Signature([_parameter(owner, field) for field in fields(owner)])


def _parameter(owner: type, field: Field[Any]) -> inspect.Parameter:
    name = getattr(field.default, "alias", None) or field.name
    default = _default(owner, field)
    return inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default)


def _default(owner: type, field: Field[Any]) -> object:
    """Return a field's default, its words in the language of messages; `Parameter.empty` if it has none."""
    # Of a class that is not complete yet, a factory is pydantic's own field.
    default = getattr(field.default, "default", field.default)
    make = getattr(field.default, "default_factory", None) or field.default_factory
    if make is not MISSING:
        default = make()
    return inspect.Parameter.empty if default is MISSING else translate_default(owner, field.name, default)


def _with_notes(text: str, owner: type) -> Iterator[str]:
    """Yield the lines of a docstring, the fields among its arguments with their types and limits."""
    notes = dict(_field_notes(owner))
    # A line that goes on is set anew with the one before it.
    for line in re.sub(r"\n {8}", " ", text).splitlines():
        name, colon, rest = line.removeprefix("    ").partition(": ")
        noted = f"    {name} ({notes[name]}): {rest}" if colon and name in notes else line
        yield textwrap.fill(noted, _WIDTH, subsequent_indent=" " * 8) if noted != line else line


def _field_notes(owner: type) -> Iterator[tuple[str, str]]:
    """Yield the name of each field with its type, its limits and its default."""
    hints = get_type_hints(owner, include_extras=True)
    for field in fields(owner):
        parameter = _parameter(owner, field)
        note = _describe(hints[field.name])
        is_required = parameter.default is inspect.Parameter.empty
        is_empty = parameter.default in (None, (), "", {})
        default = ", optional" if is_empty else f", by default {parameter.default!r}"
        yield parameter.name, note if is_required else f"{note}{default}"


def _describe(hint: Any, plural: bool = False) -> str:  # noqa: ANN401 - types have no common type
    """Return a type with its limits in words: `list of 2 to 6 texts`."""
    metadata: list[object] = []
    while get_origin(hint) is Annotated:
        hint, *extra = get_args(hint)
        metadata += extra
    limits = _limits(metadata)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return " or ".join(_describe(each, plural) for each in args if each is not NoneType)
    if origin is Literal:
        return " or ".join(map(repr, args))
    if origin is tuple or (isinstance(origin, type) and issubclass(origin, Sequence)):
        items = _describe(args[0], plural=True) if args else "values"
        return f"{'lists' if plural else 'list'} of {_range(limits, 'length')}{items}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return "dict"
    name = _NAMES.get(hint, (getattr(hint, "__name__", "value"),) * 2)[plural]
    if hint is str:
        bounds = _range(limits, "length")
        return f"{name} of {bounds}characters" if bounds else name
    return f"{name} {_range(limits, 'value')}".rstrip()


def _limits(metadata: Iterable[object]) -> dict[str, float]:
    """Return the limits that a field's metadata sets, by their names in pydantic."""
    limits: dict[str, float] = {}
    for each in [part for item in metadata for part in getattr(item, "metadata", [item])]:
        for name in ("min_length", "max_length", "ge", "gt", "le", "lt"):
            value = getattr(each, name, None)
            if isinstance(value, int | float) and abs(value) <= _NOTABLE:
                limits[name] = value
        if "limit" in getattr(getattr(each, "func", None), "keywords", {}):
            limits["max_length"] = each.func.keywords["limit"]
    return limits


def _range(limits: Mapping[str, float], kind: Literal["length", "value"]) -> str:
    """Return the limits of a length or of a value in words, with a space after them."""
    names = ("min_length", "max_length") if kind == "length" else ("ge", "le")
    low, high = map(limits.get, names)
    if "gt" in limits and kind == "value":
        return f"above {limits['gt']:g} " + (f"and up to {high:g} " if high is not None else "")
    if low is not None and high is not None:
        start = "from " if kind == "value" else ""
        return f"{start}{low:g} to {high:g} " if low != high else f"{low:g} "
    if high is not None:
        return f"up to {high:g} "
    return "" if low is None or (kind == "length" and low <= 1) else f"of at least {low:g} "


def _words(owner: type) -> list[str]:
    """Return the lines with the words that a kind draws by itself, each in the language of messages."""
    if not hasattr(owner, "body") or not (known := own_words(owner)):
        return []
    texts = load_catalogue(message_code(), "figures").texts
    forms = {name: texts.get(source) or source for name, source in known.items()}
    lines = [
        f"    {name}: {' / '.join([text] if isinstance(text, str) else text)}" for name, text in forms.items()
    ]
    return ["", "Words that `Figure(words={…})` replaces:", *lines]


def _example(owner: type) -> list[str]:
    """Return the lines of the first example of a kind, in the language of messages."""
    module = sys.modules.get(owner.__module__)
    if module is None or not hasattr(module, "EXAMPLES"):
        return []
    codes = example_codes(translate_source(inspect.getsource(module), message_code()))
    # A private constant of the module would have to be explained.
    own = (
        code
        for code in codes.values()
        if code.startswith(f"{owner.__name__}(") and not re.search(r"\b_", code)
    )
    code = next(own, "")
    return ["", "Example:", textwrap.indent(code, "    ")] if code else []
