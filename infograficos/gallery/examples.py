"""The examples of each kind in any language: code is translated and run, so that it is what is drawn."""

from __future__ import annotations

import ast
import inspect
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from infograficos.builders import Builder, builders
from infograficos.content.example_code import definitions, example_codes, translate_source
from infograficos.language.texts import in_language


@dataclass(frozen=True, slots=True)
class KindExamples:
    """The examples of one kind, in one language.

    Args:
        source: the code of their module, with its texts in that language.
        contents: each example by its name.
        headlines: what each teaches, by the same names.
        caption: what the kind shows.
    """

    source: str
    contents: dict[str, Builder]
    headlines: dict[str, str]
    caption: str

    @property
    def codes(self) -> dict[str, str]:
        """The code of each example."""
        found = example_codes(self.source)
        return {name: found[name] for name in self.contents}


@cache
def kind_examples(kind: str, code: str) -> KindExamples:
    """Return the examples of a kind by its name, in one of the `language_codes`."""
    builder = builders()[kind]
    module = import_module(builder.__module__)
    source = translate_source(inspect.getsource(module), code)
    values = _run_definitions(module, source, code)
    contents = {name: each for name, each in values.get("EXAMPLES", {}).items() if type(each) is builder}
    caption = ast.get_docstring(ast.parse(source)) or ""
    return KindExamples(source, contents, values.get("HEADLINES", {}), caption)


def _run_definitions(module: ModuleType, source: str, code: str) -> dict[str, Any]:
    """Return the names of a module with its examples as translated code makes them."""
    values = dict(vars(module))
    body: list[ast.stmt] = definitions(ast.parse(source))
    with in_language(code):
        # Our own module's code, with texts of our own catalogue in it.
        exec(compile(ast.Module(body, []), module.__name__, "exec"), values)  # noqa: S102
    return values
