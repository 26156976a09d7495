"""Translations from catalogues in the PO format of GNU gettext, which translators' tools edit.

They are read as they are: a compiled copy could be older than its source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import c2py

from infograficos.language.languages import SOURCE, catalogue_path

#: A text with `{placeholders}`, or two: for one thing, and for any other `{count}` of them.
Source = str | tuple[str, str]

_ENTRY = re.compile(r'^(msgid|msgid_plural|msgstr(?:\[\d+\])?) ((?:".*"\s*)+)', re.MULTILINE)
_STRING = re.compile(r'".*"')
_PLURAL = re.compile(r"plural=([^;\n]+)")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A language's texts.

    Args:
        texts: the forms of each text by its source: one, or as many as there are plural forms.
        plural: gives the number of the form that agrees with a count.
    """

    texts: Mapping[Source, tuple[str, ...]]
    plural: Callable[[int], int]

    def find(self, source: Source, count: int | None = None) -> str | None:
        """Return the form of a text that agrees with a count; None where it is not translated."""
        forms = self.texts.get(source)
        if not forms:
            return None
        return forms[0 if count is None or len(forms) == 1 else self.plural(count)]


@cache
def load_catalogue(code: str, name: str) -> Catalogue:
    """Return a language's catalogue, such as `figures`; that of the source language is empty."""
    path = catalogue_path(code, name)
    if code == SOURCE or not path.is_file():
        return Catalogue({}, _differs_from_one)
    return parse_catalogue(path.read_text(encoding="utf-8"))


def parse_catalogue(text: str) -> Catalogue:
    """Return the catalogue of a text in the PO format; entries marked as fuzzy are no translations yet."""
    texts = dict[Source, tuple[str, ...]]()
    plural: Callable[[int], int] = _differs_from_one
    for block in re.split(r"\n\s*\n", text):
        parts = {key: _join(strings) for key, strings in _ENTRY.findall(block)}
        forms = tuple(value for key, value in parts.items() if key.startswith("msgstr"))
        if parts.get("msgid") == "" and (found := _PLURAL.search(forms[0])):
            plural = c2py(found[1])
        elif all(forms) and "msgid" in parts and not re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE):
            one, many = parts["msgid"], parts.get("msgid_plural")
            texts[one if many is None else (one, many)] = forms
    return Catalogue(texts, plural)


def _join(strings: str) -> str:
    """Return the text of one or more strings below each other, with their escapes resolved."""
    text = "".join(each[1:-1] for each in _STRING.findall(strings))
    return str(json.loads(f'"{text}"')) if "\\" in text else text


def _differs_from_one(count: int) -> int:
    """Return the form that agrees with a count in Portuguese as it is written here: none takes the plural."""
    return int(count != 1)
