"""Pydantic's complaints in the author's language: what was expected, what came, the nearest right name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import date, time

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from infograficos.errors import cut, nearest
from infograficos.language.portuguese import pluralize

Path = tuple[str | int, ...]

LONGEST_SHOWN = 40
LARGEST_SHOWN = 10**15

#: An author mends the first of many mistakes, and sees that they are all one.
MOST_MISTAKES = 1000

#: What stands last in the place of a mistake made in a table's key, not in its value.
KEY = "[key]"

UNKNOWN_NAME = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
ABSENT = frozenset({"missing", "missing_argument", "missing_keyword_only_argument"})
OUR_OWN_WORDS = frozenset({"value_error", "assertion_error"})

#: What was expected, by pydantic's error type; the gaps are filled with the error's `ctx`.
EXPECTED: Mapping[str, str] = {
    "string_type": "um texto",
    "string_unicode": "um texto sem metades de caracteres",
    "string_too_short": "um texto de ao menos {min_length}",
    "string_too_long": "um texto de no máximo {max_length}",
    "string_pattern_mismatch": "um texto no formato {pattern}",
    "int_type": "um número inteiro",
    "int_parsing": "um número inteiro",
    "int_from_float": "um número inteiro",
    "float_type": "um número",
    "float_parsing": "um número",
    "finite_number": "um número finito",
    "bool_type": "true ou false",
    "bool_parsing": "true ou false",
    "greater_than": "um número maior que {gt}",
    "greater_than_equal": "um número maior ou igual a {ge}",
    "less_than": "um número menor que {lt}",
    "less_than_equal": "um número menor ou igual a {le}",
    "multiple_of": "um múltiplo de {multiple_of}",
    "literal_error": "{expected}",
    "enum": "{expected}",
    "list_type": "uma lista",
    "tuple_type": "uma lista",
    "set_type": "uma lista",
    "iterable_type": "uma lista",
    "sequence_str": "uma lista",
    "too_short": "uma lista de ao menos {min_length}",
    "too_long": "uma lista de no máximo {max_length}",
    "dict_type": "uma tabela",
    "mapping_type": "uma tabela",
    "model_type": "uma tabela",
    "dataclass_type": "um objeto {class_name}",
    "dataclass_exact_type": "um objeto {class_name}",
    "is_instance_of": "um objeto {class}",
    "none_required": "nada",
    "invalid_key": "um nome em texto",
    "iteration_error": "uma lista",
    "recursion_loop": "um valor que não contenha a si mesmo",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in what the author gave: the way to it, and what to say about it."""

    path: Path
    text: str

    def __str__(self) -> str:
        """Say the place and what is wrong there."""
        if self.text.startswith("não existe"):
            return f"{dotted(self.path)} {self.text}"
        return f"{dotted(self.path)}: {self.text}"


def explain(error: ErrorDetails) -> str:
    """Say in Portuguese what one of pydantic's errors expected and what came instead."""
    kind = error["type"]
    if kind in OUR_OWN_WORDS:
        return str(error["ctx"]["error"])
    if kind in ABSENT:
        return "falta este valor"
    if kind in UNKNOWN_NAME:
        return "não existe"
    return expected(expectation(error), error["input"])


def expectation(error: ErrorDetails) -> str:
    """Name what one of pydantic's errors expected, such as “um número”, or “outro valor” where unknown."""
    facts = {name: _fact(name, fact, error["type"]) for name, fact in error.get("ctx", {}).items()}
    if facts.get("class") == "Sequence":
        return EXPECTED["list_type"]
    return EXPECTED.get(error["type"], "outro valor").format(**facts)


def expected(what: str, came: object) -> str:
    """Say that one thing was expected and another came; validators of our own use it for their messages."""
    return f"{'esperada' if what.startswith('uma ') else 'esperado'} {what}, veio {shown(came)}"


def unknown_name(name: str, known: Iterable[str]) -> str:
    """Say, after the place has been named, that a name does not exist and which ones are near it."""
    names = list(known)
    close = nearest(name, names)
    quoted = [f"“{cut(item)}”" for item in close or names]
    if close:
        return f"não existe; você quis dizer {' ou '.join(quoted)}?"
    return f"não existe; os nomes válidos são: {', '.join(quoted) or 'nenhum'}"


def mistakes(
    problem: ValidationError, data: object, known: Callable[[Path], Iterable[str]] = lambda _path: ()
) -> list[Mistake]:
    """List what pydantic found wrong in `data`, one mistake a place, and no more than can be of use.

    `known` tells the right names of the table at a path, for unknown ones. The branches of a union,
    which pydantic reports one by one, become one mistake: “esperado um texto ou um número”.
    """
    by_path: dict[Path, list[ErrorDetails]] = {}
    for error in problem.errors(include_url=False)[:MOST_MISTAKES]:
        by_path.setdefault(path_in(data, error), []).append(error)
    return [Mistake(path, _explain_all(path, errors, known)) for path, errors in by_path.items()]


def path_in(data: object, error: ErrorDetails) -> Path:
    """Return the way to an error through the author's data, without the names of a union's branches."""
    *around, last = error["loc"] or (KEY,)
    path: list[str | int] = []
    for part in around:
        inner = _step(data, part)
        if inner is not _NOWHERE:
            data = inner
            path.append(part)
    names_no_value = error["type"] in ABSENT | UNKNOWN_NAME or last == KEY
    kept = names_no_value or _step(data, last) is not _NOWHERE
    return (*path, last) if kept and error["loc"] else tuple(path)


def dotted(path: Path) -> str:
    """Write a path as the author would: `steps[0].title`, with quotes round a name that needs them."""
    written = ""
    for part in path:
        if isinstance(part, int):
            written += f"[{part}]"
        elif part != KEY:
            name = cut(part) if re.fullmatch(r"[\w-]+", part) else _quoted(part)
            written += f".{name}" if written else name
    return written


def shown(value: object) -> str:
    """Write a value as it stands in a file, shortened where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, int) and abs(value) > LARGEST_SHOWN:
        return "um número grande demais"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return _shown_whole(value)


_NOWHERE = object()


def _shown_whole(value: object) -> str:
    if value is None:
        return "nada"
    if isinstance(value, Mapping):
        return "uma tabela"
    if isinstance(value, list | tuple | set | frozenset):
        return f"uma lista com {pluralize(len(value), 'item', 'itens')}" if value else "uma lista vazia"
    return f"um objeto {type(value).__name__}"


def _quoted(text: str) -> str:
    kept = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    written = json.dumps(kept, ensure_ascii=False)
    # What does not show, or reorders what does, is told by its code.
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in written)


def _fact(name: str, fact: object, kind: str) -> str:
    if name in {"min_length", "max_length"} and isinstance(fact, int):
        of_text = kind.startswith("string")
        return pluralize(fact, "caractere" if of_text else "item", "caracteres" if of_text else "itens")
    if name == "expected":
        return re.sub(r"'([^']*)'", r'"\1"', str(fact).replace(" or ", " ou "))
    return f"{fact:g}" if isinstance(fact, float) else str(fact)


def _explain_all(path: Path, errors: Sequence[ErrorDetails], known: Callable[[Path], Iterable[str]]) -> str:
    first = errors[0]
    if first["type"] in UNKNOWN_NAME:
        return unknown_name(str(path[-1]), known(path[:-1]))
    if len(errors) > 1 and all(error["type"] in EXPECTED for error in errors):
        branches = dict.fromkeys(expectation(error) for error in errors)
        return expected(" ou ".join(branches), first["input"])
    return "; ".join(dict.fromkeys(explain(error) for error in errors))


def _step(data: object, part: str | int) -> object:
    if isinstance(data, Mapping):
        return data.get(part, _NOWHERE)
    if isinstance(data, list | tuple) and isinstance(part, int):
        return data[part] if part < len(data) else _NOWHERE
    if is_dataclass(data) and isinstance(part, str):
        return getattr(data, part, _NOWHERE)
    return _NOWHERE
