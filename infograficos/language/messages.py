"""What the command and its errors say to the author, in the author's language.

Their source is Portuguese, and stands in the code. The language belongs to the process: `--messages` or the
environment names it, whatever the language of the figures.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from infograficos.language.catalogue import Source, load_catalogue
from infograficos.language.grammar import join_and, join_or
from infograficos.language.languages import SOURCE, language_codes
from infograficos.language.numbers import format_number, format_short
from infograficos.language.texts import Text, in_language, source_form

#: The environment's variable that names the language of messages.
VARIABLE = "INFOGRAFICOS_MESSAGES"

#: The variables that name it elsewhere on the system, the strongest first.
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def message(source: Source, count: int | None = None, /, **values: object) -> str:
    """Return a text in the language of messages, with its placeholders filled in.

    Args:
        source: the text in Portuguese or, where it depends on a count, one for 1 and one for other counts.
        count: what `{count}` stands for.
        values: what the other placeholders stand for; a list is joined as a sentence does, and a decimal
            number is written as the language does. Without values, braces stand for themselves.
    """
    code = message_code()
    found = load_catalogue(code, "messages").find(source, count)
    text = source_form(source, count) if found is None else found
    if count is None and not values:
        return text
    with in_language(code):
        written = {name: _write(value) for name, value in values.items()}
        return text.format(**({} if count is None else {"count": format_number(count)}), **written)


def _write(value: object) -> object:
    if isinstance(value, float):
        return format_short(value)
    return join_and([str(each) for each in value]) if isinstance(value, list) else value


def offer(alternatives: Iterable[str]) -> str:
    """Join what the author may choose from, in the language of messages: “a ou b ou c”."""
    with in_message_language():
        return join_or(list(alternatives))


def mark_message(source: Text) -> Text:
    """Return a text as it is: one that catalogues have, and that `message` translates where it is written."""
    return source


@contextmanager
def in_message_language() -> Iterator[None]:
    """Write numbers and lists until the end in the language of messages, in this thread alone."""
    with in_language(message_code()):
        yield


def message_code() -> str:
    """Return the code of the language of messages: that of `INFOGRAFICOS_MESSAGES`, else the locale's."""
    return _known_code(os.environ.get(VARIABLE, "")) or _locale_code() or SOURCE


def _locale_code() -> str | None:
    """Return the code of the system's language; None where there is no translation into it."""
    names = (os.environ.get(variable) for variable in _LOCALE)
    return _known_code(next(filter(None, names), None) or _windows_locale())


@cache
def _known_code(name: str) -> str | None:
    """Return the code of a language by its tag or by a locale's name, such as `en_US.UTF-8`."""
    base = name.replace("_", "-").partition(".")[0].partition("-")[0].casefold()
    return next((code for code in language_codes() if code.partition("-")[0].casefold() == base), None)


def _windows_locale() -> str:
    """Return the name of the language in which Windows speaks; nothing elsewhere."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows needs them
        import locale  # noqa: PLC0415

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""
