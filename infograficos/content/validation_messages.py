"""Messages for wrong field values: what was expected, what came, the nearest right name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import date, time

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from infograficos.errors import suggest_names, truncate
from infograficos.language.catalogue import Source
from infograficos.language.messages import mark_message, message, offer

Path = tuple[str | int, ...]

MAX_TEXT_SHOWN = 40
MAX_NUMBER_SHOWN = 10**15

#: Thousands of issues usually have one cause, and the first ones show it.
MAX_ISSUES = 1000

#: Last part of pydantic's location when a table's key is wrong, and not its value.
KEY = "[key]"

#: Pydantic's error types by what is wrong.
UNKNOWN_NAME_ERRORS = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
MISSING_ERRORS = frozenset({"missing", "missing_argument", "missing_keyword_only_argument"})
CUSTOM_ERRORS = frozenset({"value_error", "assertion_error"})

#: The value that was expected, by pydantic's error type, with the names of the error's `ctx`; `{count}` is a
#: length.
EXPECTED_VALUES: Mapping[str, Source] = {
    "string_type": mark_message("um texto"),
    "string_unicode": mark_message("um texto sem metades de caracteres"),
    "string_too_short": mark_message(
        ("um texto de ao menos {count} caractere", "um texto de ao menos {count} caracteres")
    ),
    "string_too_long": mark_message(
        ("um texto de no máximo {count} caractere", "um texto de no máximo {count} caracteres")
    ),
    "string_pattern_mismatch": mark_message("um texto no formato {pattern}"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), mark_message("um número inteiro")),
    **dict.fromkeys(("float_type", "float_parsing"), mark_message("um número")),
    "finite_number": mark_message("um número finito"),
    **dict.fromkeys(("bool_type", "bool_parsing"), mark_message("true ou false")),
    "greater_than": mark_message("um número maior que {gt}"),
    "greater_than_equal": mark_message("um número maior ou igual a {ge}"),
    "less_than": mark_message("um número menor que {lt}"),
    "less_than_equal": mark_message("um número menor ou igual a {le}"),
    "multiple_of": mark_message("um múltiplo de {multiple_of}"),
    **dict.fromkeys(("literal_error", "enum"), "{expected}"),
    **dict.fromkeys(
        ("list_type", "tuple_type", "set_type", "iterable_type", "sequence_str", "iteration_error"),
        mark_message("uma lista"),
    ),
    "too_short": mark_message(("uma lista de ao menos {count} item", "uma lista de ao menos {count} itens")),
    "too_long": mark_message(("uma lista de no máximo {count} item", "uma lista de no máximo {count} itens")),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type"), mark_message("uma tabela")),
    **dict.fromkeys(("dataclass_type", "dataclass_exact_type"), mark_message("um objeto {class_name}")),
    "is_instance_of": mark_message("um objeto {class}"),
    "none_required": mark_message("nada"),
    "invalid_key": mark_message("um nome em texto"),
    "recursion_loop": mark_message("um valor que não contenha a si mesmo"),
}


@dataclass(frozen=True, slots=True)
class ValidationIssue:
    """One thing wrong in the author's data: its path and the message."""

    path: Path
    text: str

    def __str__(self) -> str:
        """Return the path and the message: “title não existe”, but “title: falta este valor”."""
        separator = " " if self.text.startswith(message("não existe")) else ": "
        return f"{format_path(self.path)}{separator}{self.text}"


def error_message(error: ErrorDetails) -> str:
    """Translate one of pydantic's errors: what was expected and what came."""
    kind = error["type"]
    if kind in CUSTOM_ERRORS:
        return str(error["ctx"]["error"])
    if kind in MISSING_ERRORS:
        return message("falta este valor")
    if kind in UNKNOWN_NAME_ERRORS:
        return message("não existe")
    return expected_message(expected_value(error), error["input"])


def expected_value(error: ErrorDetails) -> str:
    """Return what an error expected, such as “um número”; “outro valor” for an unknown error type."""
    context = error.get("ctx", {})
    kind = "list_type" if context.get("class") == "Sequence" else error["type"]
    source = EXPECTED_VALUES.get(kind)
    if source is None:
        return message("outro valor")
    if isinstance(source, tuple):
        return message(source, context.get("min_length", context.get("max_length")))
    return message(source, **{name: _format_fact(name, fact) for name, fact in context.items()})


def expected_message(expected: str, value: object, /, **values: object) -> str:
    """Say that one thing was expected and another came; our own validators use it, too.

    Args:
        expected: what was expected, as `message` takes it, such as “uma lista”.
        value: what came.
        values: what the placeholders of `expected` stand for.
    """
    wanted, came = message(expected, **values), format_value(value)
    if wanted.startswith("uma "):
        return message("esperada {expected}, veio {value}", expected=wanted, value=came)
    return message("esperado {expected}, veio {value}", expected=wanted, value=came)


def validation_issues(
    error: ValidationError, data: object, known: Callable[[Path], Iterable[str]] = lambda _path: ()
) -> list[ValidationIssue]:
    """List what pydantic found wrong in `data`, one issue a path, at most `MAX_ISSUES`.

    The branches of a union, which pydantic reports one by one, become one issue: “esperado um texto ou
    um número”. For unknown names those are suggested that `known` returns for the table at a path.
    """
    by_path: dict[Path, list[ErrorDetails]] = {}
    for details in error.errors(include_url=False)[:MAX_ISSUES]:
        by_path.setdefault(data_path(data, details), []).append(details)
    return [ValidationIssue(path, _message_of(path, errors, known)) for path, errors in by_path.items()]


def data_path(data: object, error: ErrorDetails) -> Path:
    """Return the path of an error in the author's data, without the names of a union's branches."""
    *parents, last = error["loc"] or (KEY,)
    path: list[str | int] = []
    for part in parents:
        child = _child(data, part)
        if child is not _ABSENT:
            data = child
            path.append(part)
    names_no_value = error["type"] in MISSING_ERRORS | UNKNOWN_NAME_ERRORS or last == KEY
    kept = names_no_value or _child(data, last) is not _ABSENT
    return (*path, last) if kept and error["loc"] else tuple(path)


def format_path(path: Path) -> str:
    """Write a path as `steps[0].title`, quoting names that need it."""
    written = ""
    for part in path:
        if isinstance(part, int):
            written += f"[{part}]"
        elif part != KEY:
            name = truncate(part) if re.fullmatch(r"[\w-]+", part) else _quote(part)
            written += f".{name}" if written else name
    return written


def format_value(value: object) -> str:
    """Write a value as in a file, shortened where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quote(value)
    if isinstance(value, int) and abs(value) > MAX_NUMBER_SHOWN:
        return message("um número grande demais")
    if isinstance(value, int | float):
        return _NOT_FINITE.get(str(value), str(value))
    if isinstance(value, date | time):
        return value.isoformat()
    return _describe_value(value)


_NOT_FINITE = {"nan": "NaN", "inf": "∞", "-inf": "−∞"}

_ABSENT = object()


def _describe_value(value: object) -> str:
    if value is None:
        return message("nada")
    if isinstance(value, Mapping):
        return message("uma tabela")
    if isinstance(value, list | tuple | set | frozenset):
        return (
            message(("uma lista com {count} item", "uma lista com {count} itens"), len(value))
            if value
            else message("uma lista vazia")
        )
    return message("um objeto {name}", name=type(value).__name__)


def _quote(text: str) -> str:
    written = json.dumps(truncate(text, MAX_TEXT_SHOWN), ensure_ascii=False)
    # Escape invisible and bidi characters as \uXXXX.
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in written)


def _format_fact(name: str, fact: object) -> object:
    if name == "expected":
        return re.sub(r"'([^']*)'", r'"\1"', offer(str(fact).split(" or ")))
    return float(fact) if isinstance(fact, int | float) else str(fact)


def _message_of(path: Path, errors: Sequence[ErrorDetails], known: Callable[[Path], Iterable[str]]) -> str:
    first = errors[0]
    if first["type"] in UNKNOWN_NAME_ERRORS:
        return suggest_names(str(path[-1]), known(path[:-1]))
    if len(errors) > 1 and all(error["type"] in EXPECTED_VALUES for error in errors):
        branches = dict.fromkeys(expected_value(error) for error in errors)
        return expected_message(offer(branches), first["input"])
    return "; ".join(dict.fromkeys(error_message(error) for error in errors))


def _child(data: object, part: str | int) -> object:
    if isinstance(data, Mapping):
        return data.get(part, _ABSENT)
    if isinstance(data, list | tuple) and isinstance(part, int):
        return data[part] if part < len(data) else _ABSENT
    if is_dataclass(data) and isinstance(part, str):
        return getattr(data, part, _ABSENT)
    return _ABSENT
