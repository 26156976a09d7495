"""Languages as an author names them: on the command line, in a script, in the environment."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from infograficos.errors import InputError, close_matches, truncate, unknown_name_message
from infograficos.language.languages import language_codes, load_language
from infograficos.language.messages import VARIABLE

#: The option of the command that names the language of its messages, before or after the command's name.
OPTION = "--messages"


def pick_language(name: str) -> str:
    """Return the code of a language by its tag, as in `en` or `en-US`; `InputError` for an unknown one."""
    tag = name.strip().replace("_", "-").casefold()
    codes = {code.casefold(): code for code in language_codes()}
    for known, code in codes.items():
        if tag == known or tag.partition("-")[0] == known.partition("-")[0]:
            return code
    by_name = {each: code for code in codes.values() for each in (code, *load_language(code).names)}
    for close in close_matches(name, by_name, 1):
        raise InputError(
            "a língua “{name}” não existe; você quis dizer “{code}”?",
            name=truncate(name),
            code=by_name[close],
        )
    raise InputError(unknown_name_message("a língua", name, codes.values()))


@contextmanager
def in_chosen_messages(args: Sequence[str]) -> Iterator[list[str]]:
    """Speak until the end in the language that a command line or the environment asks for.

    The processes that it starts speak it, too. An unknown language raises `InputError`.

    Args:
        args: the words after the program's name; they are yielded without the option and its value.
    """
    rest, name = _split_option(args)
    before = os.environ.get(VARIABLE)
    chosen = before if name is None else name
    if chosen or name is not None:
        os.environ[VARIABLE] = pick_language(chosen or "")
    try:
        yield rest
    finally:
        os.environ.pop(VARIABLE, None)
        if before is not None:
            os.environ[VARIABLE] = before


def _split_option(args: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the other words and the value of the option; the last one counts, none after `--` does."""
    rest, name = list[str](), None
    words = iter(args)
    for word in words:
        option, equals, value = word.partition("=")
        if word == "--":
            return [*rest, word, *words], name
        if option != OPTION:
            rest.append(word)
            continue
        name = value if equals else next(words, None)
        if name is None:
            raise InputError("a opção “{option}” pede um valor", option=OPTION)
    return rest, name
