"""The words that a kind of figure draws by itself, by name, and others in their place for one drawing.

Their source is Portuguese. What stands in their place belongs to the drawing that is being made, as its
language does, never to the process: figures drawn at once in several threads do not share it.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from string import Formatter
from typing import Annotated, Any, get_args

from pydantic import TypeAdapter, ValidationError

from infograficos.content.data_texts import rewrite_data
from infograficos.content.validation_messages import error_message
from infograficos.errors import ContentError, unknown_name_message
from infograficos.language.catalogue import Source
from infograficos.language.grammar import phrase
from infograficos.language.languages import SOURCE
from infograficos.language.messages import message, message_code
from infograficos.language.numbers import format_number
from infograficos.language.texts import current_language, in_language, translate

_replacements: ContextVar[Mapping[str, Source]] = ContextVar("own_words")


class OwnWords(dict[str, Source]):
    """Words by name; a kind's are the constant `WORDS` of its file, which is called for each."""

    def __call__(self, name: str, count: int | None = None, /, **values: object) -> str:
        """Return a word as the drawing that is being made has it, with its placeholders filled in.

        Args:
            name: its name.
            count: what `{count}` stands for and a plural depends on.
            values: what the other placeholders stand for.
        """
        text = _replacements.get({}).get(name)
        if text is None:
            return phrase(self[name], count, **values)
        if isinstance(text, tuple):
            text = text[count != 1]
        return text.format(**values) if count is None else text.format(count=format_number(count), **values)


@dataclass(frozen=True, slots=True)
class OwnWord:
    """Marks a text field whose default is one of the kind's own words, named as the field or otherwise."""

    name: str = ""


def own_words(kind: type) -> OwnWords:
    """Return all words that a kind draws by itself, in Portuguese."""
    declared = getattr(getattr(kind, "body", None), "__globals__", {}).get("WORDS", {})
    return OwnWords(declared | {word: field.default for field, word in _all_own_fields(kind)})


@contextmanager
def with_words(content: Any, words: Mapping[str, Source]) -> Iterator[Any]:  # noqa: ANN401 - any builder
    """Yield a content whose own words are others until the end, in this thread alone.

    It is in the language of the drawing, to which all that it has computed belongs.
    """
    token = _replacements.set(words)
    is_source = current_language().code == SOURCE
    try:
        yield content if is_source and not words else _replace_defaults(content, words)
    finally:
        _replacements.reset(token)


def translate_default(kind: type, field: str, default: object) -> object:
    """Return a field's default with its own words in the language of messages."""
    if (code := message_code()) == SOURCE:
        return default
    with in_language(code):
        if field in _own_fields(kind):
            return translate(str(default))
        return _replace_defaults(default, {})


def validate_words(kind: type, words: Mapping[str, Source], inner: Sequence[type] = ()) -> None:
    """Raise `ValueError` for a word that a kind does not have, or whose text cannot stand in its place.

    Args:
        kind: of the figure's content.
        words: texts by the names of the words.
        inner: the kinds of contents inside that content.
    """
    declared = [(each, own_words(each)) for each in (*inner, kind)]
    known = OwnWords(chain.from_iterable(each.items() for _, each in declared))
    for name, text in words.items():
        if not known:
            raise ContentError(
                "words: {kind} não escreve nada por si, e não há palavra a trocar", kind=kind.__name__
            )
        if name not in known:
            raise ValueError(_unknown_word_message(kind.__name__, name, known))
        for each, own in ((each, own) for each, own in declared if name in own):
            _validate_text(name, text, own[name])
            for field in (field for field, word in _all_own_fields(each) if word == name):
                _validate_field(name, text, field)


def _unknown_word_message(kind: str, name: str, known: OwnWords) -> str:
    unknown = unknown_name_message(message("words: em {kind}, a palavra", kind=kind), name, known)
    if not unknown.endswith("?"):
        return unknown
    return f"{unknown} {message('As palavras são: {names}', names=', '.join(known))}"


def _validate_text(name: str, text: Source, source: Source) -> None:
    if isinstance(text, tuple) and isinstance(source, str):
        raise ContentError(
            "words: “{name}” não muda com a quantidade; dê um texto só, como “{text}”", name=name, text=source
        )
    # A single text stands for every count.
    sources = source if isinstance(source, tuple) and isinstance(text, tuple) else (_plural(source),)
    for given, expected in zip(text if isinstance(text, tuple) else (text,), sources, strict=True):
        try:
            found = _placeholders(given)
        except ValueError:
            raise ContentError(
                "words: em “{name}”, “{text}” tem uma chave sem par; escreva “{{{{”", name=name, text=given
            ) from None
        # One thing needs no number: “e mais uma janela”.
        free = {("count", "", None)} if expected != _plural(source) else set()
        if found - free != _placeholders(expected) - free:
            raise ContentError(
                "words: “{name}” deve ter as mesmas marcas que “{expected}”; veio “{text}”. "
                "Uma chave que não seja marca se escreve dobrada: “{{{{”",
                name=name,
                expected=expected,
                text=given,
            )


def _plural(text: Source) -> str:
    return text if isinstance(text, str) else text[1]


def _placeholders(text: str) -> set[tuple[str, str, str | None]]:
    parts = Formatter().parse(text)
    return {(name, form or "", conversion) for _, name, form, conversion in parts if name is not None}


def _validate_field(name: str, text: Source, field: Any) -> None:  # noqa: ANN401 - pydantic's field
    adapter: TypeAdapter[str] = TypeAdapter(Annotated[field.annotation, *field.metadata])
    try:
        adapter.validate_python(_plural(text).format())
    except ValidationError as error:
        raise ValueError(f"words: “{name}”: {error_message(error.errors()[0])}") from None


def _replace_defaults(value: Any, words: Mapping[str, Source]) -> Any:  # noqa: ANN401 - any field
    """Return a content anew, with other words in place of its defaults and nothing computed yet."""
    if type(value) is tuple:
        return tuple(_replace_defaults(each, words) for each in value)
    kind = type(value)
    if not hasattr(kind, "__pydantic_fields__"):
        return value
    value = rewrite_data(value)
    kept = {
        name: _replace_defaults(each, words)
        for name, each in vars(value).items()
        if not isinstance(getattr(kind, name, None), cached_property)
    }
    for name, (field, word) in _own_fields(kind).items():
        if kept[name] == field.default:
            kept[name] = _plural(words[word]).format() if word in words else translate(field.default)
    anew = object.__new__(kind)
    vars(anew).update(kept)
    return anew


def _all_own_fields(kind: type, around: tuple[type, ...] = ()) -> Iterator[tuple[Any, str]]:
    """Yield such fields of a class and of those that its fields hold, each with the name of its word.

    Args:
        kind: the class.
        around: the classes whose fields hold it; one may hold others of its own.
    """
    yield from _own_fields(kind).values()
    for field in getattr(kind, "__pydantic_fields__", {}).values():
        for part in filter(inspect.isclass, _parts(field.annotation)):
            if part not in (kind, *around):
                yield from _all_own_fields(part, (kind, *around))


def _own_fields(kind: type) -> dict[str, tuple[Any, str]]:
    """Return the fields of a class whose defaults are own words, by their names, with those of the words."""
    return {
        name: (field, mark.name or name)
        for name, field in getattr(kind, "__pydantic_fields__", {}).items()
        for mark in field.metadata
        if isinstance(mark, OwnWord)
    }


def _parts(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - types have no common type
    yield hint
    for argument in get_args(hint):
        yield from _parts(argument)
