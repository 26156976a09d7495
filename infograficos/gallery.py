"""A page that shows every kind of figure: its examples, their code, and how they look."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from infograficos.builders import Builder, builders
from infograficos.figure import Figure
from infograficos.text import page
from infograficos.theme import Theme, load_theme


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a kind: its name, its code, its SVGs and what it says in words."""

    name: str
    code: str
    light: str
    dark: str
    phone: str
    alt: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of figure: its class's name, the import that its examples need, its caption, its examples."""

    name: str
    imports: str
    caption: str
    examples: tuple[Example, ...]


def gallery(theme: Theme | None = None) -> str:
    """Return a page in HTML, complete in itself, with every kind of figure that the library has."""
    return page("gallery.html", kinds=tuple(_kinds(theme or load_theme())))


def _kinds(theme: Theme) -> Iterator[Kind]:
    for name, kind in builders().items():
        module = import_module(kind.__module__)
        named = {example: content for example, content in _examples(module) if type(content) is kind}
        if named:
            codes = example_codes(inspect.getsource(module))
            shown = tuple(_shown(each, content, codes[each], theme) for each, content in named.items())
            yield Kind(name, _imports(module, codes), (module.__doc__ or "").strip(), shown)


def _imports(module: ModuleType, codes: dict[str, str]) -> str:
    """Return the line that imports all that the examples name."""
    used = {
        node.id for code in codes.values() for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)
    }
    return f"from {module.__name__} import {', '.join(sorted(used & set(vars(module))))}"


def _examples(module: ModuleType) -> Iterator[tuple[str, Builder]]:
    yield from getattr(module, "EXAMPLES", {}).items()


def example_codes(source: str) -> dict[str, str]:
    """Return the code of each example in a builder's source, as its author wrote it."""
    found: dict[str, str] = {}
    for statement in ast.parse(source).body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        if any(isinstance(t, ast.Name) and t.id == "EXAMPLES" for t in targets):
            found |= dict(_entries(statement, source))
    return found


def _entries(statement: ast.stmt, source: str) -> Iterator[tuple[str, str]]:
    value = getattr(statement, "value", None)
    if isinstance(value, ast.Dict):
        for key, content in zip(value.keys, value.values, strict=True):
            if isinstance(key, ast.Constant):
                # The first line lost its indentation with the key before it; the others still have theirs.
                code = ast.get_source_segment(source, content, padded=False) or ""
                first, _, rest = code.partition("\n")
                yield str(key.value), f"{first}\n{textwrap.dedent(rest)}".strip() if rest else first


def _shown(name: str, content: Builder, code: str, theme: Theme) -> Example:
    headline = f"{name[0].upper()}{name[1:]}"
    figure = Figure(
        1, _file_name(f"{type(content).__name__} {name}"), type(content).__name__, headline, content
    )
    return Example(
        name,
        code,
        figure.svg(theme=theme),
        figure.svg(theme=theme, variant="dark"),
        figure.svg(theme=theme, width=theme.sheet.phone),
        figure.alt,
    )


def _file_name(words: str) -> str:
    bare = unicodedata.normalize("NFD", words).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
